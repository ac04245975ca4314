extension Unicode.Scalar {
  /// Whether it is a blank or a line end.
  public var isBlank: Bool { self == " " || self == "\n" }

  /// Whether it is white space of any kind, before folding.
  package var isWhitespace: Bool {
    value < 0x80
      ? value == 0x20 || (0x09...0x0D).contains(value)
      : value < 0x3000 ? properties.isWhitespace : value == 0x3000
  }

  /// Whether it is an ASCII digit.
  public var isDigit: Bool { (0x30...0x39).contains(value) }

  /// Whether it is an ASCII letter of either case, or a Latin letter with marks.
  public var isLatin: Bool {
    (0x61...0x7A).contains(value) || (0x41...0x5A).contains(value)
      || ((0xC0...0x24F).contains(value) && value != 0xD7 && value != 0xF7)
  }

  /// Whether it is hiragana.
  public var isHiragana: Bool { (0x3041...0x309F).contains(value) }

  /// Whether it is katakana or the long-vowel mark.
  public var isKatakana: Bool { (0x30A1...0x30FF).contains(value) }

  /// Whether it is a Chinese character, the repetition mark 々, or the closing mark 〆.
  public var isKanji: Bool {
    (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value)
      || (0xF900...0xFAFF).contains(value) || (0x20000...0x323AF).contains(value)
      || (0x3005...0x3007).contains(value)
  }

  /// Whether it is written without blanks between words.
  public var isJapanese: Bool { isKanji || isHiragana || isKatakana }
}
