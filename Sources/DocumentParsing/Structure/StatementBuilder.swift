import JapaneseText

/// Turns a page's flow into statements: values with the labels and headings that they stand under.
struct StatementBuilder {
  private var headings: [(depth: Int, text: String)] = []
  /// The headings as they were where the sections that are open began.
  private var openSections: [[(depth: Int, text: String)]] = []
  private(set) var statements: [Statement] = []
  /// Where the value of the last labelled line began; a line that begins there goes on with it.
  private var valueStart: Double?
  /// Where the widest line of the page ends, in columns.
  private var widest = 0.0
  /// Where the line before ends, in columns.
  private var lastEnd = 0.0

  /// The statements of a flow.
  static func statements(of items: [FlowItem]) -> [Statement] {
    var builder = StatementBuilder()
    let entries = items.flatMap { Entry.entries(of: $0) }
    let widths = entries.map(\.end)
    let ends = widths.sorted(by: >)
    let depths = entries.map(\.itemDepth)
    // A sentence that was joined from several lines is wider than the page.
    builder.widest = ends.first { end in ends.count { $0 >= end * PlainText.fullWidth } >= 3 } ?? 0
    var wasItem = false
    for (index, entry) in entries.enumerated() {
      guard case .line(let line, let shape, let isFirst) = entry else {
        if case .item(let item) = entry { builder.add(item) }
        wasItem = false
        continue
      }
      let next = index + 1 < entries.count ? depths[index + 1] : nil
      let before = wasItem && index > 0 ? depths[index - 1] : nil
      // Headings right under one another head nothing: they are the items of a list or a menu.
      wasItem = depths[index].map { $0 == next || $0 == before } ?? false
      if isFirst { builder.valueStart = nil }
      let isItem = wasItem || line.isListItem && LineShape.beginsWithNumber(line.text)
      builder.add(line, isItem ? .plain : shape, end: widths[index])
    }
    return builder.statements
  }

  /// A part of the flow, lines one by one with the shape that each has by itself.
  private enum Entry {
    case item(FlowItem)
    case line(TextLine, LineShape, isFirst: Bool)

    static func entries(of item: FlowItem) -> [Entry] {
      guard case .lines(let lines) = item else { return [.item(item)] }
      return lines.enumerated().map { .line($1, LineShape.of($1), isFirst: $0 == 0) }
    }

    /// Where a line ends, in columns; 0 for other parts.
    var end: Double {
      if case .line(let line, _, _) = self { line.end } else { 0 }
    }

    /// How deep a line stands that is a bare heading, or words behind a number as an item of a list has them.
    var itemDepth: Int? {
      if let depth = bareHeadingDepth { return depth }
      guard case .line(let line, .plain, _) = self, Numbering.mayBegin(line.text) else {
        return nil
      }
      var reader = ScalarReader(FoldedText(line.text))
      reader.skipBlanks()
      return Numbering.take(&reader)
    }

    /// How deep a heading is that consists of a sign or a number and words alone.
    var bareHeadingDepth: Int? {
      guard case .line(let line, .heading(let depth, _, let rest), _) = self, rest.isEmpty,
        LineShape.beginsWithNumber(line.text) || !LineShape.isBracketed(line.text)
      else { return nil }
      return depth
    }
  }

  private mutating func add(_ item: FlowItem) {
    switch item {
    case .heading(let level, let text):
      begin(depth: level, text)
    case .sectionStart: openSections.append(headings)
    case .sectionEnd: headings = openSections.popLast() ?? headings
    case .lines(let lines):
      valueStart = nil
      for line in lines { add(line, LineShape.of(line), end: line.end) }
    case .definition(let term, let text):
      if term.isEmpty {
        add(.lines(text.split(separator: "\n").map { TextLine(String($0)) }))
      } else {
        let (term, text) = LineShape.withoutMarks(ofQuestion: term, andAnswer: text)
        append(text, labels: [term], shape: .definition)
      }
    case .table(let grid):
      valueStart = nil
      for statement in TableReading.statements(of: grid) {
        guard !statement.labels.isEmpty || statement.column != nil else {
          // A cell that nothing labels may say its label itself: `期　間　2026年…`.
          add(.lines(statement.text.split(separator: "\n").map { TextLine(String($0)) }))
          continue
        }
        append(
          statement.text, labels: statement.labels, column: statement.column, shape: .tableCell)
      }
    }
  }

  private mutating func add(_ line: TextLine, _ shape: LineShape, end: Double) {
    defer { lastEnd = end }
    if continues(line) { return extend(with: line) }
    valueStart = nil
    switch shape {
    case .heading(let depth, let text, let rest):
      begin(depth: depth, text)
      if !rest.isEmpty { append(rest, labels: [], shape: .labelledLine) }
    case .labelled(let label, let value):
      valueStart = line.pieces.count > 1 ? line.pieces[1].start : line.indent + 4
      append(value, labels: [label], shape: .labelledLine, line: line.text)
    case .question(let text):
      let (question, answer) = LineShape.partedAtAnswer(text)
      begin(depth: 9, question)
      if let answer { append(answer, labels: [], shape: .answer) }
    case .answer(let text):
      valueStart = line.indent + 2
      append(text, labels: [], shape: .answer)
    case .plain:
      append(
        line.text, labels: [], shape: .paragraph, lead: line.lead, isListItem: line.isListItem)
    }
  }

  /// Whether a line goes on with the value of the labelled line above: it is set in as far.
  private func continues(_ line: TextLine) -> Bool {
    guard let valueStart else { return false }
    return line.indent >= valueStart - 1
  }

  private mutating func extend(with line: TextLine) {
    guard var last = statements.popLast() else { return }
    let separator = last.text.isEmpty || carriesOn(last.text, line) ? "" : "\n"
    last.text += separator + line.text.trimmingBlanks
    if let whole = last.line { last.line = whole + separator + line.text.trimmingBlanks }
    statements.append(last)
  }

  /// Whether a line carries on the sentence of the one before, which fills the width of the page.
  private func carriesOn(_ text: String, _ line: TextLine) -> Bool {
    // …3月24日まで⏎うち6週間は: such words begin a sentence.
    if Self.beginnings.contains(where: line.text.trimmingBlanks.hasPrefix) { return false }
    // 当センターにおいて⏎臨床研修を行う: behind a particle, or in the middle of a verb, no line is whole.
    let lastLine = text.split(separator: "\n").last ?? ""
    if lastLine.count >= Self.leastWrapped, lastLine.last.map(Self.particles.contains) == true,
      line.pieces.count == 1, !LineShape.beginsItem(line.text)
    {
      return true
    }
    return widest >= PlainText.leastWidth && lastEnd >= widest * PlainText.fullWidth
      && line.pieces.count == 1 && !LineShape.beginsItem(line.text)
      && text.last.map { !PlainText.ends.contains($0) } ?? false
  }

  /// The fewest characters of a line that was wrapped and not ended on purpose.
  private static let leastWrapped = 12
  private static let beginnings = ["うち", "このうち", "ただし", "但し", "なお、", "また、"]
  private static let particles = Set<Character>("のをにはがてでとへも、，")

  private mutating func begin(depth: Int, _ text: String) {
    let text = text.trimmingBlanks
    guard !text.isEmpty else { return }
    headings.removeAll { $0.depth >= depth }
    append(text, labels: [], shape: .heading)
    headings.append((depth, FlowBounds.heading(text)))
  }

  private mutating func append(
    _ text: String, labels: [String], column: String? = nil, shape: Statement.Shape,
    line: String? = nil, lead: String? = nil, isListItem: Bool = false
  ) {
    let text = text.trimmingBlanks
    guard !text.isEmpty || shape == .labelledLine else { return }
    var statement = Statement(
      text: text, labels: labels.filter { !$0.isEmpty }.map(Self.closed), column: column,
      section: headings.map(\.text), shape: shape, line: line?.trimmingBlanks)
    // The words lose the blanks at their ends, and so does what begins them.
    statement.lead = lead.map(\.trimmingBlanks).flatMap { text.hasPrefix($0) ? $0 : nil }
    statement.isListItem = isListItem
    statements.append(statement)
  }

  /// `推 薦 状`: a label whose kanji stand apart, without the blanks.
  private static func closed(_ label: String) -> String {
    let letters = label.unicodeScalars.split(whereSeparator: \.isWhitespace)
    let isSpaced =
      letters.count > 1 && letters.allSatisfy { $0.count == 1 && $0.first?.isKanji == true }
    return isSpaced ? String(String.UnicodeScalarView(letters.joined())) : label
  }
}
