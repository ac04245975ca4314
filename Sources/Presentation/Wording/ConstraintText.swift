public import QueryEngine
import RecruitmentModel

/// Writes what a query was taken to mean.
public struct ConstraintText: Sendable {
  private let facts: FactText
  private var wording: Wording { facts.wording }
  /// How many prefectures are named one by one before only their number is given.
  private static let mostPlaces = 7

  /// Makes a writer.
  public init(_ facts: FactText) {
    self.facts = facts
  }

  /// A condition with the words that were read as it: `無料 → free of charge`.
  public func line(_ constraint: Constraint, institutionNames: ([String]) -> [String]) -> String {
    let not = constraint.isExcluded ? wording("query.not") + " " : ""
    return "\(SafeText.line(constraint.source)) → \(not)\(meaning(constraint, institutionNames))"
  }

  private func meaning(_ constraint: Constraint, _ institutionNames: ([String]) -> [String])
    -> String
  {
    constraint.condition == .unstated(constraint.id)
      ? wording("constraint.unstated", wording("constraint.topic.\(constraint.id.rawValue)"))
      : wording("constraint.\(constraint.id.rawValue)", value(constraint, institutionNames))
  }

  private func value(_ constraint: Constraint, _ institutionNames: ([String]) -> [String]) -> String
  {
    value(constraint.condition, institutionNames)
  }

  private func value(
    _ condition: Constraint.Condition, _ institutionNames: ([String]) -> [String]
  ) -> String {
    switch condition {
    case .free, .fewPlaces: wording("few")
    case .unstated: wording("unstated")
    case .fee(let bounds, let isMonthly):
      facts.yen(Bounds(exactly: bounds.max ?? bounds.min ?? 0))
        + (isMonthly ? wording("constraint.perMonth") : "")
    case .place(let prefectures, let cities): places(prefectures + cities)
    case .institution(let ids):
      (institutionNames(ids).isEmpty ? ids : institutionNames(ids)).joined(separator: wording("or"))
    case .recommendation(let wanted):
      wanted.map(\.rawValue).sorted().map { wording("recommendation.\($0)") }.joined(
        separator: wording("or"))
    case .obligation(nil): wording("obligation.any")
    case .obligation(let places?):
      facts.obligation(Obligation(scope: places.sorted { $0.rawValue < $1.rawValue }))
    case .months(let bounds): facts.months(bounds)
    case .start(let date), .takesPapers(let date):
      date.year == nil ? wording("month", date.month ?? 0) : date.description
    case .status(let states):
      states.map(\.rawValue).sorted().map { wording("status.\($0)") }.joined(
        separator: wording("or"))
    case .closesInMonth(let month, nil): wording("month", month)
    case .closesInMonth(let month, let part?):
      wording("monthPart", wording("month.\(month)"), wording("part.\(part.rawValue)"))
    case .closesWithin(let days): span(days)
    case .accepting(let value): wording("accepting.\(value.rawValue)")
    case .kind(.examination, let name?): examination(ExaminationAsked(name))
    case .kind(let kind, let slug): slug ?? wording("kind.\(kind.rawValue)")
    case .capacity(let bounds): facts.capacity(Capacity(min: bounds.min, max: bounds.max))
    case .department(let name): SafeText.line(name)
    case .startFrom(let date): wording("from", date)
    case .startUntil(let date): wording("startUntil", date)
    case .anyOf(let conditions):
      conditions.map { value($0, institutionNames) }.joined(separator: wording("or"))
    }
  }

  private func examination(_ asked: ExaminationAsked) -> String {
    switch asked {
    case .preliminary: wording("examination.preliminary")
    case .national: wording("examination.national")
    case .named(let name): wording("examination.named", SafeText.line(name))
    case .any(let name): wording("examination.any", name)
    }
  }

  /// The days between which something closes; an end that lies a lifetime away was not asked for.
  private func span(_ days: ClosedRange<CalendarDay>) -> String {
    let lifetime = 20_000
    let isOpenBefore = days.upperBound.daysSinceEpoch - days.lowerBound.daysSinceEpoch > lifetime
    if isOpenBefore, days.lowerBound.daysSinceEpoch == 0 {
      return wording("until", days.upperBound)
    }
    return isOpenBefore
      ? wording("from", days.lowerBound) : "\(days.lowerBound) – \(days.upperBound)"
  }

  private func places(_ names: [String]) -> String {
    names.prefix(Self.mostPlaces).map(facts.place).joined(
      separator: wording.language == .japanese ? "・" : ", ")
      + (names.count > Self.mostPlaces ? " … (\(names.count))" : "")
  }
}
