/// A value that a fact can have.
///
/// Two pages seldom say the same of a thing: one gives the day, the other the day and the hour. What
/// such values have in common decides whether they agree.
public protocol FactValue: Hashable, Sendable, Codable {
  /// One value that says all that both say; nil where they contradict each other, or where it is
  /// not sure that they speak of the same.
  func joined(with other: Self) -> Self?

  /// Whether relying on this value does less harm than relying on the other, should it be wrong: an
  /// earlier deadline, a fee rather than none, a letter rather than none.
  func isMoreCautious(than other: Self) -> Bool
}

extension FactValue {
  /// Values without parts agree only where they are equal.
  public func joined(with other: Self) -> Self? { self == other ? self : nil }

  /// By default neither does less harm.
  public func isMoreCautious(than other: Self) -> Bool { false }

  /// Whether this value says all that the other says.
  public func covers(_ other: Self) -> Bool { joined(with: other) == self }
}

/// A part of a value that either of two statements may leave out.
enum StatedPart {
  /// The part that both allow; `.none` inside where neither states it, nil where they contradict.
  static func joined<Part: Equatable>(_ one: Part?, _ other: Part?) -> Part?? {
    guard let one else { return .some(other) }
    guard let other, other != one else { return .some(one) }
    return nil
  }

  /// The same for dates, of which one may be the other with more said.
  static func joined(_ one: PartialDate?, _ other: PartialDate?) -> PartialDate?? {
    guard let one else { return .some(other) }
    guard let other else { return .some(one) }
    if one.refines(other) { return .some(one) }
    return other.refines(one) ? .some(other) : nil
  }
}

extension PartialDate {
  /// Whether this date is the other one, or the other one with more of it stated.
  func refines(_ other: PartialDate) -> Bool {
    (other.year == nil || other.year == year) && (other.month == nil || other.month == month)
      && (other.day == nil || other.day == day)
  }
}
