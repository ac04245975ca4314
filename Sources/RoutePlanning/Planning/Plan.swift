public import RecruitmentModel

/// When a step falls, as far as it is known.
public enum PlanTime: Hashable, Sendable {
  /// Stated by a source, or by the person.
  case stated(ClosedRange<CalendarDay>)
  /// Some day of these, stated no closer by the source.
  case within(ClosedRange<CalendarDay>)
  /// The days of the last known year moved; that year, where there is one.
  case forecast(ClosedRange<CalendarDay>, from: Int?)
  /// Not before a day; nothing else is known.
  case notBefore(CalendarDay)
  /// Nothing is known.
  case unknown

  /// The first day that it may mean.
  public var first: CalendarDay? {
    switch self {
    case .stated(let days), .within(let days), .forecast(let days, _): days.lowerBound
    case .notBefore(let day): day
    case .unknown: nil
    }
  }

  /// The last day that it may mean.
  public var last: CalendarDay? {
    switch self {
    case .stated(let days), .within(let days), .forecast(let days, _): days.upperBound
    case .notBefore, .unknown: nil
    }
  }

  /// Whether it is a forecast.
  public var isForecast: Bool {
    if case .forecast = self { true } else { false }
  }
}

/// One step of the way.
public struct PlanStep: Hashable, Sendable {
  /// How a step stands.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    /// The person says that it is done.
    case done
    /// Its day is stated, and its last day is still to come.
    case ahead
    /// Its stated day has passed.
    case missed
    /// Whether it is still possible, or when it is, is not known.
    case unknown
  }

  /// Its id; a round of another year has another one.
  public let id: String
  /// The stage of the way.
  public let stage: PathwayStep.Stage
  /// What is to be done: a key of the wording with its values.
  public let title: Reason
  /// When.
  public let time: PlanTime
  /// How it stands.
  public let state: State
  /// The ids of the steps that come before.
  public var needs: [String]
  /// The ids of steps of which one is enough, such as applications; all of them stand before.
  public var needsOneOf: [String]
  /// What else must be known.
  public var notes: [Reason]
  /// Whom to ask for what is not known; nil where nothing need be asked.
  public var ask: Office?
  /// The record that it rests on.
  public var program: String?
  /// What proves it.
  public var evidence: [Evidence]
  /// How strongly its days are founded; nil where no record states them.
  public var basis: Basis?
  /// The hour on the last day and how papers meet it, where the source says so.
  public var due = DueTime()
  /// An id that stays where the day of a round moves.
  public var stableID: String

  /// Whether nobody can rely on its days without asking.
  public var isTentative: Bool {
    switch time {
    case .stated: basis.map { $0 != .official } ?? false
    default: true
    }
  }

  init(
    _ id: String, _ stage: PathwayStep.Stage, _ title: Reason, _ time: PlanTime, _ state: State,
    needs: [String] = [], needsOneOf: [String] = [], notes: [Reason] = [], ask: Office? = nil,
    program: String? = nil, evidence: [Evidence] = [], basis: Basis? = nil,
    due: DueTime = DueTime(), stableID: String? = nil
  ) {
    self.id = id
    self.stage = stage
    self.title = title
    self.time = time
    self.state = state
    self.needs = needs
    self.needsOneOf = needsOneOf
    self.notes = notes
    self.ask = ask
    self.program = program
    self.evidence = evidence
    self.basis = time == .unknown ? nil : basis
    self.due = due
    self.stableID = stableID ?? id
  }
}

/// Two things that do not go together, or may not.
public struct PlanCollision: Hashable, Sendable {
  /// What collides.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A hospital closes before the result of the preliminary examination.
    case closesBeforeResult = "closes-before-result"
    /// A training is agreed upon for a day before the preliminary examination can be passed.
    case trainingBeforePass = "training-before-pass"
    /// A training is agreed upon that is shorter than a year.
    case trainingTooShort = "training-too-short"
    /// The training ends after the last day before the national examination.
    case trainingEndsLate = "training-ends-late"
    /// Places for the initial clinical training are given while the training runs.
    case matchingDuringTraining = "matching-during-training"
    /// Papers for the national examination are due before the training is over.
    case applicationDuringTraining = "application-during-training"
  }

  /// What collides.
  public let kind: Kind
  /// The step that it hits.
  public let step: String
  /// Whether it rests on a forecast, so that it may not happen.
  public let isForecast: Bool
  /// What it means and what to do.
  public let reason: Reason
}

/// The dated way of one person.
public struct Plan: Hashable, Sendable {
  /// The day of which it holds.
  public let today: CalendarDay
  /// The steps: none stands before what it needs.
  public let steps: [PlanStep]
  /// What does not go together.
  public let collisions: [PlanCollision]
  /// Hospitals that are left out, each with the reasons.
  public let excluded: [ExcludedProgram]
  /// What the person did not say, without which the plan is not sure.
  public let unsaid: [String]
}

/// A program that a plan leaves out.
public struct ExcludedProgram: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// Its hospital.
  public let hospital: String
  /// Why.
  public let reasons: [Reason]
}
