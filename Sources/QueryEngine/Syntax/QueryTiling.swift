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
        if let here = steps[position] { relax(&steps, position, position + 1, here.cost, nil) }
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
    return found
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

  /// Units of people, the longer ones first.
  private static let peopleUnits = [
    "名", "人", " people", " persons", " person", " trainees", " trainee", " places", " place",
    " positions", " position", " openings", " opening", " seats", " seat", " spots", " spot",
  ]

  /// No figure is longer, so that what stands behind it need not be read at every place.
  private static let longestFigure = 64

  private typealias Figure = (end: Int, meaning: QueryAtom.Meaning)

  /// A sum, a number of people or of days, a length or a date.
  ///
  /// One that reaches as far as is read may go on behind that, so that nobody knows what it says.
  private func figure(at position: Int, before end: Int) -> Figure? {
    guard position == 0 || !text.scalars[position - 1].isDigit else { return nil }
    let range = position..<min(end, position + Self.longestFigure)
    guard let figure = figure(in: range), figure.end < range.upperBound || range.upperBound == end
    else { return nil }
    return figure
  }

  private func figure(in range: Range<Int>) -> Figure? {
    var reader = ScalarReader(text, in: range)
    if let sum = MoneyReader().sum(&reader) {
      return (sum.range.upperBound, .money(Bounds(min: sum.least, max: sum.greatest)))
    }
    return people(in: range) ?? days(in: range) ?? length(in: range) ?? dates(in: range)
      ?? year(in: range) ?? number(in: range)
  }

  /// `3名`, `2 to 5 people`.
  private func people(in range: Range<Int>) -> Figure? {
    var reader = ScalarReader(text, in: range)
    guard let people = NumberReader.number(&reader) ?? NumberReader.english(&reader) else {
      return nil
    }
    let most = reader.attempt { reader -> Int? in
      _ = reader.take(any: Self.peopleUnits)
      guard reader.take(any: ["~", "-", "から"]) != nil, let most = NumberReader.number(&reader),
        most > people, reader.take(any: Self.peopleUnits) != nil
      else { return nil }
      return most
    }
    if let most { return (reader.position, .people(Bounds(min: people, max: most))) }
    let isLeast = reader.take(" or more")
    guard reader.take(any: Self.peopleUnits) != nil else { return nil }
    return (reader.position, .people(isLeast ? Bounds(min: people) : Bounds(exactly: people)))
  }

  private static let weekUnits = ["週間", "週", " weeks", " week", "个星期", "星期", "周"]
  private static let dayUnits = ["日間", " days", " day", "天"]

  /// `2週間`, `10 days`; 10日 alone is a date, 10日以内 is not.
  private func days(in range: Range<Int>) -> Figure? {
    var reader = ScalarReader(text, in: range)
    guard let number = NumberReader.number(&reader) ?? NumberReader.english(&reader),
      number < 1000
    else { return nil }
    if reader.take(any: Self.weekUnits) != nil { return (reader.position, .days(number * 7)) }
    if reader.take(any: Self.dayUnits) != nil { return (reader.position, .days(number)) }
    guard reader.take("日"), ["以内", "未満"].contains(where: { reader.sees(any: [$0]) }) else {
      return nil
    }
    return (reader.position, .days(number))
  }

  private func length(in range: Range<Int>) -> Figure? {
    let lengths = DurationReader().durations(in: text, range: range)
    if let span = span(lengths, at: range.lowerBound) { return span }
    guard let length = lengths.first, length.range.lowerBound == range.lowerBound,
      length.bound != .before
    else { return nil }
    // `1ヶ月未満`: the grammar reads the word that the length stays below.
    if let below = wordBelow(length.range) {
      return (below, .length(Bounds(exactly: length.months)))
    }
    let bounds: Bounds =
      switch length.bound {
      case .atMost: Bounds(max: length.months)
      case .atLeast: Bounds(min: length.months)
      default: Bounds(exactly: length.months)
      }
    return (length.range.upperBound, .length(bounds))
  }

  /// `2027年`, `令和9年`; a fiscal year is a word of the page.
  private func year(in range: Range<Int>) -> Figure? {
    guard let year = DateReader().years(in: text, range: range).first, !year.isFiscal,
      year.range.lowerBound == range.lowerBound
    else { return nil }
    let end = year.range.upperBound
    // `2027年の4月`
    if text.hasWord("の", at: end),
      var date = DateReader().dates(in: text, range: end + 1..<range.upperBound).first,
      date.range.lowerBound == end + 1, date.year == nil, date.month != nil
    {
      date.year = year.year
      return (date.range.upperBound, .date(date))
    }
    return (end, .year(year.year))
  }

  private func number(in range: Range<Int>) -> Figure? {
    var reader = ScalarReader(text, in: range)
    if let number = NumberReader.english(&reader) {
      // `four or more`; alone such a word counts nothing.
      return isBeforeLimit(reader) ? (reader.position, .number(number)) : nil
    }
    guard let number = NumberReader.number(&reader), isBareNumber(reader) else { return nil }
    return (reader.position, .number(number))
  }

  private func isBeforeLimit(_ reader: ScalarReader) -> Bool {
    var reader = reader
    reader.skipBlanks()
    return isLimit(at: reader.position)
  }

  private func isLimit(at position: Int) -> Bool {
    words.matches(at: position).contains { match in
      guard case .concept(let concepts) = match.meaning else { return false }
      return !concepts.isDisjoint(with: QueryGrammar.limits)
    }
  }

  /// Whether a number ends with its word, or a word that limits it follows: `300000以下`.
  private func isBareNumber(_ reader: ScalarReader) -> Bool {
    let end = reader.position
    guard text.scalars[end - 1].isDigit else { return false }
    if reader.isAtEnd || text.scalars[end].isBlank { return true }
    return isLimit(at: end)
  }

  /// Where a word such as 未満 stands that the words of a length end with.
  private func wordBelow(_ range: Range<Int>) -> Int? {
    range.first { place in
      words.matches(at: place).contains { match in
        guard case .concept(let concepts) = match.meaning else { return false }
        return match.range.upperBound == range.upperBound && concepts.contains(.below)
      }
    }
  }

  /// `12月10日から20日`, or a single date.
  private func dates(in range: Range<Int>) -> Figure? {
    if let span = stretch(in: range) { return span }
    guard let date = DateReader().dates(in: text, range: range).first,
      date.range.lowerBound == range.lowerBound
    else { return nil }
    return (date.range.upperBound, .date(date))
  }

  /// `12月10日から20日`: the second end takes what it does not say from the first.
  private func stretch(in range: Range<Int>) -> Figure? {
    guard let span = DateReader().spans(in: text, range: range).first, !span.isList,
      let opens = span.opens, var closes = span.closes, opens.month != nil,
      opens.range.lowerBound == range.lowerBound,
      !span.connection(in: text).contains(where: { "、,・ ".contains($0) })
    else { return nil }
    closes.month = closes.month ?? opens.month
    closes.year =
      closes.year
      ?? opens.year.map {
        (closes.month ?? 0) < (opens.month ?? 0) ? $0 + 1 : $0
      }
    return (span.range.upperBound, .dates(from: opens, until: closes))
  }

  /// `6〜12ヶ月`: two lengths of which the first is written without its unit.
  private func span(_ lengths: [DurationMention], at position: Int) -> Figure? {
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
    scalar.isBlank || "、。,.!?・;:|/()[]「」'&*#".unicodeScalars.contains(scalar)
  }
}
