import SearchIndex
import Testing

@Suite("Postings cursor")
struct PostingsCursorTests {
  @Test("walks the documents, frequencies and positions that were added", arguments: 1...6)
  func agreesWithPlainSets(seed: UInt64) throws {
    let collection = try Collection(seed: seed, count: 300)
    for term in (0..<12).map(Collection.name) {
      let expected = collection.documents(with: term)
      guard var cursor = collection.index.postings(of: term) else {
        #expect(expected.isEmpty)
        continue
      }
      #expect(cursor.documentFrequency == expected.count)
      #expect(cursor.rest == expected)
      while !cursor.isAtEnd {
        try check(&cursor, term: term, against: collection)
        cursor.advance()
      }
    }
  }

  @Test("seeks to the document that a scan finds", arguments: [20, 128, 129, 256, 257, 700])
  func seekEqualsScan(count: Int) throws {
    let collection = try Collection(seed: UInt64(count), count: count, terms: 5)
    var random = SeededGenerator(seed: 1)
    for term in (0..<5).map(Collection.name) {
      let all = collection.documents(with: term)
      for stride in [2, 50, 400] {
        guard var cursor = collection.index.postings(of: term) else { continue }
        while !cursor.isAtEnd {
          let step = UInt32.random(in: 1...UInt32(stride), using: &random)
          let target = DocumentNumber(cursor.document.rawValue + step)
          #expect(cursor.seek(to: target) == all.first { $0 >= target } ?? .end)
          if !cursor.isAtEnd { try check(&cursor, term: term, against: collection) }
        }
      }
    }
  }

  @Test("never goes back, and stays at the end")
  func staysInPlace() throws {
    let collection = try Collection(seed: 9, count: 400, terms: 2)
    var cursor = try #require(collection.index.postings(of: Collection.name(0)))
    let far = cursor.seek(to: 300)
    #expect(cursor.seek(to: 10) == far)
    #expect(cursor.seek(to: .end) == .end)
    #expect(cursor.advance() == .end)
    #expect(cursor.seek(to: 5) == .end)
    #expect(cursor.fieldMask == 0)
    #expect(Array(cursor.positions(of: 0)).isEmpty)
  }

  @Test("keeps numbers that need every length of varint")
  func keepsLargeNumbers() throws {
    let positions: [UInt32] = [0, 127, 128, 16_383, 16_384, 2_097_152, 268_435_456, .max]
    let tokens = positions.map { IndexDocument.Token("x", at: $0) }
    let collection = try Collection([.init(texts: ["words": .init(tokens: tokens.reversed())])])
    var cursor = try #require(collection.index.postings(of: "x"))
    #expect(Array(cursor.positions(of: 2)) == positions)
    #expect(cursor.frequency(of: 2) == 8)
    #expect(cursor.frequency(of: 0) == 0)
  }

  @Test("counts a term once that is given twice at one position")
  func countsOnce() throws {
    let tokens = [IndexDocument.Token("x", at: 3), .init("y", at: 3), .init("x", at: 3)]
    let collection = try Collection([.init(texts: ["body": .init(tokens: tokens)])])
    let cursor = try #require(collection.index.postings(of: "x"))
    #expect(cursor.frequency(of: 1) == 1)
    #expect(collection.index.fieldLength(1, of: 0) == 3)
  }

  private func check(
    _ cursor: inout PostingsCursor, term: String, against collection: Collection
  ) throws {
    // The fields are asked for in reverse, since order must not matter.
    for field in Collection.fields.indices.reversed() {
      let expected = collection.positions(of: term, field: field, in: cursor.document)
      #expect(cursor.frequency(of: field) == UInt32(expected.count))
      #expect((cursor.fieldMask & 1 << FieldMask(field) != 0) == !expected.isEmpty)
      #expect(Array(cursor.positions(of: field)) == expected.sorted())
    }
  }
}
