import DomainLexicon
import JapaneseText

/// Words in which a character was typed for another: `無科`, `束北`, `募集仲`, `推薦要不`.
extension QueryParser {
  /// Longer words are no slips of one character, and are not looked through.
  private static let longestWord = 16
  /// The most slips that are mended in one part of a query.
  private static let mostSlips = 2

  /// The parts of a query with such words as what they were meant to be.
  ///
  /// A guess that fits several words is not made, and none of a word that the dictionary or some text has.
  func mended(
    _ atoms: [QueryAtom], in text: FoldedText, _ isInText: (String) -> Bool
  ) -> [QueryAtom] {
    var atoms = atoms
    var typed = text
    for _ in 0..<Self.mostSlips {
      var found: (atoms: [QueryAtom], text: FoldedText)?
      for place in atoms.indices where found == nil && isDoubtful(place, of: atoms, in: typed) {
        found = mended(place, of: atoms, in: typed, text, isInText)
      }
      guard let found else { return atoms }
      (atoms, typed) = found
    }
    return atoms
  }

  /// `Kumamto University Hospital`: the name of a school with a slip in the word before “university”.
  func withMisspeltSchools(
    _ atoms: [QueryAtom], in text: FoldedText, _ isInText: (String) -> Bool
  ) -> [QueryAtom] {
    guard text.string.contains(Self.university) else { return atoms }
    var result = atoms
    for place in atoms.indices.reversed() {
      let range = atoms[place].range
      guard case .unknown = atoms[place].meaning,
        text.hasWord(Self.university, at: range.upperBound),
        let meaning = SpellingRepair(vocabulary).school(text.string(in: range)),
        !isInText(text.string(in: range))
      else { continue }
      var end = range.upperBound + Self.university.unicodeScalars.count
      if text.hasWord(Self.hospital, at: end) { end += Self.hospital.unicodeScalars.count }
      let covered = result.indices.filter { (range.lowerBound..<end).overlaps(result[$0].range) }
      guard let first = covered.first, let last = covered.last else { continue }
      let whole = range.lowerBound..<max(end, result[last].range.upperBound)
      result.replaceSubrange(
        first...last,
        with: [QueryAtom(range: whole, meaning: meaning, source: text.original(of: whole))])
    }
    return result
  }

  private static let university = " university"
  private static let hospital = " hospital"

  /// Whether a part may have a slip: an unknown one, or the first of two characters that are no word together.
  private func isDoubtful(_ place: Int, of atoms: [QueryAtom], in text: FoldedText) -> Bool {
    let range = atoms[place].range
    guard range.count <= Self.longestWord,
      range.allSatisfy({ text.scalars[$0].isJapanese })
    else { return false }
    if case .unknown = atoms[place].meaning {
      return range.contains { text.scalars[$0].isKanji || text.scalars[$0].isKatakana }
    }
    return isTornWord(place, of: atoms, in: text)
  }

  private func isTornWord(_ place: Int, of atoms: [QueryAtom], in text: FoldedText) -> Bool {
    guard place + 1 < atoms.count, atoms[place].range.count == 1, atoms[place + 1].range.count == 1
    else { return false }
    let word = atoms[place].range.lowerBound..<atoms[place + 1].range.upperBound
    let (before, behind) = (word.lowerBound - 1, word.upperBound)
    return word.count == 2 && word.allSatisfy { text.scalars[$0].isKanji }
      && (before < 0 || !text.scalars[before].isKanji)
      && (behind >= text.scalars.count || !text.scalars[behind].isKanji)
  }

  /// The parts and the text with one slip mended; nil where nothing fits, or several words do.
  private func mended(
    _ place: Int, of atoms: [QueryAtom], in text: FoldedText, _ typed: FoldedText,
    _ isInText: (String) -> Bool
  ) -> (atoms: [QueryAtom], text: FoldedText)? {
    let run = run(around: place, of: atoms)
    let range = atoms[run.lowerBound].range.lowerBound..<atoms[run.upperBound - 1].range.upperBound
    let isTorn = isTornWord(place, of: atoms, in: text)
    let end = isTorn ? atoms[place + 1].range.upperBound : atoms[place].range.upperBound
    var best: (unknown: Int, atoms: [QueryAtom], text: FoldedText)?
    var isTied = false
    for (changed, slip) in writings(atoms[place].range.lowerBound..<end, of: text) {
      let words = SpottedWords(vocabulary, changed)
      guard isPartOfWord(slip, words) else { continue }
      let tiles = QueryTiling(words: words).atoms(in: range)
      guard let word = tiles.first(where: { $0.range.contains(slip) }), isGuess(word),
        !isWord(typed.string(in: word.range), isInText)
      else { continue }
      let unknown = unknownCharacters(tiles)
      guard isTorn || unknown < unknownCharacters(Array(atoms[run])) else { continue }
      if unknown < best?.unknown ?? .max {
        best = (unknown, tiles, changed)
        isTied = false
      } else if unknown == best?.unknown {
        isTied = true
      }
    }
    guard let best, !isTied else { return nil }
    let tiles = best.atoms.map {
      QueryAtom(range: $0.range, meaning: $0.meaning, source: typed.original(of: $0.range))
    }
    return (Array(atoms[..<run.lowerBound]) + tiles + atoms[run.upperBound...], best.text)
  }

  /// `若手` is no slip of 岩手, nor is what some text has.
  private func isWord(_ word: String, _ isInText: (String) -> Bool) -> Bool {
    (try? analyzer.isInDictionary(word)) == true || isInText(word)
  }

  /// The parts that follow each other without a blank or a mark.
  private func run(around place: Int, of atoms: [QueryAtom]) -> Range<Int> {
    var (first, last) = (place, place)
    while first > 0, atoms[first - 1].range.upperBound == atoms[first].range.lowerBound {
      first -= 1
    }
    while last + 1 < atoms.count, atoms[last].range.upperBound == atoms[last + 1].range.lowerBound {
      last += 1
    }
    return first..<last + 1
  }

  /// What may have been meant by what was typed, each with the place of the slip.
  private func writings(
    _ range: Range<Int>, of text: FoldedText
  ) -> [(text: FoldedText, slip: Int)] {
    var found: [(text: FoldedText, slip: Int)] = []
    for place in range {
      let scalar = text.scalars[place]
      for meant in CharacterSlips.shipped.value.meant(by: scalar) {
        found.append((text.replacing(place, with: meant), place))
      }
      // Two characters that have changed places; 北東 is a word.
      if range.count > 2, place + 1 < range.upperBound, scalar != text.scalars[place + 1],
        scalar.isKanji, text.scalars[place + 1].isKanji
      {
        let swapped = text.replacing(place, with: text.scalars[place + 1])
          .replacing(place + 1, with: scalar)
        found.append((swapped, place))
      }
    }
    return found
  }

  /// Whether some word of two characters or more stands over a place.
  private func isPartOfWord(_ place: Int, _ words: SpottedWords) -> Bool {
    (max(0, place - Self.longestWord)...place).contains { start in
      words.matches(at: start).contains { $0.range.contains(place) && $0.range.count > 1 }
        || words.text.scalars[start].isDigit
    }
  }

  /// Whether a part is of such a kind that a slip in it may be mended.
  private func isGuess(_ atom: QueryAtom) -> Bool {
    guard atom.range.count > 1 else { return false }
    return switch atom.meaning {
    case .concept(let concepts): !concepts.isSubset(of: [.filler, .and, .goingOn, .hospital])
    // 松木 is a name as well as 松本 is.
    case .place(.city, _): atom.range.count > 2
    case .place, .institution, .kind, .department, .date, .dates: true
    default: false
    }
  }

  private func unknownCharacters(_ atoms: [QueryAtom]) -> Int {
    atoms.reduce(0) { sum, atom in
      if case .unknown = atom.meaning { sum + atom.range.count } else { sum }
    }
  }
}
