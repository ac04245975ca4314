import ApplicantProfile
import RecruitmentModel

/// When the years after a certification begin to count.
struct CountedYears {
  private let held: Certification
  private let rule: CountedStart?

  init(_ held: Certification, _ rule: CountedStart?) {
    self.held = held
    self.rule = rule
  }

  /// The first and the last day from which they may count; nil where too little is said.
  ///
  /// “By 31 March of the year before” may mean the year before the pass or the school year before it.
  /// Where the two readings differ, both days are possible.
  var starts: ClosedRange<CalendarDay>? {
    guard let rule else { return held.certified.map { $0.movedByDays(1) }.map { $0...$0 } }
    guard let year = held.year, let certified = held.certified,
      let early = rule.certifiedBy.inYear(year - 1), let late = rule.certifiedBy.inYear(year),
      let from = rule.from.inYear(year)
    else { return nil }
    let after = certified.movedByDays(1)
    if certified <= early { return from...from }
    if certified > late { return after...after }
    return min(after, from)...max(after, from)
  }
}

/// How long a training is.
enum TrainingLength {
  /// The last day of whole years that begin on a day.
  static func yearEnd(from first: CalendarDay, years: Int = 1) -> CalendarDay {
    let next = first.movedByYears(years)
    // A year from 29 February ends on the 28th, which stands for the day that the next one lacks.
    return next.day == first.day ? next.movedByDays(-1) : next
  }

  /// The last day of whole months that begin on a day.
  static func end(from first: CalendarDay, months: Int) -> CalendarDay {
    let rest = first.month - 1 + months % 12
    let year = first.year + months / 12 + rest / 12
    let length = CalendarDay.length(ofMonth: rest % 12 + 1, year: year)
    let next = CalendarDay(year: year, month: rest % 12 + 1, day: min(first.day, length)) ?? first
    return next.day == first.day ? next.movedByDays(-1) : next
  }

  /// The whole months from the first to the last day, both counted.
  static func months(from first: CalendarDay, to last: CalendarDay) -> Int {
    let end = last.movedByDays(1)
    let months = (end.year - first.year) * 12 + end.month - first.month
    return end.day >= first.day ? months : months - 1
  }
}
