/// Gives every distinct byte string a number, from 0 in order of first use.
struct TermTable {
  /// The bytes of all terms, one behind the other.
  private var bytes: [UInt8] = []
  /// Where each term starts in `bytes`; one more entry for the end of the last.
  private var starts: [UInt64] = [0]
  /// Open addressing, at most half full.
  private var slots = [Slot](repeating: Slot(), count: 1 << 10)

  private struct Slot {
    var key: UInt64 = 0
    /// The term's number plus one, 0 in an empty slot.
    var mark: UInt32 = 0
  }

  /// The number of distinct terms.
  var count: Int { starts.count - 1 }

  /// Returns the number of a term, a new one where it has none.
  mutating func number(of term: UnsafeRawBufferPointer) -> Int {
    number(of: term, key: Self.key(of: term))
  }

  /// Puts the numbers of the terms of some tokens into `numbers`, in place of what is there.
  mutating func findNumbers(of packed: PackedTokens, _ numbers: inout ContiguousArray<UInt32>) {
    numbers.removeAll(keepingCapacity: true)
    numbers.reserveCapacity(packed.count)
    packed.bytes.withUnsafeBytes { bytes in
      var start = 0
      for (key, end) in zip(packed.keys, packed.ends) {
        let term = UnsafeRawBufferPointer(rebasing: bytes[start..<Int(end)])
        numbers.append(UInt32(truncatingIfNeeded: number(of: term, key: key)))
        start = Int(end)
      }
    }
  }

  @inline(__always)
  private mutating func number(of term: UnsafeRawBufferPointer, key: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Self.place(of: key) & mask
    while slots[place].mark != 0 {
      if slots[place].key == key {
        let number = Int(slots[place].mark) - 1
        if term.count <= Self.shortLength || isEqual(number, term) { return number }
      }
      place = (place + 1) & mask
    }
    return insert(term, key: key, place: place)
  }

  /// Calls `body` with the bytes of a term.
  @inline(__always)
  func withBytes<Result>(of number: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeBytes { all in
      body(UnsafeRawBufferPointer(rebasing: all[Int(starts[number])..<Int(starts[number + 1])]))
    }
  }

  /// Returns the numbers of all terms, their bytes ascending.
  func sortedNumbers() -> [Int] {
    // Most pairs differ in their first eight bytes, which fit a number.
    var keys = (0..<count).map { number in (key: leadingBytes(of: number), number: number) }
    bytes.withUnsafeBytes { all in
      func rest(_ number: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: all[Int(starts[number])..<Int(starts[number + 1])])
      }
      keys.sort { left, right in
        left.key != right.key
          ? left.key < right.key : Platform.order(rest(left.number), rest(right.number)) < 0
      }
    }
    return keys.map(\.number)
  }

  private func leadingBytes(of number: Int) -> UInt64 {
    withBytes(of: number) { term in
      var key: UInt64 = 0
      for index in 0..<8 {
        key = key << 8 | (index < term.count ? UInt64(term[index]) : 0)
      }
      return key
    }
  }

  @inline(__always)
  private func isEqual(_ number: Int, _ term: UnsafeRawBufferPointer) -> Bool {
    withBytes(of: number) { $0.count == term.count && $0.hasSameBytes(as: term) }
  }

  private mutating func insert(_ term: UnsafeRawBufferPointer, key: UInt64, place: Int) -> Int {
    let number = count
    bytes.append(contentsOf: term)
    starts.append(UInt64(bytes.count))
    slots[place] = Slot(key: key, mark: UInt32(number + 1))
    if count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    let mask = slots.count * 4 - 1
    var larger = [Slot](repeating: Slot(), count: mask + 1)
    for slot in slots where slot.mark != 0 {
      var place = Self.place(of: slot.key) & mask
      while larger[place].mark != 0 { place = (place + 1) & mask }
      larger[place] = slot
    }
    slots = larger
  }

  /// Terms up to this many bytes are their own keys, so that no other memory must be looked at.
  private static let shortLength = 7

  /// Returns length and bytes of a short term; of a longer one a hash that no short term has.
  @inline(__always)
  static func key(of term: UnsafeRawBufferPointer) -> UInt64 {
    guard term.count <= shortLength else { return Checksum.hash(term) | 0xff << 56 }
    var key: UInt64 = 0
    if term.count >= 4 {
      // The first four bytes and the last four, some of which may be the same.
      let head = UInt32(bigEndian: term.loadUnaligned(as: UInt32.self))
      let tail = UInt32(
        bigEndian: term.loadUnaligned(fromByteOffset: term.count - 4, as: UInt32.self))
      key = UInt64(head) << UInt64(8 * (term.count - 4)) | UInt64(tail)
    } else {
      for byte in term { key = key << 8 | UInt64(byte) }
    }
    // Seven bytes at most leave the highest for the length.
    return key | UInt64(term.count) << 56
  }

  @inline(__always)
  private static func place(of key: UInt64) -> Int {
    let product = (key ^ key >> 32) &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: product >> 32)
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the bytes are those of `other`, which is as long; faster than a call for short terms.
  @inline(__always)
  fileprivate func hasSameBytes(as other: UnsafeRawBufferPointer) -> Bool {
    guard let left = baseAddress, let right = other.baseAddress else { return true }
    var offset = 0
    while offset + 8 <= count {
      let word = left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if word != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
      offset += 8
    }
    while offset < count {
      let byte = left.load(fromByteOffset: offset, as: UInt8.self)
      if byte != right.load(fromByteOffset: offset, as: UInt8.self) { return false }
      offset += 1
    }
    return true
  }
}
