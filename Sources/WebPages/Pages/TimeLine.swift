import QueryEngine
import RecruitmentModel

/// The dated events of some programs, in the order of their days.
struct TimeLine: Sendable {
  /// What happens.
  enum Sort: String, Sendable {
    case window
    case closes
    case selection
    case result
    case examination
    case starts
  }

  struct Event: Sendable {
    let sort: Sort
    /// The first day; of a window whose beginning is not stated, its last one.
    let first: CalendarDay
    let last: CalendarDay
    /// Whether the days are exact; of a month alone they are its first and its last.
    let isExact: Bool
  }

  struct Row: Sendable {
    let program: Program
    var events: [Event]
    /// Dates that name no year, in words.
    var unsure: [String]
  }

  let rows: [Row]

  /// Collects the dates of programs.
  init(_ programs: [Program], text: (PartialDate, ApplicationWindow.Part?) -> String) {
    rows = programs.map { program in
      var row = Row(program: program, events: [], unsure: [])
      for window in program.facts.application?.value.windows ?? [] { row.add(window, text) }
      for step in program.facts.selection?.value.steps ?? [] {
        if let date = step.date { row.add(.selection, date, nil, text) }
      }
      if let date = program.facts.selection?.value.result { row.add(.result, date, nil, text) }
      if let date = program.facts.training?.value.starts { row.add(.starts, date, nil, text) }
      for day in program.facts.examDate?.value ?? [] {
        row.add(.examination, day.starts, day.ends, text)
      }
      return row
    }
  }

  /// The rows that have something to draw.
  var drawn: [Row] { rows.filter { !$0.events.isEmpty } }
}

extension TimeLine.Row {
  fileprivate mutating func add(
    _ window: ApplicationWindow, _ text: (PartialDate, ApplicationWindow.Part?) -> String
  ) {
    guard let closes = window.closes else {
      if let opens = window.opens { add(.window, opens, nil, text) }
      return
    }
    guard let closing = window.closingDays else {
      unsure.append(text(closes, window.part))
      return
    }
    guard let opens = window.opens?.earliest, opens <= closing.upperBound else {
      let isExact = closes.day != nil
      events.append(
        .init(sort: .closes, first: closing.lowerBound, last: closing.upperBound, isExact: isExact))
      return
    }
    let isExact = closes.day != nil && window.opens?.day != nil
    events.append(.init(sort: .window, first: opens, last: closing.upperBound, isExact: isExact))
  }

  fileprivate mutating func add(
    _ sort: TimeLine.Sort, _ date: PartialDate, _ end: PartialDate?,
    _ text: (PartialDate, ApplicationWindow.Part?) -> String
  ) {
    guard let first = date.earliest, let last = end?.latest ?? date.latest else {
      unsure.append(text(date, nil))
      return
    }
    events.append(.init(sort: sort, first: first, last: last, isExact: date.day != nil))
  }
}
