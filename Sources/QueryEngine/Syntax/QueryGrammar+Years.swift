import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Conditions on a whole year: `2027年に締め切る`, `来年始まる`, `deadline in 2027`.
extension QueryGrammar {
  /// A number without 年 is a year only among these.
  private static let years = 2000...2199

  /// Takes a year: `2027年`, or a number where it is said before what is asked of it.
  private mutating func takeYear(isSaid: Bool) -> Int? {
    switch current?.meaning {
    case .year(let year):
      next += 1
      return year
    case .number(let number) where isSaid && Self.years.contains(number):
      next += 1
      return number
    default: return take(.yearAfterNext) == nil ? nil : today.year + 2
    }
  }

  /// `再来年の4月から`: a month of the year after the next one.
  mutating func dateAfterNextYear() -> [Constraint]? {
    let start = next
    guard take(.yearAfterNext) != nil, let current, case .date(var date) = current.meaning,
      let month = date.month
    else { return nil }
    next += 1
    date.year = today.year + 2
    let side = takeSide()
    if takeSoon(.closes) != nil {
      return closing(on: date, side, isNextYear: false).map {
        [Constraint(.closes, $0, source: source(from: start))]
      }
    }
    guard side == nil, !takeEnd(), !takeOpening() else {
      said.append(source(from: start))
      return []
    }
    _ = takeSoon(.starts)
    return PartialDate(year: today.year + 2, month: month).map {
      [Constraint(.start, .start($0), source: source(from: start))]
    }
  }

  /// The days of a year, or those on one side of it: `2027年までに`.
  mutating func takeDaysOfYear(
    behind side: DateSide?, isSaid: Bool
  ) -> ClosedRange<CalendarDay>? {
    let start = next
    guard let year = takeYear(isSaid: isSaid), let first = PartialDate(year: year)?.earliest,
      let last = PartialDate(year: year)?.latest
    else {
      next = start
      return nil
    }
    switch takeSide() ?? side {
    case nil: return first...last
    case .until: return min(today, last)...last
    case .before:
      let end = first.advanced(by: -1)
      return min(today, end)...end
    case .since: return first...last.advanced(by: Self.lifetime)
    case .after: return last.advanced(by: 1)...last.advanced(by: Self.lifetime)
    }
  }

  /// What begins in a year that is named, or in the next one: `2027年開始`, `来年度から始まる`.
  ///
  /// Nil where no year stands here, or nothing says that it is that of a beginning.
  mutating func startInYear(isSaid: Bool, from start: Int) -> [Constraint]? {
    let here = next
    var side = takeSide()
    let first: PartialDate?
    let last: PartialDate?
    if take(.nextYear) != nil {
      // A fiscal year is that of April.
      let isFiscal = atoms[next - 1].source.contains("度")
      first = PartialDate(year: today.year + 1, month: isFiscal ? 4 : 1)
      last = PartialDate(year: today.year + (isFiscal ? 2 : 1), month: isFiscal ? 3 : 12)
      if let current, isDateBehind(current) {
        next = here
        return nil
      }
    } else if let year = takeYear(isSaid: isSaid) {
      let isFiscal = atoms[next - 1].source.contains("度")
      first = PartialDate(year: year, month: isFiscal ? 4 : 1)
      last = PartialDate(year: isFiscal ? year + 1 : year, month: isFiscal ? 3 : 12)
    } else {
      next = here
      return nil
    }
    side = takeSide() ?? side
    guard let first, let last, !isOfOpening(start), isSaid || !takeOpening(), !takeEnd(),
      isSaid || takeSoon(.starts) != nil || isTimeOfExamination
    else {
      next = here
      return nil
    }
    _ = takeSoon(.starts)
    let words = source(from: start)
    let bounds: [Constraint.Condition] =
      switch side {
      case .since: [.startFrom(first)]
      case .until: [.startUntil(last)]
      case .before: first.month(after: -1).map { [.startUntil($0)] } ?? []
      case .after: last.month(after: 1).map { [.startFrom($0)] } ?? []
      case nil: [.startFrom(first), .startUntil(last)]
      }
    return bounds.isEmpty ? nil : bounds.map { Constraint(.start, $0, source: words) }
  }

  /// Whether a year or a stretch is that of an examination, since papers are not spoken of: `予備試験 2027年`.
  var isTimeOfExamination: Bool {
    asksForExamination && !atoms.contains { $0.hasAny([.papers, .apply, .papersTime, .closes]) }
  }

  /// `4月 10月 開始`: no training begins twice, so that any of the months will do; an examination may be held on
  /// several days.
  func joinStarts(_ result: inout Interpretation) {
    guard !asksForExamination else { return }
    let starts = result.constraints.filter {
      if case .start = $0.condition { !$0.isExcluded } else { false }
    }
    let months = starts.map { constraint -> Int? in
      if case .start(let date) = constraint.condition { date.month } else { nil }
    }
    guard starts.count > 1, Set(months).count == months.count, let first = starts.first else {
      return
    }
    var joined = first
    joined.condition = .anyOf(starts.map(\.condition))
    joined.source = starts.map(\.source).joined(separator: " ")
    let place = result.constraints.firstIndex(of: first) ?? 0
    result.constraints[place] = joined
    result.constraints.removeAll { starts.contains($0) }
  }

  /// `来年4月`, `来年の4月から`: the year is that of a date.
  private func isDateBehind(_ atom: QueryAtom) -> Bool {
    var reader = self
    reader.skipFillers()
    return switch reader.current?.meaning {
    case .date, .dates: true
    default: false
    }
  }
}
