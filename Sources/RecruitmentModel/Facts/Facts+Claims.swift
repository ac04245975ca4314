/// One statement of a fact, whatever the type of its value.
public struct Claim: Sendable {
  /// Which fact it is of.
  public let fact: FactName
  /// Its value.
  public let value: any FactValue
  /// What proves it.
  public let evidence: [Evidence]
  /// Whether a stronger statement beat it.
  public let isBeaten: Bool

  /// Whether this statement says all that the other says.
  public func covers(_ other: Claim) -> Bool {
    func covers<Value: FactValue>(_ value: Value) -> Bool {
      (other.value as? Value).map(value.covers) ?? false
    }
    return fact == other.fact && covers(value)
  }

  /// What both say, without evidence; nil where they do not agree.
  public func joined(with other: Claim) -> Claim? {
    func joined<Value: FactValue>(_ value: Value) -> (any FactValue)? {
      (other.value as? Value).flatMap(value.joined)
    }
    guard fact == other.fact else { return nil }
    return joined(value).map {
      Claim(fact: fact, value: $0, evidence: [], isBeaten: isBeaten)
    }
  }
}

extension Facts {
  /// All statements, in the order in which facts are shown; what was beaten follows what beat it.
  public var claims: [Claim] {
    [
      Self.claims(.intake, intake), Self.claims(.accepting, accepting), Self.claims(.fee, fee),
      Self.claims(.application, application), Self.claims(.training, training),
      Self.claims(.selection, selection), Self.claims(.recommendation, recommendation),
      Self.claims(.obligation, obligation), Self.claims(.capacity, capacity),
      Self.claims(.eligibility, eligibility), Self.claims(.departments, departments),
      Self.claims(.documents, documents), Self.claims(.contact, contact),
      Self.claims(.examDate, examDate), Self.claims(.venues, venues), Self.claims(.rules, rules),
      Self.claims(.steps, steps),
    ].flatMap(\.self)
  }

  private static func claims<Value>(_ name: FactName, _ fact: Fact<Value>?) -> [Claim] {
    guard let fact else { return [] }
    return [Claim(fact: name, value: fact.value, evidence: fact.evidence, isBeaten: false)]
      + fact.conflicts.map {
        Claim(fact: name, value: $0.value, evidence: $0.evidence, isBeaten: true)
      }
  }
}
