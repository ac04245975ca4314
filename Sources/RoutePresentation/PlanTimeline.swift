import Presentation
import RecruitmentModel
public import RoutePlanning

/// A plan as a time line in SVG: a bar a step, hatched where it is a forecast or reported; what has no date, and what
/// collides, stand below in words.
public struct PlanTimeline: Sendable {
  private let wording: RouteWording
  private let rowHeight = 26
  private let labelWidth = 380
  /// The drawing between the labels and the words behind the bars.
  private let room = 460
  private let leastWidth = 1100
  private let top = 60
  /// How wide a column of small letters is at most.
  private let columnWidth = 7
  /// The most columns of a label, and of a line below the drawing.
  private let labelColumns = 54
  private let lineColumns = 150

  /// Makes a writer.
  public init(_ wording: RouteWording) {
    self.wording = wording
  }

  /// The drawing.
  public func svg(_ plan: Plan) -> String {
    let dated = plan.steps.filter { $0.time.first != nil }
    let open = plan.steps.filter { $0.time.first == nil }
    let first = min(plan.today, dated.compactMap(\.time.first).min() ?? plan.today)
    let last = max(
      plan.today, dated.compactMap { $0.time.last ?? $0.time.first }.max() ?? plan.today)
    let days = first.daysSinceEpoch...max(last.daysSinceEpoch, first.daysSinceEpoch + 30)
    var body = years(days, rows: dated.count)
    body += bar(at: plan.today, days, rows: dated.count)
    for (row, step) in dated.enumerated() { body += line(step, row, days) }
    let below =
      open.flatMap { folded("\(label($0)) – \(wording("time.unknown"))") }
      + plan.collisions.flatMap { folded(RouteText.plain(wording).collision($0)) }
      + (dated.contains { $0.basis == .reported } ? folded(wording("plan.reportedLegend")) : [])
    for (row, words) in below.enumerated() {
      body.append(text(10, top + (dated.count + row + 1) * rowHeight, words))
    }
    let words = dated.map { DisplayWidth.of(RouteText.plain(wording).when($0)) }.max() ?? 0
    let width = max(leastWidth, labelWidth + room + 20 + words * columnWidth)
    let height = top + (dated.count + below.count + 2) * rowHeight
    let lines =
      [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" font-family=\"sans-serif\" font-size=\"13\">",
        "<title>\(escaped(wording("plan.title")))</title>",
        "<defs><pattern id=\"forecast\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"3\" height=\"6\" fill=\"#777\"/></pattern></defs>",
        "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#fff\"/>",
        text(10, 24, wording("plan.title") + " – " + wording("today", plan.today)),
      ] + body + [
        text(10, height - 10, wording("plan.forecastLegend")), "</svg>",
      ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ step: PlanStep, _ row: Int, _ days: ClosedRange<Int>) -> [String] {
    guard let first = step.time.first else { return [] }
    let y = top + row * rowHeight
    let start = x(first, days)
    let end = max(start + 4, step.time.last.map { x($0, days) + 2 } ?? start + 4)
    let isOpen: Bool = if case .notBefore = step.time { true } else { false }
    let fill =
      step.isTentative && step.state != .missed && step.state != .done || isOpen
      ? "url(#forecast)" : step.state == .missed ? "#b33" : "#264"
    let when = RouteText.plain(wording).when(step)
    let title = label(step) + ": " + when
    return [
      text(10, y + 14, shortened(label(step))),
      "<rect x=\"\(start)\" y=\"\(y + 2)\" width=\"\(end - start)\" height=\"14\" fill=\"\(fill)\" stroke=\"#333\"><title>\(escaped(title))</title></rect>",
      text(end + 6, y + 14, when, isSmall: true),
    ]
  }

  /// A text that fits beside the line; the title of the bar has the whole of it.
  private func shortened(_ words: String) -> String {
    guard DisplayWidth.of(words) > labelColumns else { return words }
    var short = ""
    for character in words where DisplayWidth.of(short + String(character)) < labelColumns {
      short.append(character)
    }
    return short + "…"
  }

  private func folded(_ words: String) -> [String] {
    ProseLayout(width: lineColumns, painter: Painter(isColoured: false)).text([words])
      .split(separator: "\n").map(String.init)
  }

  private func label(_ step: PlanStep) -> String {
    "[\(wording("state.\(step.state.rawValue)"))] \(wording.note(step.title))"
  }

  /// A thin line at the beginning of every year.
  private func years(_ days: ClosedRange<Int>, rows: Int) -> [String] {
    let first = CalendarDay(daysSinceEpoch: days.lowerBound).year
    let last = CalendarDay(daysSinceEpoch: days.upperBound).year
    return (first...last).flatMap { year -> [String] in
      guard let day = CalendarDay(year: year, month: 1, day: 1),
        days.contains(day.daysSinceEpoch)
      else { return [] }
      return [
        "<line x1=\"\(x(day, days))\" y1=\"36\" x2=\"\(x(day, days))\" y2=\"\(top + rows * rowHeight)\" stroke=\"#ccc\"/>",
        text(x(day, days) + 3, 46, "\(year)", isSmall: true),
      ]
    }
  }

  private func bar(at day: CalendarDay, _ days: ClosedRange<Int>, rows: Int) -> [String] {
    [
      "<line x1=\"\(x(day, days))\" y1=\"36\" x2=\"\(x(day, days))\" y2=\"\(top + rows * rowHeight)\" stroke=\"#b33\" stroke-dasharray=\"4 3\"/>",
      text(x(day, days) + 3, top + rows * rowHeight - 2, wording("today", day), isSmall: true),
    ]
  }

  private func x(_ day: CalendarDay, _ days: ClosedRange<Int>) -> Int {
    labelWidth + room * (day.daysSinceEpoch - days.lowerBound)
      / max(1, days.upperBound - days.lowerBound)
  }

  private func text(_ x: Int, _ y: Int, _ words: String, isSmall: Bool = false) -> String {
    "<text x=\"\(x)\" y=\"\(y)\"\(isSmall ? " font-size=\"11\" fill=\"#444\"" : "")>\(escaped(words))</text>"
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
