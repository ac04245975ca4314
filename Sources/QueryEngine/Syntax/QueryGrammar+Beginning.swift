import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Conditions on the months in which the training begins.
extension QueryGrammar {
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

extension PartialDate {
  /// The month so many months later; nil where no year is stated.
  func month(after distance: Int) -> PartialDate? {
    guard let year, let month else { return nil }
    let months = year * 12 + month - 1 + distance
    return PartialDate(year: months / 12, month: months % 12 + 1)
  }
}
