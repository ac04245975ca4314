/// A moment in whole seconds, printed in UTC as `2026-11-20T18:00:00Z`.
public struct Timestamp: Hashable, Sendable, Comparable {
  /// Seconds after 1970-01-01T00:00:00Z.
  public let secondsSinceEpoch: Int

  /// Makes a moment from seconds after 1970-01-01T00:00:00Z.
  public init(secondsSinceEpoch: Int) {
    self.secondsSinceEpoch = secondsSinceEpoch
  }

  /// Reads `2026-11-20T18:00:00Z`; nil for any other writing.
  public init?(_ text: some StringProtocol) { self.init(utf8: text.utf8) }

  /// Reads `2026-11-20T18:00:00Z` from its bytes; nil for any other writing.
  init?(utf8 bytes: some Sequence<UInt8>) {
    guard let day = CalendarDay(utf8: bytes.prefix(10)) else { return nil }
    var reader = DigitReader(bytes.dropFirst(10))
    guard reader.take("T"), let hour = reader.number(digits: 2), reader.take(":"),
      let minute = reader.number(digits: 2), reader.take(":"),
      let second = reader.number(digits: 2), reader.take("Z"), reader.next() == nil,
      (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
    else { return nil }
    secondsSinceEpoch = day.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second
  }

  /// The day of the moment in UTC shifted by some hours; Japan is 9 hours ahead.
  public func day(hoursAheadOfUTC hours: Int = 9) -> CalendarDay {
    let seconds = secondsSinceEpoch + hours * 3600
    return CalendarDay(daysSinceEpoch: Int((Double(seconds) / 86_400).rounded(.down)))
  }

  /// Orders moments by time.
  public static func < (one: Self, other: Self) -> Bool {
    one.secondsSinceEpoch < other.secondsSinceEpoch
  }
}

extension Timestamp: CustomStringConvertible {
  /// The moment as `2026-11-20T18:00:00Z`.
  public var description: String {
    let day = day(hoursAheadOfUTC: 0)
    let rest = secondsSinceEpoch - day.daysSinceEpoch * 86_400
    let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(day)T\(clock.joined(separator: ":"))Z"
  }
}

extension Timestamp: Codable {
  /// Reads the moment from a string such as `2026-11-20T18:00:00Z`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.singleValue(as: "a moment such as 2026-11-20T18:00:00Z") { Timestamp($0) }
  }

  /// Writes the moment as a string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Decoder {
  /// A string read as a value, or an error that says what would have been right.
  func singleValue<Value>(as expected: String, _ read: (String) -> Value?) throws -> Value {
    let text = try singleValueContainer().decode(String.self)
    guard let value = read(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: codingPath, debugDescription: "“\(text)” is not \(expected)"))
    }
    return value
  }
}
