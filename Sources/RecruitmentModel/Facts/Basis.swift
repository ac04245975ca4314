/// How strongly a fact is founded, the strongest first.
public enum Basis: String, Hashable, Sendable, Codable, CaseIterable {
  /// The institution's own page for this intake.
  case official
  /// The institution's rules: how it recruits, not whether it does this year.
  case regulation
  /// Somebody else says so.
  case reported
  /// Computed from other facts.
  case derived
}

extension Basis: Comparable {
  /// Orders bases from weak to strong.
  public static func < (weaker: Self, stronger: Self) -> Bool {
    weaker.rank > stronger.rank
  }

  private var rank: Int {
    switch self {
    case .official: 0
    case .regulation: 1
    case .reported: 2
    case .derived: 3
    }
  }
}
