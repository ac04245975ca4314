import ApplicantProfile
import QueryEngine
import RecruitmentModel

/// Whether a round of an examination is over for one person.
struct RoundEnd {
  /// The last day that counted; nil while the round is still to come, or where nothing is known of it.
  let day: CalendarDay?
  /// What was over with that day.
  private let reason: Reason?
  /// Whether it is over for this person; else it is for who lacks what was passed on that day.
  let isSure: Bool

  init(
    _ program: Program, _ round: ExaminationRound, _ profile: Profile, _ today: CalendarDay
  ) {
    let examination = profile.preliminaryExamination.asKnown(on: today)
    if let day = round.over(on: today) {
      let key = round.closes == nil ? "over.examination" : "over.papers"
      self.init(day, Reason(key, "\(day)"), isSure: true)
    } else if let year = round.year, year < today.year, round.forecastFrom != nil,
      let day = CalendarDay(year: year, month: 12, day: 31)
    {
      self.init(day, Reason("over.year", "\(day)"), isSure: true)
    } else if round.closes == nil, round.forecastFrom == nil,
      ExaminationSeries(program) == .preliminary, let next = examination.next,
      let day = ExaminationStages(program.facts).days[next]?.upperBound, day < today
    {
      // Who does not say what was passed may have passed the stage that was held.
      self.init(
        day, Reason("over.stage", "\(day)", next.rawValue), isSure: examination.passed != nil)
    } else {
      self.init(nil, nil)
    }
  }

  private init(_ day: CalendarDay?, _ reason: Reason?, isSure: Bool = false) {
    (self.day, self.reason, self.isSure) = (day, reason, isSure)
  }

  /// Whether the person may still sit the round of which the rules say something.
  func answer(_ byRules: RuleAnswer) -> RuleAnswer {
    guard let reason else { return byRules }
    if isSure { return RuleAnswer(.no, [reason]) }
    return byRules.verdict == .no ? byRules : RuleAnswer(.unknown, [reason] + byRules.reasons)
  }
}
