public import JapaneseText
public import SearchIndex

/// The terms by which a text is found letter for letter.
public struct TextPhrase {
  /// The terms with their distances from the first.
  public let terms: TextQuestion.Phrase
  /// The pairs that are not needed, with theirs: wherever the terms stand, these do too.
  private let others: TextQuestion.Phrase

  /// Chooses among the pieces of a text those that together hold every character: every second pair of
  /// each run of Japanese, and its last one.
  public init(_ pieces: [SearchToken]) {
    let ends = Set(pieces.filter { $0.length == 2 && !$0.isWord }.map { $0.position + 1 })
    // The last character of a run stands alone too; it is needed only where the run is one character long.
    let complete = pieces.filter { $0.isWord || $0.length > 1 || !ends.contains($0.position) }
    guard let first = complete.first else {
      terms = []
      others = []
      return
    }
    var chosen: [SearchToken] = []
    var left: [SearchToken] = []
    for (place, piece) in complete.enumerated() {
      let isCovered =
        chosen.last.map { !$0.isWord && $0.length == 2 && $0.position + 1 == piece.position }
        ?? false
      let goesOn =
        place + 1 < complete.count && !complete[place + 1].isWord
        && complete[place + 1].position == piece.position + 1 && complete[place + 1].length == 2
      if isCovered && goesOn && !piece.isWord { left.append(piece) } else { chosen.append(piece) }
    }
    terms = chosen.map { ($0.term, $0.position - first.position) }
    others = left.map { ($0.term, $0.position - first.position) }
  }

  /// A term that so few documents have is followed by itself.
  private static let fewDocuments = 256

  /// The rarest of the pairs that are not needed, if it is far rarer than the terms: where two words meet in a
  /// compound, hardly another text has the pair of the last character of one and the first of the other.
  private func lead(in index: InvertedIndex) -> (term: String, offset: Int)? {
    guard !others.isEmpty else { return nil }
    func documents(_ term: String) -> Int { index.term(term)?.documentFrequency ?? 0 }
    var least = Int.max
    for (term, _) in terms {
      least = min(least, documents(term))
      if least < Self.fewDocuments { return nil }
    }
    var lead: (term: String, offset: Int)?
    least = least * 3 / 4
    for other in others {
      let found = documents(other.term)
      if found < least { (lead, least) = (other, found) }
    }
    return lead
  }

  /// The terms, before them the one that leads where there is one.
  public func terms(in index: InvertedIndex) -> TextQuestion.Phrase {
    lead(in: index).map { [$0] + terms } ?? terms
  }

  /// The most pairs of characters that are looked at for one character.
  private static let mostPairs = 2000

  /// What is asked of the texts of an index to find the phrase.
  ///
  /// `1978年`: a character alone at the end heads a pair in a text that goes on behind it.
  public func clause(in index: InvertedIndex) -> TextQuestion.Clause {
    guard let last = terms.last, last.term.unicodeScalars.count == 1,
      last.term.unicodeScalars.allSatisfy(\.isJapanese)
    else {
      return TextQuestion.Clause(anyOf: terms.isEmpty ? [] : [terms], lead: lead(in: index))
    }
    let pairs = index.terms(withPrefix: last.term, limit: Self.mostPairs).map {
      (term: $0.text, offset: last.offset)
    }
    guard terms.count > 1 else { return TextQuestion.Clause(anyOf: pairs.map { [$0] }) }
    var clause = TextQuestion.Clause(anyOf: [terms.dropLast()])
    clause.ends = pairs
    return pairs.isEmpty ? TextQuestion.Clause(anyOf: []) : clause
  }
}
