public import RecruitmentModel

/// The hour on the last day and how papers meet it.
public struct DueTime: Hashable, Sendable {
  /// The hour, as `17:00`.
  public var time: String?
  /// How papers meet the deadline.
  public var rule: ApplicationWindow.Rule?

  /// Makes a time; nothing is known where nothing is given.
  public init(time: String? = nil, rule: ApplicationWindow.Rule? = nil) {
    self.time = time
    self.rule = rule
  }

  init(_ window: ApplicationWindow?) { self.init(time: window?.time, rule: window?.rule) }

  /// What is known of it, each as a reason.
  public var reasons: [Reason] {
    [time.map { Reason("due.time", $0) }, rule.map { Reason("due.\($0.rawValue)") }].compactMap {
      $0
    }
  }
}

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
  /// The hour on the last day and how papers meet it.
  public var due = DueTime()
  /// Whether the source states the day itself, not only its month or year.
  public var isOneDay: Bool { closes.lowerBound == closes.upperBound }

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
  /// Windows that are still to close, but of an intake that is too early for the person.
  public let early: [ClosingTime]
  /// Windows that are open or to come, the soonest first; forecasts only where nothing is stated for the time that
  /// matters.
  public let coming: [ClosingTime]

  /// Looks at the windows of a program.
  ///
  /// - Parameters:
  ///   - application: What is known of them.
  ///   - first: The day from which a forecast is wanted.
  ///   - early: The day before which a window that closes is of an intake that is too early.
  ///   - today: The day.
  public init(
    _ application: Application?, from first: CalendarDay, early: CalendarDay, today: CalendarDay
  ) {
    let windows = application?.windows ?? []
    var sorted: [[ClosingTime]] = [[], [], []]
    for window in windows {
      guard let days = window.closingDays else { continue }
      let time = ClosingTime(
        opens: window.opens?.earliest, closes: days, ground: .stated, due: DueTime(window))
      // Two windows with one last day are one thing to do.
      guard !sorted.joined().contains(where: { $0.closes == days }) else { continue }
      sorted[time.isOver(on: today) == true ? 0 : days.upperBound < early ? 1 : 2].append(time)
    }
    // Windows that all close before a pass that is expected leave those of the year of the pass.
    if sorted[2].allSatisfy({ $0.closes.upperBound < first }) {
      for window in windows {
        guard let time = Self.forecast(window, from: max(first, today)),
          !sorted[2].contains(where: { $0.closes.upperBound == time.closes.upperBound })
        else { continue }
        sorted[2].append(time)
      }
    }
    over = sorted[0]
    self.early = sorted[1]
    coming = sorted[2].sorted { $0.closes.upperBound < $1.closes.upperBound }
  }

  /// The window moved to the first year in which it does not close before a day.
  private static func forecast(_ window: ApplicationWindow, from first: CalendarDay) -> ClosingTime?
  {
    guard let month = window.closes?.month else { return nil }
    for year in first.year...(first.year + 1) {
      var moved = window
      // 29 February is the 28th where there is none.
      moved.closes =
        window.closes?.inYear(year) ?? PartialDate(year: year, month: month, day: 28)
      guard let days = moved.closingDays, days.upperBound >= first else { continue }
      return ClosingTime(
        opens: opening(window, before: days.upperBound), closes: days,
        ground: .forecast(from: window.closes?.year), due: DueTime(window))
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
