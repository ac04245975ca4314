/// A set of scalars that is asked for every scalar of a text: one bit for each below U+10000.
public struct ScalarSet: Sendable {
  private let bits: [UInt64]

  /// Makes a set of the scalars of a text, and of some stretches.
  public init(_ scalars: String, _ stretches: ClosedRange<Unicode.Scalar>...) {
    self.init(of: scalars.unicodeScalars, stretches)
  }

  /// Makes a set of some scalars.
  init(of scalars: some Sequence<Unicode.Scalar>, _ stretches: [ClosedRange<Unicode.Scalar>] = []) {
    var bits = [UInt64](repeating: 0, count: 0x10000 / 64)
    func insert(_ value: UInt32) {
      if value < 0x10000 { bits[Int(value / 64)] |= 1 << UInt64(value % 64) }
    }
    for scalar in scalars { insert(scalar.value) }
    for stretch in stretches {
      for value in stretch.lowerBound.value...stretch.upperBound.value { insert(value) }
    }
    self.bits = bits
  }

  /// Whether a scalar is in the set.
  public func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x10000
      && bits[Int(scalar.value / 64)] & 1 << UInt64(scalar.value % 64) != 0
  }
}
