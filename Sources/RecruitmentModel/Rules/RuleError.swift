/// What is wrong with the rules of an examination, and where.
public struct RuleError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The keys and places in lists that lead there from the list of rules, such as `2`, `needs`, `all`, `0`.
  public let path: [String]
  /// What is wrong and what would be right.
  public let reason: String

  /// Makes an error.
  public init(path: [String], reason: String) {
    self.path = path
    self.reason = reason
  }

  /// The place and the reason in one line.
  public var description: String { "rules.\(path.joined(separator: ".")): \(reason)" }
}
