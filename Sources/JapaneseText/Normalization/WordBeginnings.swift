/// With which two scalars words begin: tells of most places in a text that no word stands there, from so
/// few bytes that they stay near the processor.
struct WordBeginnings: Sendable {
  /// One bit for each of 65,536 pairs in turn; pairs that share a bit cost a look into the tree.
  private var bits = [UInt64](repeating: 0, count: 0x10000 / 64)

  /// Adds the beginning of a word; a word of one scalar goes on with anything.
  mutating func insert(_ word: [Unicode.Scalar]) {
    guard let first = word.first else { return }
    let place = word.count > 1 ? Self.place(first, word[1]) : Self.place(first, Self.anything)
    bits[place >> 6] |= 1 << UInt64(place & 63)
  }

  private static let anything: Unicode.Scalar = "\0"

  @inline(__always)
  private static func place(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int {
    Int((first.value &* 0x9E37_79B1 ^ second.value &* 0x85EB_CA77) >> 16)
  }

  /// Looks at the bits where they lie.
  @inline(__always)
  func withBits<Result>(_ body: (Bits) -> Result) -> Result {
    bits.withUnsafeBufferPointer { body(Bits(bits: $0)) }
  }

  /// The bits while a text is gone through.
  struct Bits {
    fileprivate let bits: UnsafeBufferPointer<UInt64>

    /// Whether a word may begin at a place.
    @inline(__always)
    func mayBegin(at place: Int, in scalars: UnsafeBufferPointer<Unicode.Scalar>) -> Bool {
      let first = scalars[place]
      return place + 1 < scalars.count && has(first, scalars[place + 1])
        || has(first, WordBeginnings.anything)
    }

    @inline(__always)
    private func has(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
      let place = WordBeginnings.place(first, second)
      return bits[place >> 6] & 1 << UInt64(place & 63) != 0
    }
  }
}
