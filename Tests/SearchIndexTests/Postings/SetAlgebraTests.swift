import SearchIndex
import Testing

@Suite("Intersection and union")
struct SetAlgebraTests {
  @Test("agree with plain sets", arguments: 1...8)
  func agreeWithPlainSets(seed: UInt64) throws {
    let collection = try Collection(seed: seed, count: 700, terms: 30, length: 6)
    var random = SeededGenerator(seed: seed)
    for size in 1...4 {
      let terms = (0..<size).map { _ in Collection.name(.random(in: 0..<30, using: &random)) }
      let cursors = terms.compactMap { collection.index.postings(of: $0) }
      guard cursors.count == size else { continue }
      let sets = terms.map { Set(collection.documents(with: $0)) }
      let common = sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }.sorted()
      let united = sets.reduce(Set()) { $0.union($1) }.sorted()
      #expect(Intersection(cursors).rest == common)
      #expect(Union(cursors).rest == united)
      checkSeeks(Intersection(cursors), against: common)
      checkSeeks(Union(cursors), against: united)
    }
  }

  @Test("nest in each other and hold phrases")
  func nest() throws {
    let collection = try Collection(seed: 2, count: 500, terms: 8)
    let index = collection.index
    let cursors = try (0..<3).map { try #require(index.postings(of: Collection.name($0))) }
    let phrase = try #require(index.phrase([("語3", 0), ("語1", 1)]))
    let either = Union([AnyDocumentCursor(cursors[1]), AnyDocumentCursor(phrase)])
    let both = Intersection([AnyDocumentCursor(cursors[0]), AnyDocumentCursor(either)])
    let expected = Set(cursors[0].rest).intersection(Set(cursors[1].rest).union(phrase.rest))
    #expect(both.rest == expected.sorted())
  }

  @Test("of no cursors are empty")
  func areEmptyOfNothing() {
    #expect(Intersection<PostingsCursor>([]).rest.isEmpty)
    #expect(Union<PostingsCursor>([]).rest.isEmpty)
  }

  private func checkSeeks(_ cursor: some DocumentCursor, against all: [DocumentNumber]) {
    for target in [0, 1, 64, 127, 128, 300, 699, 700].map({ DocumentNumber($0) }) {
      var seeking = cursor
      #expect(seeking.seek(to: target) == all.first { $0 >= target } ?? .end)
    }
  }
}
