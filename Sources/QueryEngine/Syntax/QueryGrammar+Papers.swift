import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Several months together, and years and days of papers and examinations alone.
extension QueryGrammar {
  /// `7月から9月に出願`: the other months of a stretch.
  mutating func takeStretch(from place: Int) -> [PartialDate]? {
    guard case .dates(let first, let last) = atoms[place].meaning, let from = first.month,
      let until = last.month, first.day == nil, last.day == nil
    else { return nil }
    _ = take(.until)
    return (0...(until - from + 12) % 12).dropFirst().compactMap { distance in
      let months = from - 1 + distance
      return PartialDate(year: first.year.map { $0 + months / 12 }, month: months % 12 + 1)
    }
  }

  /// A date, or 今月 and 来月 as the months that they are; in a list the first of a stretch.
  func dateOrNearMonth(isList: Bool) -> DateMention? {
    guard let current else { return nil }
    if case .date(let date) = current.meaning { return date }
    if isList, case .dates(let first, let last) = current.meaning, first.day == nil, last.day == nil
    {
      return first
    }
    guard current.hasAny([.thisMonth, .nextMonth]) else { return nil }
    let months = today.year * 12 + today.month - (current.has(.thisMonth) ? 1 : 0)
    var date = DateMention(range: current.range)
    (date.year, date.month) = (months / 12, months % 12 + 1)
    return date
  }

  /// `試験日 11月`: nothing but the day of an examination is spoken of, so that examinations are asked for.
  static func asksForDayAlone(_ atoms: [QueryAtom]) -> Bool {
    atoms.contains { $0.has(.examinationDay) }
      && atoms.allSatisfy { atom in
        if case .date = atom.meaning { return true }
        return atom.hasAny([.examinationDay, .either]) || atom.has(.filler) && !atom.has(.hospital)
      }
  }

  func kindOfDayAlone() -> [Constraint] {
    guard Self.asksForDayAlone(atoms), let day = atoms.first(where: { $0.has(.examinationDay) })
    else { return [] }
    return [Constraint(.kind, .kind(.examination, slug: nil), source: day.source)]
  }

  /// `7月か8月`, `apply in winter`: further months of any year, with a word for “or” before each; in a list with any
  /// joint: `7月と8月に出願`, `出願 7月・8月`.
  mutating func takeMoreMonths(
    behind date: DateMention, isList: Bool, isLed: Bool
  ) -> [PartialDate] {
    var months: [PartialDate] = []
    while date.year == nil, date.day == nil {
      let here = next
      let isJoined = takeSoon(.either) != nil || isList && takeJoint(isLed: isLed)
      guard isJoined, let current, case .date(let other) = current.meaning,
        let month = other.month, other.year == nil, other.day == nil,
        let wanted = PartialDate(month: month)
      else {
        next = here
        break
      }
      next += 1
      months.append(wanted)
    }
    // A season is written with から, whatever is said of it.
    if months.count > 1 { _ = take(.since) }
    return months
  }

  /// と, a mark or nothing between two months; a blank where a word for the papers stands before them.
  private mutating func takeJoint(isLed: Bool) -> Bool {
    if take(.and) != nil { return true }
    guard next > 0, next < atoms.count else { return false }
    let gap = text.string(
      in: atoms[next - 1].range.upperBound..<atoms[next].range.lowerBound)
    return ["", "・", "、", ",", "/"].contains(gap) || isLed && gap == " "
  }

  /// `募集が12月`: whether what stands behind is said of a word.
  func isSubjectOfSentence(_ place: Int) -> Bool {
    place + 1 < atoms.count && ["が", "は", "在"].contains(atoms[place + 1].source)
  }

  /// `open in January`, `recruiting in May`: it is not now that papers are taken.
  func isOpenIn(_ place: Int) -> Bool {
    guard place + 2 < atoms.count, atoms[place].hasAny([.open, .askedAccepting, .taking]),
      atoms[place + 1].source.lowercased() == "in", case .date = atoms[place + 2].meaning
    else { return false }
    return true
  }

  /// `来年応募できる`: no condition asks for papers of a whole year, and it is not said that they are taken now.
  mutating func papersOfYear() -> [Constraint]? {
    let start = next
    guard take(.nextYear, .yearAfterNext) != nil else { return nil }
    if let current, isPartOfSentence(current) || current.has(.starts) { next += 1 }
    guard let current, current.hasAny([.papers, .apply, .takingPapers]),
      atoms[next - 1].range.upperBound == current.range.lowerBound
    else {
      next = start
      return nil
    }
    next += 1
    said.append(source(from: start))
    return []
  }
}

extension PartialDate {
  /// A month of a list in the year of the first, or in the next one: `来年12月と1月`.
  func behind(_ first: PartialDate) -> PartialDate {
    guard year == nil, let firstYear = first.year, let month, let firstMonth = first.month else {
      return self
    }
    return PartialDate(year: month < firstMonth ? firstYear + 1 : firstYear, month: month) ?? self
  }
}
