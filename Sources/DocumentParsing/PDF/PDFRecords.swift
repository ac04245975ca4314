/// Groups the rows of a table or of a layout of labels into records: a record has cells of several lines.
struct PDFRecords {
  /// The rows of the flow.
  let rows: [PDFRow]
  /// The columns, and which rows they hold.
  let columns: PDFColumns
  /// The usual height of letters.
  let unit: Double

  /// The words of each row of the table by column, by the row's place in the table.
  private let cells: [[[PDFToken]]]

  init(_ columns: PDFColumns, rows: [PDFRow], unit: Double) {
    self.rows = rows
    self.columns = columns
    self.unit = unit
    cells = columns.rows.map { columns.cells(of: rows[$0]) }
  }

  /// The records, each with the paragraphs of its cells.
  func records() -> [[String]] {
    groups().map { group in
      columns.edges.indices.map { column in
        let lines = group.map { cells[$0][column] }.filter { !$0.isEmpty }
        return PDFParagraphs.joined(lines, limit: limit(of: column)).joined(separator: "\n")
      }
    }
  }

  /// The lines of each record by their place in the table.
  func groups() -> [[Int]] {
    let blanks = blanks()
    var groups: [[Int]] = []
    for index in cells.indices {
      let begins = blanks.isBanded ? beginsBand(index, blanks.limit) : beginsRecord(index)
      if groups.isEmpty || begins {
        groups.append([index])
      } else {
        groups[groups.count - 1].append(index)
      }
    }
    return groups
  }

  /// The right edge that words of a column reach.
  func limit(of column: Int) -> Double {
    cells.compactMap { $0[column].last?.right }.max() ?? .infinity
  }

  private func row(_ index: Int) -> PDFRow { rows[columns.rows.lowerBound + index] }

  private func hasLabel(_ index: Int) -> Bool { !cells[index][0].isEmpty }

  /// A label alone at a height between lines: it is centred beside them.
  private func floats(_ index: Int) -> Bool {
    guard hasLabel(index), cells[index].dropFirst().allSatisfy(\.isEmpty) else { return false }
    let before = index > 0 ? row(index).top - row(index - 1).bottom : .infinity
    let behind = index + 1 < cells.count ? row(index + 1).top - row(index).bottom : .infinity
    return min(before, behind) < -unit * 0.1
  }

  // MARK: Bands

  /// The blank between the row before that does not float and this one.
  private func blank(before index: Int) -> Double? {
    guard index > 0, !row(index).startsRegion, !floats(index),
      let last = (0..<index).last(where: { !floats($0) })
    else { return nil }
    return row(index).top - row(last).bottom
  }

  /// Whether wider blanks part the records, and from which width on.
  private func blanks() -> (isBanded: Bool, limit: Double) {
    let blanks = cells.indices.compactMap { blank(before: $0) }.sorted()
    guard let narrow = blanks.first, let wide = blanks.last, wide - narrow > unit * 0.3 else {
      return (false, 0)
    }
    let limit = narrow + max(unit * 0.3, (wide - narrow) * 0.25)
    // Where records follow each other without a wider blank, labels stand within the bands.
    let labels = cells.indices.filter { hasLabel($0) && !floats($0) && $0 > 0 && hasValue($0) }
    let within = labels.count { !beginsBand($0, limit) && !wrapsLabel($0) }
    return (within * 4 <= labels.count, limit)
  }

  private func hasValue(_ index: Int) -> Bool { cells[index].dropFirst().contains { !$0.isEmpty } }

  private func beginsBand(_ index: Int, _ limit: Double) -> Bool {
    if row(index).startsRegion { return hasLabel(index) }
    guard let blank = blank(before: index) else { return false }
    return blank > limit
  }

  /// Whether a label goes on with the one above: its line was full, or is deeper set in.
  private func wrapsLabel(_ index: Int) -> Bool {
    guard index > 0, let last = cells[index - 1][0].last, let first = cells[index][0].first else {
      return false
    }
    return last.right > limit(of: 0) - unit * 1.5 || first.left > last.left + unit * 0.5
  }

  // MARK: Lines at one distance

  private func beginsRecord(_ index: Int) -> Bool {
    if floats(index) { return false }
    if hasLabel(index) {
      return hasValue(index) || index + 1 < cells.count && !hasLabel(index + 1)
    }
    let filled = cells[index].indices.filter { !cells[index][$0].isEmpty }
    guard columns.edges.count > 2, filled.count > 1 || filled == [1] && hasLabelBefore(index) else {
      return false
    }
    return filled.count > 1 && !filled.allSatisfy { goesOn(index, $0) }
  }

  private func hasLabelBefore(_ index: Int) -> Bool { index > 0 && hasLabel(index - 1) }

  /// Whether a cell carries on the line above it.
  private func goesOn(_ index: Int, _ column: Int) -> Bool {
    guard index > 0, !cells[index - 1][column].isEmpty else { return false }
    let above = cells[index - 1][column]
    return PDFParagraphs.goesOn(
      above, PDFText.joined(above), cells[index][column], limit: limit(of: column))
  }
}
