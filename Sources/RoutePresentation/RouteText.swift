public import Presentation
import QueryEngine
public import RecruitmentModel
public import RoutePlanning

/// Writes matches, answers of rules and plans for people.
public struct RouteText: Sendable {
  let wording: RouteWording
  let layout: ProseLayout

  /// Makes a writer for a terminal's width.
  public init(_ wording: RouteWording, width: Int, painter: Painter) {
    self.wording = wording
    layout = ProseLayout(width: width, painter: painter)
  }

  // MARK: Eligible

  /// Whether somebody may sit an examination, rule by rule, with the words of each rule.
  public func text(_ report: EligibilityReport, today: CalendarDay) -> String {
    var lines = [
      layout.heading(
        report.round.applicationYear.map {
          wording("eligible.title", SafeText.line(report.program.title), $0)
        } ?? SafeText.line(report.program.title)), wording("today", today),
    ]
    if let from = report.round.forecastFrom, let year = report.round.year {
      lines.append(wording("eligible.forecast", from, year))
    }
    let isOver = report.over != nil
    lines += [
      "",
      wording(
        "eligible.answer",
        wording(isOver ? "verdict.over" : "verdict.\(report.answer.verdict.rawValue)")),
    ]
    lines += report.answer.reasons.map { "  " + wording.reason($0) }
    if isOver {
      lines += ["", wording("eligible.answerOver", verdict(report.byRules, isOver: true))]
      lines += report.byRules.reasons.map { "  " + wording.reason($0) }
    }
    if !report.lines.isEmpty { lines += ["", layout.heading(wording("eligible.rules"))] }
    for line in report.lines {
      lines.append(
        (isOver ? "- " : "") + verdict(line.answer, isOver: isOver) + "  "
          + SafeText.line(words(of: line)))
      lines += line.answer.reasons.map { "    " + wording.reason($0) }
      lines += line.evidence.map { "    " + source($0) }
    }
    return layout.text(lines)
  }

  /// The answer of a rule; of a round that is over it is no yes, since nobody can apply any more.
  private func verdict(_ answer: RuleAnswer, isOver: Bool) -> String {
    wording((isOver ? "past." : "verdict.") + answer.verdict.rawValue)
  }

  /// A rule in words: those of the record, or, in English, its id and the editor's note of what it rests on.
  private func words(of line: EligibilityReport.Line) -> String {
    guard wording.language == .english, line.evidence.count == 1,
      case .elsewhere(let source)? = line.evidence.first
    else { return line.text }
    return "\(line.id): \(source.note)"
  }

  /// Where something stands, in one line.
  func source(_ evidence: Evidence) -> String {
    switch evidence {
    case .page(let quote): wording("evidence", "“\(quote.quote)”")
    case .elsewhere(let source):
      wording("evidence", source.url) + ", " + wording("seen", source.seen)
    }
  }

  /// An office with what is known of it.
  func office(_ office: Office) -> String {
    let name = wording.language == .english ? office.nameEn ?? office.name : office.name
    let parts = [name, office.phone, office.email].compactMap { $0 }
    let text = parts.isEmpty ? wording("ask.hospital") : parts.joined(separator: " · ")
    guard office.phone == nil, office.email == nil, let url = office.url else { return text }
    return "\(text) \(url)"
  }

  // MARK: Match

  /// Programs in the order of how they fit, each with its answers and whom to ask.
  public func text(_ matches: [ProgramMatch], showsAll: Bool, today: CalendarDay) -> String {
    let fitting = matches.filter { !$0.isRefused }
    let refused = matches.count - fitting.count
    var lines = [
      wording("today", today),
      wording(
        "match.summary", fitting.count { $0.unknowns == 0 }, fitting.count { $0.unknowns > 0 },
        refused, refused > 0 && !showsAll ? wording("match.hidden") : ""),
    ]
    if let unasked = matches.first?.unasked, !unasked.isEmpty {
      let names = unasked.map { wording("check.\($0.rawValue)") }
      lines.append(wording("match.unsaid", names.joined(separator: ", ")))
    }
    let shown = showsAll ? matches : fitting
    if shown.isEmpty { lines += ["", wording("match.none")] }
    for match in shown { lines += [""] + self.lines(match) }
    return layout.text(lines)
  }

  private func lines(_ match: ProgramMatch) -> [String] {
    let institution = match.program.institution
    let place = institution.prefecture.map { " (\(wording.named($0)))" } ?? ""
    var lines = [
      layout.heading(SafeText.line(wording.named(institution.name) + place)),
      "  " + SafeText.line(match.program.id),
    ]
    for check in match.checks {
      let mark = check.basis == .reported ? "~" : ""
      let reasons = check.answer.reasons.map { mark + wording.reason($0) }.joined(separator: "; ")
      lines.append(
        "  \(wording("verdict.\(check.verdict.rawValue)"))  \(wording("check.\(check.condition.rawValue)")): \(reasons)"
      )
    }
    if let who = match.program.facts.eligibility?.value {
      lines.append("  " + wording("match.who", who.joined(separator: "; ")))
    }
    if match.unknowns > 0 {
      lines.append("  " + wording("ask", office(match.office)))
    }
    return lines
  }
}
