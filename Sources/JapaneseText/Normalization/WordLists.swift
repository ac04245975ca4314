import Synchronization

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

  /// What tells some lists from others; none is given twice.
  struct Number: Equatable, Sendable {
    private static let given = Atomic(0)
    private let number = given.wrappingAdd(1, ordering: .relaxed).newValue
  }

  private let number = Number()
  /// Made when a text is first gone through: queries look into few of them.
  private let trie: Deferred<WordTrie>

  /// Makes the lists; words are folded, and of two equal ones in a list the first counts.
  public convenience init(_ lists: [[String]]) { self.init { lists } }

  /// Makes lists that are made when they are first needed.
  public init(_ lists: @escaping @Sendable () -> [[String]]) {
    trie = Deferred { WordTrie(lists().map { $0.map(FoldedText.scalars) }) }
  }

  /// Whether any word of a list stands in a range.
  public func isFound(_ list: Int, in text: FoldedText, range: Range<Int>? = nil) -> Bool {
    read(text) { hits in
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
    read(text) { hits in
      hits.has(list) && hits.all[hits.indices(of: list)].contains(where: isWanted)
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

  private func found<Found>(
    _ list: Int, in text: FoldedText, range: Range<Int>?, _ make: (WordHits.Hit) -> Found
  ) -> [Found] {
    read(text) { hits in
      guard hits.has(list) else { return [] }
      let range = range ?? text.scalars.indices
      var found: [Found] = []
      var position = range.lowerBound
      for hit in hits.all[hits.indices(of: list)]
      where hit.start >= position && hit.end <= range.upperBound {
        found.append(make(hit))
        position = Int(hit.end)
      }
      return found
    }
  }

  /// The word of a list that is the whole text.
  public func whole(_ list: Int, _ text: FoldedText) -> Int? {
    read(text) { hits in
      guard hits.has(list) else { return nil }
      return hits.all[hits.indices(of: list)].first {
        $0.start == 0 && $0.end == text.scalars.count
      }.map { Int($0.index) }
    }
  }

  private func read<Result>(_ text: FoldedText, _ body: (WordHits) -> Result) -> Result {
    text.storage.found.read(
      of: number, { WordHits(of: number, trie.value, in: text.scalars) }, body)
  }
}
