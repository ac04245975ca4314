/// A date as far as a page states it, in EDTF: `2026`, `2026-12`, `2026-12-05`, `XXXX-12`, `XXXX-12-05`.
public struct PartialDate: Hashable, Sendable {
  /// The year, absent where the page states none.
  public let year: Int?
  /// The month, 1 to 12, absent where only a year is stated.
  public let month: Int?
  /// The day of the month, absent where only a month is stated.
  public let day: Int?

  /// Makes a date from its parts; nil where they are no date.
  public init?(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    guard year != nil || month != nil, month != nil || day == nil else { return nil }
    if let year, !(1...9999).contains(year) { return nil }
    if let month, !(1...12).contains(month) { return nil }
    if let month, let day {
      // 29 February stands without a year: some year has it.
      guard day >= 1, day <= CalendarDay.length(ofMonth: month, year: year ?? 2000) else {
        return nil
      }
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Makes the date of a whole day.
  public init(_ day: CalendarDay) {
    year = day.year
    month = day.month
    self.day = day.day
  }

  /// Reads an EDTF date; nil for any other writing.
  public init?(_ text: some StringProtocol) { self.init(utf8: text.utf8) }

  /// Reads an EDTF date from its bytes; nil for any other writing.
  init?(utf8 bytes: some Sequence<UInt8>) {
    var reader = DigitReader(bytes)
    var year: Int?
    if bytes.starts(with: "XXXX".utf8) {
      for _ in 0..<4 { _ = reader.next() }
    } else {
      year = reader.number(digits: 4)
      guard year != nil else { return nil }
    }
    var (month, day): (Int?, Int?)
    if let mark = reader.next() {
      guard mark == UInt8(ascii: "-"), let number = reader.number(digits: 2) else { return nil }
      month = number
      if let mark = reader.next() {
        guard mark == UInt8(ascii: "-"), let number = reader.number(digits: 2),
          reader.next() == nil
        else { return nil }
        day = number
      }
    }
    self.init(year: year, month: month, day: day)
  }

  /// Whether it is a month, and the other a day of that month.
  public func holds(_ other: Self) -> Bool {
    day == nil && month != nil && other.day != nil && (year, month) == (other.year, other.month)
  }

  /// The whole day, where year, month and day are all stated.
  public var calendarDay: CalendarDay? {
    guard let year, let month, let day else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// The first day that the date can mean, where the year is stated.
  public var earliest: CalendarDay? {
    guard let year else { return nil }
    return CalendarDay(year: year, month: month ?? 1, day: day ?? 1)
  }

  /// The last day that the date can mean, where the year is stated.
  public var latest: CalendarDay? {
    guard let year else { return nil }
    let month = month ?? 12
    return CalendarDay(
      year: year, month: month, day: day ?? CalendarDay.length(ofMonth: month, year: year))
  }

  /// The same date in a stated year; nil where that year has no such day.
  public func inYear(_ year: Int) -> PartialDate? {
    PartialDate(year: year, month: month, day: day)
  }

  /// The same date without its year; nil where it has no month.
  public var inAnyYear: PartialDate? {
    month.flatMap { PartialDate(month: $0, day: day) }
  }
}

extension PartialDate {
  /// Whether it lies behind another date on every reading of both.
  public func isSurelyAfter(_ other: PartialDate) -> Bool {
    guard let first = earliest, let last = other.latest else { return false }
    return first > last
  }
}

extension PartialDate: CustomStringConvertible {
  /// The date in EDTF.
  public var description: String {
    String(unsafeUninitializedCapacity: 10) { bytes in
      if let year {
        Self.put(year, in: bytes, from: 0, to: 4)
      } else {
        for place in 0..<4 { bytes[place] = UInt8(ascii: "X") }
      }
      var end = 4
      for part in [month, day] {
        guard let part else { continue }
        bytes[end] = UInt8(ascii: "-")
        Self.put(part, in: bytes, from: end + 1, to: end + 3)
        end += 3
      }
      return end
    }
  }

  /// Writes a number with zeros before it.
  private static func put(
    _ number: Int, in bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int, to end: Int
  ) {
    var rest = number
    for place in (start..<end).reversed() {
      bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
  }
}

extension PartialDate: Codable {
  /// Reads the date from an EDTF string.
  public init(from decoder: any Decoder) throws {
    self = try decoder.singleValue(as: "a date such as 2026-12-05, 2026-12 or XXXX-12") {
      PartialDate($0)
    }
  }

  /// Writes the date as an EDTF string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
