import Presentation
import QueryEngine
import RecruitmentModel

/// The dated events of some programs, in the order of their days.
struct TimeLine: Sendable {
  /// What happens.
  enum Sort: String, Sendable, CaseIterable {
    case window
    case closes
    case selection
    case result
    case starts
    case examination
  }

  struct Event: Sendable {
    let sort: Sort
    /// The days as they are stated, in words.
    let text: String
    /// The first day; of a window whose beginning is not stated, its last one.
    let first: CalendarDay
    /// The last day; nil where it is not known when a window ends.
    let last: CalendarDay?
    /// Whether the days are known; of a month alone they are its first and its last.
    let isExact: Bool
    /// Who says so.
    let basis: Basis
  }

  /// A date that stands at no place of the line, since it names no year.
  struct Undated: Sendable {
    let sort: Sort
    /// The date as it is stated, in words.
    let text: String
    /// Who says so.
    let basis: Basis
  }

  struct Row: Sendable {
    let program: Program
    var events: [Event] = []
    var undated: [Undated] = []
  }

  let rows: [Row]

  /// Collects the dates of programs.
  init(_ programs: [Program], _ text: FactText) {
    rows = programs.map { program in
      let facts = program.facts
      var row = Row(program: program)
      if let fact = facts.application {
        for window in fact.value.windows { row.add(window, text, fact.basis) }
      }
      if let fact = facts.selection {
        for step in fact.value.steps { row.add(.selection, step.date, nil, text, fact.basis) }
        row.add(.result, fact.value.result, nil, text, fact.basis)
      }
      if let fact = facts.training { row.add(.starts, fact.value.starts, nil, text, fact.basis) }
      if let fact = facts.examDate {
        for day in fact.value {
          row.add(
            .examination, day.starts, day.ends, text, fact.basis, text.examinationDay(day))
        }
      }
      return row
    }
  }

  /// The rows that have a day.
  var dated: [Row] { rows.filter { !$0.events.isEmpty } }
}

extension TimeLine.Row {
  fileprivate mutating func add(_ window: ApplicationWindow, _ text: FactText, _ basis: Basis) {
    let words = text.window(window)
    let opens = window.opens?.earliest
    guard let closes = text.closing(of: window) else {
      if let opens {
        events.append(
          .init(
            sort: .window, text: words, first: opens, last: nil, isExact: false, basis: basis))
      } else if window.opens != nil {
        undated.append(.init(sort: .window, text: words, basis: basis))
      }
      return
    }
    guard let closing = window.closingDays else {
      undated.append(
        window.opens == nil
          ? .init(sort: .closes, text: closes, basis: basis)
          : .init(sort: .window, text: words, basis: basis))
      return
    }
    let isClosingKnown = window.closes?.day != nil
    guard let opens, opens <= closing.upperBound else {
      events.append(
        .init(
          sort: .closes, text: closes, first: closing.lowerBound, last: closing.upperBound,
          isExact: isClosingKnown, basis: basis))
      return
    }
    events.append(
      .init(
        sort: .window, text: words, first: opens, last: closing.upperBound,
        isExact: isClosingKnown && window.opens?.day != nil, basis: basis))
  }

  fileprivate mutating func add(
    _ sort: TimeLine.Sort, _ date: PartialDate?, _ end: PartialDate?, _ text: FactText,
    _ basis: Basis, _ words: String? = nil
  ) {
    guard let date else { return }
    let words = words ?? text.date(date)
    guard let first = date.earliest, let last = end == nil ? date.latest : end?.latest else {
      undated.append(.init(sort: sort, text: words, basis: basis))
      return
    }
    let isExact = date.day != nil && (end == nil || end?.day != nil)
    events.append(
      .init(sort: sort, text: words, first: first, last: last, isExact: isExact, basis: basis))
  }
}
