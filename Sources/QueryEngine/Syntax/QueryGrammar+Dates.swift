import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Conditions on the days when papers are last taken and on those when the training begins.
extension QueryGrammar {
  /// On which side of a date what is asked for lies, and whether the date belongs to it.
  enum DateSide {
    case until
    case before
    case since
    case after

    var isUntil: Bool { self == .until || self == .before }
  }

  mutating func takeSide() -> DateSide? {
    switch take(.before, .after, .until, .since) {
    case .before: .before
    case .after: .after
    case .until: .until
    case .since: .since
    default: nil
    }
  }

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

  /// So many days that what lies beyond was not asked for.
  static let lifetime = 36_500

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

  func year(ofComing month: Int, _ day: Int) -> Int {
    (month, day) < (today.month, today.day) ? today.year + 1 : today.year
  }

  mutating func start() -> [Constraint]? {
    let start = next
    // `ends in December`: no record says alone when a training ends.
    let isOfEnd = take(.ends) != nil
    let before = !isOfEnd && take(.starts) != nil
    if before || isOfEnd { skipFillers() }
    if !isOfEnd,
      let stretch = startInYear(isSaid: before, from: start)
        ?? startInNearMonth(isSaid: before, from: start)
    {
      return stretch
    }
    var isNextYear = take(.nextYear) != nil
    if isNextYear { skipFillers() }
    let isComing = take(.coming) != nil
    var side = takeSide()
    if let current, case .dates(let first, let last) = current.meaning {
      next += 1
      return beginnings(
        from: first, until: last, isNextYear: isNextYear, isSaid: before || isTimeOfExamination,
        start)
    }
    guard let current, case .date(let date) = current.meaning, let month = date.month else {
      return nil
    }
    next += 1
    if takeSoon(.nextYear) != nil { isNextYear = true }
    side = takeSide() ?? side
    if isOfEnd || takeEnd() || isOfOpening(start) || !before && takeOpening() {
      // No record says alone when a training ends, so it is not asked.
      said.append(source(from: start))
      return []
    }
    guard before || takeSoon(.starts) != nil || (date.day == nil && side == nil) else { return nil }
    _ = takeSoon(.starts)
    if takeNextYear() { isNextYear = true }
    let stated = date.year ?? (isNextYear ? today.year + 1 : nil)
    let year = stated ?? (side == nil && !isComing ? nil : year(ofComing: month, 31))
    guard let wanted = PartialDate(year: year, month: month) else { return nil }
    return beginning(wanted, side).map {
      [Constraint(.start, $0, source: source(from: start))]
    }
  }

  /// `4月から6月の間に始まる`; without the verb it is the training that lasts from one to the other.
  private mutating func beginnings(
    from first: DateMention, until last: DateMention, isNextYear: Bool, isSaid: Bool, _ start: Int
  ) -> [Constraint]? {
    _ = take(.until)
    let stated = first.year ?? (isNextYear ? today.year + 1 : nil)
    guard isSaid || takeSoon(.starts) != nil else {
      _ = takeEnd()
      guard first.day == nil, !asksForExamination,
        let wanted = PartialDate(year: stated, month: first.month)
      else {
        said.append(source(from: start))
        return []
      }
      said.append(text.original(of: last.range))
      return [Constraint(.start, .start(wanted), source: source(from: start))]
    }
    _ = takeSoon(.starts)
    if asksForExamination, stated == nil, last.year == nil, let months = months(first, last) {
      return [Constraint(.start, .anyOf(months), source: source(from: start))]
    }
    let year = stated ?? year(ofComing: first.month ?? 1, 31)
    let isLater = (last.month ?? 1) < (first.month ?? 1)
    guard let from = PartialDate(year: year, month: first.month),
      let until = PartialDate(year: last.year ?? (isLater ? year + 1 : year), month: last.month)
    else { return nil }
    let words = source(from: start)
    return [
      Constraint(.start, .startFrom(from), source: words),
      Constraint(.start, .startUntil(until), source: words),
    ]
  }

  /// The months of a stretch, of any year.
  private func months(_ first: DateMention, _ last: DateMention) -> [Constraint.Condition]? {
    guard let from = first.month, let until = last.month else { return nil }
    return (0...(until - from + 12) % 12).compactMap { distance in
      PartialDate(month: (from - 1 + distance) % 12 + 1).map { .start($0) }
    }
  }

  /// `応募期間が12月`, `受付開始が12月`: no condition asks when papers are first taken.
  func isOfOpening(_ start: Int) -> Bool {
    guard
      let place = atoms[..<start].lastIndex(where: {
        !$0.hasAny([.filler, .starts]) || $0.hasAny([.taking, .papers])
      }),
      atoms[place].hasAny([.taking, .aspect, .papers]) || isSubject(place), !isOfOtherDate(place)
    else { return false }
    return (place..<start).allSatisfy {
      atoms[$0].range.upperBound == atoms[$0 + 1].range.lowerBound
    }
  }

  /// `2月に出願して4月に始める`: of the papers another month is told.
  private func isOfOtherDate(_ place: Int) -> Bool {
    if case .date = atoms[..<place].last(where: { !$0.has(.filler) })?.meaning {
      true
    } else {
      false
    }
  }

  /// `面接が12月`, `面试在12月`: something that is no condition is said to be then.
  private func isSubject(_ place: Int) -> Bool {
    // `娘が来年4月から`: what begins then does so whoever is named.
    guard place + 1 < atoms.count, ["が", "は", "在"].contains(atoms[place + 1].source),
      current?.has(.starts) != true
    else { return false }
    return switch atoms[place].meaning {
    case .unknown, .foreign: true
    default: false
    }
  }

  /// `12月から募集開始`, `11月に始まる募集`: the date is that of the first papers.
  mutating func takeOpening() -> Bool {
    let here = next
    if takeSoon(.starts) != nil, !isBehindBlank(), take(.taking, .papers, .apply) != nil {
      _ = takeSoon(.starts)
      return true
    }
    next = here
    // `4月募集開始`
    if !isBehindBlank(), take(.takingPapers) != nil, takeSoon(.starts) != nil { return true }
    next = here
    if let current, isPartOfSentence(current), !isBehindBlank() {
      next += 1
      if !isBehindBlank(), takeSoon(.taking, .upcoming, .apply, .open) != nil { return true }
    }
    next = here
    return false
  }

  private func isBehindBlank() -> Bool {
    guard next > 0, next < atoms.count else { return true }
    return atoms[next - 1].range.upperBound != atoms[next].range.lowerBound
  }

  /// `12月に終わる`, `3月修了`: the date before is that of an end.
  mutating func takeEnd() -> Bool {
    let start = next
    while !isBehindMark(), let current {
      if take(.ends) != nil {
        // `starts April, ends in March`
        if current.source.allSatisfy(\.isASCII), case .date = self.current?.meaning { break }
        return true
      }
      guard current.has(.filler), !current.hasAny([.and, .denial, .absent]) else { break }
      next += 1
    }
    next = start
    return false
  }

  /// `4月開始 来年`; a date behind it would be another one.
  private mutating func takeNextYear() -> Bool {
    let start = next
    if takeSoon(.nextYear) != nil {
      guard case .date = current?.meaning else { return true }
      next = start
    }
    return false
  }

  /// What begins in a month, or on one side of it.
  private func beginning(_ month: PartialDate, _ side: DateSide?) -> Constraint.Condition? {
    switch side {
    case nil: .start(month)
    case .since: .startFrom(month)
    case .until: .startUntil(month)
    case .after: month.month(after: 1).map { .startFrom($0) }
    case .before: month.month(after: -1).map { .startUntil($0) }
    }
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

extension PartialDate {
  /// The month so many months later; nil where no year is stated.
  func month(after distance: Int) -> PartialDate? {
    guard let year, let month else { return nil }
    let months = year * 12 + month - 1 + distance
    return PartialDate(year: months / 12, month: months % 12 + 1)
  }
}
