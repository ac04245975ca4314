import RecruitmentModel

extension Program {
  /// What several pages state of one program as one record.
  ///
  /// Facts of different intakes are not mixed: the newest intake stays, with the pages that name none
  /// and whose dates allow it. Of pages that go together, the one that knows most comes first.
  ///
  /// - Parameter pages: What each page states, all of one id.
  /// - Returns: The record; nil where there are no pages.
  static func joined(_ pages: [Program]) -> Program? {
    guard let newest = pages.max(by: { $0.facts.season < $1.facts.season }) else { return nil }
    let together = pages.filter { $0.facts.mayBelong(with: newest.facts) }
    let ordered = together.enumerated().sorted {
      ($1.element.facts.known.count, $0.offset) < ($0.element.facts.known.count, $1.offset)
    }.map(\.element)
    return ordered.dropFirst().reduce(ordered.first) { $0?.joined(with: $1) }
  }

  private func joined(with other: Program) -> Program {
    var result = self
    result.pages += other.pages
    result.facts = facts.merged(with: other.facts.movingPages(by: pages.count))
    if !other.text.isEmpty { result.text += "\n" + other.text }
    return result
  }
}

extension Facts {
  /// Two rounds of one intake are not further apart; the intakes of April and October are.
  private static let daysOfOneIntake = 150

  /// When a page recruits, as far as it tells: the year of its intake, stated or after its days, and
  /// the last of these.
  fileprivate var season: (year: Int, lastDay: Int) {
    let byDeadline = closings.max().map { $0.month >= 4 ? $0.year + 1 : $0.year }
    let year = intake?.value.year ?? starts.max()?.year ?? byDeadline
    return (year ?? 0, (closings + starts).max()?.daysSinceEpoch ?? 0)
  }

  /// Whether pages with these and those facts can speak of one intake.
  fileprivate func mayBelong(with other: Facts) -> Bool {
    if let year = intake?.value.year, let otherYear = other.intake?.value.year {
      return year == otherYear
    }
    return areNear(closings, other.closings) && areNear(starts, other.starts)
      && fit(other.intake?.value) && other.fit(intake?.value)
  }

  /// Whether the days fit an intake: papers are taken from the January of the year before, and the
  /// training begins in the intake's year or in the months after it.
  private func fit(_ intake: Intake?) -> Bool {
    guard let year = intake?.year else { return true }
    let close = closings.allSatisfy {
      (year - 1...year).contains($0.year) || $0.isEarly(in: year + 1)
    }
    return close && starts.allSatisfy { $0.year == year || $0.isEarly(in: year + 1) }
  }

  private func areNear(_ days: [CalendarDay], _ others: [CalendarDay]) -> Bool {
    guard let last = days.max(), let otherLast = others.max() else { return true }
    return abs(last.daysSinceEpoch - otherLast.daysSinceEpoch) <= Self.daysOfOneIntake
  }

  private var closings: [CalendarDay] {
    application?.value.windows.compactMap { $0.closingDays?.upperBound } ?? []
  }

  private var starts: [CalendarDay] {
    [training?.value.starts?.earliest].compactMap(\.self)
  }
}

extension CalendarDay {
  /// Whether the day lies in the first four months of a year.
  fileprivate func isEarly(in year: Int) -> Bool { self.year == year && month <= 4 }
}
