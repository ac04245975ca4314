/// A set of scalars that is asked for every scalar of a text: one bit for each below U+10000.
public struct ScalarSet: Sendable {
  private let bits: [UInt64]

  /// Makes a set of the scalars of a text, and of those that fulfil a condition.
  public init(_ scalars: String, and isMember: (Unicode.Scalar) -> Bool = { _ in false }) {
    var bits = [UInt64](repeating: 0, count: 0x10000 / 64)
    func insert(_ scalar: Unicode.Scalar) {
      bits[Int(scalar.value / 64)] |= 1 << UInt64(scalar.value % 64)
    }
    for scalar in scalars.unicodeScalars where scalar.value < 0x10000 { insert(scalar) }
    for value in UInt32(0)..<0x10000 {
      if let scalar = Unicode.Scalar(value), isMember(scalar) { insert(scalar) }
    }
    self.bits = bits
  }

  /// Whether a scalar is in the set.
  public func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x10000
      && bits[Int(scalar.value / 64)] & 1 << UInt64(scalar.value % 64) != 0
  }
}
