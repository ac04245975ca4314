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

  /// The words by their first scalar, the longest first; a list is folded and sorted when a text first
  /// has its scalar.
  private struct Entries: Sendable {
    let byFirst: [Unicode.Scalar: Deferred<[Entry]>]
    /// Which scalars words begin with: of most places a text is told by it that none stands there.
    let firsts: ScalarSet

    @inline(__always)
    subscript(first: Unicode.Scalar) -> Deferred<[Entry]>? {
      first.value > 0xFFFF || firsts.contains(first) ? byFirst[first] : nil
    }
  }

  /// The words, divided when one is first looked for: of many tables most runs need few.
  private let divided: Deferred<Entries>
  private var entries: Entries { divided.value }

  /// Makes a finder; words are folded, and of two equal ones the first counts.
  public init(_ words: [(word: String, meaning: Meaning)]) {
    divided = Deferred { Self.entries(words) }
  }

  private static func entries(_ words: [(word: String, meaning: Meaning)]) -> Entries {
    // One sort brings words of one first scalar together: the scalar above, the place in the list below.
    let keys = words.indices.compactMap { place in
      FoldedText.firstScalar(of: words[place].word).map { UInt64($0.value) << 32 | UInt64(place) }
    }.sorted()
    var entries: [Unicode.Scalar: Deferred<[Entry]>] = [:]
    var start = 0
    while start < keys.count {
      let end = keys[start...].firstIndex { $0 >> 32 != keys[start] >> 32 } ?? keys.count
      let run = keys[start..<end]
      if let first = Unicode.Scalar(UInt32(keys[start] >> 32)) {
        entries[first] = Deferred { bucket(run.map { words[Int($0 & 0xFFFF_FFFF)] }) }
      }
      start = end
    }
    return Entries(byFirst: entries, firsts: ScalarSet(of: entries.keys))
  }

  /// Words folded, the longest first, those of one length in the order of the list.
  private static func bucket(_ words: [(word: String, meaning: Meaning)]) -> [Entry] {
    words.map { Entry(word: FoldedText.scalars(of: $0.word), meaning: $0.meaning) }
      .enumerated()
      .sorted { ($1.element.word.count, $0.offset) < ($0.element.word.count, $1.offset) }
      .map(\.element)
  }

  /// The longest word that stands at a position.
  public func match(in text: FoldedText, at position: Int, before end: Int? = nil) -> Match? {
    match(entries, text, position, end ?? text.scalars.count)
  }

  private func match(
    _ entries: Entries, _ text: FoldedText, _ position: Int, _ end: Int
  ) -> Match? {
    guard position < end, let candidates = entries[text.scalars[position]]?.value else {
      return nil
    }
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
    guard position < text.scalars.count, let candidates = entries[text.scalars[position]]?.value
    else {
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
