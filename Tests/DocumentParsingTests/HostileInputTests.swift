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

  /// A page that is made to break its reader, and what of it must be read all the same.
  struct Snare: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let page: String
    var keeps = "定員"
  }

  private static let head = "<html><head><meta charset=utf-8><title>t</title></head><body>"

  private static let snares = [
    Snare(
      testDescription: "spans of 65534 rows and 1000 columns",
      page: head + "<table>"
        + String(
          repeating: "<tr><td rowspan=65534 colspan=1000>定員</td><td>2名</td></tr>", count: 400)),
    Snare(
      testDescription: "one row of many cells above many rows",
      page: head + "<table><tr>" + String(repeating: "<td>定員", count: 8_000)
        + String(repeating: "<tr><td>2名", count: 2_000)),
    Snare(
      testDescription: "lists in lists",
      page: head + "<p>定員</p>" + String(repeating: "<ul><li>", count: 5_000)),
    Snare(
      testDescription: "tables in tables",
      page: head + "<p>定員</p>" + String(repeating: "<table><tr><td>", count: 3_000)),
    Snare(
      testDescription: "definitions in definitions",
      page: head + "<p>定員</p>" + String(repeating: "<dl><dd>", count: 5_000)),
    Snare(
      testDescription: "long matter, deeply nested",
      page: head + String(repeating: "<div>", count: 200)
        + String(repeating: "<a href=x>定員</a>2名です。", count: 3_000)),
    Snare(
      testDescription: "a tag with very many attributes",
      page: head + "<p " + (0..<20_000).map { "a\($0)='x'" }.joined(separator: " ") + ">定員</p>"),
    Snare(
      testDescription: "attributes that never end",
      page: head + String(repeating: "<p a=\"", count: 20_000), keeps: ""),
    Snare(testDescription: "zeros between the words", page: head + "<p>定員\0</p><p>2\0名</p>"),
    Snare(
      testDescription: "a comment that never ends",
      page: head + "<p>定員</p><!-- " + String(repeating: "x ", count: 50_000)),
    Snare(
      testDescription: "comments that never end",
      page: head + "<p>定員</p>" + String(repeating: "<!-- ", count: 20_000)),
    Snare(
      testDescription: "nothing but tags begun",
      page: head + String(repeating: "<", count: 100_000), keeps: ""),
    Snare(
      testDescription: "nothing but references begun",
      page: head + String(repeating: "&#", count: 50_000), keeps: ""),
    Snare(
      testDescription: "a letter with very many marks",
      page: head + "<p>定員か" + String(repeating: "\u{3099}", count: 50_000)),
    Snare(
      testDescription: "very many headings",
      page: head + String(repeating: "<h2>定員</h2><p>2名</p>", count: 10_000)),
    Snare(
      testDescription: "lines that all run on",
      page: String(repeating: "定員は二名とし、選考のうえ決定するものであるが、それは別に定めるところによるものとし\n", count: 5_000)),
  ]

  @Test("gives what can be read of it, within bounds", arguments: snares)
  func snare(_ snare: Snare) async throws {
    let document = try await document(Array(snare.page.utf8))
    #expect(snare.keeps.isEmpty || document.text.contains(snare.keeps))
    #expect(document.statements.count <= 20_000)
    #expect(document.statements.allSatisfy { $0.text.unicodeScalars.count <= 30_000 })
    #expect(document.text.unicodeScalars.count <= 1_000_000)
    // Quotations are looked for in the whole source; that ends, too.
    #expect(document.pageText.stretches(of: "どこにもない").first?.place == nil)
  }

  @Test("that is cut says so")
  func saysWhatIsCut() async throws {
    let row = "<tr><td>定員</td><td>2名</td></tr>"
    let page = Self.head + "<table>" + String(repeating: row, count: 11_000) + "</table>"
    let document = try await document(Array(page.utf8))
    #expect(document.remarks.contains { $0.contains("too large") })
  }

  @Test(
    "in a charset or a language that is not read says so",
    arguments: [
      ("<html><body><p>" + String(repeating: "의사 실습생 모집 ", count: 9), "language"),
      ("<html><body><p>" + String(repeating: "Набор практикантов ", count: 9), "language"),
      ("<html><body><p>" + String(repeating: "招生简章学费每月三万日元", count: 9), "kana"),
    ])
  func language(page: String, remark: String) async throws {
    let document = try await document(Array(page.utf8))
    #expect(document.remarks.contains { $0.contains(remark) }, "\(document.remarks)")
  }

  @Test("of bytes that no charset fits says so")
  func charset() async throws {
    var random = SeededGenerator(seed: 7)
    let bytes =
      Array("<html><body><p>".utf8)
      + (0..<5_000).map { _ in UInt8.random(in: 1...255, using: &random) }
    let document = try await document(bytes)
    #expect(document.remarks.contains { $0.contains("charset cannot be told") })
  }

  @Test("of a line without end is read")
  func longLine() async throws {
    let line = String(repeating: "（定員：若干名　", count: 20_000)
    let document = try await document(Array(line.utf8))
    #expect(!document.statements.isEmpty)
  }
}
