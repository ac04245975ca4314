/// A word as the dictionary cuts it.
public struct Morpheme: Hashable, Sendable {
  /// Where it stands in the folded text.
  public let range: Range<Int>
  /// Its part of speech in the dictionary's words, such as 名詞.
  public let partOfSpeech: String
  /// Whether it names something by itself: no pronoun, number, ending or word that only stands behind others.
  public let isNoun: Bool
  /// Its reading in katakana, where the dictionary has one.
  public let reading: String?
}
