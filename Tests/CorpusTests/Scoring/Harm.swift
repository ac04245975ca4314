import RecruitmentModel

/// The errors that hurt people most: what is sure and wrong, in the direction that costs somebody a
/// year or money.
enum Harm {
  /// What of a record would harm the person who trusts it, a sentence each.
  static func found(in claimed: Statements, of label: LabelledRecord) -> [String] {
    free(claimed, label) + deadlines(claimed, label) + recommendation(claimed, label)
      + obligation(claimed, label)
  }

  private static func free(_ claimed: Statements, _ label: LabelledRecord) -> [String] {
    guard case .fee(let fee) = claimed[.fee] else { return [] }
    let nothing = fee.yearly.map { $0.max == 0 && $0.min ?? 0 == 0 } ?? false
    guard fee.free || nothing else { return [] }
    if case .fee(let real) = label.facts[.fee], !real.free { return ["said to be free"] }
    return label.isSilent(on: .fee) ? ["said to be free"] : []
  }

  private static func recommendation(
    _ claimed: Statements, _ label: LabelledRecord
  ) -> [String] {
    guard claimed[.recommendation] == .recommendation(.notRequired) else { return [] }
    let isNeeded =
      switch label.facts[.recommendation] {
      case .recommendation(let real): real != .notRequired
      default: label.isSilent(on: .recommendation)
      }
    return isNeeded ? ["said to need no recommendation"] : []
  }

  private static func obligation(_ claimed: Statements, _ label: LabelledRecord) -> [String] {
    guard case .obligation(let duty) = claimed[.obligation], duty.scope.isEmpty else { return [] }
    let isOwed =
      switch label.facts[.obligation] {
      case .obligation(let real): !real.scope.isEmpty
      default: label.isSilent(on: .obligation)
      }
    return isOwed ? ["said to bring no obligation"] : []
  }

  private static func deadlines(_ claimed: Statements, _ label: LabelledRecord) -> [String] {
    guard case .application(let application) = claimed[.application] else { return [] }
    let readings = label.readings(of: .application).compactMap { reading in
      if case .application(let real) = reading { real } else { nil }
    }
    guard let first = readings.first, !first.windows.isEmpty else { return [] }
    // A reading with all years says more of what is late than one that leaves them open.
    let dated = readings.first { $0.windows.allSatisfy { $0.closes?.year != nil } }
    return late(application, than: dated ?? first)
  }

  private static func late(_ claimed: Application, than real: Application) -> [String] {
    let closing = real.windows.filter { $0.closes != nil }
    var late = claimed.windows.flatMap { window in
      let round = closing.filter { $0.opens != nil && $0.opens == window.opens }
      return lateness(of: window, against: round.isEmpty ? closing : round)
    }
    if claimed.rolling, !real.rolling, !closing.isEmpty {
      late.append("said to take papers at any time")
    }
    return late
  }

  private static func lateness(
    of window: ApplicationWindow, against rivals: [ApplicationWindow]
  ) -> [String] {
    guard let day = window.closes, !rivals.isEmpty else { return [] }
    var late: [String] = []
    if rivals.allSatisfy({ isSurelyLater(window, than: $0) }) {
      late.append("deadline \(day) is later than \(rivals.compactMap(\.closes))")
    }
    for rival in rivals where rival.closes == day {
      if let time = window.time, let real = rival.time, time > real {
        late.append("deadline \(day) at \(time) is later than \(real)")
      }
      if rival.rule == .arrive, window.rule == .postmark {
        late.append("deadline \(day) by postmark, where papers must arrive")
      }
    }
    return late
  }

  /// Whether a window closes after another, however the two are read.
  private static func isSurelyLater(
    _ window: ApplicationWindow, than rival: ApplicationWindow
  ) -> Bool {
    guard let one = window.closes, let other = rival.closes,
      let first = days(of: window).first, let last = days(of: rival).last
    else { return false }
    if let year = one.year, let real = other.year, year != real { return year > real }
    return first > last
  }

  /// The days that a window may close on, each as month and day in one number.
  private static func days(of window: ApplicationWindow) -> [Int] {
    guard let closes = window.closes, let month = closes.month else { return [] }
    if let day = closes.day { return [month * 100 + day] }
    return (window.part?.days ?? 1...31).map { month * 100 + $0 }
  }
}
