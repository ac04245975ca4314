import JapaneseText

/// Tells headings by their size and their place.
enum PDFHeadings {
  /// How much larger than the text letters must be to make a heading.
  private static let larger = 1.12
  private static let longest = 44

  /// Whether a row is a heading that the shape of its line does not show; true if its letters are
  /// larger than the text, false if only its place tells; nil if it is none.
  static func heading(
    at index: Int, in rows: [PDFRow], unit: Double, isAboveTable: Bool
  ) -> Bool? {
    let row = rows[index]
    guard row.pieces.count <= 2, mayBeHeading(row.text), isComplete(above: index, in: rows)
    else { return nil }
    let shape = LineShape.of(TextLine(row.text))
    if row.text.count <= 30, PDFMark.beginsHeading(row.text) { return false }
    if isEnglishNumbered(index, rows, unit) { return false }
    guard shape == .plain, row.pieces.count == 1 else { return nil }
    if row.height >= unit * larger, row.text.count > 1 { return true }
    if isAboveTable, row.text.count <= 16 { return false }
    return standsOut(index, rows, unit) ? false : nil
  }

  private static func mayBeHeading(_ text: String) -> Bool {
    guard let end = text.unicodeScalars.last else { return false }
    let longest = text.unicodeScalars.contains(where: \.isJapanese) ? longest : longest * 2
    return text.count <= longest && !"。．.、,，:：；;".unicodeScalars.contains(end)
      && text.unicodeScalars.contains { $0.isJapanese || $0.isLatin }
  }

  /// Whether the sentence above has ended.
  private static func isComplete(above index: Int, in rows: [PDFRow]) -> Bool {
    guard index > 0 else { return true }
    let above = rows[index - 1]
    return !PDFParagraphs.goesOn(above.tokens, above.text, rows[index].tokens, limit: above.limit)
      || rows[index].height > above.height * larger
  }

  /// `5. Selection` above a text.
  private static func isEnglishNumbered(_ index: Int, _ rows: [PDFRow], _ unit: Double) -> Bool {
    let text = rows[index].text
    guard text.firstMatch(of: #/^(\d{1,2}[.)]?|[A-Z][.)])\s+[A-Z]/#) != nil, text.count <= 60,
      !text.unicodeScalars.contains(where: \.isJapanese), index + 1 < rows.count
    else { return false }
    let next = rows[index + 1]
    return !LineShape.beginsItem(next.text) || next.left > rows[index].left + unit * 0.5
  }

  /// A short line above what is set in, with more white above it than below: `照会先`.
  private static func standsOut(_ index: Int, _ rows: [PDFRow], _ unit: Double) -> Bool {
    guard index > 0, index + 1 < rows.count, !rows[index].startsRegion,
      !rows[index + 1].startsRegion
    else { return false }
    let row = rows[index]
    let next = rows[index + 1]
    let above = row.top - rows[index - 1].bottom
    let below = next.top - row.bottom
    return row.text.count <= 16 && next.left > row.left + unit * 0.8
      && next.left < row.left + unit * 4 && above > below + unit * 0.4
  }
}
