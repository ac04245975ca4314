import JapaneseText

/// Reads the rows of a document as headings, lines and tables.
struct PDFFlow {
  private let rows: [PDFRow]
  private let unit: Double
  private let tables: [Int: PDFColumns]
  private let layouts: LabelLayout
  private var items: [FlowItem] = []
  private var lines: [TextLine] = []
  /// The left edges of the headings whose parts are open.
  private var open: [Double] = []
  /// The box that is being read.
  private var box = 0
  /// The last label of a layout and where its values begin.
  private var label: (text: String, valueLeft: Double)?

  private init(_ rows: [PDFRow], unit: Double) {
    self.rows = rows
    self.unit = unit
    layouts = LabelLayout(rows: rows, unit: unit)
    tables = ColumnFinder(rows: rows, unit: unit).tables()
  }

  /// The items of a document's rows.
  static func items(of rows: [PDFRow], unit: Double) -> [FlowItem] {
    var flow = PDFFlow(rows, unit: unit)
    flow.read()
    return flow.items
  }

  private mutating func read() {
    var index = 0
    while index < rows.count {
      index = readPart(at: index)
    }
    endLines()
  }

  /// Reads what begins with a row; the row behind it.
  private mutating func readPart(at index: Int) -> Int {
    if rows[index].box != box { enter(rows[index].box) }
    if PDFCaption.isUnit(rows[index]) { return readCaption(at: index) }
    if let table = tables[index], readTable(table) { return table.rows.upperBound }
    if let isLarge = heading(at: index) {
      begin(rows[index].text, left: rows[index].left, isLarge: isLarge)
      return index + 1
    }
    if let layout = layouts.layout(at: index, stop: { stops(at: $0) }) {
      readLayout(layout)
      return layout.rows.upperBound
    }
    return readParagraph(at: index)
  }

  /// Leaves a box and enters another; its headings say nothing of what stands outside.
  private mutating func enter(_ next: Int) {
    closeParts(at: -.infinity)
    endLines()
    label = nil
    if box != 0 { items.append(.sectionEnd) }
    if next != 0 { items.append(.sectionStart) }
    box = next
  }

  /// Whether a row begins something that is no part of a layout.
  private func stops(at index: Int) -> Bool {
    tables[index] != nil || PDFCaption.isUnit(rows[index])
      || heading(at: index) != nil
  }

  private func heading(at index: Int) -> Bool? {
    PDFHeadings.heading(at: index, in: rows, unit: unit, isAboveTable: tables[index + 1] != nil)
  }

  // MARK: Headings

  private mutating func begin(_ text: String, left: Double, isLarge: Bool) {
    closeParts(at: isLarge ? -.infinity : left)
    endLines()
    label = nil
    items.append(.sectionStart)
    items.append(.heading(level: min(2 + open.count, 6), text: text))
    open.append(left)
  }

  /// Ends the parts whose headings do not stand further left.
  private mutating func closeParts(at left: Double) {
    while let last = open.last, left <= last + unit * 0.5 {
      endLines()
      items.append(.sectionEnd)
      open.removeLast()
    }
  }

  private mutating func endLines() {
    if !lines.isEmpty { items.append(.lines(lines)) }
    lines = []
  }

  // MARK: Tables

  /// `別表　　（単位：千円）`: what a table is about, and the unit in which it counts.
  private mutating func readCaption(at index: Int) -> Int {
    let row = rows[index]
    if row.pieces.count > 1 {
      begin(row.text, left: row.left, isLarge: false)
      return index + 1
    }
    guard let table = tables[index + 1] else {
      lines.append(TextLine(row.text))
      return index + 1
    }
    endLines()
    items += [.sectionStart, .heading(level: 6, text: row.text)]
    let isRead = readTable(table)
    items.append(.sectionEnd)
    return isRead ? table.rows.upperBound : index + 1
  }

  private mutating func readTable(_ columns: PDFColumns) -> Bool {
    let found = PDFRecords(columns, rows: rows, unit: unit)
    var table = PDFTable(records: found.records, upperHeads: columns.upperHeads)
    if let label, columns.edges[0].lowerBound > label.valueLeft - unit {
      table.outerLabel = label.text
    }
    guard let grid = table.grid() else { return false }
    endLines()
    items.append(.table(grid))
    let cells = columns.cells(of: rows[columns.rows.lowerBound])
    if let first = cells[0].first,
      columns.rows.dropFirst().allSatisfy({
        columns.cells(of: rows[$0])[0].isEmpty
      })
    {
      label = (PDFText.joined(cells[0]), cells[1].first?.left ?? first.right)
    }
    return true
  }

  // MARK: Labels and values

  private mutating func readLayout(_ columns: PDFColumns) {
    let grouping = PDFGrouping(columns, rows: rows, unit: unit)
    let valueLeft = columns.edges[1].lowerBound + unit * 0.45
    for group in grouping.groups() {
      let name = grouping.paragraphs(of: group, 0).reduce("") { PDFText.joined($0, $1) }
      add(
        name, grouping.paragraphs(of: group, 1), left: grouping.left(of: group, 0),
        valueLeft: valueLeft)
    }
  }

  /// A label with the paragraphs of its value: as a line where its shape tells so, else as a table.
  private mutating func add(
    _ name: String, _ values: [String], left: Double?, valueLeft: Double
  ) {
    guard let left, !name.isEmpty else { return addToLabel(values, valueLeft: valueLeft) }
    label = (name, valueLeft)
    let line = TextLine(pieces: [
      .init(start: place(left), text: name),
      .init(start: place(valueLeft), text: values.first ?? ""),
    ])
    if case .labelled(_, let value) = LineShape.of(line), value == values.first {
      lines.append(line)
      lines += values.dropFirst().map {
        TextLine(pieces: [.init(start: place(valueLeft), text: $0)])
      }
    } else if values.isEmpty {
      lines.append(TextLine(pieces: [.init(start: place(left), text: name)]))
    } else {
      addCell(name, values)
    }
  }

  private mutating func addCell(_ name: String, _ values: [String]) {
    endLines()
    items.append(
      .table(
        TableGrid(rows: [
          [
            .init(text: name, isHead: true, origin: 0),
            .init(text: values.joined(separator: "\n"), isHead: false, origin: 1),
          ]
        ])))
  }

  /// Values without a label go on with the one before.
  private mutating func addToLabel(_ values: [String], valueLeft: Double) {
    if lines.isEmpty, let label {
      addCell(label.text, values)
    } else {
      lines += values.map { TextLine(pieces: [.init(start: place(valueLeft), text: $0)]) }
    }
  }

  // MARK: Paragraphs

  private mutating func readParagraph(at start: Int) -> Int {
    var index = start
    var text = rows[start].text
    while index + 1 < rows.count, !stops(at: index + 1),
      PDFParagraphs.goesOn(
        rows[index].tokens, text, rows[index + 1].tokens, limit: rows[index].limit),
      rows[index + 1].startsRegion || rows[index + 1].top - rows[index].bottom < unit * 2
    {
      index += 1
      text = PDFText.joined(text, rows[index].text)
    }
    let row = rows[start]
    if let label, row.left > label.valueLeft - unit * 0.6, lines.isEmpty {
      addCell(label.text, [text])
      return index + 1
    }
    label = nil
    if isItem(start, until: index) {
      endLines()
      var line = TextLine(text)
      line.isListItem = true
      items.append(.lines([line]))
      return index + 1
    }
    // What stands at the right margin goes on with nothing.
    if row.left > row.limit * 0.5 { endLines() }
    let line = line(of: row, text: text, isWhole: index == start)
    if case .heading = LineShape.of(line) { closeParts(at: row.left) }
    lines.append(line)
    return index + 1
  }

  /// Whether a paragraph is an item among others, though its line has the shape of a heading: its
  /// neighbour is one of the same kind, with nothing between them.
  private func isItem(_ start: Int, until last: Int) -> Bool {
    let row = rows[start]
    guard case .heading = LineShape.of(TextLine(row.text)), PDFMark.itemLabel(of: row) == nil else {
      return false
    }
    if PDFMark.areItems(row) { return true }
    let next = last + 1 < rows.count ? rows[last + 1] : nil
    if let next, PDFMark.areSiblings(row, next) { return true }
    let isLast = next.map { $0.left < row.left + unit * 0.5 } ?? true
    return isLast && start > 0 && PDFMark.itemLabel(of: rows[start - 1]) == nil
      && PDFMark.areSiblings(rows[start - 1], row)
  }

  /// A paragraph as a line: the label of an item apart from its words, and what stands far apart.
  private func line(of row: PDFRow, text: String, isWhole: Bool) -> TextLine {
    if let name = PDFMark.itemLabel(of: row), let value = text.firstRange(of: name) {
      let rest = String(text[value.upperBound...]).trimmingBlanks
      return TextLine(pieces: [
        .init(start: place(row.left), text: String(text[..<value.upperBound])),
        .init(start: place(row.tokens[2].left), text: rest),
      ])
    }
    guard isWhole, !PDFMark.areItems(row) else {
      return TextLine(pieces: [.init(start: place(row.left), text: text)])
    }
    return TextLine(
      pieces: row.pieces.compactMap { piece in
        piece.first.map { .init(start: place($0.left), text: PDFText.joined(piece)) }
      })
  }

  /// A place in half letters, as the lines of a plain text count.
  private func place(_ left: Double) -> Double { left / (unit / 2) }
}
