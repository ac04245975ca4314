public import RecruitmentModel

/// Shows ways to a licence side by side, stage by stage, with what proves each step.
public struct PathwayRenderer: Sendable {
  private let wording: Wording
  private let painter: Painter
  private let width: Int
  private var texts: StageText { StageText(wording) }

  /// Makes a renderer for a terminal's width.
  public init(_ wording: Wording, width: Int, painter: Painter) {
    self.wording = wording
    self.width = width
    self.painter = painter
  }

  /// The ways side by side: a row a step under its stage, then the sources by their numbers.
  ///
  /// Where they do not fit side by side, they stand below each other, stage by stage.
  public func comparison(_ programs: [Program]) -> String {
    var sources: [Evidence] = []
    var stages: [(head: String, cells: [[String]])] = []
    for stage in PathwayStep.Stage.allCases {
      let cells = programs.map { steps(of: stage, $0, &sources) }
      let mark = texts.differ(stage, programs.map(\.facts)) ? "≠ " : ""
      stages.append((mark + wording("stage.\(stage.rawValue)"), cells))
    }
    let titles = programs.map { SafeText.line(title($0)) }
    var lines = table(stages, titles).lines(width: width, painter) ?? list(stages, titles)
    lines += ["", painter.paint(wording("legend.unknown"), .dim)]
    if stages.contains(where: { $0.head.hasPrefix("≠") }) {
      lines.append(painter.paint(wording("legend.differs"), .dim))
    }
    if programs.contains(where: { $0.facts.steps?.basis == .reported }) {
      lines.append(painter.paint(wording("legend.reported"), .dim))
    }
    lines += ["", wording("evidence")]
    for (place, source) in sources.enumerated() { lines += self.lines(of: source, place + 1) }
    return ProseLayout(width: width, painter: painter).text(lines)
  }

  private func table(
    _ stages: [(head: String, cells: [[String]])], _ titles: [String]
  ) -> TextTable {
    var rows: [[TextTable.Cell]] = []
    for stage in stages {
      for row in 0..<max(1, stage.cells.map(\.count).max() ?? 0) {
        rows.append(
          [.init(row == 0 ? stage.head : "", style: .bold)]
            + stage.cells.map { column in
              if row < column.count { return TextTable.Cell(column[row]) }
              let text = row == 0 ? wording("unknown.short") : ""
              return TextTable.Cell(text, style: .dim)
            })
      }
    }
    return TextTable(
      columns: [TextTable.Column("", least: 13)]
        + titles.map { TextTable.Column($0, least: 14, greed: 2) }, rows: rows)
  }

  /// The stages below each other, each with the ways below it.
  private func list(
    _ stages: [(head: String, cells: [[String]])], _ titles: [String]
  ) -> [String] {
    var lines: [String] = []
    for stage in stages {
      lines += lines.isEmpty ? [] : [""]
      lines.append(painter.paint(stage.head, .bold))
      for (title, cells) in zip(titles, stage.cells) {
        lines.append("  " + title)
        let known = cells.isEmpty ? [wording("unknown.short")] : cells.map(SafeText.line)
        lines += known.map { "    " + $0 }
      }
    }
    return lines
  }

  /// The steps of one stage, each with the number of its source.
  private func steps(
    of stage: PathwayStep.Stage, _ program: Program, _ sources: inout [Evidence]
  ) -> [String] {
    let mark = program.facts.steps?.basis == .reported ? "~" : ""
    return texts.steps(of: stage, in: program.facts).map { step in
      let numbers = step.evidence.map { source in
        if !sources.contains(source) { sources.append(source) }
        return "[\((sources.firstIndex(of: source) ?? 0) + 1)]"
      }
      let needs =
        step.needs.isEmpty
        ? "" : " (\(wording("step.requires")): \(step.needs.joined(separator: ", ")))"
      return "\(mark)\(step.order). \(step.name)\(needs) \(numbers.joined())"
    }
  }

  /// The title, with the id in English, since titles are kept as their sources have them.
  private func title(_ program: Program) -> String {
    let title = texts.name(program.title)
    return wording.language == .english && !title.utf8.allSatisfy { $0 < 0x80 }
      ? "\(program.id): \(title)" : title
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
