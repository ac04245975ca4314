import ApplicantProfile
import QueryEngine
import RecruitmentModel

/// When the preliminary examination is passed as a whole, as far as that can be told.
struct PreliminaryPass {
  /// What is known of the pass.
  enum State: Hashable {
    case passed
    /// The year in which it is expected; the days on which the result may come.
    case expected(year: Int, result: ClosedRange<CalendarDay>)
    case unknown
  }

  let state: State
  /// The first day on which the examination can be over where nobody says when the pass is expected.
  private let earliest: CalendarDay?
  private let examination: PreliminaryExamination
  private let today: CalendarDay

  init(_ profile: Profile, programs: [Program], today: CalendarDay) {
    self.today = today
    let examination = profile.preliminaryExamination.asKnown(on: today)
    self.examination = examination
    if examination.isWhollyPassed == true {
      state = .passed
    } else if let year = examination.expected, year >= today.year,
      let last = CalendarDay(year: year, month: 12, day: 31)
    {
      let first = Self.lastDay(year, programs) ?? last
      // The day of the result is published nowhere that was read: it comes after the last stage.
      state = .expected(year: year, result: first...max(first, last))
    } else {
      state = .unknown
    }
    earliest =
      state == .unknown
      ? Self.lastDay(Self.examinationYear(examination, programs, today), programs) : nil
  }

  /// The last day of the examination in a year: stated, or that of the last known year moved; where
  /// nothing is known, the first of November, about which its last stage is held.
  static func lastDay(_ year: Int, _ programs: [Program]) -> CalendarDay? {
    let days = ExaminationSeries.preliminary.record(for: year, in: programs).flatMap {
      ExaminationRound($0.facts, examinationYear: year).days
    }
    return days?.upperBound ?? CalendarDay(year: year, month: 11, day: 1)
  }

  /// The year in which the rest of the examination is looked for: the expected one, or the first in which
  /// the next stage is not over.
  static func examinationYear(
    _ examination: PreliminaryExamination, _ programs: [Program], _ today: CalendarDay
  ) -> Int {
    guard let stage = examination.next,
      let record = ExaminationSeries.preliminary.record(for: today.year, in: programs),
      let day = ExaminationStages(record.facts).days[stage]?.upperBound,
      let held = ExaminationRound(record.facts).examinationYear
    else { return today.year + 1 }
    return today <= day.movedByYears(today.year - held) ? today.year : today.year + 1
  }

  /// The day from which applications to hospitals matter: the autumn of the year of the pass.
  var applicationsFrom: CalendarDay {
    guard case .expected(let year, _) = state,
      let autumn = CalendarDay(year: year, month: 8, day: 1)
    else { return today }
    return max(today, autumn)
  }

  /// The day before which a window that closes is of an intake before the pass: the year of the pass begins.
  var intakesFrom: CalendarDay {
    guard case .expected(let year, _) = state,
      let first = CalendarDay(year: year, month: 1, day: 1)
    else { return today }
    return max(today, first)
  }

  /// Whether the result is there when papers of some window are due: the window for which that is surest.
  func isInTime(for season: ApplicationSeason, application: Application?) -> RuleAnswer {
    let answers = season.coming.map(isInTime)
    if let sure = answers.first(where: { $0.verdict == .yes }) { return sure }
    if application?.rolling == true, state != .unknown, season.coming.isEmpty {
      return state == .passed ? RuleAnswer(.yes, "passed") : RuleAnswer(.yes, "resultRolling")
    }
    guard let first = answers.first else {
      return switch state {
      case .passed: RuleAnswer(.yes, "passed")
      case .expected: RuleAnswer(.unknown, "windowUnknown")
      case .unknown: unsaid
      }
    }
    // A window that closes for sure before the result says less than one that may be after it.
    return answers.first { $0.reasons.allSatisfy { $0.key != "closesBeforeResult" } } ?? first
  }

  /// Whether the result is there when papers of one window are due.
  func isInTime(for window: ClosingTime) -> RuleAnswer {
    let days = DayText.span(window.closes)
    switch state {
    case .passed: return RuleAnswer(.yes, "passed")
    case .unknown:
      // Nobody says when the pass comes; before the examination can be over it does not.
      guard let earliest, window.closes.upperBound < earliest else { return unsaid }
      return RuleAnswer(.unknown, "closesBeforeResult", days, "\(earliest)")
    case .expected(_, let result):
      if window.closes.upperBound < result.lowerBound {
        return RuleAnswer(.unknown, "closesBeforeResult", days, "\(result.lowerBound)")
      }
      // The days of a forecast may move; a quarter of a year they do not.
      let margin = window.isForecast ? Self.daysOfAForecast : 0
      if window.closes.lowerBound > result.upperBound.movedByDays(margin) {
        return RuleAnswer(.yes, "resultBefore", days)
      }
      return RuleAnswer(.unknown, "resultAbout", days, "\(result.lowerBound)")
    }
  }

  private static let daysOfAForecast = 90

  /// What is lacking to know when the pass comes.
  private var unsaid: RuleAnswer {
    if examination.passed == nil, examination.expected == nil {
      return RuleAnswer(.unknown, "notSaid", "preliminaryExamination")
    }
    return examination.expected.map { RuleAnswer(.unknown, "expectedPast", "\($0)") }
      ?? RuleAnswer(.unknown, "notSaid", "preliminaryExamination.expected")
  }
}
