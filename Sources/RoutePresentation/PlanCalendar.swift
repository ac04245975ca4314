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

  /// The calendar; forecasts are tentative and say so in their titles.
  public func text(_ plan: Plan) -> String {
    let head = [
      ICalendarLine.raw("BEGIN", "VCALENDAR"), ICalendarLine.raw("VERSION", "2.0"),
      ICalendarLine.raw("PRODID", "-//progsearch//plan//EN"),
      ICalendarLine.raw("CALSCALE", "GREGORIAN"),
      ICalendarLine.text("NAME", wording("plan.title")),
      ICalendarLine.text("X-WR-CALNAME", wording("plan.title")),
    ]
    let events = plan.steps.flatMap { event($0, plan.today) }
    return (head + events + [ICalendarLine.raw("END", "VCALENDAR")]).joined()
  }

  private func event(_ step: PlanStep, _ today: CalendarDay) -> [String] {
    guard let first = step.time.first, let last = step.time.last, step.state != .done else {
      return []
    }
    let text = RouteText.plain(wording)
    var details = [text.time(step.time)] + step.notes.map(wording.note)
    if let ask = step.ask { details.append(wording("ask", text.office(ask))) }
    details += step.evidence.prefix(1).map(text.source)
    if step.time.isForecast { details.append(wording("plan.forecastLegend")) }
    let title = (step.time.isForecast ? "? " : "") + wording.note(step.title)
    var lines = [
      ICalendarLine.raw("BEGIN", "VEVENT"), ICalendarLine.raw("UID", uid(step.id) + "@progsearch"),
      ICalendarLine.raw("DTSTAMP", compact(today) + "T000000Z"),
      ICalendarLine.raw("DTSTART;VALUE=DATE", compact(first)),
      ICalendarLine.raw("DTEND;VALUE=DATE", compact(last.movedByDays(1))),
      ICalendarLine.text("SUMMARY", title), ICalendarLine.text("DESCRIPTION", lines: details),
      ICalendarLine.raw("STATUS", step.time.isForecast ? "TENTATIVE" : "CONFIRMED"),
      ICalendarLine.raw("TRANSP", "TRANSPARENT"),
    ]
    if case .elsewhere(let source)? = step.evidence.first, let url = uri(source.url) {
      lines.append(ICalendarLine.raw("URL", url))
    }
    return lines + [ICalendarLine.raw("END", "VEVENT")]
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
