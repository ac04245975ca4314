import JapaneseText

/// Finds the title in the upper rows of the first page.
enum PDFTitle {
  /// The most rows that are looked at, and that a title has.
  private static let mostRows = 12
  private static let mostLines = 6

  /// The places of the title's rows.
  ///
  /// They are larger than the text or centred, and stand before the first sentence, label or numbered
  /// heading; a large line below a notice is the title all the same. Failing that, the first row is it.
  static func rows(in rows: [PDFRow], unit: Double, left: Double, right: Double) -> [Int] {
    var found: [Int] = []
    var hasBegun = false
    let tables = ColumnFinder(rows: rows, unit: unit).tables().values
    for (index, row) in rows.prefix(mostRows).enumerated() where found.count < mostLines {
      let isLarge = row.height >= unit * 1.07
      if isLarge, isMatter(row.text) == false {
        found.append(index)
        continue
      }
      if hasBegun { continue }
      if isMatter(row.text) || isLabelled(row)
        || tables.contains(where: { $0.rows.contains(index) })
      {
        hasBegun = true
      } else if isCentred(row, left, right, unit), row.pieces.count <= 2 {
        found.append(index)
      } else if index > 0, row.left < left + unit * 2 {
        hasBegun = true
      }
    }
    if found.isEmpty, let first = rows.first, !isMatter(first.text), first.pieces.count <= 3 {
      return [0]
    }
    return upper(found, in: rows)
  }

  /// Large lines far below the first ones are headings of parts.
  private static func upper(_ found: [Int], in rows: [PDFRow]) -> [Int] {
    guard let largest = found.map({ rows[$0].height }).max() else { return [] }
    guard let main = found.first(where: { rows[$0].height > largest * 0.97 }) else { return found }
    var kept: [Int] = []
    for index in found where index <= main || kept.last.map({ index == $0 + 1 }) == true {
      kept.append(index)
    }
    return kept
  }

  private static func isMatter(_ text: String) -> Bool {
    if text.contains("。") || text.hasSuffix("、")
      || LineShape.beginsItem(text) && !startsWithCircle(text)
    {
      return true
    }
    if case .heading = LineShape.of(TextLine(text)) { return !startsWithCircle(text) }
    return text.count > 70
  }

  private static func startsWithCircle(_ text: String) -> Bool {
    "○◎●◇◆■□☆★".unicodeScalars.contains(text.unicodeScalars.first ?? " ")
  }

  private static func isLabelled(_ row: PDFRow) -> Bool {
    if case .labelled = LineShape.of(TextLine(row.text)) {
      return row.text.contains(where: { $0 == ":" || $0 == "：" })
    }
    return false
  }

  private static func isCentred(_ row: PDFRow, _ left: Double, _ right: Double, _ unit: Double)
    -> Bool
  {
    row.left > left + unit * 2 && abs((row.left - left) - (right - row.right)) < unit * 3
  }
}
