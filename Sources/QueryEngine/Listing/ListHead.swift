import SearchIndex

/// Keeps the first programs of a list, up to some number, while all of them are handed over in any order.
struct ListHead {
  /// What goes before the score, in one number.
  struct Group: Comparable {
    private let number: UInt64

    /// - Parameters:
    ///   - openness: What goes before all.
    ///   - key: What the list is ordered by.
    ///   - unknowns: What decides where the keys are equal.
    init(_ openness: Int, key: Int32, _ unknowns: Int) {
      number =
        UInt64(UInt8(clamping: openness)) << 56 | UInt64(UInt32(bitPattern: key) ^ 0x8000_0000) << 8
        | UInt64(UInt8(clamping: unknowns))
    }

    static func < (one: Self, other: Self) -> Bool { one.number < other.number }
  }

  private struct Entry {
    let group: Group
    let program: ScoredDocument

    func isBefore(_ other: Entry) -> Bool {
      group != other.group ? group < other.group : program.isBefore(other.program)
    }
  }

  /// How many are kept.
  let limit: Int
  private var entries: [Entry] = []
  /// The last one that was kept when the others were dropped.
  private var last: Entry?

  init(limit: Int) {
    self.limit = limit
  }

  /// Whether so many are kept that only better ones change anything.
  var isFull: Bool { entries.count >= limit }

  /// Whether a program of a group can come in.
  func takes(_ group: Group) -> Bool { last.map { group <= $0.group } ?? true }

  mutating func insert(_ program: ScoredDocument, _ group: Group) {
    let entry = Entry(group: group, program: program)
    if let last, !entry.isBefore(last) { return }
    entries.append(entry)
    if entries.count > 2 * limit + 32 { cut() }
  }

  private mutating func cut() {
    entries.sort { $0.isBefore($1) }
    entries.removeLast(max(0, entries.count - limit))
    last = entries.last
  }

  /// The first programs in their order.
  var sorted: [ScoredDocument] {
    var head = self
    head.cut()
    return head.entries.map(\.program)
  }
}
