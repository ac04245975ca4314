import QueryEngine
package import RecruitmentModel

/// Programs as Markdown: a table to compare, then every fact with its evidence.
package struct MarkdownExporter: ProgramExporter {
  private let text: FactText
  private let today: CalendarDay
  private var wording: Wording { text.wording }

  /// Makes an exporter for the statuses of a day.
  package init(_ wording: Wording, today: CalendarDay) {
    text = FactText(wording)
    self.today = today
  }

  package func head() -> String {
    let columns = SummaryColumn.all.map { wording($0.headKey) }
    return "# \(wording("export.title", today))\n\n\(wording("legend.unknown"))\n"
      + "\(wording("legend.reported"))\n\n"
      + "| \(columns.joined(separator: " | ")) |\n|\(String(repeating: "---|", count: columns.count))\n"
  }

  package func piece(_ listed: ListedProgram) -> String {
    let cells = SummaryColumn.all.map { MarkdownText.escaped($0.text(listed, text)) }
    return "| \(cells.joined(separator: " | ")) |\n"
  }

  package func foot() -> String { "" }

  package func section(_ listed: ListedProgram) -> String {
    let program = listed.program
    var lines = [
      "", "## \(MarkdownText.escaped(text.name(of: program)))", "",
      "\(MarkdownText.escaped(program.title)) · \(MarkdownText.escaped(program.id)) · "
        + "\(wording("kind.\(program.kind.rawValue)")) · "
        + "\(wording("column.status")): \(wording("status.\(listed.status.rawValue)")) (\(today))",
      "",
    ]
    for fact in ExportedFact.all(of: program, text) { lines += item(fact, program) }
    for evidence in program.listed {
      lines.append(
        "- **\(wording("listed"))**: "
          + proof(ExportedFact.Proof(.elsewhere(evidence), in: program)))
    }
    let unknown = FactName.asked(of: program.kind).filter {
      program.facts.provenance(of: $0) == nil
    }
    if !unknown.isEmpty {
      let names = unknown.map { wording("fact.\($0.rawValue)") }
      lines.append("- **\(wording("unknown"))**: \(text.list(names))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func item(_ fact: ExportedFact, _ program: Program) -> [String] {
    let strength = text.strength(fact.basis, fact.asOf)
    var lines = [
      "- **\(wording("fact.\(fact.name.rawValue)"))**: \(MarkdownText.escaped(fact.value)) (\(strength))"
    ]
    lines += fact.proofs.map { "  - " + proof($0) }
    for conflict in fact.conflicts {
      lines.append(
        "  - ≠ \(MarkdownText.escaped(conflict.text)) (\(wording("basis.\(conflict.basis.rawValue)")))"
      )
      lines += conflict.evidence.map { "    - " + proof(ExportedFact.Proof($0, in: program)) }
    }
    return lines
  }

  private func proof(_ proof: ExportedFact.Proof) -> String {
    let words = MarkdownText.escaped(proof.words)
    var parts = [MarkdownText.link(proof.isQuotation ? "“\(words)”" : words, to: proof.link)]
    if let seen = proof.seen { parts.append("(\(wording("seen", seen)))") }
    if let note = proof.note { parts.append(wording("note", MarkdownText.escaped(note))) }
    return parts.joined(separator: " ")
  }
}
