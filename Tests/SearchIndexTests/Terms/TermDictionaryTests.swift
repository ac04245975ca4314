import SearchIndex
import Testing

@Suite("Term dictionary")
struct TermDictionaryTests {
  /// Terms of every kind of beginning, more than one block of them.
  static let terms: [String] = {
    var random = SeededGenerator(seed: 5)
    let letters = ["a", "b", "京", "都", "𠮷", "é"]
    let drawn = (0..<400).map { _ in
      (0..<Int.random(in: 0...5, using: &random))
        .map { _ in letters.randomElement(using: &random) ?? "" }.joined()
    }
    return Set(drawn + [String(repeating: "長", count: 300), "\0", "a\0"]).sorted(by: isBefore)
  }()

  static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  static func index() throws -> InvertedIndex {
    let tokens = terms.map { IndexDocument.Token($0, at: 0) }.reversed()
    return try Collection([.init(texts: ["body": .init(tokens: Array(tokens))])]).index
  }

  @Test("walks all terms in byte order")
  func walksInOrder() throws {
    var cursor = try Self.index().terms()
    var found: [String] = []
    while let entry = cursor.entry {
      if let last = found.last?.utf8 {
        #expect(
          last.prefix(cursor.sharedLength).elementsEqual(
            entry.bytes.prefix(cursor.sharedLength)))
      }
      found.append(entry.text)
      cursor.advance()
    }
    #expect(found == Self.terms)
  }

  @Test("finds every term and no other")
  func findsTerms() throws {
    let index = try Self.index()
    for term in Self.terms {
      #expect(index.term(term)?.text == term)
      #expect(index.term(term + "z")?.text == nil)
    }
    #expect(index.termCount == Self.terms.count)
  }

  @Test(
    "gives the terms that a filter gives",
    arguments: ["", "a", "ab", "京", "京都", "𠮷", "z", "長長", "\0"], [0, 1, 7, 1000])
  func prefixEqualsFilter(prefix: String, limit: Int) throws {
    let found = try Self.index().terms(withPrefix: prefix, limit: limit).map(\.text)
    let expected = Self.terms.filter { $0.utf8.starts(with: prefix.utf8) }.prefix(limit)
    #expect(found == Array(expected))
  }

  @Test("tells composed from decomposed letters, since terms are bytes")
  func comparesBytes() throws {
    let tokens = ["\u{e9}", "e\u{301}"].map { IndexDocument.Token($0, at: 0) }
    let index = try Collection([.init(texts: ["body": .init(tokens: tokens)])]).index
    #expect(index.termCount == 2)
  }
}
