import Presentation
import RecruitmentModel
public import RoutePlanning

/// A plan as an iCalendar file (RFC 5545): an event for every step whose days are stated or forecast.
public struct PlanCalendar: Sendable {
  private let wording: RouteWording

  /// Makes a writer.
  public init(_ wording: RouteWording) {
    self.wording = wording
  }

  /// The calendar; what nobody can rely on without asking is tentative, and a forecast says so in its title.
  public func text(_ plan: Plan) -> String {
    let dated = Set(plan.steps.filter { hasEvent($0) }.map(\.id))
    let writer = RouteText.plain(wording)
    // What collides at no event of its own belongs to the whole.
    let general = plan.collisions.filter { !dated.contains($0.step) }.map(writer.collision)
    var head = [
      ICalendarLine.raw("BEGIN", "VCALENDAR"), ICalendarLine.raw("VERSION", "2.0"),
      ICalendarLine.raw("PRODID", "-//progsearch//plan//EN"),
      ICalendarLine.raw("CALSCALE", "GREGORIAN"),
      ICalendarLine.text("NAME", wording("plan.title")),
      ICalendarLine.text("X-WR-CALNAME", wording("plan.title")),
    ]
    if !general.isEmpty {
      head.append(ICalendarLine.text("DESCRIPTION", lines: general))
      head.append(ICalendarLine.text("X-WR-CALDESC", lines: general))
    }
    let events = plan.steps.flatMap { step in
      event(step, plan.collisions.filter { $0.step == step.id }, plan.today)
    }
    return (head + events + [ICalendarLine.raw("END", "VCALENDAR")]).joined()
  }

  /// Whether a step has days to stand on, and is still to be done or was missed.
  private func hasEvent(_ step: PlanStep) -> Bool {
    step.time.first != nil && step.time.last != nil && step.state != .done
  }

  private func event(
    _ step: PlanStep, _ collisions: [PlanCollision], _ today: CalendarDay
  ) -> [String] {
    guard hasEvent(step), let first = step.time.first, let last = step.time.last else { return [] }
    let text = RouteText.plain(wording)
    var details = [text.when(step)] + step.notes.map(wording.note) + collisions.map(text.collision)
    if let ask = step.ask { details.append(wording("ask", text.office(ask))) }
    details += step.evidence.prefix(1).map(text.source)
    if step.time.isForecast { details.append(wording("plan.forecastLegend")) }
    if step.basis == .reported { details.append(wording("plan.reportedLegend")) }
    var lines = [
      ICalendarLine.raw("BEGIN", "VEVENT"),
      ICalendarLine.raw("UID", uid(step.stableID) + "@progsearch"),
      ICalendarLine.raw("DTSTAMP", compact(today) + "T000000Z"),
      ICalendarLine.raw("DTSTART;VALUE=DATE", compact(first)),
      ICalendarLine.raw("DTEND;VALUE=DATE", compact(last.movedByDays(1))),
      ICalendarLine.text("SUMMARY", title(step)), ICalendarLine.text("DESCRIPTION", lines: details),
      ICalendarLine.raw("STATUS", status(step)),
      ICalendarLine.raw("TRANSP", "TRANSPARENT"),
    ]
    if case .elsewhere(let source)? = step.evidence.first, let url = uri(source.url) {
      lines.append(ICalendarLine.raw("URL", url))
    }
    return lines + [ICalendarLine.raw("END", "VEVENT")]
  }

  /// The title: whether it is missed, whether its days are sure, and the hour of the last one.
  private func title(_ step: PlanStep) -> String {
    let text = RouteText.plain(wording)
    let isOpen: Bool = if case .stated = step.time { false } else { true }
    let due = text.due(step)
    return (step.state == .missed ? "[\(wording("state.missed"))] " : "") + (isOpen ? "? " : "")
      + (step.basis == .reported ? "~ " : "") + wording.note(step.title)
      + (due.isEmpty ? "" : " (\(due))")
  }

  private func status(_ step: PlanStep) -> String {
    if step.state == .missed { return "CANCELLED" }
    return step.isTentative ? "TENTATIVE" : "CONFIRMED"
  }

  /// An id of letters that stand in any calendar.
  private func uid(_ id: String) -> String {
    String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "." })
  }

  /// An address without anything that could end the line; nil where it has such characters.
  private func uri(_ text: String) -> String? {
    text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F } ? text : nil
  }

  private func compact(_ day: CalendarDay) -> String {
    "\(day)".replacing("-", with: "")
  }
}

extension RouteText {
  /// A writer for other formats than the terminal.
  static func plain(_ wording: RouteWording) -> RouteText {
    RouteText(wording, width: 500, painter: Painter(isColoured: false))
  }
}
