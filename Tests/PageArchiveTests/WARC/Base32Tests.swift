import Testing

@testable import PageArchive

@Suite("Base 32") struct Base32Tests {
  @Test(
    "agrees with RFC 4648, section 10",
    arguments: [
      ("", ""), ("f", "MY======"), ("fo", "MZXQ===="), ("foo", "MZXW6==="), ("foob", "MZXW6YQ="),
      ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI======"),
    ])
  func agrees(text: String, encoded: String) {
    #expect(base32(Array(text.utf8)) == encoded)
  }
}
