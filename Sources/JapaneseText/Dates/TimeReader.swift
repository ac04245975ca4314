/// Reads hours of the day: `17:00`, `17時`, `午後5時30分`, `正午`, `5 p.m.`.
public enum TimeReader {
  /// All hours in a part of a text, as `17:00`, with where they stand.
  public static func times(
    in text: FoldedText, range: Range<Int>? = nil
  ) -> [(range: Range<Int>, time: String)] {
    var reader = ScalarReader(text, in: range)
    var found: [(range: Range<Int>, time: String)] = []
    while true {
      reader.skip(to: beginnings)
      guard !reader.isAtEnd else { return found }
      let start = reader.position
      if reader.previous?.isDigit != true, let time = time(&reader) {
        found.append((start..<reader.position, time))
      } else {
        reader.position = start + 1
      }
    }
  }

  /// What hours begin with: figures, 午前, 正午, noon, midnight, a.m., p.m.
  private static let beginnings = ScalarSet("午正nmap〇○一二三四五六七八九十", "0"..."9")

  /// Goes over blanks and an hour, if one stands there, and the brackets around it.
  public static func skip(_ reader: inout ScalarReader) {
    reader.skipBlanks()
    _ = reader.attempt { reader -> Bool? in
      _ = reader.take(any: ["(", "[", "〔", "【", "の", ", "])
      reader.skipBlanks()
      guard time(&reader) != nil else { return nil }
      skipZone(&reader)
      _ = reader.take(any: [")", "]", "〕", "】"])
      return true
    }
    reader.skipBlanks()
  }

  /// Goes over the words behind an hour for whose hour it is: `23:59 (Japan time)`, `17:00 JST`.
  static func skipZone(_ reader: inout ScalarReader) {
    _ = reader.attempt { reader -> Bool? in
      reader.skipBlanks()
      let isBracketed = reader.take("(" as Unicode.Scalar)
      guard reader.take(any: ["japan standard time", "japan time", "tokyo time", "jst"]) != nil,
        !isBracketed || reader.take(")" as Unicode.Scalar)
      else { return nil }
      return true
    }
  }

  /// The hour at the reader's position.
  public static func time(_ reader: inout ScalarReader) -> String? {
    reader.attempt { reader in
      if reader.take(any: ["正午", "noon"]) != nil { return "12:00" }
      if reader.take("midnight") { return "24:00" }
      let afternoon = half(&reader)
      reader.skipBlanks()
      guard let hour = number(&reader), (0...24).contains(hour) else { return nil }
      guard let minute = minute(&reader, hour: hour) else { return nil }
      if let afternoon {
        return clock(afternoon && hour < 12 ? hour + 12 : hour, minute.value)
      }
      guard let late = english(&reader) else {
        return minute.isClock ? clock(hour, minute.value) : nil
      }
      // Twelve o'clock begins the half of the day that it is counted to.
      return clock(hour % 12 + (late ? 12 : 0), minute.value)
    }
  }

  /// Which half of the day the words before an hour say.
  private static func half(_ reader: inout ScalarReader) -> Bool? {
    if reader.take("午後") { return true }
    if reader.take("午前") { return false }
    guard reader.next == "p" || reader.next == "a", reader.previous?.isLatin != true else {
      return nil
    }
    return reader.attempt { reader in
      let late = reader.take(any: ["p.m.", "pm"]) != nil
      guard late || reader.take(any: ["a.m.", "am"]) != nil else { return nil }
      reader.skipBlanks()
      return reader.next?.isDigit == true ? late : nil
    }
  }

  /// A number of one or two digits, or in kanji where 時 or 分 stands behind it.
  private static func number(_ reader: inout ScalarReader) -> Int? {
    if let number = NumberReader.digits(&reader, atMost: 2) { return number }
    return reader.attempt { reader in
      guard let number = DateReader().smallNumber(&reader), reader.sees(any: ["時", "分"]) else {
        return nil
      }
      return number
    }
  }

  /// The minutes behind an hour; `isClock` where the writing alone shows that it is an hour.
  private static func minute(
    _ reader: inout ScalarReader, hour: Int
  ) -> (value: Int, isClock: Bool)? {
    if reader.next == ":", reader.peek(1)?.isDigit == true {
      reader.position += 1
      let start = reader.position
      guard let minute = NumberReader.digits(&reader, atMost: 2), minute < 60,
        reader.position == start + 2
      else { return nil }
      seconds(&reader)
      return (minute, true)
    }
    reader.skipBlanks()
    if reader.take("時" as Unicode.Scalar) {
      guard !reader.sees("間") else { return nil }
      if reader.take("半" as Unicode.Scalar) { return (30, true) }
      let minute = reader.attempt { reader -> Int? in
        guard let minute = number(&reader), minute < 60,
          reader.take("分" as Unicode.Scalar)
        else { return nil }
        seconds(&reader)
        return minute
      }
      return (minute ?? 0, true)
    }
    return (0, false)
  }

  /// Goes over seconds: `23:59:59`, `23時59分59秒`.
  private static func seconds(_ reader: inout ScalarReader) {
    _ = reader.attempt { reader -> Bool? in
      let hasColon = reader.take(":" as Unicode.Scalar)
      guard NumberReader.digits(&reader, atMost: 2) != nil else { return nil }
      return hasColon || reader.take("秒" as Unicode.Scalar) ? true : nil
    }
  }

  private static func english(_ reader: inout ScalarReader) -> Bool? {
    reader.attempt { reader in
      reader.skipBlanks()
      let late = reader.take(any: ["p.m.", "p.m", "pm"]) != nil
      guard late || reader.take(any: ["a.m.", "a.m", "am"]) != nil else { return nil }
      return reader.next?.isLatin == true ? nil : late
    }
  }

  private static func clock(_ hour: Int, _ minute: Int) -> String {
    (hour < 10 ? "0\(hour)" : "\(hour)") + (minute < 10 ? ":0\(minute)" : ":\(minute)")
  }
}
