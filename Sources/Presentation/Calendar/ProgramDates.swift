package import RecruitmentModel

/// All dates of a program: those that can be put on a calendar, and those that cannot.
package struct ProgramDates: Sendable {
  /// The dates with a year and at least a month, by time.
  package private(set) var events: [DatedEvent] = []
  /// The other ones, in the order of the record.
  package private(set) var undated: [UndatedEvent] = []

  /// The facts that have dates.
  package static let facts: [FactName] = [.application, .selection, .training, .examDate]

  /// Reads the dates of a program.
  package init(_ program: Program) {
    let facts = program.facts
    for (number, window) in (facts.application?.value.windows ?? []).enumerated() {
      add(.opens, number, window.opens, .application)
      add(
        .closes, number, window.closes, .application, part: window.part, time: window.time,
        detail: window.rule.map { .rule($0) })
    }
    for (number, step) in (facts.selection?.value.steps ?? []).enumerated() {
      add(.selection, number, step.date, .selection, detail: .method(step.method))
    }
    add(.result, 0, facts.selection?.value.result, .selection)
    add(.starts, 0, facts.training?.value.starts, .training)
    add(.ends, 0, facts.training?.value.ends, .training)
    for (number, day) in (facts.examDate?.value ?? []).enumerated() {
      add(
        .examination, number, day.starts, .examDate, to: day.ends,
        detail: day.part.map { .part($0) })
    }
    events.sort { ($0.days.lowerBound, $0.matter.order) < ($1.days.lowerBound, $1.matter.order) }
  }

  private mutating func add(
    _ matter: DatedEvent.Matter, _ number: Int, _ date: PartialDate?, _ fact: FactName,
    to end: PartialDate? = nil, part: ApplicationWindow.Part? = nil, time: String? = nil,
    detail: DatedEvent.Detail? = nil
  ) {
    guard let date else { return }
    let window = ApplicationWindow(closes: date, part: part)
    guard date.month != nil, let days = window.closingDays,
      let last = end == nil ? days.upperBound : end?.latest,
      last >= days.lowerBound
    else {
      undated.append(UndatedEvent(matter: matter, date: date, part: part, fact: fact))
      return
    }
    let isKnown = date.calendarDay != nil && (end == nil || end?.calendarDay != nil)
    events.append(
      DatedEvent(
        matter: matter, number: number, days: days.lowerBound...last, isDayKnown: isKnown,
        date: date,
        part: part, time: date.calendarDay == nil ? nil : time, detail: detail, fact: fact))
  }
}

extension DatedEvent.Matter {
  /// The place in which events of one day are told.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
