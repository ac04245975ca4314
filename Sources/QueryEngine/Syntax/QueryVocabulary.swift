import JapaneseText
import SearchIndex

/// The words that a query may use for conditions, read where they lie in the index.
///
/// They are folded, sorted and sounded when the index is made: at a start nothing is built.
struct QueryVocabulary: Sendable {
  static let wordsName = "vocabulary.words"
  static let soundsName = "vocabulary.sounds"

  /// The shortest sound that tells words apart.
  private static let shortestSound = 3

  private let words: SortedLines
  private let sounds: SortedLines

  /// Takes the words of an index; nil where it has none.
  init?(_ index: InvertedIndex) {
    guard let words = index.lines(named: Self.wordsName),
      let sounds = index.lines(named: Self.soundsName)
    else { return nil }
    self.words = words
    self.sounds = sounds
  }

  /// What an index keeps of some words: their meanings by spelling and by sound.
  static func attachments(_ words: VocabularyWords) -> [(name: String, bytes: [UInt8])] {
    var seen: Set<String> = []
    var heard: Set<String> = []
    var spelt: [(key: String, value: String)] = []
    var sounded: [(key: String, value: String)] = []
    for (word, meaning) in words.all {
      guard let code = meaning.code else { continue }
      let folded = FoldedText.string(of: word)
      if seen.insert(folded + "\t" + code).inserted { spelt.append((folded, code)) }
      // Of two words with one sound the first counts.
      if let key = word.soundKey, key.count >= shortestSound, heard.insert(key).inserted {
        sounded.append((key, code))
      }
    }
    return [
      (wordsName, SortedLines.bytes(of: spelt)), (soundsName, SortedLines.bytes(of: sounded)),
    ]
  }

  /// Every word with what it means.
  var all: [(word: String, meaning: QueryAtom.Meaning)] {
    (0..<words.count).map { (words.key($0), QueryAtom.Meaning(code: words.value($0))) }
  }

  // MARK: By spelling

  /// A word found in a query.
  struct Match {
    let range: Range<Int>
    let meaning: QueryAtom.Meaning
  }

  /// All words that stand at a position, the longest first.
  func matches(in text: FoldedText, at position: Int) -> [Match] {
    var found: [[Match]] = []
    var walk = SortedLines.Walk(words)
    for index in position..<text.scalars.count {
      for byte in UTF8.encode(text.scalars[index]) ?? UTF8.encodedReplacementCharacter
      where !walk.step(byte) {
        return found.reversed().flatMap(\.self)
      }
      let ended = walk.ended
      let range = position..<index + 1
      if !ended.isEmpty, isWhole(range, in: text) {
        found.append(
          ended.map { Match(range: range, meaning: QueryAtom.Meaning(code: words.value($0))) })
      }
    }
    return found.reversed().flatMap(\.self)
  }

  /// Latin words and numbers count only where none of their kind stands against them.
  private func isWhole(_ range: Range<Int>, in text: FoldedText) -> Bool {
    let (start, end) = (range.lowerBound, range.upperBound)
    if start > 0, isOneWord(text.scalars[start - 1], text.scalars[start]) { return false }
    return end == text.scalars.count || !isOneWord(text.scalars[end - 1], text.scalars[end])
  }

  private func isOneWord(_ one: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    (one.isLatin && next.isLatin) || (one.isDigit && next.isDigit)
  }

  /// The words that begin with a character, each with what it means.
  func words(
    beginningWith scalar: Unicode.Scalar
  ) -> [(word: String, meaning: QueryAtom.Meaning)] {
    var walk = SortedLines.Walk(words)
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter where !walk.step(byte) {
      return []
    }
    return walk.begun.map { (words.key($0), QueryAtom.Meaning(code: words.value($0))) }
  }

  // MARK: By sound

  /// What a word of a sound means.
  func meaning(ofSound key: String) -> QueryAtom.Meaning? {
    let lines = sounds.lines(of: key)
    return lines.first.map { QueryAtom.Meaning(code: sounds.value($0)) }
  }

  /// The places of all sounds that begin with a letter.
  func sounds(beginningWith letter: Character) -> Range<Int> {
    var walk = SortedLines.Walk(sounds)
    for byte in letter.utf8 where !walk.step(byte) { return 0..<0 }
    return walk.begun
  }

  /// A sound.
  func sound(_ place: Int) -> String { sounds.key(place) }

  /// What a sound means.
  func meaning(_ place: Int) -> QueryAtom.Meaning { QueryAtom.Meaning(code: sounds.value(place)) }
}

extension String {
  /// The sound of a word in kana or in Latin letters; nil for anything else.
  var soundKey: String? { ReadingKey.ofKana(self) ?? ReadingKey.ofRomaji(self) }
}
