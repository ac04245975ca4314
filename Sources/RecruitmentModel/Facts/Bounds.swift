/// A range of whole numbers with an open end where one is not stated; printed as `{"min": n, "max": n}`.
public struct Bounds: Hashable, Sendable, Codable {
  /// The least, absent where the lower end is open.
  public let min: Int?
  /// The greatest, absent where the upper end is open.
  public let max: Int?

  /// Makes a range; at least one end should be stated.
  public init(min: Int? = nil, max: Int? = nil) {
    self.min = min
    self.max = max
  }

  /// Makes the range that holds one number only.
  public init(exactly number: Int) {
    min = number
    max = number
  }

  /// Multiplies both ends.
  public func times(_ factor: Int) -> Bounds {
    Bounds(min: min.map { $0 * factor }, max: max.map { $0 * factor })
  }

  /// Adds two ranges; an end that is open in one is open in the sum.
  public func plus(_ other: Bounds) -> Bounds {
    Bounds(
      min: min.flatMap { one in other.min.map { one + $0 } },
      max: max.flatMap { one in other.max.map { one + $0 } })
  }
}
