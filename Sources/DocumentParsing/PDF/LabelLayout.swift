import JapaneseText

/// Finds labels on the left with their values on the right: `募集人員　　２名`.
struct LabelLayout {
  /// The rows of a flow.
  let rows: [PDFRow]
  /// The usual height of letters.
  let unit: Double

  /// The most characters of a label.
  private static let longestLabel = 26
  private static let mostRows = 300

  /// The layout that begins with a row; `stop` says which rows begin something else.
  func layout(at start: Int, stop: (Int) -> Bool) -> PDFColumns? {
    guard let split = split(rows[start]) else { return nil }
    var columns = PDFColumns(rows: start..<(start + 1), edges: edges(split))
    var end = start + 1
    while end < min(rows.count, start + Self.mostRows), !stop(end), fits(end, split, columns) {
      end += 1
      columns.rows = start..<end
      let label = columns.cells(of: rows[end - 1])[0]
      if let right = label.last?.right, right > columns.edges[0].upperBound {
        columns.edges[0] = columns.edges[0].lowerBound...right
      }
    }
    // What stands below without a value is no part of it.
    while columns.rows.count > 1, let last = columns.rows.last, isLabelAlone(last, columns) {
      columns.rows.removeLast()
    }
    return columns
  }

  /// A row's label and its value; a number before the label belongs to it.
  private func split(_ row: PDFRow) -> (label: [PDFToken], value: [PDFToken])? {
    var pieces = row.pieces
    if pieces.count > 2, let first = pieces.first, PDFMark.isAlone(PDFText.joined(first)) {
      pieces[1] = first + pieces[1]
      pieces.removeFirst()
    }
    guard pieces.count >= 2, isLabel(PDFText.joined(pieces[0])), !PDFMark.areItems(row) else {
      return nil
    }
    return (pieces[0], pieces[1])
  }

  private func isLabel(_ text: String) -> Bool {
    let key = PDFText.key(text)
    return (2...Self.longestLabel).contains(key.count) && !PDFMark.isAlone(text)
      && !key.contains("。") && !key.hasSuffix("、") && !PDFTable.isValueLike(text)
      && key.unicodeScalars.contains { $0.isJapanese || $0.isLatin }
      && key.unicodeScalars.count(where: \.isDigit) < 6
  }

  private func edges(_ split: (label: [PDFToken], value: [PDFToken])) -> [ClosedRange<Double>] {
    let labelRight = split.label[split.label.count - 1].right
    let left = split.value[0].left - unit * 0.45
    return [split.label[0].left...max(labelRight, split.label[0].left), left...max(left, left + 1)]
  }

  /// Whether a row has its label left and its value right of the same strip.
  private func fits(
    _ index: Int, _ split: (label: [PDFToken], value: [PDFToken]), _ columns: PDFColumns
  ) -> Bool {
    let row = rows[index]
    let valueLeft = split.value[0].left
    guard !row.startsPart, row.startsRegion || row.top - rows[index - 1].bottom < unit * 4.5 else {
      return false
    }
    let crosses = row.tokens.contains {
      $0.left < valueLeft - unit * 0.45 && $0.right > valueLeft - unit * 0.25
    }
    guard !crosses else { return false }
    let cells = columns.cells(of: row)
    guard let label = cells[0].first else { return true }
    guard label.left < split.label[0].left + unit * 3 else { return false }
    guard let value = cells[1].first else { return mayBeWrapped(index, columns) }
    return abs(value.left - valueLeft) < unit * 0.6 && isLabel(PDFText.joined(cells[0]))
  }

  /// A label alone on its row is the end of one above it, or one centred beside its value.
  private func mayBeWrapped(_ index: Int, _ columns: PDFColumns) -> Bool {
    let row = rows[index]
    guard LineShape.of(TextLine(row.text)) == .plain, !row.startsRegion else { return false }
    let before = row.top - rows[index - 1].bottom
    let behind = index + 1 < rows.count ? rows[index + 1].top - row.bottom : .infinity
    if min(before, behind) < -unit * 0.1 { return true }
    let above = columns.cells(of: rows[index - 1])[0]
    return before < unit * 0.6 && !above.isEmpty
  }

  private func isLabelAlone(_ index: Int, _ columns: PDFColumns) -> Bool {
    guard columns.cells(of: rows[index])[1].isEmpty else { return false }
    return rows[index].top - rows[index - 1].bottom > 0 && !isUnderLabel(index, columns)
  }

  private func isUnderLabel(_ index: Int, _ columns: PDFColumns) -> Bool {
    let above = columns.cells(of: rows[index - 1])[0]
    return !above.isEmpty && rows[index].top - rows[index - 1].bottom < unit * 0.6
  }
}
