/// Reads dates and years in all the ways that Japanese recruitment pages write them.
public struct DateReader: Sendable {
  /// What was found at one place.
  enum Found: Sendable {
    case date(DateMention)
    case year(YearMention)
  }

  /// Makes a reader; it has no state.
  public init() {}

  /// All dates in a part of a text, in reading order.
  public func dates(in text: FoldedText, range: Range<Int>? = nil) -> [DateMention] {
    found(in: text, range: range).compactMap {
      if case .date(let date) = $0 { date } else { nil }
    }
  }

  /// All years named without a month, in reading order.
  public func years(in text: FoldedText, range: Range<Int>? = nil) -> [YearMention] {
    found(in: text, range: range).compactMap {
      if case .year(let year) = $0 { year } else { nil }
    }
  }

  /// The date or year that stands at the reader's position, which moves behind it.
  func found(at reader: inout ScalarReader) -> Found? {
    if reader.previous.map({ $0.isDigit || $0.isLatin }) == true,
      reader.next?.isDigit == true || reader.next?.isLatin == true
    {
      return nil
    }
    return reader.attempt(EnglishDateReader.date).map(Found.date)
      ?? reader.attempt(dateWithYear)
      ?? reader.attempt(dateWithoutYear).map(Found.date)
  }

  private func found(in text: FoldedText, range: Range<Int>?) -> [Found] {
    var reader = ScalarReader(text, in: range)
    var found: [Found] = []
    while !reader.isAtEnd {
      if let next = self.found(at: &reader) {
        found.append(next)
        if case .date(let date) = next, let day = dayBehind(date, &reader) {
          found.append(.date(day))
        }
      } else {
        reader.position += 1
      }
    }
    return found
  }

  // MARK: A year, and what follows it

  private func dateWithYear(_ reader: inout ScalarReader) -> Found? {
    let start = reader.position
    let isEra = reader.next?.isDigit == false
    guard let (year, separator) = year(&reader) else { return nil }
    if separator == "年", reader.take("度" as Unicode.Scalar) {
      return .year(YearMention(range: start..<reader.position, year: year, isFiscal: true))
    }
    let afterYear = reader.position
    reader.skipBlanks()
    var date: DateMention?
    switch separator {
    case "年": date = reader.attempt(monthAndDay) ?? reader.attempt(slashedMonthAndDay)
    case nil: date = reader.attempt(monthAndDay)
    case .some(let separator):
      date = reader.attempt {
        numericMonthAndDay(&$0, separator, mayEndInMonth: isEra || separator != ".")
      }
    }
    if var date {
      date.year = year
      date.range = start..<date.range.upperBound
      return .date(date)
    }
    guard separator == "年" else { return nil }
    reader.position = afterYear
    return .year(YearMention(range: start..<afterYear, year: year, isFiscal: false))
  }

  /// A year with what stands behind it: 年, a dot, slash or hyphen, or nothing before a bracketed month.
  private func year(_ reader: inout ScalarReader) -> (Int, Unicode.Scalar?)? {
    let era = Era.year(&reader)
    guard let year = era ?? westernYear(&reader) else { return nil }
    reader.skipBlanks()
    let before = reader.take("年" as Unicode.Scalar)
    reader.skipBlanks()
    let other = reader.attempt(bracketedYear)
    if other != nil { reader.skipBlanks() }
    if before || reader.take("年" as Unicode.Scalar) { return (year, "年") }
    if let next = reader.next, [".", "/", "-"].contains(next), other == nil {
      reader.position += 1
      return (year, next)
    }
    return other != nil ? (year, nil) : nil
  }

  private func westernYear(_ reader: inout ScalarReader) -> Int? {
    if reader.take(any: ["'", "’", "‘"]) != nil {
      return NumberReader.digits(&reader, atMost: 2).map { 2000 + $0 }
    }
    guard let year = NumberReader.digits(&reader, atMost: 4), (1900...2199).contains(year) else {
      return nil
    }
    return year
  }

  /// The same year again in brackets: `令和8(2026)年`, `2026(令和8)年`, `2026年(令和8年)`.
  private func bracketedYear(_ reader: inout ScalarReader) -> Int? {
    guard reader.take("(" as Unicode.Scalar),
      let year = Era.year(&reader) ?? westernYear(&reader)
    else { return nil }
    _ = reader.take("年" as Unicode.Scalar)
    return reader.take(")" as Unicode.Scalar) ? year : nil
  }

  // MARK: A date without a year of its own

  private static let relativeYears: [(String, DateMention.RelativeYear)] = [
    ("翌年", .next), ("同年", .same), ("本年", .same), ("当年", .same), ("毎年度", .every),
    ("毎年", .every), ("例年", .every),
  ]

  private func dateWithoutYear(_ reader: inout ScalarReader) -> DateMention? {
    let start = reader.position
    let relative = Self.relativeYears.first { reader.take($0.0) }?.1
    if relative != nil {
      reader.skipBlanks()
      _ = reader.take("の" as Unicode.Scalar)
    }
    guard
      var date = reader.attempt({ monthAndDay(&$0) })
        ?? (relative == nil ? reader.attempt({ slashedMonthAndDay(&$0) }) : nil)
    else { return nil }
    date.relativeYear = relative
    date.range = start..<date.range.upperBound
    return date
  }

  private static let parts: [(String, DateMention.Part)] = [
    ("上旬", .early), ("初旬", .early), ("はじめ", .early), ("初め", .early), ("中旬", .mid),
    ("半ば", .mid), ("下旬", .late),
  ]

  /// `11月4日(水)`, `11月上旬`, `11月末日`, `11月`; not `6月以内`, `2月前`, which are lengths.
  private func monthAndDay(_ reader: inout ScalarReader) -> DateMention? {
    let start = reader.position
    guard let month = smallNumber(&reader), (1...12).contains(month) else { return nil }
    reader.skipBlanks()
    guard reader.take("月" as Unicode.Scalar), !isLength(reader) else { return nil }
    var date = DateMention(range: start..<reader.position, month: month)
    if let part = reader.attempt(monthPart) {
      date.part = part
    } else if reader.attempt(monthEnd) != nil {
      date.isMonthEnd = true
    } else if let day = reader.attempt({ dayOfMonth(&$0) }) {
      date.day = day
    }
    date.range = start..<reader.position
    return date
  }

  private static let lengthEndings = [
    "間", "以内", "以上", "以下", "未満", "前", "分", "額", "数", "ごと", "毎", "謝", "を超えない", "を限度", "を上限",
  ]

  /// Whether what stands behind 月 makes a length of it; 12月前半 is the first half of December.
  private func isLength(_ reader: ScalarReader) -> Bool {
    reader.sees(any: Self.lengthEndings) && !reader.sees("前半")
  }

  private func monthPart(_ reader: inout ScalarReader) -> DateMention.Part? {
    reader.skipBlanks()
    _ = reader.take("の" as Unicode.Scalar)
    let bracket = reader.take("(" as Unicode.Scalar)
    guard let part = Self.parts.first(where: { reader.take($0.0) })?.1 else { return nil }
    if bracket { _ = reader.take(")" as Unicode.Scalar) }
    return part
  }

  private func monthEnd(_ reader: inout ScalarReader) -> Bool? {
    reader.skipBlanks()
    return reader.take(any: ["末日", "の末日", "末"]) != nil ? true : nil
  }

  /// `4日(水)`.
  private func dayOfMonth(_ reader: inout ScalarReader) -> Int? {
    reader.skipBlanks()
    guard let day = smallNumber(&reader), (1...31).contains(day) else { return nil }
    reader.skipBlanks()
    guard reader.take("日" as Unicode.Scalar), !reader.sees(any: ["間", "以内"]) else {
      return nil
    }
    Self.skipWeekday(&reader)
    return day
  }

  private func numericMonthAndDay(
    _ reader: inout ScalarReader, _ separator: Unicode.Scalar, mayEndInMonth: Bool
  ) -> DateMention? {
    let start = reader.position
    guard let month = NumberReader.digits(&reader, atMost: 2), (1...12).contains(month) else {
      return nil
    }
    reader.skipBlanks()
    guard reader.take(separator) else {
      guard mayEndInMonth, reader.next?.isDigit != true else { return nil }
      return DateMention(range: start..<reader.position, month: month)
    }
    reader.skipBlanks()
    guard let day = NumberReader.digits(&reader, atMost: 2), (1...31).contains(day),
      reader.next?.isDigit != true
    else { return nil }
    _ = reader.take("日" as Unicode.Scalar)
    Self.skipWeekday(&reader)
    return DateMention(range: start..<reader.position, month: month, day: day)
  }

  private func slashedMonthAndDay(_ reader: inout ScalarReader) -> DateMention? {
    guard reader.previous != "/",
      let date = numericMonthAndDay(&reader, "/", mayEndInMonth: false), reader.next != "/"
    else { return nil }
    return date
  }

  /// The day that follows a date in a range or a list: `4日から28日`, `5日又は6日`, `2/13-15`.
  private func dayBehind(_ date: DateMention, _ reader: inout ScalarReader) -> DateMention? {
    guard date.day != nil else { return nil }
    return reader.attempt { reader in
      reader.skipBlanks(lineEnds: true)
      guard let connector = DateConnector.take(&reader) else { return nil }
      reader.skipBlanks(lineEnds: true)
      let start = reader.position
      _ = reader.take(any: ["同月", "当月"])
      if let day = reader.attempt({ dayOfMonth(&$0) }),
        !reader.sees(any: ["間", "前", "以内"])
      {
        return DateMention(range: start..<reader.position, day: day)
      }
      return connector == .range ? bareDay(behind: date, &reader) : nil
    }
  }

  /// A day without 日 where the date before it has none either: `2/13-15`, `October 1-30, 2026`.
  private func bareDay(behind date: DateMention, _ reader: inout ScalarReader) -> DateMention? {
    let before = reader.text.scalars[date.range]
    if before.contains(where: { $0.isLatin }) {
      return EnglishDateReader.day(in: date.month, &reader)
    }
    let isNumeric = before.contains { "/.-".unicodeScalars.contains($0) }
    guard isNumeric, let first = date.day else { return nil }
    let start = reader.position
    guard let day = NumberReader.digits(&reader, atMost: 2), (first...31).contains(day) else {
      return nil
    }
    Self.skipWeekday(&reader)
    if let next = reader.next,
      next.isDigit || next.isLatin || next.isJapanese || "/.:-".unicodeScalars.contains(next)
    {
      return nil
    }
    return DateMention(range: start..<reader.position, day: day)
  }

  /// A number of one or two digits, or in kanji.
  private func smallNumber(_ reader: inout ScalarReader) -> Int? {
    if let number = NumberReader.digits(&reader, atMost: 2) { return number }
    return reader.attempt { reader in
      let start = reader.position
      reader.take { "〇一二三四五六七八九十".unicodeScalars.contains($0) }
      guard (1...3).contains(reader.position - start) else { return nil }
      var inner = ScalarReader(reader.text, in: start..<reader.position)
      return NumberReader.number(&inner)
    }
  }

  private static let weekdayScalars = Set("月火水木金土日曜祝休・,、 abdefhimnorstuwy.".unicodeScalars)

  /// Goes over a weekday in brackets; it is not compared with the date, since pages get it wrong.
  static func skipWeekday(_ reader: inout ScalarReader) {
    _ = reader.attempt { reader -> Bool? in
      reader.skipBlanks()
      guard let open = reader.next, "([".unicodeScalars.contains(open) else { return nil }
      reader.position += 1
      let start = reader.position
      reader.take { Self.weekdayScalars.contains($0) }
      guard reader.position - start <= 9, let close = reader.next,
        ")]".unicodeScalars.contains(close)
      else { return nil }
      reader.position += 1
      return true
    }
  }
}
