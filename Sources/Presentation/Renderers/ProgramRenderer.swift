package import ChangeLog
import QueryEngine
public import RecruitmentModel

/// Shows one program whole, with all its evidence and what happened to it.
public struct ProgramRenderer: Sendable {
  let facts: FactText
  let painter: Painter
  let width: Int
  var wording: Wording { facts.wording }

  /// Makes a renderer for a terminal's width.
  public init(_ wording: Wording, width: Int, painter: Painter) {
    facts = FactText(wording)
    self.width = width
    self.painter = painter
  }

  /// A program with each fact and its evidence.
  public func text(_ program: Program, today: CalendarDay?) -> String {
    text(program, today: today, history: nil)
  }

  /// A program with each fact and its evidence, and what changed of it.
  ///
  /// - Parameters:
  ///   - program: The program.
  ///   - today: The day of which its status holds; nil leaves the status out.
  ///   - history: The changes of the program, the oldest first; nil where nobody looked.
  /// - Returns: The text, lines ended by line feeds.
  package func text(_ program: Program, today: CalendarDay?, history: [Change]?) -> String {
    var lines = heading(program)
    if let today {
      let status = ProgramStatus(
        application: program.facts.application?.value, accepting: program.facts.accepting?.value,
        on: today)
      lines.append(
        StyledLine("\(wording("column.status")): \(facts.status(status, of: program)) (\(today))"))
    }
    lines.append(StyledLine())
    if program.facts.known.isEmpty { lines.append(StyledLine(wording("noFacts"))) }
    for name in program.facts.known { lines += fact(name, program) }
    lines += unknown(program)
    if !program.listed.isEmpty {
      lines.append(StyledLine(wording("listed"), .bold))
      for evidence in program.listed { lines += quoted(.elsewhere(evidence), program) }
    }
    if !program.pages.isEmpty {
      lines.append(StyledLine(wording("pages"), .bold))
      for page in program.pages {
        lines.append(
          StyledLine("  ")
            + StyledLine(
              ProofText.address(page.url, wording), link: WebLink.address(page.url))
            + (page.fetchedAt.map { "  \($0)" } ?? "")
            + (page.trouble.map { " " + wording($0.key, $0.since.day()) } ?? ""))
      }
    }
    if let history { lines += self.history(history) }
    return finished(lines)
  }

  private func heading(_ program: Program) -> [StyledLine] {
    let institution = program.institution
    let names = [
      institution.name, institution.nameEn, institution.prefecture.map(facts.place),
    ].compactMap { $0 }
    return [
      StyledLine(SafeText.line(program.title), .bold),
      StyledLine(SafeText.line(names.joined(separator: " · "))),
      StyledLine("\(SafeText.line(program.id)) · \(wording("kind.\(program.kind.rawValue)"))"),
    ]
  }

  private func fact(_ name: FactName, _ program: Program) -> [StyledLine] {
    guard let value = facts.marked(name, in: program.facts),
      let provenance = program.facts.provenance(of: name)
    else { return [] }
    let strength = facts.strength(
      provenance.basis, provenance.asOf, confidence: provenance.confidence)
    var lines = [
      StyledLine(wording("fact.\(name.rawValue)"), .bold) + ": \(SafeText.line(value))  "
        + StyledLine("[\(strength)]", .dim)
    ]
    for evidence in provenance.evidence { lines += quoted(evidence, program) }
    for conflict in facts.conflicts(of: name, in: program.facts) {
      lines.append(
        StyledLine("  ≠ \(SafeText.line(conflict.text))  ")
          + StyledLine("[\(wording("basis.\(conflict.basis.rawValue)"))]", .dim))
      for evidence in conflict.evidence {
        lines += quoted(evidence, program).map { $0.indented(by: 2) }
      }
    }
    return lines
  }

  /// What can be asked of such a program and is not known, and whom to ask.
  private func unknown(_ program: Program) -> [StyledLine] {
    let names = FactName.asked(of: program.kind).filter {
      program.facts.provenance(of: $0) == nil
    }
    guard !names.isEmpty else { return [] }
    let line =
      StyledLine("\(wording("unknown.short")) \(wording("fact.unknown"))", .bold)
      + ": \(facts.list(names.map { wording("fact.\($0.rawValue)") }))"
    guard let contact = facts.value(of: .contact, in: program.facts) else { return [line] }
    return [line, StyledLine("  " + wording("ask", SafeText.line(contact)))]
  }

  private func quoted(_ evidence: Evidence, _ program: Program) -> [StyledLine] {
    let link = WebLink.address(of: evidence, in: program)
    let address = StyledLine(
      "  " + ProofText.address(of: evidence, in: program, wording), .dim, link: link)
    switch evidence {
    case .page(let quote):
      let section = quote.section.map { " (\(SafeText.line($0)))" } ?? ""
      let note = quote.note.map { [StyledLine("  " + wording("note", SafeText.line($0)))] } ?? []
      return [
        StyledLine("  ") + StyledLine("“\(SafeText.line(quote.quote))”", link: link) + section
      ]
        + note + [address]
    case .elsewhere(let source):
      return [
        StyledLine("  \(SafeText.line(source.note))"),
        address + StyledLine(", \(wording("seen", source.seen))", .dim),
      ]
    }
  }

  private func history(_ changes: [Change]) -> [StyledLine] {
    let text = ChangeText(wording)
    let title = StyledLine(wording("history"), .bold)
    guard !changes.isEmpty else { return [title + ": \(wording("change.none"))"] }
    return [title]
      + changes.map { StyledLine("  \($0.noticed.day())  \(text.sentence($0))") }
  }

  func finished(_ lines: [StyledLine]) -> String {
    lines.flatMap { $0.lines(width: width, painter) }.joined(separator: "\n") + "\n"
  }
}
