import Testing

@testable import PageArchive

@Suite("What is known of a capture") struct CaptureTests {
  @Test(
    "has the SHA-256 of FIPS 180-4's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
  func digests(text: String, digest: String) {
    #expect(ContentDigest(of: Array(text.utf8)).hexadecimal == digest)
  }

  @Test func `finds header fields whatever their case, the first of equals`() {
    let fields = [HeaderField(name: "etag", value: "1"), HeaderField(name: "ETag", value: "2")]
    #expect(fields.firstValue(of: "ETAG") == "1")
    #expect(Validators(headers: fields) == Validators(etag: "1"))
    #expect(Validators(headers: []).isEmpty)
  }
}
