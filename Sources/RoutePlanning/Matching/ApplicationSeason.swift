public import RecruitmentModel

/// When a window of application closes, as far as it is known or can be forecast.
public struct ClosingTime: Hashable, Sendable {
  /// What the days rest on.
  public enum Ground: Hashable, Sendable {
    /// The source states the year.
    case stated
    /// The source states no year, or an earlier one: the same days of a coming year.
    case forecast(from: Int?)
  }

  /// The first day of the window, where it is known.
  public let opens: CalendarDay?
  /// The first and the last day on which it may close.
  public let closes: ClosedRange<CalendarDay>
  /// What the days rest on.
  public let ground: Ground

  /// Whether it is a forecast.
  public var isForecast: Bool { ground != .stated }

  /// Whether the window has closed by a day: no while it is open for sure, unknown in between.
  public func isOver(on day: CalendarDay) -> Bool? {
    day > closes.upperBound ? true : day <= closes.lowerBound ? false : nil
  }
}

/// The windows of a program that matter from a day on.
public struct ApplicationSeason: Hashable, Sendable {
  /// Windows whose year the source states and which have closed.
  public let over: [ClosingTime]
  /// Windows that are open or to come, the soonest first; forecasts only where nothing is stated.
  public let coming: [ClosingTime]

  /// Looks at the windows of a program.
  ///
  /// - Parameters:
  ///   - application: What is known of them.
  ///   - first: The day from which a forecast is wanted.
  ///   - today: The day.
  public init(_ application: Application?, from first: CalendarDay, today: CalendarDay) {
    let windows = application?.windows ?? []
    var over: [ClosingTime] = []
    var coming: [ClosingTime] = []
    for window in windows {
      guard let days = window.closingDays else { continue }
      let time = ClosingTime(opens: window.opens?.earliest, closes: days, ground: .stated)
      if time.isOver(on: today) == true { over.append(time) } else { coming.append(time) }
    }
    if coming.isEmpty {
      coming = windows.compactMap { Self.forecast($0, from: max(first, today)) }
    }
    self.over = over
    self.coming = coming.sorted { $0.closes.upperBound < $1.closes.upperBound }
  }

  /// The window moved to the first year in which it does not close before a day.
  private static func forecast(_ window: ApplicationWindow, from first: CalendarDay) -> ClosingTime?
  {
    guard window.closes?.month != nil else { return nil }
    for year in first.year...(first.year + 1) {
      var moved = window
      moved.closes = window.closes?.inYear(year)
      guard let days = moved.closingDays, days.upperBound >= first else { continue }
      return ClosingTime(
        opens: opening(window, before: days.upperBound), closes: days,
        ground: .forecast(from: window.closes?.year))
    }
    return nil
  }

  /// The first day of a window moved so that it lies before its last day.
  private static func opening(
    _ window: ApplicationWindow, before last: CalendarDay
  ) -> CalendarDay? {
    guard let opens = window.opens, opens.month != nil else { return nil }
    return [last.year, last.year - 1].lazy.compactMap { opens.inYear($0)?.earliest }
      .first { $0 <= last }
  }
}
