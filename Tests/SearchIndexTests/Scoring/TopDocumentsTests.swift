import SearchIndex
import Testing

@Suite("Top documents")
struct TopDocumentsTests {
  @Test(
    "are the first of all when sorted, in any order of insertion", arguments: [0, 1, 3, 10, 99])
  func agreeWithSorting(limit: Int) {
    var random = SeededGenerator(seed: 8)
    // Few scores, so that there are many ties.
    let all = (0..<60).map {
      ScoredDocument(DocumentNumber($0), score: Double(Int.random(in: 0..<6, using: &random)))
    }
    let expected = Array(all.sorted { $0.isBefore($1) }.prefix(limit))
    for _ in 0..<20 {
      var top = TopDocuments(limit: limit)
      for scored in all.shuffled(using: &random) {
        top.insert(scored.document, score: scored.score)
      }
      #expect(top.sorted == expected)
    }
  }

  @Test("tell the score to beat once there is no more room")
  func tellThreshold() {
    var top = TopDocuments(limit: 2)
    top.insert(1, score: 5)
    #expect(top.threshold == nil)
    top.insert(2, score: 7)
    #expect(top.threshold == 5)
    top.insert(3, score: 6)
    #expect(top.threshold == 6)
  }

  @Test("refuse a score that is no number")
  func refuseNaN() {
    var top = TopDocuments(limit: 2)
    top.insert(1, score: .nan)
    #expect(top.sorted.isEmpty)
  }
}
