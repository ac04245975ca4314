import QueryEngine
public import RecruitmentModel

extension ProgramRenderer {
  /// Programs side by side, a row a fact; rows that differ are marked, and conflicts are explained.
  ///
  /// - Parameters:
  ///   - programs: The programs.
  ///   - today: The day of which their statuses hold.
  ///   - withEvidence: Whether the words that prove the values stand in footnotes.
  /// - Returns: The text, lines ended by line feeds.
  public func comparison(_ programs: [Program], today: CalendarDay, withEvidence: Bool) -> String {
    let names = FactName.allCases.filter { name in
      programs.contains { $0.facts.provenance(of: name) != nil }
    }
    var notes = Footnotes(wording)
    var rows = [statuses(programs, today)]
    for name in names {
      // What is unknown of one does not differ from what is known of another.
      let differs = Set(programs.compactMap { facts.value(of: name, in: $0.facts) }).count > 1
      let head = (differs ? "≠ " : "  ") + wording("fact.\(name.rawValue)")
      var row = [TextTable.Cell(head, style: .bold)]
      for program in programs {
        row.append(cell(name, program, withEvidence ? notes.marks(of: name, in: program) : ""))
      }
      rows.append(row)
    }
    let columns =
      [TextTable.Column("", least: 10)]
      + programs.map {
        TextTable.Column(SafeText.line(facts.name(of: $0)), least: 16, greed: 2)
      }
    let table = TextTable(columns: columns, rows: rows)
    var lines = table.lines(width: width, painter) ?? cards(programs, names, today)
    lines.append("")
    let below = notes.lines(painter) + conflicts(programs, names) + unknown(programs, names)
    lines += (below + legend(programs)).flatMap { $0.lines(width: width, painter) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func status(_ program: Program, _ today: CalendarDay) -> String {
    let status = ProgramStatus(
      application: program.facts.application?.value, accepting: program.facts.accepting?.value,
      on: today)
    return facts.status(status, of: program)
  }

  private func statuses(_ programs: [Program], _ today: CalendarDay) -> [TextTable.Cell] {
    [.init("  \(wording("column.status"))", style: .bold)]
      + programs.map { .init(status($0, today)) }
  }

  private func cell(_ name: FactName, _ program: Program, _ marks: String) -> TextTable.Cell {
    guard let provenance = program.facts.provenance(of: name) else {
      return .init(wording("unknown.short"), style: .dim)
    }
    return .init(
      facts.cell(name, of: program) + (marks.isEmpty ? "" : " " + marks),
      link: provenance.evidence.first.flatMap { WebLink.address(of: $0, in: program) })
  }

  /// A block a fact, a line a program, where the programs have no room side by side.
  private func cards(_ programs: [Program], _ names: [FactName], _ today: CalendarDay) -> [String] {
    card(wording("column.status"), programs) { status($0, today) }
      + names.flatMap { name -> [String] in
        let differs = Set(programs.compactMap { facts.value(of: name, in: $0.facts) }).count > 1
        let head = (differs ? "≠ " : "") + wording("fact.\(name.rawValue)")
        return card(head, programs) { facts.cell(name, of: $0) }
      }
  }

  private func card(_ head: String, _ programs: [Program], _ cell: (Program) -> String) -> [String]
  {
    let lines = programs.map { program in
      StyledLine("  \(SafeText.line(facts.name(of: program))): ", .dim)
        + SafeText.line(cell(program))
    }
    return ([StyledLine(head, .bold)] + lines).flatMap { $0.lines(width: width, painter) } + [""]
  }

  /// What other statements say, behind the star of a cell.
  private func conflicts(_ programs: [Program], _ names: [FactName]) -> [StyledLine] {
    programs.flatMap { program in
      names.flatMap { name in
        facts.conflicts(of: name, in: program.facts).map { conflict in
          let basis = wording("basis.\(conflict.basis.rawValue)")
          return StyledLine(
            "* \(SafeText.line(facts.name(of: program))), \(wording("fact.\(name.rawValue)")): "
              + "\(SafeText.line(conflict.text)) [\(basis)]")
        }
      }
    }
  }

  /// The facts that are known of none of them and so have no row.
  private func unknown(_ programs: [Program], _ shown: [FactName]) -> [StyledLine] {
    let asked = FactName.allCases.filter { name in
      programs.contains { FactName.asked(of: $0.kind).contains(name) } && !shown.contains(name)
    }
    guard !asked.isEmpty else { return [] }
    let names = facts.list(asked.map { wording("fact.\($0.rawValue)") })
    return [StyledLine("\(wording("compare.unknown")): \(names)")]
  }

  private func legend(_ programs: [Program]) -> [StyledLine] {
    let known = programs.flatMap { program in
      program.facts.known.compactMap { program.facts.provenance(of: $0) }
    }
    var keys = ["legend.differs", "legend.unknown"]
    if known.contains(where: { $0.conflicts > 0 }) { keys.insert("legend.conflict", at: 1) }
    if known.contains(where: { $0.basis == .reported }) { keys.append("legend.reported") }
    return keys.map { StyledLine(wording($0), .dim) }
  }
}
