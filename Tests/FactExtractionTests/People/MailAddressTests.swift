import Testing

@testable import FactExtraction

@Suite("Addresses in mail links")
struct MailAddressTests {
  @Test(
    "are read without percent signs",
    arguments: [
      ("kyoiku%2Ds%40mihon.example.jp", "kyoiku-s@mihon.example.jp"),
      ("kyoiku@mihon.example.jp", "kyoiku@mihon.example.jp"),
      ("100%@mihon.example.jp", "100%@mihon.example.jp"), ("a%zz@b", "a%zz@b"),
    ])
  func decode(written: String, address: String) {
    #expect(MailAddress.decoded(written) == address)
  }

  @Test("are none where they are no text")
  func refuse() { #expect(MailAddress.decoded("%ff%fe@b") == nil) }
}
