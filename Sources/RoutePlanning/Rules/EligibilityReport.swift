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
  /// Whether the person may sit it.
  public let answer: RuleAnswer
  /// The rules one by one.
  public let lines: [Line]

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
    let fact = program.facts.rules
    let round = ExaminationRound(program.facts, applicationYear: year)
    var evaluator = RuleEvaluator(
      try RuleSet(fact?.value ?? []), profile: profile, round: round, today: today)
    evaluator.awaitsResult = profile.awaitsResult(on: today, among: examinations)
    self.program = program
    self.round = round
    answer = evaluator.mainAnswer
    lines = (fact?.value ?? []).enumerated().map { place, rule in
      let all = fact?.evidence ?? []
      let own = all.count == fact?.value.count ? [all[place]] : all
      return Line(
        id: rule.id, text: rule.text, answer: evaluator.answer(to: rule.id), evidence: own)
    }
  }
}
