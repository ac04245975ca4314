import RecruitmentModel

/// By which day of the year of the national examination the practical training must be over.
struct TrainingLimit {
  private let by: MonthDay?
  /// For how many days after it nobody can be sure.
  let unsureDays: Int

  /// The limit that the rules of the national examination state, of the last round that has rules.
  init(_ programs: [Program]) {
    let rules = ExaminationSeries.national.records(in: programs).compactMap(\.facts.rules?.value)
      .last
    let needs = (try? RuleSet(rules ?? []))?.rules.compactMap(\.needs) ?? []
    let limits = needs.compactMap { need in
      if case .trainingEnds(let day, let unsure) = need { (day, unsure) } else { nil }
    }
    // Where no record has rules, the last known one: about 10 March.
    by = limits.first?.0 ?? MonthDay("03-10")
    unsureDays = limits.first?.1 ?? 0
  }

  /// The last day in a year; where no rule has one, none is known.
  func day(in year: Int) -> CalendarDay? { by?.inYear(year) }

  /// The year of the first examination for which a training may be over in time.
  func examinationYear(endingOn day: CalendarDay) -> Int {
    guard let limit = self.day(in: day.year) else { return day.year }
    return day <= limit.movedByDays(unsureDays) ? day.year : day.year + 1
  }
}
