import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Conditions on the days until which papers are taken.
extension QueryGrammar {
  mutating func closing() -> [Constraint]? {
    let start = next
    var isExcluded = false
    func found(_ condition: Constraint.Condition) -> [Constraint] {
      [Constraint(.closes, condition, isExcluded: isExcluded, source: source(from: start))]
    }
    var closes = take(.closes) != nil
    // `出願 11月末`: the end of the papers, unless it turns out to be that of the beginning.
    let isOfPapers = !closes && current?.has(.papers) == true
    // `募集が12月に終わる`
    let isOfTaking = !closes && (isOfPapers || current?.has(.taking) == true)
    if isOfTaking { next += 1 }
    if closes || isOfTaking { skipFillers() }
    // `deadline not in December`
    isExcluded = closes && take(.excludeNext) != nil
    if isExcluded { skipFillers() }
    var side = takeSide()
    if side != nil { skipFillers() }
    let isNextYear: Bool
    switch closingWithoutDate(closes, side) {
    case .found(let condition): return found(condition)
    case .none: return nil
    case .dateFollows(let isOfNextYear): isNextYear = isOfNextYear
    }
    guard let current, case .date(let date) = current.meaning, date.month != nil else {
      return nil
    }
    let isEndOfStretch = isBehindBeginning(start)
    next += 1
    side = takeSide() ?? side
    if takeSoon(.closes) != nil || isOfTaking && takeSoon(.ends) != nil { closes = true }
    if !closes, takeClosingBehindExclusion() { (closes, isExcluded) = (true, true) }
    // `4月までに始まる`, `11月 開始`: it is the beginning that the date is said of.
    let isOfStart = !closes && self.current?.has(.starts) == true
    if !closes, side == .until, isEndOfStretch {
      // `来年4月から来年12月まで`: no record says alone when a training ends.
      said.append(source(from: start))
      return []
    }
    let isMonthOfPapers = isOfPapers && (date.part != nil || date.isMonthEnd)
    guard closes || !isOfStart && (side?.isUntil == true || isMonthOfPapers) else { return nil }
    return closing(on: date, side, isNextYear: isNextYear).map(found)
  }

  private enum Closing {
    case found(Constraint.Condition)
    case none
    case dateFollows(isOfNextYear: Bool)
  }

  /// What closes in words other than one date: months, days told from today, 今月, a stretch of time.
  private mutating func closingWithoutDate(_ closes: Bool, _ side: DateSide?) -> Closing {
    if let months = closingMonths(closes) { return .found(.anyOf(months)) }
    if take(.closingSoon) != nil {
      return .found(.closesWithin(today...today.advanced(by: Self.soon)))
    }
    if let days = takeDaysOfWord(behind: side) ?? takeNearDays() {
      return closes || takeClosingBehind() ? .found(.closesWithin(days)) : .none
    }
    if let days = takeDaysOfYear(behind: side, isSaid: closes) {
      return closes || takeClosingBehind() ? .found(.closesWithin(days)) : .none
    }
    _ = take(.coming)
    if let month = take(.thisMonth, .nextMonth) {
      let isUntil = (takeSide() ?? side)?.isUntil == true
      guard closes || takeSoon(.closes) != nil || isUntil else { return .none }
      return .found(
        .closesWithin(days(ofMonth: month == .thisMonth ? 0 : 1, isUntil: isUntil)))
    }
    let isNextYear = take(.nextYear) != nil
    if let current, case .dates(let first, let last) = current.meaning {
      next += 1
      guard closes || takeSoon(.closes) != nil,
        case .closesWithin(let until) = closing(on: last, .until, isNextYear: isNextYear),
        case .closesWithin(let from) = closing(
          on: first.before(until.upperBound), .since, isNextYear: isNextYear)
      else { return .none }
      return .found(.closesWithin(from.lowerBound...max(from.lowerBound, until.upperBound)))
    }
    return .dateFollows(isOfNextYear: isNextYear)
  }

  /// `来週締切`, `あと1ヶ月で締め切る`; what a date stands behind closes on that date: `来年 締切12月`.
  private mutating func takeClosingBehind() -> Bool {
    guard takeSoon(.closes) != nil else { return false }
    switch current?.meaning {
    case .date, .dates: return false
    default: return true
    }
  }

  /// Whether から stands before, behind a date.
  private func isBehindBeginning(_ place: Int) -> Bool {
    guard place > 1, atoms[place - 1].has(.starts), case .date = atoms[place - 2].meaning else {
      return false
    }
    return atoms[place - 1].range.upperBound == atoms[place].range.lowerBound
  }

  /// The days within which something closes that closes on a date, or on one side of it.
  func closing(
    on date: DateMention, _ side: DateSide?, isNextYear: Bool
  ) -> Constraint.Condition? {
    guard let month = date.month else { return nil }
    let isWholeMonth = date.day == nil && !date.isMonthEnd
    let part = date.part.map(Self.part)
    if isWholeMonth, side == nil, date.year == nil, !isNextYear {
      return .closesInMonth(month, part)
    }
    let year =
      date.year ?? (isNextYear ? today.year + 1 : nil)
      ?? year(ofComing: month, date.day ?? part?.days.upperBound ?? 31)
    let day = date.isMonthEnd ? nil : date.day
    guard var last = PartialDate(year: year, month: month, day: day)?.latest,
      var first = PartialDate(year: year, month: month, day: day)?.earliest
    else { return nil }
    if day == nil, !date.isMonthEnd, let part {
      first = CalendarDay(year: year, month: month, day: part.days.lowerBound) ?? first
      last = CalendarDay(year: year, month: month, day: part.days.upperBound) ?? last
    }
    switch side {
    // `12月末締切` closes in December; `12月末まで` at any day from today until then.
    case nil: return .closesWithin(first...last)
    case .until: return .closesWithin(min(today, last)...last)
    case .before: return .closesWithin(min(today, first.advanced(by: -1))...first.advanced(by: -1))
    case .since: return .closesWithin(first...last.advanced(by: Self.lifetime))
    case .after:
      return .closesWithin(last.advanced(by: 1)...last.advanced(by: Self.lifetime))
    }
  }

  /// `12月か1月に締め切る`, `12月と1月の締切`: months of any year, any of which will do.
  private mutating func closingMonths(_ isSaid: Bool) -> [Constraint.Condition]? {
    let start = next
    var months: [Constraint.Condition] = []
    while let current, case .date(let date) = current.meaning, let month = date.month,
      date.year == nil, date.day == nil, !date.isMonthEnd
    {
      months.append(.closesInMonth(month, date.part.map(Self.part)))
      next += 1
      let behind = next
      if take(.either) == nil { _ = take(.and) }
      if case .date = self.current?.meaning { continue }
      next = behind
      break
    }
    if months.count > 1, isSaid || takeSoon(.closes) != nil { return months }
    next = start
    return nil
  }

  /// A third of a month as windows have it.
  private static func part(_ part: DateMention.Part) -> ApplicationWindow.Part {
    switch part {
    case .early: .early
    case .mid: .mid
    case .late: .late
    }
  }

  /// The days of this month or of a later one; from today where only the end is asked for.
  private func days(ofMonth distance: Int, isUntil: Bool) -> ClosedRange<CalendarDay> {
    let months = today.year * 12 + today.month - 1 + distance
    let month = PartialDate(year: months / 12, month: months % 12 + 1)
    let last = month?.latest ?? today
    return (isUntil ? min(today, last) : month?.earliest ?? today)...last
  }
}

extension DateMention {
  /// The beginning of a stretch that ends on a day: one without a year is the last before that day.
  fileprivate func before(_ end: CalendarDay) -> DateMention {
    guard year == nil, let month else { return self }
    var dated = self
    dated.year = month <= end.month ? end.year : end.year - 1
    return dated
  }
}
