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
  /// Phrases that a title or a text must have letter for letter.
  public var phrases: [String] = []
  /// Words or phrases that nothing shown may have.
  public var excluded: [String] = []
  /// Words that were not understood.
  public var ignored: [String] = []
  /// Words that only fill a sentence, such as 病院 or “which”.
  public var fillers: [String] = []
  /// Words that only rank: the names of places that are conditions already.
  public var hints: [String] = []
  /// Beginnings of sentences that say of a word that it is there; they only rank.
  public var statements: [String] = []

  /// Makes an empty interpretation.
  public init(text: String) {
    self.text = text
  }

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
  private let analyzer: SearchAnalyzer

  init(vocabulary: QueryVocabulary, analyzer: SearchAnalyzer) {
    self.vocabulary = vocabulary
    self.analyzer = analyzer
  }

  /// Reads a query as of a day; words that are no condition become terms.
  ///
  /// - Parameters:
  ///   - query: What was typed.
  ///   - today: The day.
  ///   - isInText: Whether a folded word stands in some text, so that it is no slip.
  /// - Returns: What it was taken to mean.
  /// - Throws: What is wrong with the query, and where.
  public func interpretation(
    of query: String, today: CalendarDay, isInText: (String) -> Bool = { _ in false }
  ) throws(QuerySyntaxError) -> Interpretation {
    guard query.unicodeScalars.count <= Self.longestQuery else {
      throw QuerySyntaxError(
        reason: .tooLong(characters: query.unicodeScalars.count, limit: Self.longestQuery),
        column: 1)
    }
    var result = Interpretation(text: query)
    let text = analyzer.unified(FoldedText(query))
    var rest: [Range<Int>] = []
    var start = 0
    for (range, content, isExcluded) in try quoted(text) {
      rest.append(start..<range.lowerBound)
      let phrase = text.original(of: content)
      if isExcluded { result.excluded.append(phrase) } else { result.phrases.append(phrase) }
      start = range.upperBound
    }
    rest.append(start..<text.scalars.count)
    for range in rest where !range.isEmpty {
      try read(text, range, today, isInText, into: &result)
    }
    if !result.asksForSomething {
      // Where there is nothing else, words that mostly fill are what is asked for: 実習.
      result.terms = result.fillers.filter { word in
        word.unicodeScalars.contains { $0.isKanji } || word.count > 3
      }
    }
    return result
  }

  private func read(
    _ text: FoldedText, _ range: Range<Int>, _ today: CalendarDay, _ isInText: (String) -> Bool,
    into result: inout Interpretation
  ) throws(QuerySyntaxError) {
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
      let atoms = QueryTiling(vocabulary: vocabulary, text: text).atoms(in: part)
      var grammar = QueryGrammar(
        atoms: resolved(atoms, in: text, isInText), text: text, today: today)
      grammar.read(into: &result)
    }
  }

  // MARK: Words in another script

  /// Unknown words in kana or romaji are looked up by their sound, then by their spelling.
  private func resolved(
    _ atoms: [QueryAtom], in text: FoldedText, _ isInText: (String) -> Bool
  ) -> [QueryAtom] {
    var result: [QueryAtom] = []
    for atom in atoms {
      guard case .unknown = atom.meaning else {
        result.append(atom)
        continue
      }
      var range = atom.range
      if text.string(in: range) == "-", range.upperBound < text.scalars.count,
        !text.scalars[range.upperBound].isBlank
      {
        result.append(QueryAtom(range: range, meaning: .minus, source: "-"))
        continue
      }
      if text.scalars[range.lowerBound] == "-", range.count > 1 {
        result.append(
          QueryAtom(range: range.lowerBound..<range.lowerBound + 1, meaning: .minus, source: "-"))
        range = range.lowerBound + 1..<range.upperBound
        let inner = QueryTiling(vocabulary: vocabulary, text: text).atoms(in: range)
        result += inner.map { sounded($0, text, isInText) }
        continue
      }
      result.append(sounded(atom, text, isInText))
    }
    return result
  }

  private func sounded(
    _ atom: QueryAtom, _ text: FoldedText, _ isInText: (String) -> Bool
  ) -> QueryAtom {
    guard case .unknown = atom.meaning else { return atom }
    let word = text.string(in: atom.range)
    if let meaning = bySound(word) {
      return QueryAtom(range: atom.range, meaning: meaning, source: atom.source)
    }
    // A word that some text has is no slip: 登録 is not 東北.
    guard let meaning = SpellingRepair(vocabulary).meaning(of: word), !isInText(word) else {
      return atom
    }
    return QueryAtom(range: atom.range, meaning: meaning, source: atom.source)
  }

  private func bySound(_ word: String) -> QueryAtom.Meaning? {
    if let key = word.soundKey { return vocabulary.meaning(ofSound: key) }
    // A word in kanji that sounds like a known one is most likely a slip of the converter: 推薦不用.
    guard word.unicodeScalars.contains(where: \.isKanji), word.unicodeScalars.count >= 3,
      let reading = try? analyzer.reading(of: word), let key = ReadingKey.ofKana(reading),
      key.count >= 6
    else { return nil }
    return vocabulary.meaning(ofSound: key)
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
