/// Reads dates in English: `1 October 2026`, `October 1, 2026`, `1 to 30 October 2026`, `October 2026`.
enum EnglishDateReader {
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static let shortMonths = months.map { String($0.prefix(3)) }
  private static let monthBeginnings = ScalarSet("jfmasond")

  /// Whether the name of a month begins somewhere in a part of a text, or a word like one.
  static func namesMonth(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    text.scalars.withUnsafeBufferPointer { scalars in
      var place = range.lowerBound
      while place + 2 < range.upperBound {
        if monthBeginnings.contains(scalars[place]),
          monthTriples.contains(triple(scalars[place], scalars[place + 1], scalars[place + 2]))
        {
          return true
        }
        place += 1
      }
      return false
    }
  }

  /// The first three letters of the months, each three as one number.
  private static let monthTriples = months.map { month in
    let letters = Array(month.unicodeScalars)
    return triple(letters[0], letters[1], letters[2])
  }

  private static func triple(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar, _ third: Unicode.Scalar
  ) -> UInt64 {
    UInt64(first.value) << 42 | UInt64(second.value) << 21 | UInt64(third.value)
  }

  /// Whether a date is written in English: it has a month's name, not only the letter of an era.
  static func isEnglish(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    words.count(where: \.isLatin) > 2 && !words.contains { $0.isJapanese }
  }

  /// The date at the reader's position.
  static func date(_ reader: inout ScalarReader) -> DateMention? {
    guard let next = reader.next, next.isDigit || next.isLatin, !isOfWeek(reader) else {
      return nil
    }
    if next.isDigit { return reader.attempt(dayFirst) }
    return reader.attempt(monthFirst) ?? reader.attempt(monthPart)
  }

  /// `in the week of 7 December`, `week beginning Monday 7 December`: a day that only names its week.
  private static func isOfWeek(_ reader: ScalarReader) -> Bool {
    var end = reader.position
    while end > 0, reader.text.scalars[end - 1].isBlank || reader.text.scalars[end - 1] == "," {
      end -= 1
    }
    guard end > 0, weekEnds.contains(reader.text.scalars[end - 1]) else { return false }
    return weekWords.contains { reader.text.hasWord($0, before: end) }
  }

  private static let weekWords =
    ["of", "beginning", "commencing", "starting"].flatMap { word in
      ["", " mon", " monday"].map { "week " + word + $0 }
    }

  /// The letters that these words end in.
  private static let weekEnds = ScalarSet("fgny")

  /// Goes over what may stand between a word for an end and its date: `until 5 p.m. on Friday, `.
  static func skipLeadIn(_ reader: inout ScalarReader) {
    let start = reader.position
    reader.skipBlanks(lineEnds: true)
    while reader.position < reader.end {
      if reader.take(any: ["the ", "on ", ", ", ","]) != nil { continue }
      if reader.attempt(Weekday.englishName) != nil || TimeReader.time(&reader) != nil {
        TimeReader.skipZone(&reader)
        reader.skipBlanks()
        continue
      }
      if reader.position < reader.end { reader.position = start }
      return
    }
  }

  private static let parts: [(String, DateMention.Part?)] = [
    ("early ", .early), ("early-", .early), ("the beginning of ", .early),
    ("beginning of ", .early),
    ("mid-", .mid), ("mid ", .mid), ("the middle of ", .mid), ("late ", .late), ("late-", .late),
    ("the end of ", nil), ("end of ", nil), ("the last day of ", nil), ("last day of ", nil),
  ]

  private static let partBeginnings = ScalarSet("etbml")

  /// `early December 2026`, `mid-November`, `the end of November`.
  private static func monthPart(_ reader: inout ScalarReader) -> DateMention? {
    let start = reader.position
    guard reader.next.map(partBeginnings.contains) == true,
      let (_, part) = parts.first(where: { reader.take($0.0) }),
      let month = month(&reader)
    else { return nil }
    var date = finished(start, month: month, day: nil, &reader)
    date.part = part
    date.isMonthEnd = part == nil
    return date
  }

  private static func dayFirst(_ reader: inout ScalarReader) -> DateMention? {
    let start = reader.position
    guard let day = day(&reader, joinsMonth: true) else { return nil }
    let end = reader.position
    reader.skipBlanks()
    _ = reader.take(any: ["of ", "-"])
    if let month = month(&reader) {
      return finished(start, month: month, day: day, &reader)
    }
    reader.position = end
    reader.skipBlanks()
    // `1 to 30 October 2026`, `6 or 7 November`: the first day has neither month nor year.
    guard DateConnector.take(&reader) != nil else { return nil }
    reader.skipBlanks()
    _ = reader.take("the ")
    // `Saturday 17 and Sunday 18 July 2027`
    if reader.attempt(Weekday.englishName) != nil { reader.take { $0.isBlank || $0 == "," } }
    guard Self.day(&reader, joinsMonth: true) != nil else { return nil }
    reader.skipBlanks()
    _ = reader.take("of ")
    guard let month = month(&reader) else { return nil }
    reader.position = end
    return DateMention(range: start..<end, month: month, day: day)
  }

  /// The second day of `October 1-30, 2026`: its month is the first one's.
  static func day(in month: Int?, _ reader: inout ScalarReader) -> DateMention? {
    let start = reader.position
    guard let month, let day = day(&reader), !reader.sees(":") else { return nil }
    let date = finished(start, month: month, day: day, &reader)
    // “to 5 p.m.” and “to 5 persons” are no days.
    var behind = reader
    behind.skipBlanks()
    return date.year == nil && behind.next?.isLatin == true ? nil : date
  }

  private static func monthFirst(_ reader: inout ScalarReader) -> DateMention? {
    let start = reader.position
    guard let month = month(&reader) else { return nil }
    let day = reader.attempt { reader -> Int? in
      reader.skipBlanks()
      return Self.day(&reader)
    }
    let date = finished(start, month: month, day: day, &reader)
    // “may” and “march” are common words; alone they are no date.
    return date.day == nil && date.year == nil && ["may", "march"].contains(months[month - 1])
      ? nil : date
  }

  private static func finished(
    _ start: Int, month: Int, day: Int?, _ reader: inout ScalarReader
  ) -> DateMention {
    var weekday = day == nil ? nil : Weekday.skip(&reader)
    let year = reader.attempt { reader -> Int? in
      reader.skipBlanks()
      _ = reader.take(any: [",", "-"])
      reader.skipBlanks()
      guard let year = NumberReader.digits(&reader, atMost: 4), (1900...2199).contains(year) else {
        return nil
      }
      return year
    }
    if day != nil, weekday == nil { weekday = Weekday.skip(&reader) }
    var date = DateMention(range: start..<reader.position, year: year, month: month, day: day)
    date.weekday = weekday
    return date
  }

  /// A day of the month; PDFs may set it against the month's name: `1September`.
  private static func day(_ reader: inout ScalarReader, joinsMonth: Bool = false) -> Int? {
    guard let day = NumberReader.digits(&reader, atMost: 2), (1...31).contains(day) else {
      return nil
    }
    _ = reader.take(any: ["st", "nd", "rd", "th"])
    var behind = reader
    if joinsMonth, month(&behind) != nil { return day }
    return reader.next?.isLatin == true || reader.next?.isDigit == true ? nil : day
  }

  private static func month(_ reader: inout ScalarReader) -> Int? {
    guard let next = reader.next, monthBeginnings.contains(next) else { return nil }
    for (index, name) in months.enumerated() where name.unicodeScalars.first == next {
      let found = reader.attempt { reader -> Bool? in
        guard reader.take(name) || reader.take(shortMonths[index]) else { return nil }
        if name == "september" { _ = reader.take("t" as Unicode.Scalar) }
        _ = reader.take("." as Unicode.Scalar)
        return reader.next?.isLatin == true ? nil : true
      }
      if found != nil { return index + 1 }
    }
    return nil
  }
}

extension DateReader {
  /// The English names of the months, in small letters.
  public static var englishMonths: [String] { EnglishDateReader.months }
}
