import JapaneseText
import SearchIndex

/// The words of the texts by their sound; made when a query first has a word in kana or Latin letters
/// that no text has.
struct TextSounds: Sendable {
  private let table: Deferred<[String: [String]]>

  /// The most terms that are looked through, and the most words that are read.
  private static let mostTerms = 200_000
  private static let mostWords = 50_000
  /// The fewest letters of a sound that is looked for; shorter ones are words by chance.
  private static let shortest = 6
  /// The fewest letters of a part of it.
  private static let shortestPart = 2
  /// The most words that may stand for one sound.
  private static let most = 120

  init(_ index: InvertedIndex, _ analyzer: SearchAnalyzer) {
    table = Deferred {
      var table: [String: [String]] = [:]
      var entries = index.terms(withPrefix: "=", limit: Self.mostTerms).makeIterator()
      var count = 0
      while count < Self.mostWords, let entry = entries.next() {
        let word = String(entry.text.dropFirst())
        guard Self.isWord(word),
          let reading = try? analyzer.reading(of: word), let key = ReadingKey.ofKana(reading)
        else { continue }
        count += 1
        table[key, default: []].append(word)
      }
      return table
    }
  }

  /// Whether a term can be a part of a word in kanji or katakana; a kana alone is a particle.
  private static func isWord(_ term: String) -> Bool {
    let scalars = term.unicodeScalars
    return scalars.allSatisfy(\.isJapanese) && (scalars.count > 1 || scalars.allSatisfy(\.isKanji))
  }

  /// The words and rows of words that sound as a word does, those of the fewest parts first.
  func words(soundingAs word: String) -> [[String]] {
    guard let key = word.soundKey, key.count >= Self.shortest else { return [] }
    let sounds = table.value
    let letters = Array(key)
    // For every beginning of the sound, the rows of words that make it, by their number of parts.
    var rows: [Int: [Int: [String]]] = [0: [0: [""]]]
    for end in Self.shortestPart...letters.count {
      for start in 0...(end - Self.shortestPart) {
        guard let heads = rows[start], let tails = sounds[String(letters[start..<end])] else {
          continue
        }
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
