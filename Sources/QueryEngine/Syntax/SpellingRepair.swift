import JapaneseText

/// Finds the word that a misspelt one was meant to be; in characters, not bytes.
struct SpellingRepair {
  private let vocabulary: QueryVocabulary

  init(_ vocabulary: QueryVocabulary) {
    self.vocabulary = vocabulary
  }

  /// The meaning of the one known sound that is near enough; nil where none or several are.
  ///
  /// One slip is forgiven, two in nine letters and more. In seven, two are forgiven in the name of a
  /// place that begins as it should, where what was typed cannot be Japanese: `Hokaidp`, but not
  /// `kokusai`, a word of its own. They are counted in the sound, and in the letters as they were typed:
  /// `Sendia` would sound like `senjia`, far from Sendai. In five letters two neighbours may have changed places.
  func meaning(of word: String) -> QueryAtom.Meaning? { sounded(word) ?? spelt(word) }

  /// The meaning of the one known word in Latin letters that is a slip away as it is spelt: `obligaton` would sound far
  /// from “obligation”.
  ///
  /// In six letters one may be missing, doubled or out of place, but not another: “change” is not “charge”.
  private func spelt(_ word: String) -> QueryAtom.Meaning? {
    guard (6...Self.longestSpelt).contains(word.utf8.count), let first = word.unicodeScalars.first,
      word.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return nil }
    let letters = Array(word)
    let limit = letters.count >= Self.longWord ? 2 : 1
    var (best, found) = (limit + 1, [String: QueryAtom.Meaning]())
    for known in vocabulary.words(beginningWith: first)
    where abs(known.word.utf8.count - letters.count) <= limit
      && known.word.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
    {
      let other = Array(known.word)
      let distance = Self.distance(letters, other, atMost: limit)
      guard (1...best).contains(distance), distance <= limit,
        letters.count > 6 || letters.count != other.count || letters.sorted() == other.sorted(),
        let code = known.meaning.code
      else { continue }
      if distance < best { found = [:] }
      (best, found[code]) = (distance, known.meaning)
    }
    return found.count == 1 ? found.values.first : nil
  }

  /// The school that is named by a word with one slip and “university” behind it.
  func school(_ word: String) -> QueryAtom.Meaning? {
    guard word.utf8.count >= 5, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
      let first = word.unicodeScalars.first
    else { return nil }
    let letters = Array(word)
    var found: [String: QueryAtom.Meaning] = [:]
    for known in vocabulary.words(beginningWith: first) where known.word.hasSuffix(" university") {
      guard case .institution = known.meaning, let code = known.meaning.code,
        Self.distance(letters, Array(known.word.dropLast(" university".count)), atMost: 1) == 1
      else { continue }
      found[code] = known.meaning
    }
    return found.count == 1 ? found.values.first : nil
  }

  private static let longWord = 10
  private static let denials = ["masen", "nai", "naku"]
  private static let longestSpelt = 20

  private func sounded(_ word: String) -> QueryAtom.Meaning? {
    guard let key = word.soundKey, key.count >= 6 else { return swapped(word) }
    let isTyped = word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    let writings = Set([key] + (isTyped ? [word] : [])).map { Array($0) }
    let length = writings.map(\.count).min() ?? 0
    let isLong = length >= 9
    let allowed = isLong || length >= 7 && !ReadingKey.isReadable(key) ? 2 : 1
    var best: (distance: Int, meaning: QueryAtom.Meaning)?
    var isTied = false
    // Only sounds with the first letter of a writing come into question.
    let places = Set(writings.compactMap(\.first)).flatMap { vocabulary.sounds(beginningWith: $0) }
    for place in places {
      let sound = vocabulary.sound(place)
      // `いりますか` is no slip of いりませんか: a slip neither denies nor takes a denial away.
      guard Self.denials.allSatisfy({ sound.contains($0) == key.contains($0) }) else { continue }
      guard let distance = distance(of: Array(sound), from: writings, atMost: allowed)
      else { continue }
      let meaning = vocabulary.meaning(place)
      guard distance < 2 || isLong || meaning.isPlace && sound.hasPrefix(key.prefix(3)) else {
        continue
      }
      if distance < best?.distance ?? Int.max {
        best = (distance, meaning)
        isTied = false
      } else if distance == best?.distance {
        isTied = true
      }
    }
    return isTied ? nil : best?.meaning
  }

  /// The meaning of a word of five letters, two of which have changed places: `muyro`.
  private func swapped(_ word: String) -> QueryAtom.Meaning? {
    guard word.utf8.count == 5, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      return nil
    }
    var found: [QueryAtom.Meaning] = []
    for place in 1..<4 {
      var letters = Array(word)
      guard letters[place] != letters[place + 1] else { continue }
      letters.swapAt(place, place + 1)
      if let key = ReadingKey.ofRomaji(String(letters)),
        let meaning = vocabulary.meaning(ofSound: key)
      {
        found.append(meaning)
      }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// How far a sound is from the nearest of some writings with its first letter; nil where too far.
  private func distance(
    of sound: [Character], from writings: [[Character]], atMost limit: Int
  ) -> Int? {
    writings.filter { $0.first == sound.first && abs($0.count - sound.count) <= limit }
      .map { Self.distance($0, sound, atMost: limit) }.filter { $0 <= limit }.min()
  }

  /// Insertions, deletions, replacements and swaps of neighbours between two words.
  static func distance(_ one: [Character], _ other: [Character], atMost limit: Int) -> Int {
    var older: [Int] = []
    var previous = Array(0...other.count)
    for row in 1...max(one.count, 1) where !one.isEmpty {
      var current = [row]
      for column in 1...max(other.count, 1) where !other.isEmpty {
        let same = one[row - 1] == other[column - 1]
        var cost = min(
          previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1]
        {
          cost = min(cost, older[column - 2] + 1)
        }
        current.append(cost)
      }
      if let least = current.min(), least > limit { return limit + 1 }
      older = previous
      previous = current
    }
    return previous[other.count]
  }
}

extension QueryAtom.Meaning {
  /// Whether it is the name of a place.
  fileprivate var isPlace: Bool {
    if case .place = self { true } else { false }
  }
}
