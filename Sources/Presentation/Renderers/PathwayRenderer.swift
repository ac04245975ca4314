public import RecruitmentModel

/// Shows ways to a licence side by side, stage by stage, with what proves each step.
public struct PathwayRenderer: Sendable {
  private let wording: Wording
  private let painter: Painter
  private let width: Int

  /// Makes a renderer for a terminal's width.
  public init(_ wording: Wording, width: Int, painter: Painter) {
    self.wording = wording
    self.width = width
    self.painter = painter
  }

  /// The ways side by side: a row a step under its stage, then the sources by their numbers.
  public func comparison(_ programs: [Program]) -> String {
    var sources: [Evidence] = []
    var rows: [[TextTable.Cell]] = []
    for stage in PathwayStep.Stage.allCases {
      let columns = programs.map { cells(of: stage, $0, &sources) }
      for row in 0..<max(1, columns.map(\.count).max() ?? 0) {
        let head = row == 0 ? wording("stage.\(stage.rawValue)") : ""
        rows.append(
          [.init(head, style: .bold)]
            + columns.map { column in
              if row < column.count { return TextTable.Cell(column[row]) }
              let text = row == 0 ? wording("unknown.short") : ""
              return TextTable.Cell(text, style: .dim)
            })
      }
    }
    let columns =
      [TextTable.Column("", least: 11)]
      + programs.map { TextTable.Column(SafeText.line($0.title), least: 14, greed: 2) }
    let table = TextTable(columns: columns, rows: rows)
    var lines = table.lines(width: width, painter) ?? table.cards(width: width, painter)
    lines += ["", painter.paint(wording("legend.unknown"), .dim), "", wording("evidence")]
    for (place, source) in sources.enumerated() { lines += self.lines(of: source, place + 1) }
    return ProseLayout(width: width, painter: painter).text(lines)
  }

  /// The steps of one stage, each with the number of its source.
  private func cells(
    of stage: PathwayStep.Stage, _ program: Program, _ sources: inout [Evidence]
  ) -> [String] {
    guard let fact = program.facts.steps else { return [] }
    var cells: [String] = []
    for (place, step) in fact.value.enumerated() where step.stage == stage {
      // A source a step stands in the order of the steps; else all sources are of the whole.
      let own =
        fact.evidence.count == fact.value.count ? [fact.evidence[place]] : fact.evidence
      let numbers = own.map { source in
        if !sources.contains(source) { sources.append(source) }
        return "[\((sources.firstIndex(of: source) ?? 0) + 1)]"
      }
      let mark = fact.basis == .reported ? "~" : ""
      let needs =
        step.requires.map { " (\(wording("step.requires")): \($0.joined(separator: ", ")))" } ?? ""
      cells.append("\(mark)\(step.order). \(step.name)\(needs) \(numbers.joined())")
    }
    return cells
  }

  private func lines(of source: Evidence, _ number: Int) -> [String] {
    switch source {
    case .page(let quote): ["[\(number)] “\(SafeText.line(quote.quote))”"]
    case .elsewhere(let source):
      [
        "[\(number)] \(SafeText.line(source.note))",
        "    \(ProofText.address(source.url, wording)), \(wording("seen", source.seen))",
      ]
    }
  }
}
