import JapaneseText

/// The numbers and letters before headings and items: `1.` `(1)` `①` `ア` `一、` `第1条`.
public enum Numbering {
  /// Takes the number at the reader's position; the depth of its kind, from 7 on.
  static func take(_ reader: inout ScalarReader) -> Int? {
    reader.attempt { reader in
      guard let next = reader.next else { return nil }
      if (0x2460...0x24FF).contains(next.value) {
        reader.position += 1
        return 9
      }
      if reader.take("第" as Unicode.Scalar) {
        // 第3　願書の受付: a blank ends the number; 第1部 and 第2回 number something else.
        guard NumberReader.number(&reader) != nil,
          reader.take(any: ["条", "章", "節", "項"]) != nil || reader.next == " "
        else {
          return nil
        }
        return 7
      }
      if reader.take("(" as Unicode.Scalar) {
        guard mark(&reader), reader.take(")" as Unicode.Scalar) else { return nil }
        return 8
      }
      guard mark(&reader) else { return nil }
      // 1 . 人 員: letters that are set apart.
      if reader.take(" . ") { return 7 }
      let dotted = reader.take(any: [".", ")", "、", "．", ":"]) != nil
      if dotted, reader.next?.isDigit != true { return 7 }
      return !dotted && reader.next == " " ? 7 : nil
    }
  }

  /// Whether a text is a number of this kind and nothing else.
  static func isAlone(_ text: String) -> Bool {
    let folded = FoldedText(text + " ")
    var reader = ScalarReader(folded)
    guard take(&reader) != nil else { return false }
    reader.skipBlanks()
    return reader.isAtEnd
  }

  /// Whether a text may begin with a number: most begin with a kana or a kanji that is none.
  static func mayBegin(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    switch first.value {
    case 0x3041...0x3096: return false
    case 0x4E00...0x9FFF: return first == "第" || kanjiNumbers.contains(first)
    default: return true
    }
  }

  /// A text without the number before it.
  public static func stripped(_ text: String) -> String {
    guard mayBegin(text) else { return text }
    let folded = FoldedText(text)
    var reader = ScalarReader(folded)
    reader.skipBlanks()
    guard take(&reader) != nil else { return text }
    reader.skipBlanks()
    return reader.isAtEnd ? text : folded.original(of: reader.position..<folded.scalars.count)
  }

  private static let kanjiNumbers = ScalarSet("一二三四五六七八九十")

  /// The Roman numbers of several letters that headings have: Ⅱ is folded to two.
  private static let romanNumbers: Set<String> = [
    "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii",
  ]

  private static func isRoman(_ reader: inout ScalarReader) -> Bool {
    let start = reader.position
    let count = reader.take { "ivx".unicodeScalars.contains($0) }
    let letters = (start..<reader.position).map { reader.text.scalars[$0] }
    if count > 1, romanNumbers.contains(String(String.UnicodeScalarView(letters))),
      reader.next.map({ !$0.isLatin && !$0.isDigit }) ?? false
    {
      return true
    }
    reader.position = start
    return false
  }

  /// One or two digits, a Roman number, one kana in katakana, one letter, or kanji digits.
  private static func mark(_ reader: inout ScalarReader) -> Bool {
    if NumberReader.digits(&reader, atMost: 2) != nil || isRoman(&reader) { return true }
    guard let next = reader.next else { return false }
    let following = reader.peek(1)
    if next.isKatakana || (next.isLatin && following?.isLatin != true),
      following.map({ !$0.isJapanese }) ?? false
    {
      reader.position += 1
      return true
    }
    let start = reader.position
    reader.take(while: kanjiNumbers.contains)
    return (1...2).contains(reader.position - start)
      && reader.next.map { "、. )".unicodeScalars.contains($0) } == true
  }
}
