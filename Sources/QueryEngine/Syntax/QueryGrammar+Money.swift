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
    skipFillers()
    let before = take(.atMost, .below, .atLeast, .above)
    guard let current, case .money(let amount) = current.meaning else { return nil }
    next += 1
    if takeSoon(.monthly) != nil { isMonthly = true } else { _ = takeSoon(.perYear) }
    let behind =
      take(.atMost, .below, .atLeast, .above, .tens) ?? (take(.starts) != nil ? .atLeast : nil)
    if behind == nil, takeSoon(.absent, .noNeed) != nil {
      return lessThan(amount, from: start, isMonthly: isMonthly)
    }
    let words = source(from: start)
    func constraint(_ id: ConstraintID, _ bounds: Bounds) -> Constraint {
      Constraint(id, .fee(bounds, isMonthly: isMonthly), source: words)
    }
    if let least = amount.min, let most = amount.max, least < most {
      return [
        constraint(.feeMin, Bounds(min: least)), constraint(.feeMax, Bounds(max: most)),
      ]
    }
    let value = amount.max ?? amount.min ?? 0
    if value == 0 { return [Constraint(.feeFree, .free, source: words)] }
    switch behind ?? before {
    case .atLeast: return [constraint(.feeMin, Bounds(min: value))]
    case .above: return [constraint(.feeMin, Bounds(min: value + 1))]
    case .below: return [constraint(.feeMax, Bounds(max: value - 1))]
    case .tens:
      return [
        constraint(.feeMin, Bounds(min: value)),
        constraint(.feeMax, Bounds(max: value + value.leadingUnit - 1)),
      ]
    default: return [constraint(.feeMax, Bounds(max: value))]
    }
  }

  /// `一円もかからない`, `30万円もかからない`: what is not even reached is not paid.
  private func lessThan(_ amount: Bounds, from start: Int, isMonthly: Bool) -> [Constraint]? {
    guard let value = amount.min, value == amount.max else { return nil }
    let words = source(from: start)
    if value <= 1 { return [Constraint(.feeFree, .free, source: words)] }
    return [
      Constraint(.feeMax, .fee(Bounds(max: value - 1), isMonthly: isMonthly), source: words)
    ]
  }

  /// `年50万円`: what is not said of months is per year anyway.
  mutating func takeYear() {
    guard let current, case .unknown = current.meaning, ["年", "年間"].contains(current.source),
      let sum = atoms[(next + 1)...].first(where: { !$0.has(.filler) }), case .money = sum.meaning
    else { return }
    next += 1
    skipFillers()
  }

  /// `1ヶ月5万円`: a month before a sum says what the sum is for.
  mutating func takeOneMonth() -> Bool {
    guard let current, case .length(let length) = current.meaning, length == Bounds(exactly: 1),
      let sum = atoms[(next + 1)...].first(where: { !$0.has(.filler) }), case .money = sum.meaning
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
    let denied = take(.denial) != nil
    guard take(.feeTopic) != nil else { return nil }
    guard denied || takeSoon(.free, .absent, .noNeed) != nil || isDeniedTogether() else {
      return nil
    }
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
