import DocumentParsing
import DomainLexicon
import FactExtraction
import Foundation
import RecruitmentModel
import Testing

/// Reads small made-up pages as the whole of the program would.
enum Reading {
  private struct Tools: Sendable {
    let reader: DocumentReader
    let extractor: RecordExtractor
  }

  private static let tools = Result {
    Tools(
      reader: try DocumentReader(),
      extractor: RecordExtractor(lexicon: try Lexicon(isForPages: true)))
  }

  /// The programs that the bytes of a page state.
  static func programs(in bytes: [UInt8]) async throws -> [Program] {
    let tools = try tools.get()
    let document = try await tools.reader.document(from: bytes)
    let page = SourcePage(url: "https://www.kakuu.example.jp/kensyu/")
    return tools.extractor.programs(in: document, from: .init(page: page))
  }

  /// The programs that a page with a title and a body states.
  static func programs(title: String, body: String) async throws -> [Program] {
    try await programs(in: Array(page(title: title, body: body).utf8))
  }

  /// What a guideline for 実地修練生 states, one paragraph a line; nil where it states nothing.
  static func summary(of lines: String) async throws -> Summary? {
    let body = lines.split(separator: "\n").map { "<p>\($0)</p>" }.joined()
    return try await programs(title: "実地修練生募集要項", body: body).first.map { Summary($0) }
  }

  static func page(title: String, body: String) -> String {
    """
    <!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>\(title)</title></head>
    <body><h1>\(title)</h1>\(body)</body></html>
    """
  }
}

/// Words of a page, and what one fact of it must be; nil where the words leave it open.
struct Phrase: Sendable, CustomTestStringConvertible {
  let words: String
  let value: String?

  init(_ words: String, _ value: String? = nil) {
    self.words = words
    self.value = value
  }

  var testDescription: String { words }

  /// Whether a page of these words has this value for a fact.
  func check(_ fact: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let found = try await Reading.summary(of: words)?[fact]
    #expect(found == value, sourceLocation: sourceLocation)
  }
}

/// The pages in the folder `Fixtures` beside the tests.
enum FixturePages {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")

  static let names: [String] = {
    let found = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
    return (found ?? []).sorted()
  }()

  static func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }
}
