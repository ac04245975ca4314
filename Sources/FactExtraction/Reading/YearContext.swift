import JapaneseText
import RecruitmentModel

/// The year in which the days of a schedule lie.
struct ScheduleYear: Hashable, Sendable {
  /// The year that is printed.
  let year: Int
  /// Whether it is a 年度, whose January to March lie in the next year.
  let isFiscal: Bool

  /// The calendar year of one of its months.
  func year(ofMonth month: Int) -> Int { isFiscal && month < 4 ? year + 1 : year }
}

/// Fills in the years that dates of a page leave out.
///
/// A missing year comes from the other end of a range, from a date of the same schedule that stands before,
/// or from a heading or caption that states a year of the schedule; never from the 年度 that is
/// recruited for, and never from a weekday alone.
struct YearContext: Sendable {
  /// The year of the schedule that headings state, if any.
  var schedule: ScheduleYear?
  /// A date of the same schedule that lies before the ones to be read.
  var anchor: PartialDate?
  /// The latest year that words have stated for the schedule; days may lie in the next one, not later.
  var statedYear: Int?
  /// The first day of the training, before which all days of the schedule lie.
  var limit: PartialDate?

  /// Makes a context.
  init(
    schedule: ScheduleYear? = nil, anchor: PartialDate? = nil, limit: PartialDate? = nil
  ) {
    self.schedule = schedule
    self.anchor = anchor
    self.limit = limit
  }

  /// The same context behind a date that has been read.
  func following(_ date: PartialDate?, isStated: Bool) -> YearContext {
    guard let date, let year = date.year else { return self }
    var context = self
    context.anchor = date
    if isStated { context.statedYear = year }
    return context
  }

  /// A date with the year that its words state, as the model has it.
  func date(_ mention: DateMention, after earlier: PartialDate? = nil) -> PartialDate? {
    guard let (month, carry) = month(of: mention, after: earlier) else { return nil }
    var year = mention.year ?? statedByReference(mention, month, after: earlier)
    if year == nil, mention.relativeYear == nil, mention.shortYear == nil {
      year = earlier == nil ? scheduled(mention, month) : following(earlier, month, carry)
    }
    var day = mention.day
    if mention.isMonthEnd { day = CalendarDay.length(ofMonth: month, year: year ?? 2001) }
    return PartialDate(year: year, month: month, day: day)
      ?? PartialDate(year: year, month: month)
  }

  /// The month, and by how many years it lies behind the one before, where it is said by reference.
  private func month(of mention: DateMention, after earlier: PartialDate?) -> (Int, Int)? {
    if let month = mention.month { return (month, 0) }
    guard mention.day != nil || mention.part != nil || mention.isMonthEnd,
      let before = earlier?.month ?? (mention.monthsLater == nil ? nil : anchor?.month)
    else { return nil }
    let month = before + (mention.monthsLater ?? 0)
    return month > 12 ? (month - 12, 1) : (month, 0)
  }

  /// A year that is said by reference, or whose era is left out.
  private func statedByReference(
    _ mention: DateMention, _ month: Int, after earlier: PartialDate?
  ) -> Int? {
    if let short = mention.shortYear {
      guard let near = earlier?.year ?? schedule?.year ?? anchor?.year else { return nil }
      return [2018, 2000, 1988, 1925].map { $0 + short }.first { abs($0 - near) <= 1 }
    }
    switch mention.relativeYear {
    case nil, .every: return nil
    case .next: return earlier.map { $0.year.map { $0 + 1 } } ?? nextYear(month)
    case .afterNext: return earlier?.year.map { $0 + 2 }
    case .same: return earlier?.year ?? anchor?.year ?? scheduled(mention, month)
    }
  }

  /// `翌年1月17日` behind a day of October; behind one of January nobody can tell which year is meant.
  private func nextYear(_ month: Int) -> Int? {
    // 2026年度の日程: 翌年1月16日 is of the year in which the 年度 ends.
    if anchor == nil, let schedule, schedule.isFiscal, month < 4 {
      return schedule.year(ofMonth: month)
    }
    guard let year = anchor?.year, let before = anchor?.month, before >= month,
      limit?.year.map({ year + 1 <= $0 }) ?? true
    else { return nil }
    return year + 1
  }

  private func following(_ earlier: PartialDate?, _ month: Int, _ carry: Int) -> Int? {
    guard let earlier, let year = earlier.year else { return nil }
    if let before = earlier.month, month < before, carry == 0 { return year + 1 }
    return year + carry
  }

  /// The year that a date before it or the schedule gives, unless the training had begun by then.
  private func scheduled(_ mention: DateMention, _ month: Int) -> Int? {
    var year = schedule?.year(ofMonth: month)
    if let anchor, let before = anchor.year, !isWithinFiscalYear(anchor) {
      let isEarlier = (month, mention.day ?? 31) < (anchor.month ?? 1, anchor.day ?? 1)
      // Over the end of a year only where it is near: December to January, not July to February.
      let isNear = month + 12 - (anchor.month ?? 12) <= 6
      year = isEarlier ? (isNear ? before + 1 : nil) : before
    }
    guard let found = year, found <= (statedYear ?? found) + 1 else { return nil }
    if let limit, let last = limit.year,
      (found, month, mention.day ?? 1) >= (last, limit.month ?? 12, limit.day ?? 31)
    {
      return nil
    }
    return found
  }

  /// Whether a date lies in the 年度 that the schedule is of: then that year tells more than the order.
  private func isWithinFiscalYear(_ date: PartialDate) -> Bool {
    guard let schedule, schedule.isFiscal, let month = date.month else { return false }
    return schedule.year(ofMonth: month) == date.year
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
    if opens.month == nil, let month = closes.month {
      // `6 or 7 November`: the month too.
      var first = opens
      first.month = month
      let day = date(first)
      return (day, date(closes, after: day))
    }
    let first = date(opens)
    return (first, date(closes, after: first))
  }

  /// Whether the weekday printed beside a date is not that of the day: somebody mistyped one of them.
  static func disagrees(_ mention: DateMention, with date: PartialDate?) -> Bool {
    guard let weekday = mention.weekday, let day = date?.calendarDay else { return false }
    return Weekday(daysSinceEpoch: day.daysSinceEpoch) != weekday
  }
}
