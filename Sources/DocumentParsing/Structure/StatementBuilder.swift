/// Turns a page's flow into statements: values with the labels and headings that they stand under.
struct StatementBuilder {
  private var headings: [(depth: Int, text: String)] = []
  /// The headings as they were where the sections that are open began.
  private var openSections: [[(depth: Int, text: String)]] = []
  private(set) var statements: [Statement] = []
  /// Where the value of the last labelled line began; a line that begins there goes on with it.
  private var valueStart: Double?

  /// The statements of a flow.
  static func statements(of items: [FlowItem]) -> [Statement] {
    var builder = StatementBuilder()
    for item in items { builder.add(item) }
    return builder.statements
  }

  private mutating func add(_ item: FlowItem) {
    switch item {
    case .heading(let level, let text):
      begin(depth: level, text)
    case .sectionStart: openSections.append(headings)
    case .sectionEnd: headings = openSections.popLast() ?? headings
    case .lines(let lines):
      valueStart = nil
      for line in lines { add(line) }
    case .definition(let term, let text):
      if term.isEmpty {
        add(.lines(text.split(separator: "\n").map { TextLine(String($0)) }))
      } else {
        append(text, labels: [term], shape: .definition)
      }
    case .table(let grid):
      valueStart = nil
      for statement in TableReading.statements(of: grid) {
        append(
          statement.text, labels: statement.labels, column: statement.column, shape: .tableCell)
      }
    }
  }

  private mutating func add(_ line: TextLine) {
    if continues(line) { return extend(with: line) }
    valueStart = nil
    switch LineShape.of(line) {
    case .heading(let depth, let text, let rest):
      begin(depth: depth, text)
      if !rest.isEmpty { append(rest, labels: [], shape: .labelledLine) }
    case .labelled(let label, let value):
      valueStart = line.pieces.count > 1 ? line.pieces[1].start : line.indent + 4
      append(value, labels: [label], shape: .labelledLine, line: line.text)
    case .question(let text):
      begin(depth: 9, text)
    case .answer(let text):
      valueStart = line.indent + 2
      append(text, labels: [], shape: .answer)
    case .plain:
      append(line.text, labels: [], shape: .paragraph)
    }
  }

  /// Whether a line goes on with the value of the labelled line above: it is set in as far.
  private func continues(_ line: TextLine) -> Bool {
    guard let valueStart else { return false }
    return line.indent >= valueStart - 1
  }

  private mutating func extend(with line: TextLine) {
    guard var last = statements.popLast() else { return }
    let separator = last.text.isEmpty ? "" : "\n"
    last.text += separator + line.text.trimmedBlanks
    if let whole = last.line { last.line = whole + "\n" + line.text.trimmedBlanks }
    statements.append(last)
  }

  private mutating func begin(depth: Int, _ text: String) {
    let text = text.trimmedBlanks
    guard !text.isEmpty else { return }
    headings.removeAll { $0.depth >= depth }
    append(text, labels: [], shape: .heading)
    headings.append((depth, text))
  }

  private mutating func append(
    _ text: String, labels: [String], column: String? = nil, shape: Statement.Shape,
    line: String? = nil
  ) {
    let text = text.trimmedBlanks
    guard !text.isEmpty || shape == .labelledLine else { return }
    statements.append(
      Statement(
        text: text, labels: labels.filter { !$0.isEmpty }, column: column,
        section: headings.map(\.text), shape: shape, line: line?.trimmedBlanks))
  }
}
