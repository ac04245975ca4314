import JapaneseText

/// The words of the vocabulary in one text; what stands at a position is looked up once, however often it is asked.
final class SpottedWords {
  let vocabulary: QueryVocabulary
  let text: FoldedText
  private var found: [[QueryVocabulary.Match]?]

  /// Looks at a text.
  init(_ vocabulary: QueryVocabulary, _ text: FoldedText) {
    self.vocabulary = vocabulary
    self.text = text
    found = text.scalars.map { _ in nil }
  }

  /// All words that stand at a position, the longest first.
  func matches(at position: Int) -> [QueryVocabulary.Match] {
    guard found.indices.contains(position) else { return [] }
    if let known = found[position] { return known }
    let matches = vocabulary.matches(in: text, at: position)
    found[position] = matches
    return matches
  }
}
