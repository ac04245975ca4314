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
    var found: [[Terms]] = []
    var sureTerms: [[PostingsCursor]] = []
    var rarities: [Double] = []
    for clause in asked {
      var phrases = clause.phrases.compactMap { Self.terms(of: $0, in: index) }
      let documents = phrases.reduce(0) { $0 + $1[0].postings.cost }
      if let lead = clause.lead { phrases = Self.led(phrases, by: lead, in: index) }
      guard !phrases.isEmpty else { continue }
      rarities.append(scoring.rarity(documents: documents))
      found.append(phrases)
      sureTerms.append(clause.sureTerms.compactMap { index.postings(of: $0) })
    }
    let terms = found.flatMap { $0.flatMap(\.self) }
    untouched = terms.map(\.postings)
    cursors = .allocate(capacity: terms.count)
    offsets = .allocate(capacity: terms.count)
    _ = cursors.initialize(from: untouched)
    _ = offsets.initialize(from: terms.map(\.offset))
    phrases = .allocate(capacity: found.reduce(0) { $0 + $1.count })
    clauses = .allocate(capacity: found.count)
    var (term, phrase) = (0, 0)
    for (place, parts) in found.enumerated() {
      let first = phrase
      for part in parts {
        // There is a term at least, so there is memory.
        guard let start = cursors.baseAddress, let distances = offsets.baseAddress else { break }
        phrases.initializeElement(
          at: phrase, to: PhraseWalk(start + term, at: distances + term, count: part.count))
        phrase += 1
        term += part.count
      }
      guard let start = phrases.baseAddress else { break }
      clauses.initializeElement(
        at: place,
        to: ClauseWalk(
          start + first, count: phrase - first, rarity: rarities[place],
          sureTerms: sureTerms[place]))
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

  /// Terms with where they stand in a phrase, the rarest first.
  private typealias Terms = [(postings: PostingsCursor, offset: Int)]

  /// Puts a term that stands wherever any of some phrases does before the terms that are not as rare.
  private static func led(
    _ phrases: [Terms], by lead: (term: String, offset: Int), in index: InvertedIndex
  ) -> [Terms] {
    guard let cursor = index.postings(of: lead.term) else { return [] }
    return phrases.map { terms in
      cursor.cost < terms[0].postings.cost ? [(cursor, lead.offset)] + terms : terms
    }
  }

  /// The terms of a phrase; nil where one is nowhere.
  private static func terms(
    of phrase: TextQuestion.Phrase, in index: InvertedIndex
  ) -> Terms? {
    var terms: Terms = []
    for (term, offset) in phrase {
      guard let cursor = index.postings(of: term) else { return nil }
      terms.append((cursor, offset))
    }
    return terms.isEmpty ? nil : terms.sorted { $0.postings.cost < $1.postings.cost }
  }
}
