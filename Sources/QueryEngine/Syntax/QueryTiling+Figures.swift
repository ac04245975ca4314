import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Sums, numbers of people and of days, lengths and dates.
extension QueryTiling {
  /// Units of people, the longer ones first.
  private static let peopleUnits = [
    "名", "人", " people", " persons", " person", " trainees", " trainee", " places", " place",
    " positions", " position", " openings", " opening", " seats", " seat", " spots", " spot",
  ]

  /// No figure is longer, so that what stands behind it need not be read at every place.
  private static let longestFigure = 64

  typealias Figure = (end: Int, meaning: QueryAtom.Meaning)

  /// A sum, a number of people or of days, a length or a date.
  ///
  /// One that reaches as far as is read may go on behind that, so that nobody knows what it says.
  func figure(at position: Int, before end: Int) -> Figure? {
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
    return tens(in: range) ?? people(in: range) ?? days(in: range) ?? length(in: range) ?? dates(
      in: range)
      ?? year(in: range) ?? number(in: range)
  }

  /// `20万台`: queries ask for sums, pages count cars.
  private func tens(in range: Range<Int>) -> Figure? {
    var reader = ScalarReader(text, in: range)
    guard let number = NumberReader.number(&reader), reader.previous == "万", reader.sees(any: ["台"])
    else { return nil }
    return (reader.position, .money(Bounds(exactly: number)))
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

  /// `2027年`, `令和9年`; a fiscal year is a word of the page unless something begins in it: `2027年度開始`.
  private func year(in range: Range<Int>) -> Figure? {
    guard let year = DateReader().years(in: text, range: range).first,
      year.range.lowerBound == range.lowerBound
    else { return nil }
    let end = year.range.upperBound
    if year.isFiscal, !isWord(.starts, at: end + (text.hasWord("の", at: end) ? 1 : 0)) {
      return nil
    }
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
    QueryGrammar.limits.contains { isWord($0, at: position) }
  }

  private func isWord(_ concept: Concept, at position: Int) -> Bool {
    words.matches(at: position).contains { match in
      guard case .concept(let concepts) = match.meaning else { return false }
      return concepts.contains(concept)
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
}
