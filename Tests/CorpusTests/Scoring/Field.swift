import RecruitmentModel

/// A part of a fact that is scored by itself; the raw value is its name in labels and in the floors.
enum Field: String, Hashable, Sendable, CaseIterable {
  case intake
  case accepting
  case feeFree = "fee.free"
  case feeYearly = "fee.yearly"
  case feeItems = "fee.items"
  case applicationWindows = "application.windows"
  case applicationRolling = "application.rolling"
  case trainingMonths = "training.months"
  case trainingStarts = "training.starts"
  case trainingEnds = "training.ends"
  case selectionMethods = "selection.methods"
  case selectionDates = "selection.dates"
  case selectionResult = "selection.result"
  case recommendation
  case obligationScope = "obligation.scope"
  case capacity
  case contactEmail = "contact.email"
  case contactPhone = "contact.phone"
  case examDate
  case venues
  case eligibility
  case departments
  case documents

  /// Whether it is a list of short statements, which people word differently; lists are judged only
  /// where a label has one, and stay out of the sum over all fields.
  var isList: Bool { [.eligibility, .departments, .documents].contains(self) }

  /// The fact that the field is a part of.
  var fact: FactName {
    switch self {
    case .intake: .intake
    case .accepting: .accepting
    case .feeFree, .feeYearly, .feeItems: .fee
    case .applicationWindows, .applicationRolling: .application
    case .trainingMonths, .trainingStarts, .trainingEnds: .training
    case .selectionMethods, .selectionDates, .selectionResult: .selection
    case .recommendation: .recommendation
    case .obligationScope: .obligation
    case .capacity: .capacity
    case .contactEmail, .contactPhone: .contact
    case .examDate: .examDate
    case .venues: .venues
    case .eligibility: .eligibility
    case .departments: .departments
    case .documents: .documents
    }
  }

  /// The facts that have fields, in the order of the contract.
  static let facts = FactName.allCases.filter { fact in allCases.contains { $0.fact == fact } }

  /// The fields of a fact.
  static func of(_ fact: FactName) -> [Field] {
    allCases.filter { $0.fact == fact }
  }
}
