public import ApplicantProfile
public import RecruitmentModel

/// Lays out the way of one person from where they stand to the goal.
///
/// What no source states is unknown or a forecast, and is called so; no date of a coming year is made up
/// but by moving those of the last known one.
public struct Planner: Sendable {
  let profile: Profile
  let programs: [Program]
  let today: CalendarDay
  let pass: PreliminaryPass
  /// By when the training must be over for the national examination.
  let trainingLimit: TrainingLimit

  /// Makes a planner.
  ///
  /// - Parameters:
  ///   - profile: What the person says.
  ///   - programs: All records.
  ///   - today: The day.
  public init(_ profile: Profile, programs: [Program], today: CalendarDay) {
    let profile = profile.asKnown(on: today, among: programs)
    self.profile = profile
    self.programs = programs
    self.today = today
    pass = PreliminaryPass(profile, programs: programs, today: today)
    trainingLimit = TrainingLimit(programs)
  }

  /// The ministry, which decides on recognition and examinations.
  var ministry: Office { Office.ministry(programs) }

  /// The plan.
  public func plan() -> Plan {
    var draft = PlanDraft()
    if !isLicensed {
      addRecognition(to: &draft)
      switch profile.recognition {
      case .neither: break
      case .nationalExamination: addRouteA(to: &draft)
      case .preliminaryExamination, nil: addRouteB(to: &draft)
      }
    }
    if profile.recognition != .neither || isLicensed { addAfterLicence(to: &draft) }
    return Plan(
      today: today, steps: StepOrder.sorted(draft.steps), collisions: draft.collisions,
      excluded: draft.excluded, unsaid: unsaid)
  }

  /// Whether the person says that the national examination is passed; of a year or a month that runs, it
  /// has been passed by today.
  var isLicensed: Bool {
    profile.nationalExaminationPassed?.earliest.map { $0 <= today } ?? false
  }

  private var unsaid: [String] {
    var keys: [String] = []
    if isLicensed {
      if profile.goal == .specialist, profile.clinicalTrainingEnds == nil, clinicalDuty != .none {
        keys.append("clinicalTrainingEnds")
      }
    } else {
      // Who has ended the initial clinical training has the licence.
      if profile.clinicalTrainingEnds?.latest.map({ $0 <= today }) ?? false {
        keys.append("nationalExaminationPassed")
      }
      if !isRecognised { keys.append("recognition") }
      if profile.recognition != .nationalExamination, profile.recognition != .neither {
        if profile.preliminaryExamination.passed == nil {
          keys.append("preliminaryExamination.passed")
        }
        if pass.state == .unknown, profile.preliminaryExamination.passed != nil {
          keys.append("preliminaryExamination.expected")
        }
      }
    }
    if profile.goal == nil { keys.append("goal") }
    return keys
  }

  // MARK: Recognition

  /// Whether the outcome is said, or follows: who passed a stage was recognised for it.
  private var isRecognised: Bool {
    profile.recognition != nil
      || profile.preliminaryExamination.passed.map { $0 != .none } ?? false
  }

  private func addRecognition(to draft: inout PlanDraft) {
    let evidence = evidence(of: .recognition)
    let note =
      profile.recognition.map { Reason("note.recognition", $0.rawValue) }
      ?? Reason(isRecognised ? "note.recognitionByPass" : "note.recognitionOpen")
    draft.add(
      PlanStep(
        "recognition", .recognition, Reason("step.recognition"), .unknown,
        isRecognised ? .done : .unknown, notes: [note],
        ask: isRecognised && profile.recognition != .neither ? nil : ministry,
        program: evidence.isEmpty ? nil : Self.routeB, evidence: evidence))
  }

  /// The way through the preliminary examination, whose steps say what each stage rests on.
  static let routeB = "jp/route-b"

  /// What proves the first step of a stage; none where no source of its own stands with it.
  func evidence(of stage: PathwayStep.Stage) -> [Evidence] {
    guard let steps = programs.first(where: { $0.id == Self.routeB })?.facts.steps,
      steps.evidence.count == steps.value.count,
      let place = steps.value.firstIndex(where: { $0.stage == stage })
    else { return [] }
    return [steps.evidence[place]]
  }

  // MARK: Route A

  private func addRouteA(to draft: inout PlanDraft) {
    let isDone = profile.consultationSkills == .passed
    draft.add(
      PlanStep(
        "consultation-skills", .examination, Reason("step.consultationSkills"), .unknown,
        isDone ? .done : .unknown, needs: ["recognition"],
        notes: isDone ? [] : [Reason("note.dateUnknown")], ask: isDone ? nil : ministry,
        program: "jp/route-a"))
    addNationalExamination(to: &draft, needs: ["consultation-skills"], training: nil)
  }
}

/// A plan that is being put together.
struct PlanDraft {
  var steps: [PlanStep] = []
  var collisions: [PlanCollision] = []
  var excluded: [ExcludedProgram] = []

  /// What comes before a specialist examination: the initial clinical training, or the licence of who owes none.
  var beforeSpecialist: [String] {
    let training = "clinical-training/end"
    return [steps.contains { $0.id == training } ? training : "licence"]
  }

  mutating func add(_ step: PlanStep) { steps.append(step) }

  mutating func collide(
    _ kind: PlanCollision.Kind, _ step: String, isForecast: Bool, _ reason: Reason
  ) {
    collisions.append(
      PlanCollision(kind: kind, step: step, isForecast: isForecast, reason: reason))
  }
}
