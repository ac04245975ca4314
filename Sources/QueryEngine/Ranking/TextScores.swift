import JapaneseText
import SearchIndex

/// What the words of one query are worth in the programs that have them.
struct TextScores {
  /// How much a word that is a condition already still says by standing in the text.
  private static let hintWeight = 0.2

  private var words: [(word: String, scores: [DocumentNumber: Double])] = []
  private var phrases: [(word: String, scores: [DocumentNumber: Double])] = []
  private var hints: [(word: String, scores: [DocumentNumber: Double])] = []
  private var statements: [(word: String, scores: [DocumentNumber: Double])] = []
  private var excluded: Set<DocumentNumber> = []
  /// Whether any of the words will do: no program has them all.
  private(set) var anyWillDo = false

  /// Looks up the words; those that no program has are named as not understood.
  init(
    _ matcher: TextMatcher, _ sounds: TextSounds, _ interpretation: inout Interpretation
  ) throws(DictionaryError) {
    let near = NearMatcher(matcher: matcher, sounds: sounds)
    var terms: [String] = []
    for term in interpretation.terms {
      var scores = try matcher.scores(of: term)
      if scores.isEmpty { scores = try near.scores(of: term) }
      if scores.isEmpty {
        interpretation.ignored.append(term)
      } else {
        terms.append(term)
        words.append((term, scores))
      }
    }
    interpretation.terms = terms
    for phrase in interpretation.phrases {
      phrases.append((phrase, try matcher.documents(withPhrase: phrase)))
    }
    for hint in interpretation.hints { hints.append((hint, try matcher.scores(of: hint))) }
    for statement in interpretation.statements {
      statements.append((statement, try matcher.scores(of: statement)))
    }
    for word in interpretation.excluded {
      excluded.formUnion(try matcher.documents(withPhrase: word).keys)
    }
    if words.count > 1, let rarest = words.min(by: { $0.scores.count < $1.scores.count }) {
      anyWillDo = !rarest.scores.keys.contains { document in
        words.allSatisfy { $0.scores[document] != nil }
      }
    }
  }

  /// Whether a program has what the query asks of its text.
  func admits(_ document: DocumentNumber) -> Bool {
    guard !excluded.contains(document), phrases.allSatisfy({ $0.scores[document] != nil }) else {
      return false
    }
    return words.isEmpty
      || (anyWillDo
        ? words.contains { $0.scores[document] != nil }
        : words.allSatisfy { $0.scores[document] != nil })
  }

  /// What each word adds.
  func parts(of document: DocumentNumber) -> [ScorePart] {
    (words + phrases + statements).compactMap { word, scores in
      scores[document].map { ScorePart($0, "BM25F of “\(word)”") }
    }
      + hints.compactMap { word, scores in
        scores[document].map {
          ScorePart(
            $0 * Self.hintWeight, "\(Self.hintWeight) × BM25F of “\(word)”, a condition already")
        }
      }
  }
}
