import RecruitmentModel

/// When the training of a hospital's next intake begins and ends, as far as its record says.
struct IntakeTraining {
  /// The first day on which it can begin.
  let begins: CalendarDay
  /// Its last day, where the record has one.
  let ends: CalendarDay?
  /// Whether the record states no first day, so that it may begin at once.
  let isOpen: Bool
  /// Whether its days are those of an earlier year, or of none, moved, or the first one possible of a stated
  /// year or month that has begun.
  let isForecast: Bool

  /// The training of the first intake that begins on a day or after it.
  init(_ training: Training?, from first: CalendarDay) {
    guard let starts = training?.starts, starts.month != nil || starts.year != nil,
      let own = starts.year == nil ? starts.inYear(first.year) : starts, let last = own.latest,
      let early = own.earliest
    else {
      (begins, ends, isOpen, isForecast) = (first, nil, true, false)
      return
    }
    var years = max(0, first.year - last.year)
    if last.movedByYears(years) < first { years += 1 }
    begins = max(first, early.movedByYears(years))
    ends = starts.year == nil ? nil : training?.ends?.calendarDay?.movedByYears(years)
    isOpen = false
    isForecast = years > 0 || starts.year == nil || begins != early
  }
}
