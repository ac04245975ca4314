extension Intake: FactValue {}

extension Acceptance: FactValue {
  /// A refusal does less harm than an invitation.
  public func isMoreCautious(than other: Acceptance) -> Bool {
    let order: [Acceptance] = [.yes, .byEnquiry, .no]
    return order.places(self, after: other)
  }
}

extension Training: FactValue {
  /// Joins length, first and last day; nothing ends before it starts.
  public func joined(with other: Training) -> Training? {
    guard let months = StatedPart.joined(months, other.months),
      let starts = StatedPart.joined(starts, other.starts),
      let ends = StatedPart.joined(ends, other.ends)
    else { return nil }
    if let starts, let ends, starts.isSurelyAfter(ends) { return nil }
    return Training(months: months, starts: starts, ends: ends)
  }
}

extension Selection: FactValue {
  /// Joins the days of the same steps; one may leave out steps that the other names.
  public func joined(with other: Selection) -> Selection? {
    guard let result = StatedPart.joined(result, other.result) else { return nil }
    let (more, fewer) =
      steps.count >= other.steps.count ? (steps, other.steps) : (other.steps, steps)
    var joined = more
    var next = joined.startIndex
    for step in fewer {
      guard let place = joined[next...].firstIndex(where: { $0.method == step.method }),
        let date = StatedPart.joined(joined[place].date, step.date)
      else { return nil }
      joined[place].date = date
      next = place + 1
    }
    return Selection(steps: joined, result: result)
  }
}

extension Recommendation: FactValue {
  /// What asks for more does less harm.
  public func isMoreCautious(than other: Recommendation) -> Bool {
    let order: [Recommendation] = [.notRequired, .letter, .inside]
    return order.places(self, after: other)
  }
}

extension Obligation: FactValue {
  /// Joins the firmness of a duty to the same places.
  public func joined(with other: Obligation) -> Obligation? {
    guard scope == other.scope, let strength = StatedPart.joined(strength, other.strength) else {
      return nil
    }
    return Obligation(scope: scope, strength: strength)
  }

  /// A duty does less harm than none, a firm one less than a loose one.
  public func isMoreCautious(than other: Obligation) -> Bool {
    if scope.isEmpty != other.scope.isEmpty { return other.scope.isEmpty }
    return strength == .required && other.strength != .required
  }
}

extension Capacity: FactValue {
  /// Joins the ends of a range; a number and 若干名 do not go together.
  public func joined(with other: Capacity) -> Capacity? {
    guard few == other.few, let min = StatedPart.joined(min, other.min),
      let max = StatedPart.joined(max, other.max)
    else { return nil }
    if let min, let max, max < min { return nil }
    return Capacity(min: min, max: max, few: few)
  }
}

extension Contact: FactValue {
  /// Joins two contacts that share a part: only then it is the same office.
  public func joined(with other: Contact) -> Contact? {
    let pairs = [(office, other.office), (email, other.email), (phone, other.phone)]
    guard pairs.contains(where: { $0.0 != nil && $0.0 == $0.1 }),
      let office = StatedPart.joined(office, other.office),
      let email = StatedPart.joined(email, other.email),
      let phone = StatedPart.joined(phone, other.phone)
    else { return nil }
    return Contact(office: office, email: email, phone: phone)
  }
}

/// What a fact can have a list of.
public protocol ListedValue: Hashable, Sendable, Codable {}

extension String: ListedValue {}
extension ExaminationDay: ListedValue {}
extension EligibilityRule: ListedValue {}
extension PathwayStep: ListedValue {}

extension Array: FactValue where Element: ListedValue {
  /// The longer of two lists, where it has all of the shorter.
  public func joined(with other: [Element]) -> [Element]? {
    let (more, fewer) = count >= other.count ? (self, other) : (other, self)
    return Set(more).isSuperset(of: fewer) ? more : nil
  }
}

extension Array where Element: Equatable {
  /// Whether one element stands behind another.
  fileprivate func places(_ one: Element, after other: Element) -> Bool {
    guard let one = firstIndex(of: one), let other = firstIndex(of: other) else { return false }
    return one > other
  }
}
