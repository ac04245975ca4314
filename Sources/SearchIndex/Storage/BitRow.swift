/// Numbers of the same width, one behind the other, the lowest bits first.
struct BitRow {
  /// The greatest width of a number.
  static let greatestWidth = 32
  /// How many bits can be read at once from anywhere.
  static let wordLength = 56

  let start: UnsafeRawPointer
  /// Bytes of the row; behind it there are as many readable ones as a word has.
  let length: Int
  let width: Int

  /// The number at a place; 0 behind the end.
  @inline(__always)
  subscript(place: Int) -> UInt32 {
    let bit = place &* width
    guard bit >> 3 < length else { return 0 }
    return UInt32(truncatingIfNeeded: bits(from: bit) & (1 &<< UInt64(width) &- 1))
  }

  /// The number at a bit, which lies inside the row.
  @inline(__always)
  func number(at bit: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: bits(from: bit) & (1 &<< UInt64(width) &- 1))
  }

  /// So many bits as are read at once, from a bit of the row on.
  @inline(__always)
  func word(from bit: Int) -> UInt64 { bits(from: bit) & (1 << UInt64(Self.wordLength) - 1) }

  /// The bits of the greatest of some numbers.
  static func width(of numbers: some Sequence<UInt32>) -> Int {
    UInt32.bitWidth - numbers.reduce(0, |).leadingZeroBitCount
  }

  /// The bytes of so many numbers.
  static func length(of count: Int, width: Int) -> Int { (count * width + 7) / 8 }

  @inline(__always)
  private func bits(from bit: Int) -> UInt64 {
    UInt64(littleEndian: start.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
      &>> UInt64(bit & 7)
  }
}

/// Writes numbers as a ``BitRow``.
struct BitPacker {
  private var pending: UInt64 = 0
  private var count = 0

  /// Appends the lowest bits of a number.
  @inline(__always)
  mutating func append(_ number: UInt32, width: Int, to bytes: inout [UInt8]) {
    pending |= UInt64(number) &<< UInt64(count)
    count += width
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending &>>= 8
      count -= 8
    }
  }

  /// Fills the last byte up with zeros.
  mutating func finish(_ bytes: inout [UInt8]) {
    if count > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
    (pending, count) = (0, 0)
  }
}
