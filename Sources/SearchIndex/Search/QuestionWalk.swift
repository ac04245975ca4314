/// The clauses of a question with all that they point at.
struct QuestionWalk: ~Copyable {
  /// The clauses of which some phrase has all its terms in the index.
  let clauses: UnsafeMutableBufferPointer<ClauseWalk>
  private let phrases: UnsafeMutableBufferPointer<PhraseWalk>
  private let cursors: UnsafeMutableBufferPointer<PostingsCursor>
  private let offsets: UnsafeMutableBufferPointer<Int>
  /// The cursors as they stood at first.
  private let untouched: [PostingsCursor]

  /// Looks up the terms of some clauses; those that are nowhere are left out.
  init(_ asked: [TextQuestion.Clause], in index: InvertedIndex, by scoring: FieldScoring) {
    let found = asked.map { Clause($0, in: index) }.filter { !$0.phrases.isEmpty }
    let terms = found.flatMap { clause in clause.phrases.flatMap { $0 + clause.ends } }
    untouched = terms.map(\.postings)
    cursors = .allocate(capacity: terms.count)
    offsets = .allocate(capacity: terms.count)
    _ = cursors.initialize(from: untouched)
    _ = offsets.initialize(from: terms.map(\.offset))
    phrases = .allocate(capacity: found.reduce(0) { $0 + $1.phrases.count })
    clauses = .allocate(capacity: found.count)
    var (term, phrase) = (0, 0)
    for (place, clause) in found.enumerated() {
      let first = phrase
      for part in clause.phrases {
        // There is a term at least, so there is memory.
        guard let start = cursors.baseAddress, let distances = offsets.baseAddress else { break }
        phrases.initializeElement(
          at: phrase,
          to: PhraseWalk(
            start + term, at: distances + term, count: part.count, ends: clause.ends.count))
        phrase += 1
        term += part.count + clause.ends.count
      }
      guard let start = phrases.baseAddress else { break }
      clauses.initializeElement(
        at: place,
        to: ClauseWalk(
          start + first, count: phrase - first,
          rarity: scoring.rarity(documents: clause.documents), sureTerms: clause.sureTerms))
    }
  }

  deinit {
    clauses.deinitialize().deallocate()
    phrases.deinitialize().deallocate()
    cursors.deinitialize().deallocate()
    offsets.deinitialize().deallocate()
  }

  /// Puts the clauses that fewer documents have first.
  func sortByCost() {
    var clauses = clauses
    clauses.sort { $0.cost < $1.cost }
  }

  /// Puts everything back to where it stood at first.
  func restart() {
    for (place, cursor) in untouched.enumerated() { cursors[place] = cursor }
    for place in phrases.indices { phrases[place].start() }
    for place in clauses.indices { clauses[place].start() }
  }
}

extension QuestionWalk {
  /// Terms with where they stand in a phrase, the rarest first.
  private typealias Terms = [(postings: PostingsCursor, offset: Int)]

  /// A clause with its terms looked up.
  private struct Clause {
    /// The phrases that have all their terms in the index; none where the clause is nowhere.
    var phrases: [Terms]
    /// Terms of which one must stand there too, if there are any.
    let ends: Terms
    let sureTerms: [PostingsCursor]
    /// How rare the clause is: by the rarest term of each phrase, so that nothing need be counted before.
    let documents: Int

    init(_ clause: TextQuestion.Clause, in index: InvertedIndex) {
      phrases = clause.phrases.compactMap { Self.terms(of: $0, in: index) }
      ends = clause.ends.compactMap { end in
        index.postings(of: end.term).map { ($0, end.offset) }
      }
      sureTerms = clause.sureTerms.compactMap { index.postings(of: $0) }
      let costs = ends.map(\.postings.cost)
      documents = phrases.reduce(0) { sum, terms in
        let cost = terms[0].postings.cost
        return sum + (clause.ends.isEmpty ? cost : costs.reduce(0) { $0 + min(cost, $1) })
      }
      if ends.isEmpty, !clause.ends.isEmpty { phrases = [] }
      if let lead = clause.lead { put(lead, in: index) }
    }

    /// Puts a term that stands wherever any of the phrases does before the terms that are not as rare.
    private mutating func put(_ lead: (term: String, offset: Int), in index: InvertedIndex) {
      guard let cursor = index.postings(of: lead.term) else { return phrases = [] }
      for place in phrases.indices where cursor.cost < phrases[place][0].postings.cost {
        phrases[place].insert((cursor, lead.offset), at: 0)
      }
    }

    /// The terms of a phrase; nil where one is nowhere.
    private static func terms(of phrase: TextQuestion.Phrase, in index: InvertedIndex) -> Terms? {
      var terms: Terms = []
      for (term, offset) in phrase {
        guard let cursor = index.postings(of: term) else { return nil }
        terms.append((cursor, offset))
      }
      return terms.isEmpty ? nil : terms.sorted { $0.postings.cost < $1.postings.cost }
    }
  }
}
