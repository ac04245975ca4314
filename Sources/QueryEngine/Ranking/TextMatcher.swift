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
  func scores(of word: String) throws(DictionaryError) -> [DocumentNumber: Double] {
    let folded = analyzer.unified(FoldedText.string(of: word))
    return try scores(ofAny: EqualSpellings.of(folded))
  }

  /// The programs that have any of some words; the best one counts.
  func scores(ofAny words: [String]) throws(DictionaryError) -> [DocumentNumber: Double] {
    var scores: [DocumentNumber: Double] = [:]
    for word in words { scores.merge(try self.scores(ofSpelling: word)) { max($0, $1) } }
    return scores
  }

  private func scores(ofSpelling word: String) throws(DictionaryError) -> [DocumentNumber: Double] {
    let tokens = try analyzer.tokens(in: word)
    let pieces = tokens.filter { !$0.isWord || !hasJapanese($0) }
    guard let first = pieces.first else { return [:] }
    let characters = scores(ofPhrase: phrase(complete(pieces), from: first.position))
    guard !characters.isEmpty else { return [:] }
    let words = tokens.filter(\.isWord)
    guard let firstWord = words.first, words.contains(where: hasJapanese) else { return characters }
    let whole = scores(ofPhrase: words.map { ($0.term, $0.position - firstWord.position) })
    return characters.merging(whole.mapValues { $0 * Self.wholeWordWeight }) { $0 + $1 }
  }

  /// The programs whose title or text has a phrase letter for letter.
  func documents(withPhrase text: String) throws(DictionaryError) -> [DocumentNumber: Double] {
    let pieces = try analyzer.tokens(in: text).filter { !$0.isWord || !hasJapanese($0) }
    guard let first = pieces.first else { return [:] }
    let fields = ProgramIndexSchema.TextField.allCases.enumerated()
      .filter { $0.element == .title || $0.element == .text }
      .reduce(FieldMask(0)) { $0 | 1 << FieldMask($1.offset) }
    return scores(ofPhrase: phrase(complete(pieces), from: first.position), within: fields)
  }

  /// The last character of a word stands alone in the query, but mostly not in the text; it is needed
  /// only where the word is one character long.
  private func complete(_ pieces: [SearchToken]) -> [SearchToken] {
    let ends = Set(pieces.filter { $0.length == 2 }.map { $0.position + 1 })
    return pieces.filter { $0.isWord || $0.length > 1 || !ends.contains($0.position) }
  }

  private func phrase(_ tokens: [SearchToken], from start: Int) -> [(term: String, offset: Int)] {
    tokens.map { ($0.term, $0.position - start) }
  }

  func hasJapanese(_ token: SearchToken) -> Bool {
    token.term.unicodeScalars.contains(where: \.isJapanese)
  }

  func scores(
    ofPhrase terms: [(term: String, offset: Int)], within fields: FieldMask = .max
  ) -> [DocumentNumber: Double] {
    if terms.count == 1, let only = terms.first, only.term.unicodeScalars.count == 1 {
      return scores(ofCharacter: only.term, within: fields)
    }
    var weights: [DocumentNumber: Double] = [:]
    for phrase in withEveryEnd(terms) {
      guard var cursor = index.phrase(phrase) else { continue }
      while !cursor.isAtEnd {
        if cursor.fieldMask & fields != 0 {
          weights[cursor.document, default: 0] += cursor.weightedFrequency(by: scoring, in: index)
        }
        cursor.advance()
      }
    }
    let rarity = scoring.inverseDocumentFrequency(documentFrequency: weights.count)
    return weights.mapValues {
      scoring.score(weightedFrequency: $0, inverseDocumentFrequency: rarity)
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
  private func scores(ofCharacter character: String, within fields: FieldMask) -> [DocumentNumber:
    Double]
  {
    var weights: [DocumentNumber: Double] = [:]
    for entry in index.terms(withPrefix: character, limit: Self.mostPairs) {
      var cursor = index.postings(of: entry)
      while !cursor.isAtEnd {
        if cursor.fieldMask & fields != 0 {
          weights[cursor.document, default: 0] += cursor.weightedFrequency(by: scoring, in: index)
        }
        cursor.advance()
      }
    }
    let rarity = scoring.inverseDocumentFrequency(documentFrequency: weights.count)
    return weights.mapValues {
      scoring.score(weightedFrequency: $0, inverseDocumentFrequency: rarity)
    }
  }
}
