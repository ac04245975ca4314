/// An `Allow` or a `Disallow`.
struct RobotsRule: Sendable {
  let allows: Bool
  let pattern: RobotsPattern
  let line: RobotsLine

  /// Whether this rule decides where both match: the longer does, of equals the one that allows.
  func isStronger(than other: RobotsRule) -> Bool {
    pattern.length == other.pattern.length
      ? allows && !other.allows : pattern.length > other.pattern.length
  }
}

/// The answer to whether an address may be fetched.
public enum RobotsVerdict: Hashable, Sendable {
  /// It may; nil where no line speaks of it.
  case allowed(by: RobotsLine?)
  /// It may not.
  case disallowed(by: RobotsLine)

  /// Whether the address may be fetched.
  public var isAllowed: Bool {
    if case .allowed = self { true } else { false }
  }

  /// The line that decided; nil where no line speaks of the address.
  public var line: RobotsLine? {
    switch self {
    case .allowed(let line): line
    case .disallowed(let line): line
    }
  }
}
