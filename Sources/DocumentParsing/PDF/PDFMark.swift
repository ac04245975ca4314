import JapaneseText

/// Marks before items that `Numbering` does not know.
enum PDFMark {
  /// Whether a text is a mark and nothing else.
  static func isAlone(_ text: String) -> Bool {
    let key = PDFText.key(text)
    if key.count == 1, let scalar = key.unicodeScalars.first {
      return !scalar.isKanji || key == "自" || key == "至"
    }
    return Numbering.isAlone(text) || isOrdinal(key)
  }

  /// `第１`, `第十二`.
  private static func isOrdinal(_ key: String) -> Bool {
    key.hasPrefix("第") && (2...4).contains(key.count)
      && key.unicodeScalars.dropFirst().allSatisfy {
        $0.isDigit || "一二三四五六七八九十".unicodeScalars.contains($0)
      }
  }

  /// Whether a text begins with a number that only headings have: `Ⅳ　受験料`, `第４　費用`.
  static func beginsHeading(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if (0x2160...0x216F).contains(first.value) { return text.count > 2 }
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.count > 1 && isOrdinal(PDFText.key(String(words[0])))
  }

  /// Whether a row holds items side by side, each with a mark: `(1) 願書　(2) 履歴書`.
  static func areItems(_ row: PDFRow) -> Bool {
    guard let first = row.tokens.first, isAlone(first.text) else { return false }
    return row.tokens.dropFirst().contains { isAlone($0.text) && isAlike($0.text, first.text) }
  }

  /// Whether two rows begin with marks of one kind at one place.
  static func areSiblings(_ one: PDFRow, _ other: PDFRow) -> Bool {
    let marks = [one, other].compactMap { row -> String? in
      let text = row.text
      let stripped = Numbering.stripped(text)
      return stripped.count < text.count ? String(text.dropLast(stripped.count)) : nil
    }
    return marks.count == 2 && isAlike(marks[0], marks[1])
      && abs(one.left - other.left) < one.height * 0.3
  }

  /// The label behind the mark of an item, set off by a wide blank: `(2)　日時　令和８年…`.
  static func itemLabel(of row: PDFRow) -> String? {
    let tokens = row.tokens
    guard tokens.count > 2, isAlone(tokens[0].text),
      PDFText.gap(tokens[1], tokens[2])
        >= (tokens[1].text.unicodeScalars.allSatisfy(\.isKanji) ? 0.2 : 0.45),
      !(isAlone(tokens[2].text) && isAlike(tokens[0].text, tokens[2].text))
    else { return nil }
    let label = FoldedText(tokens[1].text).scalars
    let isLabel =
      (2...10).contains(label.count)
      && label.allSatisfy { $0.isJapanese || "・()".unicodeScalars.contains($0) }
    return isLabel ? tokens[1].text : nil
  }

  /// Whether two marks are of one kind, so that they count items side by side.
  private static func isAlike(_ one: String, _ other: String) -> Bool {
    func kind(_ text: String) -> Int {
      guard let first = FoldedText(text).scalars.first else { return 0 }
      if first.isDigit { return 1 }
      if first.isKatakana { return 2 }
      return first == "(" ? 3 : first.isLatin ? 4 : 5
    }
    return kind(one) == kind(other)
  }
}
