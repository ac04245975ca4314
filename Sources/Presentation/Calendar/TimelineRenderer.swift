import RecruitmentModel

/// Shows a line of time on a terminal: a row a program, then what comes, day by day.
package struct TimelineRenderer: Sendable {
  private let facts: FactText
  private let events: EventText
  private let painter: Painter
  private let width: Int
  private var wording: Wording { facts.wording }

  /// The names of programs get at most this share of the width.
  private static let nameShare = 3
  private static let gap = 2

  /// Makes a renderer for a terminal's width.
  package init(_ wording: Wording, width: Int, painter: Painter) {
    facts = FactText(wording)
    events = EventText(facts)
    self.width = width
    self.painter = painter
  }

  /// The line of time, the days that come, and what has no day.
  package func text(_ timeline: Timeline) -> String {
    var lines: [String] = []
    if timeline.rows.isEmpty {
      lines += folded([StyledLine(wording("calendar.nothing", timeline.today))])
    } else {
      lines += chart(timeline) + [""] + list(timeline) + [""]
      lines += folded([StyledLine(wording("calendar.legend"), .dim)])
    }
    lines += folded(below(timeline))
    return lines.joined(separator: "\n") + "\n"
  }

  private func folded(_ lines: [StyledLine]) -> [String] {
    lines.flatMap { $0.lines(width: width, painter) }
  }

  // MARK: The line

  private func chart(_ timeline: Timeline) -> [String] {
    let longest = timeline.rows.map { painter.measure.of($0.name) }.max() ?? 0
    let names = min(longest, max(10, width / Self.nameShare))
    let length = max(12, width - names - Self.gap)
    let margin = String(repeating: " ", count: names + Self.gap)
    let head = [years(timeline, length), months(timeline, length)].map { margin + $0 }
    return head.map { painter.paint($0.trimmedEnd, .dim) }
      + timeline.rows.map { row in
        let name = TextFitting.lines(of: row.name, width: names, painter.measure).first ?? ""
        return painter.paint(name, .bold)
          + String(repeating: " ", count: max(0, names + Self.gap - painter.measure.of(name)))
          + line(row, timeline, length)
      }
  }

  /// The years above the months with which they begin.
  private func years(_ timeline: Timeline, _ length: Int) -> String {
    labels(timeline, length) { $0.month == 1 || $0 == timeline.days.lowerBound ? "\($0.year)" : "" }
  }

  private func months(_ timeline: Timeline, _ length: Int) -> String {
    labels(timeline, length) { "\($0.month)" }
  }

  private func labels(
    _ timeline: Timeline, _ length: Int, _ label: (CalendarDay) -> String
  ) -> String {
    var line = Array(repeating: Character(" "), count: length)
    var free = 0
    for month in timeline.months {
      guard let place = timeline.place(of: month, in: length), place >= free else { continue }
      let text = label(month)
      guard !text.isEmpty, place + text.count <= length else { continue }
      line.replaceSubrange(place..<place + text.count, with: Array(text))
      free = place + text.count + 1
    }
    return String(line)
  }

  private func line(_ row: Timeline.Row, _ timeline: Timeline, _ length: Int) -> String {
    var cells = [(Character, Style)](repeating: (" ", .plain), count: length)
    if let today = timeline.place(of: timeline.today, in: length) { cells[today] = ("|", .dim) }
    for round in timeline.rounds(of: row) {
      let from = timeline.place(of: max(round.lowerBound, timeline.days.lowerBound), in: length)
      guard let from, let to = timeline.place(of: round.upperBound, in: length) else { continue }
      for place in from...max(from, to) { cells[place] = ("=", .good) }
    }
    // What matters more is drawn later.
    for event in row.events.sorted(by: { $0.matter.weight < $1.matter.weight }) {
      let first = max(event.days.lowerBound, timeline.days.lowerBound)
      guard let from = timeline.place(of: first, in: length),
        event.days.upperBound >= timeline.days.lowerBound
      else { continue }
      if !event.isDayKnown, let to = timeline.place(of: event.days.upperBound, in: length) {
        for place in from...max(from, to) { cells[place] = ("?", .dim) }
      }
      if event.days.lowerBound >= timeline.days.lowerBound {
        cells[from] = (event.matter.mark, event.matter == .closes ? .bad : .bold)
      }
    }
    return cells.map { painter.paint(String($0.0), $0.1) }.joined().trimmedEnd
  }

  // MARK: The days

  private func list(_ timeline: Timeline) -> [String] {
    let coming = timeline.rows.flatMap { row in
      row.events.filter { $0.days.upperBound >= timeline.today }.map { (row, $0) }
    }.sorted {
      ($0.1.days.lowerBound, $0.1.matter.order, $0.0.id)
        < ($1.1.days.lowerBound, $1.1.matter.order, $1.0.id)
    }
    let rows = coming.map { row, event -> [TextTable.Cell] in
      let basis = row.bases[event.fact] ?? .derived
      return [
        .init(events.when(event)), .init(distance(event, timeline.today)),
        .init(row.name, style: .bold),
        .init(
          "\(event.matter.mark) \(facts.mark(basis))\(events.matter(event))",
          style: event.matter == .closes ? .bad : .plain),
        .init(wording("basis.\(basis.rawValue)")),
      ]
    }
    let columns: [TextTable.Column] = [
      .init(wording("calendar.when"), least: 10), .init(wording("calendar.in"), least: 6),
      .init(wording("calendar.whose"), least: 12, greed: 2),
      .init(wording("calendar.what"), least: 12), .init(wording("column.source"), least: 8),
    ]
    let table = TextTable(columns: columns, rows: rows)
    return table.lines(width: width, painter) ?? table.cards(width: width, painter)
  }

  /// How far off a day is; of a span, its beginning.
  private func distance(_ event: DatedEvent, _ today: CalendarDay) -> String {
    let days = event.days.lowerBound.daysSinceEpoch - today.daysSinceEpoch
    if days < 0 { return wording("calendar.running") }
    return days == 0 ? wording("calendar.today") : wording("calendar.days", days)
  }

  private func below(_ timeline: Timeline) -> [StyledLine] {
    var lines: [StyledLine] = []
    if timeline.hidden > 0 { lines.append(StyledLine(wording("calendar.more", timeline.hidden))) }
    if !timeline.undatedOnly.isEmpty {
      lines.append(StyledLine(wording("calendar.undated"), .bold))
      for row in timeline.undatedOnly {
        let dates = row.undated.map { event in
          facts.mark(row.bases[event.fact] ?? .derived)
            + "\(wording("event.\(event.matter.rawValue)")) \(facts.date(event.date, event.part))"
        }
        lines.append(StyledLine("  \(row.name): \(facts.list(dates))"))
      }
      lines.append(StyledLine(wording("legend.reported"), .dim))
    }
    if timeline.pastOnly > 0 {
      lines.append(StyledLine(wording("calendar.past", timeline.pastOnly)))
    }
    if timeline.withoutDates > 0 {
      lines.append(StyledLine(wording("calendar.unknown", timeline.withoutDates)))
    }
    return lines
  }
}

extension DatedEvent.Matter {
  /// The sign on the line of time.
  var mark: Character {
    switch self {
    case .opens: "["
    case .closes: "]"
    case .selection: "s"
    case .result: "r"
    case .starts: "T"
    case .ends: "t"
    case .examination: "E"
    }
  }

  /// What hides what, where two fall on one place: the greater one is seen.
  var weight: Int {
    switch self {
    case .closes: 6
    case .examination: 5
    case .selection: 4
    case .opens: 3
    case .result: 2
    case .starts: 1
    case .ends: 0
    }
  }
}
