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
    let lead = takeLead()
    var isNextYear = false
    if take(.nextYear) != nil {
      isNextYear = true
      skipFillers()
    }
    guard let current, case .date(let date) = current.meaning, let month = date.month,
      date.day == nil || asksForExamination, !date.isMonthEnd, date.part == nil
    else { return nil }
    let place = next
    next += 1
    let more = takeMoreMonths(behind: date)
    let behind = next
    let trail = takeTrail()
    guard !isSaidOfElse(behind: lead != nil),
      let matter = matter(of: place, lead, trail), matter != .examination || lead != .papers,
      let wanted = PartialDate(
        year: date.year ?? (isNextYear ? today.year + 1 : nil), month: month, day: date.day),
      matter == .examination || date.day == nil
    else { return nil }
    if trail != nil, matter == .examination, trail == .papers { next = behind }
    func constraint(
      _ id: ConstraintID, _ condition: (PartialDate) -> Constraint.Condition
    ) -> [Constraint] {
      let first = Constraint(id, condition(wanted), source: source(from: start))
      return [more.reduce(first) { $0.or(Constraint(id, condition($1), source: "")) ?? $0 }]
    }
    switch matter {
    case .papers: return constraint(.open) { .takesPapers($0) }
    case .examination: return constraint(.start) { .start($0) }
    case .nothing:
      said.append(source(from: start))
      return []
    }
  }

  /// `7月か8月`, `apply in winter`: further months of any year, with a word for “or” before each.
  private mutating func takeMoreMonths(behind date: DateMention) -> [PartialDate] {
    var months: [PartialDate] = []
    while date.year == nil, date.day == nil {
      let here = next
      guard takeSoon(.either) != nil, let current, case .date(let other) = current.meaning,
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

  private static var papers: [Concept] { [.papers, .apply, .papersTime] }

  /// A word that what stands behind it is said of: `出願は`, `試験日が`, `apply in`.
  private mutating func takeLead() -> Matter? {
    guard let current else { return nil }
    let matter: Matter
    if current.has(.examinationDay) {
      matter = asksForExamination ? .examination : .nothing
    } else if current.has(.papers) || asksForExamination && current.hasAny(Self.papers) {
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
  private mutating func takeTrail() -> Matter? {
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
      if isAtOnce || isLatin || asksForExamination || isOnlyTime,
        current.has(.papers) || asksForExamination && current.hasAny(Self.papers)
          || hasParticle && current.has(.apply)
      {
        next += 1
        return .papers
      }
    }
    next = here
    return nil
  }

  /// Whether no other date and no word for a beginning or a deadline is there that a month could be said of.
  private var isOnlyTime: Bool {
    let dates = atoms.count {
      switch $0.meaning {
      case .date, .dates: true
      default: false
      }
    }
    return dates == 1 && !atoms.contains { $0.hasAny([.starts, .closes, .ends]) }
  }

  private mutating func skipParticle() {
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

  /// What a month is said of; nil where nothing tells.
  private func matter(of place: Int, _ lead: Matter?, _ trail: Matter?) -> Matter? {
    if lead == .examination || lead == .nothing { return lead }
    if trail == .examination || trail == .nothing, lead == nil { return trail }
    guard asksForExamination else { return isBesideTold(place) ? .nothing : lead ?? trail }
    // `出願が11月の国家試験`
    if lead != nil, !isBlank(before: place) { return lead }
    if isJoinedToExamination(place) { return .examination }
    let matters = atoms.indices.compactMap(mention)
    guard matters.contains(.papers) else { return .examination }
    let dates = matters.filter { $0 == .date }.count
    guard dates > 1 else { return .papers }
    // `7月出願 11月試験` and `exam in November, apply in July`: each month with the word on one side of it.
    let isBefore = matters.first == .date
    let near =
      isBefore
      ? atoms.indices.suffix(from: place + 1).lazy.compactMap(mention).first
      : atoms.indices.prefix(upTo: place).reversed().lazy.compactMap(mention).first
    let other =
      isBefore
      ? atoms.indices.prefix(upTo: place).reversed().lazy.compactMap(mention).first
      : atoms.indices.suffix(from: place + 1).lazy.compactMap(mention).first
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
    case .kind(let name) where name.kind == .examination: return .examination
    default: return nil
    }
  }

  /// `11月の試験に出願`, `apply for the November exam`, `試験は11月`: the month belongs to the examination whatever
  /// else is said.
  private func isJoinedToExamination(_ place: Int) -> Bool {
    func text(_ range: Range<Int>) -> String {
      self.text.string(in: range.lowerBound..<max(range.lowerBound, range.upperBound))
    }
    let (date, all) = (atoms[place].range, atoms.indices)
    if let behind = all.suffix(from: place + 1).first(where: { mention($0) != nil }),
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
