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
      clauses, joining: joining, filter: divisor == 1 ? nil : { $0.rawValue % divisor == 0 })
  }

  @Test("The best of a search that skips are the best of one that counts all", arguments: cases)
  func skipping(expected: Case) throws {
    var random = SeededGenerator(seed: expected.seed)
    let index = try Collection(seed: expected.seed, count: 1500, terms: 12, length: 6).index
    for limit in [1, 3, 10] {
      let question = question(expected.joining, &random)
      let all = index.best(question, limit: limit, counts: true)
      var search = TextSearch(index, question, limit: limit, counts: false, fewDocuments: 0)
      let best = search.run()
      #expect(index.best(question, limit: limit, counts: false).best == best.best)
      #expect(best.best.map(\.document) == all.best.map(\.document))
      #expect(zip(best.best, all.best).allSatisfy { abs($0.score - $1.score) < 1e-9 })
      #expect(best.total == nil)
    }
  }

  @Test("Windows that ask for less than the one before them lose nothing", arguments: 1...6)
  func windows(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let index = try Collection(seed: seed, count: 4000, terms: 60, length: 9).index
    for joining in [TextQuestion.Joining.all, .any] {
      for _ in 0..<6 {
        let terms = (0..<3).map { _ in Collection.name(Int.random(in: 0..<30, using: &random)) }
        let question = TextQuestion(
          terms.map { TextQuestion.Clause(anyOf: [[($0, 0)]]) }, joining: joining,
          filter: Bool.random(using: &random) ? nil : { $0.rawValue % 5 != 0 })
        let all = index.best(question, limit: 10, counts: true)
        var search = TextSearch(index, question, limit: 10, counts: false, fewDocuments: 0)
        #expect(search.run().best.map(\.document) == all.best.map(\.document))
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
      #expect(total == joined.filter { question.filter?($0) ?? true }.count)
    }
  }

  @Test("Without words all that a filter admits are found, the first first")
  func bare() throws {
    let index = try Collection(seed: 1, count: 50).index
    let hits = index.best(
      TextQuestion([], filter: { $0.rawValue % 7 == 3 }), limit: 3, counts: true)
    #expect(hits.best.map(\.document.rawValue) == [3, 10, 17])
    #expect(hits.total == 7)
  }
}

extension Collection {
  /// The documents that have a phrase in some field, by looking at every one.
  fileprivate func documents(withPhrase phrase: TextQuestion.Phrase) -> [DocumentNumber] {
    documents.indices.map { DocumentNumber(UInt32($0)) }.filter { document in
      Self.fields.indices.contains { field in
        let starts = phrase.map { term, offset in
          Set(positions(of: term, field: field, in: document).map { Int($0) - offset })
        }
        return !starts.dropFirst().reduce(starts[0]) { $0.intersection($1) }.isEmpty
      }
    }
  }
}
