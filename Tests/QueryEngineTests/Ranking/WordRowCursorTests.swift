import SearchIndex
import Testing

@testable import QueryEngine

/// A row of words needs their characters in a row, and each of them as a word of the same field.
@Suite struct WordRowCursorTests {
  /// The words that a text was cut into, by field, and whether 東京大学 is found in it as 東京 and 大学.
  struct Case: Sendable {
    let title: [String]
    let body: [String]
    let isFound: Bool
  }

  static let cases = [
    Case(title: ["東京", "大学"], body: [], isFound: true),
    Case(title: ["東京大学"], body: [], isFound: false),
    Case(title: ["東京大学"], body: ["東京", "の", "大学"], isFound: false),
    Case(title: ["東京", "の", "大学"], body: [], isFound: false),
    Case(title: [], body: ["新", "東京", "大学"], isFound: true),
    Case(title: ["東京大学"], body: ["東京", "大学"], isFound: true),
  ]

  @Test("finds what was cut so", arguments: cases)
  func finds(expected: Case) throws {
    var builder = IndexBuilder(
      schema: try IndexSchema(textFields: [.init("title"), .init("body")]), formatTag: "")
    try builder.add(IndexDocument())
    try builder.add(
      IndexDocument(texts: ["title": text(expected.title), "body": text(expected.body)]))
    let index = try InvertedIndex(bytes: builder.serialized())
    let row = try #require(index.phrase([("東京", 0), ("大学", 2)]) ?? index.phrase([("東京", 0)]))
    let words = ["=東京", "=大学"].compactMap { index.postings(of: $0) }
    guard words.count == 2 else {
      #expect(!expected.isFound)
      return
    }
    let cursor = WordRowCursor(row, words: words)
    #expect(cursor.document == (expected.isFound ? 1 : .end))
    #expect(cursor.isAtEnd || cursor.frequency(of: expected.body.count > 1 ? 1 : 0) == 1)
  }

  /// The words with a mark, and the pairs of characters of all of them in a row.
  private func text(_ words: [String]) -> IndexDocument.Text {
    var tokens: [IndexDocument.Token] = []
    var place: UInt32 = 0
    for word in words {
      tokens.append(.init("=" + word, at: place))
      place += UInt32(word.count)
    }
    let characters = Array(words.joined())
    for (place, pair) in zip(characters, characters.dropFirst()).enumerated() {
      tokens.append(.init("\(pair.0)\(pair.1)", at: UInt32(place)))
    }
    return IndexDocument.Text(tokens: tokens)
  }
}
