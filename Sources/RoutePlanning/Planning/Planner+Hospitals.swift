import ApplicantProfile
import QueryEngine
import RecruitmentModel

/// What is due at which hospital.
extension Planner {
  /// The steps of every hospital that is still possible, one a window; those whose day has passed.
  func addHospitals(to draft: inout PlanDraft, after pass: String) -> [TrainingWay] {
    let matcher = ProgramMatcher(profile, programs: programs, today: today)
    var ways: [TrainingWay] = []
    for match in matcher.matches(programs) {
      // A round that is over leaves the next one; every other no leaves the hospital out.
      let refusals = match.checks.filter { $0.verdict == .no && $0.condition != .open }
      guard refusals.isEmpty else {
        draft.excluded.append(
          ExcludedProgram(
            id: match.program.id, hospital: match.program.institution.name,
            reasons: refusals.flatMap(\.answer.reasons)))
        continue
      }
      for over in match.season.over { draft.add(missed(match, over)) }
      let windows = match.season.coming.map(Optional.some)
      for window in windows.isEmpty ? [nil] : windows {
        ways.append(addApplication(match, window, to: &draft))
      }
    }
    return ways
  }

  /// The papers for one window of a hospital.
  private func addApplication(
    _ match: ProgramMatch, _ window: ClosingTime?, to draft: inout PlanDraft
  ) -> TrainingWay {
    let step = application(match, window)
    var moved = 0
    if case .forecast(let year?)? = window?.ground, let first = step.time.first {
      moved = first.year - year
    }
    let training = IntakeTraining(
      match.program.facts, from: max(firstDay, step.time.first ?? firstDay), movedBy: moved)
    collide(step, match, window, training, &draft)
    draft.add(step)
    return TrainingWay(
      step: step.id, hospital: match.program.institution.name, training: training)
  }

  private func missed(_ match: ProgramMatch, _ time: ClosingTime) -> PlanStep {
    let fact = match.program.facts.application
    return PlanStep(
      "apply/\(match.program.id)/\(time.closes.upperBound)", .training,
      Reason("step.apply", match.program.institution.name), planTime(time), .missed,
      needs: ["recognition"], program: match.program.id, evidence: fact?.evidence ?? [],
      basis: fact?.basis, due: time.due, stableID: stableID(match, time))
  }

  private func planTime(_ time: ClosingTime) -> PlanTime {
    switch time.ground {
    case .stated: time.isOneDay ? .stated(time.closes) : .within(time.closes)
    case .forecast(let year): .forecast(time.closes, from: year)
    }
  }

  /// An id that a round keeps where its day moves: the year in which it closes, and its place in that year.
  private func stableID(_ match: ProgramMatch, _ time: ClosingTime?) -> String {
    guard let time else { return "apply/\(match.program.id)" }
    let year = time.closes.upperBound.year
    let all = (match.season.over + match.season.early + match.season.coming)
      .filter { $0.closes.upperBound.year == year }
      .sorted { $0.closes.upperBound < $1.closes.upperBound }
    let place = all.firstIndex(of: time) ?? 0
    return "apply/\(match.program.id)/\(year)" + (place == 0 ? "" : "/\(place + 1)")
  }

  private func application(_ match: ProgramMatch, _ window: ClosingTime?) -> PlanStep {
    let program = match.program
    let fact = program.facts.application
    let time = window.map(planTime) ?? .unknown
    var notes: [Reason] = []
    if case .forecast(let year)? = window?.ground, let early = match.season.early.last, let window {
      notes.append(
        Reason(
          "closesEarly", DayText.span(early.closes), year.map(String.init) ?? "?",
          DayText.span(window.closes)))
    }
    if let opens = window?.opens { notes.append(Reason("note.opens", "\(opens)")) }
    if let note = fact?.value.note { notes.append(Reason("note.words", note)) }
    if let papers = program.facts.documents?.value {
      notes.append(Reason("note.papers", papers.joined(separator: "、")))
    }
    let open = match.checks.filter { $0.verdict == .unknown && $0.condition != .result }
    var reasons = open.flatMap(\.answer.reasons).filter { !$0.key.hasPrefix("due.") }
    if let result = result(match, window), result.verdict == .unknown { reasons += result.reasons }
    for reason in reasons where !notes.contains(reason) && reason.key != "windowNote" {
      notes.append(reason)
    }
    if fact?.value.rolling == true { notes.append(Reason("rolling")) }
    let state = state(of: time)
    let id = window.map { "\($0.closes.upperBound)" } ?? "unknown"
    return PlanStep(
      "apply/\(program.id)/\(id)", .training, Reason("step.apply", program.institution.name), time,
      state, needs: ["recognition"], notes: notes,
      ask: match.unknowns > 0 || state == .unknown ? match.office : nil, program: program.id,
      evidence: fact?.evidence ?? [], basis: fact?.basis, due: window?.due ?? DueTime(),
      stableID: stableID(match, window))
  }

  /// Whether the result is there when papers of one window are due.
  private func result(_ match: ProgramMatch, _ window: ClosingTime?) -> RuleAnswer? {
    window.map(pass.isInTime(for:)) ?? match.checks.first { $0.condition == .result }?.answer
  }

  private func collide(
    _ step: PlanStep, _ match: ProgramMatch, _ window: ClosingTime?, _ training: IntakeTraining,
    _ draft: inout PlanDraft
  ) {
    for reason in result(match, window)?.reasons ?? [] where reason.key == "closesBeforeResult" {
      draft.collide(
        .closesBeforeResult, step.id, isForecast: true,
        Reason(key: "collision.closes", values: [match.program.institution.name] + reason.values))
    }
    if let ends = training.ends {
      collideLateEnd(
        ends, step.id, of: match.program.institution.name,
        isForecast: step.time.isForecast || training.isForecast, &draft)
    }
  }
}
