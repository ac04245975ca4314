import DomainLexicon
import RecruitmentModel

/// Stretches of days that are told from today: `2週間以内`, `今週`, `明日`, `来年`, `年度内`.
extension QueryGrammar {
  /// The days that the next words name; nil where they name none, or where a date follows that they belong to.
  mutating func takeNearDays() -> ClosedRange<CalendarDay>? {
    let start = next
    if let days = takeDaysAhead() { return days }
    next = start
    switch take(.thisWeek, .nextWeek, .endOfYear, .endOfFiscalYear, .nextYear, .today, .tomorrow) {
    case .today: return today...today
    case .tomorrow: return today.advanced(by: 1)...today.advanced(by: 1)
    case .thisWeek: return week(after: 0)
    case .nextWeek: return week(after: 1)
    case .endOfYear: return CalendarDay(year: today.year, month: 12, day: 31).map { today...$0 }
    case .endOfFiscalYear:
      let year = today.month > 3 ? today.year + 1 : today.year
      return CalendarDay(year: year, month: 3, day: 31).map { today...$0 }
    case .nextYear where !isBeforeDate():
      let year = PartialDate(year: today.year + 1)
      guard let first = year?.earliest, let last = year?.latest else { return nil }
      return first...last
    default:
      next = start
      return nil
    }
  }

  /// So many days that what closes within them closes soon.
  static let soon = 30

  /// `来月から始められる`, `start next month`: a month told from today in which something begins.
  mutating func startInNearMonth(isSaid: Bool, from start: Int) -> [Constraint]? {
    let here = next
    guard let word = take(.thisMonth, .nextMonth), !isOfOpening(start), isSaid || !takeOpening(),
      !takeEnd(), isSaid || takeSoon(.starts) != nil
    else {
      next = here
      return nil
    }
    _ = takeSoon(.starts)
    let months = today.year * 12 + today.month - (word == .thisMonth ? 1 : 0)
    return PartialDate(year: months / 12, month: months % 12 + 1).map {
      [Constraint(.start, .start($0), source: source(from: start))]
    }
  }

  /// `12月以外に締め切る`: what is left out stands before the word that says what it is left out of.
  mutating func takeClosingBehindExclusion() -> Bool {
    let here = next
    if take(.excludeLast) != nil, takeSoon(.closes) != nil { return true }
    next = here
    return false
  }

  /// `明日まで`, `after this week`, `今日か明日`, `before New Year`: a day or a stretch that is named, and the side of it
  /// that is meant.
  mutating func takeDaysOfWord(behind side: DateSide?) -> ClosedRange<CalendarDay>? {
    let words: [Concept] = [.today, .tomorrow, .thisWeek, .nextWeek, .nextYear]
    guard current?.hasAny(words) == true, var days = takeNearDays() else { return nil }
    let behind = next
    if take(.either) == nil { _ = take(.and) }
    if current?.hasAny(words) == true, let more = takeNearDays() {
      days = min(days.lowerBound, more.lowerBound)...max(days.upperBound, more.upperBound)
    } else {
      next = behind
    }
    switch takeSide() ?? side {
    case nil: return days
    case .until: return min(today, days.upperBound)...days.upperBound
    case .before:
      let last = days.lowerBound.advanced(by: -1)
      return min(today, last)...last
    case .since: return days.lowerBound...days.upperBound.advanced(by: Self.lifetime)
    case .after:
      return days.upperBound.advanced(by: 1)...days.upperBound.advanced(by: Self.lifetime)
    }
  }

  /// `2週間以内`, `あと1ヶ月未満`: from today on.
  private mutating func takeDaysAhead() -> ClosedRange<CalendarDay>? {
    let before = take(.atMost, .below)
    var count: Int
    switch current?.meaning {
    case .days(let days): count = days
    case .length(let length):
      guard let months = length.max else { return nil }
      count = months * 365 / 12
    default: return nil
    }
    next += 1
    if (takeLimit() ?? before) == .below { count -= 1 }
    return today...today.advanced(by: max(0, count))
  }

  private func isBeforeDate() -> Bool {
    switch current?.meaning {
    case .date, .dates: true
    default: false
    }
  }

  /// Monday to Sunday of this week or a later one.
  private func week(after distance: Int) -> ClosedRange<CalendarDay> {
    // 1970-01-01 was a Thursday.
    let weekday = ((today.daysSinceEpoch + 3) % 7 + 7) % 7
    let monday = today.advanced(by: 7 * distance - weekday)
    return monday...monday.advanced(by: 6)
  }
}

extension CalendarDay {
  /// The day so many days later.
  func advanced(by days: Int) -> CalendarDay {
    CalendarDay(daysSinceEpoch: daysSinceEpoch + days)
  }
}
