/// Groups the rows of a table or of a layout of labels into records: a record has cells of several lines.
///
/// Where cells are centred beside each other, their lines stand at different heights; then the white
/// bands from edge to edge part the records.
struct PDFRecords {
  /// The records, each with the paragraphs of its cells.
  private(set) var records: [[String]]

  init(_ columns: PDFColumns, rows: [PDFRow], unit: Double) {
    let grouping = PDFGrouping(columns, rows: rows, unit: unit)
    let groups = grouping.groups()
    records = groups.map { group in
      columns.edges.indices.map { grouping.text(of: group, $0) }
    }
    let labels = grouping.labels(groups)
    let isCentred = grouping.centresLabels(labels, groups)
    var free = 0
    for label in labels {
      var span = label.record...label.record
      if isCentred { span = grouping.span(of: label, groups, from: free) }
      for index in span { records[index][0] = label.text }
      free = max(free, span.upperBound + 1)
    }
  }
}

/// Tells which lines make one record.
struct PDFGrouping {
  private let rows: [PDFRow]
  private let columns: PDFColumns
  private let unit: Double
  /// The words of each row by column, by the row's place in the table.
  private let cells: [[[PDFToken]]]
  /// The white between two lines of one cell.
  private let narrow: Double

  init(_ columns: PDFColumns, rows: [PDFRow], unit: Double) {
    self.rows = Array(rows[columns.rows])
    self.columns = columns
    self.unit = unit
    cells = columns.rows.map { columns.cells(of: rows[$0]) }
    narrow = Self.narrowest(cells, self.rows, unit)
  }

  /// The words of some lines of a column.
  func text(of lines: [Int], _ column: Int) -> String {
    paragraphs(of: lines, column).joined(separator: "\n")
  }

  /// The paragraphs that some lines of a column make.
  func paragraphs(of lines: [Int], _ column: Int) -> [String] {
    PDFParagraphs.joined(
      lines.map { cells[$0][column] }.filter { !$0.isEmpty }, limit: limit(of: column))
  }

  /// The left edge of the first of some lines of a column.
  func left(of lines: [Int], _ column: Int) -> Double? {
    lines.compactMap { cells[$0][column].first?.left }.first
  }

  /// Whether a line has words in the first column.
  func hasLabel(_ index: Int) -> Bool { !cells[index][0].isEmpty }

  /// The lines of each record; lines with nothing but a label of a table are left out.
  func groups() -> [[Int]] {
    let bands = bands()
    if bands.count > 1, bands.count(where: { labels(in: $0) > 1 }) * 3 <= bands.count {
      return bands
    }
    return groups { _, index in beginsRecord(index) }
  }

  /// A label of the first column and where it stands.
  struct Label {
    var text: String
    /// The record at whose height it stands, or the one above it.
    var record: Int
    var top: Double
    var bottom: Double
    /// Whether it stands at the height of no record.
    var isBetween: Bool
  }

  /// The labels from top to bottom.
  func labels(_ groups: [[Int]]) -> [Label] {
    var lines: [(record: Int, isBetween: Bool, rows: [Int])] = []
    for index in cells.indices where hasLabel(index) {
      let middle = rows[index].middle
      let own = groups.firstIndex { $0.contains(index) }
      let record = own ?? groups.lastIndex { top(of: $0) <= middle } ?? 0
      let isBetween = own == nil && middle > bottom(of: groups[record])
      if let last = lines.last, last.record == record {
        lines[lines.count - 1].rows.append(index)
        lines[lines.count - 1].isBetween = last.isBetween || isBetween
      } else {
        lines.append((record, isBetween, [index]))
      }
    }
    return lines.map { line in
      let tokens = line.rows.flatMap { cells[$0][0] }
      return Label(
        text: text(of: line.rows, 0), record: line.record, top: tokens.map(\.top).min() ?? 0,
        bottom: tokens.map(\.bottom).max() ?? 0, isBetween: line.isBetween)
    }
  }

  /// Whether labels stand in the middle of what they label, and not at its head.
  func centresLabels(_ labels: [Label], _ groups: [[Int]]) -> Bool {
    guard columns.edges.count > 2 else { return false }
    var votes = 0
    for label in labels {
      let group = groups[label.record]
      if label.isBetween { votes += 2 }
      guard bottom(of: group) - top(of: group) > (label.bottom - label.top) * 1.5 else { continue }
      let middle = (label.top + label.bottom - top(of: group) - bottom(of: group)) / 2
      votes += abs(middle) < abs(label.top - top(of: group)) ? 1 : -1
    }
    return votes > 0
  }

  /// The records in whose middle a label stands, from a free one on.
  func span(of label: Label, _ groups: [[Int]], from free: Int) -> ClosedRange<Int> {
    var best = label.record...label.record
    var least = Double.infinity
    for first in (min(free, label.record)...label.record).reversed() {
      for last in label.record..<min(groups.count, label.record + 20) {
        let middle = (top(of: groups[first]) + bottom(of: groups[last])) / 2
        let off = abs(middle - (label.top + label.bottom) / 2)
        if off < least - unit * 0.3 {
          least = off
          best = first...last
        }
      }
    }
    return best
  }

  private func top(of group: [Int]) -> Double { group.map { rows[$0].top }.min() ?? 0 }
  private func bottom(of group: [Int]) -> Double { group.map { rows[$0].bottom }.max() ?? 0 }

  /// The right edge that words of a column reach.
  private func limit(of column: Int) -> Double {
    let reached = cells.compactMap { $0[column].last?.right }.max() ?? .infinity
    return min(reached, rows.map(\.limit).max() ?? .infinity)
  }

  private func hasValue(_ index: Int) -> Bool { cells[index].dropFirst().contains { !$0.isEmpty } }

  private func labels(in band: [Int]) -> Int { band.count { hasLabel($0) && hasValue($0) } }

  /// A label of a table alone on its line: it is centred beside one record or several.
  private func isLoose(_ index: Int) -> Bool {
    guard columns.edges.count > 2, hasLabel(index), !hasValue(index), !rows[index].startsRegion
    else { return false }
    let before = index > 0 ? rows[index].top - rows[index - 1].bottom : .infinity
    let behind = index + 1 < rows.count ? rows[index + 1].top - rows[index].bottom : .infinity
    return min(before, behind) < narrow
  }

  private func groups(_ begins: (_ bottom: Double, _ index: Int) -> Bool) -> [[Int]] {
    var groups: [[Int]] = []
    var bottom = -Double.infinity
    for index in cells.indices where !isLoose(index) {
      if groups.isEmpty || begins(bottom, index) {
        groups.append([index])
      } else {
        groups[groups.count - 1].append(index)
      }
      bottom = max(bottom, rows[index].bottom)
    }
    return groups
  }

  // MARK: Bands

  /// The least white between lines of one column.
  private static func narrowest(_ cells: [[[PDFToken]]], _ rows: [PDFRow], _ unit: Double)
    -> Double
  {
    var narrow = Double.infinity
    for column in cells.first?.indices ?? 0..<0 {
      var last: Int?
      for index in cells.indices where !cells[index][column].isEmpty {
        if let last, !rows[last..<index].dropFirst().contains(where: \.startsRegion),
          !rows[index].startsRegion
        {
          let gap =
            (cells[index][column].map(\.top).min() ?? 0)
            - (cells[last][column].map(\.bottom).max() ?? 0)
          if gap > -unit * 0.4 { narrow = min(narrow, gap) }
        }
        last = index
      }
    }
    return narrow
  }

  /// The lines between white bands that are wider than the white within a cell.
  private func bands() -> [[Int]] {
    let bands = groups { bottom, index in
      rows[index].startsRegion
        ? hasLabel(index) : rows[index].top - bottom > narrow + unit * 0.3
    }
    // A part without a label goes on with the record above, unless its row has several values.
    return bands.reduce(into: []) { result, band in
      let filled = cells[0].indices.filter { column in band.contains { !cells[$0][column].isEmpty }
      }
      if !result.isEmpty, filled.count == 1, filled != [0] {
        result[result.count - 1] += band
      } else {
        result.append(band)
      }
    }
  }

  // MARK: Lines at one distance

  private func beginsRecord(_ index: Int) -> Bool {
    if hasLabel(index) {
      return hasValue(index) || index + 1 < cells.count && !hasLabel(index + 1)
    }
    let filled = cells[index].indices.filter { !cells[index][$0].isEmpty }
    return filled.count > 1 && !filled.allSatisfy { goesOn(index, $0) }
  }

  /// Whether a cell carries on the line above it.
  private func goesOn(_ index: Int, _ column: Int) -> Bool {
    guard index > 0, !cells[index - 1][column].isEmpty else { return false }
    let above = cells[index - 1][column]
    return PDFParagraphs.goesOn(
      above, PDFText.joined(above), cells[index][column], limit: limit(of: column))
  }
}
