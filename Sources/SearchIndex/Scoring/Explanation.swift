/// How a number came about: the value, what it is, and the numbers that it was made of.
public struct Explanation: Hashable, Sendable {
  /// The number.
  public var value: Double
  /// What the number is, in a few words, with its formula where it has one.
  public var description: String
  /// What it was made of, in the order of the formula.
  public var details: [Explanation]

  /// Describes a number.
  public init(_ value: Double, _ description: String, details: [Explanation] = []) {
    self.value = value
    self.description = description
    self.details = details
  }
}
