import Synchronization

/// All words of some lists that stand in a text.
///
/// They lie in one piece of memory that is not counted, since readers look at it all the time: a text keeps it, and
/// whoever looks at it keeps the text.
struct WordHits: @unchecked Sendable {
  /// A word that stands in the text.
  struct Hit {
    fileprivate(set) var start: Int32
    fileprivate(set) var end: Int32
    /// The place of the word in its list.
    fileprivate(set) var index: Int32
    fileprivate var list: Int32
    /// How many hits further the next one is of a list that shares its place among the heads; 0 behind the last.
    fileprivate var link: Int32
  }

  /// What the memory begins with.
  ///
  /// Behind it, and never written again, lie a bit for each list that has hits, the hits by where they begin, the
  /// longest first, and the places of the first ones by the last bits of their lists.
  fileprivate struct Head: ~Copyable {
    /// Where these words are looked for.
    let lists: JoinedWordLists.Number
    /// The hits of other lists.
    let next = Atomic<UInt>(0)
    let bits: UnsafePointer<UInt64>
    let hits: UnsafePointer<Hit>
    let heads: UnsafePointer<Int32>
    /// The last bits of lists by which these are told apart.
    let mask: Int
  }

  fileprivate let head: UnsafeMutablePointer<Head>

  fileprivate init?(at address: UInt) {
    guard let address = UnsafeMutableRawPointer(bitPattern: address) else { return nil }
    head = address.assumingMemoryBound(to: Head.self)
  }

  // MARK: Asking

  /// Whether a list has hits.
  @inline(__always)
  func has(_ list: Int) -> Bool {
    head.pointee.bits[list >> 6] & 1 << UInt64(list & 63) != 0
  }

  /// The hits of a list by where they begin, the longest first.
  @inline(__always)
  func ofList(_ list: Int) -> Chain { has(list) ? chain(list) : Chain(place: nil, list: 0) }

  @inline(__always)
  private func chain(_ list: Int) -> Chain {
    let first = head.pointee.heads[list & head.pointee.mask]
    return Chain(place: head.pointee.hits + Int(first), list: Int32(truncatingIfNeeded: list))
  }

  /// Hits of one list, while their text is kept.
  struct Chain: Sequence, IteratorProtocol {
    fileprivate var place: UnsafePointer<Hit>?
    fileprivate let list: Int32

    @inline(__always)
    mutating func next() -> Hit? {
      while let hit = place {
        let link = Int(hit.pointee.link)
        place = link == 0 ? nil : hit + link
        if hit.pointee.list == list { return hit.pointee }
      }
      return nil
    }
  }

  // MARK: Gathering

  /// Goes through a text.
  init(of lists: JoinedWordLists.Number, _ tree: JoinedWordLists.Tree, in scalars: [Unicode.Scalar])
  {
    head = Self.gathered(tree, in: scalars) { Self.kept($0, lists, count: tree.listCount) }
  }

  /// How many hits are gathered beside the heap; most texts have fewer.
  private static let usualHits = 50

  /// Gathers the hits of a text by where they begin, the longest first.
  private static func gathered<Result>(
    _ tree: JoinedWordLists.Tree, in scalars: [Unicode.Scalar],
    _ body: (UnsafeMutableBufferPointer<Hit>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: Hit.self, capacity: usualHits) { usual in
      var room = usual
      var count = 0
      var first = 0
      scalars.withUnsafeBufferPointer { scalars in
        tree.trie.forEachWord(in: scalars) { word, start, end in
          guard isWhole(start, end, in: scalars) else { return }
          if count == room.count {
            let more = UnsafeMutableBufferPointer<Hit>.allocate(capacity: 4 * count)
            _ = more.moveInitialize(fromContentsOf: room)
            if count > usualHits { room.deallocate() }
            room = more
          }
          let hit = Hit(
            start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
            index: word.index, list: word.list, link: 0)
          if count > 0, room[first].start != hit.start { first = count }
          // The tree tells the shorter ones of a place first.
          var place = count
          while place > first {
            room[place] = room[place - 1]
            place -= 1
          }
          room[first] = hit
          count += 1
        }
      }
      defer { if room.count > usualHits { room.deallocate() } }
      return body(UnsafeMutableBufferPointer(rebasing: room[..<count]))
    }
  }

  /// The most places for the first hits of lists.
  private static let mostHeads = 1024

  /// Links the hits of each list, and keeps them in one piece of memory.
  private static func kept(
    _ found: UnsafeMutableBufferPointer<Hit>, _ lists: JoinedWordLists.Number, count: Int
  ) -> UnsafeMutablePointer<Head> {
    var places = 16
    while places < found.count, places < mostHeads { places *= 2 }
    let words = (count + 63) >> 6
    let size =
      MemoryLayout<Head>.stride + words * 8 + found.count * MemoryLayout<Hit>.stride + places * 4
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 8)
    let head = memory.bindMemory(to: Head.self, capacity: 1)
    let bits = UnsafeMutableRawPointer(head + 1).initializeMemory(
      as: UInt64.self, repeating: 0, count: words)
    let heads = UnsafeMutableRawPointer(bits + words).initializeMemory(
      as: Int32.self, repeating: -1, count: places)
    let hits = UnsafeMutableRawPointer(heads + places).bindMemory(
      to: Hit.self, capacity: found.count)
    var place = found.count - 1
    while place >= 0 {
      let list = Int(found[place].list)
      let later = heads[list & (places - 1)]
      hits[place] = found[place]
      hits[place].link = later < 0 ? 0 : later - Int32(truncatingIfNeeded: place)
      heads[list & (places - 1)] = Int32(truncatingIfNeeded: place)
      bits[list >> 6] |= 1 << UInt64(list & 63)
      place -= 1
    }
    head.initialize(
      to: Head(
        lists: lists, bits: UnsafePointer(bits), hits: UnsafePointer(hits),
        heads: UnsafePointer(heads), mask: places - 1))
    return head
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
}

extension WordHits {
  /// The hits of a text, those of some lists before those of others.
  struct Link: ~Copyable, Sendable {
    private let first = Atomic<UInt>(0)

    /// The hits of some lists; nil where they have not been looked for.
    @inline(__always)
    borrowing func hits(of lists: JoinedWordLists.Number) -> WordHits? {
      var next = WordHits(at: first.load(ordering: .acquiring))
      while let hits = next {
        if hits.head.pointee.lists == lists { return hits }
        next = WordHits(at: hits.head.pointee.next.load(ordering: .acquiring))
      }
      return nil
    }

    /// Keeps hits unless another task has been faster; what is kept comes back.
    borrowing func keep(_ made: WordHits) -> WordHits {
      var (isKept, other) = Self.keep(made, in: first)
      while !isKept, let before = WordHits(at: other) {
        if before.head.pointee.lists == made.head.pointee.lists {
          made.deallocate()
          return before
        }
        (isKept, other) = Self.keep(made, in: before.head.pointee.next)
      }
      return made
    }

    private static func keep(
      _ made: WordHits, in place: borrowing Atomic<UInt>
    ) -> (exchanged: Bool, original: UInt) {
      place.compareExchange(
        expected: 0, desired: UInt(bitPattern: made.head), ordering: .acquiringAndReleasing)
    }

    deinit {
      var next = WordHits(at: first.load(ordering: .acquiring))
      while let hits = next {
        next = WordHits(at: hits.head.pointee.next.load(ordering: .acquiring))
        hits.deallocate()
      }
    }
  }

  private func deallocate() {
    head.deinitialize(count: 1)
    UnsafeMutableRawPointer(head).deallocate()
  }
}
