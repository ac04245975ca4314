public import RecruitmentModel

/// The name of a condition, as answers carry it.
public enum ConstraintID: String, Hashable, Sendable, Codable, CaseIterable {
  case feeFree = "fee.free"
  case feeMax = "fee.max"
  case feeMin = "fee.min"
  case region
  case institution
  case recommendation
  case obligation
  case months = "period.months"
  case start = "period.start"
  case open = "application.open"
  case closes = "application.closes"
  case accepting
  case kind
  case capacity
  case department
}

/// A condition that a query asks of programs.
public struct Constraint: Hashable, Sendable {
  /// What is asked.
  public enum Condition: Hashable, Sendable {
    /// Nothing is to be paid.
    case free
    /// All that is to be paid a year, or a month, lies within bounds in yen.
    case fee(Bounds, isMonthly: Bool)
    /// The hospital stands in one of some prefectures or municipalities.
    case place(prefectures: [String], cities: [String])
    /// It is one of some institutions, by id.
    case institution([String])
    /// The recommendation is one of some.
    case recommendation(Set<Recommendation>)
    /// Where one must stay is exactly some places; nil asks for any duty.
    case obligation(Set<Obligation.Place>?)
    /// The training may last so many months.
    case months(Bounds)
    /// The training begins in a month, of a year if one is named.
    case start(PartialDate)
    /// Papers are taken in one of some states.
    case status(Set<ProgramStatus>)
    /// A window closes within a month of any year, or within a third of it.
    case closesInMonth(Int, ApplicationWindow.Part?)
    /// A window closes within some days.
    case closesWithin(ClosedRange<CalendarDay>)
    /// The page says outright whether trainees are taken.
    case accepting(Acceptance)
    /// The kind; for look-alikes the name in record ids, for examinations which one it is (see `ExaminationNames`).
    case kind(ProgramKind, slug: String?)
    /// The number of places.
    case capacity(Bounds)
    /// The page says 若干名.
    case fewPlaces
    /// A department is listed.
    case department(String)
    /// Papers are taken on some day of a month, of any year if none is named.
    case takesPapers(PartialDate)
    /// The training begins in a month or later.
    case startFrom(PartialDate)
    /// The training begins in a month or earlier.
    case startUntil(PartialDate)
    /// The page does not say what the condition of a name asks about.
    case unstated(ConstraintID)
    /// Any of some conditions of one kind: 皮膚科または泌尿器科.
    indirect case anyOf([Condition])
  }

  /// The name of the condition.
  public var id: ConstraintID
  /// What is asked.
  public var condition: Condition
  /// Whether the opposite is asked.
  public var isExcluded: Bool
  /// The words of the query that say so.
  public var source: String

  /// Makes a condition.
  public init(
    _ id: ConstraintID, _ condition: Condition, isExcluded: Bool = false, source: String
  ) {
    self.id = id
    self.condition = condition
    self.isExcluded = isExcluded
    self.source = source
  }
}

extension Constraint {
  /// This condition or another one, as one; nil where the two cannot be said together.
  func or(_ other: Constraint) -> Constraint? {
    // `皮膚科または眼科以外` denies both.
    guard other.isExcluded || !isExcluded else { return nil }
    guard let joined = joined(with: other.condition, of: other.id) else { return nil }
    return Constraint(
      joined.id, joined.condition, isExcluded: other.isExcluded, source: source)
  }

  private func joined(
    with other: Condition, of otherID: ConstraintID
  ) -> (id: ConstraintID, condition: Condition)? {
    switch (condition, other) {
    // What is free lies below every limit.
    case (.free, .fee(let bounds, _)) where bounds.min == nil: return (otherID, other)
    case (.fee(let bounds, _), .free) where bounds.min == nil: return (id, condition)
    case (.place(let one, let oneCities), .place(let two, let twoCities)):
      return (id, .place(prefectures: one + two, cities: oneCities + twoCities))
    case (.institution(let one), .institution(let two)): return (id, .institution(one + two))
    case (.recommendation(let one), .recommendation(let two)):
      return (id, .recommendation(one.union(two)))
    case (.status(let one), .status(let two)): return (id, .status(one.union(two)))
    case (.anyOf(let some), _) where id == otherID: return (id, .anyOf(some + [other]))
    default: return id == otherID ? (id, .anyOf([condition, other])) : nil
    }
  }
}

/// The answer to a condition.
public enum Verdict: String, Hashable, Sendable, Codable {
  case yes
  case no
  case unknown

  /// The answer to the opposite condition.
  var opposite: Verdict {
    switch self {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }
}

/// Whether papers are taken on a day; computed, never stored.
public enum ProgramStatus: String, Hashable, Sendable, Codable, CaseIterable {
  case open
  case upcoming
  case closed
  case rolling
  case notAccepting = "not-accepting"
  case unknown
}
