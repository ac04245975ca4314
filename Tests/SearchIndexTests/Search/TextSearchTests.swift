import Testing

@testable import SearchIndex

/// Skipping finds the same as looking at everything, and both the same as plain sets.
@Suite struct TextSearchTests {
  struct Case: Sendable {
    let seed: UInt64
    let joining: TextQuestion.Joining
  }

  static let cases = (1...25).flatMap { seed in
    [Case(seed: UInt64(seed), joining: .all), Case(seed: UInt64(seed), joining: .any)]
  }

  private func question(
    _ joining: TextQuestion.Joining, _ random: inout SeededGenerator
  ) -> TextQuestion {
    func term() -> String { Collection.name(Int.random(in: 0..<13, using: &random)) }
    let clauses = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      TextQuestion.Clause(
        anyOf: (0..<(Int.random(in: 0..<5, using: &random) == 0 ? 2 : 1)).map { _ in
          (0..<Int.random(in: 1...2, using: &random)).map { (term(), $0) }
        })
    }
    let divisor = UInt32.random(in: 1...3, using: &random)
    return TextQuestion(
      clauses, joining: joining,
      filter: divisor == 1 ? nil : DocumentFilter { $0.rawValue % divisor == 0 })
  }

  /// Searches with and without skipping; as nothing is passed over where all documents are wanted, the
  /// best of those are what a search that skips must find, and they are as many as are counted.
  private func expectEqual(_ question: TextQuestion, in index: InvertedIndex, limit: Int) {
    let all = index.best(question, limit: index.documentCount, counts: true)
    #expect(all.total == all.best.count)
    for (few, counts) in [(0, false), (0, true), (4000, false), (4000, true)] {
      var search = TextSearch(index, question, limit: limit, counts: counts, fewDocuments: few)
      let hits = search.run()
      #expect(hits.best.map(\.document) == all.best.prefix(limit).map(\.document))
      #expect(zip(hits.best, all.best).allSatisfy { abs($0.score - $1.score) < 1e-9 })
      #expect(hits.total == (counts ? all.total : nil))
    }
  }

  @Test("The best of a search that skips are the best of all", arguments: cases)
  func skipping(expected: Case) throws {
    var random = SeededGenerator(seed: expected.seed)
    let index = try Collection(seed: expected.seed, count: 1500, terms: 12, length: 6).index
    for limit in [1, 3, 10] {
      expectEqual(question(expected.joining, &random), in: index, limit: limit)
    }
  }

  @Test("Every document is worth what the formula says", arguments: cases)
  func scores(expected: Case) throws {
    var random = SeededGenerator(seed: expected.seed)
    let collection = try Collection(seed: expected.seed, count: 150, terms: 12, length: 6)
    let question = question(expected.joining, &random)
    let frequencies = question.clauses.map { clause in
      clause.phrases.map { phrase in
        phrase.map { collection.documents(with: $0.term).count }.min() ?? 0
      }
    }
    let hits = collection.index.best(question, limit: 40, counts: false)
    for hit in hits.best {
      let score = collection.score(of: question, frequencies, in: hit.document)
      #expect(abs(hit.score - score) < 1e-9 * max(score, 1))
    }
  }

  @Test(
    "A condition on a column finds what a test of each document finds", arguments: cases.prefix(10))
  func columns(expected: Case) throws {
    var random = SeededGenerator(seed: expected.seed)
    var documents = try Collection(seed: expected.seed, count: 1000, terms: 12, length: 6).documents
    for place in documents.indices { documents[place].keywords["region"] = ["地\(place / 70)"] }
    documents[999].keywords["region"] = []
    let index = try Collection(documents).index
    let column = try #require(index.keywordColumn(named: "region"))
    for regions in [["地3"], ["地0", "地13"], ["地4", "nowhere"], ["nowhere"]] {
      var question = question(expected.joining, &random)
      let isOdd = DocumentFilter { $0.rawValue % 2 == 1 }
      let tested = DocumentFilter { regions.contains(column[$0].first ?? "") }
      question.filter = DocumentFilter(allOf: [tested, isOdd])
      let all = index.best(question, limit: 1000, counts: true)
      question.filter = DocumentFilter(allOf: [DocumentFilter(column, anyOf: regions), isOdd])
      #expect(index.best(question, limit: 1000, counts: true).best == all.best)
      expectEqual(question, in: index, limit: 10)
      question.clauses = []
      expectEqual(question, in: index, limit: 10)
    }
  }

  @Test("Windows that ask for less than the one before them lose nothing", arguments: 1...6)
  func windows(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let index = try Collection(seed: seed, count: 4000, terms: 60, length: 9).index
    for joining in [TextQuestion.Joining.all, .any] {
      for _ in 0..<3 {
        // Terms, phrases, and clauses of two phrases, of which one may be nowhere.
        let clauses = (0..<3).map { _ in
          TextQuestion.Clause(
            anyOf: (0..<Int.random(in: 1...2, using: &random)).map { _ in
              (0..<Int.random(in: 1...3, using: &random)).map {
                (Collection.name(Int.random(in: 0..<30, using: &random)), $0)
              }
            })
        }
        let filter = DocumentFilter { $0.rawValue % 5 != 0 }
        expectEqual(
          TextQuestion(
            clauses, joining: joining, filter: Bool.random(using: &random) ? nil : filter),
          in: index, limit: 10)
        expectEqual(
          TextQuestion(Array(clauses.prefix(1)), joining: joining, filter: filter), in: index,
          limit: 10)
      }
    }
  }

  @Test("As many are counted as plain sets have", arguments: cases)
  func counting(expected: Case) throws {
    var random = SeededGenerator(seed: expected.seed)
    let collection = try Collection(seed: expected.seed, count: 200)
    for _ in 0..<6 {
      let question = question(expected.joining, &random)
      let sets = question.clauses.map { clause in
        clause.phrases.reduce(into: Set<DocumentNumber>()) { found, phrase in
          found.formUnion(collection.documents(withPhrase: phrase))
        }
      }
      let joined =
        expected.joining == .all
        ? sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }
        : sets.reduce(Set()) { $0.union($1) }
      let total = collection.index.best(question, limit: 5, counts: true).total
      #expect(total == joined.filter { question.filter?.admits($0) ?? true }.count)
    }
  }

  @Test("Terms that say that a document has a phrase change no number", arguments: cases)
  func sureTerms(expected: Case) throws {
    var random = SeededGenerator(seed: expected.seed)
    let plain = try Collection(seed: expected.seed, count: 200)
    let phrases = (0..<3).map { _ in
      (0..<Int.random(in: 2...3, using: &random)).map {
        (Collection.name(Int.random(in: 0..<8, using: &random)), $0)
      }
    }
    // Of most documents with a phrase, not of all, a term says so.
    var documents = plain.documents
    for (number, phrase) in phrases.enumerated() {
      for found in plain.documents(withPhrase: phrase) where found.rawValue % 3 > 0 {
        documents[found.index].texts["title", default: .init(tokens: [])].tokens
          .append(.init("句\(number)", at: 0))
      }
    }
    let index = try Collection(documents).index
    func total(_ isTold: Bool, _ filter: DocumentFilter?) -> Int? {
      let clauses = phrases.enumerated().map {
        TextQuestion.Clause(anyOf: [$1], sureTerms: isTold ? ["句\($0)", "nowhere"] : [])
      }
      return index.best(
        TextQuestion(clauses, joining: expected.joining, filter: filter), limit: 5, counts: true
      ).total
    }
    for filter in [nil, DocumentFilter { $0.rawValue % 2 == 0 }] {
      #expect(total(true, filter) == total(false, filter))
    }
  }

  @Test("Without words all that a filter admits are found, the first first")
  func bare() throws {
    let index = try Collection(seed: 1, count: 50).index
    let hits = index.best(
      TextQuestion([], filter: DocumentFilter { $0.rawValue % 7 == 3 }), limit: 3, counts: true)
    #expect(hits.best.map(\.document.rawValue) == [3, 10, 17])
    #expect(hits.total == 7)
  }
}

extension Collection {
  /// The documents that have a phrase in some field, by looking at every one.
  fileprivate func documents(withPhrase phrase: TextQuestion.Phrase) -> [DocumentNumber] {
    documents.indices.map { DocumentNumber(UInt32($0)) }.filter { document in
      Self.fields.indices.contains { frequency(of: phrase, field: $0, in: document) > 0 }
    }
  }

  private func frequency(
    of phrase: TextQuestion.Phrase, field: Int, in document: DocumentNumber
  ) -> Int {
    let starts = phrase.map { term, offset in
      Set(positions(of: term, field: field, in: document).map { Int($0) - offset })
    }
    return starts.dropFirst().reduce(starts[0]) { $0.intersection($1) }.count
  }

  /// What a document is worth to a question, by the formula of BM25F: the weights of a clause's phrases are
  /// added up; how rare it is follows from how many documents have the rarest term of each.
  fileprivate func score(
    of question: TextQuestion, _ frequencies: [[Int]], in document: DocumentNumber
  ) -> Double {
    let scoring = BM25F(index)
    return zip(question.clauses, frequencies).reduce(0) { sum, pair in
      var (having, weight) = (0, 0.0)
      for (phrase, documents) in zip(pair.0.phrases, pair.1) where documents > 0 {
        having += documents
        for field in Self.fields.indices {
          let frequency = frequency(of: phrase, field: field, in: document)
          weight += scoring.weightedFrequency(
            BM25F.Occurrences(
              field: field, frequency: UInt32(frequency),
              length: index.fieldLength(field, of: document)))
        }
      }
      guard having > 0, weight > 0 else { return sum }
      return sum
        + scoring.score(
          weightedFrequency: weight,
          inverseDocumentFrequency: scoring.inverseDocumentFrequency(documentFrequency: having))
    }
  }
}
