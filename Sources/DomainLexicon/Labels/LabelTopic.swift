/// What a label on a page announces.
public enum LabelTopic: String, Hashable, Sendable, CaseIterable {
  case intake
  case accepting
  /// A charge that the trainee pays to the institution.
  case fee
  /// Money that is not a charge of the trainee: pay, rent, the fee for being examined.
  case otherMoney = "other-money"
  case application
  case training
  case selection
  /// The day of the selection.
  case selectionDay = "selection-day"
  case result
  case recommendation
  case obligation
  case capacity
  case eligibility
  case documents
  case contact
  case departments
  case examDate = "exam-date"
  case venue
  /// A matter that facts are not read from; it keeps the words below from an outer label.
  case unrelated
}
