/// Finds the words of a list in folded text, the longest at each place.
public struct WordFinder<Meaning: Sendable>: Sendable {
  /// A word found in a text.
  public struct Match: Sendable {
    /// Where it stands.
    public let range: Range<Int>
    /// What it means.
    public let meaning: Meaning
  }

  private struct Entry: Sendable {
    let word: [Unicode.Scalar]
    let meaning: Meaning
  }

  /// The words by their first scalar, the longest first.
  private typealias Entries = [Unicode.Scalar: [Entry]]

  /// The words, sorted when one is first looked for: of many tables most runs need few.
  private let sorted: Deferred<Entries>
  private var entries: Entries { sorted.value }

  /// Makes a finder; words are folded, and of two equal ones the first counts.
  public init(_ words: [(word: String, meaning: Meaning)]) {
    sorted = Deferred { Self.entries(words) }
  }

  private static func entries(_ words: [(word: String, meaning: Meaning)]) -> Entries {
    var longest = 0
    let folded = words.map { word, meaning in
      let entry = Entry(word: FoldedText.scalars(of: word), meaning: meaning)
      longest = max(longest, entry.word.count)
      return entry
    }
    // By length, the order of the list kept: a bucket a length.
    var buckets: [[Entry]] = Array(repeating: [], count: longest + 1)
    for entry in folded { buckets[entry.word.count].append(entry) }
    var entries: Entries = [:]
    for bucket in buckets.dropFirst().reversed() {
      for entry in bucket { entries[entry.word[0], default: []].append(entry) }
    }
    return entries
  }

  /// The longest word that stands at a position.
  public func match(in text: FoldedText, at position: Int, before end: Int? = nil) -> Match? {
    match(entries, text, position, end ?? text.scalars.count)
  }

  private func match(
    _ entries: Entries, _ text: FoldedText, _ position: Int, _ end: Int
  ) -> Match? {
    guard position < end, let candidates = entries[text.scalars[position]] else { return nil }
    for entry in candidates
    where position + entry.word.count <= end && text.hasWord(entry.word, at: position)
      && isWhole(entry.word, in: text, at: position)
    {
      return Match(range: position..<position + entry.word.count, meaning: entry.meaning)
    }
    return nil
  }

  /// All words that stand at a position, the longest first.
  public func allMatches(in text: FoldedText, at position: Int) -> [Match] {
    guard position < text.scalars.count, let candidates = entries[text.scalars[position]] else {
      return []
    }
    return candidates.compactMap { entry in
      text.hasWord(entry.word, at: position) && isWhole(entry.word, in: text, at: position)
        ? Match(range: position..<position + entry.word.count, meaning: entry.meaning) : nil
    }
  }

  /// All words in a range, from left to right, none over another.
  public func matches(in text: FoldedText, range: Range<Int>? = nil) -> [Match] {
    let entries = entries
    let range = range ?? text.scalars.indices
    var found: [Match] = []
    var position = range.lowerBound
    while position < range.upperBound {
      if let match = match(entries, text, position, range.upperBound) {
        found.append(match)
        position = match.range.upperBound
      } else {
        position += 1
      }
    }
    return found
  }

  /// Whether any of the words stands in a range.
  public func isFound(in text: FoldedText, range: Range<Int>) -> Bool {
    let entries = entries
    return range.contains { match(entries, text, $0, range.upperBound) != nil }
  }

  /// Latin words and numbers count only where none of their kind stands against them: “no” is not in
  /// “now”, nor 1年 in 11年.
  private func isWhole(_ word: [Unicode.Scalar], in text: FoldedText, at position: Int) -> Bool {
    let end = position + word.count
    if let first = word.first, position > 0, isOneWord(text.scalars[position - 1], first) {
      return false
    }
    if let last = word.last, end < text.scalars.count, isOneWord(last, text.scalars[end]) {
      return false
    }
    return true
  }

  private func isOneWord(_ one: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    (one.isLatin && next.isLatin) || (one.isDigit && next.isDigit)
  }
}
