import JapaneseText
import SearchIndex

/// The words of the texts by their sound, read where they lie in the index.
struct TextSounds: Sendable {
  static let attachmentName = "sounds"

  private let lines: SortedLines?

  /// The most words that are sounded for one index.
  private static let mostWords = 50_000
  /// The fewest letters of a sound that is looked for; shorter ones are words by chance.
  private static let shortest = 6
  /// The fewest letters of a part of it.
  private static let shortestPart = 2
  /// The most words that may stand for one sound.
  private static let most = 120

  /// Takes the sounds of an index; one without them finds nothing by sound.
  init(_ index: InvertedIndex) {
    lines = index.lines(named: Self.attachmentName)
  }

  /// What an index keeps of the words of its texts: each with its sound.
  static func attachment(
    _ words: [String], _ analyzer: SearchAnalyzer
  ) -> (name: String, bytes: [UInt8]) {
    var lines: [(key: String, value: String)] = []
    for word in words where lines.count < mostWords && isWord(word) {
      guard let reading = try? analyzer.reading(of: word), let key = ReadingKey.ofKana(reading)
      else { continue }
      lines.append((key, word))
    }
    return (attachmentName, SortedLines.bytes(of: lines))
  }

  /// Whether a term can be a part of a word in kanji or katakana; a kana alone is a particle.
  private static func isWord(_ term: String) -> Bool {
    let scalars = term.unicodeScalars
    return scalars.allSatisfy(\.isJapanese) && (scalars.count > 1 || scalars.allSatisfy(\.isKanji))
  }

  private func words(ofSound key: String) -> [String] {
    guard let lines else { return [] }
    return lines.lines(of: key).map(lines.value)
  }

  /// The words and rows of words that sound as a word does, those of the fewest parts first.
  func words(soundingAs word: String) -> [[String]] {
    guard let key = word.soundKey, key.count >= Self.shortest else { return [] }
    let letters = Array(key)
    // For every beginning of the sound, the rows of words that make it, by their number of parts.
    var rows: [Int: [Int: [String]]] = [0: [0: [""]]]
    for end in Self.shortestPart...letters.count {
      for start in 0...(end - Self.shortestPart) {
        guard let heads = rows[start] else { continue }
        let tails = words(ofSound: String(letters[start..<end]))
        for (parts, words) in heads where parts < 3 {
          let joined = words.flatMap { head in tails.map { head + $0 } }
          rows[end, default: [:]][parts + 1, default: []] += joined.prefix(Self.most)
        }
      }
    }
    return (rows[letters.count] ?? [:]).sorted { $0.key < $1.key }.map {
      Array($0.value.prefix(Self.most))
    }
  }
}
