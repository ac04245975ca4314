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
  }

  /// The last day of the examination in a year: stated, or that of the last known year moved; where
  /// nothing is known, the first of November, about which its last stage is held.
  static func lastDay(_ year: Int, _ programs: [Program]) -> CalendarDay? {
    let rounds = ExaminationSeries.preliminary.records(in: programs)
    let record =
      rounds.last { ExaminationRound($0.facts).examinationYear ?? 0 <= year } ?? rounds.first
    let days = record.flatMap { ExaminationRound($0.facts, applicationYear: year).days }
    return days?.upperBound ?? CalendarDay(year: year, month: 11, day: 1)
  }

  /// The day from which applications to hospitals matter: the autumn of the year of the pass.
  var applicationsFrom: CalendarDay {
    guard case .expected(let year, _) = state,
      let autumn = CalendarDay(year: year, month: 8, day: 1)
    else { return today }
    return max(today, autumn)
  }

  /// Whether the result is there when papers are due; nil where it is passed and nothing need be asked.
  func isInTime(for season: ApplicationSeason, application: Application?) -> RuleAnswer? {
    switch state {
    case .passed: return RuleAnswer(.yes, "passed")
    case .unknown: return unsaid
    case .expected(_, let result):
      guard let next = season.coming.first else {
        return application?.rolling == true
          ? RuleAnswer(.yes, "resultRolling") : RuleAnswer(.unknown, "windowUnknown")
      }
      let days = DayText.span(next.closes)
      if next.closes.upperBound < result.lowerBound {
        return RuleAnswer(.unknown, "closesBeforeResult", days, "\(result.lowerBound)")
      }
      // The days of a forecast may move; a quarter of a year they do not.
      let margin = next.isForecast ? Self.daysOfAForecast : 0
      if next.closes.lowerBound > result.upperBound.movedByDays(margin) {
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

/// The examinations of one series, told by how their ids begin.
enum ExaminationSeries: String, CaseIterable {
  case preliminary = "mhlw/preliminary-examination-"
  case national = "mhlw/national-examination-"
  case generalInternist = "jsim/general-internist-"

  /// Its records, the earliest round first.
  func records(in programs: [Program]) -> [Program] {
    programs.filter { $0.id.hasPrefix(rawValue) }.sorted {
      (ExaminationRound($0.facts).examinationYear ?? 0, $0.id)
        < (ExaminationRound($1.facts).examinationYear ?? 0, $1.id)
    }
  }
}
