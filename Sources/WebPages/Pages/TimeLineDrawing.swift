import QueryEngine
import RecruitmentModel

/// Draws rows of events below a scale of months.
struct TimeLineDrawing {
  private static let width = 1000
  private static let names = 260.0
  private static let rowHeight = 30.0
  private static let top = 46.0
  private static let todayWidth = 130.0
  /// Days that are shown before the first and after the last event.
  private static let margin = 10
  /// How many days from today on and back are drawn at most: what lies further away is left to the table.
  private static let reach = 400

  let context: PageContext
  /// The rows that have something to draw.
  let rows: [TimeLine.Row]
  /// How many events lie too far away to be drawn.
  let farCount: Int
  /// The days from the left edge to the right one; today always lies among them.
  private let span: ClosedRange<Int>
  private var words: WebWording { context.words }

  init(context: PageContext, rows: [TimeLine.Row]) {
    self.context = context
    let today = context.today.daysSinceEpoch
    let reach = today - Self.reach...today + Self.reach
    let near = rows.flatMap(\.events).flatMap {
      [$0.first.daysSinceEpoch, ($0.last ?? $0.first).daysSinceEpoch]
    }.filter(reach.contains)
    let first = min(near.min() ?? today, today) - Self.margin
    let span = first...max(max(near.max() ?? today, today) + Self.margin, first + 60)
    self.span = span
    self.rows = rows.compactMap { row in
      var row = row
      row.events = row.events.filter { $0.days.overlaps(span) }
      return row.events.isEmpty ? nil : row
    }
    farCount =
      rows.reduce(0) { $0 + $1.events.count } - self.rows.reduce(0) { $0 + $1.events.count }
  }

  private func x(_ day: Int) -> Double {
    let space = Double(Self.width) - Self.names - 10
    let clamped = min(max(day, span.lowerBound), span.upperBound + 1)
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
    // The words stay inside the drawing.
    let middle = min(place, Double(Self.width) - Self.todayWidth / 2)
    return element(.g, .class("today")) {
      element(
        .line, .number("x1", place), .number("x2", place), .number("y1", 18), .number("y2", height))
      element(.text, .number("x", middle), .number("y", 13), .drawing("text-anchor", "middle")) {
        words("timeline.today", context.today)
      }
    }
  }

  private func row(_ row: TimeLine.Row, _ top: Double) -> HTML {
    let name = context.name(of: row.program)
    return element(
      .a, .class("row"), .href(context.addresses.program(row.program.id, context.state)),
      .label("\(name): \(row.events.map(sentence).joined(separator: ", "))")
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

  /// An event in words, with who says so where it is not the hospital itself.
  private func sentence(_ event: TimeLine.Event) -> String {
    let mark = FactView(context: context).mark(of: event.basis).map { " (\($0))" } ?? ""
    return "\(words("timeline.\(event.sort.rawValue)")) \(days(event))\(mark)"
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
    let days = event.days
    let left = x(days.lowerBound)
    let right = max(x(days.upperBound.advanced(by: days.upperBound < .max ? 1 : 0)), left + 4)
    let look = event.last == nil ? " endless" : event.isExact ? "" : " inexact"
    return element(.g, .class("event \(event.sort.rawValue)\(look)")) {
      element(.title) { sentence(event) }
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
      if event.basis != .official {
        element(
          .text, .class("told"), .number("x", min(right, Double(Self.width) - 8)),
          .number("y", top + 14), .hidden
        ) { Self.told }
      }
    }
  }

  /// Stands beside what the hospital does not say itself.
  private static let told = "*"

  /// What the signs mean.
  var legend: HTML {
    element(.ul, .class("legend"), .label(words("map.legend"))) {
      for sort in TimeLine.Sort.allCases {
        element(.li) { "\(Self.sign(sort)) \(words("timeline.\(sort.rawValue)"))" }
      }
      element(.li) { words("timeline.inexact") }
      element(.li) { words("timeline.endless") }
      element(.li) { "\(Self.told) \(words("timeline.told"))" }
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

  /// The days of an event as they are stated, and what of them is not.
  func days(_ event: TimeLine.Event) -> String {
    let missing = event.last == nil ? "timeline.noEnd" : event.isExact ? nil : "timeline.noDay"
    return event.text + (missing.map { " (\(words($0)))" } ?? "")
  }
}

extension TimeLine.Event {
  /// The days that it takes, or on one of which it falls.
  fileprivate var days: ClosedRange<Int> {
    let last = last?.daysSinceEpoch ?? .max
    return first.daysSinceEpoch...max(last, first.daysSinceEpoch)
  }
}
