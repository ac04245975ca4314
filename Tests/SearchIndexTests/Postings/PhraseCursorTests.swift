import SearchIndex
import Testing

@Suite("Phrase cursor")
struct PhraseCursorTests {
  /// Offsets of up to four terms, ascending, falling, equal, far apart.
  static let offsets = [
    [0], [0, 1], [0, 1, 2], [1, 0], [0, 0], [5, 3, 4], [0, 2, 4, 6], [-1, 1],
  ]

  @Test("finds what a naive search finds", arguments: offsets)
  func agreesWithNaiveSearch(offsets: [Int]) throws {
    let collection = try Collection(seed: 3, count: 400, terms: 6)
    var random = SeededGenerator(seed: UInt64(offsets.count))
    for _ in 0..<20 {
      let phrase = offsets.map {
        (term: Collection.name(.random(in: 0..<4, using: &random)), offset: $0)
      }
      guard var cursor = collection.index.phrase(phrase) else { continue }
      for document in collection.documents.indices.map({ DocumentNumber(UInt32($0)) }) {
        for field in Collection.fields.indices {
          let expected = naive(phrase, field: field, in: document, of: collection)
          let isThere = cursor.document == document
          #expect((isThere ? cursor.frequency(of: field) : 0) == UInt32(expected.count))
          if isThere { #expect(cursor.positions(of: field) == expected) }
        }
        if cursor.document == document { cursor.advance() }
      }
      #expect(cursor.isAtEnd)
    }
  }

  @Test("seeks to the document that a scan finds")
  func seekEqualsScan() throws {
    let collection = try Collection(seed: 4, count: 900, terms: 6)
    let phrase = [(term: Collection.name(0), offset: 0), (term: Collection.name(1), offset: 1)]
    let cursor = try #require(collection.index.phrase(phrase))
    let all = cursor.rest
    for target in stride(from: UInt32(0), to: 900, by: 7).map({ DocumentNumber($0) }) {
      var seeking = cursor
      #expect(seeking.seek(to: target) == all.first { $0 >= target } ?? .end)
    }
  }

  @Test("is nothing where a term is nowhere")
  func needsEveryTerm() throws {
    let index = try Collection(seed: 1, count: 5).index
    #expect(index.phrase([("語0", 0), ("nowhere", 1)])?.document == nil)
    #expect(index.phrase([])?.document == nil)
  }

  private func naive(
    _ phrase: [(term: String, offset: Int)], field: Int, in document: DocumentNumber,
    of collection: Collection
  ) -> [Int] {
    let sets = phrase.map { term, offset in
      Set(
        collection.positions(of: term, field: field, in: document).map { Int($0) - offset })
    }
    return sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }.sorted()
  }
}
