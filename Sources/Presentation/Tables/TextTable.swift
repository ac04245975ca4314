/// A table for a terminal: columns of equal width, cells of several lines, or cards where it is narrow.
public struct TextTable: Sendable {
  /// A column.
  public struct Column: Sendable {
    let head: String
    /// The least width at which the column is still readable.
    let least: Int
    /// How readily it gives room away: the greatest first.
    let greed: Int

    init(_ head: String, least: Int, greed: Int = 1) {
      self.head = head
      self.least = least
      self.greed = greed
    }
  }

  /// A cell with its colour and its link.
  public struct Cell: Sendable {
    let text: String
    let style: Style
    let link: String?

    init(_ text: String, style: Style = .plain, link: String? = nil) {
      self.text = SafeText.line(text)
      self.style = style
      self.link = link
    }
  }

  /// A row, and what else is said of it below its cells.
  struct Row: Sendable {
    let cells: [Cell]
    let below: [StyledLine]
  }

  let columns: [Column]
  let rows: [Row]
  private static let gap = 2
  /// How far what stands below a row is set in.
  private static let inset = 2

  init(columns: [Column], rows: [[Cell]]) {
    self.init(columns: columns, rows: rows.map { Row(cells: $0, below: []) })
  }

  init(columns: [Column], rows: [Row]) {
    self.columns = columns
    self.rows = rows
  }

  /// The table in lines of at most a width; nil where the columns do not fit even at their least.
  func lines(width: Int, _ painter: Painter) -> [String]? {
    guard let widths = widths(within: width, painter.measure) else { return nil }
    let head = columns.map { Cell($0.head, style: .bold) }
    var lines = self.lines(of: head, widths, painter)
    lines.append(
      widths.map { String(repeating: "-", count: $0) }.joined(
        separator: String(repeating: " ", count: Self.gap)))
    for row in rows {
      lines += self.lines(of: row.cells, widths, painter)
      lines += row.below.flatMap { $0.indented(by: Self.inset).lines(width: width, painter) }
    }
    return lines
  }

  /// Every row as a card: a line a column, the head before the value.
  func cards(width: Int, _ painter: Painter) -> [String] {
    let heads = columns.map(\.head)
    let margin = (heads.map { painter.measure.of($0) }.max() ?? 0) + Self.gap
    var lines: [String] = []
    for row in rows {
      for (index, cell) in row.cells.enumerated() {
        let values = TextFitting.lines(
          of: cell.text, width: max(8, width - margin), painter.measure)
        for (number, value) in values.enumerated() {
          let label = TextFitting.padded(
            number == 0 ? heads[index] : "", to: margin, painter.measure)
          lines.append(
            value.isEmpty
              ? label.trimmedEnd : label + painter.paint(value, cell.style, link: cell.link))
        }
      }
      lines += row.below.flatMap { $0.lines(width: width, painter) }
      lines.append("")
    }
    return lines
  }

  private func lines(of row: [Cell], _ widths: [Int], _ painter: Painter) -> [String] {
    let cells = zip(row, widths).map {
      TextFitting.lines(of: $0.text, width: $1, painter.measure)
    }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      zip(zip(cells, widths), row).map { part, cell in
        let text = line < part.0.count ? part.0[line] : ""
        return painter.paint(text, cell.style, link: cell.link)
          + String(repeating: " ", count: max(0, part.1 - painter.measure.of(text)))
      }.joined(separator: String(repeating: " ", count: Self.gap)).trimmedEnd
    }
  }

  /// Column widths: what the cells need, less what the greediest columns must give away.
  private func widths(within width: Int, _ measure: DisplayWidth) -> [Int]? {
    var widths = columns.indices.map { column in
      ([measure.of(columns[column].head)] + rows.map { measure.of($0.cells[column].text) })
        .max() ?? 0
    }
    let room = width - Self.gap * (columns.count - 1)
    let least = columns.indices.map { min(widths[$0], columns[$0].least) }
    guard least.reduce(0, +) <= room else { return nil }
    while widths.reduce(0, +) > room {
      let shrinkable = widths.indices.filter { widths[$0] > least[$0] }
      guard
        let widest = shrinkable.max(by: {
          widths[$0] * columns[$0].greed < widths[$1] * columns[$1].greed
        })
      else { return nil }
      widths[widest] -= 1
    }
    return widths
  }
}
