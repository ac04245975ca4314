import QueryEngine
import RecruitmentModel

/// The table of an answer: as many columns as the terminal has room for, or a card a program.
struct AnswerTable {
  private let facts: FactText
  private let painter: Painter
  private let width: Int
  private let results: [ShownResult]
  private(set) var footnotes: Footnotes
  private let hasFootnotes: Bool
  private var wording: Wording { facts.wording }

  /// The width from which every fact has a column.
  private static let wide = 110
  /// The width below which rows become cards.
  private static let narrow = 60
  /// What stands below a row where there is no room for its columns.
  private static let lesser: [(headKey: String, name: FactName)] = [
    ("column.training", .training), ("column.obligation", .obligation),
    ("column.capacity", .capacity),
  ]

  init(
    _ results: [ShownResult], _ facts: FactText, width: Int, painter: Painter, hasFootnotes: Bool
  ) {
    self.results = results
    self.facts = facts
    self.width = width
    self.painter = painter
    self.hasFootnotes = hasFootnotes
    footnotes = Footnotes(facts.wording)
  }

  /// The table in lines.
  mutating func lines() -> [String] {
    guard width < Self.wide else { return whole(asCards: false) }
    guard width >= Self.narrow else { return whole(asCards: true) }
    let columns: [TextTable.Column] = [
      column("hospital", least: 12, greed: 2), column("fee", least: 8),
      column("application", least: 12, greed: 2), column("recommendation", least: 8),
      column("status", least: 6), column("source", least: 8),
    ]
    var rows: [TextTable.Row] = []
    for result in results {
      let cells = [
        hospital(result, withPrefecture: true), fee(result), cell(.application, result),
        cell(.recommendation, result), status(result), source(result),
      ]
      rows.append(TextTable.Row(cells: cells, below: [below(result)]))
    }
    let table = TextTable(columns: columns, rows: rows)
    return table.lines(width: width, painter) ?? table.cards(width: width, painter)
  }

  private mutating func whole(asCards: Bool) -> [String] {
    let columns: [TextTable.Column] = [
      column("hospital", least: 14, greed: 2), column("prefecture", least: 6),
      column("fee", least: 10), column("application", least: 14, greed: 2),
      column("training", least: 10, greed: 2), column("recommendation", least: 8),
      column("obligation", least: 8), column("capacity", least: 6), column("status", least: 8),
      column("source", least: 8),
    ]
    var rows: [[TextTable.Cell]] = []
    for result in results {
      let prefecture = result.program.institution.prefecture.map(facts.place)
      rows.append([
        hospital(result), prefecture.map { .init($0) } ?? unknown, fee(result),
        cell(.application, result), cell(.training, result), cell(.recommendation, result),
        cell(.obligation, result), cell(.capacity, result), status(result), source(result),
      ])
    }
    let table = TextTable(columns: columns, rows: rows)
    return (asCards ? nil : table.lines(width: width, painter))
      ?? table.cards(width: width, painter)
  }

  private func column(_ name: String, least: Int, greed: Int = 1) -> TextTable.Column {
    .init(wording("column.\(name)"), least: least, greed: greed)
  }

  // MARK: Cells

  private var unknown: TextTable.Cell { .init(wording("unknown.short"), style: .dim) }

  private func hospital(_ result: ShownResult, withPrefecture: Bool = false) -> TextTable.Cell {
    let place = withPrefecture ? result.program.institution.prefecture.map(facts.place) : nil
    return .init(
      facts.hospital(result.program) + (place.map { " (\($0))" } ?? ""), style: .bold,
      link: result.program.pages.first.flatMap { WebLink.address($0.url) })
  }

  private mutating func fee(_ result: ShownResult) -> TextTable.Cell {
    guard let text = facts.yearlyFee(result.program.facts) else { return unknown }
    let isFree = result.program.facts.fee?.value.free == true
    return noted(text, .fee, result, style: isFree ? .good : .plain)
  }

  private mutating func cell(_ name: FactName, _ result: ShownResult) -> TextTable.Cell {
    result.program.facts.provenance(of: name) == nil
      ? unknown : noted(facts.cell(name, of: result.program), name, result)
  }

  /// A cell that is a link to what proves it, with the number of its footnote where there are such.
  private mutating func noted(
    _ text: String, _ name: FactName, _ result: ShownResult, style: Style = .plain
  ) -> TextTable.Cell {
    let marks = hasFootnotes ? footnotes.marks(of: name, in: result.program) : ""
    let first = result.program.facts.provenance(of: name)?.evidence.first
    return .init(
      text + (marks.isEmpty ? "" : " " + marks), style: style,
      link: first.flatMap { WebLink.address(of: $0, in: result.program) })
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

  /// The facts that have no column here: the known ones with their values, then the unknown ones.
  private mutating func below(_ result: ShownResult) -> StyledLine {
    var line = StyledLine("")
    var isFirst = true
    var open: [String] = []
    for (headKey, name) in Self.lesser {
      guard result.program.facts.provenance(of: name) != nil else {
        open.append(wording(headKey))
        continue
      }
      let cell = cell(name, result)
      let between = isFirst ? "" : " · "
      line =
        line + StyledLine("\(between)\(wording(headKey)) ", .dim)
        + StyledLine(cell.text, link: cell.link)
      isFirst = false
    }
    guard !open.isEmpty else { return line }
    let names = open.joined(separator: wording.language == .japanese ? "・" : ", ")
    return line
      + StyledLine("\(isFirst ? "" : " · ")\(names) \(wording("unknown.short"))", .dim)
  }
}
