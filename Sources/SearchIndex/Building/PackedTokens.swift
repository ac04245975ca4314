/// Tokens laid out for building: the bytes of their terms one behind the other, no text for each.
public struct PackedTokens: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each term ends.
  private(set) var ends: [UInt32] = []
  private(set) var positions: [UInt32] = []

  /// Makes an empty list.
  public init() {}

  /// The number of tokens.
  public var count: Int { ends.count }

  /// Adds a token; the positions of a term must ascend.
  @inline(__always)
  public mutating func append(_ term: UnsafeBufferPointer<UInt8>, at position: UInt32) {
    bytes.append(contentsOf: term)
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
    positions.append(position)
  }
}
