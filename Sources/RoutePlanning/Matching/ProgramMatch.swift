public import ApplicantProfile
import QueryEngine
public import RecruitmentModel

/// How one program fits one person.
public struct ProgramMatch: Sendable {
  /// The program.
  public let program: Program
  /// The conditions that the profile asks, each with its answer.
  public let checks: [MatchCheck]
  /// When papers are due, as far as that is known or can be forecast.
  public let season: ApplicationSeason
  /// The conditions of which the profile says nothing, and which were therefore not asked.
  public let unasked: [MatchCheck.Condition]

  /// How many answers are not known.
  public var unknowns: Int { checks.count { $0.verdict == .unknown } }
  /// Whether some condition is not met.
  public var isRefused: Bool { checks.contains { $0.verdict == .no } }

  /// Whom to ask for what is not known: the program's office, else the institution.
  public var office: Office { Office(program) }
}

/// Asks programs what a profile wants to know.
public struct ProgramMatcher: Sendable {
  private let profile: Profile
  private let today: CalendarDay
  private let pass: PreliminaryPass

  /// Makes a matcher for one person and one day.
  ///
  /// - Parameters:
  ///   - profile: What the person says.
  ///   - programs: All records; those of the preliminary examination say when its result can come.
  ///   - today: The day.
  public init(_ profile: Profile, programs: [Program], today: CalendarDay) {
    self.profile = profile
    self.today = today
    pass = PreliminaryPass(profile, programs: programs, today: today)
  }

  /// The programs of 実地修練 in the order of how they fit: the sure ones first, then those with the
  /// fewest unknown answers; those that fail a condition last.
  public func matches(_ programs: [Program]) -> [ProgramMatch] {
    var ranked: [(rank: (Int, Int, Int), match: ProgramMatch)] = []
    for program in programs where program.kind == .practicalTraining {
      let match = match(program)
      ranked.append((Self.rank(match), match))
    }
    ranked.sort { one, other in
      one.rank == other.rank
        ? one.match.program.id < other.match.program.id : one.rank < other.rank
    }
    return ranked.map { $0.match }
  }

  /// For how long after a deadline that round counts as the present one.
  private static let daysOfASeason = 180

  private static func rank(_ match: ProgramMatch) -> (Int, Int, Int) {
    let open = match.checks.first { $0.condition == .open }?.verdict == .yes ? 0 : 1
    return (match.isRefused ? 1 : 0, match.unknowns, open)
  }

  /// How one program fits.
  public func match(_ program: Program) -> ProgramMatch {
    let facts = program.facts
    let season = season(facts)
    // Whether one is in time for what is stated depends on the day alone; the result and the start are asked
    // on their own.
    let windows = ApplicationSeason(
      facts.application?.value, from: pass.applicationsFrom, early: today, today: today)
    var checks: [MatchCheck] = []
    func add(_ condition: MatchCheck.Condition, _ answer: RuleAnswer?) {
      guard let answer else { return }
      // What the person says, or nobody, has no basis.
      let isOfFact = !answer.reasons.contains { reason in
        reason.key.hasSuffix("Unknown")
          || ["passed", "notSaid", "expectedPast"].contains(reason.key)
      }
      let basis = isOfFact ? condition.fact.flatMap { facts.provenance(of: $0)?.basis } : nil
      checks.append(MatchCheck(condition: condition, answer: answer, basis: basis))
    }
    add(.accepting, accepting(facts))
    add(.open, open(facts, windows))
    add(.result, pass.isInTime(for: season, application: facts.application?.value))
    add(.fee, fee(facts))
    add(.region, region(program.institution))
    add(.start, start(facts))
    add(.recommendation, recommendation(facts))
    add(.obligation, obligation(facts))
    let applicants = ApplicantConditions.shared
    let stated = facts.eligibility?.value
    add(.citizenship, applicants?.citizenship(profile.citizenship, stated))
    add(.japanese, applicants?.japanese(profile.japanese, stated))
    return ProgramMatch(program: program, checks: checks, season: season, unasked: unasked)
  }

  /// The windows that matter; those of an intake that begins before the person can are too early.
  private func season(_ facts: Facts) -> ApplicationSeason {
    let own = ApplicationSeason(
      facts.application?.value, from: pass.applicationsFrom, early: pass.intakesFrom, today: today)
    guard let wanted = profile.earliestStart?.earliest,
      let begins = facts.intakeBegins?.upperBound, begins < wanted,
      let last = (own.over + own.early + own.coming).filter({ !$0.isForecast }).max(by: {
        $0.closes.upperBound < $1.closes.upperBound
      })
    else { return own }
    var years = max(1, wanted.year - begins.year)
    if begins.movedByYears(years) < wanted { years += 1 }
    return ApplicationSeason(
      facts.application?.value,
      from: max(pass.applicationsFrom, last.closes.lowerBound.movedByYears(years)),
      early: max(pass.intakesFrom, last.closes.upperBound.movedByDays(1)), today: today)
  }

  private var unasked: [MatchCheck.Condition] {
    let said: [(MatchCheck.Condition, Bool)] = [
      (.fee, profile.budget != nil), (.region, profile.prefectures?.isEmpty == false),
      (.start, profile.earliestStart != nil), (.recommendation, profile.recommendation != nil),
      (.obligation, profile.willingToStay != nil), (.citizenship, profile.citizenship != nil),
      (.japanese, profile.japanese != nil),
    ]
    return said.filter { !$0.1 }.map(\.0)
  }

  // MARK: Conditions

  private func accepting(_ facts: Facts) -> RuleAnswer {
    switch facts.accepting?.value {
    case .yes: RuleAnswer(.yes, "accepting")
    case .no: RuleAnswer(.no, "notAccepting")
    case .byEnquiry: RuleAnswer(.unknown, "byEnquiry")
    case nil: RuleAnswer(.unknown, "acceptingUnknown")
    }
  }

  private func open(_ facts: Facts, _ season: ApplicationSeason) -> RuleAnswer {
    guard let application = facts.application?.value else {
      return RuleAnswer(.unknown, "windowUnknown")
    }
    if let next = season.coming.first {
      let days = DayText.span(next.closes)
      switch next.ground {
      case .stated:
        let answer =
          next.isOver(on: today) == false && next.isOneDay
          ? RuleAnswer(.yes, "closes", days) : RuleAnswer(.unknown, "closesAbout", days)
        return RuleAnswer(
          next.isOver(on: today) == false ? .yes : .unknown, answer.reasons + next.due.reasons)
      case .forecast(let year): return forecast(season, days, year)
      }
    }
    if let last = season.over.last {
      return application.rolling
        ? RuleAnswer(.yes, "rolling") : RuleAnswer(.no, "closed", DayText.span(last.closes))
    }
    if application.rolling { return RuleAnswer(.yes, "rolling") }
    return application.note.map { RuleAnswer(.unknown, "windowNote", $0) }
      ?? RuleAnswer(.unknown, "windowUnknown")
  }

  private func forecast(_ season: ApplicationSeason, _ days: String, _ year: Int?) -> RuleAnswer {
    guard let last = season.over.last else { return RuleAnswer(.unknown, "forecastNoYear", days) }
    let values = [DayText.span(last.closes), year.map(String.init) ?? "?", days]
    // Soon after a deadline it is missed; later the next round may be near, but nobody has stated it.
    let isFresh = today < last.closes.upperBound.movedByDays(Self.daysOfASeason)
    return RuleAnswer(
      isFresh ? .no : .unknown, [Reason(key: "closedForecast", values: values)])
  }

  private func fee(_ facts: Facts) -> RuleAnswer? {
    guard let budget = profile.budget else { return nil }
    guard let fee = facts.fee?.value else { return RuleAnswer(.unknown, "feeUnknown") }
    if fee.free { return RuleAnswer(.yes, "free") }
    guard let yearly = fee.yearly else { return RuleAnswer(.unknown, "feeUnknown") }
    if let most = yearly.max, most <= budget {
      return RuleAnswer(.yes, "fee", "\(most)", "\(budget)")
    }
    if let least = yearly.min, least > budget {
      return RuleAnswer(.no, "fee", "\(least)", "\(budget)")
    }
    return RuleAnswer(.unknown, "feeOpen", "\(budget)")
  }

  private func region(_ institution: Institution) -> RuleAnswer? {
    guard let wanted = profile.prefectures, !wanted.isEmpty else { return nil }
    guard let own = institution.prefecture else { return RuleAnswer(.unknown, "regionUnknown") }
    return RuleAnswer(wanted.contains(own) ? .yes : .no, "region", own)
  }

  private func start(_ facts: Facts) -> RuleAnswer? {
    guard let wanted = profile.earliestStart?.earliest else { return nil }
    guard let begins = facts.intakeBegins else { return RuleAnswer(.unknown, "startUnknown") }
    let said = facts.training?.value.starts.map { "\($0)" } ?? DayText.span(begins)
    if begins.lowerBound >= wanted { return RuleAnswer(.yes, "starts", said, "\(wanted)") }
    if begins.upperBound >= wanted { return RuleAnswer(.unknown, "starts", said, "\(wanted)") }
    // One intake that is too early says nothing of when the next one begins.
    let key = begins.upperBound < today ? "startsOver" : "startsEarly"
    return RuleAnswer(.unknown, key, said, "\(wanted)")
  }

  private func recommendation(_ facts: Facts) -> RuleAnswer? {
    guard let own = profile.recommendation else { return nil }
    guard let asked = facts.recommendation?.value else {
      return RuleAnswer(.unknown, "recommendationUnknown")
    }
    let holds: Bool =
      switch asked {
      case .notRequired: true
      case .letter: own != .none
      case .inside: own == .inside
      }
    return RuleAnswer(holds ? .yes : .no, "recommendation", asked.rawValue, own.rawValue)
  }

  private func obligation(_ facts: Facts) -> RuleAnswer? {
    guard let willing = profile.willingToStay else { return nil }
    guard let duty = facts.obligation?.value else {
      return RuleAnswer(.unknown, "obligationUnknown")
    }
    if duty.scope.isEmpty { return RuleAnswer(.yes, "noObligation") }
    // Who stays in the hospital stays in its prefecture.
    let holds =
      duty.scope.contains(where: willing.contains)
      || (duty.scope.contains(.prefecture) && willing.contains(.hospital))
    let places = duty.scope.map(\.rawValue).joined(separator: ", ")
    if holds { return RuleAnswer(.yes, "obligation", places) }
    return RuleAnswer(duty.strength == .required ? .no : .unknown, "obligation", places)
  }
}

/// Writes days for reasons.
enum DayText {
  /// One day, or the first and the last of several.
  static func span(_ days: ClosedRange<CalendarDay>) -> String {
    days.lowerBound == days.upperBound
      ? "\(days.lowerBound)" : "\(days.lowerBound) – \(days.upperBound)"
  }
}
