import JapaneseText

/// Tells labels from values in a table of data.
enum TableReading {
  /// A value with its labels.
  struct Entry {
    let labels: [String]
    let column: String?
    let text: String
  }

  /// The most characters that a cell without a head's mark may have to be a label.
  private static let longestLabel = 24

  /// The values of a table with their labels, row by row.
  static func statements(of grid: TableGrid) -> [Entry] {
    guard grid.width > 1 else {
      return grid.rows.map { Entry(labels: [], column: nil, text: $0[0].text) }
    }
    let heads = columnHeads(of: grid)
    let body = heads == nil ? grid.rows[...] : grid.rows.dropFirst()
    let labelColumns = labelColumns(of: Array(body), width: grid.width)
    // One row of values under a row of heads: its first value is none of the labels.
    let isSingle = body.count == 1 && !(body.first?.first.map { isLabelLike($0.text) } ?? true)
    let isHeaded = body.first?.contains(where: \.isHead) == true
    if let heads, labelColumns == 0 || (isSingle && !isHeaded) { return columnwise(body, heads) }
    var group: [String] = []
    var entries: [Entry] = []
    for row in body {
      if let title = spanningTitle(of: row) {
        if title.isHead {
          group = [title.text]
        } else {
          entries.append(Entry(labels: group, column: nil, text: title.text))
        }
      } else if let heads {
        entries += matrixRow(row, heads, labelColumns, group)
      } else {
        entries += labelledRow(row, labelColumns, group)
      }
    }
    return entries
  }

  /// The first row, where it heads at least two columns of values.
  private static func columnHeads(of grid: TableGrid) -> [String]? {
    guard grid.rows.count > 1, let first = grid.rows.first else { return nil }
    let origins = Set(first.map(\.origin))
    guard origins.count > 1 else { return nil }
    let named = first.filter { !$0.text.isEmpty }
    let allHeads = named.allSatisfy(\.isHead)
    let second = grid.rows[1]
    if allHeads, second.contains(where: { !$0.isHead && !$0.text.isEmpty }) {
      return first.map(\.text)
    }
    // A table without marks: three columns or more, and a first row of short words without figures.
    guard grid.width >= 3, !grid.rows.joined().contains(where: \.isHead),
      first.dropFirst().allSatisfy({ isLabelLike($0.text) }), first[0].text.count <= longestLabel
    else { return nil }
    return first.map(\.text)
  }

  /// How many columns on the left hold labels.
  private static func labelColumns(of rows: [[TableGrid.Cell]], width: Int) -> Int {
    var count = 0
    while count < width - 1 {
      let cells = rows.map { $0[count] }.filter { !$0.text.isEmpty }
      guard cells.count(where: \.isHead) * 2 > cells.count else { break }
      count += 1
    }
    if count > 0 || rows.joined().contains(where: \.isHead) { return count }
    let first = rows.map { $0[0].text }.filter { !$0.isEmpty }
    return !first.isEmpty && first.allSatisfy({ $0.count <= longestLabel }) ? 1 : 0
  }

  private static func spanningTitle(of row: [TableGrid.Cell]) -> TableGrid.Cell? {
    guard let first = row.first, row.allSatisfy({ $0.origin == first.origin }) else { return nil }
    return first
  }

  private static func columnwise(
    _ rows: ArraySlice<[TableGrid.Cell]>, _ heads: [String]
  ) -> [Entry] {
    rows.flatMap { row in
      distinct(row).map { index, cell in
        Entry(labels: [heads[index]], column: nil, text: cell.text)
      }
    }.filter { !$0.text.isEmpty }
  }

  private static func matrixRow(
    _ row: [TableGrid.Cell], _ heads: [String], _ labelColumns: Int, _ group: [String]
  ) -> [Entry] {
    let labels = group + distinct(Array(row.prefix(labelColumns))).map(\.cell.text)
    let values = distinct(row).filter { $0.index >= labelColumns && !$0.cell.text.isEmpty }
    return values.flatMap { index, cell in
      // A cell over several columns speaks for each of them.
      row.indices.filter { row[$0].origin == cell.origin && $0 >= labelColumns }.map { column in
        Entry(labels: labels, column: heads[column], text: cell.text)
      }
    }
  }

  /// Labels and values that take turns: `th td`, `th th td`, `th td th td`.
  private static func labelledRow(
    _ row: [TableGrid.Cell], _ labelColumns: Int, _ group: [String]
  ) -> [Entry] {
    var entries: [Entry] = []
    var labels: [String] = []
    var values: [String] = []
    func flush() {
      guard !values.isEmpty else { return }
      entries.append(
        Entry(labels: group + labels, column: nil, text: values.joined(separator: "　")))
      labels = []
      values = []
    }
    let cells = distinct(row)
    let takesTurns = takesTurns(cells.map(\.cell))
    for (place, (index, cell)) in cells.enumerated() {
      if cell.isHead || index < labelColumns || (takesTurns && place.isMultiple(of: 2)) {
        flush()
        labels.append(cell.text.replacing("\n", with: ""))
      } else if !cell.text.isEmpty {
        values.append(cell.text)
      }
    }
    flush()
    return entries
  }

  /// Whether cells without marks are label, value, label, value.
  private static func takesTurns(_ cells: [TableGrid.Cell]) -> Bool {
    guard cells.count >= 4, cells.count.isMultiple(of: 2), !cells.contains(where: \.isHead) else {
      return false
    }
    let places = cells.enumerated()
    let areLabels = places.allSatisfy { $0.isMultiple(of: 2) ? isLabelLike($1.text) : true }
    return areLabels && places.contains { !$0.isMultiple(of: 2) && !isLabelLike($1.text) }
  }

  /// The cells of a row, each once, with the first column that it stands in.
  private static func distinct(
    _ row: [TableGrid.Cell]
  ) -> [(index: Int, cell: TableGrid.Cell)] {
    row.enumerated().filter { index, cell in
      index == 0 || row[index - 1].origin != cell.origin
    }.map { (index: $0.offset, cell: $0.element) }
  }

  private static func isLabelLike(_ text: String) -> Bool {
    !text.isEmpty && text.count <= longestLabel
      && !text.unicodeScalars.contains { $0.isDigit || $0 == "。" || $0 == "円" }
  }
}
