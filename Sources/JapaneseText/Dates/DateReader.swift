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
    mentions(in: text, range: range).dates
  }

  /// All years named without a month, in reading order.
  public func years(in text: FoldedText, range: Range<Int>? = nil) -> [YearMention] {
    // A year alone is told by its 年; most clauses have none.
    guard text.scalars[range ?? text.scalars.indices].contains("年") else { return [] }
    return mentions(in: text, range: range).years
  }

  /// What a part of a text states.
  struct Mentions: Sendable {
    var dates: [DateMention] = []
    var years: [YearMention] = []
  }

  /// Several readers ask for the dates of the same part: the text keeps them.
  private func mentions(in text: FoldedText, range: Range<Int>?) -> Mentions {
    text.storage.dates.value(of: range ?? text.scalars.indices) { read(text, range) }
  }

  /// The date or year that stands at the reader's position, which moves behind it.
  ///
  /// A date in English names a month: where a text has none, it is not looked for.
  func found(at reader: inout ScalarReader, mayBeEnglish: Bool = true) -> Found? {
    if reader.previous.map({ $0.isDigit || $0.isLatin }) == true,
      reader.next?.isDigit == true || reader.next?.isLatin == true
    {
      return nil
    }
    return (mayBeEnglish ? reader.attempt(EnglishDateReader.date).map(Found.date) : nil)
      ?? reader.attempt(dateWithYear)
      ?? reader.attempt(dateWithoutYear).map(Found.date)
  }

  private func read(_ text: FoldedText, _ range: Range<Int>?) -> Mentions {
    guard text.scalars[range ?? text.scalars.indices].contains(where: Self.isInDate) else {
      return Mentions()
    }
    var reader = ScalarReader(text, in: range)
    var mentions = Mentions()
    let hasLatin = text.scalars[range ?? text.scalars.indices].contains(where: \.isLatin)
    let mayBeEnglish = hasLatin && EnglishDateReader.namesMonth(text, reader.position..<reader.end)
    while true {
      reader.skip(to: Self.beginnings)
      guard !reader.isAtEnd else { return mentions }
      guard Self.mayBegin(at: reader, hasLatin: hasLatin),
        let next = found(at: &reader, mayBeEnglish: mayBeEnglish)
      else {
        if let last = mentions.dates.last,
          let day = reader.attempt({ dayWithWeekday(behind: last, &$0) })
        {
          mentions.dates.append(day)
          continue
        }
        reader.position += 1
        continue
      }
      switch next {
      case .year(let year): mentions.years.append(year)
      case .date(var last):
        mentions.dates.append(last)
        while let second = dateBehind(last, &reader) {
          mentions.dates.append(second)
          last = second
        }
      }
    }
  }

  /// Whether it is one of the signs without which nothing is a date or a year: a word for day, month or
  /// year, a figure or letter, or what parts figures; a form without any of them needs its sign here.
  private static func isInDate(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "日", "月", "年", "・": true
    case " ", "\n": false
    default: scalar.isASCII
    }
  }

  /// What dates and years begin with: figures, letters, the names of eras, 翌年 and the like.
  private static let beginnings = ScalarSet(
    "令平昭'’‘〇○零一二三四五六七八九十翌同本当今毎例", "0"..."9", "a"..."z", "A"..."Z", "\u{C0}"..."\u{24F}")

  /// The small letters that names of months and eras, and words for their parts, begin with.
  private static let letters = ScalarSet("abdefhjlmnorst")
  private static let kanjiFigures = ScalarSet("〇○零一二三四五六七八九十")

  /// Whether a date or a year may begin at the reader's position, as far as the next few scalars tell: most
  /// figures and letters of a page are of something else.
  private static func mayBegin(at reader: ScalarReader, hasLatin: Bool) -> Bool {
    guard let next = reader.next else { return false }
    if next.isDigit {
      if reader.previous.map({ $0.isDigit || $0.isLatin }) == true { return false }
      var ahead = reader
      let count = ahead.take(while: \.isDigit)
      return count == 4 || count <= 2 && (hasLatin || beginsMonthOrDay(behind: ahead))
    }
    if next.isLatin {
      return letters.contains(next) && reader.previous.map { $0.isDigit || $0.isLatin } != true
    }
    if kanjiFigures.contains(next) {
      var ahead = reader
      return ahead.take(while: kanjiFigures.contains) >= 4 || beginsMonthOrDay(behind: ahead)
    }
    switch next {
    case "翌", "同", "本", "当", "今", "毎", "例":
      // 翌年, 翌々年, 同月.
      return reader.peek(1).map { $0 == "年" || $0 == "月" || $0 == "々" } ?? false
    default: return true
    }
  }

  /// Whether what stands behind a small number makes it a year, a month or a part of a date in numbers.
  private static func beginsMonthOrDay(behind number: ScalarReader) -> Bool {
    var ahead = number
    ahead.skipBlanks()
    switch ahead.next {
    case "年", "月", "/", ".": return true
    default: return false
    }
  }

  // MARK: A year, and what follows it

  private func dateWithYear(_ reader: inout ScalarReader) -> Found? {
    let start = reader.position
    let isEra = reader.next?.isDigit == false
    guard let (year, separator) = YearReader.year(&reader) else { return nil }
    if separator == "年", reader.take("度" as Unicode.Scalar) {
      return .year(YearMention(range: start..<reader.position, year: year, isFiscal: true))
    }
    let afterYear = reader.position
    reader.skipBlanks(lineEnds: separator == "年")
    var date: DateMention?
    switch separator {
    case "年": date = reader.attempt(monthAndDay) ?? reader.attempt(slashedMonthAndDay)
    case nil: date = reader.attempt(monthAndDay)
    case .some(let separator):
      date = reader.attempt {
        numericMonthAndDay(
          &$0, separator, mayEndInMonth: separator != "・" && (isEra || separator != "."))
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

  // MARK: A date without a year of its own

  private static let relativeYears: [(String, DateMention.RelativeYear)] = [
    ("翌々年", .afterNext), ("翌年", .next), ("同年", .same), ("本年", .same), ("当年", .same),
    ("今年", .same), ("毎年度", .every), ("毎年", .every), ("例年", .every),
  ]

  /// What these words begin with.
  private static let relatives = ScalarSet("翌同本当今毎例")

  private func dateWithoutYear(_ reader: inout ScalarReader) -> DateMention? {
    let start = reader.position
    if let date = reader.attempt(dateWithShortYear) ?? reader.attempt(dayOfSameMonth) {
      return date
    }
    let relative =
      Self.relatives.contains(reader.next ?? " ")
      ? Self.relativeYears.first { reader.take($0.0) }?.1 : nil
    if relative != nil {
      reader.skipBlanks()
      _ = reader.take(any: ["の", "、"])
    }
    guard
      var date = reader.attempt({ monthAndDay(&$0) })
        ?? (relative == nil ? reader.attempt({ slashedMonthAndDay(&$0) }) : nil)
        ?? (relative == nil ? reader.attempt(dottedDayWithWeekday) : nil)
    else { return nil }
    date.relativeYear = relative
    date.range = start..<date.range.upperBound
    return date
  }

  /// `受付は同月27日をもって打ち切る`: the month is that of a date before it.
  private func dayOfSameMonth(_ reader: inout ScalarReader) -> DateMention? {
    let start = reader.position
    guard reader.next == "同" || reader.next == "当", reader.take(any: ["同月", "当月"]) != nil,
      let (day, weekday) = dayOfMonth(&reader)
    else {
      return nil
    }
    var date = DateMention(range: start..<reader.position, day: day)
    date.weekday = weekday
    date.monthsLater = 0
    return date
  }

  /// `11月9日(月)から受け付け、20日(金)の正午で締め切る`: a day with its weekday, in the sentence of another date.
  private func dayWithWeekday(behind date: DateMention, _ reader: inout ScalarReader)
    -> DateMention?
  {
    let start = reader.position
    guard reader.next?.isDigit == true,
      reader.previous.map({ !$0.isDigit && $0 != "月" && $0 != "/" }) ?? false,
      start - date.range.upperBound <= longestGap,
      !reader.text.scalars[date.range.upperBound..<start].contains(where: {
        "。\n※".unicodeScalars.contains($0)
      }),
      let (day, weekday) = dayOfMonth(&reader), let weekday, day > (date.day ?? 31)
    else { return nil }
    var second = DateMention(range: start..<reader.position, day: day)
    second.weekday = weekday
    second.monthsLater = 0
    return second
  }

  /// The most characters between a date and a day that takes its month.
  private var longestGap: Int { 24 }

  /// `9年1月8日`: a year whose era is left out is read only where a whole day follows.
  private func dateWithShortYear(_ reader: inout ScalarReader) -> DateMention? {
    let start = reader.position
    guard let year = smallNumber(&reader), (1...64).contains(year), reader.take("年"),
      var date = monthAndDay(&reader), date.day != nil || date.isMonthEnd
    else { return nil }
    date.shortYear = year
    date.range = start..<date.range.upperBound
    return date
  }

  /// `10.5(月)`: a dot alone makes no date, a weekday behind it does.
  private func dottedDayWithWeekday(_ reader: inout ScalarReader) -> DateMention? {
    guard reader.previous != ".", let date = numericMonthAndDay(&reader, ".", mayEndInMonth: false),
      date.weekday != nil
    else { return nil }
    return date
  }
}
