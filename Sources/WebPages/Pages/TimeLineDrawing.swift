import QueryEngine
import RecruitmentModel

/// Draws rows of events below a scale of months.
struct TimeLineDrawing {
  private static let width = 1000
  private static let names = 260.0
  private static let rowHeight = 30.0
  private static let top = 46.0
  /// Weeks that are shown before the first and after the last event.
  private static let margin = 10
  /// The longest span that is drawn, in days: what lies further away is left to the table.
  private static let longest = 800

  let context: PageContext
  let rows: [TimeLine.Row]
  private var words: WebWording { context.words }

  /// The days from the left edge to the right one; today always lies among them.
  private var span: ClosedRange<Int> {
    let today = context.today.daysSinceEpoch
    let near = rows.flatMap(\.events).flatMap { [$0.first.daysSinceEpoch, $0.last.daysSinceEpoch] }
      .filter { abs($0 - today) <= Self.longest / 2 }
    let first = min(near.min() ?? today, today) - Self.margin
    return first...max(max(near.max() ?? today, today) + Self.margin, first + 60)
  }

  private func x(_ day: Int) -> Double {
    let space = Double(Self.width) - Self.names - 10
    let clamped = min(max(day, span.lowerBound), span.upperBound)
    return Self.names + Double(clamped - span.lowerBound) / Double(span.count) * space
  }

  var html: HTML {
    let height = Self.top + Double(rows.count) * Self.rowHeight + 10
    return element(
      .svg, .class("timeline"), .viewBox(Self.width, Int(height)), .role("group"),
      .label(words("timeline.title"))
    ) {
      months(height)
      for (place, row) in rows.enumerated() {
        self.row(row, Self.top + Double(place) * Self.rowHeight)
      }
      today(height)
    }
  }

  private func months(_ height: Double) -> HTML {
    let first = CalendarDay(daysSinceEpoch: span.lowerBound)
    let months = (1...(span.count / 28 + 1)).compactMap { number -> CalendarDay? in
      let month = first.month - 1 + number
      return CalendarDay(year: first.year + month / 12, month: month % 12 + 1, day: 1)
    }
    return element(.g, .class("scale"), .hidden) {
      for month in months where span.contains(month.daysSinceEpoch) {
        self.month(month, height)
      }
    }
  }

  @HTMLBuilder private func month(_ month: CalendarDay, _ height: Double) -> HTML {
    let place = x(month.daysSinceEpoch)
    let name = words("month.\(month.month)").prefix(3).description
    element(
      .line, .number("x1", place), .number("x2", place), .number("y1", 24), .number("y2", height))
    element(.text, .number("x", place + 3), .number("y", 38)) { name }
    if month.month == 1 {
      element(.text, .class("year"), .number("x", place + 3), .number("y", 25)) { "\(month.year)" }
    }
  }

  private func today(_ height: Double) -> HTML {
    let place = x(context.today.daysSinceEpoch)
    return element(.g, .class("today")) {
      element(
        .line, .number("x1", place), .number("x2", place), .number("y1", 18), .number("y2", height))
      element(.text, .number("x", place), .number("y", 13), .drawing("text-anchor", "middle")) {
        words("timeline.today", context.today)
      }
    }
  }

  private func row(_ row: TimeLine.Row, _ top: Double) -> HTML {
    let name = context.name(of: row.program)
    let sentences = row.events.map { "\(words("timeline.\($0.sort.rawValue)")) \(days($0))" }
    return element(
      .a, .class("row"), .href(context.addresses.program(row.program.id, context.state)),
      .label("\(name): \(sentences.joined(separator: ", "))")
    ) {
      element(
        .rect, .class("ground"), .number("x", 0), .number("y", top),
        .number("width", Double(Self.width)), .number("height", Self.rowHeight - 2))
      element(.text, .class("name"), .number("x", 4), .number("y", top + 19), .hidden) {
        Self.cut(name)
      }
      for event in row.events { self.event(event, top) }
    }
  }

  /// A name as it fits beside the drawing; kanji are twice as wide as letters.
  private static func cut(_ name: String) -> String {
    var columns = 0
    let fitting = name.prefix { letter in
      columns += letter.isASCII ? 1 : 2
      return columns <= 30
    }
    return fitting.count < name.count ? fitting + "…" : String(fitting)
  }

  private func event(_ event: TimeLine.Event, _ top: Double) -> HTML {
    let left = x(event.first.daysSinceEpoch)
    let right = max(x(event.last.daysSinceEpoch + 1), left + 4)
    return element(.g, .class("event \(event.sort.rawValue)\(event.isExact ? "" : " inexact")")) {
      element(.title) { "\(words("timeline.\(event.sort.rawValue)")) \(days(event))" }
      switch event.sort {
      case .window:
        element(
          .rect, .number("x", left), .number("y", top + 7), .number("width", right - left),
          .number("height", 14), .number("rx", 3))
      case .closes, .selection, .result, .examination, .starts:
        if !event.isExact {
          element(
            .rect, .class("spread"), .number("x", left), .number("y", top + 12),
            .number("width", right - left), .number("height", 4))
        }
        element(
          .text, .class("sign"), .number("x", (left + right) / 2), .number("y", top + 20),
          .drawing("text-anchor", "middle"), .hidden
        ) { Self.sign(event.sort) }
      }
    }
  }

  /// What the signs mean.
  var legend: HTML {
    let sorts: [TimeLine.Sort] = [.window, .closes, .selection, .result, .starts, .examination]
    return element(.ul, .class("legend"), .label(words("map.legend"))) {
      for sort in sorts {
        element(.li) { "\(Self.sign(sort)) \(words("timeline.\(sort.rawValue)"))" }
      }
    }
  }

  /// The signs of the events, which need no colour.
  static func sign(_ sort: TimeLine.Sort) -> String {
    switch sort {
    case .window: "▬"
    case .closes: "┃"
    case .selection: "◆"
    case .result: "○"
    case .examination: "■"
    case .starts: "▶"
    }
  }

  /// The days of an event in digits.
  func days(_ event: TimeLine.Event) -> String {
    event.first == event.last ? "\(event.first)" : "\(event.first) – \(event.last)"
  }
}
