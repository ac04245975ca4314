import SearchIndex
import Testing

@Suite("BM25F")
struct BM25FTests {
  /// One case worked out by hand.
  struct Case: CustomTestStringConvertible {
    let name: String
    let occurrences: [BM25F.Occurrences]
    let documentFrequency: Int
    let score: Double
    var testDescription: String { name }
  }

  /// Ten documents; title: weight 2, b 0.5, mean 4; body: weight 1, b 0.75, mean 100.
  static let scoring = BM25F(
    fields: [.init(weight: 2, b: 0.5), .init(weight: 1, b: 0.75)],
    statistics: .init(documentCount: 10, averageLengths: [4, 100]), k1: 1.2)

  static let cases = [
    // idf = ln(1 + 8.5 / 2.5) = ln 4.4 = 1.4816045; tf = 1, so the score is idf.
    Case(
      name: "once in a body of mean length",
      occurrences: [.init(field: 1, frequency: 1, length: 100)], documentFrequency: 2,
      score: 1.481_604_540_9),
    // tf = 3 / (0.25 + 0.75 · 2) = 1.7142857; 2.2 · tf / (1.2 + tf) = 1.2941176.
    Case(
      name: "three times in a body of twice the mean length",
      occurrences: [.init(field: 1, frequency: 3, length: 200)], documentFrequency: 2,
      score: 1.917_370_582_4),
    // tf = 2 · 1 / (0.5 + 0.5 · 0.5) + 1 / 1 = 3.6666667; 2.2 · tf / (1.2 + tf) = 1.6575342.
    Case(
      name: "in a short title and in the body",
      occurrences: [
        .init(field: 0, frequency: 1, length: 2), .init(field: 1, frequency: 1, length: 100),
      ],
      documentFrequency: 2, score: 2.455_810_266_4),
    // idf = ln(1 + 0.5 / 10.5) = 0.0465200: a term that all have still counts a little.
    Case(
      name: "a term that every document has",
      occurrences: [.init(field: 1, frequency: 1, length: 100)], documentFrequency: 10,
      score: 0.046_520_015_6),
    Case(name: "nowhere", occurrences: [], documentFrequency: 2, score: 0),
    Case(
      name: "a field that is not there",
      occurrences: [.init(field: 7, frequency: 1, length: 1)], documentFrequency: 2, score: 0),
  ]

  @Test("gives the scores worked out by hand", arguments: cases)
  func knownScores(known: Case) {
    let idf = Self.scoring.inverseDocumentFrequency(documentFrequency: known.documentFrequency)
    let score = Self.scoring.score(of: known.occurrences, inverseDocumentFrequency: idf)
    #expect(abs(score - known.score) < 1e-9)
    #expect(score <= Self.scoring.bound(inverseDocumentFrequency: idf))
  }

  @Test("explains a score by a tree whose head is the score", arguments: cases)
  func explainsScores(known: Case) {
    let explanation = Self.scoring.explanation(
      of: "無料", occurrences: known.occurrences, documentFrequency: known.documentFrequency,
      fieldNames: ["title", "body"])
    #expect(abs(explanation.value - known.score) < 1e-9)
    let parts = explanation.details[2]
    #expect(abs(parts.details.reduce(0) { $0 + $1.value } - parts.value) < 1e-9)
  }

  @Test("leaves length out where there is no mean length")
  func needsNoMeanLength() {
    let scoring = BM25F(
      fields: [.init()], statistics: .init(documentCount: 1, averageLengths: []))
    #expect(scoring.weightedFrequency(.init(field: 0, frequency: 4, length: 9)) == 4)
  }

  @Test("scores a cursor as it scores what the cursor stands at", arguments: 1...3)
  func scoresCursors(seed: UInt64) throws {
    let index = try Collection(seed: seed, count: 200).index
    let scoring = BM25F(index)
    var cursor = try #require(index.postings(of: Collection.name(1)))
    while !cursor.isAtEnd {
      let expected = scoring.score(
        of: index.occurrences(at: cursor), inverseDocumentFrequency: 1.5)
      #expect(cursor.score(by: scoring, in: index, inverseDocumentFrequency: 1.5) == expected)
      cursor.advance()
    }
  }

  @Test("takes mean lengths over the documents that have the field")
  func averagesWhereThereIsText() throws {
    let texts: [UInt32?] = [4, nil, 8]
    let documents = texts.map { length in
      IndexDocument(texts: length.map { ["body": .init(tokens: [], length: $0)] } ?? [:])
    }
    let statistics = try Collection(documents).index.statistics
    #expect(statistics == .init(documentCount: 3, averageLengths: [0, 6, 0]))
  }
}
