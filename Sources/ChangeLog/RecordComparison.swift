public import RecruitmentModel

/// Finds what changed between two sets of records.
///
/// Facts are compared, not texts: other quotations, another order of the pages, another time of
/// fetching or another confidence are no change.
public struct RecordComparison: Sendable {
  /// Two closing days that lie further apart belong to two intakes: hospitals recruit once a year.
  private static let longestMove = 270

  private let noticed: Timestamp

  /// Makes a comparison whose changes are dated with the time at which they are noticed.
  public init(noticed: Timestamp) {
    self.noticed = noticed
  }

  /// The changes that lead from earlier records to later ones, in the order of ids and facts.
  ///
  /// A program that the log has as gone does not appear but reappears.
  public func changes(
    from earlier: [Program], to later: [Program], after log: ChangeLog = ChangeLog()
  ) throws -> [Change] {
    let before = Dictionary(earlier.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    let after = Dictionary(later.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    return try Set(before.keys).union(after.keys).sorted().flatMap { id -> [Change] in
      switch (before[id], after[id]) {
      case (let old?, let new?): try changes(from: old, to: new)
      case (let old?, nil): [Change(of: old, noticed: noticed, .gone)]
      case (nil, let new?):
        [Change(of: new, noticed: noticed, log.lists(asGone: id) ? .reappeared : .appeared)]
      case (nil, nil): []
      }
    }
  }

  private func changes(from old: Program, to new: Program) throws -> [Change] {
    guard old.facts != new.facts else { return [] }
    let before = try FactStatements(old)
    let after = try FactStatements(new)
    let isNewIntake = Self.isOtherIntake(old.facts, new.facts)
    let compared: [FactName] = isNewIntake ? [.accepting] : FactName.allCases
    let moves = compared.flatMap { changes(of: $0, in: new, before[$0], after[$0]) }
    return isNewIntake ? intake(of: new, before, after) + moves : moves
  }

  /// The guideline of another intake, and the closing day that it states.
  private func intake(
    of program: Program, _ before: FactStatements, _ after: FactStatements
  ) -> [Change] {
    let fact: FactName = after[.intake] == nil ? .application : .intake
    let isNamed = fact == .intake
    let first = Change(
      of: program, noticed: noticed, .newIntake, fact: fact, before: before[fact],
      after: after[fact])
    guard isNamed, let application = after[.application] else { return [first] }
    return [
      first,
      Change(of: program, noticed: noticed, .stated, fact: .application, after: application),
    ]
  }

  private func changes(
    of fact: FactName, in program: Program, _ before: ChangeStatement?, _ after: ChangeStatement?
  ) -> [Change] {
    func change(_ event: Change.Event, part: String? = nil) -> Change {
      Change(
        of: program, noticed: noticed, event, fact: fact, part: part, before: before, after: after)
    }
    switch (before, after) {
    case (let before?, let after?):
      let parts = ValueParts.differing(fact, before.value, after.value)
      if fact == .accepting, let event = Self.turn(before.value, after.value) {
        return [change(event)]
      }
      return parts.map { change(.moved, part: $0) }
    case (nil, .some): return [change(.stated)]
    case (.some, nil): return [change(.withdrawn)]
    case (nil, nil): return []
    }
  }

  /// Whether trainees begin or cease to be taken.
  private static func turn(_ before: JSONValue, _ after: JSONValue) -> Change.Event? {
    let no = JSONValue.string(Acceptance.no.rawValue)
    guard before != after else { return nil }
    return before == no ? .started : after == no ? .stopped : nil
  }

  /// Whether two sets of facts are of different intakes: they name different years, or, where one
  /// names none, their days lie too far apart for a move.
  private static func isOtherIntake(_ old: Facts, _ new: Facts) -> Bool {
    if let one = old.intake?.value.year, let other = new.intake?.value.year { return one != other }
    let pairs = [
      (lastDay(old), lastDay(new)),
      (
        old.training?.value.starts?.calendarDay?.daysSinceEpoch,
        new.training?.value.starts?.calendarDay?.daysSinceEpoch
      ),
    ]
    return pairs.contains { one, other in
      guard let one, let other else { return false }
      return other - one >= longestMove
    }
  }

  private static func lastDay(_ facts: Facts) -> Int? {
    facts.application?.value.windows.compactMap { $0.closingDays?.upperBound.daysSinceEpoch }.max()
  }
}
