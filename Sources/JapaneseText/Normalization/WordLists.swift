/// Lists of words that are looked for together: a text is gone through once for all of them, and keeps
/// what was found.
///
/// Latin words and numbers count only where none of their kind stands against them: “no” is not in
/// “now”, nor 1年 in 11年.
public final class WordLists: Sendable {
  /// A word found in a text.
  public struct Match: Sendable {
    /// Where it stands.
    public let range: Range<Int>
    /// Its place in its list.
    public let index: Int
  }

  /// The lists that are looked for together with these.
  private let joined: JoinedWordLists
  /// The place of the first of these lists among them.
  private let first: Int

  /// Makes the lists; words are folded, and of two equal ones in a list the first counts.
  public convenience init(_ lists: [[String]]) { self.init(count: lists.count) { lists } }

  /// Makes lists that are made when a text is first gone through: queries look into few of them.
  ///
  /// - Parameters:
  ///   - count: How many lists there are.
  ///   - joined: What they are looked for together with; by themselves without it.
  ///   - lists: Makes them.
  public init(
    count: Int, in joined: JoinedWordLists? = nil, _ lists: @escaping @Sendable () -> [[String]]
  ) {
    self.joined = joined ?? JoinedWordLists()
    first = self.joined.add(count, lists)
  }

  /// Whether any word of a list stands in a range.
  public func isFound(_ list: Int, in text: FoldedText, range: Range<Int>? = nil) -> Bool {
    read(list, text) { hits, list in
      guard hits.has(list) else { return false }
      let found = hits.indices(of: list)
      guard let range else { return !found.isEmpty }
      return hits.all[found].contains {
        $0.start >= range.lowerBound && $0.end <= range.upperBound
      }
    }
  }

  /// Whether a word of a list stands where a range begins, and inside it.
  public func begins(_ list: Int, in text: FoldedText, range: Range<Int>) -> Bool {
    has(list, in: text) { $0.start == range.lowerBound && $0.end <= range.upperBound }
  }

  /// Whether a word of a list stands where a range ends, and inside it.
  public func ends(_ list: Int, in text: FoldedText, range: Range<Int>) -> Bool {
    has(list, in: text) { $0.end == range.upperBound && $0.start >= range.lowerBound }
  }

  /// Whether a range is a word of a list.
  public func isWhole(_ list: Int, in text: FoldedText, range: Range<Int>) -> Bool {
    has(list, in: text) { $0.start == range.lowerBound && $0.end == range.upperBound }
  }

  private func has(
    _ list: Int, in text: FoldedText, where isWanted: (WordHits.Hit) -> Bool
  ) -> Bool {
    read(list, text) { hits, list in
      hits.has(list) && hits.all[hits.indices(of: list)].contains(where: isWanted)
    }
  }

  /// The words of a list in a range, from left to right, the longest at each place, none over another.
  public func matches(_ list: Int, in text: FoldedText, range: Range<Int>? = nil) -> [Match] {
    found(list, in: text, range: range) {
      Match(range: $0.start..<$0.end, index: $0.index)
    }
  }

  /// Where these words stand.
  public func ranges(_ list: Int, in text: FoldedText, range: Range<Int>? = nil) -> [Range<Int>] {
    found(list, in: text, range: range) { $0.start..<$0.end }
  }

  private func found<Found>(
    _ list: Int, in text: FoldedText, range: Range<Int>?, _ make: (WordHits.Hit) -> Found
  ) -> [Found] {
    read(list, text) { hits, list in
      guard hits.has(list) else { return [] }
      let range = range ?? text.scalars.indices
      var found: [Found] = []
      var position = range.lowerBound
      for hit in hits.all[hits.indices(of: list)]
      where hit.start >= position && hit.end <= range.upperBound {
        found.append(make(hit))
        position = hit.end
      }
      return found
    }
  }

  /// The word of a list that is the whole text.
  public func whole(_ list: Int, _ text: FoldedText) -> Int? {
    read(list, text) { hits, list in
      guard hits.has(list) else { return nil }
      return hits.all[hits.indices(of: list)].first {
        $0.start == 0 && $0.end == text.scalars.count
      }.map(\.index)
    }
  }

  /// Looks at the hits of a text, and at the place that a list has among all that they are of.
  @inline(__always)
  private func read<Result>(
    _ list: Int, _ text: FoldedText, _ body: (WordHits, Int) -> Result
  ) -> Result {
    text.storage.found.read(
      of: joined.number, { WordHits(of: joined.number, joined.tree, in: text.storage.scalars) }
    ) { body($0, first + list) }
  }
}
