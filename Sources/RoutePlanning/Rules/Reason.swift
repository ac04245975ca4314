/// Why an answer is what it is: a key of the wording and the figures in it.
public struct Reason: Hashable, Sendable {
  /// The key of the words.
  public let key: String
  /// What stands in their places.
  public let values: [String]

  /// Makes a reason.
  public init(_ key: String, _ values: String...) {
    self.key = key
    self.values = values
  }

  /// Makes a reason of values at hand.
  public init(key: String, values: [String]) {
    self.key = key
    self.values = values
  }
}
