package import RecruitmentModel

/// Something of a program that has a day, or a span of days in one of which it falls.
package struct DatedEvent: Sendable {
  /// What happens.
  package enum Matter: String, Sendable, CaseIterable {
    case opens
    case closes
    case selection
    case result
    case starts
    case ends
    case examination
  }

  /// What happens.
  package let matter: Matter
  /// Its place among the events of its kind that the program has, from 0.
  package let number: Int
  /// The first and the last day; one day only if that day is certain to be meant.
  package let days: ClosedRange<CalendarDay>
  /// Whether it takes all these days, or falls on one of them that is not known.
  package let isDayKnown: Bool
  /// The date as it is stated.
  package let date: PartialDate
  /// The third of the month, where that is stated in place of a day.
  package let part: ApplicationWindow.Part?
  /// The hour, as `17:00`.
  package let time: String?
  /// What is said beside the date: the rule of a deadline, the way of choosing, the part of an examination.
  package let detail: Detail?
  /// The fact that it stands in.
  package let fact: FactName

  /// What is said beside a date.
  package enum Detail: Sendable {
    case rule(ApplicationWindow.Rule)
    case method(Selection.Method)
    case part(String)
  }
}

/// A date of a program that cannot be put on a calendar: its year, or all but its year, is not known.
package struct UndatedEvent: Sendable {
  /// What happens.
  package let matter: DatedEvent.Matter
  /// The date as it is stated.
  package let date: PartialDate
  /// The third of the month.
  package let part: ApplicationWindow.Part?
  /// The fact that it stands in.
  package let fact: FactName
}
