import Testing

@testable import DocumentParsing

@Suite("Kinds of files")
struct FileSignatureTests {
  @Test("are told by the first bytes, whatever a server claims")
  func firstBytes() {
    #expect(FileSignature.format(of: Array("%PDF-1.7".utf8)) == .pdf)
    #expect(FileSignature.format(of: [10, 10] + Array("%PDF-1.4".utf8)) == .pdf)
    #expect(FileSignature.format(of: Array("<html>".utf8)) == .text)
    #expect(FileSignature.format(of: [0xFF, 0xFE, 0x3C, 0, 0x68, 0, 0x74, 0, 0x6D, 0]) == .text)
  }

  @Test(
    "that are not read are named",
    arguments: [
      (Array("PK\u{03}\u{04}".utf8), "application/zip"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D], "image/png"), ([0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg"),
      ([0xD0, 0xCF, 0x11, 0xE0], "application/x-ole-storage"),
      ([0x1F, 0x8B, 0x08], "application/gzip"),
      ([65, 0, 0, 0, 0, 0, 0, 0, 66], "application/octet-stream"),
    ])
  func unsupported(bytes: [UInt8], mediaType: String) async throws {
    #expect(FileSignature.format(of: bytes) == .unsupported(mediaType: mediaType))
    let reader = try DocumentReader()
    await #expect(throws: UnreadableDocument.unsupported(mediaType: mediaType)) {
      try await reader.document(from: bytes)
    }
  }

  @Test("of text are pages where they have tags of pages")
  func pages() {
    #expect(FileSignature.looksLikeHTML("<!DOCTYPE html><p>x"))
    #expect(FileSignature.looksLikeHTML("\n<TABLE><tr><td>x"))
    #expect(!FileSignature.looksLikeHTML("募集人員 < 3名, a<b"))
  }
}
