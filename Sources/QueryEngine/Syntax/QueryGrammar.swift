import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Joins neighbouring parts of a query into conditions.
struct QueryGrammar {
  let atoms: [QueryAtom]
  let text: FoldedText
  let today: CalendarDay
  var next = 0
  /// Words that are searched for only where nothing else is asked: 費用, 募集.
  var weak: [String] = []
  var topics: [String] = []
  /// Departments that are parts of the names of examinations.
  var examinationNames: [String] = []
  /// What tells of the person who asks.
  var said: [String] = []
  /// How many conditions the last part made, while nothing that stands by itself follows it.
  var latest = 0
  /// Where what a denial stands before has ended: `no fee, recommendation or obligation` goes on there.
  private var deniedUpTo: Int?
  /// Whether a denial before the last matter is said of this one too.
  var isDenialGoingOn = false
  /// Whether it was said before that what follows is borne: `even if not free`.
  private var isBorne = false
  /// Whether a denial stands before, of which no rule has made anything.
  var isDoubtful = false
  /// Whether some part asks for an examination.
  private(set) var asksForExamination = false

  init(atoms: [QueryAtom], text: FoldedText, today: CalendarDay) {
    self.init(reading: atoms, text, today)
    asksForExamination =
      Self.asksForExamination(atoms, text, today) || Self.asksForDayAlone(atoms)
  }

  init(reading atoms: [QueryAtom], _ text: FoldedText, _ today: CalendarDay) {
    self.atoms = atoms
    self.text = text
    self.today = today
  }

  /// Reads all parts; what makes no condition becomes a term, what only fills is passed over.
  mutating func read(into result: inout Interpretation) {
    while next < atoms.count {
      let start = next
      if var constraints = condition() {
        joinAlternatives(&constraints, from: start)
        let count = result.constraints.count
        add(constraints, from: start, to: &result)
        latest = result.constraints.count - count
        withdrawTolerated(&result)
        withdrawDoubtful(&result, isBorne: isBorne)
        isBorne = false
      } else {
        next = start
        leave(&result)
      }
    }
    joinPlaces(&result)
    joinInstitutions(&result)
    joinStarts(&result)
    keepOneKind(&result)
    keepLimitOfPeople(&result)
    result.topics += topics
    result.weak += weak
    result.terms += examinationNames
    result.ignored += said
  }

  /// Conditions of one kind with a word for “or” between them are one: `皮膚科または泌尿器科`.
  private mutating func joinAlternatives(_ found: inout [Constraint], from start: Int) {
    while found.count == 1 {
      let before = next
      let denied = deniedUpTo
      guard takeSoon(.either) != nil || takeEither(), let more = alternative(to: found[0]),
        var joined = found[0].or(more)
      else {
        deniedUpTo = denied
        next = before
        return
      }
      joined.source = source(from: start)
      found = [joined]
    }
  }

  /// The condition behind “or”; `無料か不明` asks for what is not stated of the same matter.
  private mutating func alternative(to first: Constraint) -> Constraint? {
    if !isBehindMark(), take(.unstated) != nil {
      return Constraint(first.id, .unstated(first.id), source: "")
    }
    // `無料か、かかっても20万円まで`
    skipFillers()
    guard let more = condition(), more.count == 1 else { return nil }
    return more[0]
  }

  /// `free or under 100,000 yen`: a limit that begins with “or” stands before its sum here.
  private mutating func takeEither() -> Bool {
    guard let current, current.hasAny(Self.limits), next + 1 < atoms.count,
      case .money = atoms[next + 1].meaning
    else { return false }
    return current.source.lowercased().hasPrefix("or ")
  }

  static var limits: [Concept] { [.atMost, .below, .atLeast, .above] }

  mutating func add(
    _ found: [Constraint], from start: Int, to result: inout Interpretation
  ) {
    for constraint in found {
      if case .place = constraint.condition, !constraint.isExcluded {
        result.hints += atoms[start..<next].compactMap {
          if case .place(_, let name) = $0.meaning, !name.isEmpty { name } else { nil }
        }
      }
      if case .kind(let kind, _) = constraint.condition, [.examination, .pathway].contains(kind),
        !constraint.isExcluded
      {
        // `総合内科専門医`: of all examinations the one of that name comes first.
        result.hints.append(constraint.source)
        // `専門医試験` is a part of no name: 総合内科専門医.
        if kind == .examination, constraint.source.hasSuffix("試験"), constraint.source.count > 4 {
          result.hints.append(String(constraint.source.dropLast(2)))
        }
      }
      if !result.constraints.contains(where: {
        $0.id == constraint.id && $0.condition == constraint.condition
          && $0.isExcluded == constraint.isExcluded
      }) {
        result.constraints.append(constraint)
      }
    }
  }

  /// A part that begins no condition: it is searched for, or named where it means nothing alone.
  ///
  /// Only what fills a sentence is passed over.
  mutating func leave(_ result: inout Interpretation) {
    if isBehindMark() { latest = 0 }
    let atom = atoms[next]
    next += 1
    withdraw(behind: atom, &result)
    if atom.has(.evenIf) { isBorne = true } else if !atom.has(.filler) { isBorne = false }
    if atom.has(.denial) { isDoubtful = true } else if isBehindMark() { isDoubtful = false }
    if !atom.has(.filler), isOfNoMatter() {
      // `国籍は問いません`: whom a hospital takes is its own matter, and is searched for.
      if atom.has(.ownTrait) {
        search(forIndifferenceTo: atom, &result)
      } else {
        result.ignored.append(atom.source)
      }
      return
    }
    if case .foreign(let words) = atom.meaning { result.meant[atom.source] = words }
    switch atom.meaning {
    case .unknown, .foreign, .money, .length, .days, .people, .date, .dates, .number, .year, .kind:
      result.terms.append(atom.source)
      // `宿舎あり`: who says that it is there goes before who denies it.
      if current?.has(.present) == true { result.statements.append(atom.source + "があ") }
      // `宿舎のある病院`: that it is there is what is searched for.
      if current?.has(.present) == true, current?.has(.need) == false { next += 1 }
    case .verbal, .telling: result.ignored.append(atom.source)
    case .concept(let concepts): leave(atom, concepts, &result)
    case .minus:
      // `-公衆衛生`: what has the word is not wanted.
      if let current, current.isSearchedFor {
        next += 1
        result.excluded.append(current.source)
      } else {
        result.ignored.append(atom.source)
      }
    default: break
    }
  }

  /// Words that say what is asked about; without what is asked of it they choose nothing.
  private static let subjects: Set<Concept> = [
    .feeTopic, .recommendationTopic, .obligationTopic, .insideRecommendationTopic, .taking, .places,
  ]
  private static let searched: Set<Concept> = [
    .insidePerson, .outsidePerson, .person, .freely, .workplace, .limit, .ownTrait,
  ]

  /// Pages that say that something of the applicant does not matter come first.
  private func search(forIndifferenceTo atom: QueryAtom, _ result: inout Interpretation) {
    result.terms.append(atom.source)
    result.statements += ["は問", "を問", "不問"].map { atom.source + $0 }
  }

  private mutating func leave(
    _ atom: QueryAtom, _ concepts: Set<Concept>, _ result: inout Interpretation
  ) {
    if concepts.contains(.either), deniedUpTo == next - 1 {
      result.fillers.append(atom.source)
    } else if concepts.contains(.either), next > 1, next < atoms.count {
      result.ignored.append(atom.source)
    } else if concepts.contains(.filler) || concepts.contains(.allFine) {
      result.fillers.append(atom.source)
    } else if !concepts.isDisjoint(with: Self.subjects) {
      topics.append(atom.source)
    } else if concepts.contains(.later) {
      weak.append(atom.source)
    } else if !concepts.isDisjoint(with: Self.searched) {
      if atom.source.unicodeScalars.contains(where: \.isJapanese) {
        result.terms.append(atom.source)
      } else {
        weak.append(atom.source)
      }
    } else if concepts.contains(.apply) || concepts.contains(.now) {
      result.fillers.append(atom.source)
    } else if !isPartOfSentence(atom) {
      result.ignored.append(atom.source)
    }
  }

  /// Whether a word stands among others without a blank, as から and まで do in a sentence.
  func isPartOfSentence(_ atom: QueryAtom) -> Bool {
    let isParticle =
      atom.source.unicodeScalars.count <= 2 && atom.source.unicodeScalars.allSatisfy(\.isHiragana)
    return isParticle && !atom.hasAny([.absent, .noNeed, .denial, .excludeNext, .excludeLast])
  }

  // MARK: Conditions

  /// What may begin at a part, in the order in which it is tried.
  private static let rules: [@Sendable (inout QueryGrammar) -> [Constraint]?] = [
    { $0.unstated() }, { $0.monthOfPapers() }, { $0.dateAfterNextYear() }, { $0.fee() },
    { $0.free() },
    { $0.recommendation() }, { $0.obligation() },
    { $0.place() },
    { $0.institution() }, { $0.closing() }, { $0.start() }, { $0.months() }, { $0.capacity() },
    { $0.status() }, { $0.acceptance() }, { $0.department() }, { $0.kind() },
  ]

  mutating func condition() -> [Constraint]? {
    // What only fills begins nothing.
    if case .concept(let concepts) = current?.meaning,
      concepts.isSubset(of: [.filler, .and, .goingOn, .hospital])
    {
      return nil
    }
    let start = next
    let goesOn = deniedUpTo.map {
      let end = endBeforeArticles(start)
      return $0 == end || $0 + 1 == end && atoms[$0].hasAny([.either, .and])
    }
    isDenialGoingOn = goesOn == true
    let isDenied = takeExclusion()
    let first = next
    for rule in Self.rules {
      next = first
      guard var constraints = rule(&self) else { continue }
      guard !constraints.isEmpty else { return [] }
      if atoms[first].has(.denial) || isDenialOfFee(first) || isDenialGoingOn,
        !constraints.contains(where: \.isDuty)
      {
        deniedUpTo = next
      }
      // Of two bounds together only one need fail; that is not said by denying each.
      let isExcluded = takeExclusions(behind: isDenied)
      if takeSupposition() {
        said.append(source(from: start))
        return []
      }
      if isExcluded || constraints.contains(where: \.isExcluded),
        atoms[start..<next].contains(where: \.isNickname)
      {
        // `道東以外`: a landscape is a part of its prefecture, the rest of which is wanted.
        said.append(source(from: start))
        return []
      }
      guard constraints.count == 1 else { return isExcluded ? nil : constraints }
      if isExcluded {
        constraints[0] = constraints[0].turnedRound
        // `4月以外に始まる`
        if constraints[0].id == .start { _ = takeSoon(.starts) }
        constraints[0].source = source(from: start)
      }
      return constraints
    }
    next = start
    return nil
  }

  /// Takes a minus or a word that denies what follows it: `-東京`, `not Tokyo`, `outside Kanto`.
  mutating func takeExclusion() -> Bool {
    if let current, case .minus = current.meaning {
      next += 1
      return true
    }
    // `neither fee nor recommendation` denies matters, which is not to exclude what is asked of them.
    if let current, current.has(.denial),
      let matter = atoms[(next + 1)...].first(where: { !isArticle($0) || isMatter($0) }),
      isMatter(matter)
    {
      return false
    }
    guard take(.excludeNext) != nil else { return false }
    skipFillers()
    return true
  }

  /// Takes the words that deny what stands before them; `東京以外は嫌` denies twice.
  private mutating func takeExclusions(behind isDenied: Bool) -> Bool {
    var count = 0
    while takeSoon(.excludeLast, .unwanted) != nil { count += 1 }
    // `除了东京以外` denies once.
    if isDenied, count > 0, !atoms[next - 1].hasAny([.unwanted]) { count -= 1 }
    return isDenied != (count % 2 == 1)
  }

  /// `東京は無理ですか` asks, `関東が無理なら` supposes: neither excludes.
  private mutating func takeSupposition() -> Bool {
    guard next > 0, atoms[next - 1].has(.unwanted), let current,
      atoms[next - 1].range.upperBound == current.range.lowerBound,
      current.hasAny([.either, .filler]),
      ["か", "なら", "だったら", "であれば", "でしょうか", "ですか"].contains(current.source)
    else { return false }
    next += 1
    return true
  }

  func source(from start: Int) -> String {
    guard start < next, start < atoms.count else { return "" }
    return text.original(of: atoms[start].range.lowerBound..<atoms[next - 1].range.upperBound)
  }

  var current: QueryAtom? { next < atoms.count ? atoms[next] : nil }

  mutating func take(_ concepts: Concept...) -> Concept? {
    guard let current, let concept = concepts.first(where: { current.has($0) }) else { return nil }
    next += 1
    return concept
  }

  /// Takes concepts that may stand behind words that only fill.
  mutating func takeSoon(_ concepts: Concept...) -> Concept? { takeSoon(concepts) }

  mutating func takeSoon(_ concepts: [Concept]) -> Concept? {
    let start = next
    while let current, next == start ? !isAfreshBehindMark(current) : !isBehindMark() {
      // A word may fill a sentence and mean something: “required”.
      if let concept = concepts.first(where: { current.has($0) }) {
        next += 1
        return concept
      }
      guard current.has(.filler), !current.hasAny([.denial, .absent]) else { break }
      next += 1
    }
    next = start
    return nil
  }

  /// `300,000 yen, no dormitory`, `関東、だめなら近畿`: behind a mark such a word is said of something else.
  private func isAfreshBehindMark(_ atom: QueryAtom) -> Bool {
    guard isBehindMark() else { return false }
    return atom.has(.unwanted) || atom.has(.denial) && text.scalars[atom.range.lowerBound].isLatin
  }

  /// Whether a mark parts the next part from the one before it: what is said behind it is another matter.
  func isBehindMark() -> Bool {
    guard next > 0, next < atoms.count else { return false }
    let gap =
      atoms[next - 1].range
      .upperBound..<max(
        atoms[next].range.lowerBound, atoms[next - 1].range.upperBound)
    return gap.contains { isMark(text.scalars[$0]) }
  }

  func isMark(_ scalar: Unicode.Scalar) -> Bool { "、。,.!?;".unicodeScalars.contains(scalar) }

  mutating func skipFillers() {
    while let current, current.has(.filler), !current.hasAny([.denial, .absent]) { next += 1 }
  }
}
