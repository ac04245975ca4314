import QueryEngine
public import RecruitmentModel

/// Shows whole programs: one with all its evidence, or several side by side.
public struct ProgramRenderer: Sendable {
  private let facts: FactText
  private let painter: Painter
  private let width: Int
  private var wording: Wording { facts.wording }

  /// Makes a renderer for a terminal's width.
  public init(_ wording: Wording, width: Int, painter: Painter) {
    facts = FactText(wording)
    self.width = width
    self.painter = painter
  }

  // MARK: One

  /// A program with each fact and its evidence.
  public func text(_ program: Program, today: CalendarDay?) -> String {
    var lines = heading(program)
    if let today {
      let status = ProgramStatus(
        application: program.facts.application?.value, accepting: program.facts.accepting?.value,
        on: today)
      lines.append(
        "\(wording("column.status")): \(wording("status.\(status.rawValue)")) (\(today))")
    }
    lines.append("")
    if program.facts.known.isEmpty { lines.append(wording("noFacts")) }
    for name in program.facts.known { lines += fact(name, program) }
    if !program.listed.isEmpty {
      lines.append(painter.paint(wording("listed"), .bold))
      for evidence in program.listed { lines += quoted(.elsewhere(evidence), program) }
    }
    if !program.pages.isEmpty {
      lines.append(painter.paint(wording("pages"), .bold))
      for page in program.pages {
        lines.append("  " + SafeText.line(page.url) + (page.fetchedAt.map { "  \($0)" } ?? ""))
      }
    }
    return finished(lines)
  }

  private func heading(_ program: Program) -> [String] {
    let institution = program.institution
    let names = [institution.name, institution.nameEn, institution.prefecture.map(facts.place)]
      .compactMap { $0 }
    return [
      painter.paint(SafeText.line(program.title), .bold),
      SafeText.line(names.joined(separator: " · ")),
      "\(SafeText.line(program.id)) · \(wording("kind.\(program.kind.rawValue)"))",
    ]
  }

  private func fact(_ name: FactName, _ program: Program) -> [String] {
    guard let value = facts.value(of: name, in: program.facts),
      let provenance = program.facts.provenance(of: name)
    else { return [] }
    let strength = [
      wording("basis.\(provenance.basis.rawValue)"),
      provenance.asOf.map { wording("asOf", $0) } ?? wording("undated"),
      provenance.confidence.map { wording("confidence", Int(($0 * 100).rounded())) },
    ].compactMap { $0 }.joined(separator: ", ")
    var lines = [
      "\(painter.paint(wording("fact.\(name.rawValue)"), .bold)): \(SafeText.line(value))  [\(strength)]"
    ]
    for evidence in provenance.evidence { lines += quoted(evidence, program) }
    for conflict in facts.conflicts(of: name, in: program.facts) {
      lines.append(
        "  ≠ \(SafeText.line(conflict.text))  [\(wording("basis.\(conflict.basis.rawValue)"))]")
      for evidence in conflict.evidence { lines += quoted(evidence, program).map { "  " + $0 } }
    }
    return lines
  }

  private func quoted(_ evidence: Evidence, _ program: Program) -> [String] {
    switch evidence {
    case .page(let quote):
      let page = program.pages.indices.contains(quote.page) ? program.pages[quote.page].url : ""
      let section = quote.section.map { " (\(SafeText.line($0)))" } ?? ""
      let note = quote.note.map { ["  " + wording("note", SafeText.line($0))] } ?? []
      return ["  “\(SafeText.line(quote.quote))”\(section)"] + note + ["  \(SafeText.line(page))"]
    case .elsewhere(let source):
      return [
        "  \(SafeText.line(source.note))",
        "  \(SafeText.line(source.url)), \(wording("seen", source.seen))",
      ]
    }
  }

  // MARK: Side by side

  /// Programs side by side, a row a fact; rows that differ are marked.
  public func comparison(_ programs: [Program], withEvidence: Bool) -> String {
    let names = FactName.allCases.filter { name in
      programs.contains { $0.facts.provenance(of: name) != nil }
    }
    var rows: [[TextTable.Cell]] = []
    for name in names {
      let cells = programs.map { cell(name, $0, withEvidence) }
      // What is unknown of one does not differ from what is known of another.
      let differs = Set(programs.compactMap { facts.value(of: name, in: $0.facts) }).count > 1
      rows.append(
        [.init((differs ? "≠ " : "  ") + wording("fact.\(name.rawValue)"), style: .bold)] + cells)
    }
    let columns =
      [TextTable.Column("", least: 10)]
      + programs.map { TextTable.Column(title(of: $0), least: 16, greed: 2) }
    let table = TextTable(columns: columns, rows: rows)
    let lines = table.lines(width: width, painter) ?? table.cards(width: width, painter)
    let legend = [
      "", "≠ " + wording("differs"), "* " + wording("conflict"), wording("legend.unknown"),
      wording("legend.reported"),
    ]
    return finished(lines + legend.map { painter.paint($0, .dim) })
  }

  private func title(of program: Program) -> String {
    let institution = program.institution
    let name =
      wording.language == .english ? institution.nameEn ?? institution.name : institution.name
    return SafeText.line(name.isEmpty ? program.title : name)
  }

  private func cell(_ name: FactName, _ program: Program, _ withEvidence: Bool) -> TextTable.Cell {
    guard let value = facts.value(of: name, in: program.facts),
      let provenance = program.facts.provenance(of: name)
    else { return .init(wording("unknown.short"), style: .dim) }
    let mark = provenance.basis == .reported ? "~" : ""
    var text = mark + value
    if provenance.conflicts > 0 { text += " *" }
    if withEvidence, let first = provenance.evidence.first {
      switch first {
      case .page(let quote): text += " “\(quote.quote)”"
      case .elsewhere(let source): text += " (\(source.note) \(source.url))"
      }
    }
    return .init(text)
  }

  private func finished(_ lines: [String]) -> String {
    lines.flatMap { TextFitting.indented($0, width: width) }.joined(separator: "\n") + "\n"
  }
}
