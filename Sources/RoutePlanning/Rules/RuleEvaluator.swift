public import ApplicantProfile
import QueryEngine
public import RecruitmentModel

/// Answers the rules of an examination from what a person says of themselves.
///
/// What is not said is unknown, and what can still change before papers are due is not yet no.
public struct RuleEvaluator: Sendable {
  let rules: RuleSet
  let profile: Profile
  let round: ExaminationRound
  let today: CalendarDay
  /// Whether the result of the national examination that the person says to have passed is still to come.
  var awaitsResult = false

  /// Makes an evaluator for one person and one round.
  public init(_ rules: RuleSet, profile: Profile, round: ExaminationRound, today: CalendarDay) {
    self.rules = rules
    self.profile = profile
    self.round = round
    self.today = today
  }

  /// The answer of one rule; unknown where it only stands in words.
  public func answer(to id: String) -> RuleAnswer {
    guard let rule = rules[id] else { return RuleAnswer(.unknown, "noRule", id) }
    guard let needs = rule.needs else { return RuleAnswer(.unknown, "onlyWords") }
    return answer(to: needs)
  }

  /// Whether the person may sit the examination: the main rule, or all rules where none is the main one.
  public var mainAnswer: RuleAnswer {
    if rules[RuleSet.mainRule] != nil { return answer(to: RuleSet.mainRule) }
    if rules.rules.isEmpty { return RuleAnswer(.unknown, "noRules") }
    return .all(rules.rules.map { answer(to: $0.id) })
  }

  func answer(to requirement: Requirement) -> RuleAnswer {
    switch requirement {
    case .all(let parts): .all(parts.map(answer))
    case .any(let parts): .any(parts.map(answer))
    case .not(let part): answer(to: part).opposite
    case .rule(let id): answer(to: id)
    case .answer(let question, let words): answer(question, oneOf: words)
    case .certification(let name, let number, let year): certification(name, number, year)
    case .passes(let number, let years): passes(atLeast: number, years: years)
    case .experience(let years, let name, let start): experience(years, after: name, start)
    case .weeklyHours(let least): weeklyHours(atLeast: least)
    case .trainingEnds(let day, let unsure): trainingEnds(by: day, unsureDays: unsure)
    case .trainingMonths(let least, let afterPass):
      trainingMonths(atLeast: least, afterPass: afterPass)
    case .countedFrom(let day, let name): countedFrom(day, after: name)
    case .applicationYear(let bounds): applicationYear(bounds)
    }
  }

  // MARK: Answers in words

  private func answer(_ question: Requirement.Question, oneOf words: [String]) -> RuleAnswer {
    let name = question.rawValue
    if question == .recognition, let answer = recognisedByPass(words) { return answer }
    guard let own = own(question) else {
      // A year of a pass that has not come yet proves nothing.
      if question == .preliminaryExamination, profile.preliminaryExamination.passed != nil {
        return RuleAnswer(
          .unknown, "yearToCome", profile.preliminaryExamination.year.map(String.init) ?? "")
      }
      if question == .nationalExamination, awaitsResult {
        return RuleAnswer(.unknown, "resultToCome")
      }
      return RuleAnswer(.unknown, "notSaid", name)
    }
    if words.contains(own) {
      if question == .consultationSkills, let lastDay, lastDay < today {
        return RuleAnswer(.unknown, "passedWhen", name)
      }
      return passedTooLate(question, oneOf: words) ?? RuleAnswer(.yes, "says", name, own)
    }
    // What was not passed yet may be passed before papers are due.
    if question != .recognition, lastDay.map({ today <= $0 }) ?? true {
      return RuleAnswer(.unknown, "notYet", name, own)
    }
    return RuleAnswer(.no, "says", name, own)
  }

  /// Who passed a stage of the preliminary examination was recognised for it, said or not; nil where that
  /// decides nothing.
  private func recognisedByPass(_ words: [String]) -> RuleAnswer? {
    guard profile.recognition == nil, let passed = profile.preliminaryExamination.passed,
      passed != .none, !profile.preliminaryExamination.isYetToCome(on: today)
    else { return nil }
    let outcome = Profile.Recognition.preliminaryExamination.rawValue
    if words.contains(outcome) { return RuleAnswer(.yes, "recognisedByPass", passed.rawValue) }
    // A later recognition may have opened the national examination; it is not neither.
    return words == [Profile.Recognition.neither.rawValue]
      ? RuleAnswer(.no, "recognisedByPass", passed.rawValue) : nil
  }

  /// Of a stage that was passed after a round, or of which nobody says when, that it does not count for
  /// that round, or may not; nil where it counts.
  private func passedTooLate(
    _ question: Requirement.Question, oneOf words: [String]
  ) -> RuleAnswer? {
    let examination = profile.preliminaryExamination
    guard question == .preliminaryExamination, let passed = examination.passed, passed != .none,
      let applied = round.applicationYear ?? round.examinationYear
    else { return nil }
    guard let year = examination.year else {
      guard let lastDay, lastDay < today else { return nil }
      return RuleAnswer(.unknown, "notSaid", "preliminaryExamination.year")
    }
    guard year > applied else {
      // Nobody says when papers were due; the stages of one examination lie in its year, another's may not.
      let isOpen = round.applicationYear == nil && year == applied && !round.isOfStages
      return isOpen
        ? RuleAnswer(.unknown, "passedLater", passed.rawValue, "\(year)", "\(applied)") : nil
    }
    // An earlier stage, which would do as well, may have been passed before.
    let isFirst = !words.contains { word in
      PreliminaryExamination.Stage(rawValue: word).map { $0 != passed && passed.reaches($0) }
        ?? false
    }
    return RuleAnswer(
      isFirst ? .no : .unknown, "passedLater", passed.rawValue, "\(year)", "\(applied)")
  }

  /// The last day on which something passed still counts: that for papers, or, of a forecast, which
  /// nobody has published, that of the examination.
  var lastDay: CalendarDay? {
    guard round.forecastFrom != nil else { return round.closes ?? round.days?.upperBound }
    return [round.closes, round.days?.upperBound].compactMap { $0 }.max()
  }

  private func own(_ question: Requirement.Question) -> String? {
    switch question {
    case .recognition: profile.recognition?.rawValue
    case .consultationSkills: profile.consultationSkills?.rawValue
    case .preliminaryExamination:
      profile.preliminaryExamination.isYetToCome(on: today)
        ? nil : profile.preliminaryExamination.passed?.rawValue
    case .nationalExamination:
      awaitsResult
        ? nil
        : isPast(profile.nationalExaminationPassed, isDone: true).map {
          $0 ? "passed" : "not-passed"
        }
    case .clinicalTraining:
      isPast(profile.clinicalTrainingEnds).map { $0 ? "finished" : "not-finished" }
    }
  }

  private func isPast(_ date: PartialDate?, isDone: Bool = false) -> Bool? {
    guard let first = date?.earliest, let end = date?.latest else { return nil }
    // What is passed in a year or a month that runs has been passed by today.
    let last = isDone && first <= today ? min(end, today) : end
    // What is passed after papers were due came too late for this round.
    let day = min(today, lastDay ?? today)
    return last <= day ? true : first > day ? false : nil
  }

  // MARK: Passes

  private func passes(atLeast number: Int, years: Int) -> RuleAnswer {
    guard let year = round.applicationYear else { return RuleAnswer(.unknown, "noYear") }
    guard let passes = profile.selfTrainingPasses else {
      return RuleAnswer(.unknown, "notSaid", "selfTrainingPasses")
    }
    let window = (year - years)...(year - 1)
    let counted = Set(passes.filter { window.contains($0) && $0 <= today.year })
    let span = "\(window.lowerBound)–\(window.upperBound)"
    let found = "\(counted.count)"
    if counted.count >= number { return RuleAnswer(.yes, "passes", found, "\(number)", span) }
    let open = window.count { $0 >= today.year && !counted.contains($0) }
    let verdict: Verdict = counted.count + open >= number ? .unknown : .no
    return RuleAnswer(
      verdict, verdict == .no ? "passes" : "passesOpen", found, "\(number)", span)
  }

  // MARK: Years and hours

  private func experience(
    _ years: Int, after name: String, _ start: CountedStart?
  ) -> RuleAnswer {
    guard let held = profile.certifications else {
      return RuleAnswer(.unknown, "notSaid", "certifications")
    }
    let named = held.filter { $0.name.rawValue == name }
    guard !named.isEmpty else { return RuleAnswer(.no, "notCertified", name) }
    return .any(named.map { experience(years, of: $0, start) })
  }

  private func experience(
    _ years: Int, of held: Certification, _ start: CountedStart?
  ) -> RuleAnswer {
    let name = held.name.rawValue
    guard let starts = CountedYears(held, start).starts else {
      return RuleAnswer(.unknown, "startNotSaid", name)
    }
    guard let year = round.applicationYear,
      let first = round.closing?.lowerBound ?? CalendarDay(year: year, month: 1, day: 1),
      let last = round.days?.lowerBound ?? CalendarDay(year: year, month: 12, day: 31),
      let lastOfAll = round.isOfDays ? last : round.days?.upperBound
    else { return RuleAnswer(.unknown, "noYear") }
    func complete(_ day: CalendarDay) -> CalendarDay {
      TrainingLength.yearEnd(from: day, years: years)
    }
    let span =
      starts.lowerBound == starts.upperBound
      ? "\(starts.lowerBound)" : "\(starts.lowerBound) / \(starts.upperBound)"
    let end = "\(complete(starts.upperBound))"
    if complete(starts.upperBound) <= min(first, last) {
      return RuleAnswer(.yes, "years", "\(years)", span, end)
    }
    if complete(starts.lowerBound) > max(round.closes ?? first, lastOfAll) {
      return RuleAnswer(.no, "years", "\(years)", span, "\(complete(starts.lowerBound))")
    }
    return RuleAnswer(.unknown, "yearsOpen", "\(years)", span, end)
  }

  private func countedFrom(_ day: MonthDay, after name: String) -> RuleAnswer {
    guard let held = profile.certifications else {
      return RuleAnswer(.unknown, "notSaid", "certifications")
    }
    let named = held.filter { $0.name.rawValue == name }
    guard !named.isEmpty else { return RuleAnswer(.no, "notCertified", name) }
    return .any(
      named.map { held in
        held.year.flatMap(day.inYear).map { RuleAnswer(.yes, "countedFrom", name, "\($0)") }
          ?? RuleAnswer(.unknown, "yearNotSaid", name)
      })
  }

  private func weeklyHours(atLeast least: Int) -> RuleAnswer {
    guard let hours = profile.weeklyHours else {
      return RuleAnswer(.unknown, "notSaid", "weeklyHours")
    }
    return hours >= least
      ? RuleAnswer(.yes, "hours", "\(hours)", "\(least)")
      : RuleAnswer(.unknown, "hoursEnquiry", "\(hours)", "\(least)")
  }

  private func applicationYear(_ bounds: Bounds) -> RuleAnswer {
    guard let year = round.applicationYear else { return RuleAnswer(.unknown, "noYear") }
    let holds = (bounds.min.map { year >= $0 } ?? true) && (bounds.max.map { year <= $0 } ?? true)
    return RuleAnswer(holds ? .yes : .no, holds ? "yearIn" : "yearOut", "\(year)")
  }
}
