#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How runs of Japanese script were cut into words, for as many as fit; a newer one takes the place of an
/// older.
struct CutRuns {
  /// How many runs are kept at most.
  private static let slotCount = 1 << 18
  /// How many bytes their texts and words may take before all are forgotten.
  private static let byteLimit = 24 << 20
  /// The longest run that is kept, in bytes; longer ones hardly come back.
  private static let longest = 255

  private struct Slot {
    var key: UInt64 = 0
    /// Where its text stands, then the length of each word.
    var start: UInt32 = 0
    var length: UInt8 = 0
    var wordCount: UInt8 = 0
  }

  private var slots: [Slot] = []
  private var bytes: [UInt8] = []

  /// A number that tells most runs apart.
  @inline(__always)
  static func key(of run: UnsafeRawBufferPointer) -> UInt64 {
    var key = UInt64(run.count) &* 0x9e37_79b9_7f4a_7c15
    var offset = 0
    while offset + 8 <= run.count {
      key = mixed(key ^ run.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < run.count {
      rest = rest << 8 | UInt64(run[offset])
      offset += 1
    }
    return mixed(key ^ rest)
  }

  @inline(__always)
  private static func mixed(_ number: UInt64) -> UInt64 {
    let product = number.multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
    return product.high ^ product.low
  }

  /// Hands over the words of a run that is remembered; false where it is not.
  @inline(__always)
  func forEachWord(
    of run: UnsafeRawBufferPointer, key: UInt64, _ body: (_ start: Int, _ end: Int) -> Void
  ) -> Bool {
    guard !slots.isEmpty else { return false }
    let slot = slots[Int(key % UInt64(Self.slotCount))]
    guard slot.key == key, Int(slot.length) == run.count, slot.wordCount > 0 else { return false }
    return bytes.withUnsafeBytes { bytes in
      let start = Int(slot.start)
      let lengths = start + run.count
      guard let known = bytes.baseAddress, let wanted = run.baseAddress,
        memcmp(known + start, wanted, run.count) == 0
      else { return false }
      var end = 0
      for word in 0..<Int(slot.wordCount) {
        let first = end
        end += Int(bytes[lengths + word])
        body(first, end)
      }
      return true
    }
  }

  /// Remembers how a run was cut, where its words follow one another.
  mutating func remember(
    _ run: UnsafeRawBufferPointer, key: UInt64, _ words: [(start: Int, end: Int)]
  ) {
    guard run.count <= Self.longest, words.count <= UInt8.max, words.last?.end == run.count else {
      return
    }
    var end = 0
    for word in words {
      guard word.start == end else { return }
      end = word.end
    }
    if slots.isEmpty || bytes.count > Self.byteLimit {
      slots = [Slot](repeating: Slot(), count: Self.slotCount)
      bytes.removeAll(keepingCapacity: true)
    }
    slots[Int(key % UInt64(Self.slotCount))] = Slot(
      key: key, start: UInt32(truncatingIfNeeded: bytes.count),
      length: UInt8(truncatingIfNeeded: run.count),
      wordCount: UInt8(truncatingIfNeeded: words.count))
    bytes.append(contentsOf: run)
    for word in words { bytes.append(UInt8(truncatingIfNeeded: word.end - word.start)) }
  }
}
