import Testing

@testable import SearchIndex

/// No window promises too little, and what is nowhere promises nothing.
@Suite struct WindowBoundsTests {
  @Test("No document is worth more than its window", arguments: 1...8)
  func bounds(seed: UInt64) throws {
    let index = try Collection(seed: seed, count: 1500, terms: 12, length: 6).index
    let scoring = FieldScoring(index)
    for term in 0..<12 {
      guard let start = index.postings(of: Collection.name(term)) else { continue }
      var bounds = WindowBounds(documents: index.documentCount, .infinity)
      start.lower(&bounds)
      var cursor = start
      while !cursor.isAtEnd {
        let window = try #require(
          bounds.values.indices.first {
            bounds.documents(of: $0).contains(cursor.document.index)
          })
        let weight = scoring.weight(of: cursor)
        #expect(scoring.saturated(weight) <= Double(bounds.values[window]))
        cursor.advance()
      }
    }
  }

  @Test("Only the windows of rare documents keep a bound")
  func keeping() {
    var bounds = WindowBounds(documents: 1000, 2)
    bounds.keep(only: [130, 200, 700])
    #expect(bounds.values == [2, 0, 2, 0])
    #expect(bounds.best(5) == [0, 2])
    #expect(bounds.documents(of: 3) == 768..<1000)
  }

  @Test("Bounds add up, and end where one part has nothing")
  func adding() {
    var sum = WindowBounds(documents: 600, 1)
    var other = WindowBounds(documents: 600, 2)
    other.keep(only: [0, 512])
    sum.add(other)
    #expect(sum.values.map { $0.rounded() } == [3, 1, 3])
    sum.clear(where: other)
    #expect(sum.values.map { $0.rounded() } == [3, 0, 3])
    other.scale(by: 10, limit: 1.5)
    #expect(other.values.map { $0.rounded() } == [15, 0, 15])
  }
}

extension FieldScoring {
  /// The weight of the document at which a cursor stands.
  fileprivate func weight(of cursor: PostingsCursor) -> Double {
    (0..<Collection.fields.count).reduce(0) {
      $0 + weight(frequency: cursor.frequency(of: $1), in: $1, of: cursor.document)
    }
  }
}
