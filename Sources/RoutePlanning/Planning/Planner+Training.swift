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

    /// When the step of the end falls.
    var time: PlanTime {
      switch self {
      case .on(let day): .stated(day...day)
      case .notBefore(let day): .notBefore(day)
      }
    }

    /// The first day on which it can be over.
    var first: CalendarDay {
      switch self {
      case .on(let day), .notBefore(let day): day
      }
    }
  }

  func addTraining(to draft: inout PlanDraft, after pass: String) -> TrainingEnd {
    if let own = profile.practicalTraining, own.starts ?? own.ends != nil {
      guard let fault = beforePass(own) else {
        return addOwnTraining(own, to: &draft, after: pass)
      }
      // Training counts after the pass only: what was agreed upon for an earlier day is no step of the way.
      draft.collide(
        .trainingBeforePass, pass, isForecast: self.pass.state != .passed, fault)
    }
    let ways = addHospitals(to: &draft, after: pass)
    let (first, notes) = earliestStart(ways)
    let year = TrainingLength.yearEnd(from: first)
    let ends = max(year, ways.map(\.training.isOverFrom).min() ?? year)
    draft.add(
      PlanStep(
        "training/start", .training, Reason("step.trainingStart"), .notBefore(first), .unknown,
        needs: [pass], needsOneOf: ways.map(\.step), notes: notes + [Reason("note.trainingUsual")],
        ask: Office.ownHospital))
    draft.add(
      PlanStep(
        "training/end", .training, Reason("step.trainingEnd"), .notBefore(ends), .unknown,
        needs: ["training/start"],
        notes: [Reason("note.trainingYear"), Reason("note.lastDay")], ask: Office.ownHospital,
        evidence: evidence(of: .training)))
    addMatching(to: &draft, isSure: false)
    return .notBefore(ends)
  }

  /// A hospital that is still possible: the step of its papers, and when its training can begin.
  struct TrainingWay {
    let step: String
    let hospital: String
    let training: IntakeTraining
  }

  /// The first day on which a training can begin, and what makes it that day.
  ///
  /// It is after the pass, not before the person can, and for one hospital at least after its papers are
  /// due and not before it begins. Where some hospital says neither, it may be at once.
  private func earliestStart(_ ways: [TrainingWay]) -> (CalendarDay, [Reason]) {
    let earliest = ways.min { $0.training.begins < $1.training.begins }
    guard let earliest else { return (firstDay, []) }
    let begins = earliest.training.begins
    guard !earliest.training.isOpen else { return (begins, []) }
    let training = earliest.training
    let key =
      training.isOfIntake
      ? "note.startIntake" : training.isForecast ? "note.startForecast" : "note.startStated"
    return (begins, [Reason(key, earliest.hospital, "\(begins)")])
  }

  /// The day before which no training is thought of: today, the pass, and what the person wants.
  var firstDay: CalendarDay {
    [today, passIsNotBefore, profile.earliestStart?.earliest].compactMap { $0 }.max() ?? today
  }

  // MARK: A training that is agreed upon

  /// Why a training cannot count: it begins before the pass, or ends too soon after it.
  private func beforePass(_ own: TrainingTime) -> Reason? {
    guard let first = passIsNotBefore else { return nil }
    if let starts = own.starts {
      return starts < first ? Reason("collision.trainingBeforePass", "\(starts)", "\(first)") : nil
    }
    guard let ends = own.ends, TrainingLength.months(from: first, to: max(first, ends)) < 11 else {
      return nil
    }
    return Reason("collision.trainingTooSoon", "\(ends)", "\(first)")
  }

  private func addOwnTraining(
    _ own: TrainingTime, to draft: inout PlanDraft, after pass: String
  ) -> TrainingEnd {
    var notes: [Reason] = []
    if let year = profile.preliminaryExamination.year, self.pass.state == .passed,
      own.starts?.year == year
    {
      notes.append(Reason("note.samePassYear", "\(year)"))
    }
    let (state, isOpen) = ownStart(own)
    draft.add(
      PlanStep(
        "training/start", .training, Reason("step.trainingStart"),
        own.starts.map { .stated($0...$0) } ?? .unknown, state, needs: [pass], notes: notes,
        ask: isOpen ? Office.ownHospital : nil))
    let isDone = state == .done
    let (end, remark) = ownEnd(own)
    let isSure = if case .on = end { true } else { false }
    draft.add(
      PlanStep(
        "training/end", .training, Reason("step.trainingEnd"), end.time,
        isSure ? (end.first > today ? .ahead : isDone ? .done : .unknown) : .unknown,
        needs: ["training/start"],
        notes: [Reason("note.lastDay")] + (isSure ? remark.map { [$0] } ?? [] : []),
        ask: isSure && remark == nil && !isOpen ? nil : Office.ownHospital))
    if !isSure, let remark {
      draft.collide(.trainingTooShort, "training/end", isForecast: false, remark)
    }
    if case .on(let ends) = end { collideLateEnd(ends, "training/end", isForecast: false, &draft) }
    if own.ends.map({ $0 > today }) ?? true { addMatching(to: &draft, isSure: true) }
    return end
  }

  /// Whether a training that is agreed upon has begun, which it cannot before the pass; and whether one
  /// must ask.
  private func ownStart(_ own: TrainingTime) -> (PlanStep.State, isOpen: Bool) {
    guard let day = [own.starts, own.ends].compactMap({ $0 }).min(), day <= today else {
      return own.starts == nil ? (.unknown, true) : (.ahead, false)
    }
    return pass.state == .passed ? (.done, own.starts == nil) : (.unknown, true)
  }

  /// When a training that is agreed upon is over, and what is to be said of its length.
  private func ownEnd(_ own: TrainingTime) -> (TrainingEnd, Reason?) {
    guard let ends = own.ends else {
      return (.notBefore(TrainingLength.yearEnd(from: own.starts ?? today)), nil)
    }
    guard let starts = own.starts else { return (.on(ends), nil) }
    let months = TrainingLength.months(from: starts, to: ends)
    if months >= 12 { return (.on(ends), nil) }
    if months == 11 { return (.on(ends), Reason("monthsOpen", "\(starts)", "\(ends)", "12")) }
    return (
      .notBefore(max(TrainingLength.yearEnd(from: starts), today)),
      Reason("collision.trainingShort", "\(starts)", "\(ends)")
    )
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
    _ ends: CalendarDay, _ step: String, of hospital: String? = nil, isForecast: Bool,
    _ draft: inout PlanDraft
  ) {
    let limit = trainingLimit
    guard let day = limit.day(in: ends.year),
      let spring = CalendarDay(year: ends.year, month: 6, day: 30),
      ends > day, ends <= spring
    else { return }
    let isAbout = ends <= day.movedByDays(limit.unsureDays)
    let key =
      switch (isAbout, hospital == nil) {
      case (true, true): "collision.trainingEndsAbout"
      case (true, false): "collision.hospitalEndsAbout"
      case (false, true): "collision.trainingEnds"
      case (false, false): "collision.hospitalEnds"
      }
    draft.collide(
      .trainingEndsLate, step, isForecast: isForecast,
      Reason(
        key: key, values: ["\(ends)", "\(day)", "\(ends.year + 1)"] + [hospital].compactMap { $0 }))
  }
}
