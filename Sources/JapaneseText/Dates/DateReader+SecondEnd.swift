extension DateReader {
  /// The date that follows another one in a range or a list and leaves out what that one has stated:
  /// `4日から28日`, `5日又は6日`, `2/13-15`, `R8.11.2~11.13`, `同月末日`, `11月上旬~下旬`.
  func dateBehind(_ date: DateMention, _ reader: inout ScalarReader) -> DateMention? {
    guard date.day != nil || date.part != nil else { return nil }
    return reader.attempt { reader in
      let beforeTime = reader.position
      reader.skipBlanks()
      let hasTime = TimeReader.time(&reader) != nil
      if !hasTime { reader.position = beforeTime }
      guard let connector = DateConnector.between(&reader) else { return nil }
      let start = reader.position
      if connector == .range, var second = reader.attempt({ restOfMonth(behind: date, &$0) }) {
        second.range = start..<reader.position
        return second
      }
      let separator = separator(of: date, reader.text)
      if let separator, let second = reader.attempt({ shortDate(separator, &$0) }) {
        return second
      }
      let later = monthsLater(&reader)
      if later != nil, var second = reader.attempt(monthPartOrEnd) {
        second.monthsLater = later
        second.range = start..<reader.position
        return second
      }
      if let (day, weekday) = reader.attempt({ dayOfMonth(&$0) }),
        !reader.sees(any: ["間", "前", "以内"])
      {
        var second = DateMention(range: start..<reader.position, day: day)
        second.weekday = weekday
        second.monthsLater = later
        return second
      }
      let goesOn = connector == .range || Self.endsInLatinWord(reader.text, before: start)
      return goesOn && !hasTime ? bareDay(behind: date, &reader) : nil
    }
  }

  private func monthsLater(_ reader: inout ScalarReader) -> Int? {
    if reader.take(any: ["同月", "当月", "同じ月の", "同"]) != nil { return 0 }
    return reader.take("翌月") ? 1 : nil
  }

  private func monthPartOrEnd(_ reader: inout ScalarReader) -> DateMention? {
    var date = DateMention(range: reader.position..<reader.position)
    if let part = reader.attempt(monthPart) {
      date.part = part
      return date
    }
    guard reader.attempt(monthEnd) != nil else { return nil }
    date.isMonthEnd = true
    return date
  }

  /// `~下旬`, `~月末`: another part of the same month.
  private func restOfMonth(
    behind date: DateMention, _ reader: inout ScalarReader
  ) -> DateMention? {
    guard date.month != nil || date.monthsLater != nil else { return nil }
    return monthPartOrEnd(&reader)
  }

  /// The sign between the numbers of a date that is written in numbers only.
  private func separator(of date: DateMention, _ text: FoldedText) -> Unicode.Scalar? {
    let words = text.scalars[date.range]
    guard !words.contains(where: { $0 == "月" }) || words.contains("/") else { return nil }
    return words.first { "/.-・".unicodeScalars.contains($0) }
  }

  /// `11.13` or `9.1.8` behind `R8.11.2~`: with the sign of the first date, and perhaps a short year.
  private func shortDate(
    _ separator: Unicode.Scalar, _ reader: inout ScalarReader
  ) -> DateMention? {
    let start = reader.position
    let long = reader.attempt { reader -> DateMention? in
      guard let year = NumberReader.digits(&reader, atMost: 2), reader.take(separator) else {
        return nil
      }
      reader.skipBlanks()
      guard var date = numericMonthAndDay(&reader, separator, mayEndInMonth: false) else {
        return nil
      }
      date.shortYear = year
      date.range = start..<date.range.upperBound
      return date
    }
    guard let date = long ?? numericMonthAndDay(&reader, separator, mayEndInMonth: false),
      reader.next != separator || reader.peek(1)?.isDigit != true
    else { return nil }
    return date
  }

  /// `April 20 and 21, 2027`: a word parts the days, no comma.
  private static func endsInLatinWord(_ text: FoldedText, before position: Int) -> Bool {
    text.scalars[..<position].last { !$0.isBlank }?.isLatin == true
  }

  /// A day without 日 where the date before it has none either: `2/13-15`, `October 1-30, 2026`.
  private func bareDay(behind date: DateMention, _ reader: inout ScalarReader) -> DateMention? {
    let before = reader.text.scalars[date.range]
    if EnglishDateReader.isEnglish(before) { return EnglishDateReader.day(in: date.month, &reader) }
    let isNumeric = before.contains { "/.-".unicodeScalars.contains($0) }
    guard isNumeric, let first = date.day else { return nil }
    let start = reader.position
    guard let day = NumberReader.digits(&reader, atMost: 2), (first...31).contains(day) else {
      return nil
    }
    let weekday = Weekday.skip(&reader)
    // A letter or a number behind it makes something else of it, but `27(金)17:00` is a day and an hour.
    if let next = reader.next, weekday == nil,
      next.isDigit || next.isLatin || next.isJapanese || "/.:-".unicodeScalars.contains(next)
    {
      return nil
    }
    var second = DateMention(range: start..<reader.position, day: day)
    second.weekday = weekday
    return second
  }
}
