/// Reads the matter of a page as headings, lines, definitions and tables in reading order.
struct HTMLFlow {
  private(set) var items: [FlowItem] = []
  private var inline = InlineText()
  /// How many lists the place that is read stands in.
  private var listDepth = 0

  /// Reads an element and all that stands inside.
  static func items(of root: HTMLElement) -> [FlowItem] {
    var flow = HTMLFlow()
    flow.readChildren(of: root)
    flow.endParagraph()
    return flow.items
  }

  private mutating func readChildren(of element: HTMLElement) {
    for child in element.children { read(child) }
  }

  private mutating func read(_ node: HTMLNode) {
    guard case .element(let element) = node else { return inline.append(node) }
    if element.name == "address", isBelowHeading {
      endParagraph()
      readChildren(of: element)
      return endParagraph()
    }
    if element.isFurniture { return endParagraph() }
    switch element.name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      endParagraph()
      items.append(.heading(level: Int(element.name.dropFirst()) ?? 6, text: element.text))
    case "table": readTable(element)
    case "dl": readDefinitions(element)
    case "ul", "ol":
      endParagraph()
      listDepth += 1
      if !MainContent.isLinkList(element) { readChildren(of: element) }
      endParagraph()
      listDepth -= 1
    case "li": readItem(element)
    case "div", "p", "td":
      endParagraph()
      if !MainContent.isLinkList(element) { readChildren(of: element) }
      endParagraph()
    case "pre":
      endParagraph()
      items += PlainText.items(of: PlainText.lines(of: Self.rawText(of: element)))
    case "summary" where !element.hasBlocks:
      endParagraph()
      items.append(.heading(level: 6, text: element.text))
    case "section", "article", "details":
      endParagraph()
      items.append(.sectionStart)
      readChildren(of: element)
      endParagraph()
      items.append(.sectionEnd)
    case _ where element.isBlock:
      endParagraph()
      readChildren(of: element)
      endParagraph()
    case let name where element.hasBlocks && name != "a":
      readChildren(of: element)
    default: inline.append(node)
    }
  }

  /// Whether nothing stands between the last heading and this place: an address there is what it heads.
  private var isBelowHeading: Bool {
    if case .heading(let level, _) = items.last { return level > 1 && inline.lines.isEmpty }
    return false
  }

  private mutating func endParagraph() {
    defer { inline = InlineText() }
    guard !inline.isEmpty else { return }
    let lines = inline.ledLines.map { text, lead in
      var line = TextLine(text)
      line.lead = lead
      line.isListItem = listDepth > 0
      return line
    }
    if !lines.isEmpty { items.append(.lines(lines)) }
  }

  /// `<li>募集人員<br>2名</li>`: the first of several lines may be the label of the others.
  private mutating func readItem(_ item: HTMLElement) {
    endParagraph()
    let start = items.count
    readChildren(of: item)
    endParagraph()
    guard start < items.count, case .lines(var lines) = items[start],
      lines.count > 1 || items.count > start + 1,
      !LineShape.beginsWithNumber(lines[0].text)
    else { return }
    lines[0].isListItem = false
    items[start] = .lines(lines)
  }

  /// Data tables become grids; a table that only lays out the page is read through.
  private mutating func readTable(_ table: HTMLElement) {
    endParagraph()
    if Self.isLayout(table), Self.isLabelled(table.rows) {
      readLabelledRows(table.rows)
    } else if Self.isLayout(table) {
      table.forEachCell { cell in
        endParagraph()
        if !MainContent.isLinkList(cell) { readChildren(of: cell) }
        endParagraph()
      }
    } else {
      if let caption = table.elements.first(where: { $0.name == "caption" }) {
        items.append(.lines([TextLine(caption.text)]))
      }
      items.append(.table(TableGrid(table)))
    }
  }

  /// 定員 | 2名, 費用 | a table: rows of labels and values, and of tables whose own labels say enough.
  private mutating func readLabelledRows(_ rows: [HTMLElement]) {
    for row in rows {
      var cells: [HTMLElement] = []
      row.forEachCell { cells.append($0) }
      guard let label = cells.first, let value = cells.last else { continue }
      if Self.holds(Self.ofLayout, value) {
        readChildren(of: value)
        endParagraph()
      } else {
        items.append(.definition(term: label.text, text: value.text))
      }
    }
  }

  private mutating func readDefinitions(_ list: HTMLElement) {
    endParagraph()
    var term = ""
    var text: [String] = []
    func item() -> FlowItem? {
      term.isEmpty && text.isEmpty
        ? nil : .definition(term: term, text: text.joined(separator: "\n"))
    }
    var found: [FlowItem] = []
    list.forEachDefinition { element in
      if element.name == "dt" {
        if let item = item() { found.append(item) }
        term = element.text
        text = []
      } else {
        let words = element.text
        if !words.isEmpty { text.append(words) }
      }
    }
    if let item = item() { found.append(item) }
    items += found
  }

  /// The fewest characters of a cell that no table of data in one row has.
  private static let longestCell = 600

  /// What stands in no cell of a table of data.
  private static let ofLayout: Set<String> = ["h1", "h2", "h3", "dl", "table"]
  /// What makes a table of one row a layout too: a menu beside the matter of the page.
  private static let besideMenu: Set<String> = ["hr", "pre", "section", "article"]

  /// A table lays out the page if it holds headings, lists of terms or tables, is but one cell, or one row with a menu or
  /// with a page's worth of words in a cell.
  private static func isLayout(_ table: HTMLElement) -> Bool {
    var cells: [HTMLElement] = []
    table.forEachCell { cells.append($0) }
    guard cells.count > 1 else { return true }
    guard !cells.contains(where: { $0.name == "th" }) else { return false }
    let rows = table.rows
    if cells.contains(where: { holds(ofLayout, $0) }) { return true }
    return rows.count == 1
      && cells.contains {
        holds(besideMenu, $0) || MainContent.isLinkList($0)
          || $0.text.utf8.count > 3 * longestCell
      }
  }

  /// The fewest rows of a column of labels.
  private static let leastLabels = 3
  /// The most characters of a label in such a column.
  private static let longestLabel = 12

  /// 定員 | 2名, 費用 | a table: whether each row has a short label and one cell beside it.
  private static func isLabelled(_ rows: [HTMLElement]) -> Bool {
    rows.count >= leastLabels
      && rows.allSatisfy { row in
        var cells: [HTMLElement] = []
        row.forEachCell { cells.append($0) }
        guard cells.count == 2, let label = cells.first, let value = cells.last,
          !holds(ofLayout, value) || beginsWithTable(value)
        else { return false }
        let letters = label.text.unicodeScalars.count { !$0.properties.isWhitespace }
        return (1...longestLabel).contains(letters) && label.tally.links == 0
          && !holds(ofLayout, label)
      }
  }

  private static func beginsWithTable(_ cell: HTMLElement) -> Bool {
    for child in cell.children {
      switch child {
      case .text(let text) where text.allSatisfy(\.isWhitespace): continue
      case .text: return false
      case .element(let element): return element.name == "table"
      }
    }
    return false
  }

  private static func holds(_ names: Set<String>, _ cell: HTMLElement) -> Bool {
    var holds = false
    for element in cell.elements { element.forEach { holds = holds || names.contains($0.name) } }
    return holds
  }

  private static func rawText(of element: HTMLElement) -> String {
    element.children.map { child in
      switch child {
      case .text(let text): text
      case .element(let element) where element.name == "br": "\n"
      case .element(let element):
        element.isLeftOut ? "" : rawText(of: element)
      }
    }.joined()
  }
}

extension HTMLElement {
  /// The rows of this table, not those of tables inside.
  fileprivate var rows: [HTMLElement] {
    elements.flatMap { element -> [HTMLElement] in
      switch element.name {
      case "tr": return [element]
      case "thead", "tbody", "tfoot": return element.rows
      default: return []
      }
    }
  }

  /// Calls something for every cell of this table, not for those of tables inside.
  fileprivate func forEachCell(_ body: (HTMLElement) -> Void) {
    for element in elements {
      switch element.name {
      case "td", "th": body(element)
      case "tr", "thead", "tbody", "tfoot": element.forEachCell(body)
      default: break
      }
    }
  }

  /// Calls something for every term and text of this list, also where `<div>` groups them or a
  /// forgotten end tag nests them.
  fileprivate func forEachDefinition(_ body: (HTMLElement) -> Void) {
    for element in elements {
      switch element.name {
      case "dt", "dd": body(element)
      case "div": element.forEachDefinition(body)
      default: break
      }
    }
  }
}
