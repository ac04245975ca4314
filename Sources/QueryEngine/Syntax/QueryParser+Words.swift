import DomainLexicon
import JapaneseText

/// Words that the vocabulary does not have as they stand: other scripts, slips, parts of sentences.
extension QueryParser {
  /// Unknown words in kana or romaji are looked up by their sound, then by their spelling.
  func resolved(
    _ atoms: [QueryAtom], _ words: SpottedWords, _ isInText: (String) -> Bool, cutsLonePart: Bool
  ) -> [QueryAtom] {
    let text = words.text
    let atoms = withExaminations(
      withMisspeltSchools(withUniversities(atoms, in: text), in: text, isInText), words)
    var result: [QueryAtom] = []
    for atom in atoms {
      if isRomajiParticle(atom, in: text) {
        result.append(
          QueryAtom(range: atom.range, meaning: .concept([.filler]), source: atom.source))
        continue
      }
      guard case .unknown = atom.meaning else {
        result.append(atom)
        continue
      }
      var range = atom.range
      if text.string(in: range) == "-", range.upperBound < text.scalars.count,
        !text.scalars[range.upperBound].isBlank
      {
        result.append(QueryAtom(range: range, meaning: .minus, source: "-"))
        continue
      }
      if text.scalars[range.lowerBound] == "-", range.count > 1 {
        result.append(
          QueryAtom(range: range.lowerBound..<range.lowerBound + 1, meaning: .minus, source: "-"))
        range = range.lowerBound + 1..<range.upperBound
        let inner = QueryTiling(words: words).atoms(in: range)
        result += inner.map { sounded($0, text, isInText) }
        continue
      }
      let own = sounded(atom, text, isInText)
      guard case .unknown = own.meaning else {
        result.append(own)
        continue
      }
      if let two = twoSounds(own, in: text, isInText) {
        result += two
        continue
      }
      let isWhole = atoms.count == 1 && !cutsLonePart
      result += inHiragana(own, in: text) ?? (isWhole ? [own] : parts(of: own, in: text))
    }
    return result
  }

  /// `総合診療専門医試験`: what stands at once before a class of examinations names one of it.
  private func withExaminations(_ atoms: [QueryAtom], _ words: SpottedWords) -> [QueryAtom] {
    var result: [QueryAtom] = []
    for atom in atoms {
      if let name = examination(endingWith: atom, words) {
        result.append(name)
      } else if case .kind(let kind) = atom.meaning, kind.slug.hasPrefix(ExaminationNames.anyOf),
        let last = result.last, case .unknown = last.meaning,
        last.range.upperBound == atom.range.lowerBound,
        last.range.allSatisfy({ words.text.scalars[$0].isJapanese })
      {
        result.removeLast()
        result.append(examination(last.range.lowerBound..<atom.range.lowerBound, kind, atom, words))
      } else {
        result.append(atom)
      }
    }
    return result
  }

  private func examination(endingWith atom: QueryAtom, _ words: SpottedWords) -> QueryAtom? {
    guard case .unknown = atom.meaning,
      atom.range.allSatisfy({ words.text.scalars[$0].isKanji || words.text.scalars[$0].isKatakana })
    else { return nil }
    for start in atom.range.dropFirst() {
      for match in words.matches(at: start) where match.range.upperBound == atom.range.upperBound {
        if case .kind(let kind) = match.meaning, kind.slug.hasPrefix(ExaminationNames.anyOf) {
          return examination(atom.range.lowerBound..<start, kind, atom, words)
        }
      }
    }
    return nil
  }

  private func examination(
    _ name: Range<Int>, _ kind: KindName, _ last: QueryAtom, _ words: SpottedWords
  ) -> QueryAtom {
    let slug =
      words.text.string(in: name) + kind.slug.dropFirst(ExaminationNames.anyOf.count)
    let range = name.lowerBound..<last.range.upperBound
    return QueryAtom(
      range: range, meaning: .kind(KindName(kind: kind.kind, slug: slug, name: kind.name)),
      source: words.text.original(of: range))
  }

  private static let joints: Set<String> = ["to", "ka", "ya", "matawa", "and", "or"]
  /// How many words the name of a university has in Latin letters at most: `kyoto furitsu ika daigaku`.
  private static let mostWords = 4

  /// `shinshu daigaku`: words in Latin letters that sound like an institution together are one part.
  private func withUniversities(_ atoms: [QueryAtom], in text: FoldedText) -> [QueryAtom] {
    guard text.string.contains("daigaku") else { return atoms }
    var result = atoms
    var start = 0
    while start < result.count {
      // `okayama to hiroshima daigaku`: と joins two places.
      if start > 0, Self.joints.contains(result[start - 1].source.lowercased()) {
        start += 1
        continue
      }
      let ends = (start + 1..<min(result.count, start + Self.mostWords)).reversed()
      for end in ends {
        let range = result[start].range.lowerBound..<result[end].range.upperBound
        let words = text.string(in: range)
        guard words.hasSuffix("daigaku"),
          words.unicodeScalars.allSatisfy({ $0.isLatin || $0.isBlank }),
          let key = words.filter({ $0 != " " }).soundKey,
          let meaning = vocabulary.meaning(ofSound: key), case .institution = meaning
        else { continue }
        let name = QueryAtom(range: range, meaning: meaning, source: text.original(of: range))
        result.replaceSubrange(start...end, with: [name])
        break
      }
      start += 1
    }
    return result
  }

  /// `muryo no byoin`: beside a word that is known by its sound alone, `no` is の.
  private func isRomajiParticle(_ atom: QueryAtom, in text: FoldedText) -> Bool {
    guard atom.source.lowercased() == "no" else { return false }
    let (before, behind) = (
      latinWord(endingAt: atom.range.lowerBound - 1, in: text),
      latinWord(beginningAt: atom.range.upperBound + 1, in: text)
    )
    return [before, behind].contains { word in
      guard let word, let key = ReadingKey.ofRomaji(word), ReadingKey.isReadable(key) else {
        return false
      }
      return vocabulary.meaning(ofSound: key) != nil
        && vocabulary.matches(in: FoldedText(word), at: 0).allSatisfy {
          $0.range.count < word.unicodeScalars.count
        }
    }
  }

  private func latinWord(endingAt end: Int, in text: FoldedText) -> String? {
    var start = end
    while start > 0, text.scalars[start - 1].isLatin { start -= 1 }
    return start < end ? text.string(in: start..<end) : nil
  }

  private func latinWord(beginningAt start: Int, in text: FoldedText) -> String? {
    var end = start
    while end < text.scalars.count, text.scalars[end].isLatin { end += 1 }
    return start < end ? text.string(in: start..<end) : nil
  }

  /// `ギムナシ`: words in katakana that the vocabulary has in hiragana, all of them.
  private func inHiragana(_ atom: QueryAtom, in text: FoldedText) -> [QueryAtom]? {
    guard atom.range.count >= 3, atom.range.contains(where: { text.scalars[$0].isKatakana }),
      atom.range.allSatisfy({ text.scalars[$0].isKatakana || text.scalars[$0].isHiragana })
    else { return nil }
    let hiragana = text.mappingScalars { scalar in
      guard (0x30A1...0x30F6).contains(scalar.value) else { return scalar }
      return Unicode.Scalar(scalar.value - 0x60) ?? scalar
    }
    let tiles = QueryTiling(words: SpottedWords(vocabulary, hiragana)).atoms(in: atom.range)
    let isKnown = tiles.allSatisfy { tile in
      if case .unknown = tile.meaning { false } else { true }
    }
    return isKnown
      ? tiles.map {
        QueryAtom(
          range: $0.range, meaning: $0.meaning, source: text.original(of: $0.range))
      } : nil
  }

  /// The nouns of a part of a sentence, which are searched for, and what else stands there: a verb is
  /// not demanded of a text, since every page says it in its own form.
  private func parts(of atom: QueryAtom, in text: FoldedText) -> [QueryAtom] {
    let range = atom.range
    guard range.contains(where: { text.scalars[$0].isHiragana }), !isWord(range, in: text),
      let nouns = try? analyzer.nouns(in: text, range)
    else { return [atom] }
    var result: [QueryAtom] = []
    var start = range.lowerBound
    func add(_ part: Range<Int>, _ meaning: QueryAtom.Meaning) {
      guard !part.isEmpty else { return }
      let isParticle = part.count <= 2 && part.allSatisfy { text.scalars[$0].isHiragana }
      if case .verbal = meaning, isParticle, part.count < range.count { return }
      result.append(
        QueryAtom(range: part, meaning: meaning, source: text.original(of: part)))
    }
    for noun in nouns {
      add(start..<noun.lowerBound, .verbal)
      add(noun, .unknown)
      start = noun.upperBound
    }
    add(start..<range.upperBound, .verbal)
    return result
  }

  /// Whether a part stands between blanks and marks and is written as one word: kana alone, or its last
  /// character is no kana.
  private func isWord(_ range: Range<Int>, in text: FoldedText) -> Bool {
    func isMark(_ place: Int) -> Bool {
      !text.scalars.indices.contains(place)
        || !(text.scalars[place].isJapanese || text.scalars[place].isLatin)
    }
    guard isMark(range.lowerBound - 1), isMark(range.upperBound) else { return false }
    return range.allSatisfy { text.scalars[$0].isHiragana || text.scalars[$0].isKatakana }
      || !text.scalars[range.upperBound - 1].isHiragana
  }

  private func sounded(
    _ atom: QueryAtom, _ text: FoldedText, _ isInText: (String) -> Bool
  ) -> QueryAtom {
    guard case .unknown = atom.meaning else { return atom }
    let word = text.string(in: atom.range)
    if let meaning = bySound(word) {
      return QueryAtom(range: atom.range, meaning: meaning, source: atom.source)
    }
    // A word that some text has is no slip: 登録 is not 東北.
    guard let meaning = SpellingRepair(vocabulary).meaning(of: word) ?? sharingKanji(word),
      !isInText(word)
    else { return atom }
    return QueryAtom(range: atom.range, meaning: meaning, source: atom.source)
  }

  private func bySound(_ word: String) -> QueryAtom.Meaning? {
    if let key = word.soundKey {
      let keys = [key] + ReadingKey.foreignSpellings(of: key)
      return keys.lazy.compactMap(vocabulary.meaning(ofSound:)).first
    }
    // A word in kanji that sounds like a known one is most likely a slip of the converter: 推薦不用.
    guard word.unicodeScalars.contains(where: \.isKanji), word.unicodeScalars.count >= 3,
      let reading = try? analyzer.reading(of: word), let key = ReadingKey.ofKana(reading),
      key.count >= 6
    else { return nil }
    return vocabulary.meaning(ofSound: key)
  }

  private static let times: Set<Concept> = [
    .now, .today, .tomorrow, .thisWeek, .nextWeek, .thisMonth, .nextMonth, .nextYear,
    .yearAfterNext, .endOfYear, .endOfFiscalYear, .later, .aspect,
  ]

  /// `無量`: of two kanji that sound like a known word the converter got the second wrong.
  private func sharingKanji(_ word: String) -> QueryAtom.Meaning? {
    let scalars = Array(word.unicodeScalars)
    guard scalars.count == 2, scalars.allSatisfy(\.isKanji),
      let reading = try? analyzer.reading(of: word), let key = ReadingKey.ofKana(reading)
    else { return nil }
    return vocabulary.words(beginningWith: scalars[0]).first { known in
      guard known.word.unicodeScalars.count == 2, case .concept(let concepts) = known.meaning,
        // 今秋 sounds like 今週.
        concepts.isDisjoint(with: Self.times), known.word.unicodeScalars.allSatisfy(\.isKanji),
        let reading = try? analyzer.reading(of: known.word)
      else { return false }
      return ReadingKey.ofKana(reading) == key
    }?.meaning
  }

  private static let longestOfTwo = 16

  /// `すいせんふよ`: two words known by their sounds, written as one.
  private func twoSounds(
    _ atom: QueryAtom, in text: FoldedText, _ isInText: (String) -> Bool
  ) -> [QueryAtom]? {
    let range = atom.range
    guard (6...Self.longestOfTwo).contains(range.count),
      range.allSatisfy({ text.scalars[$0].isHiragana }), !isInText(text.string(in: range))
    else { return nil }
    for middle in range.dropFirst(3).dropLast(1) {
      let halves = [range.lowerBound..<middle, middle..<range.upperBound]
      let meanings = halves.compactMap { half in
        text.string(in: half).soundKey.flatMap(vocabulary.meaning(ofSound:))
      }
      guard meanings.count == 2 else { continue }
      return zip(halves, meanings).map {
        QueryAtom(range: $0, meaning: $1, source: text.original(of: $0))
      }
    }
    return nil
  }
}
