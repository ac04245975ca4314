import JapaneseText
import RecruitmentModel

/// Fills in the years that dates of a page leave out.
///
/// A missing year comes from the other end of a range, or from a heading or caption that states a year
/// of the schedule; never from the 年度 that is recruited for, and never from a weekday.
struct YearContext: Sendable {
  /// A fiscal year of the schedule that a heading states (令和8年度日程), if any.
  var scheduleYear: Int?

  /// A date with the year that its words state, as the model has it.
  func date(_ mention: DateMention, after earlier: PartialDate? = nil) -> PartialDate? {
    let year = mention.year ?? inheritedYear(mention, after: earlier)
    let month = mention.month ?? (mention.day != nil ? earlier?.month : nil)
    guard let month else { return nil }
    var day = mention.day
    if mention.isMonthEnd { day = CalendarDay.length(ofMonth: month, year: year ?? 2001) }
    return PartialDate(year: year, month: month, day: day)
      ?? PartialDate(year: year, month: month)
  }

  private func inheritedYear(_ mention: DateMention, after earlier: PartialDate?) -> Int? {
    if let relative = mention.relativeYear {
      switch relative {
      case .every: return nil
      case .next: return earlier?.year.map { $0 + 1 }
      case .same: return earlier?.year ?? scheduled(mention)
      }
    }
    if let earlier {
      guard let year = earlier.year else { return nil }
      if let month = mention.month, let before = earlier.month, month < before { return year + 1 }
      return year
    }
    return scheduled(mention)
  }

  private func scheduled(_ mention: DateMention) -> Int? {
    guard let scheduleYear, let month = mention.month else { return nil }
    return month < 4 ? scheduleYear + 1 : scheduleYear
  }

  /// Both ends of a span, each with what it inherits from the other.
  func dates(of span: DateSpan) -> (opens: PartialDate?, closes: PartialDate?) {
    guard let opens = span.opens else { return (nil, span.closes.flatMap { date($0) }) }
    guard let closes = span.closes else { return (date(opens), nil) }
    if opens.year == nil, opens.relativeYear == nil, let year = closes.year {
      // `1 October to 30 October 2026`, `12月23日~2025年1月7日`: the year stands behind the second end.
      var first = opens
      first.month = opens.month ?? closes.month
      let crosses = (first.month ?? 0) > (closes.month ?? 0)
      first.year = crosses ? year - 1 : year
      return (date(first), date(closes, after: date(first)))
    }
    let first = date(opens)
    return (first, date(closes, after: first))
  }
}
