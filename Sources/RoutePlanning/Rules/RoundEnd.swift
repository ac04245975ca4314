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
    } else if let day = Self.probableEnd(program, round, examination), day < today {
      self.init(day, Reason("over.probably", "\(day)"))
    } else {
      self.init(nil, nil)
    }
  }

  /// The last day of a round that nobody has announced, if it is as the known one.
  private static func probableEnd(
    _ program: Program, _ round: ExaminationRound, _ examination: PreliminaryExamination
  ) -> CalendarDay? {
    guard round.forecastFrom != nil else { return nil }
    if let day = round.closes ?? round.days?.upperBound { return day }
    let known = ExaminationRound(program.facts)
    guard ExaminationSeries(program) == .preliminary, let year = round.year,
      let held = known.examinationYear
    else { return nil }
    let stage = examination.next.flatMap { ExaminationStages(program.facts).days[$0] }
    return (stage ?? known.days)?.upperBound.movedByYears(year - held)
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
