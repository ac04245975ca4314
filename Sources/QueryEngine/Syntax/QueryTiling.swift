import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Cuts a query into parts that the vocabulary knows, and what lies between them.
///
/// A word of the vocabulary counts inside a run of Japanese only where the rest of the run is known too
/// or parted by a particle: 救急 is no department in 救命救急センター.
struct QueryTiling {
  let words: SpottedWords
  var text: FoldedText { words.text }

  private static let particles: Set<String> = [
    "の", "に", "を", "が", "は", "で", "と", "も", "へ", "な", "や", "か", "から", "まで",
  ]
  private static let longestParticle = 2
  private static let unknownCost = 10
  private static let pieceCost = 5

  private struct Step {
    var cost = Int.max
    var from = 0
    var meaning: QueryAtom.Meaning?
    var endsWithParticle = false
  }

  /// A word that is not known, up to some place: every character of it costs the same, so that of all places
  /// where it may have begun only the cheapest is carried on.
  private struct Stretch {
    let start: Int
    var cost: Int
  }

  /// The parts in their order; blanks and marks are between them.
  func atoms(in range: Range<Int>) -> [QueryAtom] {
    var steps: [Int: Step] = [:]
    steps[range.lowerBound] = Step(cost: 0, from: -1)
    var unknown: Stretch?
    for position in range {
      if let unknown, endsUnknown(position, range) {
        relax(&steps, unknown.start, position, unknown.cost, .unknown)
      }
      if isSeparator(text.scalars[position]) || isJoint(position, before: range.upperBound) {
        unknown = nil
        if let here = steps[position] {
          relax(&steps, position, position + 1, here.cost, nil)
          // `/month`: some words begin with a mark.
          for (end, meaning) in matches(at: position, before: range.upperBound, here) {
            relax(&steps, position, end, here.cost + 1, meaning)
          }
        }
        continue
      }
      if let here = steps[position] {
        for (end, meaning) in matches(at: position, before: range.upperBound, here) {
          relax(&steps, position, end, here.cost + 1 + (isLone(meaning) ? 2 : 0), meaning)
        }
        let cost = here.cost + Self.pieceCost
        if cost < unknown?.cost ?? .max, beginsUnknown(position, range, here) {
          unknown = Stretch(start: position, cost: cost)
        }
      }
      unknown?.cost += Self.unknownCost
    }
    if let unknown {
      relax(&steps, unknown.start, range.upperBound, unknown.cost, .unknown)
    }
    return path(steps, to: range)
  }

  /// Of two ways that cost the same, the one whose last part begins first counts.
  private func relax(
    _ steps: inout [Int: Step], _ from: Int, _ to: Int, _ cost: Int, _ meaning: QueryAtom.Meaning?
  ) {
    if let known = steps[to], (known.cost, known.from) <= (cost, from) { return }
    steps[to] = Step(
      cost: cost, from: from, meaning: meaning,
      endsWithParticle: meaning != nil && isParticle(from..<to))
  }

  private func isParticle(_ range: Range<Int>) -> Bool {
    range.count <= Self.longestParticle && Self.particles.contains(text.string(in: range))
  }

  private func path(_ steps: [Int: Step], to range: Range<Int>) -> [QueryAtom] {
    var atoms: [QueryAtom] = []
    var position = range.upperBound
    while position > range.lowerBound, let step = steps[position] {
      if let meaning = step.meaning {
        let part = step.from..<position
        atoms.append(QueryAtom(range: part, meaning: meaning, source: text.original(of: part)))
      }
      position = step.from
    }
    return atoms.reversed()
  }

  // MARK: What may stand at a place

  private func matches(
    at position: Int, before end: Int, _ step: Step
  ) -> [(end: Int, meaning: QueryAtom.Meaning)] {
    var found: [(end: Int, meaning: QueryAtom.Meaning)] = []
    let number = figure(at: position, before: end)
    if let number { found.append(number) }
    let isBeginning = position == 0 || isSeparator(text.scalars[position - 1])
    let words = words.matches(at: position)
    for match in words where match.range.upperBound <= end {
      let word = text.string(in: match.range)
      // The beginning of a figure is no word: 1年 in `1年以上`.
      if let number, match.range.upperBound < number.end { continue }
      // A particle follows something; at the beginning of a word it is a part of it.
      // Where words are parted by blanks (`とうきょう で べんきょう`) it stands alone.
      if Self.particles.contains(word), isBeginning,
        match.range.lowerBound == 0 || !isEndOfWord(match.range.upperBound)
      {
        continue
      }
      // A name of one character stands in many words, and counts where it is one: `津の病院`, but not `興津`.
      if match.range.count == 1, case .place = match.meaning, !standsAlone(match.range) { continue }
      // `無料なら` is no 奈良: behind a word it is what joins.
      if !isBeginning, case .place = match.meaning,
        words.contains(where: { $0.range == match.range && Self.isFiller($0.meaning) })
      {
        continue
      }
      found.append((match.range.upperBound, match.meaning))
    }
    return found + polite(at: position, before: end)
  }

  /// `ご不要`, `お受け付け`: a word in kanji with the prefix of polite speech means what it means without it.
  private func polite(at position: Int, before end: Int) -> [(end: Int, meaning: QueryAtom.Meaning)]
  {
    guard "おご御".unicodeScalars.contains(text.scalars[position]), position + 2 < end,
      text.scalars[position + 1].isKanji
    else { return [] }
    return words.matches(at: position + 1).compactMap { match in
      guard case .concept = match.meaning, match.range.count > 1, match.range.upperBound <= end
      else { return nil }
      return (match.range.upperBound, match.meaning)
    }
  }

  private func isEndOfWord(_ end: Int) -> Bool {
    end >= text.scalars.count || isSeparator(text.scalars[end])
  }

  private func standsAlone(_ range: Range<Int>) -> Bool {
    let (before, behind) = (range.lowerBound - 1, range.upperBound)
    let begins =
      before < 0 || isSeparator(text.scalars[before]) || text.scalars[before].isHiragana
    return begins && (isEndOfWord(behind) || text.scalars[behind].isHiragana)
  }

  private static func isFiller(_ meaning: QueryAtom.Meaning) -> Bool {
    if case .concept(let concepts) = meaning { concepts.contains(.filler) } else { false }
  }

  /// A lone filler costs a little more, so that a longer word goes before two short ones.
  private func isLone(_ meaning: QueryAtom.Meaning) -> Bool {
    if case .concept(let concepts) = meaning {
      concepts.isSubset(of: [.filler, .and, .goingOn, .hospital])
    } else {
      false
    }
  }

  // MARK: Where an unknown word begins and ends

  private func beginsUnknown(_ position: Int, _ range: Range<Int>, _ step: Step) -> Bool {
    position == range.lowerBound || isSeparator(text.scalars[position - 1]) || step.endsWithParticle
      || changesScript(at: position) || beginsWord(at: position)
  }

  private func endsUnknown(_ end: Int, _ range: Range<Int>) -> Bool {
    if end == range.upperBound || isSeparator(text.scalars[end]) || changesScript(at: end)
      || beginsWord(at: end) || beginsSum(at: end, before: range.upperBound)
    {
      return true
    }
    // A particle behind kanji or katakana ends a word; behind hiragana it may belong to it.
    guard !text.scalars[end - 1].isHiragana else { return false }
    return words.matches(at: end).contains {
      isParticle($0.range) || isPresence($0.meaning, $0.range, range)
    }
  }

  /// `宿舎あり`: あり at the end of a run says of the word before it that it is there.
  private func isPresence(
    _ meaning: QueryAtom.Meaning, _ word: Range<Int>, _ range: Range<Int>
  ) -> Bool {
    guard case .concept(let concepts) = meaning, concepts.contains(.present) else { return false }
    let end = word.upperBound
    return text.scalars[word.lowerBound].isHiragana
      && (end == range.upperBound || end < range.upperBound && isSeparator(text.scalars[end]))
  }

  /// Behind hiragana a word begins with its kanji: `学べて推薦`.
  private func beginsWord(at position: Int) -> Bool {
    text.scalars[position - 1].isHiragana
      && (text.scalars[position].isKanji || text.scalars[position].isKatakana)
  }

  /// `年四十万円`: a sum in kanji begins behind any word.
  private func beginsSum(at position: Int, before end: Int) -> Bool {
    guard "一二三四五六七八九十".unicodeScalars.contains(text.scalars[position]),
      case .money? = figure(at: position, before: end)?.meaning
    else { return false }
    return true
  }

  private func changesScript(at position: Int) -> Bool {
    text.scalars[position - 1].isJapanese != text.scalars[position].isJapanese
  }

  /// Whether a hyphen joins a number to the word before it: `実地修練-2027` and `4月-10月` deny nothing, as a
  /// minus at the beginning of a word does.
  private func isJoint(_ position: Int, before end: Int) -> Bool {
    text.scalars[position] == "-" && position > 0 && position + 1 < end
      && text.scalars[position - 1].isJapanese
      && (text.scalars[position + 1].isDigit || figure(at: position + 1, before: end) != nil)
  }

  private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || "、。,.!?・;:|/()[]「」【】'&*#+※★☆●○◎■□◆◇→⇒".unicodeScalars.contains(scalar)
  }
}
