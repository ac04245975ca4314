/// The rules of one examination, read and checked: every id is unique, every rule that another one
/// names is there, and none needs itself.
public struct RuleSet: Hashable, Sendable {
  /// A rule with what it needs; one that only stands in words needs what nobody can compute.
  public struct Rule: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// The rule in words.
    public let text: String
    /// What it needs; nil where it only stands in words.
    public let needs: Requirement?
  }

  /// The id of the rule that says whether one may sit the examination.
  public static let mainRule = "eligible"

  /// The rules in their order.
  public let rules: [Rule]

  /// Reads rules.
  ///
  /// - Throws: The first thing that is wrong, with its place.
  public init(_ rules: [EligibilityRule]) throws(RuleError) {
    var read: [Rule] = []
    for (place, rule) in rules.enumerated() {
      guard !read.contains(where: { $0.id == rule.id }) else {
        throw RuleError(path: ["\(place)", "id"], reason: "the id “\(rule.id)” stands twice")
      }
      var needs: Requirement?
      if let value = rule.needs {
        needs = try RequirementReader(path: ["\(place)", "needs"]).requirement(value)
      }
      read.append(Rule(id: rule.id, text: rule.text, needs: needs))
    }
    self.rules = read
    try checkNames()
  }

  /// The rule with an id.
  public subscript(id: String) -> Rule? { rules.first { $0.id == id } }

  private func checkNames() throws(RuleError) {
    for (place, rule) in rules.enumerated() {
      for name in rule.needs?.namedRules ?? [] where self[name] == nil {
        throw RuleError(
          path: ["\(place)", "needs"],
          reason: "there is no rule “\(name)”; there are \(rules.map(\.id).joined(separator: ", "))"
        )
      }
    }
    for (place, rule) in rules.enumerated() {
      if let circle = circle(from: rule.id, seen: []) {
        throw RuleError(
          path: ["\(place)", "needs"],
          reason:
            "these rules need each other in a circle: \(circle.joined(separator: " → ")); take one out"
        )
      }
    }
  }

  /// The ids along which a rule leads back to itself.
  private func circle(from id: String, seen: [String]) -> [String]? {
    if let start = seen.firstIndex(of: id) { return Array(seen[start...]) + [id] }
    for next in self[id]?.needs?.namedRules ?? [] {
      if let circle = circle(from: next, seen: seen + [id]) { return circle }
    }
    return nil
  }
}

extension Requirement {
  /// The ids of the rules that it names.
  public var namedRules: [String] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.namedRules)
    case .not(let part): part.namedRules
    case .rule(let id): [id]
    default: []
    }
  }
}
