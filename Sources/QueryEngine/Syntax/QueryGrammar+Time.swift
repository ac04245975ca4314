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
    // `出願 11月`: the month of the papers, unless it turns out to be that of the beginning.
    let isOfPapers = !closes && Self.papers.contains(current?.source.lowercased() ?? "")
    if isOfPapers { next += 1 }
    if closes || isOfPapers { skipFillers() }
    var isUntil = take(.until) != nil
    var isSince = take(.since) != nil
    if isUntil || isSince { skipFillers() }
    if closes, case .length(let length) = current?.meaning, let months = length.max {
      // `締切まであと一ヶ月以内`
      next += 1
      let last = CalendarDay(daysSinceEpoch: today.daysSinceEpoch + months * 365 / 12)
      return found(.closesWithin(today...last))
    }
    if let months = closingMonths(closes) { return found(.anyOf(months)) }
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
    if take(.since) != nil { isSince = true }
    if takeSoon(.closes) != nil { closes = true }
    let isMonthOfPapers = isOfPapers && date.day == nil && self.current?.has(.starts) != true
    guard closes || isUntil || isMonthOfPapers else { return nil }
    let isWholeMonth = date.day == nil && !date.isMonthEnd
    let part = date.part.map(Self.part)
    if isWholeMonth, !isUntil, !isSince, date.year == nil, !isNextYear {
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
    if isSince {
      let farthest = CalendarDay(daysSinceEpoch: last.daysSinceEpoch + Self.lifetime)
      return found(.closesWithin(first...farthest))
    }
    // `12月末締切` closes in December; `12月末まで` at any day from today until then.
    return found(.closesWithin(isUntil ? min(today, last)...last : first...last))
  }

  /// Words for handing in papers that a month may follow.
  private static let papers: Set<String> = [
    "出願", "応募", "申込", "申し込み", "申込み", "願書", "申請", "application", "applications",
  ]

  /// So many days that what lies beyond was not asked for.
  private static let lifetime = 36_500

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
      if take(.either) == nil, let joint = self.current, ["と", "や"].contains(joint.source) {
        next += 1
      }
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
    let before = take(.starts) != nil
    if before { skipFillers() }
    var isNextYear = take(.nextYear) != nil
    if isNextYear { skipFillers() }
    var isSince = take(.since) != nil
    guard let current, case .date(let date) = current.meaning, let month = date.month else {
      return nil
    }
    next += 1
    if takeSoon(.nextYear) != nil { isNextYear = true }
    if take(.since) != nil { isSince = true }
    guard before || takeSoon(.starts) != nil || (date.day == nil && !isSince),
      self.current?.has(.stopped) != true
    else { return nil }
    _ = takeSoon(.starts)
    if takeSoon(.nextYear) != nil { isNextYear = true }
    let stated = date.year ?? (isNextYear ? today.year + 1 : nil)
    let year = stated ?? (isSince ? year(ofComing: month, 31) : nil)
    guard let wanted = PartialDate(year: year, month: month) else { return nil }
    if isSince { return [Constraint(.start, .startFrom(wanted), source: source(from: start))] }
    return [Constraint(.start, .start(wanted), source: source(from: start))]
  }

  /// `一年不到30万`: the word bounds the sum behind it, which has no other.
  private func isBoundOfSum() -> Bool {
    guard next + 1 < atoms.count, case .money = atoms[next + 1].meaning else { return false }
    guard next + 2 < atoms.count else { return true }
    return !atoms[next + 2].hasAny([.atMost, .below, .atLeast, .above])
  }

  mutating func months() -> [Constraint]? {
    let start = next
    let before = take(.atMost, .below, .atLeast, .above)
    guard let current, case .length(let length) = current.meaning else { return nil }
    next += 1
    var bounds = length
    if let number = length.min, number == length.max, !isBoundOfSum() {
      bounds = self.bounds(number, take(.atMost, .below, .atLeast, .above) ?? before)
    }
    // `6ヶ月から始められる`: the length is the least one.
    _ = takeSoon(.starts)
    return [Constraint(.months, .months(bounds), source: source(from: start))]
  }

  mutating func status() -> [Constraint]? {
    let start = next
    if let now = statusNow() { return now }
    next = start
    let wanted: [(Concept, Set<ProgramStatus>)] = [
      (.inTime, [.open, .rolling, .upcoming]), (.open, [.open, .rolling]), (.upcoming, [.upcoming]),
      (.rolling, [.rolling]),
    ]
    for (concept, states) in wanted where take(concept) != nil {
      // `いつでも応募できる`, `通年で募集している`: the verb says no more.
      if concept == .rolling || concept == .inTime { _ = takeSoon(.open, .apply, .askedAccepting) }
      return [Constraint(.open, .status(states), source: source(from: start))]
    }
    return nil
  }

  /// `今日応募できる`, `where can I apply now`: applying asks for what is open where it is to be now.
  private mutating func statusNow() -> [Constraint]? {
    let start = next
    var isNow = false
    while take(.now) != nil {
      isNow = true
      skipFillers()
    }
    if isNow, current?.hasAny([.inTime, .upcoming, .rolling]) == true { return nil }
    guard takeSoon(.apply, .open) != nil else { return nil }
    if !isNow { isNow = takeSoon(.now) != nil }
    guard isNow, takeSoon(.cannot, .absent) == nil else { return nil }
    _ = takeSoon(.now)
    return [Constraint(.open, .status([.open, .rolling]), source: source(from: start))]
  }

  /// `募集を休止している`, `締切が過ぎていない`: what is said of taking stands behind it.
  private mutating func takingStopped() -> [Constraint]? {
    let start = next
    guard take(.taking, .closes) != nil else { return nil }
    if takeSoon(.notEnded) != nil {
      return [
        Constraint(.open, .status([.open, .rolling, .upcoming]), source: source(from: start))
      ]
    }
    guard atoms[start].has(.taking), takeSoon(.stopped, .absent) != nil else { return nil }
    let said = atoms[next - 1].source
    if said.hasPrefix("終") || said.hasPrefix("締") {
      return [
        Constraint(.open, .status([.closed, .notAccepting]), source: source(from: start))
      ]
    }
    return [Constraint(.accepting, .accepting(.no), source: source(from: start))]
  }

  mutating func acceptance() -> [Constraint]? {
    let start = next
    if let stopped = takingStopped() { return stopped }
    next = start
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
    if take(.places) != nil { skipFillers() }
    if take(.few) != nil {
      return [Constraint(.capacity, .fewPlaces, source: source(from: start))]
    }
    let before = take(.atMost, .below, .atLeast, .above)
    guard let current, case .people(let people) = current.meaning, let number = people.min else {
      return nil
    }
    next += 1
    let comparison = take(.atMost, .below, .atLeast, .above) ?? before
    let bounds = people.max == number ? bounds(number, comparison) : people
    // `3人以上募集している`: the number says what the verb would.
    let here = next
    skipFillers()
    // `1名しか募集していない`
    let isOnly = next > here && atoms[next - 1].source == "しか"
    if !isOnly || take(.askedNotAccepting, .absent) == nil { next = here }
    _ = takeSoon(.open, .askedAccepting, .taking)
    return [Constraint(.capacity, .capacity(bounds), source: source(from: start))]
  }

  mutating func department() -> [Constraint]? {
    let start = next
    guard let current, case .department(let name) = current.meaning else { return nil }
    next += 1
    if let after = self.current, case .kind(let kind) = after.meaning, kind.kind == .examination {
      // `外科専門医試験`: of all examinations the one of that name.
      examinationNames.append(name)
      return []
    }
    if let any = anyOfDepartments(after: name) {
      return [Constraint(.department, .anyOf(any), source: source(from: start))]
    }
    let isAbsent = takeSoon(.absent) != nil
    if !isAbsent { _ = takeSoon(.present) }
    return [
      Constraint(
        .department, .department(name), isExcluded: isAbsent, source: source(from: start))
    ]
  }

  /// `眼科と皮膚科のどちらか`: the word behind the list says that any of it will do.
  private mutating func anyOfDepartments(after name: String) -> [Constraint.Condition]? {
    let start = next
    var found: [Constraint.Condition] = [.department(name)]
    while let current {
      if case .department(let name) = current.meaning {
        found.append(.department(name))
      } else if !["と", "や"].contains(current.source) {
        break
      }
      next += 1
    }
    if found.count > 1, takeChoice() { return found }
    next = start
    return nil
  }

  /// Takes a word such as どちらか that stands behind what may be chosen from.
  private mutating func takeChoice() -> Bool {
    skipFillers()
    guard let current, current.has(.either), current.range.count > 2 else { return false }
    next += 1
    _ = takeSoon(.present)
    return true
  }

  mutating func kind() -> [Constraint]? {
    let start = next
    let isPassed = take(.passed) != nil
    if isPassed { skipFillers() }
    guard let current, case .kind(let name) = current.meaning else { return nil }
    next += 1
    if name.kind == .examination, isPassed || takeSoon(.passed) != nil {
      // `予備試験に合格した`: it tells of the person who asks.
      said.append(source(from: start))
      return []
    }
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
