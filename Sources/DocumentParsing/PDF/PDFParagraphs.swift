import JapaneseText

/// Joins lines that the margin broke.
enum PDFParagraphs {
  /// The lines of a cell or a paragraph; a line that goes on with the sentence above is joined to it.
  static func joined(_ lines: [[PDFToken]], limit: Double) -> [String] {
    var texts: [String] = []
    for (index, line) in lines.enumerated() {
      let text = PDFText.joined(line)
      if index > 0, let last = texts.last, goesOn(lines[index - 1], last, line, limit: limit) {
        texts[texts.count - 1] = PDFText.joined(last, text)
      } else {
        texts.append(text)
      }
    }
    return texts
  }

  /// Whether a line carries on what stands above: nothing ends above, and the line above is as long
  /// as it can be, or so long that its last letters show that more must follow.
  static func goesOn(
    _ line: [PDFToken], _ text: String, _ next: [PDFToken], limit: Double
  ) -> Bool {
    guard let last = line.last, let first = next.first,
      let end = FoldedText(text).scalars.last, let start = FoldedText(first.text).scalars.first
    else { return false }
    let nextText = PDFText.joined(next)
    if ".!?:。".unicodeScalars.contains(end) || LineShape.beginsItem(nextText)
      || PDFMark.isAlone(first.text) || line[0].left > first.left + first.height * 2.5
    {
      return false
    }
    if line.count > 1, PDFMark.isAlone(last.text) { return true }
    let length = last.right / limit
    if ")」、。,".unicodeScalars.contains(start) || isOpen(text) { return length > 0.5 }
    if isLowercase(first.text), end.isLatin || end == "," { return length > 0.6 }
    guard limit - line[0].left > first.height * 7, !hasWideGap(next) else { return false }
    let needed = isLatinWord(first) ? first.right - first.left : first.height
    let isFull = last.right + needed > limit - first.height * 0.35
    if endsValue(end), start.isHiragana, !carries.contains(where: nextText.hasPrefix) {
      return false
    }
    if demandsMore(end, start) { return isFull || length > 0.8 }
    if endsValue(end) { return false }
    return isFull || length > 0.92 && limit - line[0].left > first.height * 20
  }

  /// What carries on behind a day, a sum or a bracket, where other words begin a sentence.
  private static let carries = [
    "の", "に", "を", "は", "が", "と", "で", "も", "へ", "や", "まで", "から", "より", "かつ", "する", "した", "して",
    "し、",
  ]

  /// Whether the letters at a line's end show that the sentence goes on.
  private static func demandsMore(_ end: Unicode.Scalar, _ start: Unicode.Scalar) -> Bool {
    if start.isHiragana || "、,(「・をにはがとのでやも".unicodeScalars.contains(end) { return true }
    if end == "日", start == "(" { return true }
    return (end == "年" || end == "月" || end == "~" || end.isDigit) && start.isDigit
  }

  /// Whether a bracket is open at the end of a text.
  private static func isOpen(_ text: String) -> Bool {
    let scalars = FoldedText(text).scalars
    return scalars.count { $0 == "(" || $0 == "「" } > scalars.count { $0 == ")" || $0 == "」" }
  }

  private static func isLatinWord(_ token: PDFToken) -> Bool {
    token.text.unicodeScalars.allSatisfy { $0.value < 0x2000 }
  }

  private static func isLowercase(_ text: String) -> Bool {
    text.unicodeScalars.first.map { (0x61...0x7A).contains($0.value) } ?? false
  }

  /// `集合　８：４５　　３階講堂前`: words with a wide gap between them are no part of a sentence.
  private static func hasWideGap(_ line: [PDFToken]) -> Bool {
    zip(line, line.dropFirst()).contains { PDFText.gap($0, $1) >= 1.5 }
  }

  /// `12,000円`, `3名`, `（土）`: a value that is complete, so that the next line may be another one.
  private static func endsValue(_ end: Unicode.Scalar) -> Bool {
    "円名日月年)".unicodeScalars.contains(end)
  }
}
