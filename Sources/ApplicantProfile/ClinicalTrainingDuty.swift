public import RecruitmentModel

/// Whether somebody owes the two years of initial clinical training.
///
/// It has been a duty since 1 April 2004; who was licensed before owes none. A profile knows the day of the
/// pass, not that of the licence.
public enum ClinicalTrainingDuty: Sendable {
  /// Who passes from that day on owes it.
  case owed
  /// The pass is of a time before it was a duty.
  case none
  /// The pass may be of either time, or the licence may have come after it.
  case unknown

  /// The first day of the duty.
  public static let firstDay = CalendarDay(year: 2004, month: 4, day: 1)

  /// The duty of who passed the national examination then, or has still to pass it.
  public init(passed date: PartialDate?) {
    guard let date, let first = date.earliest, let last = date.latest, let day = Self.firstDay,
      first < day
    else {
      self = .owed
      return
    }
    // Who passed just before it began may have been licensed just after.
    self = last < day && last.year < day.year ? .none : .unknown
  }
}
