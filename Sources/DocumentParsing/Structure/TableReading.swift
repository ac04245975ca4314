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
  static func statements(of whole: TableGrid) -> [Entry] {
    let grid = whole.withoutRowNumbers
    guard grid.width > 1 else {
      return grid.rows.map { Entry(labels: [], column: nil, text: $0[0].text) }
    }
    let headRows = headRows(of: grid)
    let heads = columnHeads(of: grid, rows: headRows)
    let body = heads == nil ? grid.rows[...] : grid.rows.dropFirst(headRows)
    if let entries = ScheduleTable.entries(of: Array(body), heads: heads) { return entries }
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

  /// The most rows that head columns.
  private static let mostHeadRows = 3

  /// How many rows on top head the columns: heads may stand on two levels.
  private static func headRows(of grid: TableGrid) -> Int {
    guard let first = grid.rows.first, grid.rows.count > 1 else { return 0 }
    if isHeads(first) {
      let rows = grid.rows.prefix(mostHeadRows).prefix(while: isHeads).count
      return min(rows, grid.rows.count - 1)
    }
    // A table without marks: a head over several columns has its parts in the row below.
    let spans = zip(first, first.dropFirst()).contains {
      $0.origin == $1.origin && !$0.text.isEmpty
    }
    let second = grid.rows[1]
    let isSplit =
      spans && grid.rows.count > 2 && Set(first.map(\.origin)).count > 1
      && second.allSatisfy { isLabelLike($0.text) || $0.text.isEmpty }
    return isSplit ? 2 : 1
  }

  private static func isHeads(_ row: [TableGrid.Cell]) -> Bool {
    Set(row.map(\.origin)).count > 1 && row.allSatisfy { $0.isHead || $0.text.isEmpty }
  }

  /// The heads of the columns, where the first rows head at least two columns of values.
  private static func columnHeads(of grid: TableGrid, rows: Int) -> [String]? {
    guard grid.rows.count > 1, let first = grid.rows.first,
      Set(first.map(\.origin)).count > 1
    else { return nil }
    let heads = (0..<grid.width).map { column in
      var origins: Set<Int> = []
      return grid.rows.prefix(rows).map { $0[column] }
        .filter { !$0.text.isEmpty && origins.insert($0.origin).inserted }.map(\.text)
        .joined(separator: " ")
    }
    if isHeads(first), grid.rows[rows].contains(where: { !$0.isHead && !$0.text.isEmpty }) {
      return heads
    }
    // A table without marks: three columns or more, and a first row of short words without figures. A value over
    // all columns but the first is no head of them.
    guard grid.width >= 3, rows > 1 || Set(first.map(\.origin)).count > 2,
      !grid.rows.joined().contains(where: \.isHead),
      first.dropFirst().allSatisfy({ isLabelLike($0.text) })
        || hasEmptyCorner(first, above: grid.rows.dropFirst()),
      first[0].text.count <= longestLabel
    else { return nil }
    return heads
  }

  /// `| 第22回（2025年度） | 第23回（2026年度）`, `| 4月開始 | 10月開始`: beside an empty corner short words are heads, where
  /// each row below has a label; a day or a sum is a value.
  private static func hasEmptyCorner(
    _ row: [TableGrid.Cell], above body: ArraySlice<[TableGrid.Cell]>
  ) -> Bool {
    row[0].text.isEmpty && body.allSatisfy { !$0[0].text.isEmpty }
      && row.dropFirst().allSatisfy { cell in
        !cell.text.isEmpty && length(of: cell.text) <= longestLabel
          && !["日", "円", "。", "始"].contains(where: cell.text.contains)
      }
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
    guard !first.isEmpty, first.allSatisfy({ length(of: $0) <= longestLabel }) else { return 0 }
    return hasSubordinateLabels(rows, width) ? 2 : 1
  }

  /// Whether the second column holds labels too: a label of the first spans several rows, or both columns.
  private static func hasSubordinateLabels(_ rows: [[TableGrid.Cell]], _ width: Int) -> Bool {
    guard width >= 3, rows.allSatisfy({ $0[1].origin == $0[0].origin || isLabelLike($0[1].text) })
    else { return false }
    let spansRows = zip(rows, rows.dropFirst()).contains { $0[0].origin == $1[0].origin }
    return spansRows && rows.contains { $0[1].origin != $0[0].origin }
  }

  /// How long a label is: without remarks in brackets, and Latin letters counted by half.
  private static func length(of label: String) -> Int {
    var depth = 0
    var words = 0
    for character in label {
      if character == "(" || character == "（" { depth += 1 }
      if depth == 0 { words += 1 }
      if character == ")" || character == "）" { depth = max(0, depth - 1) }
    }
    return label.unicodeScalars.contains(where: \.isJapanese) ? words : (words + 1) / 2
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
      && !text.unicodeScalars.contains {
        $0.isDigit || ("０"..."９").contains($0) || $0 == "。" || $0 == "円"
      }
  }
}
