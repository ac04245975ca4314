import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Months beside an examination or beside papers: `出願 7月 試験`, `exam November`, `7月に出願`.
///
/// The month is that of the papers where a word for them stands with it, else that of the examination; in which order
/// the words stand does not matter.
extension QueryGrammar {
  /// What a month is said of.
  private enum Matter {
    case papers
    case examination
    /// The day on which a hospital chooses, which no condition asks for.
    case nothing
  }

  mutating func monthOfPapers() -> [Constraint]? {
    let start = next
    if let ofYear = papersOfYear() { return ofYear }
    // Papers may be handed in in any month of a list; an examination in two months is held in both.
    if let list = monthOfPapers(isList: true) { return list }
    next = start
    return monthOfPapers(isList: false)
  }

  private mutating func monthOfPapers(isList: Bool) -> [Constraint]? {
    let start = next
    let lead = takeLead()
    var isNextYear = false
    if take(.nextYear) != nil {
      isNextYear = true
      skipFillers()
    }
    guard let date = dateOrNearMonth(isList: isList), let month = date.month else { return nil }
    guard date.day == nil || asksForExamination, !date.isMonthEnd, date.part == nil else {
      return isList ? nil : partOfMonthOfPapers(lead, from: start)
    }
    let place = next
    next += 1
    let more =
      takeStretch(from: place)
      ?? takeMoreMonths(behind: date, isList: isList, isLed: lead != nil)
    let behind = next
    let dates = DatesAsked(
      first: place, end: behind, count: atoms[place..<behind].count(where: Self.isDate))
    let trail = takeTrail(behind: dates.count)
    guard !isList || !more.isEmpty, !isSaidOfElse(behind: lead != nil),
      let matter = matter(of: dates, lead, trail), matter != .examination || lead != .papers,
      !isList || matter == .papers,
      let wanted = PartialDate(
        year: date.year ?? (isNextYear ? today.year + 1 : nil), month: month, day: date.day),
      matter == .examination || date.day == nil
    else { return nil }
    if trail != nil, matter == .examination, trail == .papers { next = behind }
    func constraint(
      _ id: ConstraintID, _ condition: (PartialDate) -> Constraint.Condition
    ) -> [Constraint] {
      let first = Constraint(id, condition(wanted), source: source(from: start))
      return [
        more.reduce(first) {
          $0.or(Constraint(id, condition($1.behind(wanted)), source: "")) ?? $0
        }
      ]
    }
    switch matter {
    case .papers: return constraint(.open) { .takesPapers($0) }
    case .examination: return constraint(.start) { .start($0) } + kindOfDayAlone()
    case .nothing:
      said.append(source(from: start))
      return []
    }
  }

  /// `12月上旬に出願`: no condition asks for a part of a month in which papers are taken.
  private mutating func partOfMonthOfPapers(_ lead: Matter?, from start: Int) -> [Constraint]? {
    next += 1
    guard lead == nil, takeTrail(behind: 1) == .papers, !isSaidOfElse(behind: false) else {
      return nil
    }
    said.append(source(from: start))
    return []
  }

  private static var papers: [Concept] { [.papers, .apply, .papersTime] }

  /// A word that what stands behind it is said of: `出願は`, `試験日が`, `apply in`.
  private mutating func takeLead() -> Matter? {
    guard let current else { return nil }
    let matter: Matter
    if current.has(.examinationDay) {
      matter = asksForExamination ? .examination : .nothing
    } else if current.hasAny([.papers, .papersTime])
      || asksForExamination && current.hasAny(Self.papers)
      || current.has(.takingPapers) && isSubjectOfSentence(next) || isOpenIn(next)
    {
      matter = .papers
    } else {
      return nil
    }
    next += 1
    while let filler = self.current, filler.has(.filler), !isBehindMark(),
      !filler.hasAny([.denial, .absent, .papers]),
      filler.source.lowercased() != "for"
    {
      next += 1
    }
    return matter
  }

  /// A word that what stands before it is said of: `7月に出願する`, `11月試験日`.
  private mutating func takeTrail(behind months: Int) -> Matter? {
    let here = next
    if !isBehindMark() { skipParticle() }
    let hasParticle = next > here
    if !isBehindMark(), let current {
      let isAtOnce = atoms[next - 1].range.upperBound == current.range.lowerBound
      if current.has(.examinationDay) {
        next += 1
        return asksForExamination ? .examination : .nothing
      }
      let isLatin = current.source.allSatisfy(\.isASCII)
      let isWhole = isAtOnce || isLatin || asksForExamination || isOnlyTime(months)
      if isWhole && current.has(.papers) || asksForExamination && current.hasAny(Self.papers)
        || isWhole && (hasParticle || isAtOnce) && current.has(.apply)
        || isAtOnce && current.has(.takingPapers)
      {
        next += 1
        return .papers
      }
    }
    next = here
    return nil
  }

  /// Whether no other date and no word for a beginning or a deadline is there that some months could be said of.
  private func isOnlyTime(_ months: Int) -> Bool {
    atoms.count(where: Self.isDate) == months
      && !atoms.contains { $0.hasAny([.starts, .closes, .ends]) }
  }

  private static func isDate(_ atom: QueryAtom) -> Bool {
    switch atom.meaning {
    case .date, .dates: true
    default: false
    }
  }

  private mutating func skipParticle() {
    if take(.during) != nil { return }
    if let current, isPartOfSentence(current), current.has(.filler) { next += 1 }
  }

  /// Whether what stands behind a month says that it is a side, a deadline, a beginning or an end.
  private func isSaidOfElse(behind hasLead: Bool) -> Bool {
    var reader = self
    guard
      reader.takeSoon(
        .closes, .starts, .until, .before, .since, .after, .ends, .ended, .upcoming, .inTime,
        .rolling) != nil
    else { return false }
    // `出願 11月 開始 4月`: the word is said of the next month.
    if hasLead, case .date = reader.current?.meaning { return false }
    return true
  }

  /// Where one month stands, or several that are asked for together.
  private struct DatesAsked {
    let first: Int
    let end: Int
    let count: Int
  }

  /// What months are said of; nil where nothing tells.
  private func matter(of months: DatesAsked, _ lead: Matter?, _ trail: Matter?) -> Matter? {
    let place = months.first
    if lead == .examination || lead == .nothing { return lead }
    if trail == .examination || trail == .nothing, lead == nil { return trail }
    guard asksForExamination else { return isBesideTold(place) ? .nothing : lead ?? trail }
    // `出願が11月の国家試験`
    if lead != nil, !isBlank(before: place) { return lead }
    if isJoinedToExamination(months) { return .examination }
    let matters = atoms.indices.compactMap(mention)
    guard matters.contains(.papers) else { return .examination }
    let dates = matters.filter { $0 == .date }.count
    guard dates > months.count else { return .papers }
    // `7月出願 11月試験` and `exam in November, apply in July`: each month with the word on one side of it.
    let isBefore = matters.first == .date
    let near =
      isBefore
      ? atoms.indices.suffix(from: months.end).lazy.compactMap(mention).first
      : atoms.indices.prefix(upTo: place).reversed().lazy.compactMap(mention).first
    let other =
      isBefore
      ? atoms.indices.prefix(upTo: place).reversed().lazy.compactMap(mention).first
      : atoms.indices.suffix(from: months.end).lazy.compactMap(mention).first
    switch near == .date || near == nil ? other : near {
    case .papers: return .papers
    case .examination: return .examination
    default: return nil
    }
  }

  /// `2月に国家試験を受けます。関東の病院`: the month is that of an examination which is not asked for.
  private func isBesideTold(_ place: Int) -> Bool {
    let neighbours = [
      atoms[..<place].last { !$0.has(.filler) }, atoms[(place + 1)...].first { !$0.has(.filler) },
    ]
    return neighbours.contains { atom in
      if case .kind(let name) = atom?.meaning { name.kind == .examination } else { false }
    }
  }

  /// Whether a blank stands between a part and the papers before it.
  private func isBlank(before place: Int) -> Bool {
    let lead = atoms[..<place].last { $0.hasAny(Self.papers) }
    guard let lead, lead.range.upperBound <= atoms[place].range.lowerBound else { return true }
    return (lead.range.upperBound..<atoms[place].range.lowerBound).contains {
      text.scalars[$0].isBlank
    }
  }

  private enum Mention {
    case papers
    case examination
    case date
  }

  /// What a part says of papers, examinations and months.
  private func mention(_ place: Int) -> Mention? {
    let atom = atoms[place]
    if atom.hasAny(Self.papers) { return .papers }
    if atom.has(.examinationDay) { return .examination }
    switch atom.meaning {
    case .date(let date) where date.month != nil: return .date
    case .dates: return .date
    case .kind(let name) where name.kind == .examination: return .examination
    default: return nil
    }
  }

  /// `11月の試験に出願`, `apply for the November exam`, `試験は11月`: the month belongs to the examination whatever
  /// else is said.
  private func isJoinedToExamination(_ months: DatesAsked) -> Bool {
    func text(_ range: Range<Int>) -> String {
      self.text.string(in: range.lowerBound..<max(range.lowerBound, range.upperBound))
    }
    let (place, all) = (months.first, atoms.indices)
    let date = atoms[place].range.lowerBound..<atoms[months.end - 1].range.upperBound
    if let behind = all.suffix(from: months.end).first(where: { mention($0) != nil }),
      mention(behind) == .examination
    {
      let gap = text(date.upperBound..<max(date.upperBound, atoms[behind].range.lowerBound))
      if ["の", "的"].contains(gap) { return true }
      let before = all.prefix(upTo: place).last
      if gap == " ", let before,
        ["the", "for", "for the"].contains(atoms[before].source.lowercased())
      {
        return true
      }
    }
    guard let before = all.prefix(upTo: place).last(where: { mention($0) != nil }),
      mention(before) == .examination
    else { return false }
    let gap = text(
      atoms[before].range.upperBound..<max(atoms[before].range.upperBound, date.lowerBound))
    return ["は", "が", "在"].contains(gap)
  }

  /// Whether some part asks for an examination, and does not only tell of one that was passed.
  static func asksForExamination(_ atoms: [QueryAtom], _ text: FoldedText, _ today: CalendarDay)
    -> Bool
  {
    let reader = QueryGrammar(reading: atoms, text, today)
    return atoms.indices.contains { place in
      guard case .kind(let name) = atoms[place].meaning, name.kind == .examination else {
        return false
      }
      if place > 0, atoms[..<place].last(where: { !$0.has(.filler) })?.has(.passed) == true {
        return false
      }
      var reader = reader
      reader.next = place
      return reader.kind()?.isEmpty == false
    }
  }
}
