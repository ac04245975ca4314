extension DateReader {
  private static let parts: [(String, DateMention.Part)] = [
    ("上旬", .early), ("初旬", .early), ("はじめ", .early), ("初め", .early), ("中旬", .mid),
    ("半ば", .mid), ("中頃", .mid), ("下旬", .late),
  ]

  /// `11月4日(水)`, `11月上旬`, `11月末日`, `11月`; not `6月以内`, `2月前`, which are lengths.
  func monthAndDay(_ reader: inout ScalarReader) -> DateMention? {
    let start = reader.position
    guard let month = smallNumber(&reader), (1...12).contains(month) else { return nil }
    reader.skipBlanks()
    guard reader.take("月" as Unicode.Scalar), !isLength(reader) else { return nil }
    var date = DateMention(range: start..<reader.position, month: month)
    if let part = reader.attempt(monthPart) {
      date.part = part
    } else if reader.attempt(monthEnd) != nil {
      date.isMonthEnd = true
    } else if let (day, weekday) = reader.attempt({ dayOfMonth(&$0, lineEnds: true) }) {
      date.day = day
      date.weekday = weekday
    }
    date.range = start..<reader.position
    return date
  }

  private static let lengthEndings = [
    "間", "以内", "以上", "以下", "未満", "前", "分", "額", "数", "ごと", "毎", "謝", "を超え", "を越え", "を経過", "に満た",
    "を限度", "を上限", "を下",
  ]

  /// Whether what stands behind 月 makes a length of it; 12月前半 is the first half of December.
  private func isLength(_ reader: ScalarReader) -> Bool {
    reader.sees(any: Self.lengthEndings) && !reader.sees("前半")
  }

  func monthPart(_ reader: inout ScalarReader) -> DateMention.Part? {
    reader.skipBlanks()
    _ = reader.take("の" as Unicode.Scalar)
    let bracket = reader.take("(" as Unicode.Scalar)
    guard let part = Self.parts.first(where: { reader.take($0.0) })?.1 else { return nil }
    if bracket { _ = reader.take(")" as Unicode.Scalar) }
    return part
  }

  /// `末日`, `末`, `の月末`; behind 月 or alone.
  func monthEnd(_ reader: inout ScalarReader) -> Bool? {
    reader.skipBlanks()
    _ = reader.take("の" as Unicode.Scalar)
    return reader.take(any: ["月末日", "月末", "末日", "末", "最終日", "晦日"]) != nil ? true : nil
  }

  /// `4日(水)`.
  func dayOfMonth(_ reader: inout ScalarReader, lineEnds: Bool = false) -> (Int, Weekday?)? {
    reader.skipBlanks(lineEnds: lineEnds)
    guard let day = smallNumber(&reader), (1...31).contains(day) else { return nil }
    reader.skipBlanks()
    guard reader.take("日" as Unicode.Scalar), !reader.sees(any: ["間", "以内"]) else {
      return nil
    }
    return (day, Weekday.skip(&reader))
  }

  func numericMonthAndDay(
    _ reader: inout ScalarReader, _ separator: Unicode.Scalar, mayEndInMonth: Bool
  ) -> DateMention? {
    let start = reader.position
    guard let month = smallNumber(&reader), (1...12).contains(month) else { return nil }
    let afterMonth = reader.position
    reader.skipBlanks()
    guard reader.take(separator) else {
      guard mayEndInMonth, reader.next?.isDigit != true else { return nil }
      return DateMention(range: start..<afterMonth, month: month)
    }
    reader.skipBlanks()
    guard let day = smallNumber(&reader), (1...31).contains(day), reader.next?.isDigit != true
    else { return nil }
    _ = reader.take("日" as Unicode.Scalar)
    var date = DateMention(range: start..<reader.position, month: month, day: day)
    date.weekday = Weekday.skip(&reader)
    date.range = start..<reader.position
    return date
  }

  func slashedMonthAndDay(_ reader: inout ScalarReader) -> DateMention? {
    guard reader.previous != "/",
      let date = numericMonthAndDay(&reader, "/", mayEndInMonth: false), reader.next != "/"
    else { return nil }
    return date
  }

  private static let smallFigures = ScalarSet("〇○一二三四五六七八九十")

  /// A number of one or two digits, or in kanji.
  func smallNumber(_ reader: inout ScalarReader) -> Int? {
    if let number = NumberReader.digits(&reader, atMost: 2) { return number }
    return reader.attempt { reader in
      let start = reader.position
      reader.take(while: Self.smallFigures.contains)
      guard (1...3).contains(reader.position - start) else { return nil }
      let words = reader.text.string(in: start..<reader.position)
      var inner = ScalarReader(FoldedText(words.replacing("○", with: "〇")))
      return NumberReader.number(&inner)
    }
  }
}

extension DateReader {
  /// Whether a number of a month or a day stands at the reader's position, in digits or in kanji.
  public func isNumber(_ reader: inout ScalarReader) -> Bool {
    smallNumber(&reader) != nil
  }
}
