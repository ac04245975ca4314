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

  /// What lengths begin with: figures, English numbers, 最長 and 半年, and the blank before any of them.
  private static let beginnings = ScalarSet(" 最半uaotfsen") { NumberReader.canBegin(with: $0) }

  /// `3~12か月`: the first number has the unit of the second.
  private func pair(
    _ reader: inout ScalarReader, _ start: Int
  ) -> (DurationMention, DurationMention)? {
    if let previous = reader.previous,
      previous.isDigit || previous.isLatin || "./-月日年".unicodeScalars.contains(previous)
    {
      return nil
    }
    guard let first = NumberReader.digits(&reader, atMost: 2) else { return nil }
    let end = reader.position
    reader.skipBlanks()
    guard reader.take(any: ["~", "-", "から", "又は", "または", "・", "、", "or ", "to "]) != nil else {
      return nil
    }
    reader.skipBlanks()
    let numberStart = reader.position
    guard let number = NumberReader.digits(&reader, atMost: 2), first < number else { return nil }
    reader.position = numberStart
    guard let second = duration(&reader, numberStart), second.bound == .exactly else { return nil }
    let scale = second.months / max(number, 1)
    guard scale == 1 || scale == 12, second.months == number * scale else { return nil }
    return (DurationMention(range: start..<end, months: first * scale, bound: .exactly), second)
  }

  private func duration(_ reader: inout ScalarReader, _ start: Int) -> DurationMention? {
    if let previous = reader.previous,
      previous.isDigit || previous.isLatin || "./第".unicodeScalars.contains(previous)
    {
      return nil
    }
    if Era.ends(before: reader) { return nil }
    return reader.attempt { reader in
      let longest = reader.take(any: ["最長で", "最長", "最大", "up to "]) != nil
      let shortest = !longest && reader.take(any: ["最短", "at least "]) != nil
      reader.skipBlanks()
      guard let months = months(&reader) else { return nil }
      _ = reader.take("間" as Unicode.Scalar)
      let bound = bound(&reader)
      return DurationMention(
        range: start..<reader.position, months: months,
        bound: bound != .exactly ? bound : longest ? .atMost : shortest ? .atLeast : .exactly)
    }
  }

  private func months(_ reader: inout ScalarReader) -> Int? {
    if reader.take("半年") { return 6 }
    guard let number = Self.english(&reader) ?? NumberReader.number(&reader), number <= 240 else {
      return nil
    }
    reader.skipBlanks()
    if let unit = unit(&reader) { return number * unit + (unit == 12 ? half(&reader) : 0) }
    return nil
  }

  private func half(_ reader: inout ScalarReader) -> Int {
    if reader.take("半" as Unicode.Scalar) { return 6 }
    return reader.attempt { reader -> Int? in
      guard let months = NumberReader.digits(&reader, atMost: 2),
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
    if reader.take(any: ["か年", "ヶ年", "カ年", "箇年"]) != nil { return 12 }
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
    "月間", "月以内", "月以上", "月以下", "月未満", "月前", "月を超えない", "月を限度", "月を上限",
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
    reader.take(while: \.isDigit)
    return reader.sees(any: Self.monthUnits) || reader.sees(any: Self.lengths)
  }

  private static let atMostEndings = [
    "以内", "以下", "未満", "を上限", "を限度", "まで", "を超えない", " or less", " maximum",
  ]

  private func bound(_ reader: inout ScalarReader) -> DurationMention.Bound {
    if reader.take(any: Self.atMostEndings) != nil { return .atMost }
    if reader.take(any: ["以上", " or more"]) != nil { return .atLeast }
    if reader.take("前" as Unicode.Scalar) { return .before }
    return .exactly
  }

  private static func english(_ reader: inout ScalarReader) -> Int? {
    let words = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve",
    ]
    return reader.attempt { reader in
      for (index, word) in words.enumerated() where reader.take(word) {
        return reader.next?.isLatin == true ? nil : index + 1
      }
      return nil
    }
  }
}
