import ApplicantProfile
import QueryEngine
import RecruitmentModel

/// The national examination, the licence, and what comes after it.
extension Planner {
  /// The application, the examination, the result, and the registration.
  ///
  /// - Parameters:
  ///   - draft: The plan.
  ///   - needs: What comes before the application.
  ///   - training: When the training is over; nil for a way without one.
  func addNationalExamination(
    to draft: inout PlanDraft, needs: [String], training: TrainingEnd?
  ) {
    let records = ExaminationSeries.national.records(in: programs)
    let first = firstExaminationYear(training)
    // The first one whose papers are not surely due before today.
    var year = first
    while isOver(year, records) { year += 1 }
    let pending = addMissedRounds(first..<year, records, needs, to: &draft)
    let record = ExaminationSeries.national.record(for: year, in: programs)
    let round = ExaminationRound(record?.facts ?? Facts(), examinationYear: year)
    var notes: [Reason] = training == nil ? [] : [Reason("note.expectedCompletion")]
    if case .notBefore = training { notes.insert(Reason("note.earliest"), at: 0) }
    if let ends = training?.first, let limit = trainingLimit.day(in: year), ends > limit {
      if ends.year == year { notes.append(Reason("endsAbout", "\(ends)", "\(limit)")) }
    }
    addRound(round, year, record, needs, notes, to: &draft)
    addLicence(after: year, round.announced.first, training, pending, to: &draft)
    if case .on(let ends) = training, ends > today, let closes = round.closes, closes < ends {
      draft.collide(
        .applicationDuringTraining, "national/apply/\(year - 1)",
        isForecast: round.forecastFrom != nil,
        Reason("collision.expectedCompletion", "\(closes)", "\(ends)"))
    }
  }

  /// A round whose papers are over while the examination or its result is still to come: who applied in
  /// time sits it, and who sat it waits.
  ///
  /// Returns the rounds by which who did so may be licensed before the next one.
  private func addMissedRounds(
    _ years: Range<Int>, _ records: [Program], _ needs: [String], to draft: inout PlanDraft
  ) -> [PendingRound] {
    var pending: [PendingRound] = []
    for record in records {
      let round = ExaminationRound(record.facts)
      guard let held = round.examinationYear, years.contains(held), let days = round.days,
        let closes = round.closes, closes < today
      else { continue }
      guard today <= days.upperBound || round.result.map({ today <= $0 }) ?? false else { continue }
      pending.append(PendingRound(year: held, result: round.announced.first))
      if round.result != nil { addAwaited(round.announced, of: record, held, &draft) }
      guard today <= days.upperBound else { continue }
      draft.add(
        PlanStep(
          "national/apply/\(held - 1)", .examination, Reason("step.nationalApply", "\(held)"),
          round.papers, .missed, needs: needs,
          notes: [Reason("note.ifApplied", "\(days.lowerBound)")] + record.facts.windowNotes,
          program: record.id,
          evidence: record.facts.application?.evidence ?? [],
          basis: record.facts.application?.basis, due: record.facts.dueTime))
    }
    return pending
  }

  /// A round for which one can apply no longer, while it or its result is still to come.
  private struct PendingRound {
    let year: Int
    /// The first day on which its result can come, where that is known.
    let result: CalendarDay?
  }

  private func addAwaited(
    _ result: PlanTime, of record: Program, _ year: Int, _ draft: inout PlanDraft
  ) {
    draft.add(
      PlanStep(
        "national/result/\(year)", .examination, Reason("step.nationalResult", "\(year)"),
        result, state(of: result), notes: [Reason("note.ifSat")],
        ask: state(of: result) == .unknown ? ministry : nil, program: record.id,
        evidence: record.facts.selection?.evidence ?? [], basis: record.facts.selection?.basis))
  }

  private func addRound(
    _ round: ExaminationRound, _ year: Int, _ record: Program?, _ needs: [String],
    _ remarks: [Reason], to draft: inout PlanDraft
  ) {
    func step(
      _ id: String, _ title: String, _ time: PlanTime, _ needs: [String], _ notes: [Reason],
      _ ground: (evidence: [Evidence], basis: Basis)?, _ due: DueTime = DueTime()
    ) {
      draft.add(
        PlanStep(
          id, .examination, Reason(title, "\(year)"), time, state(of: time), needs: needs,
          notes: pastNotes(time) + notes,
          ask: state(of: time) == .unknown ? ministry : nil,
          program: record?.id, evidence: ground?.evidence ?? [], basis: ground?.basis, due: due))
    }
    let facts = record?.facts
    step(
      "national/apply/\(year - 1)", "step.nationalApply", round.papers, needs,
      round.openingNotes + (facts?.windowNotes ?? []) + remarks,
      facts?.application.map { ($0.evidence, $0.basis) }, facts?.dueTime ?? DueTime())
    step(
      "national/exam/\(year)", "step.nationalExam",
      round.sitting, ["national/apply/\(year - 1)"], [],
      facts?.examDate.map { ($0.evidence, $0.basis) })
    step(
      "national/result/\(year)", "step.nationalResult", round.announced,
      ["national/exam/\(year)"], [], facts?.selection.map { ($0.evidence, $0.basis) })
  }

  /// The registration, after a result and the end of the training.
  private func addLicence(
    after year: Int, _ result: CalendarDay?, _ training: TrainingEnd?, _ pending: [PendingRound],
    to draft: inout PlanDraft
  ) {
    let results = pending.map(\.result) + [result]
    let isKnown = !results.contains(nil)
    let first = [results.compactMap(\.self).min(), training?.first].compactMap { $0 }.max()
    let awaited = pending.filter { $0.result != nil }.map { "national/result/\($0.year)" }
    let next = "national/result/\(year)"
    draft.add(
      PlanStep(
        "licence", .licence, Reason("step.licence"),
        isKnown ? first.map { .notBefore($0) } ?? .unknown : .unknown, .unknown,
        needs: (awaited.isEmpty ? [next] : []) + (training == nil ? [] : ["training/end"]),
        needsOneOf: awaited.isEmpty ? [] : awaited + [next],
        notes: [Reason("note.dateUnknown")], ask: ministry, program: Self.routeB,
        evidence: evidence(of: .licence)))
  }

  /// The year of the first examination that the training can be over for.
  private func firstExaminationYear(_ training: TrainingEnd?) -> Int {
    guard let ends = training?.first else { return today.year }
    return max(today.year, trainingLimit.examinationYear(endingOn: ends))
  }

  /// Whether one can no longer apply for the examination of a year: its stated window has closed, or the
  /// examination itself has passed by what is stated or forecast.
  private func isOver(_ year: Int, _ records: [Program]) -> Bool {
    guard
      let record = records.last(where: { ExaminationRound($0.facts).examinationYear ?? 0 <= year })
    else { return year < today.year }
    let round = ExaminationRound(record.facts, examinationYear: year)
    if round.forecastFrom == nil, let closes = round.closes { return closes < today }
    return round.days.map { $0.upperBound < today } ?? (year < today.year)
  }

  // MARK: After the licence

  func addAfterLicence(to draft: inout PlanDraft) {
    if isLicensed {
      draft.add(
        PlanStep(
          "national/passed", .examination, Reason("step.nationalPassed"),
          profile.nationalExaminationPassed.flatMap { date in
            date.earliest.flatMap { first in date.latest.map { .stated(first...$0) } }
          } ?? .unknown, .done))
      // Who has ended the initial clinical training is registered; of who has passed only nobody has said it.
      let isRegistered = profile.clinicalTrainingEnds?.latest.map { $0 <= today } ?? false
      draft.add(
        PlanStep(
          "licence", .licence, Reason("step.licence"), .unknown, isRegistered ? .done : .unknown,
          needs: ["national/passed"],
          notes: (isRegistered ? [] : [Reason("note.registration")])
            + (owesNoTraining ? [Reason("note.noClinicalDuty")] : []),
          ask: isRegistered ? nil : ministry,
          evidence: evidence(of: owesNoTraining ? .specialist : .licence)))
    }
    guard profile.goal == .specialist else { return }
    if clinicalDuty != .none || profile.clinicalTrainingEnds != nil {
      addClinicalTraining(to: &draft)
    }
    addSpecialistExamination(to: &draft)
  }

  /// Whether the person owes the two years of initial clinical training.
  var clinicalDuty: ClinicalTrainingDuty {
    ClinicalTrainingDuty(passed: isLicensed ? profile.nationalExaminationPassed : nil)
  }

  private var owesNoTraining: Bool { profile.goal == .specialist && clinicalDuty == .none }

  private func addClinicalTraining(to draft: inout PlanDraft) {
    let licence =
      draft.steps.first { $0.id == (isLicensed ? "national/passed" : "licence") }?.time.first
    // A last day before the licence cannot be that of this training.
    let ends = profile.clinicalTrainingEnds.flatMap { date in
      let isPossible = date.latest.map { day in
        (licence.map { $0 <= day } ?? true) && (isLicensed || day > today)
      }
      return isPossible == true ? date : nil
    }
    let time: PlanTime =
      ends.flatMap { date in
        date.earliest.flatMap { first in date.latest.map { .stated(first...$0) } }
      }
      ?? (clinicalDuty == .owed ? licence : nil).map { .notBefore($0.movedByYears(2)) } ?? .unknown
    let isDone = isLicensed && ends?.latest.map { $0 <= today } ?? false
    draft.add(
      PlanStep(
        "clinical-training/end", .specialist, Reason("step.clinicalTraining"), time,
        isDone ? .done : ends == nil ? .unknown : .ahead, needs: ["licence"],
        notes: ends == nil ? clinicalNotes : [],
        ask: ends != nil ? nil : clinicalDuty == .unknown ? ministry : Office.ownHospital,
        evidence: ends == nil ? evidence(of: .specialist) : []))
  }

  private var clinicalNotes: [Reason] {
    clinicalDuty == .unknown
      ? [Reason("note.clinicalDutyUnknown")]
      : [Reason("note.clinicalLength"), Reason("note.obligation")]
  }
}
