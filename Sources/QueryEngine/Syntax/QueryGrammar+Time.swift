import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Conditions on dates, lengths, states, numbers, departments and kinds.
extension QueryGrammar {
  mutating func closing() -> [Constraint]? {
    let start = next
    func found(_ condition: Constraint.Condition) -> [Constraint] {
      [Constraint(.closes, condition, source: source(from: start))]
    }
    var closes = take(.closes) != nil
    if closes { skipFillers() }
    var isUntil = take(.until) != nil
    if take(.endOfYear) != nil {
      guard closes || takeSoon(.closes) != nil,
        let end = CalendarDay(year: today.year, month: 12, day: 31)
      else { return nil }
      return found(.closesWithin(today...max(today, end)))
    }
    if let month = take(.thisMonth, .nextMonth) {
      if take(.until) != nil { isUntil = true }
      guard closes || takeSoon(.closes) != nil || isUntil else { return nil }
      return found(.closesWithin(days(ofMonth: month == .thisMonth ? 0 : 1, isUntil: isUntil)))
    }
    let isNextYear = take(.nextYear) != nil
    guard let current, case .date(let date) = current.meaning, let month = date.month else {
      return nil
    }
    next += 1
    if take(.until) != nil { isUntil = true }
    if takeSoon(.closes) != nil { closes = true }
    guard closes || isUntil else { return nil }
    let isWholeMonth = date.day == nil && !date.isMonthEnd
    let part = date.part.map(Self.part)
    if isWholeMonth, !isUntil, date.year == nil, !isNextYear {
      return found(.closesInMonth(month, part))
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
    // `12月末締切` closes in December; `12月末まで` at any day from today until then.
    return found(.closesWithin(isUntil ? min(today, last)...last : first...last))
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
    let before = take(.starts) != nil
    if before { skipFillers() }
    let isNextYear = take(.nextYear) != nil
    guard let current, case .date(let date) = current.meaning, let month = date.month,
      let wanted = PartialDate(
        year: date.year ?? (isNextYear ? today.year + 1 : nil), month: month)
    else { return nil }
    next += 1
    guard before || takeSoon(.starts) != nil || date.day == nil else { return nil }
    _ = takeSoon(.starts)
    return [Constraint(.start, .start(wanted), source: source(from: start))]
  }

  mutating func months() -> [Constraint]? {
    let start = next
    let before = take(.atMost, .below, .atLeast, .above)
    guard let current, case .length(let length) = current.meaning else { return nil }
    next += 1
    var bounds = length
    if let number = length.min, number == length.max {
      bounds = self.bounds(number, take(.atMost, .below, .atLeast, .above) ?? before)
    }
    return [Constraint(.months, .months(bounds), source: source(from: start))]
  }

  mutating func status() -> [Constraint]? {
    let start = next
    let wanted: [(Concept, Set<ProgramStatus>)] = [
      (.inTime, [.open, .rolling, .upcoming]), (.open, [.open, .rolling]), (.upcoming, [.upcoming]),
      (.rolling, [.rolling]),
    ]
    for (concept, states) in wanted where take(concept) != nil {
      return [Constraint(.open, .status(states), source: source(from: start))]
    }
    return nil
  }

  mutating func acceptance() -> [Constraint]? {
    let start = next
    let wanted: [(Concept, Acceptance)] = [
      (.askedNotAccepting, .no), (.askedByEnquiry, .byEnquiry), (.askedAccepting, .yes),
    ]
    for (concept, value) in wanted where take(concept) != nil {
      return [Constraint(.accepting, .accepting(value), source: source(from: start))]
    }
    return nil
  }

  mutating func capacity() -> [Constraint]? {
    let start = next
    if take(.few) != nil {
      return [Constraint(.capacity, .fewPlaces, source: source(from: start))]
    }
    let before = take(.atMost, .below, .atLeast, .above)
    guard let current, case .people(let people) = current.meaning, let number = people.min else {
      return nil
    }
    next += 1
    let bounds = bounds(number, take(.atMost, .below, .atLeast, .above) ?? before)
    return [Constraint(.capacity, .capacity(bounds), source: source(from: start))]
  }

  mutating func department() -> [Constraint]? {
    let start = next
    guard let current, case .department(let name) = current.meaning else { return nil }
    next += 1
    return [
      Constraint(
        .department, .department(name), source: source(from: start))
    ]
  }

  mutating func kind() -> [Constraint]? {
    let start = next
    guard let current, case .kind(let name) = current.meaning else { return nil }
    next += 1
    if name.kind == .examination, let after = self.current,
      after.hasAny([.absent, .noNeed, .denial, .present])
    {
      // `試験なし` is said of a hospital's own selection.
      return nil
    }
    return [
      Constraint(
        .kind, .kind(name.kind, slug: name.kind == .other ? name.slug : nil),
        source: source(from: start))
    ]
  }

  /// A number with a word that bounds it; exactly the number where there is none.
  func bounds(_ number: Int, _ comparison: Concept?) -> Bounds {
    switch comparison {
    case .atMost: Bounds(max: number)
    case .below: Bounds(max: number - 1)
    case .atLeast: Bounds(min: number)
    case .above: Bounds(min: number + 1)
    default: Bounds(exactly: number)
    }
  }
}
