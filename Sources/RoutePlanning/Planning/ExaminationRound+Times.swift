import RecruitmentModel

/// The days of a round as a plan has them: stated, some day of a month, or a forecast.
extension ExaminationRound {
  /// When papers are taken.
  var papers: PlanTime {
    guard let closing else { return time(opens.map { $0...$0 }, isDay: true) }
    let isDay = closing.lowerBound == closing.upperBound
    guard isDay else { return time(closing, isDay: false) }
    return time(
      min(opens ?? closing.lowerBound, closing.lowerBound)...closing.upperBound, isDay: true)
  }

  /// When it is held.
  var sitting: PlanTime { time(days, isDay: isOfDays) }

  /// When its result is told.
  var announced: PlanTime {
    time(resulting, isDay: resulting.map { $0.lowerBound == $0.upperBound } ?? true)
  }

  /// Of papers whose last day is known as a month or less, when they are taken from.
  var openingNotes: [Reason] {
    guard case .within = papers, let opens else { return [] }
    return [Reason("note.opens", "\(opens)")]
  }

  private func time(_ days: ClosedRange<CalendarDay>?, isDay: Bool) -> PlanTime {
    guard let days else { return .unknown }
    if shift != 0 { return .forecast(days, from: days.upperBound.year - shift) }
    return isDay ? .stated(days) : .within(days)
  }
}

extension Facts {
  /// Where papers are taken more than once, all the times; the last of them is that of the round.
  var windowNotes: [Reason] {
    guard let windows = application?.value.windows, windows.count > 1 else { return [] }
    let times = windows.map { window in
      [window.opens, window.closes].map { $0.map { "\($0)" } ?? "" }.joined(separator: " – ")
    }
    return [Reason("note.windows", times.joined(separator: "; "))]
  }

  /// The hour of the last window, and how papers meet it.
  var dueTime: DueTime { DueTime(application?.value.lastWindow) }
}
