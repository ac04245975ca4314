public import RecruitmentModel

/// One round of an examination: the dates of its record, or those dates moved to another year as a
/// forecast.
public struct ExaminationRound: Hashable, Sendable {
  /// The year in which one applies.
  public let applicationYear: Int?
  /// The first day on which papers are taken.
  public let opens: CalendarDay?
  /// The last day on which papers are taken; where it is stated as a month or less, the last that it can be.
  public let closes: CalendarDay?
  /// The days on which papers can be due last: one, or those of the month that is stated.
  let closing: ClosedRange<CalendarDay>?
  /// The first and the last day of the examination.
  public let days: ClosedRange<CalendarDay>?
  /// Whether the days of the examination are stated as days, not as months.
  let isOfDays: Bool
  /// The day of the result; where it is stated as a month or less, the last that it can be.
  public let result: CalendarDay?
  /// The days on which the result can come.
  let resulting: ClosedRange<CalendarDay>?
  /// By how many years the days of the record are moved.
  let shift: Int
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
    let closing: ClosedRange<CalendarDay>?
    let first: CalendarDay?
    let last: CalendarDay?
    let isOfDays: Bool
    let resulting: ClosedRange<CalendarDay>?

    init(_ facts: Facts) {
      let window = facts.application?.value.lastWindow
      opens = window?.opens?.earliest
      closing = window?.closingDays
      let days = facts.examDate?.value ?? []
      isOfDays = days.allSatisfy { $0.starts.day != nil && ($0.ends ?? $0.starts).day != nil }
      first = days.compactMap(\.starts.earliest).min()
      last = days.compactMap { ($0.ends ?? $0.starts).latest }.max()
      let date = facts.selection?.value.result
      resulting = date?.earliest.flatMap { first in date?.latest.map { first...$0 } }
    }

    /// The year in which papers are taken; the days of the examination do not tell it, since one of February
    /// is applied for in the year before.
    var applicationYear: Int? { closing?.upperBound.year ?? opens?.year }
    /// The year in which it is held, which is what tells one round from another.
    var examinationYear: Int? { first?.year }
  }

  private init(_ dates: Dates, movedBy shift: Int) {
    opens = dates.opens?.movedByYears(shift)
    closing = dates.closing?.movedByYears(shift)
    closes = closing?.upperBound
    isOfDays = dates.isOfDays
    self.shift = shift
    if let first = dates.first?.movedByYears(shift), let last = dates.last?.movedByYears(shift),
      first <= last
    {
      days = first...last
    } else {
      days = nil
    }
    resulting = dates.resulting?.movedByYears(shift)
    result = resulting?.upperBound
    applicationYear = dates.applicationYear.map { $0 + shift }
    forecastFrom = shift == 0 ? nil : dates.applicationYear ?? dates.examinationYear
  }

  /// A round of which nothing but the year is known.
  private init(applicationYear: Int, forecastFrom: Int?) {
    self.applicationYear = applicationYear
    self.forecastFrom = forecastFrom
    (opens, closes, closing, days, result, resulting) = (nil, nil, nil, nil, nil, nil)
    (isOfDays, shift) = (true, 0)
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

extension ClosedRange<CalendarDay> {
  /// The same days some years later.
  func movedByYears(_ years: Int) -> ClosedRange<CalendarDay> {
    lowerBound.movedByYears(years)...upperBound.movedByYears(years)
  }
}

extension Application {
  /// The window that closes last, in whatever order they are listed.
  var lastWindow: ApplicationWindow? {
    func key(_ window: ApplicationWindow) -> Int {
      window.closingDays?.upperBound.daysSinceEpoch ?? .min
    }
    // Of two that close on one day, or of which no day is known, the one that is listed last.
    return windows.reduce(nil) { last, window in
      last.map { key($0) > key(window) ? $0 : window } ?? window
    }
  }
}
