import RecruitmentModel

/// When the training of a hospital's next intake begins and ends, as far as its record says.
struct IntakeTraining {
  /// The first day on which it can begin.
  let begins: CalendarDay
  /// Its last day, where the record has one.
  let ends: CalendarDay?
  /// Whether the record states no first day, so that it may begin at once.
  let isOpen: Bool
  /// Whether nothing but the year of the intake says when it begins.
  let isOfIntake: Bool
  /// Whether its days are those of an earlier year, or of none, moved, or the first one possible of a stated
  /// year or month that has begun.
  let isForecast: Bool
  /// The first day on which it can be over: a year at least, longer where the record says so.
  let isOverFrom: CalendarDay

  /// The training of the first intake that begins on a day or after it.
  ///
  /// - Parameters:
  ///   - facts: What the hospital says.
  ///   - first: The day before which no training is thought of.
  ///   - years: By how many years the window of its papers is moved.
  init(_ facts: Facts, from first: CalendarDay, movedBy years: Int = 0) {
    let training = facts.training?.value
    var ownEnd: CalendarDay?
    if let starts = training?.starts, starts.month != nil || starts.year != nil,
      let own = starts.year == nil ? starts.inYear(first.year) : starts, let last = own.latest,
      let early = own.earliest
    {
      var years = max(0, first.year - last.year)
      if last.movedByYears(years) < first { years += 1 }
      begins = max(first, early.movedByYears(years))
      ownEnd = starts.year == nil ? nil : training?.ends?.calendarDay?.movedByYears(years)
      (isOpen, isOfIntake) = (false, false)
      isForecast = years > 0 || starts.year == nil || begins != early
    } else if let year = facts.intake?.value.year,
      let early = CalendarDay(year: year + years, month: 1, day: 1), early > first
    {
      // The training of an intake begins in its year.
      (begins, isOpen, isOfIntake, isForecast) = (early, false, true, true)
    } else {
      (begins, isOpen, isOfIntake, isForecast) = (first, true, false, false)
    }
    ends = ownEnd
    let least = TrainingLength.end(from: begins, months: max(12, training?.months?.min ?? 12))
    isOverFrom = max(least, ownEnd ?? least)
  }
}

extension Facts {
  /// The days between which the training of the stated intake begins, where its year is known: the day or
  /// month that is said, else the year of the intake, which may be a school year.
  var intakeBegins: ClosedRange<CalendarDay>? {
    if let starts = training?.value.starts, let first = starts.earliest, let last = starts.latest {
      return first...last
    }
    guard let year = intake?.value.year, training?.value.starts == nil,
      let first = CalendarDay(year: year, month: 1, day: 1),
      let last = CalendarDay(year: year + 1, month: 3, day: 31)
    else { return nil }
    return first...last
  }
}
