/// The number of a document: its place in the order of adding, from 0.
public struct DocumentNumber: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
  /// The number itself.
  public let rawValue: UInt32

  /// Stands behind every document: where a cursor is when it has no more.
  public static let end = DocumentNumber(.max)

  /// Wraps a number.
  @inlinable
  public init(_ rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Takes a literal.
  @inlinable
  public init(integerLiteral value: UInt32) {
    self.init(value)
  }

  /// Orders documents as they were added.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The number as an array index.
  @inlinable
  public var index: Int { Int(rawValue) }
}
