public import ApplicantProfile
import QueryEngine
public import RecruitmentModel

/// What the rules of one examination say of one person.
public struct EligibilityReport: Sendable {
  /// The answer of one rule.
  public struct Line: Sendable {
    /// The id of the rule.
    public let id: String
    /// The rule in words.
    public let text: String
    /// The answer.
    public let answer: RuleAnswer
    /// What proves the rule.
    public let evidence: [Evidence]
  }

  /// The examination.
  public let program: Program
  /// The round that was asked about.
  public let round: ExaminationRound
  /// Whether the person may sit it as of the day: no more once the round is over.
  public let answer: RuleAnswer
  /// What the rules say of the person, whether or not the round is over.
  public let byRules: RuleAnswer
  /// The rules one by one.
  public let lines: [Line]
  /// The last day that counted for this person, where it has passed; nil while the round is still to come.
  public let over: CalendarDay?

  /// Answers all rules of an examination.
  ///
  /// - Parameters:
  ///   - program: The examination.
  ///   - profile: What the person says.
  ///   - year: The year of application; nil for the record's own.
  ///   - today: The day.
  ///   - examinations: All records of examinations; a pass is not believed before the result that they announce.
  /// - Throws: What is wrong with the rules.
  public init(
    _ program: Program, profile: Profile, year: Int? = nil, today: CalendarDay,
    among examinations: [Program] = []
  ) throws(RuleError) {
    let program = Self.round(of: program, in: year, among: examinations)
    let (fact, rulesYear) = Self.rules(of: program, among: examinations)
    let dates = ExaminationRound(program.facts, applicationYear: year)
    let round = dates.byRules(of: rulesYear)
    var evaluator = RuleEvaluator(
      try RuleSet(fact?.value ?? []), profile: profile, round: round, today: today)
    evaluator.awaitsResult = profile.awaitsResult(on: today, among: examinations)
    let end = RoundEnd(program, dates, profile, today)
    self.program = program
    self.round = round
    over = end.isSure ? end.day : nil
    byRules = evaluator.mainAnswer
    answer = end.answer(byRules)
    lines = (fact?.value ?? []).enumerated().map { place, rule in
      let all = fact?.evidence ?? []
      let own = all.count == fact?.value.count ? [all[place]] : all
      return Line(
        id: rule.id, text: rule.text, answer: evaluator.answer(to: rule.id), evidence: own)
    }
  }

  /// The record of the round of a year, where one of the series states it; else the one that is asked about.
  private static func round(
    of program: Program, in year: Int?, among examinations: [Program]
  ) -> Program {
    guard let year, ExaminationRound(program.facts).applicationYear != year,
      let records = ExaminationSeries(program)?.records(in: examinations)
    else { return program }
    return records.last { ExaminationRound($0.facts).applicationYear == year } ?? program
  }

  /// The rules of a record, or those of the last known round of its series, with the year of the latter.
  private static func rules(
    of program: Program, among examinations: [Program]
  ) -> (Fact<[EligibilityRule]>?, year: Int?) {
    if let own = program.facts.rules { return (own, nil) }
    let known = ExaminationSeries(program)?.records(in: examinations).last {
      $0.facts.rules != nil && $0.id != program.id
    }
    return (known?.facts.rules, known.flatMap { ExaminationRound($0.facts).year })
  }
}
