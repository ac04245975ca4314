/// Keeps what is read of a page within bounds, so that no page takes more than moments: what lies beyond
/// is left out, and that is told.
struct FlowBounds {
  /// The most characters of one piece of a page.
  static let longestText = 5_000
  /// The most characters of a head of a column or a row.
  static let longestHead = 500
  /// The most characters of a page; a book of rules has half of them.
  static let mostText = 150_000
  /// How many characters a piece counts for at least: short ones take time too.
  static let leastCost = 50

  /// A heading as far as it is carried along by what stands under it; a paragraph that is marked as one
  /// is cut for that.
  static func heading(_ text: String) -> String {
    text.utf8.count > longestHead ? String(text.prefix(longestHead)) : text
  }

  /// Whether something was left out.
  private(set) var isCut = false
  private var left = mostText

  /// The flow within the bounds.
  mutating func bounded(_ items: [FlowItem]) -> [FlowItem] {
    var kept: [FlowItem] = []
    for item in items {
      guard left > 0 else {
        isCut = true
        break
      }
      kept.append(bounded(item))
    }
    return kept
  }

  private mutating func bounded(_ item: FlowItem) -> FlowItem {
    switch item {
    case .heading(let level, let text): return .heading(level: level, text: bounded(text))
    case .lines(let lines): return .lines(bounded(lines))
    case .definition(let term, let text):
      return .definition(term: bounded(term, to: Self.longestHead), text: bounded(text))
    case .table(let grid):
      isCut = isCut || grid.isCut
      return .table(bounded(grid))
    case .sectionStart, .sectionEnd: return item
    }
  }

  private mutating func bounded(_ lines: [TextLine]) -> [TextLine] {
    var kept: [TextLine] = []
    for line in lines {
      guard left > 0 else {
        isCut = true
        break
      }
      var bounded = TextLine(
        pieces: line.pieces.map { .init(start: $0.start, text: self.bounded($0.text)) })
      bounded.lead = line.lead
      bounded.isListItem = line.isListItem
      kept.append(bounded)
    }
    return kept
  }

  private mutating func bounded(_ grid: TableGrid) -> TableGrid {
    var rows: [[TableGrid.Cell]] = []
    for row in grid.rows {
      guard left > 0 else {
        isCut = true
        break
      }
      rows.append(
        row.map { cell in
          TableGrid.Cell(
            text: bounded(cell.text, to: cell.isHead ? Self.longestHead : Self.longestText),
            isHead: cell.isHead, origin: cell.origin)
        })
    }
    return TableGrid(rows: rows)
  }

  private mutating func bounded(_ text: String, to most: Int = longestText) -> String {
    // Most texts are short, and their bytes are counted at once.
    let length = text.utf8.count <= most ? text.utf8.count / 3 : text.unicodeScalars.count
    left -= max(min(length, most), Self.leastCost)
    guard length > most else { return text }
    isCut = true
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(most)))
  }
}
