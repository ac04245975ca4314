import JapaneseText

/// Rows that stand in columns.
struct PDFColumns {
  /// Which rows of the flow they are.
  var rows: Range<Int>
  /// The left and the right edge of each column.
  var edges: [ClosedRange<Double>]
  /// The words of a row of heads above the first row, each over several columns.
  var upperHeads: [String] = []
  /// How many rows above the first one hold such heads.
  var upperRows = 0

  /// The words of a row by column.
  func cells(of row: PDFRow) -> [[PDFToken]] {
    var cells = [[PDFToken]](repeating: [], count: edges.count)
    for token in row.tokens {
      let middle = (token.left + token.right) / 2
      let index = edges.lastIndex { $0.lowerBound <= middle + 0.1 } ?? 0
      cells[index].append(token)
    }
    return cells
  }
}

/// Finds rows that stand in three columns or more, by the white strips between them.
struct ColumnFinder {
  /// The rows of a flow.
  let rows: [PDFRow]
  /// The usual height of letters.
  let unit: Double

  /// The most rows of one table.
  private static let mostRows = 100
  /// The widest blank between two rows of one table, in heights of letters.
  private static let widestBlank = 4.5

  /// The tables of a flow by the row that they begin with.
  func tables() -> [Int: PDFColumns] {
    var tables: [Int: PDFColumns] = [:]
    var index = 0
    while index < rows.count {
      if let table = table(at: index) {
        tables[table.rows.lowerBound - table.upperRows] = table
        index = table.rows.upperBound
      } else {
        index += 1
      }
    }
    return tables
  }

  private func table(at start: Int) -> PDFColumns? {
    guard rows[start].pieces.count >= 2, !PDFCaption.isUnit(rows[start]) else { return nil }
    var best: PDFColumns?
    var bestScore = 0
    func weigh(_ occupied: [ClosedRange<Double>], _ span: Range<Int>) {
      guard span.count > 1, occupied.count >= 3 else { return }
      let found = supported(occupied, span)
      // More columns are worth more than rows below that only happen to fit.
      let score = (found.edges.count - 1) * (found.edges.count - 1) * span.count
      if found.edges.count >= 3, score >= bestScore {
        best = found
        bestScore = score
      }
    }
    var occupied: [ClosedRange<Double>] = []
    var end = start
    while end < min(rows.count, start + Self.mostRows), end == start || goesOn(at: end) {
      let next = merged(occupied + rows[end].tokens.map { $0.left...max($0.left, $0.right) })
      // With the same strips, more rows are always better: only the last of them is weighed.
      if next.count != occupied.count { weigh(occupied, start..<end) }
      // The row of heads may have nothing above the labels.
      guard next.count >= 3 || end == start else { break }
      occupied = next
      end += 1
    }
    weigh(occupied, start..<end)
    return best.flatMap { trimmed($0) }.map { withUpperHeads($0) }
  }

  /// `４月採用 | 10月採用` above `第１回 | 第２回 | 第１回 | 第２回`: heads over several columns.
  private func withUpperHeads(_ columns: PDFColumns) -> PDFColumns {
    var columns = columns
    var above = columns.rows.lowerBound - 1
    let isHead = rows[columns.rows.lowerBound].pieces.allSatisfy {
      !PDFTable.isValueLike(PDFText.joined($0))
    }
    // The head of the labels may be centred between both rows of heads.
    if above > 0, rows[above].pieces.count == 1, rows[above].right < columns.edges[1].lowerBound,
      rows[above + 1].top - rows[above].bottom < 0
    {
      above -= 1
    }
    guard isHead, above >= 0, mayBeUpperHeads(above, of: columns) else { return columns }
    let pieces = rows[above].pieces.filter { $0[0].left > columns.edges[0].upperBound }
    let places = pieces.map { ($0[0].left + $0[$0.count - 1].right) / 2 }
    columns.upperHeads = columns.edges.enumerated().map { index, edge in
      let middle = (edge.lowerBound + edge.upperBound) / 2
      let nearest = places.indices.min { abs(places[$0] - middle) < abs(places[$1] - middle) }
      return index == 0 ? "" : nearest.map { PDFText.joined(pieces[$0]) } ?? ""
    }
    columns.upperRows = columns.rows.lowerBound - above
    return columns
  }

  private func mayBeUpperHeads(_ index: Int, of columns: PDFColumns) -> Bool {
    let row = rows[index]
    let next = rows[index + 1]
    guard !next.startsRegion, next.top - row.bottom < unit * 2.5, !PDFCaption.isUnit(row),
      (2..<columns.edges.count - 1).contains(row.pieces.count)
    else { return false }
    return row.left > columns.edges[0].lowerBound - unit
      && row.right < (columns.edges.last?.upperBound ?? 0) + unit
      && row.pieces.allSatisfy { piece in
        let text = PDFText.joined(piece)
        return text.count <= 20 && !PDFTable.isValueLike(text)
      }
  }

  private func goesOn(at index: Int) -> Bool {
    if PDFCaption.isUnit(rows[index]) || rows[index].startsPart { return false }
    return rows[index].startsRegion
      || rows[index].top - rows[index - 1].bottom < unit * Self.widestBlank
  }

  /// Ranges with less than a third of a letter between them are one.
  private func merged(_ ranges: [ClosedRange<Double>]) -> [ClosedRange<Double>] {
    var result: [ClosedRange<Double>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound - last.upperBound < unit * 0.3 {
        result[result.count - 1] =
          last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// The columns that at least two rows bear out; what is none belongs to its neighbour.
  private func supported(_ occupied: [ClosedRange<Double>], _ span: Range<Int>) -> PDFColumns {
    var columns = PDFColumns(rows: span, edges: occupied)
    var index = 1
    while index < columns.edges.count {
      if isColumn(index, of: columns) {
        index += 1
      } else {
        join(index - 1, of: &columns)
      }
    }
    index = 0
    while index + 1 < columns.edges.count {
      if isMarks(index, of: columns) { join(index, of: &columns) } else { index += 1 }
    }
    return columns
  }

  private func join(_ index: Int, of columns: inout PDFColumns) {
    let both = columns.edges[index].lowerBound...columns.edges[index + 1].upperBound
    columns.edges.replaceSubrange(index...(index + 1), with: [both])
  }

  /// Whether words begin, end or are centred at one place, and some stand well off the column before.
  private func isColumn(_ index: Int, of columns: PDFColumns) -> Bool {
    var cells: [[PDFToken]] = []
    var widest = 0.0
    for row in columns.rows {
      let all = columns.cells(of: rows[row])
      guard let first = all[index].first else { continue }
      cells.append(all[index])
      if let before = all[index - 1].last { widest = max(widest, PDFText.gap(before, first)) }
    }
    guard cells.count >= 2, widest >= 1.5 else { return false }
    let lefts = cells.map { $0[0].left }
    let rights = cells.map { $0[$0.count - 1].right }
    let middles = zip(lefts, rights).map { ($0 + $1) / 2 }
    let needed = max(2, Int((Double(cells.count) * 0.55).rounded(.up)))
    return [lefts, rights, middles].contains { most(of: $0) >= needed }
  }

  /// How many of some places are nearly the same.
  private func most(of places: [Double]) -> Int {
    let sorted = places.sorted()
    var most = 0
    var start = 0
    for end in sorted.indices {
      while sorted[end] - sorted[start] > unit * 0.5 { start += 1 }
      most = max(most, end - start + 1)
    }
    return most
  }

  /// Whether a column holds nothing but marks that open items: `①`, `ア`, `自` and `至`.
  private func isMarks(_ index: Int, of columns: PDFColumns) -> Bool {
    columns.rows.allSatisfy { row in
      let text = PDFText.joined(columns.cells(of: rows[row])[index])
      return text.isEmpty || PDFMark.isAlone(text)
    }
  }

  /// Leaves out rows above and below that only happen to fit.
  private func trimmed(_ columns: PDFColumns) -> PDFColumns? {
    var columns = columns
    let count = columns.edges.count
    func filled(_ row: Int) -> [Int] {
      let cells = columns.cells(of: rows[row])
      return cells.indices.filter { !cells[$0].isEmpty }
    }
    while let first = columns.rows.first, filled(first).count < max(2, count - 1) {
      columns.rows.removeFirst()
    }
    while let last = columns.rows.last, filled(last) == [0], columns.rows.count > 1 {
      columns.rows.removeLast()
    }
    if let end = endByBlank(columns, filled: { filled($0).count }) {
      columns.rows = columns.rows.lowerBound..<end
    }
    // A table beside a label of the layout around it ends with the next such label.
    if columns.rows.count > 2, filled(columns.rows.lowerBound).count == count,
      let next = columns.rows.dropFirst().first, !filled(next).contains(0),
      filled(next).count == count - 1,
      let label = columns.rows.dropFirst().first(where: { filled($0).contains(0) })
    {
      columns.rows = columns.rows.lowerBound..<label
    }
    return columns.rows.count >= 2 ? columns : nil
  }

  /// The row that a wide blank sets off from the table above and that leaves columns empty.
  private func endByBlank(_ columns: PDFColumns, filled: (Int) -> Int) -> Int? {
    var widest = 0.0
    for row in columns.rows.dropFirst() where !rows[row].startsRegion {
      let gap = rows[row].top - rows[row - 1].bottom
      if row > columns.rows.lowerBound + 1, gap > max(widest * 1.8, unit * 1.2),
        filled(row) < columns.edges.count
      {
        return row
      }
      widest = max(widest, gap)
    }
    return nil
  }
}

/// Tells the line above a table from its rows.
enum PDFCaption {
  /// Whether a row says in which unit a table counts: `（単位：千円）`.
  static func isUnit(_ row: PDFRow) -> Bool {
    guard row.tokens.contains(where: { $0.text.contains("単") }) else { return false }
    return row.pieces.contains { piece in
      let key = PDFText.key(PDFText.joined(piece))
      return key.count <= 16
        && (key.hasPrefix("(単位") || key.hasPrefix("単位:") || key.hasPrefix("[単位"))
    }
  }
}
