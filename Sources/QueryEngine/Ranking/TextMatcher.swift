import JapaneseText
import SearchIndex

/// Finds and weighs the words of a query in the texts of the index.
struct TextMatcher {
  let index: InvertedIndex
  let scoring: BM25F
  let analyzer: SearchAnalyzer

  init(_ index: InvertedIndex, analyzer: SearchAnalyzer) {
    self.index = index
    self.analyzer = analyzer
    scoring = BM25F(index)
  }

  /// How much a whole word adds to the characters that stand in a row.
  private static let wholeWordWeight = 1.5

  /// The programs that have a word anywhere, in any of its spellings, with what it is worth in each.
  func scores(of word: String) throws(DictionaryError) -> DocumentScores {
    let folded = analyzer.unified(FoldedText.string(of: word))
    return try scores(ofAny: EqualSpellings.of(folded))
  }

  /// The programs that have any of some words; the best one counts.
  func scores(ofAny words: [String]) throws(DictionaryError) -> DocumentScores {
    var scores = DocumentScores()
    for word in words { scores = scores.merging(try self.scores(ofSpelling: word), max) }
    return scores
  }

  private func scores(ofSpelling word: String) throws(DictionaryError) -> DocumentScores {
    let text = analyzer.unified(FoldedText(word))
    let pieces = analyzer.pieces(of: text)
    guard !pieces.isEmpty else { return DocumentScores() }
    let characters = scores(ofPhrase: TextPhrase(pieces).terms(in: index))
    guard !characters.isEmpty else { return characters }
    let whole = scores(ofWholeWords: try wholeWords(text, pieces), pieces)
    return characters.merging(whole.mapValues { $0 * Self.wholeWordWeight }, +)
  }

  /// The words of a text if some are in Japanese script; what the index has as one word is one, and the
  /// dictionary is opened only where it has not.
  private func wholeWords(
    _ text: FoldedText, _ pieces: [SearchToken]
  ) throws(DictionaryError) -> [SearchToken] {
    guard text.scalars.contains(where: \.isJapanese) else { return [] }
    let term = "=" + text.string
    if text.scalars.allSatisfy(\.isJapanese), index.term(term) != nil {
      return [SearchToken(term: term, position: 0, length: text.scalars.count)]
    }
    guard isMadeOfWords(text) else { return [] }
    let words = pieces.filter(\.isWord) + (try analyzer.words(of: text))
    return words.sorted { $0.position < $1.position }
  }

  /// The longest text of which it is looked whether words of the index make it up.
  private static let longestMade = 12

  /// Whether words of the index can make up a text in Japanese script; where they cannot, the dictionary
  /// need not be opened to see that its words are nowhere.
  private func isMadeOfWords(_ text: FoldedText) -> Bool {
    let count = text.scalars.count
    guard count <= Self.longestMade, text.scalars.allSatisfy(\.isJapanese) else { return true }
    var ends: Set<Int> = [0]
    for start in 0..<count where ends.contains(start) {
      for end in start + 1...count where !ends.contains(end) {
        if index.term("=" + text.string(in: start..<end)) != nil { ends.insert(end) }
      }
    }
    return ends.contains(count)
  }

  /// The programs whose title or text has a phrase letter for letter.
  func documents(withPhrase text: String) throws(DictionaryError) -> DocumentScores {
    let pieces = analyzer.pieces(of: analyzer.unified(FoldedText(text)))
    guard !pieces.isEmpty else { return DocumentScores() }
    let fields = ProgramIndexSchema.TextField.allCases.enumerated()
      .filter { $0.element == .title || $0.element == .text }
      .reduce(FieldMask(0)) { $0 | 1 << FieldMask($1.offset) }
    return scores(ofPhrase: TextPhrase(pieces).terms(in: index), within: fields)
  }

  /// The programs in which some words stand as words, one behind the other.
  private func scores(
    ofWholeWords words: [SearchToken], _ pieces: [SearchToken]
  ) -> DocumentScores {
    if words.count == 1, let only = words.first {
      return scores(ofTerm: only.term, within: .max)
    }
    var weights: [DocumentNumber: Double] = [:]
    for row in rows(of: words, pieces) { add(row, within: .max, to: &weights) }
    return rated(DocumentScores(weights))
  }

  private func rows(of words: [SearchToken], _ pieces: [SearchToken]) -> [WordRowCursor] {
    let cursors = words.compactMap { index.postings(of: $0.term) }
    guard !words.isEmpty, cursors.count == words.count else { return [] }
    return withEveryEnd(TextPhrase(pieces).terms(in: index)).compactMap { phrase in
      index.phrase(phrase).map { WordRowCursor($0, words: cursors) }
    }
  }

  func scores(
    ofPhrase terms: [(term: String, offset: Int)], within fields: FieldMask = .max
  ) -> DocumentScores {
    if terms.count == 1, let only = terms.first {
      return only.term.unicodeScalars.count == 1
        ? scores(ofCharacter: only.term, within: fields) : scores(ofTerm: only.term, within: fields)
    }
    let phrases = withEveryEnd(terms)
    guard phrases.count != 1 else {
      return index.phrase(phrases[0]).map { collected($0, within: fields) } ?? DocumentScores()
    }
    var weights: [DocumentNumber: Double] = [:]
    for phrase in phrases {
      if let cursor = index.phrase(phrase) { add(cursor, within: fields, to: &weights) }
    }
    return rated(DocumentScores(weights))
  }

  private func scores(ofTerm term: String, within fields: FieldMask) -> DocumentScores {
    index.postings(of: term).map { collected($0, within: fields) } ?? DocumentScores()
  }

  /// Weighted frequencies as scores; how rare the word is follows from how many programs have it.
  private func rated(_ weights: DocumentScores) -> DocumentScores {
    let rarity = scoring.inverseDocumentFrequency(documentFrequency: weights.count)
    return weights.mapValues {
      scoring.score(weightedFrequency: $0, inverseDocumentFrequency: rarity)
    }
  }

  private func collected(_ start: some FieldCursor, within fields: FieldMask) -> DocumentScores {
    var cursor = start
    var weights = DocumentScores()
    while !cursor.isAtEnd {
      if cursor.fieldMask & fields != 0 {
        weights.append(cursor.document, cursor.weightedFrequency(by: scoring, in: index))
      }
      cursor.advance()
    }
    return rated(weights)
  }

  private func add(
    _ start: some FieldCursor, within fields: FieldMask, to weights: inout [DocumentNumber: Double]
  ) {
    var cursor = start
    while !cursor.isAtEnd {
      if cursor.fieldMask & fields != 0 {
        weights[cursor.document, default: 0] += cursor.weightedFrequency(by: scoring, in: index)
      }
      cursor.advance()
    }
  }

  /// The most pairs of characters that are looked at for one character.
  private static let mostPairs = 2000

  /// `1978年`: a character alone at the end heads a pair in a text that goes on behind it.
  private func withEveryEnd(
    _ terms: [(term: String, offset: Int)]
  ) -> [[(term: String, offset: Int)]] {
    guard let last = terms.last, last.term.unicodeScalars.count == 1, terms.count > 1,
      last.term.unicodeScalars.allSatisfy(\.isJapanese)
    else { return [terms] }
    return index.terms(withPrefix: last.term, limit: Self.mostPairs).map {
      terms.dropLast() + [($0.text, last.offset)]
    }
  }

  /// A single character stands as itself at the end of a run, and at the head of every pair.
  private func scores(ofCharacter character: String, within fields: FieldMask) -> DocumentScores {
    var weights: [DocumentNumber: Double] = [:]
    for entry in index.terms(withPrefix: character, limit: Self.mostPairs) {
      add(index.postings(of: entry), within: fields, to: &weights)
    }
    return rated(DocumentScores(weights))
  }
}

// MARK: Explanations

extension TextMatcher {
  /// How the score of a word in one program comes about: for each spelling that stands there, its characters
  /// in a row and its whole words, with the statistics, and the sentence of the text that has it.
  func explanation(of word: String, in document: DocumentNumber, text: String) -> [ScorePart] {
    let folded = analyzer.unified(FoldedText.string(of: word))
    var parts: [ScorePart] = []
    for spelling in EqualSpellings.of(folded) {
      let text = analyzer.unified(FoldedText(spelling))
      let pieces = analyzer.pieces(of: text)
      let words = (try? wholeWords(text, pieces)) ?? []
      if let phrase = index.phrase(TextPhrase(pieces).terms(in: index)) {
        parts += part("“\(spelling)” in a row", phrase, document, weight: 1)
      }
      for row in rows(of: words, pieces) {
        parts += part(
          "“\(spelling)” as whole words", row, document, weight: Self.wholeWordWeight)
      }
    }
    let quotation = sentence(with: folded, in: text).map { ScorePart(0, "“\($0)”") }
    return parts + [quotation].compactMap(\.self)
  }

  private func part(
    _ name: String, _ start: some FieldCursor, _ document: DocumentNumber, weight: Double
  ) -> [ScorePart] {
    var cursor = start
    var count = 0
    var found: [BM25F.Occurrences]?
    while !cursor.isAtEnd {
      count += 1
      if cursor.document == document { found = index.occurrences(at: cursor) }
      cursor.advance()
    }
    guard let found else { return [] }
    let tree = scoring.explanation(
      of: name, occurrences: found, documentFrequency: count,
      fieldNames: ProgramIndexSchema.TextField.allCases.map(\.rawValue))
    let part = ScorePart(tree)
    return weight == 1
      ? [part] : [ScorePart(part.value * weight, "\(weight) × what follows", details: [part])]
  }

  /// The most characters of a sentence before and behind the word.
  private static let margin = 40

  /// The sentence of a text that has a word first.
  private func sentence(with word: String, in text: String) -> String? {
    let folded = analyzer.unified(FoldedText(text))
    guard let range = folded.range(of: word) else { return nil }
    var (start, end) = (range.lowerBound, range.upperBound)
    func isEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "。" || scalar == "\n" }
    while start > 0, range.lowerBound - start < Self.margin, !isEnd(folded.scalars[start - 1]) {
      start -= 1
    }
    while end < folded.scalars.count, end - range.upperBound < Self.margin,
      !isEnd(folded.scalars[end])
    {
      end += 1
    }
    return folded.original(of: start..<end)
  }
}

extension ScorePart {
  /// A tree of numbers as parts of a score.
  fileprivate init(_ tree: Explanation) {
    self.init(tree.value, tree.description, details: tree.details.map(ScorePart.init))
  }
}
