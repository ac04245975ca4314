import Testing

@testable import SearchIndex

/// What is told of phrases beside their terms changes how fast they are found, and nothing else.
@Suite struct PhraseHintTests {
  struct Case: Sendable {
    let seed: UInt64
    let joining: TextQuestion.Joining
  }

  static let cases = (1...12).flatMap { seed in
    [Case(seed: UInt64(seed), joining: .all), Case(seed: UInt64(seed), joining: .any)]
  }

  /// Searches in every way, of which none may find anything else.
  private func hits(_ question: TextQuestion, in index: InvertedIndex) -> [TextHits] {
    [(0, false), (0, true), (4000, true)].map { few, counts in
      var search = TextSearch(index, question, limit: 10, counts: counts, fewDocuments: few)
      return search.run()
    }
  }

  private func expectEqual(_ told: TextQuestion, _ plain: TextQuestion, in index: InvertedIndex) {
    for (one, other) in zip(hits(told, in: index), hits(plain, in: index)) {
      #expect(one.best.map(\.document) == other.best.map(\.document))
      #expect(zip(one.best, other.best).allSatisfy { abs($0.score - $1.score) < 1e-9 })
      #expect(one.total == other.total)
    }
  }

  private func name(_ random: inout SeededGenerator) -> String {
    Collection.name(Int.random(in: 0..<8, using: &random))
  }

  /// Adds tokens to every text.
  private func adding(
    _ tokens: (IndexDocument.Text) -> [IndexDocument.Token], to documents: [IndexDocument]
  ) throws -> InvertedIndex {
    var documents = documents
    for place in documents.indices {
      for (field, text) in documents[place].texts {
        documents[place].texts[field]?.tokens += tokens(text)
      }
    }
    return try Collection(documents).index
  }

  private func places(of term: String, in text: IndexDocument.Text) -> Set<UInt32> {
    Set(text.tokens.filter { $0.term == term }.map(\.position))
  }

  @Test("A term that stands wherever a phrase does may lead", arguments: cases)
  func leads(expected: Case) throws {
    var random = SeededGenerator(seed: expected.seed)
    let phrases = (0..<3).map { _ in (name(&random), name(&random)) }
    let index = try adding(
      { text in
        phrases.enumerated().flatMap { number, phrase in
          places(of: phrase.0, in: text).filter {
            places(of: phrase.1, in: text).contains($0 + 2)
          }.map { .init("導\(number)", at: $0 + 1) }
        }
      }, to: try Collection(seed: expected.seed, count: 1200, terms: 12, length: 9).documents)
    func question(_ isTold: Bool) -> TextQuestion {
      TextQuestion(
        phrases.enumerated().map { number, phrase in
          TextQuestion.Clause(
            anyOf: [[(phrase.0, 0), (phrase.1, 2)]], lead: isTold ? ("導\(number)", 1) : nil)
        }, joining: expected.joining)
    }
    expectEqual(question(true), question(false), in: index)
    var one = (told: question(true), plain: question(false))
    (one.told.clauses, one.plain.clauses) = ([one.told.clauses[0]], [one.plain.clauses[0]])
    expectEqual(one.told, one.plain, in: index)
    one.plain.clauses[0].lead = ("nowhere", 1)
    #expect(hits(one.plain, in: index).allSatisfy { $0.best.isEmpty && ($0.total ?? 0) == 0 })
  }

  @Test("Phrases that differ in their last term are asked as one", arguments: cases)
  func ends(expected: Case) throws {
    var random = SeededGenerator(seed: expected.seed)
    let heads = (0..<3).map { number -> TextQuestion.Phrase in
      number == 0 ? [(name(&random), 0)] : [(name(&random), 0), (name(&random), 1)]
    }
    // Behind every place stands one of five ends.
    let index = try adding(
      { text in
        Set(text.tokens.map(\.position)).map {
          .init("末\(($0 &* 7 &+ UInt32(text.tokens.count)) % 5)", at: $0 + 2)
        }
      }, to: try Collection(seed: expected.seed, count: 1200, terms: 12, length: 9).documents)
    let ends = ["末1", "末3", "nowhere"].map { ($0, 2) }
    let told = heads.map { head in
      var clause = TextQuestion.Clause(anyOf: [head])
      clause.ends = ends
      return clause
    }
    let plain = heads.map { head in TextQuestion.Clause(anyOf: ends.map { head + [$0] }) }
    let filter = DocumentFilter { $0.rawValue % 3 != 0 }
    for count in 1...3 {
      for filter in [nil, filter] {
        expectEqual(
          TextQuestion(Array(told.prefix(count)), joining: expected.joining, filter: filter),
          TextQuestion(Array(plain.prefix(count)), joining: expected.joining, filter: filter),
          in: index)
      }
    }
    var nowhere = told[1]
    nowhere.ends = [("nowhere", 2)]
    #expect(hits(TextQuestion([nowhere]), in: index).allSatisfy { $0.best.isEmpty })
  }
}
