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
  public private(set) var forecastFrom: Int?

  /// The round of a record.
  ///
  /// - Parameters:
  ///   - facts: What is known of the examination.
  ///   - year: The year of application; nil for the record's own. For another year all dates are moved
  ///     by whole years, and are a forecast. Where nobody says when papers are taken, the days of another
  ///     year of application are not known.
  public init(_ facts: Facts, applicationYear year: Int? = nil) {
    let dates = Dates(facts)
    guard let year, dates.applicationYear != year else {
      self.init(dates, movedBy: 0)
      return
    }
    if let own = dates.applicationYear {
      self.init(dates, movedBy: year - own)
    } else {
      self.init(applicationYear: year, forecastFrom: dates.examinationYear)
    }
  }

  /// The round whose examination is held in a year: the record's own, or a forecast.
  public init(_ facts: Facts, examinationYear year: Int) {
    let dates = Dates(facts)
    self.init(dates, movedBy: dates.examinationYear.map { year - $0 } ?? 0)
  }

  /// What a record states.
  private struct Dates {
    let opens: CalendarDay?
    let closes: CalendarDay?
    let first: CalendarDay?
    let last: CalendarDay?
    let result: CalendarDay?

    init(_ facts: Facts) {
      let window = facts.application?.value.windows.last
      opens = window?.opens?.earliest
      closes = window?.closes?.latest
      let days = facts.examDate?.value ?? []
      first = days.compactMap(\.starts.earliest).min()
      last = days.compactMap { ($0.ends ?? $0.starts).latest }.max()
      result = facts.selection?.value.result?.latest
    }

    /// The year in which papers are taken; the days of the examination do not tell it, since one of February
    /// is applied for in the year before.
    var applicationYear: Int? { closes?.year ?? opens?.year }
    /// The year in which it is held, which is what tells one round from another.
    var examinationYear: Int? { first?.year }
  }

  private init(_ dates: Dates, movedBy shift: Int) {
    opens = dates.opens?.movedByYears(shift)
    closes = dates.closes?.movedByYears(shift)
    if let first = dates.first?.movedByYears(shift), let last = dates.last?.movedByYears(shift),
      first <= last
    {
      days = first...last
    } else {
      days = nil
    }
    result = dates.result?.movedByYears(shift)
    applicationYear = dates.applicationYear.map { $0 + shift }
    forecastFrom = shift == 0 ? nil : dates.applicationYear ?? dates.examinationYear
  }

  /// A round of which nothing but the year is known.
  private init(applicationYear: Int, forecastFrom: Int?) {
    self.applicationYear = applicationYear
    self.forecastFrom = forecastFrom
    (opens, closes, days, result) = (nil, nil, nil, nil)
  }

  /// The same round by rules that were stated for another year.
  func byRules(of year: Int?) -> ExaminationRound {
    var round = self
    round.forecastFrom = forecastFrom ?? year
    return round
  }

  /// The year by which people call it: that of application, or that in which it is held.
  public var year: Int? { applicationYear ?? examinationYear }

  /// The last day that counts where it has passed.
  ///
  /// That is the last for papers, or that of the examination where nobody says when papers are due; nil while the
  /// round is still to come, or nothing is known of it. Days that are moved from another year are nobody's word
  /// that a round is over.
  public func over(on today: CalendarDay) -> CalendarDay? {
    guard forecastFrom == nil else { return nil }
    return (closes ?? days?.upperBound).flatMap { $0 < today ? $0 : nil }
  }

  /// Whether its parts lie months apart, each for those who passed the one before.
  var isOfStages: Bool {
    days.map { $0.upperBound.daysSinceEpoch - $0.lowerBound.daysSinceEpoch > 31 } ?? false
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
