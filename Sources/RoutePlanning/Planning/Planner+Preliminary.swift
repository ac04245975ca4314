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
          needs: [before], notes: pastNotes(time) + satNotes(time) + reformNotes(year),
          ask: time.isForecast || time == .unknown ? ministry : nil, program: record?.id,
          evidence: record?.facts.examDate?.evidence ?? []))
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
    draft.add(
      PlanStep(
        application, .examination, Reason("step.preliminaryApply", "\(year)"),
        isDone ? Self.year(year) : .unknown, isDone ? .done : .unknown, needs: [before],
        notes: notes, ask: isDone && notes.isEmpty ? nil : ministry, program: record?.id,
        evidence: record?.facts.application?.evidence ?? []))
    return isDone ? addStage(after: application) : application
  }

  /// The year in which the rest of the examination is looked for.
  private var examinationYear: Int {
    if case .expected(let year, _) = pass.state { return year }
    let next = PreliminaryExamination.Stage.allCases.dropFirst().first {
      profile.preliminaryExamination.passed?.reaches($0) != true
    }
    let day = next.flatMap {
      stageTime($0, today.year, preliminaryRecord(today.year)).last
    }
    return (day.map { today <= $0 } ?? false) ? today.year : today.year + 1
  }

  /// The last known round that is not later than a year.
  private func preliminaryRecord(_ year: Int) -> Program? {
    let records = ExaminationSeries.preliminary.records(in: programs)
    return records.last { (ExaminationRound($0.facts).examinationYear ?? 0) <= year }
      ?? records.first
  }

  /// The day of a stage: the stages stand in the record in their order.
  private func stageTime(
    _ stage: PreliminaryExamination.Stage, _ year: Int, _ record: Program?
  ) -> PlanTime {
    let days = record?.facts.examDate?.value ?? []
    let places: [PreliminaryExamination.Stage] = [.part1, .part2, .practical]
    guard days.count == places.count, let place = places.firstIndex(of: stage),
      let first = days[place].starts.earliest,
      let last = (days[place].ends ?? days[place].starts).latest, first <= last
    else { return .unknown }
    let shift = year - first.year
    let span = first.movedByYears(shift)...last.movedByYears(shift)
    return shift == 0 ? .stated(span) : .forecast(span, from: first.year)
  }

  /// The first day on which the examination can have been passed as a whole; nil where it is passed and
  /// nobody says when.
  var passIsNotBefore: CalendarDay? {
    guard pass.state == .passed else {
      return PreliminaryPass.lastDay(examinationYear, programs)
    }
    guard let year = profile.preliminaryExamination.year else { return nil }
    if case .stated(let days) = stageTime(.practical, year, preliminaryRecord(year)) {
      return days.lowerBound
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

  static func year(_ year: Int?) -> PlanTime {
    guard let year, let first = CalendarDay(year: year, month: 1, day: 1),
      let last = CalendarDay(year: year, month: 12, day: 31)
    else { return .unknown }
    return .stated(first...last)
  }

  /// A stated day is ahead or missed; of a forecast neither is sure.
  func state(of time: PlanTime) -> PlanStep.State {
    guard case .stated(let days) = time else { return .unknown }
    return today <= days.upperBound ? .ahead : .missed
  }
}
