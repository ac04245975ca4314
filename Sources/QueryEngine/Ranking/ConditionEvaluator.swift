import RecruitmentModel
import SearchIndex

/// Answers conditions for programs: yes, no, or unknown where the page leaves it open.
struct ConditionEvaluator {
  let columns: ConditionColumns
  let today: CalendarDay

  /// The answer of one program to one condition.
  func verdict(_ constraint: Constraint, of document: DocumentNumber) -> Verdict {
    let verdict = verdict(constraint.condition, document)
    return constraint.isExcluded ? verdict.opposite : verdict
  }

  /// The state of a program's application.
  func status(of document: DocumentNumber) -> ProgramStatus {
    ProgramStatus(
      application: columns.application(of: document),
      accepting: columns.value(.accepting, of: document), on: today)
  }

  private func verdict(_ condition: Constraint.Condition, _ document: DocumentNumber) -> Verdict {
    switch condition {
    case .free: free(document)
    case .fee(let wanted, let isMonthly): fee(wanted, isMonthly: isMonthly, document)
    case .place(let prefectures, let cities): place(prefectures, cities, document)
    case .institution(let ids):
      Verdict(!Set(columns.words(.institution, of: document)).isDisjoint(with: ids))
    case .recommendation(let wanted): recommendation(wanted, document)
    case .obligation(let places): obligation(places, document)
    case .months(let wanted): months(wanted, document)
    case .start(let wanted): start(wanted, document)
    case .status(let wanted): status(wanted, document)
    case .closesInMonth(let month, let part): closes(inMonth: month, part, document)
    case .closesWithin(let days): closes(within: days, document)
    case .accepting(let wanted): accepting(wanted, document)
    case .kind(let kind, let slug): self.kind(kind, slug, document)
    case .capacity(let wanted): capacity(wanted, document)
    case .fewPlaces: fewPlaces(document)
    case .department(let name): department(name, document)
    }
  }

  // MARK: Money

  private func free(_ document: DocumentNumber) -> Verdict {
    columns.numbers(.isFree, of: document).first.map { Verdict($0 == 1) } ?? .unknown
  }

  private func fee(_ wanted: Bounds, isMonthly: Bool, _ document: DocumentNumber) -> Verdict {
    if isMonthly, let monthly = columns.bounds(.monthlyFee, of: document) {
      return monthly.lies(in: wanted)
    }
    guard let yearly = columns.bounds(.yearlyFee, of: document) else { return .unknown }
    return yearly.lies(in: isMonthly ? wanted.times(12) : wanted)
  }

  // MARK: Places

  private func place(
    _ prefectures: [String], _ cities: [String], _ document: DocumentNumber
  ) -> Verdict {
    // A hospital stands in one place; an examination may be held in several.
    let own = columns.words(.prefecture, of: document)
    let ownCities = columns.words(.city, of: document)
    if own.contains(where: prefectures.contains) || ownCities.contains(where: cities.contains) {
      return .yes
    }
    if own.isEmpty && ownCities.isEmpty { return .unknown }
    if own.isEmpty { return prefectures.isEmpty ? .no : .unknown }
    return cities.isEmpty ? .no : ownCities.isEmpty ? .unknown : .no
  }

  // MARK: Conditions of taking part

  private func recommendation(_ wanted: Set<Recommendation>, _ document: DocumentNumber) -> Verdict
  {
    let value: Recommendation? = columns.value(.recommendation, of: document)
    return value.map { Verdict(wanted.contains($0)) } ?? .unknown
  }

  private func obligation(_ wanted: Set<Obligation.Place>?, _ document: DocumentNumber) -> Verdict {
    guard let bits = columns.numbers(.obligation, of: document).first else { return .unknown }
    // What is only expected is neither a duty nor none.
    if bits & 4 != 0 { return .unknown }
    let places: Set<Obligation.Place> = Set(
      (bits & 1 != 0 ? [.hospital] : []) + (bits & 2 != 0 ? [.prefecture] : []))
    guard let wanted else { return Verdict(!places.isEmpty) }
    if places == wanted { return .yes }
    if wanted.isEmpty || places.isEmpty { return .no }
    if wanted == [.hospital] { return places.contains(.hospital) ? .unknown : .no }
    // Who must stay in the hospital stays in its prefecture; whether that was meant is left open.
    return .unknown
  }

  private func accepting(_ wanted: Acceptance, _ document: DocumentNumber) -> Verdict {
    guard let value: Acceptance = columns.value(.accepting, of: document) else {
      let status = status(of: document)
      return wanted == .no && [.open, .rolling, .upcoming].contains(status) ? .no : .unknown
    }
    return value == wanted ? .yes : value == .byEnquiry || wanted == .byEnquiry ? .unknown : .no
  }

  private func kind(_ kind: ProgramKind, _ slug: String?, _ document: DocumentNumber) -> Verdict {
    Verdict(
      columns.words(.kind, of: document).first == kind.rawValue
        && (slug == nil || columns.words(.slug, of: document).first == slug))
  }

  private func capacity(_ wanted: Bounds, _ document: DocumentNumber) -> Verdict {
    guard let places = columns.bounds(.capacity, of: document) else { return .unknown }
    if let least = wanted.min, let most = wanted.max {
      if places.min == least, places.max == most { return .yes }
      if let top = places.max, top < least { return .no }
      if let bottom = places.min, bottom > most { return .no }
      return .unknown
    }
    if let least = wanted.min {
      if let bottom = places.min, bottom >= least { return .yes }
      if let top = places.max, top < least { return .no }
      return .unknown
    }
    return places.lies(in: wanted)
  }

  private func fewPlaces(_ document: DocumentNumber) -> Verdict {
    if !columns.numbers(.fewPlaces, of: document).isEmpty { return .yes }
    return columns.bounds(.capacity, of: document) == nil ? .unknown : .no
  }

  private func department(_ name: String, _ document: DocumentNumber) -> Verdict {
    let listed = columns.words(.departments, of: document)
    guard !listed.isEmpty else { return .unknown }
    if listed.contains(name) { return .yes }
    return listed.contains { $0.contains(name) } ? .unknown : .no
  }

  // MARK: Time

  private func months(_ wanted: Bounds, _ document: DocumentNumber) -> Verdict {
    guard let length = columns.bounds(.months, of: document) else { return .unknown }
    guard let number = wanted.min, number == wanted.max else { return length.lies(in: wanted) }
    switch (length.min, length.max) {
    case (let least?, let most?): return Verdict(least <= number && number <= most)
    case (let least?, nil): return number == least ? .yes : number < least ? .no : .unknown
    case (nil, let most?): return number == most ? .yes : number > most ? .no : .unknown
    case (nil, nil): return .unknown
    }
  }

  private func start(_ wanted: PartialDate, _ document: DocumentNumber) -> Verdict {
    // A training has one beginning; an examination may have several dates, any of which will do.
    let dates = columns.numbers(.starts, of: document).compactMap { WindowColumn.unpacked($0) }
      .filter { $0.month != nil }
    guard !dates.isEmpty else { return .unknown }
    let inMonth = dates.filter { $0.month == wanted.month }
    guard !inMonth.isEmpty else { return .no }
    guard let year = wanted.year else { return .yes }
    if inMonth.contains(where: { $0.year == year }) { return .yes }
    return inMonth.contains { $0.year == nil } ? .unknown : .no
  }

  private func status(_ wanted: Set<ProgramStatus>, _ document: DocumentNumber) -> Verdict {
    let status = status(of: document)
    return status == .unknown ? .unknown : Verdict(wanted.contains(status))
  }

  /// Where nothing closes, because papers are always or never taken, the answer is no.
  private func closingDates(_ document: DocumentNumber) -> (
    windows: [ApplicationWindow], none: Verdict
  ) {
    let accepting: Acceptance? = columns.value(.accepting, of: document)
    let application = columns.application(of: document)
    let windows = (application?.windows ?? []).filter { $0.closes != nil }
    let isSettled = accepting == .no || (application?.rolling == true && windows.isEmpty)
    return (accepting == .no ? [] : windows, isSettled ? .no : .unknown)
  }

  private func closes(
    inMonth month: Int, _ part: ApplicationWindow.Part?, _ document: DocumentNumber
  ) -> Verdict {
    let (windows, none) = closingDates(document)
    guard !windows.isEmpty else { return none }
    let verdicts = windows.map { window -> Verdict in
      guard let found = window.closes?.month else { return .unknown }
      guard found == month else { return .no }
      guard let days = part?.days else { return .yes }
      let own = window.closes?.day.map { $0...$0 } ?? window.part?.days ?? 1...31
      guard days.overlaps(own) else { return .no }
      return days.contains(own.lowerBound) && days.contains(own.upperBound) ? .yes : .unknown
    }
    return verdicts.contains(.yes) ? .yes : verdicts.contains(.unknown) ? .unknown : .no
  }

  private func closes(within days: ClosedRange<CalendarDay>, _ document: DocumentNumber) -> Verdict
  {
    let (windows, none) = closingDates(document)
    guard !windows.isEmpty else { return none }
    var isOpen = false
    for window in windows {
      guard let closing = window.closingDays else {
        // Counted from today (年内, 12月まで), a window of no stated year is never settled.
        isOpen = isOpen || days.lowerBound == today || window.mayClose(within: days)
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
}
