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
    self.init(
      states: application.windows.lazy.map { Self.state(of: $0, on: today) },
      isRolling: application.rolling)
  }

  /// The state that follows from those of the windows.
  init(states: some Sequence<ProgramStatus>, isRolling: Bool) {
    let state = states.max { $0.urgency < $1.urgency }
    if let state {
      self = state == .open || !isRolling ? state : .rolling
    } else {
      self = isRolling ? .rolling : .unknown
    }
  }

  /// Which of several windows counts: the highest.
  private var urgency: Int {
    switch self {
    case .open: 3
    case .unknown: 2
    case .upcoming: 1
    default: 0
    }
  }

  static func state(
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
