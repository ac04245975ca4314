/// One statement of a fact, whatever the type of its value.
public struct Claim: Sendable {
  /// Which fact it is of.
  public let fact: FactName
  /// Its value.
  public let value: any Hashable & Sendable & Codable
  /// What proves it.
  public let evidence: [Evidence]
  /// Whether a stronger statement beat it.
  public let isBeaten: Bool

  /// Whether two statements say the same.
  public func agrees(with other: Claim) -> Bool {
    fact == other.fact && AnyHashable(value) == AnyHashable(other.value)
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
