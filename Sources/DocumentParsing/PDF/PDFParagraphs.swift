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

  /// Whether a line carries on what stands above: the line above is full, and nothing ends there.
  static func goesOn(
    _ line: [PDFToken], _ text: String, _ next: [PDFToken], limit: Double
  ) -> Bool {
    guard let last = line.last, let first = next.first, let end = text.unicodeScalars.last,
      let start = FoldedText(first.text).scalars.first
    else { return false }
    if "。．.！!？?：:".unicodeScalars.contains(end) { return false }
    let nextText = PDFText.joined(next)
    guard !LineShape.beginsItem(nextText), !PDFMark.isAlone(first.text) else { return false }
    if isOpen(text) || ")、。,」".unicodeScalars.contains(start) { return last.right > limit * 0.5 }
    let needed = isLatinWord(first) ? first.right - first.left : first.height
    let isFull = last.right + needed > limit - first.height * 0.8
    guard isFull, limit - line[0].left > first.height * 7 else { return false }
    if "、,（(・をにはがとのでやも".unicodeScalars.contains(end) || start.isHiragana { return true }
    return !endsValue(text) || first.height * 20 < limit - line[0].left && end != "）" && end != ")"
  }

  /// Whether a bracket is open at the end of a text.
  private static func isOpen(_ text: String) -> Bool {
    let scalars = FoldedText(text).scalars
    return scalars.count { $0 == "(" || $0 == "「" } > scalars.count { $0 == ")" || $0 == "」" }
  }

  private static func isLatinWord(_ token: PDFToken) -> Bool {
    token.text.unicodeScalars.allSatisfy { $0.value < 0x2000 }
  }

  /// `12,000円`, `3名`, `（土）`: a value that is complete, so that the next line may be another one.
  private static func endsValue(_ text: String) -> Bool {
    guard let end = FoldedText(text).scalars.last else { return true }
    return "円名日月年)".unicodeScalars.contains(end)
  }
}
