/// Reads the year at the beginning of a date: `令和8年`, `2026.`, `二〇二六年`, `令和8(2026)年`.
enum YearReader {
  /// A year with what stands behind it: 年, a dot, slash or hyphen, or nothing before a bracketed month.
  static func year(_ reader: inout ScalarReader) -> (Int, Unicode.Scalar?)? {
    let era = Era.year(&reader)
    guard let year = era ?? western(&reader) else { return nil }
    reader.skipBlanks()
    let before = reader.take("年" as Unicode.Scalar)
    let afterYear = reader.position
    reader.skipBlanks()
    let other = reader.attempt(bracketed) ?? reader.attempt(slashed)
    if other == nil { reader.position = afterYear } else { reader.skipBlanks() }
    if before || reader.take("年" as Unicode.Scalar) { return (year, "年") }
    reader.skipBlanks()
    if let next = reader.next, [".", "/", "-", "・"].contains(next),
      other == nil || next == "." || next == "/"
    {
      reader.position += 1
      return (year, next)
    }
    return other != nil ? (year, nil) : nil
  }

  /// A year of the common era, in digits or in kanji, or two digits behind an apostrophe.
  static func western(_ reader: inout ScalarReader) -> Int? {
    if let next = reader.next, next == "'" || next == "’" || next == "‘" {
      reader.position += 1
      return NumberReader.digits(&reader, atMost: 2).map { 2000 + $0 }
    }
    guard let year = NumberReader.digits(&reader, atMost: 4) ?? reader.attempt(kanji),
      (1900...2199).contains(year)
    else { return nil }
    return year
  }

  private static let digits: [Unicode.Scalar: Int] = [
    "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9,
  ]

  /// `二〇二六`: four figures, each in its place.
  private static func kanji(_ reader: inout ScalarReader) -> Int? {
    var year = 0
    for _ in 0..<4 {
      guard let next = reader.next, let digit = digits[next] else { return nil }
      year = year * 10 + digit
      reader.position += 1
    }
    return reader.next.flatMap { digits[$0] } == nil ? year : nil
  }

  private static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", "[": "]", "〔": "〕", "<": ">",
  ]

  /// The same year again in brackets: `令和8(2026)年`, `2026〔令和8〕年`, `2026年(令和8年)`, `R8(2026).11.2`.
  private static func bracketed(_ reader: inout ScalarReader) -> Int? {
    guard let open = reader.next, let close = brackets[open] else { return nil }
    reader.position += 1
    reader.skipBlanks()
    guard let year = Era.year(&reader) ?? western(&reader) else { return nil }
    reader.skipBlanks()
    _ = reader.take("年" as Unicode.Scalar)
    reader.skipBlanks()
    return reader.take(close) ? year : nil
  }

  /// The same year again behind a stroke: `令和8年/2026年`.
  private static func slashed(_ reader: inout ScalarReader) -> Int? {
    guard reader.previous == "年", reader.take("/" as Unicode.Scalar),
      let year = Era.year(&reader) ?? western(&reader), reader.take("年" as Unicode.Scalar)
    else { return nil }
    return year
  }
}
