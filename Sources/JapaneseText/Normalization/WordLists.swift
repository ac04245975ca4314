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
  private let number: JoinedWordLists.Number
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
    number = self.joined.number
    first = self.joined.add(count, lists)
  }

  /// Whether any word of a list stands in a range.
  public func isFound(_ list: Int, in text: FoldedText, range: Range<Int>? = nil) -> Bool {
    guard let range else { return read(text) { $0.has(first + list) } }
    return has(list, in: text) {
      Int($0.start) >= range.lowerBound && Int($0.end) <= range.upperBound
    }
  }

  /// Whether a word of a list stands where a range begins, and inside it.
  public func begins(_ list: Int, in text: FoldedText, range: Range<Int>) -> Bool {
    has(list, in: text) { Int($0.start) == range.lowerBound && Int($0.end) <= range.upperBound }
  }

  /// Whether a word of a list stands where a range ends, and inside it.
  public func ends(_ list: Int, in text: FoldedText, range: Range<Int>) -> Bool {
    has(list, in: text) { Int($0.end) == range.upperBound && Int($0.start) >= range.lowerBound }
  }

  /// Whether a range is a word of a list.
  public func isWhole(_ list: Int, in text: FoldedText, range: Range<Int>) -> Bool {
    has(list, in: text) { Int($0.start) == range.lowerBound && Int($0.end) == range.upperBound }
  }

  @inline(__always)
  private func has(
    _ list: Int, in text: FoldedText, where isWanted: (WordHits.Hit) -> Bool
  ) -> Bool {
    read(text) { hits in
      for hit in hits.ofList(first + list) where isWanted(hit) { return true }
      return false
    }
  }

  /// The words of a list in a range, from left to right, the longest at each place, none over another.
  public func matches(_ list: Int, in text: FoldedText, range: Range<Int>? = nil) -> [Match] {
    found(list, in: text, range: range) {
      Match(range: Int($0.start)..<Int($0.end), index: Int($0.index))
    }
  }

  /// Where these words stand.
  public func ranges(_ list: Int, in text: FoldedText, range: Range<Int>? = nil) -> [Range<Int>] {
    found(list, in: text, range: range) { Int($0.start)..<Int($0.end) }
  }

  @inline(__always)
  private func found<Found>(
    _ list: Int, in text: FoldedText, range: Range<Int>?, _ make: (WordHits.Hit) -> Found
  ) -> [Found] {
    read(text) { hits in
      guard hits.has(first + list) else { return [] }
      let end = range?.upperBound ?? Int.max
      var position = range?.lowerBound ?? 0
      var found: [Found] = []
      for hit in hits.ofList(first + list)
      where Int(hit.start) >= position && Int(hit.end) <= end {
        found.append(make(hit))
        position = Int(hit.end)
      }
      return found
    }
  }

  /// The longest word of a list that begins at a place.
  public func range(_ list: Int, at place: Int, in text: FoldedText) -> Range<Int>? {
    read(text) { hits in
      // The longest stands first of those at one place.
      for hit in hits.ofList(first + list) where Int(hit.start) == place {
        return place..<Int(hit.end)
      }
      return nil
    }
  }

  /// The word of a list that is the whole text.
  public func whole(_ list: Int, _ text: FoldedText) -> Int? {
    read(text) { hits in
      for hit in hits.ofList(first + list)
      where hit.start == 0 && Int(hit.end) == text.storage.scalars.count {
        return Int(hit.index)
      }
      return nil
    }
  }

  /// Looks at the hits of a text, which keeps them.
  @inline(__always)
  private func read<Result>(_ text: FoldedText, _ body: (WordHits) -> Result) -> Result {
    withExtendedLifetime(text) {
      body(text.storage.found.hits(of: number) ?? looked(in: text))
    }
  }

  @inline(never)
  private func looked(in text: FoldedText) -> WordHits {
    text.storage.found.keep(WordHits(of: number, joined.tree, in: text.storage.scalars))
  }
}
