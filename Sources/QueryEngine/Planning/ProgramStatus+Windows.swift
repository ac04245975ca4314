public import RecruitmentModel

extension ProgramStatus {
  /// The state on a day.
  ///
  /// A window is open on its first and on its last day. What a month alone, an unstated year or a note
  /// leaves open is unknown. Of several windows an open one counts, else an unknown, else a coming one.
  public init(
    application: Application?, accepting: Acceptance?, on today: CalendarDay
  ) {
    if accepting == .no {
      self = .notAccepting
      return
    }
    guard let application else {
      self = .unknown
      return
    }
    let states = application.windows.map { Self.state(of: $0, on: today) }
    let order: [ProgramStatus] = [.open, .unknown, .upcoming, .closed]
    if let state = order.first(where: { states.contains($0) }) {
      self = state == .open || !application.rolling ? state : .rolling
    } else {
      self = application.rolling ? .rolling : .unknown
    }
  }

  private static func state(
    of window: ApplicationWindow, on today: CalendarDay
  ) -> ProgramStatus {
    let opens = window.opens
    if let opens, opens.year != nil, let first = opens.earliest, let last = opens.latest {
      if today < first { return .upcoming }
      if today < last, opens.day == nil { return .unknown }
    }
    guard let closing = window.closingDays else { return .unknown }
    if today > closing.upperBound { return .closed }
    if let opens, opens.year == nil { return .unknown }
    if today <= closing.lowerBound { return .open }
    return .unknown
  }
}
