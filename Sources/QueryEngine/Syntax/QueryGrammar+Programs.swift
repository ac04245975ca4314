import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Conditions on lengths, states, numbers, departments and kinds.
extension QueryGrammar {
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
      bounds = self.bounds(number, takeLimit() ?? before)
    }
    // `6ヶ月から始められる`: the length is the least one.
    _ = takeSoon(.starts, .ends)
    return [Constraint(.months, .months(bounds), source: source(from: start))]
  }

  mutating func status() -> [Constraint]? {
    let start = next
    if let now = statusNow() { return now }
    next = start
    guard current != nil else { return nil }
    let wanted: [(Concept, Set<ProgramStatus>)] = [
      (.inTime, [.open, .rolling, .upcoming]), (.open, [.open, .rolling]), (.upcoming, [.upcoming]),
      (.rolling, [.rolling]), (.noLonger, [.closed, .notAccepting]),
    ]
    if isOfMeans() { return nil }
    for (concept, states) in wanted where take(concept) != nil {
      if concept == .rolling, isOfBeginning(start) {
        // `いつでも開始できる`, `start any time`: it is not the papers that are taken then.
        said.append(source(from: start))
        return []
      }
      // `いつでも応募できる`, `通年で募集している`: the verb says no more.
      if concept == .rolling || concept == .inTime { _ = takeSoon(.open, .apply, .askedAccepting) }
      return [Constraint(.open, .status(states), source: source(from: start))]
    }
    return nil
  }

  /// Whether a word for a beginning stands on either side of a word such as いつでも.
  private mutating func isOfBeginning(_ start: Int) -> Bool {
    if takeSoon(.starts) != nil { return true }
    return start > 0 && atoms[start - 1].has(.starts) && !atoms[start - 1].has(.filler)
  }

  /// `郵送で応募できる`, `外国人でも応募できる`: it says how one applies, or who, not when.
  private func isOfMeans() -> Bool {
    guard next > 1, atoms[next].has(.apply), atoms[next - 1].hasAny([.filler, .and]),
      atoms[next - 1].range.upperBound == atoms[next].range.lowerBound,
      atoms[next - 2].isPlainWord
    else { return false }
    return ["で", "でも", "も", "が"].contains(where: atoms[next - 1].source.hasSuffix)
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
    guard atoms[start].has(.taking) else { return nil }
    if takeSoon(.ended, .noLonger) != nil {
      return [
        Constraint(.open, .status([.closed, .notAccepting]), source: source(from: start))
      ]
    }
    guard takeDenial(or: .stopped) else { return nil }
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
    let isPlaces = takeTakingOfNumber() || take(.places) != nil
    if isPlaces { skipFillers() }
    if take(.few) != nil {
      return [Constraint(.capacity, .fewPlaces, source: source(from: start))]
    }
    let before = take(.atMost, .below, .atLeast, .above)
    guard let people = self.people(isPlaces: isPlaces), let number = people.min else {
      return nil
    }
    next += 1
    let comparison = takeLimit() ?? before
    let bounds = people.max == number ? bounds(number, comparison) : people
    // `3人以上募集している`: the number says what the verb would.
    let here = next
    // `1名しか募集していない`
    if !takeOnly() || takeSoon(.askedNotAccepting, .absent) == nil { next = here }
    _ = takeSoon(.open, .askedAccepting, .taking)
    return [Constraint(.capacity, .capacity(bounds), source: source(from: start))]
  }

  /// `友達と二人で行きたいので2名以上`: beside the places that are asked for, a bare number tells how many ask.
  func keepLimitOfPeople(_ result: inout Interpretation) {
    let isLimited = result.constraints.contains {
      guard case .capacity(let bounds) = $0.condition else { return false }
      return bounds.min != bounds.max
    }
    guard isLimited else { return }
    result.constraints.removeAll { constraint in
      guard case .capacity(let bounds) = constraint.condition, bounds.min == bounds.max,
        !constraint.isExcluded
      else { return false }
      result.ignored.append(constraint.source)
      return true
    }
  }

  /// `招收三名以上`, `accepting four or more`: the verb before a number says no more than the number.
  private mutating func takeTakingOfNumber() -> Bool {
    guard current?.has(.taking) == true else { return false }
    var ahead = self
    ahead.next += 1
    ahead.skipFillers()
    let isLimited = ahead.takeLimit() != nil
    let isNumber =
      switch ahead.current?.meaning {
      case .people: true
      case .number(let number):
        number < 100
          && (isLimited
            || ahead.next + 1 < atoms.count && atoms[ahead.next + 1].hasAny(Self.limits))
      default: false
      }
    if isNumber { next += 1 }
    return isNumber
  }

  /// A number of people; behind `定員` its unit may be left out.
  private func people(isPlaces: Bool) -> Bounds? {
    switch current?.meaning {
    case .people(let people): people
    case .number(let number) where isPlaces: Bounds(exactly: number)
    default: nil
    }
  }

  mutating func department() -> [Constraint]? {
    let start = next
    let isDenied = take(.denial) != nil || isDenialOfDepartmentsGoingOn
    guard let current, case .department(let name) = current.meaning else { return nil }
    next += 1
    if let examination = examination(of: name, from: start) { return examination }
    if !isDenied, let any = anyOfDepartments(after: name) {
      let isAbsent = takeDenial(ofTopic: false)
      return [
        Constraint(.department, .anyOf(any), isExcluded: isAbsent, source: source(from: start))
      ]
    }
    let isAbsent = isDenied || takeDenial(ofTopic: false)
    if !isAbsent { _ = takeSoon(.present) }
    return [
      Constraint(
        .department, .department(name), isExcluded: isAbsent, source: source(from: start))
    ]
  }

  /// `without pediatrics or surgery` is without either.
  private var isDenialOfDepartmentsGoingOn: Bool {
    guard isDenialGoingOn, next > 1, atoms[next - 1].hasAny([.either, .and]),
      case .department = atoms[next - 2].meaning
    else { return false }
    return true
  }

  /// `眼科と皮膚科のどちらか`: the word behind the list says that any of it will do.
  private mutating func anyOfDepartments(after name: String) -> [Constraint.Condition]? {
    let start = next
    var found: [Constraint.Condition] = [.department(name)]
    while let current {
      if case .department(let name) = current.meaning {
        found.append(.department(name))
      } else if !current.has(.and) {
        break
      }
      next += 1
    }
    // `眼科や皮膚科以外` denies each.
    if found.count > 1,
      takeChoice() || isDeniedBehind() || current?.hasAny([.excludeLast, .unwanted]) == true
    {
      return found
    }
    next = start
    return nil
  }

  /// Whether what stands behind a list denies all of it: `眼科と皮膚科がない`.
  private func isDeniedBehind() -> Bool {
    var reader = self
    return reader.takeDenial(ofTopic: false)
  }

  /// Takes a word such as どちらか that stands behind what may be chosen from.
  private mutating func takeChoice() -> Bool {
    skipFillers()
    guard let current, current.has(.either), current.range.count > 2 else { return false }
    next += 1
    _ = takeSoon(.present)
    return true
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
