/// A 64-bit hash of whole 32-byte stripes, fed piece by piece.
///
/// Every step is a bijection of the eight bytes that it takes, so a change inside one aligned
/// word always changes the result. It guards against accidents, not against an attacker.
struct Checksum {
  /// Bytes taken at a time; every piece is a multiple of it.
  static let stripe = 32

  private var lanes: (UInt64, UInt64, UInt64, UInt64) = (
    0x2545_f491_4f6c_dd1d, 0x7c3a_9d05_be21_468b, 0xa1d6_30f7_59c8_e24d, 0x64e9_b82f_17d3_5ca9
  )
  private var length: UInt64 = 0

  /// Takes the next piece; bytes behind its last whole stripe are ignored.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    var (first, second, third, fourth) = lanes
    let whole = bytes.count / Self.stripe * Self.stripe
    for offset in stride(from: 0, to: whole, by: Self.stripe) {
      first = Self.step(first, start.word(at: offset))
      second = Self.step(second, start.word(at: offset + 8))
      third = Self.step(third, start.word(at: offset + 16))
      fourth = Self.step(fourth, start.word(at: offset + 24))
    }
    lanes = (first, second, third, fourth)
    length &+= UInt64(whole)
  }

  /// The hash of all pieces so far.
  var value: UInt64 {
    var result = length
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] {
      result = Self.step(result, Self.scattered(lane))
    }
    return Self.scattered(result)
  }

  /// Returns the hash of one short byte string of any length, as a table of terms needs it.
  @inline(__always)
  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    guard let start = bytes.baseAddress else { return 0 }
    var result = UInt64(truncatingIfNeeded: bytes.count) &* multiplier
    var offset = 0
    while offset + 8 <= bytes.count {
      result = step(result, start.word(at: offset))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(start.load(fromByteOffset: offset, as: UInt8.self))
      offset += 1
    }
    return scattered(step(result, rest))
  }

  /// Odd, so that multiplying by it loses nothing; bits of the golden ratio.
  private static let multiplier: UInt64 = 0x9e37_79b9_7f4a_7c15
  /// Odd like the other; bits of the square root of two.
  private static let otherMultiplier: UInt64 = 0x6a09_e667_f3bc_c909

  @inline(__always)
  private static func step(_ state: UInt64, _ word: UInt64) -> UInt64 {
    // Multiplied before and after, so that no bit of a word reaches the next step alone.
    let mixed = state ^ word &* otherMultiplier
    return (mixed << 29 | mixed >> 35) &* multiplier
  }

  @inline(__always)
  private static func scattered(_ state: UInt64) -> UInt64 {
    let product = (state ^ state >> 32) &* multiplier
    return product ^ product >> 29
  }
}

extension UnsafeRawPointer {
  @inline(__always)
  fileprivate func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
