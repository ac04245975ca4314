import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Cuts a query into parts that the vocabulary knows, and what lies between them.
///
/// A word of the vocabulary counts inside a run of Japanese only where the rest of the run is known too
/// or parted by a particle: 救急 is no department in 救命救急センター.
struct QueryTiling {
  let vocabulary: QueryVocabulary
  let text: FoldedText

  private static let particles: Set<String> = [
    "の", "に", "を", "が", "は", "で", "と", "も", "へ", "な", "や", "か", "から", "まで",
  ]
  private static let unknownCost = 10
  private static let pieceCost = 5

  private struct Step {
    var cost = Int.max
    var from = 0
    var meaning: QueryAtom.Meaning?
    var endsWithParticle = false
  }

  /// The parts in their order; blanks and marks are between them.
  func atoms(in range: Range<Int>) -> [QueryAtom] {
    var steps: [Int: Step] = [:]
    steps[range.lowerBound] = Step(cost: 0, from: -1)
    for position in range {
      guard let here = steps[position] else { continue }
      if isSeparator(text.scalars[position]) {
        relax(&steps, position, position + 1, here.cost, nil)
        continue
      }
      for (end, meaning) in matches(at: position, before: range.upperBound, here) {
        relax(&steps, position, end, here.cost + 1 + (isLone(meaning) ? 2 : 0), meaning)
      }
      if beginsUnknown(position, range, here) {
        for end in position + 1...range.upperBound where endsUnknown(end, range) {
          let length = (position..<end).count
          relax(
            &steps, position, end, here.cost + Self.unknownCost * length + Self.pieceCost, .unknown)
          if end == range.upperBound || isSeparator(text.scalars[end]) { break }
        }
      }
    }
    return path(steps, to: range)
  }

  private func relax(
    _ steps: inout [Int: Step], _ from: Int, _ to: Int, _ cost: Int, _ meaning: QueryAtom.Meaning?
  ) {
    guard cost < steps[to]?.cost ?? Int.max else { return }
    steps[to] = Step(
      cost: cost, from: from, meaning: meaning,
      endsWithParticle: meaning != nil && Self.particles.contains(text.string(in: from..<to)))
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
    if let number = figure(at: position, before: end) { found.append(number) }
    for match in vocabulary.matches(in: text, at: position)
    where match.range.upperBound <= end {
      let word = text.string(in: match.range)
      // A particle follows something; at the beginning of a word it is a part of it.
      if Self.particles.contains(word), position == 0 || isSeparator(text.scalars[position - 1]) {
        continue
      }
      found.append((match.range.upperBound, match.meaning))
    }
    return found
  }

  /// A lone filler costs a little more, so that a longer word goes before two short ones.
  private func isLone(_ meaning: QueryAtom.Meaning) -> Bool {
    if case .concept(let concepts) = meaning { concepts == [.filler] } else { false }
  }

  private static let peopleUnits = [
    "名", "人", " people", " persons", " trainees", " places", " positions", " openings", " seats",
    " spots",
  ]

  /// A sum, a number of people, a length or a date.
  private func figure(at position: Int, before end: Int) -> (end: Int, meaning: QueryAtom.Meaning)?
  {
    let range = position..<end
    guard position == 0 || !text.scalars[position - 1].isDigit else { return nil }
    var reader = ScalarReader(text, in: range)
    if let sum = MoneyReader().sum(&reader) {
      return (sum.range.upperBound, .money(Bounds(min: sum.least, max: sum.greatest)))
    }
    reader = ScalarReader(text, in: range)
    if let people = NumberReader.number(&reader) ?? NumberReader.english(&reader) {
      let most = reader.attempt { reader -> Int? in
        reader.take(any: ["~", "-", "から"]) == nil ? nil : NumberReader.number(&reader)
      }
      if let most, most > people, reader.take(any: Self.peopleUnits) != nil {
        return (reader.position, .people(Bounds(min: people, max: most)))
      }
      let isLeast = reader.take(" or more")
      if reader.take(any: Self.peopleUnits) != nil {
        return (
          reader.position, .people(isLeast ? Bounds(min: people) : Bounds(exactly: people))
        )
      }
    }
    let lengths = DurationReader().durations(in: text, range: range)
    if let span = span(lengths, at: position) { return span }
    if let length = lengths.first, length.range.lowerBound == position,
      length.bound != .before
    {
      let bounds: Bounds =
        switch length.bound {
        case .atMost: Bounds(max: isBelow(length.range) ? length.months - 1 : length.months)
        case .atLeast: Bounds(min: length.months)
        default: Bounds(exactly: length.months)
        }
      return (length.range.upperBound, .length(bounds))
    }
    if let span = dates(in: range) { return span }
    if let date = DateReader().dates(in: text, range: range).first,
      date.range.lowerBound == position
    {
      return (date.range.upperBound, .date(date))
    }
    return nil
  }

  /// Whether the words of a length end with one such as 未満.
  private func isBelow(_ range: Range<Int>) -> Bool {
    range.contains { place in
      vocabulary.matches(in: text, at: place).contains { match in
        guard case .concept(let concepts) = match.meaning else { return false }
        return match.range.upperBound == range.upperBound && concepts.contains(.below)
      }
    }
  }

  /// `12月10日から20日`: the second end takes what it does not say from the first.
  private func dates(in range: Range<Int>) -> (end: Int, meaning: QueryAtom.Meaning)? {
    guard let span = DateReader().spans(in: text, range: range).first, !span.isList,
      let opens = span.opens, var closes = span.closes, opens.month != nil,
      opens.range.lowerBound == range.lowerBound,
      !span.connection(in: text).contains(where: { "、,・ ".contains($0) })
    else { return nil }
    closes.month = closes.month ?? opens.month
    closes.year = closes.year ?? opens.year.map {
      (closes.month ?? 0) < (opens.month ?? 0) ? $0 + 1 : $0
    }
    return (span.range.upperBound, .dates(from: opens, until: closes))
  }

  /// `6〜12ヶ月`: two lengths of which the first is written without its unit.
  private func span(
    _ lengths: [DurationMention], at position: Int
  ) -> (end: Int, meaning: QueryAtom.Meaning)? {
    guard lengths.count > 1, lengths[0].range.lowerBound == position,
      lengths[0].months < lengths[1].months, lengths[1].bound == .exactly,
      lengths[0].range.upperBound <= lengths[1].range.lowerBound
    else { return nil }
    let sign = text.string(in: lengths[0].range.upperBound..<lengths[1].range.lowerBound)
      .filter { $0 != " " }
    guard ["~", "-", "から", "ないし", "to"].contains(sign) else { return nil }
    return (
      lengths[1].range.upperBound,
      .length(Bounds(min: lengths[0].months, max: lengths[1].months))
    )
  }

  // MARK: Where an unknown word begins and ends

  private func beginsUnknown(_ position: Int, _ range: Range<Int>, _ step: Step) -> Bool {
    position == range.lowerBound || isSeparator(text.scalars[position - 1]) || step.endsWithParticle
      || changesScript(at: position) || beginsWord(at: position)
  }

  private func endsUnknown(_ end: Int, _ range: Range<Int>) -> Bool {
    if end == range.upperBound || isSeparator(text.scalars[end]) || changesScript(at: end)
      || beginsWord(at: end)
    {
      return true
    }
    // A particle behind kanji or katakana ends a word; behind hiragana it may belong to it.
    guard !text.scalars[end - 1].isHiragana else { return false }
    return vocabulary.matches(in: text, at: end).contains {
      Self.particles.contains(text.string(in: $0.range)) || isPresence($0.meaning, $0.range, range)
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

  private func changesScript(at position: Int) -> Bool {
    text.scalars[position - 1].isJapanese != text.scalars[position].isJapanese
  }

  private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || "、。,.!?・;:|/()[]「」'&*#".unicodeScalars.contains(scalar)
  }
}
