/// With which two scalars words begin: tells of most places in a text that no word stands there, from so
/// few bytes that they stay near the processor.
struct WordBeginnings: Sendable {
  /// One bit for each of 65,536 pairs in turn; pairs that share a bit cost a look into the table of pairs.
  private var pairs = [UInt64](repeating: 0, count: 0x10000 / 64)
  /// One bit for each of 65,536 scalars in turn that are a word by themselves.
  private var words = [UInt64](repeating: 0, count: 0x10000 / 64)

  /// Adds the beginning of a word.
  mutating func insert(_ word: [Unicode.Scalar]) {
    guard let first = word.first else { return }
    if word.count > 1 {
      let place = Self.place(first, word[1])
      pairs[place >> 6] |= 1 << UInt64(place & 63)
    } else {
      let place = Int(first.value & 0xFFFF)
      words[place >> 6] |= 1 << UInt64(place & 63)
    }
  }

  @inline(__always)
  private static func place(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int {
    Int((first.value &* 0x9E37_79B1 ^ second.value &* 0x85EB_CA77) >> 16)
  }

  /// Looks at the bits where they lie.
  @inline(__always)
  func withBits<Result>(_ body: (Bits) -> Result) -> Result {
    pairs.withUnsafeBufferPointer { pairs in
      words.withUnsafeBufferPointer { body(Bits(pairs: pairs, words: $0)) }
    }
  }

  /// The bits while a text is gone through.
  struct Bits {
    fileprivate let pairs: UnsafeBufferPointer<UInt64>
    fileprivate let words: UnsafeBufferPointer<UInt64>

    /// Whether a scalar may be a word by itself.
    @inline(__always)
    func isWord(_ scalar: Unicode.Scalar) -> Bool {
      let place = Int(scalar.value & 0xFFFF)
      return words[place >> 6] & 1 << UInt64(place & 63) != 0
    }

    /// Whether a word of several scalars may begin with two.
    @inline(__always)
    func hasPair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
      let place = WordBeginnings.place(first, second)
      return pairs[place >> 6] & 1 << UInt64(place & 63) != 0
    }
  }
}

/// Where the words that begin with two scalars go on: a table with open places, at most half full.
struct PairTable: Sendable {
  /// A place of the table; node 0 where it is open.
  fileprivate struct Slot: Sendable {
    var key: UInt64 = 0
    var node: Int32 = 0
  }

  private var slots: [Slot]

  /// Makes room for some pairs.
  init(count: Int) {
    var size = 16
    while size < 2 * count { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
  }

  @inline(__always)
  private static func key(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }

  @inline(__always)
  private static func place(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// Adds a pair, which is not there yet.
  mutating func insert(_ first: Unicode.Scalar, _ second: Unicode.Scalar, node: Int32) {
    let key = Self.key(first, second)
    var place = Self.place(key) & (slots.count - 1)
    while slots[place].node != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = Slot(key: key, node: node)
  }

  /// Looks at the table where it lies.
  @inline(__always)
  func withSlots<Result>(_ body: (Slots) -> Result) -> Result {
    slots.withUnsafeBufferPointer { body(Slots(slots: $0)) }
  }

  /// The table while a text is gone through.
  struct Slots {
    fileprivate let slots: UnsafeBufferPointer<PairTable.Slot>

    /// The node to which two scalars lead; 0 where no word begins so.
    @inline(__always)
    func node(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int32 {
      let key = PairTable.key(first, second)
      var place = PairTable.place(key) & (slots.count - 1)
      while slots[place].node != 0 {
        if slots[place].key == key { return slots[place].node }
        place = (place + 1) & (slots.count - 1)
      }
      return 0
    }
  }
}
