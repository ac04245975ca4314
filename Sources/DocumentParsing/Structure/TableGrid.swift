import JapaneseText

/// A table with every cell in its place: a cell that spans several places stands in each of them.
struct TableGrid {
  /// A cell.
  struct Cell {
    /// The words, with line ends kept.
    let text: String
    /// Whether it is marked as a head.
    let isHead: Bool
    /// Which cell of the source it is; equal for the places that one cell spans.
    let origin: Int
  }

  /// The most places that a table may have; what lies beyond is left out.
  static let mostPlaces = 20_000
  /// The greatest span that is believed.
  static let widestSpan = 60

  /// Rows of cells; all rows have the same length.
  let rows: [[Cell]]

  /// The number of columns.
  var width: Int { rows.first?.count ?? 0 }

  /// Whether something lay beyond the most places.
  private(set) var isCut = false

  /// Lays out the rows of a table element; nested tables belong to their cells.
  init(_ table: HTMLElement) {
    var places: [[Cell?]] = []
    var origin = 0
    let sources = Self.sourceRows(of: table)
    var count = 0
    rows: for (rowIndex, row) in sources.enumerated() {
      Self.extend(&places, to: rowIndex)
      var column = 0
      for source in row.elements where source.name == "td" || source.name == "th" {
        while column < places[rowIndex].count, places[rowIndex][column] != nil { column += 1 }
        let cell = Cell(text: source.text, isHead: source.name == "th", origin: origin)
        origin += 1
        let wide = Self.span(source.attributes["colspan"])
        let high = min(Self.span(source.attributes["rowspan"]), sources.count - rowIndex)
        count += wide * high
        guard count <= Self.mostPlaces else {
          isCut = true
          break rows
        }
        Self.put(cell, in: &places, row: rowIndex, column: column, wide: wide, high: high)
        column += wide
      }
    }
    rows = Self.filled(places, isCut: &isCut)
  }

  /// Rows of one length, empty cells where none stands.
  private static func filled(_ places: [[Cell?]], isCut: inout Bool) -> [[Cell]] {
    let width = places.map(\.count).max() ?? 0
    let empty = Cell(text: "", isHead: false, origin: -1)
    // One long row makes all others as long.
    let most = max(1, mostPlaces / max(width, 1))
    if places.count > most { isCut = true }
    return places.prefix(most).map { row in
      (0..<width).map { $0 < row.count ? row[$0] ?? empty : empty }
    }.filter { row in row.contains { !$0.text.isEmpty } }
  }

  private static func put(
    _ cell: Cell, in places: inout [[Cell?]], row: Int, column: Int, wide: Int, high: Int
  ) {
    for y in row..<row + high {
      extend(&places, to: y)
      while places[y].count < column + wide { places[y].append(nil) }
      for x in column..<column + wide where places[y][x] == nil { places[y][x] = cell }
    }
  }

  private static func extend(_ places: inout [[Cell?]], to row: Int) {
    while places.count <= row { places.append([]) }
  }

  private static func span(_ attribute: String?) -> Int {
    min(max(attribute.flatMap { Int($0.prefix(while: \.isNumber)) } ?? 1, 1), widestSpan)
  }

  private static func sourceRows(of table: HTMLElement) -> [HTMLElement] {
    table.elements.flatMap { element -> [HTMLElement] in
      switch element.name {
      case "tr": [element]
      case "thead", "tbody", "tfoot": sourceRows(of: element)
      default: []
      }
    }
  }

  private init(rows: [[Cell]], isCut: Bool) {
    self.rows = rows
    self.isCut = isCut
  }

  /// What heads a column that only numbers the rows.
  private static let headsOfNumbers: Set<String> = ["", "no", "no.", "番号", "項番", "#", "順"]
  /// What heads the labels beside it: below any other head stand values, which the numbers may label.
  private static let headsOfLabels: Set<String> = ["", "項目", "事項", "区分", "内容", "item", "items"]

  /// The table without a first column that only numbers its rows: `1 | 募集人員 | 2名`.
  var withoutRowNumbers: TableGrid {
    guard width > 2, rows.count > 2 else { return self }
    let numbered = rows.filter { $0[0].origin != $0[1].origin }.map { FoldedText($0[0].text) }
    let head = numbered.first?.withoutBlanks.string ?? ""
    let isHeaded = Self.headsOfNumbers.contains(head)
    let labels = isHeaded ? rows.dropFirst() : rows[...]
    guard
      !isHeaded || Self.headsOfLabels.contains(FoldedText(rows[0][1].text).withoutBlanks.string),
      labels.allSatisfy({ !$0[1].text.contains(where: \.isNumber) })
    else { return self }
    let numbers = isHeaded ? numbered.dropFirst() : numbered[...]
    // `回 | 受付期間`: a number below a head of its own says something.
    guard numbers.count > 1, isHeaded || head == "1" || head == "(1)" || head == "1.",
      zip(numbers, 1...).allSatisfy({ text, number in
        let digits = text.scalars.filter(\.isDigit)
        return text.scalars.allSatisfy { $0.isDigit || "(). ".unicodeScalars.contains($0) }
          && String(String.UnicodeScalarView(digits)) == String(number)
      })
    else { return self }
    return TableGrid(rows: rows.map { Array($0.dropFirst()) }, isCut: isCut)
  }
}
