import JapaneseText
import SearchIndex

/// What the words of one query are worth in the programs that have them.
struct TextScores {
  /// How much a word that is a condition already still says by standing in the text.
  private static let hintWeight = 0.2

  /// The most words of a query that are looked for by what they resemble, for which many are looked at.
  private static let mostNear = 10

  private var words: [(word: String, scores: DocumentScores)] = []
  private var phrases: [(word: String, scores: DocumentScores)] = []
  private var hints: [(word: String, scores: DocumentScores)] = []
  private var statements: [(word: String, scores: DocumentScores)] = []
  private var excluded = DocumentScores()
  /// Whether any of the words will do: no program has them all.
  private(set) var anyWillDo = false

  /// Looks up the words; those that no program has are named as not understood, those that only rank are left
  /// to `addHints`.
  init(
    _ matcher: TextMatcher, _ sounds: TextSounds, _ interpretation: inout Interpretation
  ) throws(DictionaryError) {
    let near = NearMatcher(matcher: matcher, sounds: sounds)
    var terms: [String] = []
    var tried = 0
    for term in interpretation.terms {
      var scores = try matcher.scores(of: term)
      for word in interpretation.meant[term] ?? [] {
        scores = scores.merging(try matcher.scores(of: word), max)
      }
      if scores.isEmpty, tried < Self.mostNear {
        tried += 1
        scores = try near.scores(of: term)
      }
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
    for word in interpretation.excluded {
      excluded = excluded.merging(try matcher.documents(withPhrase: word), max)
    }
    anyWillDo = words.count > 1 && Self.common(words.map(\.scores)).isEmpty
  }

  /// Looks up what only ranks.
  ///
  /// - Parameters:
  ///   - interpretation: The query.
  ///   - scores: The programs that have some words, with what these are worth in each.
  /// - Throws: Why the dictionary cannot be used.
  mutating func addHints(
    _ interpretation: Interpretation,
    _ scores: (String) throws(DictionaryError) -> DocumentScores
  ) throws(DictionaryError) {
    for hint in interpretation.hints { hints.append((hint, try scores(hint))) }
    for statement in interpretation.statements {
      statements.append((statement, try scores(statement)))
    }
  }

  /// Whether some program's score may be more than what it is worth without words.
  var adds: Bool {
    !(words.isEmpty && phrases.isEmpty && statements.isEmpty && hints.isEmpty)
  }

  /// Whether the query asks anything of the text; else every program will do.
  var narrows: Bool { !words.isEmpty || !phrases.isEmpty || !excluded.isEmpty }

  /// The programs, of so many, that have what the query asks of their text.
  func documents(of count: Int) -> [DocumentNumber] {
    var lists = phrases.map(\.scores)
    if anyWillDo {
      lists.append(words.reduce(DocumentScores()) { $0.merging($1.scores, max) })
    } else {
      lists += words.map(\.scores)
    }
    let admitted =
      lists.isEmpty
      ? (0..<UInt32(clamping: count)).map { DocumentNumber($0) } : Self.common(lists)
    guard !excluded.isEmpty else { return admitted }
    var reader = DocumentScores.Reader(excluded)
    return admitted.filter { reader.value(of: $0) == nil }
  }

  /// The programs that all of some lists have.
  private static func common(_ lists: [DocumentScores]) -> [DocumentNumber] {
    let sorted = lists.sorted { $0.count < $1.count }
    guard let rarest = sorted.first else { return [] }
    return rarest.documents.filter { document in
      sorted.dropFirst().allSatisfy { $0[document] != nil }
    }
  }

  /// Adds up what the words are worth in programs that are asked for in their order.
  struct Reader {
    private var parts: [(weight: Double, reader: DocumentScores.Reader)]

    init(_ texts: TextScores) {
      parts =
        (texts.words + texts.phrases + texts.statements).map { (1, .init($0.scores)) }
        + texts.hints.map { (TextScores.hintWeight, .init($0.scores)) }
    }

    /// What a program's text is worth.
    mutating func score(of document: DocumentNumber) -> Double {
      var sum = 0.0
      for place in parts.indices {
        sum += (parts[place].reader.value(of: document) ?? 0) * parts[place].weight
      }
      return sum
    }
  }

  /// What each word adds, each with what it is made of.
  func parts(
    of document: DocumentNumber, _ details: (String) -> [ScorePart] = { _ in [] }
  ) -> [ScorePart] {
    (words + phrases + statements).compactMap { word, scores in
      scores[document].map { ScorePart($0, "BM25F of “\(word)”", details: details(word)) }
    }
      + hints.compactMap { word, scores in
        scores[document].map {
          ScorePart(
            $0 * Self.hintWeight, "\(Self.hintWeight) × BM25F of “\(word)”, a condition already",
            details: details(word))
        }
      }
  }
}
