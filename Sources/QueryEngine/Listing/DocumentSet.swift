import SearchIndex

/// A set of programs, a bit each, so that sets are joined and counted 64 programs at a time.
///
/// The sets of lists have programs by their standing in a `FacetTable`: the first ones of a set are the best.
struct DocumentSet: Hashable, Sendable {
  private var words: [UInt64]

  /// Makes an empty set for so many programs.
  init(of count: Int) {
    words = [UInt64](repeating: 0, count: (count + 63) / 64)
  }

  /// The set of all of so many programs.
  init(allOf count: Int) {
    words = [UInt64](repeating: .max, count: (count + 63) / 64)
    if count % 64 != 0 { words[words.count - 1] = (1 << UInt64(count % 64)) - 1 }
  }

  private init(words: [UInt64]) {
    self.words = words
  }

  /// An empty set for as many programs.
  private var emptied: DocumentSet {
    DocumentSet(words: [UInt64](repeating: 0, count: words.count))
  }

  /// The bytes that the set takes.
  var size: Int { words.count * 8 }

  /// How many programs are in the set.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  @inline(__always)
  func contains(_ document: UInt32) -> Bool {
    words[Int(document >> 6)] >> UInt64(document & 63) & 1 == 1
  }

  @inline(__always)
  mutating func insert(_ document: UInt32) {
    words[Int(document >> 6)] |= 1 << UInt64(document & 63)
  }

  /// How many programs are in this set and in another one.
  func countShared(with other: DocumentSet) -> Int {
    words.withUnsafeBufferPointer { mine in
      other.words.withUnsafeBufferPointer { others in
        var sum = 0
        for place in 0..<min(mine.count, others.count) {
          sum &+= (mine[place] & others[place]).nonzeroBitCount
        }
        return sum
      }
    }
  }

  func intersection(_ other: DocumentSet) -> DocumentSet { joined(other) { $0 & $1 } }

  func subtracting(_ other: DocumentSet) -> DocumentSet { joined(other) { $0 & ~$1 } }

  func union(_ other: DocumentSet) -> DocumentSet { joined(other) { $0 | $1 } }

  /// Parts programs by how many of some conditions they leave open; those that refuse one are in no part.
  ///
  /// - Parameters:
  ///   - admitted: The programs.
  ///   - verdicts: For each condition who fulfils it, and who leaves it open.
  /// - Returns: A set for each number of open conditions, from none to all.
  static func levels(
    of admitted: DocumentSet, by verdicts: [(yes: DocumentSet, unknown: DocumentSet)]
  ) -> [DocumentSet] {
    var levels = [admitted]
    for each in verdicts {
      levels.append(admitted.emptied)
      each.yes.words.withUnsafeBufferPointer { yes in
        each.unknown.words.withUnsafeBufferPointer { unknown in
          for level in stride(from: levels.count - 1, through: 0, by: -1) {
            levels[level].restrict(to: yes, adding: level > 0 ? levels[level - 1] : nil, unknown)
          }
        }
      }
    }
    return levels
  }

  /// Keeps those who fulfil a condition, and adds those of another set who leave it open.
  private mutating func restrict(
    to yes: UnsafeBufferPointer<UInt64>, adding below: DocumentSet?,
    _ unknown: UnsafeBufferPointer<UInt64>
  ) {
    words.withUnsafeMutableBufferPointer { mine in
      let count = min(mine.count, yes.count, unknown.count)
      guard let below else {
        for place in 0..<count { mine[place] &= yes[place] }
        return
      }
      below.words.withUnsafeBufferPointer { below in
        for place in 0..<min(count, below.count) {
          mine[place] = mine[place] & yes[place] | below[place] & unknown[place]
        }
      }
    }
  }

  @inline(__always)
  private func joined(_ other: DocumentSet, _ join: (UInt64, UInt64) -> UInt64) -> DocumentSet {
    var result = self
    result.words.withUnsafeMutableBufferPointer { mine in
      other.words.withUnsafeBufferPointer { others in
        for place in 0..<min(mine.count, others.count) {
          mine[place] = join(mine[place], others[place])
        }
      }
    }
    return result
  }

  /// Hands over the programs in their order.
  @inline(__always)
  func forEach(_ body: (UInt32) -> Void) {
    words.withUnsafeBufferPointer { words in
      for (place, word) in words.enumerated() {
        var rest = word
        while rest != 0 {
          body(UInt32(truncatingIfNeeded: place << 6 | rest.trailingZeroBitCount))
          rest &= rest &- 1
        }
      }
    }
  }

  /// The first programs, at most so many.
  func first(_ limit: Int) -> [UInt32] {
    var members: [UInt32] = []
    for (place, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        guard members.count < limit else { return members }
        members.append(UInt32(truncatingIfNeeded: place << 6 | rest.trailingZeroBitCount))
        rest &= rest &- 1
      }
    }
    return members
  }
}
