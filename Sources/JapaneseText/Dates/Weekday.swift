/// A day of the week, as pages print it beside a date.
public enum Weekday: Int, Hashable, Sendable, CaseIterable {
  case sunday
  case monday
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday

  /// The weekday of a day that lies a number of days after 1970-01-01, a Thursday.
  public init(daysSinceEpoch days: Int) {
    self = Self.allCases[((days + 4) % 7 + 7) % 7]
  }

  private static let kanji: [Unicode.Scalar] = ["日", "月", "火", "水", "木", "金", "土"]
  /// The kanji that stands for it.
  public var kanji: Unicode.Scalar { Self.kanji[rawValue] }

  private static let english = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  ]

  // MARK: Reading

  /// What was found behind a date: a weekday, or brackets that hold none (`()`, `(祝)`).
  typealias Found = Weekday?

  /// Goes over the weekday behind a date, in brackets or without them.
  static func skip(_ reader: inout ScalarReader) -> Weekday? {
    (reader.attempt(bracketed) ?? reader.attempt(bare)) ?? nil
  }

  /// The most characters that a holiday's name beside a weekday may have.
  private static let longestHoliday = 10

  /// `(金)`, `〔月〕`, `(月・祝)`, `(火/文化の日)`, `(Fri)`, `()`.
  private static func bracketed(_ reader: inout ScalarReader) -> Found? {
    reader.skipBlanks()
    guard let open = reader.next, let close = closing[open] else { return nil }
    reader.position += 1
    reader.skipBlanks()
    if reader.take(close) { return .some(nil) }
    let weekday = japanese(&reader) ?? reader.attempt(englishName)
    guard weekday != nil || reader.take(any: ["祝日", "祝", "休日", "休"]) != nil else { return nil }
    if weekday != nil, let next = reader.next, next.isJapanese, !"祝休・".unicodeScalars.contains(next)
    {
      return nil
    }
    let start = reader.position
    // What else may stand there is a holiday, not a rule about days: `(土・日を除く)`.
    reader.take { $0 != close && !$0.isDigit && !"\nを除".unicodeScalars.contains($0) }
    guard reader.position - start <= longestHoliday, reader.take(close) else { return nil }
    return .some(weekday)
  }

  private static let closing: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", "[": "]", "〔": "〕", "【": "】", "<": ">", "《": "》", "〈": "〉",
  ]

  /// `月曜日`, ` 月 〜`, `Mon.`, without brackets.
  private static func bare(_ reader: inout ScalarReader) -> Found? {
    let start = reader.position
    reader.skipBlanks()
    if let name = reader.attempt(englishName) { return name }
    let isApart = reader.position > start
    guard let weekday = japanese(&reader) else { return nil }
    if reader.text.scalars[reader.position - 1] == "曜" || reader.previous == "日" && isLong(reader) {
      return weekday
    }
    // A letter alone is a weekday only between blanks: ` 月 〜`.
    guard isApart, reader.next.map({ $0.isBlank || $0 == "~" || $0 == "-" }) ?? true else {
      return nil
    }
    return weekday
  }

  private static func isLong(_ reader: ScalarReader) -> Bool {
    reader.position > 1 && reader.text.scalars[reader.position - 2] == "曜"
  }

  /// `金`, `金曜`, `金曜日`.
  private static func japanese(_ reader: inout ScalarReader) -> Weekday? {
    guard let next = reader.next, let index = kanji.firstIndex(of: next) else { return nil }
    reader.position += 1
    if reader.take("曜" as Unicode.Scalar) { _ = reader.take("日" as Unicode.Scalar) }
    return allCases[index]
  }

  /// `Fri`, `Fri.`, `Friday`.
  static func englishName(_ reader: inout ScalarReader) -> Weekday? {
    guard let next = reader.next, "mtwfs".unicodeScalars.contains(next) else { return nil }
    for (index, name) in english.enumerated() {
      let found = reader.attempt { reader -> Bool? in
        guard reader.take(name) || reader.take(any: abbreviations(of: name)) != nil else {
          return nil
        }
        guard reader.next?.isLatin != true else { return nil }
        _ = reader.take("." as Unicode.Scalar)
        return true
      }
      if found != nil { return allCases[index] }
    }
    return nil
  }

  private static func abbreviations(of name: String) -> [String] {
    [String(name.prefix(5)), String(name.prefix(4)), String(name.prefix(3))]
  }
}
