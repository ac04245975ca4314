extension Facts {
  /// Puts two sets of facts of the same program together, fact by fact, as `Fact.merged(with:)` does.
  ///
  /// Official facts of different intakes must not be given: which intake counts is decided before.
  public func merged(with other: Facts) -> Facts {
    var facts = Facts()
    facts.intake = either(intake, other.intake)
    facts.accepting = either(accepting, other.accepting)
    facts.fee = either(fee, other.fee)
    facts.application = either(application, other.application)
    facts.training = either(training, other.training)
    facts.selection = either(selection, other.selection)
    facts.recommendation = either(recommendation, other.recommendation)
    facts.obligation = either(obligation, other.obligation)
    facts.capacity = either(capacity, other.capacity)
    facts.eligibility = either(eligibility, other.eligibility)
    facts.departments = either(departments, other.departments)
    facts.documents = either(documents, other.documents)
    facts.contact = either(contact, other.contact)
    facts.examDate = either(examDate, other.examDate)
    facts.venues = either(venues, other.venues)
    facts.rules = either(rules, other.rules)
    facts.steps = either(steps, other.steps)
    return facts
  }

  /// The same facts, their page evidence pointing that many places further on, for when the pages of
  /// another record are put before theirs.
  public func movingPages(by places: Int) -> Facts {
    mappingEvidence { evidence in
      guard case .page(let page) = evidence else { return evidence }
      return .page(page.movingPage(by: places))
    }
  }

  /// The same facts with every piece of evidence replaced.
  public func mappingEvidence(_ transform: (Evidence) -> Evidence) -> Facts {
    var facts = Facts()
    facts.intake = intake?.mappingEvidence(transform)
    facts.accepting = accepting?.mappingEvidence(transform)
    facts.fee = fee?.mappingEvidence(transform)
    facts.application = application?.mappingEvidence(transform)
    facts.training = training?.mappingEvidence(transform)
    facts.selection = selection?.mappingEvidence(transform)
    facts.recommendation = recommendation?.mappingEvidence(transform)
    facts.obligation = obligation?.mappingEvidence(transform)
    facts.capacity = capacity?.mappingEvidence(transform)
    facts.eligibility = eligibility?.mappingEvidence(transform)
    facts.departments = departments?.mappingEvidence(transform)
    facts.documents = documents?.mappingEvidence(transform)
    facts.contact = contact?.mappingEvidence(transform)
    facts.examDate = examDate?.mappingEvidence(transform)
    facts.venues = venues?.mappingEvidence(transform)
    facts.rules = rules?.mappingEvidence(transform)
    facts.steps = steps?.mappingEvidence(transform)
    return facts
  }

  private func either<Value>(_ one: Fact<Value>?, _ other: Fact<Value>?) -> Fact<Value>? {
    guard let one, let other else { return one ?? other }
    return one.merged(with: other)
  }
}
