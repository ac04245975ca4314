import ApplicantProfile
import QueryEngine
import RecruitmentModel

/// The practical training: what is due at which hospital, when it begins, when it ends.
extension Planner {
  /// When the training is over, for the national examination.
  enum TrainingEnd {
    /// On this day, by what the person says.
    case on(CalendarDay)
    /// Not before this day; nothing else is known.
    case notBefore(CalendarDay)
  }

  func addTraining(to draft: inout PlanDraft, after pass: String) -> TrainingEnd {
    if let own = profile.practicalTraining, let day = own.starts ?? own.ends {
      guard let result = resultIsNotBefore, day < result else {
        return addOwnTraining(own, to: &draft, after: pass)
      }
      // Training counts after the pass only: what was agreed upon for an earlier day is no step of the way.
      draft.collide(
        .trainingBeforePass, pass, isForecast: day > today,
        Reason("collision.trainingBeforePass", "\(day)", "\(result)"))
    }
    let applications = addHospitals(to: &draft, after: pass)
    let first = earliestStart(draft, applications)
    let ends = first.movedByYears(1).movedByDays(-Self.shortYear)
    draft.add(
      PlanStep(
        "training/start", .training, Reason("step.trainingStart"), .notBefore(first), .unknown,
        needs: [pass] + applications, notes: [Reason("note.trainingUsual")],
        ask: Office.ownHospital))
    draft.add(
      PlanStep(
        "training/end", .training, Reason("step.trainingEnd"), .notBefore(ends), .unknown,
        needs: ["training/start"],
        notes: [Reason("note.trainingYear"), Reason("note.lastDay")], ask: Office.ownHospital))
    addMatching(to: &draft, isSure: false)
    return .notBefore(ends)
  }

  /// A course from the first working day of January to the last of December is a year to its hospital.
  private static let shortYear = 10

  /// The first day on which a training can begin: after the pass, and after papers can first be due.
  ///
  /// Where some hospital does not say when it takes papers, it may be at once.
  private func earliestStart(_ draft: PlanDraft, _ ids: [String]) -> CalendarDay {
    let pass = max(today, resultIsNotBefore ?? today)
    let closings = draft.steps.filter { ids.contains($0.id) }.map(\.time.first)
    guard !closings.contains(nil), let first = closings.compactMap({ $0 }).min() else {
      return pass
    }
    return max(pass, first)
  }

  private func addOwnTraining(
    _ own: TrainingTime, to draft: inout PlanDraft, after pass: String
  ) -> TrainingEnd {
    draft.add(
      PlanStep(
        "training/start", .training, Reason("step.trainingStart"),
        own.starts.map { .stated($0...$0) } ?? .unknown,
        own.starts.map { $0 <= today ? .done : .ahead } ?? .unknown, needs: [pass]))
    draft.add(
      PlanStep(
        "training/end", .training, Reason("step.trainingEnd"),
        own.ends.map { .stated($0...$0) } ?? .unknown,
        own.ends.map { $0 <= today ? .done : .ahead } ?? .unknown, needs: ["training/start"],
        notes: [Reason("note.lastDay")]))
    if let ends = own.ends {
      collideLateEnd(ends, "training/end", isForecast: false, &draft)
    }
    if own.ends.map({ $0 > today }) ?? true { addMatching(to: &draft, isSure: true) }
    if let ends = own.ends { return .on(ends) }
    return .notBefore((own.starts ?? today).movedByYears(1).movedByDays(-Self.shortYear))
  }

  /// The places of the initial clinical training are given while this training runs; no source that was
  /// read says when.
  private func addMatching(to draft: inout PlanDraft, isSure: Bool) {
    draft.collide(
      .matchingDuringTraining, "training/start", isForecast: !isSure,
      Reason("collision.matching"))
  }

  /// Who ends after about 10 March sits the examination of the year after.
  func collideLateEnd(
    _ ends: CalendarDay, _ step: String, isForecast: Bool, _ draft: inout PlanDraft
  ) {
    guard let limit = CalendarDay(year: ends.year, month: 3, day: 10),
      let spring = CalendarDay(year: ends.year, month: 6, day: 30), ends > limit, ends <= spring
    else { return }
    draft.collide(
      .trainingEndsLate, step, isForecast: isForecast,
      Reason("collision.trainingEnds", "\(ends)", "\(limit)", "\(ends.year + 1)"))
  }

  // MARK: Hospitals

  /// A step a hospital that is still possible; the ids of those whose day has not passed.
  private func addHospitals(to draft: inout PlanDraft, after pass: String) -> [String] {
    let matcher = ProgramMatcher(profile, programs: programs, today: today)
    var ids: [String] = []
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
      let step = application(match)
      ids.append(step.id)
      collide(step, match, &draft)
      draft.add(step)
    }
    return ids
  }

  private func missed(_ match: ProgramMatch, _ time: ClosingTime) -> PlanStep {
    PlanStep(
      "apply/\(match.program.id)/\(time.closes.upperBound)", .training,
      Reason("step.apply", match.program.institution.name), .stated(time.closes), .missed,
      program: match.program.id, evidence: match.program.facts.application?.evidence ?? [])
  }

  private func application(_ match: ProgramMatch) -> PlanStep {
    let program = match.program
    let next = match.season.coming.first
    let time: PlanTime =
      switch next?.ground {
      case .stated: next.map { .stated($0.closes) } ?? .unknown
      case .forecast(let year): next.map { .forecast($0.closes, from: year) } ?? .unknown
      case nil: .unknown
      }
    var notes: [Reason] = []
    if let opens = next?.opens { notes.append(Reason("note.opens", "\(opens)")) }
    if let note = program.facts.application?.value.note { notes.append(Reason("note.words", note)) }
    if let papers = program.facts.documents?.value {
      notes.append(Reason("note.papers", papers.joined(separator: "、")))
    }
    for reason in match.checks.filter({ $0.verdict == .unknown }).flatMap(\.answer.reasons)
    where !notes.contains(reason) && reason.key != "windowNote" {
      notes.append(reason)
    }
    if program.facts.application?.value.rolling == true { notes.append(Reason("rolling")) }
    let state = state(of: time)
    return PlanStep(
      "apply/\(program.id)/\(next.map { "\($0.closes.upperBound)" } ?? "unknown")", .training,
      Reason("step.apply", program.institution.name), time, state,
      needs: ["recognition"], notes: notes,
      ask: match.unknowns > 0 || state == .unknown ? match.office : nil,
      program: program.id, evidence: program.facts.application?.evidence ?? [])
  }

  private func collide(_ step: PlanStep, _ match: ProgramMatch, _ draft: inout PlanDraft) {
    for check in match.checks where check.condition == .result {
      for reason in check.answer.reasons where reason.key == "closesBeforeResult" {
        draft.collide(
          .closesBeforeResult, step.id, isForecast: true,
          Reason(key: "collision.closes", values: [match.program.institution.name] + reason.values))
      }
    }
    if let ends = match.program.facts.training?.value.ends?.calendarDay {
      collideLateEnd(ends, step.id, isForecast: step.time.isForecast, &draft)
    }
  }
}
