extension Application: FactValue {
  /// Joins the rounds in which both agree; one may leave out rounds that the other names.
  public func joined(with other: Application) -> Application? {
    guard rolling == other.rolling, let note = StatedPart.joined(note, other.note) else {
      return nil
    }
    let (more, fewer) =
      windows.count >= other.windows.count ? (windows, other.windows) : (other.windows, windows)
    var joined = more
    var next = joined.startIndex
    for window in fewer {
      guard let place = joined[next...].firstIndex(where: { $0.joined(with: window) != nil }),
        let both = joined[place].joined(with: window)
      else { return nil }
      joined[place] = both
      next = place + 1
    }
    return Application(windows: joined, rolling: rolling, note: note)
  }

  /// An earlier end of the last round does less harm; a stated end less than none.
  public func isMoreCautious(than other: Application) -> Bool {
    guard let end = lastDay else { return false }
    return other.lastDay.map { end < $0 } ?? true
  }

  /// The last day on which papers are surely taken.
  private var lastDay: CalendarDay? {
    rolling ? nil : windows.compactMap { $0.closingDays?.lowerBound }.max()
  }
}

extension ApplicationWindow {
  /// Joins two statements of one round; they must share a day.
  fileprivate func joined(with other: ApplicationWindow) -> ApplicationWindow? {
    guard (opens != nil && other.opens != nil) || (closes != nil && other.closes != nil),
      let opens = StatedPart.joined(opens, other.opens),
      let closes = StatedPart.joined(closes, other.closes),
      let time = StatedPart.joined(time, other.time),
      let rule = StatedPart.joined(rule, other.rule),
      let part = StatedPart.joined(part, other.part)
    else { return nil }
    if let opens, let closes, opens.isSurelyAfter(closes) { return nil }
    let day = closes?.day
    if let part, let day, !part.days.contains(day) { return nil }
    return ApplicationWindow(
      opens: opens, closes: closes, time: time, rule: rule, part: day == nil ? part : nil)
  }
}
