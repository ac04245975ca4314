/// All words of some lists that stand in a text.
final class WordHits: Sendable {
  /// A word that stands in the text.
  struct Hit: Sendable {
    /// By list, by where it begins, the longest first: one number, since texts have many hits.
    ///
    /// No file that is read has more than the 64 million scalars that it has room for.
    fileprivate let order: UInt64
    /// The place of the word in its list.
    let index: Int

    fileprivate init(_ word: WordTrie.Word, _ start: Int, _ end: Int) {
      order =
        UInt64(truncatingIfNeeded: word.list) << 52 | UInt64(truncatingIfNeeded: start) << 26
        | UInt64(truncatingIfNeeded: Self.most - end)
      index = word.index
    }

    private static let most = 0x3FF_FFFF

    var list: Int { Int(truncatingIfNeeded: order >> 52) }
    var start: Int { Int(truncatingIfNeeded: order >> 26) & Self.most }
    var end: Int { Self.most - Int(truncatingIfNeeded: order) & Self.most }
  }

  /// How many hits are gathered before they are kept; most texts have fewer.
  private static let usualHits = 64

  /// The hits by list, those of one list by where they begin, the longest first.
  let all: [Hit]
  private let lists: JoinedWordLists.Number
  private let present: Lists
  /// The hits of other lists.
  private let next = Link()

  /// One bit for each of 512 lists in turn: of most lists a text has no word.
  private struct Lists {
    private var bits: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) =
      (0, 0, 0, 0, 0, 0, 0, 0)

    /// One bit for each of 64 lists in turn: what is looked at first.
    private var first: UInt64 = 0

    mutating func insert(_ list: Int) {
      first |= 1 << UInt64(list & 63)
      withUnsafeMutableBytes(of: &bits) { $0[list >> 3 & 63] |= 1 << UInt8(list & 7) }
    }

    @inline(__always)
    func has(_ list: Int) -> Bool {
      first & 1 << UInt64(list & 63) != 0 && hasIndeed(list)
    }

    private func hasIndeed(_ list: Int) -> Bool {
      withUnsafeBytes(of: bits) { $0[list >> 3 & 63] & 1 << UInt8(list & 7) != 0 }
    }
  }

  /// Goes through a text.
  init(of lists: JoinedWordLists.Number, _ tree: JoinedWordLists.Tree, in scalars: [Unicode.Scalar])
  {
    self.lists = lists
    var found = Self.hits(of: tree.trie, in: scalars)
    Self.sort(&found, lists: tree.trie.listCount)
    var present = Lists()
    for hit in found { present.insert(hit.list) }
    all = found
    self.present = present
  }

  /// The hits place by place, those of one place from the shortest on.
  private static func hits(of trie: WordTrie, in scalars: [Unicode.Scalar]) -> [Hit] {
    var found: [Hit] = []
    withUnsafeTemporaryAllocation(of: Hit.self, capacity: usualHits) { gathered in
      var count = 0
      scalars.withUnsafeBufferPointer { scalars in
        trie.forEachWord(in: scalars) { word, start, end in
          guard isWhole(start, end, in: scalars) else { return }
          if count == usualHits {
            found.append(contentsOf: UnsafeBufferPointer(rebasing: gathered[..<count]))
            count = 0
          }
          gathered.initializeElement(at: count, to: Hit(word, start, end))
          count += 1
        }
      }
      found.append(contentsOf: UnsafeBufferPointer(rebasing: gathered[..<count]))
    }
    return found
  }

  @inline(__always)
  private static func isWhole(
    _ start: Int, _ end: Int, in scalars: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Bool {
    // Most words begin and end with what is neither a Latin letter nor a digit.
    if scalars[start].value <= lastLatin, start > 0, isOneWord(scalars[start - 1], scalars[start]) {
      return false
    }
    return scalars[end - 1].value > lastLatin || end == scalars.count
      || !isOneWord(scalars[end - 1], scalars[end])
  }

  /// The last of the Latin letters, behind which no digit stands either.
  private static let lastLatin: UInt32 = 0x24F

  private static func isOneWord(_ one: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    (one.isLatin && next.isLatin) || (one.isDigit && next.isDigit)
  }

  /// The fewest hits that are brought together by their lists before they are sorted.
  private static let manyHits = 64

  /// Sorts hits that come in the order of their places.
  private static func sort(_ hits: inout [Hit], lists: Int) {
    if hits.count >= manyHits { hits = gathered(hits, lists: lists) }
    hits.withUnsafeMutableBufferPointer { hits in
      for next in hits.indices.dropFirst() where hits[next].order < hits[next - 1].order {
        let hit = hits[next]
        var place = next
        while place > 0, hit.order < hits[place - 1].order {
          hits[place] = hits[place - 1]
          place -= 1
        }
        hits[place] = hit
      }
    }
  }

  /// The hits list by list, those of one list in the order in which they came.
  private static func gathered(_ hits: [Hit], lists: Int) -> [Hit] {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: lists + 1) { ends in
      ends.initialize(repeating: 0)
      for hit in hits { ends[hit.list] += 1 }
      for list in 1...lists { ends[list] += ends[list - 1] }
      var gathered = hits
      for hit in hits.reversed() {
        ends[hit.list] -= 1
        gathered[Int(ends[hit.list])] = hit
      }
      return gathered
    }
  }

  /// Whether a list may have hits: of 512 lists and more, two share a bit.
  func has(_ list: Int) -> Bool { present.has(list) }

  /// Where the hits of a list stand among all.
  func indices(of list: Int) -> Range<Int> {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].list < list { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < all.count, all[end].list == list { end += 1 }
    return low..<end
  }
}

extension WordHits {
  /// Hits that are made when they are first asked for, and the hits of other lists behind them.
  struct Link: ~Copyable, Sendable {
    private let held = Held<WordHits>()

    /// Reads the hits of some lists, which are looked for when they are first asked for.
    ///
    /// The links keep their hits as long as they live: they are looked at without being retained.
    borrowing func read<Result>(
      of lists: JoinedWordLists.Number, _ look: () -> WordHits, _ read: (WordHits) -> Result
    ) -> Result {
      var last: Unmanaged<WordHits>?
      var next = held.object
      while let hits = next {
        if hits._withUnsafeGuaranteedRef({ $0.lists == lists }) {
          return hits._withUnsafeGuaranteedRef(read)
        }
        last = hits
        next = hits._withUnsafeGuaranteedRef { $0.next.held.object }
      }
      // Where another task has been faster, it has found the same, or hits of other lists.
      let made = look()
      if let last {
        _ = last._withUnsafeGuaranteedRef { $0.next.held.keep(made) }
      } else {
        _ = held.keep(made)
      }
      return read(made)
    }
  }
}
