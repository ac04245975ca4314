/// When papers are taken.
public struct Application: Hashable, Sendable {
  /// One window a round, in the page's order.
  public var windows: [ApplicationWindow]
  /// Whether papers are taken at any time.
  public var rolling: Bool
  /// A deadline that is relative to something else, or what else must be known.
  public var note: String?

  /// Makes a statement of when papers are taken.
  public init(windows: [ApplicationWindow] = [], rolling: Bool = false, note: String? = nil) {
    self.windows = windows
    self.rolling = rolling
    self.note = note
  }
}

/// One round of application.
public struct ApplicationWindow: Hashable, Sendable, Codable {
  /// How papers meet the deadline.
  public enum Rule: String, Hashable, Sendable, Codable, CaseIterable {
    case arrive
    case postmark
    case online
  }

  /// A third of a month.
  public enum Part: String, Hashable, Sendable, Codable, CaseIterable {
    case early
    case mid
    case late
  }

  /// The first day, where one is stated.
  public var opens: PartialDate?
  /// The last day, where one is stated.
  public var closes: PartialDate?
  /// The hour on the last day, as `17:00`.
  public var time: String?
  /// How papers meet the deadline.
  public var rule: Rule?
  /// The third of the month of `closes`, where the page says 上旬, 中旬 or 下旬.
  public var part: Part?

  /// In their own order, in which they are written: what comes otherwise is written twice.
  private enum CodingKeys: CodingKey { case closes, opens, part, rule, time }

  /// Makes a round.
  public init(
    opens: PartialDate? = nil, closes: PartialDate? = nil, time: String? = nil, rule: Rule? = nil,
    part: Part? = nil
  ) {
    self.opens = opens
    self.closes = closes
    self.time = time
    self.rule = rule
    self.part = part
  }

  /// The first and last day on which the round can close, where the year is stated.
  public var closingDays: ClosedRange<CalendarDay>? {
    guard let closes, var first = closes.earliest, var last = closes.latest else { return nil }
    if closes.day == nil, closes.month != nil {
      let days = part?.days ?? 1...31
      first = CalendarDay(year: first.year, month: first.month, day: days.lowerBound) ?? first
      last = CalendarDay(year: last.year, month: last.month, day: days.upperBound) ?? last
    }
    return first...last
  }
}

extension ApplicationWindow.Part {
  /// The days of a month that the part stands for; the last part goes on to the month's end.
  public var days: ClosedRange<Int> {
    switch self {
    case .early: 1...10
    case .mid: 11...20
    case .late: 21...31
    }
  }
}

extension Application: Codable {
  private enum Key: String, CodingKey {
    case windows
    case rolling
    case note
  }

  /// Reads the statement; what is absent is unknown.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    windows = try container.decodeIfPresent([ApplicationWindow].self, forKey: .windows) ?? []
    rolling = try container.decodeIfPresent(Bool.self, forKey: .rolling) ?? false
    note = try container.decodeIfPresent(String.self, forKey: .note)
  }

  /// Writes the statement; what is unknown has no key.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    // In the order of their keys: what comes otherwise is written twice.
    try container.encodeIfPresent(note, forKey: .note)
    if rolling { try container.encode(rolling, forKey: .rolling) }
    if !windows.isEmpty { try container.encode(windows, forKey: .windows) }
  }
}
