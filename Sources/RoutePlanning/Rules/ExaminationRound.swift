public import RecruitmentModel

/// One round of an examination: the dates of its record, or those dates moved to another year as a
/// forecast.
public struct ExaminationRound: Hashable, Sendable {
  /// The year in which one applies.
  public let applicationYear: Int?
  /// The first day on which papers are taken.
  public let opens: CalendarDay?
  /// The last day on which papers are taken.
  public let closes: CalendarDay?
  /// The first and the last day of the examination.
  public let days: ClosedRange<CalendarDay>?
  /// The day of the result.
  public let result: CalendarDay?
  /// The year whose dates these are a forecast from; nil where they are the record's own.
  public let forecastFrom: Int?

  /// The round of a record.
  ///
  /// - Parameters:
  ///   - facts: What is known of the examination.
  ///   - year: The year of application; nil for the record's own. For another year all dates are moved
  ///     by whole years, and are a forecast.
  public init(_ facts: Facts, applicationYear year: Int? = nil) {
    let window = facts.application?.value.windows.last
    let opens = window?.opens?.earliest
    let closes = window?.closes?.latest
    let dates = facts.examDate?.value ?? []
    let first = dates.compactMap(\.starts.earliest).min()
    let last = dates.compactMap { ($0.ends ?? $0.starts).latest }.max()
    let own = closes?.year ?? opens?.year ?? facts.intake?.value.year ?? first?.year
    let shift = (year ?? own).flatMap { year in own.map { year - $0 } } ?? 0
    applicationYear = year ?? own
    self.opens = opens?.movedByYears(shift)
    self.closes = closes?.movedByYears(shift)
    if let first = first?.movedByYears(shift), let last = last?.movedByYears(shift), first <= last {
      days = first...last
    } else {
      days = nil
    }
    result = facts.selection?.value.result?.latest?.movedByYears(shift)
    forecastFrom = shift == 0 ? nil : own
  }

  /// The last day that counts where it has passed.
  ///
  /// That is the last for papers, or that of the examination where nobody says when papers are due; nil while the
  /// round is still to come, or nothing is known of it. Days that are moved from another year are nobody's word
  /// that a round is over.
  public func over(on today: CalendarDay) -> CalendarDay? {
    guard forecastFrom == nil else { return nil }
    return (closes ?? days?.upperBound).flatMap { $0 < today ? $0 : nil }
  }

  /// The year of the examination itself.
  public var examinationYear: Int? { days?.lowerBound.year }
}

extension CalendarDay {
  /// The same day some years later; 29 February becomes the 28th where there is none.
  public func movedByYears(_ years: Int) -> CalendarDay {
    CalendarDay(year: year + years, month: month, day: day)
      ?? CalendarDay(year: year + years, month: month, day: 28) ?? self
  }

  /// A day some days later, or earlier.
  public func movedByDays(_ days: Int) -> CalendarDay {
    CalendarDay(daysSinceEpoch: daysSinceEpoch + days)
  }
}
