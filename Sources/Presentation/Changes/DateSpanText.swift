import RecruitmentModel

/// Writes two days of which one took the place of the other, saying what they share once.
struct DateSpanText {
  private let wording: Wording

  init(_ wording: Wording) {
    self.wording = wording
  }

  /// The two days: `5` and `12 December 2026`, or `2026年12月5日` and `12日`.
  func texts(_ from: CalendarDay, _ to: CalendarDay) -> (from: String, to: String) {
    let sharesYear = from.year == to.year
    let sharesMonth = sharesYear && from.month == to.month
    // English puts what both share behind the second day, Japanese before the first.
    return wording.language == .english
      ? (text(from, year: !sharesYear, month: !sharesMonth), text(to))
      : (text(from), text(to, year: !sharesYear, month: !sharesMonth))
  }

  private func text(_ day: CalendarDay, year: Bool = true, month: Bool = true) -> String {
    switch (year, month) {
    case (true, _): wording("day.full", day.year, wording("month.\(day.month)"), day.day)
    case (false, true): wording("day.ofMonth", wording("month.\(day.month)"), day.day)
    case (false, false): wording("day.alone", day.day)
    }
  }
}
