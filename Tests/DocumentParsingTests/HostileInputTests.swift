import DocumentParsing
import Testing

@Suite("Hostile input")
struct HostileInputTests {
  private func document(_ bytes: [UInt8]) async throws -> ParsedDocument {
    try await DocumentReader().document(from: bytes)
  }

  @Test("that is empty or blank is refused", arguments: ["", " ", "\n\t\r\n"])
  func empty(text: String) async {
    await #expect(throws: UnreadableDocument.empty) { try await document(Array(text.utf8)) }
  }

  @Test("that is a zip archive is refused, even under the name of a page")
  func zip() async {
    let bytes = Array("PK\u{03}\u{04}".utf8) + Array("<html><p>定員 2名</p></html>".utf8)
    await #expect(throws: UnreadableDocument.unsupported(mediaType: "application/zip")) {
      try await document(bytes)
    }
  }

  @Test("that is larger than allowed is refused before it is read")
  func tooLarge() async {
    let limit = DocumentReader.largestFile
    let bytes = [UInt8](repeating: 65, count: limit + 1)
    await #expect(throws: UnreadableDocument.tooLarge(bytes: limit + 1, limit: limit)) {
      try await document(bytes)
    }
  }

  @Test(
    "nested a hundred thousand deep is cut, and the cut is told", arguments: ["div", "b", "table"])
  func nested(tag: String) async throws {
    let count = 1_000_000 / (tag.utf8.count + 2)
    let page = "<html><body><p>定員は2名です。</p>" + String(repeating: "<\(tag)>", count: count) + "底"
    let document = try await document(Array(page.utf8))
    #expect(document.statements.first?.text == "定員は2名です。")
    #expect(document.text.utf8.count < 10_000)
  }

  @Test("of a hundred thousand cells with spans is bounded")
  func manyCells() async throws {
    let row = "<tr>" + String(repeating: "<td rowspan=9 colspan=9>a</td>", count: 100) + "</tr>"
    let page = "<html><body><table>" + String(repeating: row, count: 1000) + "</table>"
    let document = try await document(Array(page.utf8))
    #expect(document.statements.count <= 20_000)
  }

  @Test("of random bytes gives a document or a reason", arguments: [UInt64(1), 2, 3, 4, 5, 6])
  func random(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let signs = Array("<>/=\"'&; \nptdr募年月日円:()0129%".utf8)
    let bytes =
      Array("<p>".utf8)
      + (0..<20_000).map { _ in
        seed % 2 == 0
          ? UInt8.random(in: 1...255, using: &random) : signs.randomElement(using: &random) ?? 60
      }
    do {
      #expect(try await document(bytes).text.utf8.count <= 8 * bytes.count)
    } catch let reason as UnreadableDocument {
      #expect(reason != .empty)
    }
  }

  @Test("of a line without end is read")
  func longLine() async throws {
    let line = String(repeating: "（定員：若干名　", count: 20_000)
    let document = try await document(Array(line.utf8))
    #expect(!document.statements.isEmpty)
  }
}
