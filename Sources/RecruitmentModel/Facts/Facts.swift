/// What is known of a program; an absent fact is unknown.
public struct Facts: Hashable, Sendable, Codable {
  /// The year that it recruits for.
  public var intake: Fact<Intake>?
  /// Whether trainees are taken at all.
  public var accepting: Fact<Acceptance>?
  /// What the trainee pays.
  public var fee: Fact<Fee>?
  /// When papers are taken.
  public var application: Fact<Application>?
  /// The training itself.
  public var training: Fact<Training>?
  /// How applicants are chosen.
  public var selection: Fact<Selection>?
  /// Whether somebody must recommend the applicant.
  public var recommendation: Fact<Recommendation>?
  /// Where one must stay afterwards.
  public var obligation: Fact<Obligation>?
  /// The number of places.
  public var capacity: Fact<Capacity>?
  /// Who may apply, one short statement a line.
  public var eligibility: Fact<[String]>?
  /// The departments of the training.
  public var departments: Fact<[String]>?
  /// The papers to hand in.
  public var documents: Fact<[String]>?
  /// The office to ask.
  public var contact: Fact<Contact>?
  /// The days of an examination.
  public var examDate: Fact<[ExaminationDay]>?
  /// The cities of an examination.
  public var venues: Fact<[String]>?
  /// The rules of an examination that can be computed.
  public var rules: Fact<[EligibilityRule]>?
  /// The steps of a licensing route.
  public var steps: Fact<[PathwayStep]>?

  /// In their own order, in which they are written: what comes otherwise is written twice.
  private enum CodingKeys: CodingKey {
    case accepting, application, capacity, contact, departments, documents, eligibility, examDate
    case fee, intake, obligation, recommendation, rules, selection, steps, training, venues
  }

  /// Makes an empty set: nothing is known.
  public init() {}

  /// What stands behind a fact, by its name; nil where it is unknown.
  public func provenance(of name: FactName) -> Provenance? {
    switch name {
    case .intake: intake?.provenance
    case .accepting: accepting?.provenance
    case .fee: fee?.provenance
    case .application: application?.provenance
    case .training: training?.provenance
    case .selection: selection?.provenance
    case .recommendation: recommendation?.provenance
    case .obligation: obligation?.provenance
    case .capacity: capacity?.provenance
    case .eligibility: eligibility?.provenance
    case .departments: departments?.provenance
    case .documents: documents?.provenance
    case .contact: contact?.provenance
    case .examDate: examDate?.provenance
    case .venues: venues?.provenance
    case .rules: rules?.provenance
    case .steps: steps?.provenance
    }
  }

  /// The names of the facts that are known, in the order of the contract.
  public var known: [FactName] {
    FactName.allCases.filter { provenance(of: $0) != nil }
  }
}

extension Facts: JSONWritable {
  func write(_ fields: JSONFields) throws {
    try fields.add("accepting", object: accepting)
    try fields.add("application", object: application)
    try fields.add("capacity", object: capacity)
    try fields.add("contact", object: contact)
    try fields.add("departments", object: departments)
    try fields.add("documents", object: documents)
    try fields.add("eligibility", object: eligibility)
    try fields.add("examDate", object: examDate)
    try fields.add("fee", object: fee)
    try fields.add("intake", object: intake)
    try fields.add("obligation", object: obligation)
    try fields.add("recommendation", object: recommendation)
    try fields.add("rules", object: rules)
    try fields.add("selection", object: selection)
    try fields.add("steps", object: steps)
    try fields.add("training", object: training)
    try fields.add("venues", object: venues)
  }
}

/// The name of a fact, as records have it, in the order in which facts are shown.
public enum FactName: String, Hashable, Sendable, Codable, CaseIterable {
  case intake
  case accepting
  case fee
  case application
  case training
  case selection
  case recommendation
  case obligation
  case capacity
  case eligibility
  case departments
  case documents
  case contact
  case examDate
  case venues
  case rules
  case steps
}
