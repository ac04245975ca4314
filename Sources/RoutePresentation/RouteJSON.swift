import QueryEngine
public import RecruitmentModel
public import RoutePlanning

/// Matches, answers of rules and plans as JSON of a stable shape; what is unknown has no key.
public enum RouteJSON {
  /// The answer of the rules of an examination.
  public static func line(_ report: EligibilityReport, today: CalendarDay) throws -> String {
    try RecordCoding.jsonLine(EligibilityJSON(report, today))
  }

  /// Programs in the order of how they fit.
  public static func line(
    _ matches: [ProgramMatch], showsAll: Bool, today: CalendarDay
  ) throws -> String {
    let shown = matches.filter { showsAll || !$0.isRefused }
    return try RecordCoding.jsonLine(
      MatchesJSON(
        today: today, total: matches.count { !$0.isRefused },
        results: shown.enumerated().map { MatchJSON($1, rank: $0 + 1) }))
  }

  /// A plan.
  public static func line(_ plan: Plan) throws -> String {
    try RecordCoding.jsonLine(PlanJSON(plan))
  }
}

private struct ReasonJSON: Encodable {
  let code: String
  let values: [String]

  init(_ reason: Reason) {
    code = reason.key
    values = reason.values
  }
}

private struct EligibilityJSON: Encodable {
  struct Answer: Encodable {
    let verdict: Verdict
    let reasons: [ReasonJSON]
  }

  struct Rule: Encodable {
    let id: String
    let text: String
    let verdict: Verdict
    let reasons: [ReasonJSON]
    let evidence: [Evidence]
  }

  let today: CalendarDay
  let id: String
  let title: String
  let applicationYear: Int?
  let forecastFrom: Int?
  let over: CalendarDay?
  let verdict: Verdict
  let reasons: [ReasonJSON]
  let byRules: Answer?
  let rules: [Rule]

  init(_ report: EligibilityReport, _ today: CalendarDay) {
    self.today = today
    id = report.program.id
    title = report.program.title
    applicationYear = report.round.applicationYear
    forecastFrom = report.round.forecastFrom
    over = report.over
    verdict = report.answer.verdict
    reasons = report.answer.reasons.map(ReasonJSON.init)
    byRules = report.over.map { _ in
      Answer(
        verdict: report.byRules.verdict, reasons: report.byRules.reasons.map(ReasonJSON.init))
    }
    rules = report.lines.map {
      Rule(
        id: $0.id, text: $0.text, verdict: $0.answer.verdict,
        reasons: $0.answer.reasons.map(ReasonJSON.init), evidence: $0.evidence)
    }
  }
}

private struct MatchesJSON: Encodable {
  let today: CalendarDay
  let total: Int
  let results: [MatchJSON]
}

private struct MatchJSON: Encodable {
  struct Check: Encodable {
    let constraint: String
    let verdict: Verdict
    let reasons: [ReasonJSON]
    let basis: Basis?
  }

  let rank: Int
  let id: String
  let checks: [Check]
  let ask: Office?
  let closes: [TimeJSON]
  let program: Program

  init(_ match: ProgramMatch, rank: Int) {
    self.rank = rank
    id = match.program.id
    checks = match.checks.map {
      Check(
        constraint: $0.condition.rawValue, verdict: $0.verdict,
        reasons: $0.answer.reasons.map(ReasonJSON.init), basis: $0.basis)
    }
    ask = match.unknowns > 0 ? match.office : nil
    closes = match.season.coming.map(TimeJSON.init)
    program = match.program
  }
}

private struct DueJSON: Encodable {
  let time: String?
  let rule: ApplicationWindow.Rule?

  init?(_ due: DueTime) {
    if due == DueTime() { return nil }
    (time, rule) = (due.time, due.rule)
  }
}

private struct TimeJSON: Encodable {
  let certainty: String
  let first: CalendarDay?
  let last: CalendarDay?
  let forecastFrom: Int?
  let due: DueJSON?

  init(_ time: PlanTime, _ due: DueTime = DueTime()) {
    self.due = DueJSON(due)
    first = time.first
    last = time.last
    (certainty, forecastFrom) =
      switch time {
      case .stated: ("stated", nil)
      case .within: ("within", nil)
      case .forecast(_, let year): ("forecast", year)
      case .notBefore: ("not-before", nil)
      case .unknown: ("unknown", nil)
      }
  }

  init(_ time: ClosingTime) {
    switch time.ground {
    case .stated where time.isOneDay: self.init(PlanTime.stated(time.closes), time.due)
    case .stated: self.init(PlanTime.within(time.closes), time.due)
    case .forecast(let year): self.init(PlanTime.forecast(time.closes, from: year), time.due)
    }
  }
}

private struct PlanJSON: Encodable {
  struct Step: Encodable {
    let id: String
    let stage: PathwayStep.Stage
    let title: ReasonJSON
    let time: TimeJSON
    let state: PlanStep.State
    let basis: Basis?
    let needs: [String]
    let needsOneOf: [String]?
    let notes: [ReasonJSON]
    let ask: Office?
    let program: String?
    let evidence: [Evidence]
  }

  struct Collision: Encodable {
    let kind: String
    let step: String
    let isForecast: Bool
    let reason: ReasonJSON
  }

  struct Excluded: Encodable {
    let id: String
    let reasons: [ReasonJSON]
  }

  let today: CalendarDay
  let steps: [Step]
  let collisions: [Collision]
  let excluded: [Excluded]
  let unsaid: [String]

  init(_ plan: Plan) {
    today = plan.today
    steps = plan.steps.map {
      Step(
        id: $0.id, stage: $0.stage, title: ReasonJSON($0.title), time: TimeJSON($0.time, $0.due),
        state: $0.state, basis: $0.basis, needs: $0.needs,
        needsOneOf: $0.needsOneOf.isEmpty ? nil : $0.needsOneOf,
        notes: $0.notes.map(ReasonJSON.init), ask: $0.ask,
        program: $0.program, evidence: $0.evidence)
    }
    collisions = plan.collisions.map {
      Collision(
        kind: $0.kind.rawValue, step: $0.step, isForecast: $0.isForecast,
        reason: ReasonJSON($0.reason))
    }
    excluded = plan.excluded.map { Excluded(id: $0.id, reasons: $0.reasons.map(ReasonJSON.init)) }
    unsaid = plan.unsaid
  }
}
