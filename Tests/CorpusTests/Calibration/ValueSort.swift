import RecruitmentModel

/// What the value of a fact is made of; the more it says, the sooner something of it is wrong.
enum ValueSort: String, Hashable, Sendable, CaseIterable {
  case single = "one value"
  case parts = "several parts"
  case list

  /// The sort of a fact.
  init(of fact: FactName) {
    switch fact {
    case .intake, .accepting, .recommendation, .obligation, .capacity: self = .single
    case .fee, .application, .training, .selection, .contact, .examDate: self = .parts
    case .eligibility, .departments, .documents, .venues, .rules, .steps: self = .list
    }
  }
}
