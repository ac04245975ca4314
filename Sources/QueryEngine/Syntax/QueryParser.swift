import DomainLexicon
import JapaneseText
public import RecruitmentModel

/// What a query was taken to mean.
public struct Interpretation: Hashable, Sendable {
  /// The query as it was typed.
  public var text: String
  /// The conditions, in the order of the query.
  public var constraints: [Constraint] = []
  /// Words that the text must have.
  public var terms: [String] = []
  /// What words of other languages are searched for as, beside themselves.
  var meant: [String: [String]] = [:]
  /// Phrases that a title or a text must have letter for letter.
  public var phrases: [String] = []
  /// Words or phrases that nothing shown may have.
  public var excluded: [String] = []
  /// What is asked about without a condition on it, such as 学費 beside a hospital's name; they choose nothing.
  public var topics: [String] = []
  /// Words that were not understood.
  public var ignored: [String] = []
  /// Words that only fill a sentence, such as 病院 or “which”.
  public var fillers: [String] = []
  /// Words that only rank: the names of places that are conditions already.
  public var hints: [String] = []
  /// Words that are searched for only where no condition is asked.
  var weak: [String] = []
  /// Beginnings of sentences that say of a word that it is there; they only rank.
  public var statements: [String] = []

  /// Makes an empty interpretation.
  public init(text: String) {
    self.text = text
  }

  /// Whether some of its words only rank.
  var hasHints: Bool { !hints.isEmpty || !statements.isEmpty }

  /// Whether the query asks for anything.
  public var asksForSomething: Bool {
    !constraints.isEmpty || !terms.isEmpty || !phrases.isEmpty
  }
}

/// Reads queries as people write them.
public struct QueryParser: Sendable {
  /// The most characters of a query.
  public static let longestQuery = 2000

  let vocabulary: QueryVocabulary
  let analyzer: SearchAnalyzer
  private let spoken: SpokenNumbers

  init(
    vocabulary: QueryVocabulary, analyzer: SearchAnalyzer, spoken: SpokenNumbers
  ) {
    self.vocabulary = vocabulary
    self.analyzer = analyzer
    self.spoken = spoken
  }

  /// Reads a query as of a day; words that are no condition become terms.
  ///
  /// - Parameters:
  ///   - query: What was typed.
  ///   - today: The day.
  ///   - isInText: Whether a folded word stands in some text, so that it is no slip.
  ///   - cutsLonePart: Whether a part that is the whole query is cut into nouns too: no text has it as it stands.
  /// - Returns: What it was taken to mean.
  /// - Throws: What is wrong with the query, and where.
  public func interpretation(
    of query: String, today: CalendarDay, isInText: (String) -> Bool = { _ in false },
    cutsLonePart: Bool = false
  ) throws(QuerySyntaxError) -> Interpretation {
    guard query.unicodeScalars.count <= Self.longestQuery else {
      throw QuerySyntaxError(
        reason: .tooLong(characters: query.unicodeScalars.count, limit: Self.longestQuery),
        column: 1)
    }
    var result = Interpretation(text: query)
    let text = spoken.written(analyzer.unified(FoldedText(query).withoutLetterSpacing))
    var rest: [Range<Int>] = []
    var start = 0
    for (range, content, isExcluded) in try quoted(text) {
      rest.append(start..<range.lowerBound)
      let phrase = text.original(of: content)
      if isExcluded { result.excluded.append(phrase) } else { result.phrases.append(phrase) }
      start = range.upperBound
    }
    rest.append(start..<text.scalars.count)
    let words = SpottedWords(vocabulary, text)
    for range in rest where !range.isEmpty {
      try read(words, range, today, isInText, cutsLonePart, into: &result)
    }
    if result.constraints.isEmpty {
      result.terms += result.topics + result.weak
      result.topics = []
    } else {
      result.ignored += result.weak
    }
    if !result.asksForSomething, result.ignored.isEmpty {
      // Where there is nothing else, words that mostly fill are what is asked for: 実習.
      result.terms = result.fillers.filter { word in
        !word.hasPrefix("の") && (word.unicodeScalars.contains { $0.isKanji } || word.count > 3)
      }
    }
    return result
  }

  private func read(
    _ words: SpottedWords, _ range: Range<Int>, _ today: CalendarDay,
    _ isInText: (String) -> Bool, _ cutsLonePart: Bool, into result: inout Interpretation
  ) throws(QuerySyntaxError) {
    let text = words.text
    var start = range.lowerBound
    var free: [Range<Int>] = []
    for (field, value) in FieldSyntax.fields(in: text, range) {
      free.append(start..<field.range.lowerBound)
      result.constraints.append(
        try FieldSyntax.constraint(field, value, text, vocabulary: vocabulary, today: today))
      start = value.upperBound
    }
    free.append(start..<range.upperBound)
    for part in free where !part.isEmpty {
      var atoms: [QueryAtom] = []
      for clause in QueryClauses(words: words).clauses(in: part) {
        if clause.isTelling {
          let source = text.original(of: clause.range)
          atoms.append(QueryAtom(range: clause.range, meaning: .telling, source: source))
        } else {
          let own = mended(
            QueryTiling(words: words).atoms(in: clause.range), in: text, isInText)
          atoms += resolved(own, words, isInText, cutsLonePart: cutsLonePart)
        }
      }
      var grammar = QueryGrammar(atoms: atoms, text: text, today: today)
      grammar.read(into: &result)
    }
  }

  // MARK: Phrases

  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\"", "“": "”", "”": "”", "「": "」", "『": "』",
  ]

  private func quoted(
    _ text: FoldedText
  ) throws(QuerySyntaxError) -> [(range: Range<Int>, content: Range<Int>, isExcluded: Bool)] {
    var found: [(range: Range<Int>, content: Range<Int>, isExcluded: Bool)] = []
    var index = 0
    while index < text.scalars.count {
      guard let close = Self.quotes[text.scalars[index]] else {
        index += 1
        continue
      }
      guard let end = text.scalars[(index + 1)...].firstIndex(of: close) else {
        throw QuerySyntaxError(
          reason: .unbalancedQuote(text.original(of: index..<index + 1)), column: index + 1)
      }
      guard end > index + 1 else {
        index = end + 1
        continue
      }
      let isExcluded = index > 0 && text.scalars[index - 1] == "-"
      found.append(((isExcluded ? index - 1 : index)..<end + 1, index + 1..<end, isExcluded))
      index = end + 1
    }
    return found
  }
}
