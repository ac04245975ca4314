import Presentation
import RecruitmentModel
public import RoutePlanning

extension RouteText {
  /// A plan: its steps in order under their stages, what collides, what was left out.
  public func text(_ plan: Plan) -> String {
    var lines = [layout.heading(wording("plan.title")), wording("today", plan.today)]
    if !plan.unsaid.isEmpty {
      lines.append(wording("plan.unsaid", plan.unsaid.joined(separator: ", ")))
    }
    var stage: PathwayStep.Stage?
    var told: Set<Reason> = []
    for step in plan.steps {
      if step.stage != stage {
        lines += ["", layout.heading(wording("stage.\(step.stage.rawValue)"))]
        stage = step.stage
      }
      lines += self.lines(step, &told)
    }
    if plan.steps.count == 1, plan.steps.first?.id == "recognition" {
      lines += ["", wording("plan.neither")]
    }
    if !plan.collisions.isEmpty {
      lines += ["", layout.heading(wording("plan.collisions"))]
      lines += plan.collisions.map(collision)
    }
    if !plan.excluded.isEmpty {
      lines += ["", layout.heading(wording("plan.excluded"))]
      lines += plan.excluded.map { program in
        "× \(SafeText.line(wording.named(program.hospital))): "
          + program.reasons.map(wording.reason).joined(separator: "; ")
      }
    }
    lines += ["", layout.remark(wording("plan.forecastLegend"))]
    if plan.steps.contains(where: { $0.basis == .reported }) {
      lines.append(layout.remark(wording("plan.reportedLegend")))
    }
    lines.append(layout.remark(wording("plan.unknownLegend")))
    return layout.text(lines)
  }

  /// A step; the words of a source that stand below an earlier one are not said again.
  private func lines(_ step: PlanStep, _ told: inout Set<Reason>) -> [String] {
    var lines = [
      "- \(when(step))  \(wording.note(step.title))  [\(wording("state.\(step.state.rawValue)"))]"
    ]
    let notes = step.notes.filter { note in
      !["note.words", "note.editor"].contains(note.key) || told.insert(note).inserted
    }
    lines += notes.map { "    " + wording.note($0) }
    if let ask = step.ask { lines.append("    " + wording("ask", SafeText.line(office(ask)))) }
    if let first = step.evidence.first { lines.append("    " + source(first)) }
    return lines
  }

  /// What collides; a forecast is called one.
  func collision(_ collision: PlanCollision) -> String {
    let words = wording.note(collision.reason)
    return "! " + (collision.isForecast ? wording("collision.forecast", words) : words)
  }

  /// When a step falls with the hour of its last day; what somebody else reports is marked.
  func when(_ step: PlanStep) -> String {
    let due = due(step)
    return (step.basis == .reported ? "~" : "") + time(step.time) + (due.isEmpty ? "" : " \(due)")
  }

  /// The hour on the last day of a step and how papers meet it; empty where nothing is said of it.
  func due(_ step: PlanStep) -> String {
    step.due.reasons.map(wording.reason).joined(separator: " ")
  }

  /// When a step falls, in words; a forecast is called one.
  func time(_ time: PlanTime) -> String {
    func span(_ days: ClosedRange<CalendarDay>) -> String {
      let (first, last) = (days.lowerBound, days.upperBound)
      if first == last { return "\(first)" }
      // A whole year or month is called by its name.
      let wholes = [
        PartialDate(year: first.year), PartialDate(year: first.year, month: first.month),
      ]
      let whole = wholes.first { $0?.earliest == first && $0?.latest == last }
      return whole??.description ?? "\(first) – \(last)"
    }
    return switch time {
    case .stated(let days): span(days)
    case .within(let days): wording("time.within", part(of: days) ?? span(days))
    case .forecast(let days, let year?): wording("time.forecast", span(days), year)
    case .forecast(let days, nil): wording("time.forecastNoYear", span(days))
    case .notBefore(let day): wording("time.notBefore", day)
    case .unknown: wording("time.unknown")
    }
  }

  /// A third of a month by its name; nil where the days are none.
  private func part(of days: ClosedRange<CalendarDay>) -> String? {
    let (first, last) = (days.lowerBound, days.upperBound)
    guard let month = PartialDate(year: first.year, month: first.month), let end = month.latest,
      last <= end
    else { return nil }
    return ApplicationWindow.Part.allCases.first { part in
      first.day == part.days.lowerBound && last.day == min(end.day, part.days.upperBound)
    }.map { wording("time.\($0.rawValue)", month) }
  }
}
