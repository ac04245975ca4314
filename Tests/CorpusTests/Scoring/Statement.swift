import RecruitmentModel

/// The value of one fact, whether a label or a reader states it.
enum Statement: Hashable, Sendable {
  case intake(Intake)
  case accepting(Acceptance)
  case fee(Fee)
  case application(Application)
  case training(Training)
  case selection(Selection)
  case recommendation(Recommendation)
  case obligation(Obligation)
  case capacity(Capacity)
  case contact(Contact)
  case examDate([ExaminationDay])
  case venues([String])
  /// One of the facts that are lists of short statements.
  case list([String])

  /// Decodes the value of a fact; nil for the facts that are not scored.
  init?(_ fact: FactName, from decoder: any Decoder) throws {
    switch fact {
    case .intake: self = .intake(try Intake(from: decoder))
    case .accepting: self = .accepting(try Acceptance(from: decoder))
    case .fee: self = .fee(try Fee(from: decoder))
    case .application: self = .application(try Application(from: decoder))
    case .training: self = .training(try Training(from: decoder))
    case .selection: self = .selection(try Selection(from: decoder))
    case .recommendation: self = .recommendation(try Recommendation(from: decoder))
    case .obligation: self = .obligation(try Obligation(from: decoder))
    case .capacity: self = .capacity(try Capacity(from: decoder))
    case .contact: self = .contact(try Contact(from: decoder))
    case .examDate: self = .examDate(try [ExaminationDay](from: decoder))
    case .venues: self = .venues(try [String](from: decoder))
    case .eligibility, .departments, .documents: self = .list(try [String](from: decoder))
    case .rules, .steps: return nil
    }
  }
}

/// What is stated, a value a fact.
typealias Statements = [FactName: Statement]

extension Statements {
  /// Takes the values out of the facts of a record.
  init(_ facts: Facts) {
    self = [:]
    self[.intake] = facts.intake.map { .intake($0.value) }
    self[.accepting] = facts.accepting.map { .accepting($0.value) }
    self[.fee] = facts.fee.map { .fee($0.value) }
    self[.application] = facts.application.map { .application($0.value) }
    self[.training] = facts.training.map { .training($0.value) }
    self[.selection] = facts.selection.map { .selection($0.value) }
    self[.recommendation] = facts.recommendation.map { .recommendation($0.value) }
    self[.obligation] = facts.obligation.map { .obligation($0.value) }
    self[.capacity] = facts.capacity.map { .capacity($0.value) }
    self[.contact] = facts.contact.map { .contact($0.value) }
    self[.examDate] = facts.examDate.map { .examDate($0.value) }
    self[.venues] = facts.venues.map { .venues($0.value) }
    self[.eligibility] = facts.eligibility.map { .list($0.value) }
    self[.departments] = facts.departments.map { .list($0.value) }
    self[.documents] = facts.documents.map { .list($0.value) }
  }
}
