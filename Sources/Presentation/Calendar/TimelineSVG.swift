import RecruitmentModel

/// Draws a line of time as SVG: one file that needs nothing else, with the words of each mark in its title.
package struct TimelineSVG: Sendable {
  private let facts: FactText
  private let events: EventText
  private var wording: Wording { facts.wording }

  private static let nameWidth = 260
  private static let lineWidth = 720
  private static let rowHeight = 28
  private static let headHeight = 56
  private static let footHeight = 44

  /// Makes a drawer.
  package init(_ wording: Wording) {
    facts = FactText(wording)
    events = EventText(facts)
  }

  /// The drawing.
  package func text(_ timeline: Timeline) -> String {
    let width = Self.nameWidth + Self.lineWidth + 20
    let height = Self.headHeight + timeline.rows.count * Self.rowHeight + Self.footHeight
    let title = HTMLText.escaped(wording("ical.name"))
    let rows = timeline.rows.enumerated().map { row($0.element, at: $0.offset, timeline) }
    // Blanks in a row are one in a drawing.
    let legend = HTMLText.escaped(wording("calendar.legend").replacing("  ", with: " · "))
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" role="img" aria-label="\(title)" font-family="sans-serif" font-size="13">
      <title>\(title)</title>
      <rect width="\(width)" height="\(height)" fill="#ffffff"/>
      \(grid(timeline, height))\(rows.joined())\
      <text x="12" y="\(height - 16)" fill="#555555">\(legend)</text>
      </svg>

      """
  }

  private func x(_ day: CalendarDay, _ timeline: Timeline) -> Int? {
    timeline.place(of: day, in: Self.lineWidth).map { Self.nameWidth + $0 }
  }

  private func grid(_ timeline: Timeline, _ height: Int) -> String {
    var svg = ""
    let bottom = height - Self.footHeight
    for month in timeline.months {
      guard let x = x(month, timeline) else { continue }
      if month.month == 1 || month == timeline.days.lowerBound {
        svg += "<text x=\"\(x)\" y=\"20\" font-weight=\"bold\">\(month.year)</text>\n"
      }
      svg += "<text x=\"\(x)\" y=\"40\" fill=\"#555555\">\(month.month)</text>\n"
      svg += Self.vertical(x, to: bottom, "#dddddd")
    }
    if let x = x(timeline.today, timeline) { svg += Self.vertical(x, to: bottom, "#1f6feb") }
    return svg
  }

  private static func vertical(_ x: Int, to bottom: Int, _ colour: String) -> String {
    "<line x1=\"\(x)\" y1=\"46\" x2=\"\(x)\" y2=\"\(bottom)\" stroke=\"\(colour)\"/>\n"
  }

  private func row(_ row: Timeline.Row, at place: Int, _ timeline: Timeline) -> String {
    let middle = Self.headHeight + place * Self.rowHeight + Self.rowHeight / 2
    var svg =
      "<text x=\"12\" y=\"\(middle + 4)\">\(HTMLText.escaped(shortened(row.name)))</text>\n"
    for round in timeline.rounds(of: row) {
      let first = max(round.lowerBound, timeline.days.lowerBound)
      guard let from = x(first, timeline), let to = x(round.upperBound, timeline) else { continue }
      svg +=
        "<rect x=\"\(from)\" y=\"\(middle - 5)\" width=\"\(max(2, to - from))\" height=\"10\" "
        + "fill=\"#9be9a8\"/>\n"
    }
    for event in row.events.sorted(by: { $0.matter.weight < $1.matter.weight }) {
      svg += mark(event, row, middle, timeline)
    }
    return svg
  }

  private func mark(
    _ event: DatedEvent, _ row: Timeline.Row, _ middle: Int, _ timeline: Timeline
  ) -> String {
    guard let from = x(max(event.days.lowerBound, timeline.days.lowerBound), timeline),
      event.days.upperBound >= timeline.days.lowerBound
    else { return "" }
    let basis = row.bases[event.fact] ?? .derived
    let words =
      "\(row.name): \(facts.mark(basis))\(events.matter(event)) \(events.when(event)) "
      + "(\(wording("basis.\(basis.rawValue)")))"
    let title = "<title>\(HTMLText.escaped(words))</title>"
    if !event.isDayKnown, let to = x(event.days.upperBound, timeline) {
      return "<g>\(title)<rect x=\"\(from)\" y=\"\(middle - 7)\" width=\"\(max(4, to - from))\" "
        + "height=\"14\" fill=\"none\" stroke=\"#b3261e\" stroke-dasharray=\"3 3\"/>"
        + "<text x=\"\(from + 3)\" y=\"\(middle + 4)\" font-size=\"11\">\(event.matter.mark)?</text></g>\n"
    }
    let colour = event.matter == .closes ? "#b3261e" : "#24292f"
    return "<g>\(title)<circle cx=\"\(from)\" cy=\"\(middle)\" r=\"8\" fill=\"#ffffff\" "
      + "stroke=\"\(colour)\"/><text x=\"\(from)\" y=\"\(middle + 4)\" text-anchor=\"middle\" "
      + "font-size=\"11\" fill=\"\(colour)\">\(event.matter.mark)</text></g>\n"
  }

  /// A name that fits beside the line.
  private func shortened(_ name: String) -> String {
    let lines = TextFitting.lines(of: name, width: 34)
    return (lines.first ?? "") + (lines.count > 1 ? "…" : "")
  }
}
