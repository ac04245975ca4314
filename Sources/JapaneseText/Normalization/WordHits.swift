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

  /// The most hits that most texts have.
  private static let usualHits = 48

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

    mutating func insert(_ list: Int) {
      withUnsafeMutableBytes(of: &bits) { $0[list >> 3 & 63] |= 1 << UInt8(list & 7) }
    }

    func has(_ list: Int) -> Bool {
      withUnsafeBytes(of: bits) { $0[list >> 3 & 63] & 1 << UInt8(list & 7) != 0 }
    }
  }

  /// Goes through a text.
  init(of lists: JoinedWordLists.Number, _ tree: JoinedWordLists.Tree, in scalars: [Unicode.Scalar])
  {
    self.lists = lists
    let trie = tree.trie
    var found: [Hit] = []
    found.reserveCapacity(min(scalars.count, Self.usualHits))
    scalars.withUnsafeBufferPointer { scalars in
      trie.beginnings.withBits { beginnings in
        for start in scalars.indices where beginnings.mayBegin(at: start, in: scalars) {
          trie.forEachWord(in: scalars, at: start) { word, end in
            guard Self.isWhole(start..<end, in: scalars) else { return }
            found.append(Hit(word, start, end))
          }
        }
      }
    }
    if found.count > 1 { found.sort { $0.order < $1.order } }
    var present = Lists()
    for hit in found { present.insert(hit.list) }
    all = found
    self.present = present
  }

  private static func isWhole(
    _ range: Range<Int>, in scalars: UnsafeBufferPointer<Unicode.Scalar>
  ) -> Bool {
    let (start, end) = (range.lowerBound, range.upperBound)
    if start > 0, isOneWord(scalars[start - 1], scalars[start]) { return false }
    return end == scalars.count || !isOneWord(scalars[end - 1], scalars[end])
  }

  private static func isOneWord(_ one: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    (one.isLatin && next.isLatin) || (one.isDigit && next.isDigit)
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
