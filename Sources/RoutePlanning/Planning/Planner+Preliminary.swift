import ApplicantProfile
import RecruitmentModel

/// Route B: the preliminary examination, the practical training, the national examination.
extension Planner {
  func addRouteB(to draft: inout PlanDraft) {
    let last = addPreliminaryExamination(to: &draft)
    let training = addTraining(to: &draft, after: last)
    addNationalExamination(
      to: &draft, needs: ["training/start"], training: training)
  }

  /// The stages that are still to be passed; the id of the last step.
  private func addPreliminaryExamination(to draft: inout PlanDraft) -> String {
    if pass.state == .passed {
      draft.add(
        PlanStep(
          "preliminary/passed", .examination, Reason("step.preliminaryPassed"),
          Self.year(profile.preliminaryExamination.year), .done, needs: ["recognition"]))
      return "preliminary/passed"
    }
    let year = examinationYear
    let record = preliminaryRecord(year)
    var before = addApplication(year, record, to: &draft)
    for stage in PreliminaryExamination.Stage.allCases.dropFirst()
    where profile.preliminaryExamination.passed?.reaches(stage) != true {
      let id = "preliminary/\(stage.rawValue)/\(year)"
      let time = stageTime(stage, year, record)
      draft.add(
        PlanStep(
          id, .examination, Reason("step.preliminaryStage", stage.rawValue), time, state(of: time),
          needs: [before],
          notes: pastNotes(time) + satNotes(time) + awaitedNotes(stage, year) + reformNotes(year),
          ask: state(of: time) == .unknown ? ministry : nil, program: record?.id,
          evidence: record?.facts.examDate?.evidence ?? [], basis: record?.facts.examDate?.basis))
      before = id
    }
    let result = "preliminary/result/\(year)"
    draft.add(
      PlanStep(
        result, .examination, Reason("step.preliminaryResult", "\(year)"), resultTime(year),
        .unknown, needs: [before], notes: [Reason("note.resultUnknown")], ask: ministry))
    return result
  }

  /// The application for the examination of a year, and the stage that is passed; the id of the later one.
  ///
  /// Who passed a stage in that year has applied in it; else one applies after the stage that is passed.
  private func addApplication(
    _ year: Int, _ record: Program?, to draft: inout PlanDraft
  ) -> String {
    let examination = profile.preliminaryExamination
    let application = "preliminary/apply/\(year)"
    let passed = examination.passed.flatMap { $0 == .none ? nil : $0 }
    let isDone = passed != nil && examination.year == year
    func addStage(after before: String) -> String {
      guard let passed else { return before }
      let id = "preliminary/\(passed.rawValue)"
      draft.add(
        PlanStep(
          id, .examination, Reason("step.preliminaryStage", passed.rawValue),
          Self.year(examination.year), .done, needs: [before],
          notes: isDone ? [] : [Reason("note.partKept")], ask: isDone ? nil : ministry))
      return id
    }
    let before = isDone ? "recognition" : addStage(after: "recognition")
    var notes = isDone ? [] : reformNotes(year)
    if isDone, passed == .part1 { notes.append(Reason("note.partApply")) }
    let time = isDone ? Self.year(year) : applicationTime(year, record)
    let state: PlanStep.State = isDone ? .done : state(of: time)
    if state == .missed { notes.append(Reason("note.ifAppliedOnly")) }
    let isSure = state == .ahead || state == .missed || isDone
    draft.add(
      PlanStep(
        application, .examination, Reason("step.preliminaryApply", "\(year)"), time, state,
        needs: [before], notes: pastNotes(time) + notes,
        ask: isSure && notes.isEmpty ? nil : ministry, program: record?.id,
        evidence: record?.facts.application?.evidence ?? [],
        basis: isDone ? nil : record?.facts.application?.basis,
        due: isDone ? DueTime() : record?.facts.dueTime ?? DueTime()))
    return isDone ? addStage(after: application) : application
  }

  /// When papers for the examination of a year are taken, stated or moved from the last known round.
  private func applicationTime(_ year: Int, _ record: Program?) -> PlanTime {
    guard let record else { return .unknown }
    return ExaminationRound(record.facts, examinationYear: year).papers
  }

  /// The year in which the rest of the examination is looked for.
  private var examinationYear: Int {
    if case .expected(let year, _) = pass.state { return year }
    return PreliminaryPass.examinationYear(profile.preliminaryExamination, programs, today)
  }

  /// The last known round that is not later than a year.
  private func preliminaryRecord(_ year: Int) -> Program? {
    ExaminationSeries.preliminary.record(for: year, in: programs)
  }

  /// The day of a stage, stated or moved from the last known round.
  private func stageTime(
    _ stage: PreliminaryExamination.Stage, _ year: Int, _ record: Program?
  ) -> PlanTime {
    guard let record else { return .unknown }
    let stages = ExaminationStages(record.facts)
    guard let days = stages.days[stage] else { return .unknown }
    let (first, last) = (days.lowerBound, days.upperBound)
    let shift = year - first.year
    let span = first.movedByYears(shift)...last.movedByYears(shift)
    if shift != 0 { return .forecast(span, from: first.year) }
    return stages.isOfDays ? .stated(span) : .within(span)
  }

  /// The first day on which the examination can have been passed as a whole; nil where it is passed and
  /// nobody says when.
  var passIsNotBefore: CalendarDay? {
    guard pass.state == .passed else {
      return PreliminaryPass.lastDay(examinationYear, programs)
    }
    guard let year = profile.preliminaryExamination.year else { return nil }
    switch stageTime(.practical, year, preliminaryRecord(year)) {
    case .stated(let days), .within(let days): return days.lowerBound
    case .forecast, .notBefore, .unknown: break
    }
    return CalendarDay(year: year, month: 1, day: 1)
  }

  private func resultTime(_ year: Int) -> PlanTime {
    PreliminaryPass.lastDay(year, programs).map { .notBefore($0) } ?? .unknown
  }

  /// Of years that nobody has announced, what is known of changes.
  private func reformNotes(_ year: Int) -> [Reason] {
    guard let record = preliminaryRecord(year),
      ExaminationRound(record.facts).examinationYear != year
    else { return [] }
    let said = record.facts.application.flatMap { fact in
      fact.value.note.map { note in
        // The editor's note says the same in English.
        if case .elsewhere(let source)? = fact.evidence.first {
          return Reason("note.editor", note, source.note)
        }
        return Reason("note.words", note)
      }
    }
    return [Reason("note.notAnnounced", "\(year)")] + [said].compactMap { $0 }
  }

  /// Says of a forecast whose days have passed that it has probably been missed.
  func pastNotes(_ time: PlanTime) -> [Reason] {
    guard time.isForecast, let last = time.last, last < today else { return [] }
    return [Reason("note.probablyPast", "\(last)")]
  }

  /// Of a stage whose day has passed while the pass is still expected: who sat it waits for its result.
  private func satNotes(_ time: PlanTime) -> [Reason] {
    state(of: time) == .missed ? [Reason("note.ifSat")] : []
  }

  /// Of the next round, where the stage was held this year: who sat it and waits may be nearer than the plan says.
  private func awaitedNotes(_ stage: PreliminaryExamination.Stage, _ year: Int) -> [Reason] {
    guard profile.preliminaryExamination.expected == nil, year > today.year,
      stage == profile.preliminaryExamination.next,
      case .stated(let days) = stageTime(stage, today.year, preliminaryRecord(today.year)),
      days.upperBound < today
    else { return [] }
    return [Reason("note.maySitAwait", "\(days.upperBound)", "\(today.year)")]
  }

  static func year(_ year: Int?) -> PlanTime {
    guard let year, let first = CalendarDay(year: year, month: 1, day: 1),
      let last = CalendarDay(year: year, month: 12, day: 31)
    else { return .unknown }
    return .stated(first...last)
  }

  /// A stated day is ahead or missed; of a forecast neither is sure.
  func state(of time: PlanTime) -> PlanStep.State {
    switch time {
    case .stated(let days): today <= days.upperBound ? .ahead : .missed
    case .within(let days):
      // Of a day that is known by its month only it is not known within that month whether it has passed.
      today <= days.lowerBound ? .ahead : today <= days.upperBound ? .unknown : .missed
    case .forecast, .notBefore, .unknown: .unknown
    }
  }
}
