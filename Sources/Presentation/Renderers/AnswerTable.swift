import QueryEngine
import RecruitmentModel

/// The table of an answer: as many columns as the terminal has room for, or a card a program.
struct AnswerTable {
  private let facts: FactText
  private let painter: Painter
  private let width: Int
  private let results: [ShownResult]
  private let layout: AnswerLayout
  private let columns: [AnswerColumn]
  private(set) var footnotes: Footnotes
  private let hasFootnotes: Bool
  private var wording: Wording { facts.wording }

  /// The width from which ids have a column too.
  private static let widest = 160
  /// The width from which every fact has a column.
  private static let wide = 110
  /// The width below which rows become cards.
  private static let narrow = 60
  /// A note that is longer has no room in a column, which it would make a tower.
  private static let longestNote = 24

  init(
    _ results: [ShownResult], _ facts: FactText, width: Int, painter: Painter, hasFootnotes: Bool
  ) {
    self.results = results
    self.facts = facts
    self.width = width
    self.painter = painter
    self.hasFootnotes = hasFootnotes
    layout = AnswerLayout(results.map(\.program))
    footnotes = Footnotes(facts.wording)
    columns =
      width >= Self.widest
      ? [.name, .id] + layout.whole.dropFirst()
      : width >= Self.wide || width < Self.narrow ? layout.whole : layout.usual
  }

  /// The table in lines; below each row stands what a function says of it.
  mutating func lines(_ remark: (ShownResult) -> StyledLine?) -> [String] {
    var rows: [TextTable.Row] = []
    for result in results {
      var cells: [TextTable.Cell] = []
      for column in columns { cells.append(cell(column, result)) }
      let below = [below(result), remark(result)].compactMap { $0 }
      rows.append(TextTable.Row(cells: cells, below: below))
    }
    let table = TextTable(
      columns: columns.map { layout.column($0, of: columns, wording) }, rows: rows)
    return (width < Self.narrow ? nil : table.lines(width: width, painter))
      ?? table.cards(width: width, painter)
  }

  // MARK: Cells

  private var unknown: TextTable.Cell { .init(wording("unknown.short"), style: .dim) }

  private mutating func cell(_ column: AnswerColumn, _ result: ShownResult) -> TextTable.Cell {
    switch column {
    case .name: name(result)
    case .id: .init(facts.shortID(of: result.program), style: .dim)
    case .prefecture:
      result.program.institution.prefecture.map { .init(facts.place($0)) } ?? unknown
    case .fee: fee(result)
    case .fact(.application) where longNote(result.program) != nil:
      noted(facts.applicationWithoutNote(of: result.program), .application, result)
    case .fact(let name): cell(name, result)
    case .status: status(result)
    case .source: source(result)
    }
  }

  private func name(_ result: ShownResult) -> TextTable.Cell {
    let hasOwnColumn = columns.contains(.prefecture)
    let place = hasOwnColumn ? nil : result.program.institution.prefecture.map(facts.place)
    return .init(
      facts.name(of: result.program) + (place.map { " (\($0))" } ?? ""), style: .bold,
      link: painter.knowsLinks
        ? result.program.pages.first.flatMap { WebLink.address($0.url) } : nil)
  }

  private mutating func fee(_ result: ShownResult) -> TextTable.Cell {
    guard let text = facts.feeCell(of: result.program) else { return unknown(.fee, result) }
    let isFree = result.program.facts.fee?.value.free == true
    return noted(text, .fee, result, style: isFree ? .good : .plain)
  }

  private mutating func cell(_ name: FactName, _ result: ShownResult) -> TextTable.Cell {
    result.program.facts.provenance(of: name) == nil
      ? unknown(name, result) : noted(facts.cell(name, of: result.program), name, result)
  }

  /// The cell of what is not known; of what such a program has not, it is no question.
  private func unknown(_ name: FactName, _ result: ShownResult) -> TextTable.Cell {
    FactName.asked(of: result.program.kind).contains(name) ? unknown : .init("–", style: .dim)
  }

  /// A cell that is a link to what proves it, with the number of its footnote where there are such.
  private mutating func noted(
    _ text: String, _ name: FactName, _ result: ShownResult, style: Style = .plain
  ) -> TextTable.Cell {
    let marks = hasFootnotes ? footnotes.marks(of: name, in: result.program) : ""
    return .init(
      text + (marks.isEmpty ? "" : " " + marks), style: style,
      link: painter.knowsLinks ? proof(of: name, in: result.program) : nil)
  }

  /// The note on when papers are taken that stands below the row; nil where its column has room for it.
  private func longNote(_ program: Program) -> String? {
    program.facts.application?.value.note.flatMap {
      width >= Self.narrow && painter.measure.of($0) > Self.longestNote ? $0 : nil
    }
  }

  /// The address at which the first piece of evidence of a fact can be read.
  private func proof(of name: FactName, in program: Program) -> String? {
    program.facts.provenance(of: name)?.evidence.first.flatMap {
      WebLink.address(of: $0, in: program)
    }
  }

  private func status(_ result: ShownResult) -> TextTable.Cell {
    let style: Style =
      switch result.result.status {
      case .open, .rolling: .good
      case .closed, .notAccepting: .bad
      case .upcoming: .plain
      case .unknown: .dim
      }
    return .init(facts.status(result.result.status, of: result.program), style: style)
  }

  private func source(_ result: ShownResult) -> TextTable.Cell {
    .init(
      facts.source(of: result.program), style: result.program.facts.known.isEmpty ? .dim : .plain)
  }

  /// The id that other commands want, then the facts without a column: the known ones, then the others.
  private mutating func below(_ result: ShownResult) -> StyledLine? {
    var parts: [StyledLine] = []
    if !columns.contains(.id) {
      parts.append(StyledLine(SafeText.line(facts.shortID(of: result.program)), .dim))
    }
    if let note = longNote(result.program) {
      let head = wording(AnswerLayout.key(of: .application))
      let mark = result.program.facts.application.map { facts.mark($0.basis) } ?? ""
      parts.append(StyledLine("\(head) ", .dim) + StyledLine(mark + SafeText.line(note)))
    }
    var open: [String] = []
    for name in layout.below(result.program.kind, columns) {
      let head = wording(AnswerLayout.key(of: name))
      guard result.program.facts.provenance(of: name) != nil else {
        open.append(head)
        continue
      }
      let cell = name == .fee ? fee(result) : cell(name, result)
      parts.append(StyledLine("\(head) ", .dim) + StyledLine(cell.text, link: cell.link))
    }
    if !open.isEmpty {
      let names = open.joined(separator: wording.language == .japanese ? "・" : ", ")
      parts.append(StyledLine("\(names) \(wording("unknown.short"))", .dim))
    }
    guard let first = parts.first else { return nil }
    return parts.dropFirst().reduce(first) { $0 + StyledLine(" · ", .dim) + $1 }
  }
}
