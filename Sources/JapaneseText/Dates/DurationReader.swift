/// A length of time in months, as the words state it.
public struct DurationMention: Hashable, Sendable {
  /// How a length bounds what it speaks of.
  public enum Bound: Hashable, Sendable {
    case exactly
    case atMost
    case atLeast
    /// `修練開始の2月前`: a point before another one, no length.
    case before
  }

  /// Where the words stand.
  public let range: Range<Int>
  /// The length.
  public let months: Int
  /// How it bounds.
  public let bound: Bound
}

/// Reads lengths of time: `1年`, `12か月`, `6月以内`, `最長2年間`, `半年`, `one year`, `12 months`.
public struct DurationReader: Sendable {
  /// Makes a reader; it has no state.
  public init() {}

  /// All lengths in a part of a text; weeks and days are no lengths in months.
  public func durations(in text: FoldedText, range: Range<Int>? = nil) -> [DurationMention] {
    var reader = ScalarReader(text, in: range)
    var found: [DurationMention] = []
    while true {
      reader.skip(to: Self.beginnings)
      guard !reader.isAtEnd else { return found }
      let start = reader.position
      if let (first, second) = reader.attempt({ pair(&$0, start) }) {
        found += [first, second]
      } else if let mention = duration(&reader, start) {
        found.append(mention)
      } else {
        reader.position = start + 1
      }
    }
  }

  /// What lengths begin with: figures, English numbers, 半年, words for a bound, and the blank before any of
  /// them.
  private static let beginnings = ScalarSet(
    " 半uaotfsen" + String((atMostLeads + atLeastLeads).compactMap(\.first))
      + NumberReader.beginnings)

  /// What joins a number to the date or the number before it.
  private static let joints = ScalarSet("./-月日年")
  private static let connections = [
    "~", "-", "から", "又は", "または", "ないし", "乃至", "・", "、", "or ", "to ",
  ]

  /// `3~12か月`: the first number has the unit of the second.
  private func pair(
    _ reader: inout ScalarReader, _ start: Int
  ) -> (DurationMention, DurationMention)? {
    if let previous = reader.previous,
      previous.isDigit || previous.isLatin || Self.joints.contains(previous)
    {
      return nil
    }
    guard !Era.ends(before: reader) else { return nil }
    guard let first = Self.shortNumber(&reader) else { return nil }
    let end = reader.position
    reader.skipBlanks()
    guard
      reader.take(any: Self.connections) != nil
        || reader.text.hasWord("between ", at: start - 8) && reader.take("and ")
    else { return nil }
    reader.skipBlanks()
    let numberStart = reader.position
    guard let number = Self.shortNumber(&reader), first < number else { return nil }
    reader.position = numberStart
    guard let second = duration(&reader, numberStart), second.bound == .exactly else { return nil }
    let scale = second.months / max(number, 1)
    guard scale == 1 || scale == 12, second.months == number * scale else { return nil }
    return (DurationMention(range: start..<end, months: first * scale, bound: .exactly), second)
  }

  private func duration(_ reader: inout ScalarReader, _ start: Int) -> DurationMention? {
    if let previous = reader.previous,
      previous.isDigit || previous.isLatin || Self.numberSigns.contains(previous)
    {
      return nil
    }
    if Era.ends(before: reader) { return nil }
    return reader.attempt { reader in
      let lead = leadingBound(&reader)
      guard let months = months(&reader) else { return nil }
      _ = reader.take("間" as Unicode.Scalar)
      let bound = bound(&reader)
      return DurationMention(
        range: start..<reader.position, months: months, bound: bound != .exactly ? bound : lead)
    }
  }

  /// What makes the number behind it a part of a longer one, or one of an order.
  private static let numberSigns = ScalarSet("./第〇一二三四五六七八九十")

  private static let atMostLeads = [
    "最長", "最大", "上限", "長くても", "多くとも", "up to ", "no more than ", "not more than ",
    "not longer than ",
    "no longer than ", "not exceeding ", "at most ", "maximum", "max.",
  ]
  private static let atLeastLeads = [
    "最短", "最低", "下限", "少なくとも", "短くても", "at least ", "no less than ", "not less than ",
    "no fewer than ", "minimum", "min.",
  ]

  /// The bound that words before a length set: `上限は18か月`, `少なくとも6か月`, `minimum length of 12 months`.
  private func leadingBound(_ reader: inout ScalarReader) -> DurationMention.Bound {
    let longest = reader.take(any: Self.atMostLeads) != nil
    let shortest = !longest && reader.take(any: Self.atLeastLeads) != nil
    guard longest || shortest else { return .exactly }
    while reader.take(any: Self.leadParticles) != nil {}
    return longest ? .atMost : .atLeast
  }

  private static let leadParticles = [
    "でも", "では", "で", "は", "を", ":", "、", "として", "原則", "期間", " ", "a ", "of ", "period", "length",
    "duration", "stay", "term", "the ", "is ", "training",
  ]

  private func months(_ reader: inout ScalarReader) -> Int? {
    if reader.take("半年") { return 6 }
    let start = reader.position
    guard let number = Self.english(&reader) ?? NumberReader.number(&reader), number <= 240 else {
      return nil
    }
    repeated(number, &reader)
    reader.skipBlanks()
    if let unit = unit(&reader) ?? bareMonth(&reader, before: start) {
      return number * unit + (unit == 12 ? half(&reader) : 0)
    }
    return nil
  }

  /// Goes over the same number in brackets: `Twelve (12) months`, `十二(12)か月`.
  private func repeated(_ number: Int, _ reader: inout ScalarReader) {
    _ = reader.attempt { reader -> Bool? in
      reader.skipBlanks()
      guard reader.take("(" as Unicode.Scalar),
        let other = Self.english(&reader) ?? NumberReader.number(&reader), other == number
      else { return nil }
      return reader.take(")" as Unicode.Scalar) ? true : nil
    }
  }

  /// `計12月`: behind a word for a sum a bare 月 is a length.
  private func bareMonth(_ reader: inout ScalarReader, before start: Int) -> Int? {
    let isSum = ["計", "通算", "延べ"].contains {
      reader.text.hasWord($0, before: start)
    }
    guard isSum, reader.take("月" as Unicode.Scalar), reader.next?.isDigit != true else {
      return nil
    }
    return 1
  }

  private func half(_ reader: inout ScalarReader) -> Int {
    if reader.take("半" as Unicode.Scalar) { return 6 }
    return reader.attempt { reader -> Int? in
      guard let months = Self.shortNumber(&reader),
        reader.take(any: Self.monthUnits) != nil || isLengthInMonths(&reader)
      else { return nil }
      return months
    } ?? 0
  }

  /// `6月以内`: 月 is a length where what stands behind it says so.
  private func isLengthInMonths(_ reader: inout ScalarReader) -> Bool {
    guard reader.sees(any: Self.lengths), !reader.sees("月前半") else { return false }
    reader.position += 1
    return true
  }

  private static let monthUnits = ["か月", "ヶ月", "カ月", "ヵ月", "ケ月", "箇月", "ヶ月", "ケ月", "ヵ月", "個月"]

  private func unit(_ reader: inout ScalarReader) -> Int? {
    if reader.take(any: Self.monthUnits) != nil { return 1 }
    if reader.take(any: ["か年", "ヶ年", "カ年", "ヵ年", "ケ年", "箇年"]) != nil { return 12 }
    if reader.sees("年") {
      let after = reader.peek(1)
      guard !reader.sees(any: ["年度", "年次", "年生", "年目", "年月", "年制", "年前期", "年後期"]),
        after?.isDigit != true || isMonthsBehind(reader)
      else { return nil }
      reader.position += 1
      return 12
    }
    // 6月以内 and 2月前 are lengths; 6月 alone is June.
    if isLengthInMonths(&reader) { return 1 }
    return reader.attempt(englishUnit)
  }

  private static let lengths = [
    "月間", "月以内", "月以上", "月以下", "月未満", "月前", "月を超えない", "月を限度", "月を上限", "月を下",
  ]

  private func englishUnit(_ reader: inout ScalarReader) -> Int? {
    reader.take { $0 == "-" }
    let isMonth = reader.take(any: ["months", "month"]) != nil
    guard isMonth || reader.take(any: ["years", "year"]) != nil else { return nil }
    return reader.next?.isLatin == true ? nil : isMonth ? 1 : 12
  }

  private func isMonthsBehind(_ reader: ScalarReader) -> Bool {
    var reader = reader
    reader.position += 1
    guard Self.shortNumber(&reader) != nil else { return false }
    return reader.sees(any: Self.monthUnits) || reader.sees(any: Self.lengths)
  }

  private static let atMostEndings = [
    "以内", "以下", "未満", "を上限", "を限度", "を最長", "を最大", "まで", "を超えない", "を超えては", "を超えることはでき", "を超えることはな",
    " or less",
    " maximum", " at most", " at the longest", " or shorter",
  ]

  private func bound(_ reader: inout ScalarReader) -> DurationMention.Bound {
    if reader.take(any: Self.atMostEndings) != nil { return .atMost }
    if reader.take(any: Self.atLeastEndings) != nil { return .atLeast }
    if reader.take("前" as Unicode.Scalar) { return .before }
    return .exactly
  }

  private static let atLeastEndings = [
    "以上", "を下ら", "を下回ら", "を下限", "を最低", "を最短", " or more", " or longer", " minimum", " at least",
    " at the shortest",
  ]

  /// A number of one or two digits, an English word, or kanji.
  private static func shortNumber(_ reader: inout ScalarReader) -> Int? {
    english(&reader) ?? DateReader().smallNumber(&reader)
  }

  private static func english(_ reader: inout ScalarReader) -> Int? {
    guard reader.next?.isLatin == true else { return nil }
    return reader.attempt { reader in
      guard let number = englishNumbers.first(where: { reader.take($0.word) })?.number,
        reader.next?.isLatin != true
      else { return nil }
      return number
    }
  }

  /// The numbers that lengths are written in, longer words before those that they begin with.
  private static let englishNumbers: [(word: String, number: Int)] = [
    ("eighteen", 18), ("fifteen", 15), ("twenty-four", 24), ("thirty-six", 36), ("one", 1),
    ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8),
    ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12),
  ]
}
