import ApplicantProfile
import QueryEngine
import RecruitmentModel

/// The examination in general internal medicine.
extension Planner {
  func addSpecialistExamination(to draft: inout PlanDraft) {
    if let held = profile.certifications?.first(where: { $0.name == .generalInternist }) {
      draft.add(
        PlanStep(
          "general-internist", .specialist, Reason("step.generalInternist"),
          held.certified.map { .stated($0...$0) } ?? Self.year(held.year), .done,
          needs: draft.beforeSpecialist))
      return
    }
    let rounds = specialistRounds(to: &draft)
    guard let round = rounds.first(where: { $0.report.answer.verdict != .no }), isCertified else {
      addUndatedSpecialist(rounds.first, to: &draft)
      return
    }
    addSpecialist(round, to: &draft)
  }

  /// A round with what its rules say.
  private struct SpecialistRound {
    let record: Program
    let year: Int
    let round: ExaminationRound
    let report: EligibilityReport
  }

  /// Whether a certification in internal medicine is held; the way to one is in no record.
  private var isCertified: Bool { profile.certifications?.isEmpty == false }

  /// How many rounds are looked at: the years that a rule may count.
  private static let rounds = 6

  /// The rounds that are still to come after the initial clinical training, the next one first; the one whose
  /// papers are past while its examination is still to come is added as missed.
  private func specialistRounds(to draft: inout PlanDraft) -> [SpecialistRound] {
    let records = ExaminationSeries.generalInternist.records(in: programs)
    let after = draft.steps.first { $0.id == "clinical-training/end" }?.time.first ?? today
    var rounds: [SpecialistRound] = []
    var year = max(today.year - 1, after.year)
    while rounds.count < Self.rounds, year <= max(today.year, after.year) + Self.rounds + 1 {
      defer { year += 1 }
      guard let record = record(records, appliedForIn: year) else { return rounds }
      let round = ExaminationRound(record.facts, applicationYear: year)
      guard let last = round.closes ?? round.days?.upperBound, last >= after else { continue }
      guard
        let report = try? EligibilityReport(
          record, profile: profile, year: year, today: today, among: programs)
      else { continue }
      guard last >= today else {
        // Who may not sit it has missed nothing.
        if round.forecastFrom == nil, report.byRules.verdict != .no {
          addMissed(record, round, to: &draft)
        }
        continue
      }
      rounds.append(SpecialistRound(record: record, year: year, round: round, report: report))
    }
    return rounds
  }

  /// The last known round that is applied for no later than in a year.
  private func record(_ records: [Program], appliedForIn year: Int) -> Program? {
    records.last { ExaminationRound($0.facts).year ?? 0 <= year } ?? records.first
  }

  private func addMissed(
    _ record: Program, _ round: ExaminationRound, to draft: inout PlanDraft
  ) {
    guard isCertified, let closes = round.closes, let days = round.days, today <= days.upperBound
    else { return }
    draft.add(
      PlanStep(
        "general-internist/apply/\(closes.year)", .specialist,
        Reason("step.generalInternistApply", "\(closes.year)"),
        round.papers, .missed, needs: draft.beforeSpecialist,
        notes: [Reason("note.ifApplied", "\(days.lowerBound)")] + record.facts.windowNotes,
        program: record.id,
        evidence: record.facts.application?.evidence ?? [], basis: record.facts.application?.basis,
        due: record.facts.dueTime))
  }

  private func addSpecialist(_ next: SpecialistRound, to draft: inout PlanDraft) {
    let (facts, round) = (next.record.facts, next.round)
    let (papers, sitting) = (round.papers, round.sitting)
    let verdict = Reason("note.eligible.\(next.report.answer.verdict.rawValue)", "\(next.year)")
    let office = Office(next.record)
    let isOpen = state(of: papers) == .unknown || next.report.answer.verdict != .yes
    draft.add(
      PlanStep(
        "general-internist/apply/\(next.year)", .specialist,
        Reason("step.generalInternistApply", "\(next.year)"), papers, state(of: papers),
        needs: draft.beforeSpecialist,
        notes: pastNotes(papers) + round.openingNotes + facts.windowNotes + [verdict]
          + next.report.answer.reasons,
        ask: isOpen ? office : nil, program: next.record.id,
        evidence: facts.application?.evidence ?? [], basis: facts.application?.basis,
        due: facts.dueTime))
    let venues = facts.venues.map { venues in
      let names = venues.value.joined(separator: "、")
      // Where the next one is held nobody has said.
      guard case .forecast(_, let year?) = sitting else { return [Reason("note.venues", names)] }
      return [Reason("note.venuesThen", names, "\(year)")]
    }
    draft.add(
      PlanStep(
        "general-internist/exam/\(next.year)", .specialist, Reason("step.generalInternist"),
        sitting,
        state(of: sitting), needs: ["general-internist/apply/\(next.year)"], notes: venues ?? [],
        ask: state(of: sitting) == .unknown ? office : nil, program: next.record.id,
        evidence: facts.examDate?.evidence ?? [], basis: facts.examDate?.basis))
  }

  /// The examination of who cannot be told when they may sit it.
  private func addUndatedSpecialist(_ next: SpecialistRound?, to draft: inout PlanDraft) {
    let record = next?.record ?? ExaminationSeries.generalInternist.records(in: programs).last
    var notes = isCertified ? [] : [Reason("note.specialistBefore")]
    if let next {
      let verdict = next.report.answer.verdict.rawValue
      notes += [Reason("note.eligible.\(verdict)", "\(next.year)")] + next.report.answer.reasons
    }
    draft.add(
      PlanStep(
        "general-internist", .specialist, Reason("step.generalInternist"), .unknown, .unknown,
        needs: draft.beforeSpecialist, notes: notes, ask: record.map(Office.init) ?? ministry,
        program: record?.id, evidence: record?.facts.examDate?.evidence ?? []))
  }
}
