import RecruitmentModel
import SearchIndex

/// Answers conditions for programs: yes, no, or unknown where the page leaves it open.
///
/// A condition is made ready once for a query: its words become numbers of the columns, so that asking
/// a hundred thousand programs compares numbers and makes nothing.
struct ConditionEvaluator {
  /// The answer of a program to one condition.
  typealias Test = (DocumentNumber) -> Verdict

  let columns: ConditionColumns
  let statuses: StatusColumn
  let today: CalendarDay

  init(columns: ConditionColumns, today: CalendarDay) {
    self.columns = columns
    self.today = today
    statuses = StatusColumn(columns, today: today)
  }

  /// A condition ready to be asked.
  func test(_ constraint: Constraint) -> Test {
    let test = test(constraint.condition)
    return constraint.isExcluded ? { test($0).opposite } : test
  }

  private func test(_ condition: Constraint.Condition) -> Test {
    switch condition {
    case .free: free()
    case .fee(let wanted, let isMonthly): fee(wanted, isMonthly: isMonthly)
    case .place(let prefectures, let cities): place(prefectures, cities)
    case .institution(let ids): institution(ids)
    case .recommendation(let wanted): recommendation(wanted)
    case .obligation(let places): obligation(places)
    case .months(let wanted): months(wanted)
    case .start(let wanted): start(wanted)
    case .status(let wanted): status(wanted)
    case .closesInMonth(let month, let part): closes { $0.closes(inMonth: month, part) }
    case .closesWithin(let days): closes { $0.closes(within: days, countedFrom: today) }
    case .accepting(let wanted): accepting(wanted)
    case .kind(.examination, let name?): examination(name)
    case .kind(let kind, let slug): self.kind(kind, slug)
    case .takesPapers(let month): takesPapers(in: month)
    case .capacity(let wanted): capacity(wanted)
    case .fewPlaces: fewPlaces()
    case .department(let name): department(name)
    case .startFrom(let first): start(from: first)
    case .startUntil(let last): start(until: last)
    case .unstated(let id): unstated(id)
    case .anyOf(let conditions): any(conditions.map(test))
    }
  }

  /// Yes where one says yes, unknown where none does but one may.
  private func any(_ tests: [Test]) -> Test {
    { document in
      let verdicts = tests.lazy.map { $0(document) }
      return verdicts.contains(.yes) ? .yes : verdicts.contains(.unknown) ? .unknown : .no
    }
  }

  // MARK: Money

  private func free() -> Test {
    let column = columns.column(.isFree)
    return { column.first(of: $0).map { Verdict($0 == 1) } ?? .unknown }
  }

  private func fee(_ wanted: Bounds, isMonthly: Bool) -> Test {
    let yearly = columns.column(.yearlyFee)
    guard isMonthly else { return { yearly.bounds(of: $0)?.lies(in: wanted) ?? .unknown } }
    let monthly = columns.column(.monthlyFee)
    let wholeYear = wanted.times(12)
    return { document in
      if let monthly = monthly.bounds(of: document) { return monthly.lies(in: wanted) }
      return yearly.bounds(of: document)?.lies(in: wholeYear) ?? .unknown
    }
  }

  // MARK: Places

  /// A hospital stands in one place; an examination may be held in several.
  private func place(_ prefectures: [String], _ cities: [String]) -> Test {
    let (prefecture, city) = (columns.column(.prefecture), columns.column(.city))
    let chosen = prefecture.ordinals(of: prefectures)
    let chosenCities = city.ordinals(of: cities)
    return { document in
      let isThere = prefecture.hasAny(of: chosen, document)
      if isThere == true { return .yes }
      let isInCity = city.hasAny(of: chosenCities, document)
      if isInCity == true { return .yes }
      if isThere == nil { return isInCity == nil || !prefectures.isEmpty ? .unknown : .no }
      return cities.isEmpty || isInCity != nil ? .no : .unknown
    }
  }

  private func institution(_ ids: [String]) -> Test {
    let column = columns.column(.institution)
    let chosen = column.ordinals(of: ids)
    return { Verdict(column.firstOrdinal(of: $0).map { chosen[$0] } ?? false) }
  }

  // MARK: Conditions of taking part

  private func recommendation(_ wanted: Set<Recommendation>) -> Test {
    let column = columns.column(.recommendation)
    let chosen = Recommendation.allCases.map(wanted.contains)
    return { document in
      column.first(of: document).map { Verdict(chosen[min(Int($0), chosen.count - 1)]) } ?? .unknown
    }
  }

  private func obligation(_ wanted: Set<Obligation.Place>?) -> Test {
    let column = columns.column(.obligation)
    // What is only expected is neither a duty nor none.
    let answers = (0..<8).map { $0 & 4 != 0 ? .unknown : Self.obligation(Int32($0), wanted) }
    return { column.first(of: $0).map { answers[Int($0) & 7] } ?? .unknown }
  }

  private static func obligation(_ bits: Int32, _ wanted: Set<Obligation.Place>?) -> Verdict {
    let places: Set<Obligation.Place> = Set(
      (bits & 1 != 0 ? [.hospital] : []) + (bits & 2 != 0 ? [.prefecture] : []))
    guard let wanted else { return Verdict(!places.isEmpty) }
    if places == wanted { return .yes }
    if wanted.isEmpty || places.isEmpty { return .no }
    if wanted == [.hospital] { return places.contains(.hospital) ? .unknown : .no }
    // Who must stay in the hospital stays in its prefecture; whether that was meant is left open.
    return .unknown
  }

  private func accepting(_ wanted: Acceptance) -> Test {
    let (columns, statuses) = (columns, statuses)
    return { document in
      guard let value: Acceptance = columns.value(.accepting, of: document) else {
        let status = statuses[document]
        return wanted == .no && [.open, .rolling, .upcoming].contains(status) ? .no : .unknown
      }
      return value == wanted ? .yes : value == .byEnquiry ? .unknown : .no
    }
  }

  private func kind(_ kind: ProgramKind, _ slug: String?) -> Test {
    let (kinds, slugs) = (columns.column(.kind), columns.column(.slug))
    let chosen = kinds.ordinals(of: [kind.rawValue])
    guard let slug else { return { Verdict(kinds.hasAny(of: chosen, $0) ?? false) } }
    let chosenSlugs = slugs.ordinals { $0 == slug }
    return { document in
      guard let kind = kinds.firstOrdinal(of: document), chosen[kind],
        let slug = slugs.firstOrdinal(of: document)
      else { return .no }
      return Verdict(chosenSlugs[slug])
    }
  }

  private func capacity(_ wanted: Bounds) -> Test {
    let column = columns.column(.capacity)
    return { column.bounds(of: $0)?.offers(wanted) ?? .unknown }
  }

  private func fewPlaces() -> Test {
    let (few, capacity) = (columns.column(.fewPlaces), columns.column(.capacity))
    return { document in
      few.isKnown(of: document) ? .yes : capacity.isKnown(of: document) ? .no : .unknown
    }
  }

  private func department(_ name: String) -> Test {
    let column = columns.column(.departments)
    let listed = column.ordinals(of: [name])
    let held = column.ordinals { $0.contains(name) }
    return { document in
      let ordinals = column.ordinals(of: document)
      guard !ordinals.isEmpty else { return .unknown }
      if ordinals.contains(where: { listed[Int($0)] }) { return .yes }
      return ordinals.contains { held[Int($0)] } ? .unknown : .no
    }
  }

  // MARK: Time

  private func months(_ wanted: Bounds) -> Test {
    let column = columns.column(.months)
    return { column.bounds(of: $0)?.allows(months: wanted) ?? .unknown }
  }

  /// A training has one beginning; an examination may have several dates, any of which will do.
  private func start(_ wanted: PartialDate) -> Test {
    let column = columns.column(.starts)
    return { document in
      let dates = column[document].lazy.compactMap { WindowColumn.unpacked($0) }
        .filter { $0.month != nil }
      guard !dates.isEmpty else { return .unknown }
      var inMonth = dates.filter { $0.month == wanted.month }
      guard !inMonth.isEmpty else { return .no }
      if let day = wanted.day {
        let isUnsure = inMonth.contains { $0.day == nil }
        inMonth = inMonth.filter { $0.day == day }
        guard !inMonth.isEmpty else { return isUnsure ? .unknown : .no }
      }
      guard let year = wanted.year else { return .yes }
      if inMonth.contains(where: { $0.year == year }) { return .yes }
      return inMonth.contains { $0.year == nil } ? .unknown : .no
    }
  }

  private func start(from first: PartialDate) -> Test {
    let column = columns.column(.starts)
    guard let day = first.earliest else { return { _ in .unknown } }
    return { document in
      let dates = column[document].lazy.compactMap { WindowColumn.unpacked($0) }
      guard !dates.isEmpty else { return .unknown }
      // A date of no stated year may lie on either side.
      if dates.contains(where: { $0.earliest.map { $0 >= day } ?? false }) { return .yes }
      return dates.contains { $0.latest.map { $0 >= day } ?? true } ? .unknown : .no
    }
  }

  private func start(until last: PartialDate) -> Test {
    let column = columns.column(.starts)
    guard let day = last.latest else { return { _ in .unknown } }
    return { document in
      let dates = column[document].lazy.compactMap { WindowColumn.unpacked($0) }
      guard !dates.isEmpty else { return .unknown }
      if dates.contains(where: { $0.latest.map { $0 <= day } ?? false }) { return .yes }
      return dates.contains { $0.earliest.map { $0 <= day } ?? true } ? .unknown : .no
    }
  }

  private func status(_ wanted: Set<ProgramStatus>) -> Test {
    let statuses = statuses
    return { document in
      let status = statuses[document]
      return status == .unknown ? .unknown : Verdict(wanted.contains(status))
    }
  }

  /// Where nothing closes, because papers are always or never taken, the answer is no.
  private func closes(_ verdict: @escaping ([ApplicationWindow]) -> Verdict) -> Test {
    let (columns, windows) = (columns, WindowColumn(columns.column(.windows)))
    return { document in
      if let accepting: Acceptance = columns.value(.accepting, of: document), accepting == .no {
        return .no
      }
      let closing = windows.closing(of: document)
      guard closing.isEmpty else { return verdict(closing) }
      return columns.column(.rolling).isKnown(of: document) ? .no : .unknown
    }
  }
}

extension [ApplicationWindow] {
  /// Whether one of the windows closes in a month of any year, or in a third of it.
  fileprivate func closes(inMonth month: Int, _ part: ApplicationWindow.Part?) -> Verdict {
    let verdicts = map { window -> Verdict in
      guard let found = window.closes?.month else { return .unknown }
      guard found == month else { return .no }
      guard let days = part?.days else { return .yes }
      let own = window.closes?.day.map { $0...$0 } ?? window.part?.days ?? 1...31
      guard days.overlaps(own) else { return .no }
      return days.contains(own.lowerBound) && days.contains(own.upperBound) ? .yes : .unknown
    }
    return verdicts.contains(.yes) ? .yes : verdicts.contains(.unknown) ? .unknown : .no
  }

  /// Whether one of the windows closes within some days.
  fileprivate func closes(
    within days: ClosedRange<CalendarDay>, countedFrom today: CalendarDay
  ) -> Verdict {
    var isOpen = false
    for window in self {
      guard let closing = window.closingDays else {
        // Until the end of the year (年内, 12月まで) a window of no stated year is never settled: it may have closed this year.
        let isCounted =
          days.lowerBound == today && days.upperBound.month == 12 && days.upperBound.day == 31
        isOpen = isOpen || isCounted || window.mayClose(within: days)
        continue
      }
      if days.contains(closing.lowerBound), days.contains(closing.upperBound) { return .yes }
      if days.overlaps(closing) { isOpen = true }
    }
    return isOpen ? .unknown : .no
  }
}

extension ApplicationWindow {
  /// Whether a window whose year is not stated can close within some days.
  fileprivate func mayClose(within days: ClosedRange<CalendarDay>) -> Bool {
    guard let month = closes?.month else { return true }
    return (days.lowerBound.year...days.upperBound.year).contains { year in
      var window = self
      window.closes = PartialDate(year: year, month: month, day: closes?.day)
      return window.closingDays?.overlaps(days) ?? true
    }
  }
}

extension Verdict {
  /// Yes or no.
  init(_ holds: Bool) {
    self = holds ? .yes : .no
  }
}

extension Bounds {
  /// Whether the whole range lies inside another: yes, the whole lies outside: no, else unknown.
  func lies(in wanted: Bounds) -> Verdict {
    let least = min ?? (max.map { Swift.min(0, $0) } ?? 0)
    if let top = wanted.max, least > top { return .no }
    if let bottom = wanted.min, let most = max, most < bottom { return .no }
    let insideTop = wanted.max.map { top in max.map { $0 <= top } ?? false } ?? true
    let insideBottom = wanted.min.map { bottom in min.map { $0 >= bottom } ?? false } ?? true
    return insideTop && insideBottom ? .yes : .unknown
  }

  /// Whether a number of places is what is asked for.
  fileprivate func offers(_ wanted: Bounds) -> Verdict {
    if let least = wanted.min, let most = wanted.max {
      if min == least, max == most { return .yes }
      if let top = max, top < least { return .no }
      if let bottom = min, bottom > most { return .no }
      return .unknown
    }
    if let least = wanted.min {
      if let bottom = min, bottom >= least { return .yes }
      if let top = max, top < least { return .no }
      return .unknown
    }
    return lies(in: wanted)
  }

  /// Whether a training of this length may last as long as is asked.
  fileprivate func allows(months wanted: Bounds) -> Verdict {
    guard let number = wanted.min, number == wanted.max else { return lies(in: wanted) }
    switch (min, max) {
    case (let least?, let most?): return Verdict(least <= number && number <= most)
    case (let least?, nil): return number == least ? .yes : number < least ? .no : .unknown
    case (nil, let most?): return number == most ? .yes : number > most ? .no : .unknown
    case (nil, nil): return .unknown
    }
  }
}
