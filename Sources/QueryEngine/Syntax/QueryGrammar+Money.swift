import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Conditions on what is paid.
extension QueryGrammar {
  mutating func fee() -> [Constraint]? {
    let start = next
    var isMonthly = false
    // `毎月の修練料が`, `費用は年間`: what is paid and how often stand in any order.
    while true {
      let here = next
      if takeSoon(.monthly) != nil || takeOneMonth() {
        isMonthly = true
      } else if takeSoon(.feeTopic, .perYear) == nil {
        skipFillers()
        let before = next
        takeYear()
        if next == before { next = here }
      }
      if next == here { break }
    }
    let isOfFee = next > start
    skipFillers()
    let parts = takePartOfYear()
    if let daily = sumOfOtherPeriod(start) { return daily }
    let isUnpayable = take(.unpayable) != nil
    if isUnpayable { skipFillers() }
    var isAbout = take(.about) != nil
    let before = take(.atMost, .below, .atLeast, .above)
    guard var amount = sum(isLimited: isOfFee || isUnpayable || before != nil) else { return nil }
    next += 1
    if takeSoon(.monthly) != nil { isMonthly = true } else { _ = takeSoon(.perYear) }
    if take(.about) != nil { isAbout = true }
    let behind = takeLimit() ?? take(.tens) ?? (take(.starts) != nil ? .atLeast : nil)
    switch periodBehind() {
    case .monthly: isMonthly = true
    case .perOther:
      said.append(source(from: start))
      return []
    default: break
    }
    amount = amount.times(parts ?? (takeHalfYear() ? 2 : 1))
    let isOnly = takeOnly()
    if isUnpayable || takeDenial(ofTopic: false, or: .unwanted) {
      let limit = isOnly ? .above : behind ?? before
      return lessThan(amount, limit, from: start, isMonthly: isMonthly)
    }
    let words = source(from: start)
    return sums(amount, behind ?? before, isAbout: isAbout).map {
      $0.id == .feeFree
        ? Constraint(.feeFree, .free, source: words)
        : Constraint($0.id, .fee($0.bounds, isMonthly: isMonthly), source: words)
    }
  }

  /// `3万円以下/月`, `3万円まで(月額)`: how often it is paid, unless that is said of the sum behind it.
  private mutating func periodBehind() -> Concept? {
    let here = next
    guard let period = take(.monthly, .perYear, .perOther) else { return nil }
    let isOfNext =
      switch current?.meaning {
      case .money, .number: true
      case .concept:
        current?.hasAny(
          Self.limits + [.feeTopic, .about, .starts, .taking, .open, .apply, .papers]) == true
      default: false
      }
    if isOfNext { next = here }
    return isOfNext ? nil : period
  }

  /// A sum; a bare number is one where a word for fees or a limit says so.
  private func sum(isLimited: Bool) -> Bounds? {
    switch current?.meaning {
    case .money(let amount): return amount
    case .number(let number) where number >= Self.leastBareSum:
      let isLimited =
        isLimited || next + 1 < atoms.count && atoms[next + 1].hasAny(Self.limits)
      return isLimited ? Bounds(exactly: number) : nil
    default: return nil
    }
  }

  /// Lesser numbers count something else.
  private static var leastBareSum: Int { 3000 }

  /// `半期30万円`, `半年で10万円`, `3か月で5万円`: a part of a year before its sum; how many of them make a year.
  private mutating func takePartOfYear() -> Int? {
    if takeHalfYear() {
      skipFillers()
      return 2
    }
    guard isPeriodOfSum(next), case .length(let length) = atoms[next].meaning,
      let months = length.min, months == length.max, months < 12, 12 % months == 0
    else { return nil }
    next += 2
    return 12 / months
  }

  private mutating func takeHalfYear() -> Bool { take(.perHalfYear) != nil }

  /// `1日1000円以下`: what is paid by the day or the case is in no record's sum, so it is not asked.
  private mutating func sumOfOtherPeriod(_ start: Int) -> [Constraint]? {
    let sum = isPeriodOfSum(next) ? next + 2 : next + 1
    guard current?.has(.perOther) == true || sum == next + 2, sum < atoms.count,
      case .money = atoms[sum].meaning
    else { return nil }
    next = sum + 1
    _ = takeLimit()
    said.append(source(from: start))
    return []
  }

  /// `一年で30万円`, `半年で10万円`: what で joins to a length is what is paid for that long.
  private func isPeriodOfSum(_ place: Int) -> Bool {
    guard place + 2 < atoms.count, case .length = atoms[place].meaning,
      case .money = atoms[place + 2].meaning, ["で", "に"].contains(atoms[place + 1].source)
    else { return false }
    return atoms[place].range.upperBound == atoms[place + 1].range.lowerBound
      && atoms[place + 1].range.upperBound == atoms[place + 2].range.lowerBound
  }

  /// The bounds that a sum sets with the word that limits it.
  private func sums(
    _ amount: Bounds, _ limit: Concept?, isAbout: Bool
  ) -> [(id: ConstraintID, bounds: Bounds)] {
    if let least = amount.min, let most = amount.max, least < most {
      return [(.feeMin, Bounds(min: least)), (.feeMax, Bounds(max: most))]
    }
    let value = amount.max ?? amount.min ?? 0
    if value == 0 { return [(.feeFree, Bounds(exactly: 0))] }
    switch limit {
    case .atLeast: return [(.feeMin, Bounds(min: value))]
    case .above: return [(.feeMin, Bounds(min: value + 1))]
    case .below: return [(.feeMax, Bounds(max: value - 1))]
    case .tens:
      return [
        (.feeMin, Bounds(min: value)), (.feeMax, Bounds(max: value + value.leadingUnit - 1)),
      ]
    case nil where isAbout:
      // `40万円くらい`: a quarter more or less.
      return [(.feeMin, Bounds(min: value - value / 4)), (.feeMax, Bounds(max: value + value / 4))]
    default: return [(.feeMax, Bounds(max: value))]
    }
  }

  /// A limit behind a number; `300,000 yen or under` has it in two words.
  mutating func takeLimit() -> Concept? {
    if let limit = take(.atMost, .below, .atLeast, .above) { return limit }
    guard current?.has(.either) == true, next + 1 < atoms.count,
      let limit = Self.limits.first(where: atoms[next + 1].has), !isFigure(next + 2)
    else { return nil }
    next += 2
    return limit == .below ? .atMost : limit == .above ? .atLeast : limit
  }

  private func isFigure(_ place: Int) -> Bool {
    guard place < atoms.count else { return false }
    return switch atoms[place].meaning {
    case .money, .length, .people, .date: true
    default: false
    }
  }

  /// `40万円しか払えない`: しか, where a denial follows.
  mutating func takeOnly() -> Bool {
    let start = next
    skipFillers()
    if take(.only) != nil { return true }
    next = start
    return false
  }

  /// `一円もかからない`, `30万円もかからない`, `30万円以上は払えない`: what is not reached is not paid.
  private func lessThan(
    _ amount: Bounds, _ limit: Concept?, from start: Int, isMonthly: Bool
  ) -> [Constraint]? {
    guard let value = amount.min, value == amount.max,
      limit == nil || limit == .atLeast || limit == .above
    else { return nil }
    let words = source(from: start)
    if value <= 1 { return [Constraint(.feeFree, .free, source: words)] }
    let most = limit == .above ? value : value - 1
    return [Constraint(.feeMax, .fee(Bounds(max: most), isMonthly: isMonthly), source: words)]
  }

  /// `年50万円`, `1年間で36万円`: what is not said of months is per year anyway.
  mutating func takeYear() {
    if let current, case .length(Bounds(exactly: 12)) = current.meaning,
      next + 2 < atoms.count, isPartOfSentence(atoms[next + 1]),
      current.source.hasSuffix("間") || isPeriodOfSum(next),
      case .money = atoms[next + 2].meaning
    {
      next += 2
      return
    }
    if takeYearOfFee() { return }
    // `一年二十万円`: what stands at once before a sum says what it is for.
    if let current, case .length(Bounds(exactly: 12)) = current.meaning, next + 1 < atoms.count,
      case .money = atoms[next + 1].meaning, current.source.hasSuffix("年"),
      current.range.upperBound == atoms[next + 1].range.lowerBound, !isBehindLength()
    {
      next += 1
      return
    }
    guard let current, case .unknown = current.meaning, ["年", "年間"].contains(current.source),
      let sum = atoms[(next + 1)...].first(where: { !$0.has(.filler) }), case .money = sum.meaning
    else { return }
    next += 1
    skipFillers()
  }

  /// `研修期間1年20万円`, `4月から1年20万円`: what stands before says that it is the length of the training.
  private func isBehindLength() -> Bool {
    guard next > 0, atoms[next - 1].range.upperBound == atoms[next].range.lowerBound else {
      return false
    }
    return ["期間", "から"].contains { atoms[next - 1].source.hasSuffix($0) }
  }

  /// `1年の学費が20万円`: the length is what is paid for.
  private mutating func takeYearOfFee() -> Bool {
    guard let current, case .length(Bounds(exactly: 12)) = current.meaning else { return false }
    let joint = next + 1 < atoms.count && atoms[next + 1].source == "の" ? next + 1 : next
    guard joint + 1 < atoms.count, atoms[joint + 1].has(.feeTopic),
      atoms[joint + 1].range.lowerBound == atoms[joint].range.upperBound
    else { return false }
    next = joint + 1
    return true
  }

  /// `1ヶ月5万円`, `1ヶ月の費用が5万円`: a month before a sum says what the sum is for.
  mutating func takeOneMonth() -> Bool {
    guard let current, case .length(let length) = current.meaning, length == Bounds(exactly: 1),
      let sum = atoms[(next + 1)...].first(where: { !isPartOfSentence($0) && !$0.has(.feeTopic) }),
      case .money = sum.meaning
    else { return false }
    next += 1
    return true
  }

  mutating func free() -> [Constraint]? {
    let start = next
    if take(.charged) != nil {
      return [Constraint(.feeFree, .free, isExcluded: true, source: source(from: start))]
    }
    if take(.free) != nil { return [Constraint(.feeFree, .free, source: source(from: start))] }
    let denied = takeDenialBefore()
    // `neither a fee`; “fee” alone fills a sentence too.
    while denied, let current, current.has(.filler), !current.hasAny([.feeTopic, .absent]) {
      next += 1
    }
    guard take(.feeTopic) != nil else { return nil }
    guard denied || takeDenial(or: .free) || isDeniedTogether() else { return nil }
    return [Constraint(.feeFree, .free, source: source(from: start))]
  }
}

extension Int {
  /// The unit of the first digit: 100,000 for 200,000.
  fileprivate var leadingUnit: Int {
    var unit = 1
    while unit * 10 <= self { unit *= 10 }
    return unit
  }
}
