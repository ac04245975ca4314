import RecruitmentModel

/// How one field is judged by what its label says of it.
struct FieldJudgement {
  private enum Scope {
    /// The label says what is there: all of it, and nothing else, has to be found.
    case everything
    /// The label leaves it open: only these are wrong.
    case only(Set<String>)
  }

  /// The elements that have to be found.
  let wanted: Set<String>
  private let scope: Scope
  private let field: Field
  /// Methods of selection of which no day can be wrong, since the label has none for them.
  private let undated: Set<String>

  init(_ label: LabelledRecord, _ field: Field, _ reading: Statement?) {
    self.field = field
    wanted = reading?.elements(of: field) ?? []
    undated = field == .selectionDates ? reading?.undatedMethods ?? [] : []
    let isClosed = !wanted.isEmpty || Self.isRuledOut(field, by: label, reading)
    scope = isClosed ? .everything : .only(Self.forbidden(field, by: label))
  }

  /// The elements found that are judged at all.
  func judged(_ found: Set<String>) -> Set<String> {
    switch scope {
    case .only(let forbidden): found.intersection(forbidden)
    case .everything: found.filter { !isTolerated($0) }
    }
  }

  /// Whether an element found says what one that is wanted says.
  func agree(_ wanted: String, _ found: String) -> Bool {
    switch field {
    // A hall with its city is the same venue as the city.
    case .venues: wanted.contains(found) || found.contains(wanted)
    case .eligibility, .departments, .documents: Folding.areSimilar(wanted, found)
    default: wanted == found
    }
  }

  private func isTolerated(_ element: String) -> Bool {
    switch field {
    // A charge without an amount is not known to be wrong.
    case .feeFree: wanted.isEmpty && element == "not free"
    case .selectionDates: !wanted.isEmpty && undated.contains { element.hasPrefix($0 + " ") }
    default: false
    }
  }

  private static func isRuledOut(
    _ field: Field, by label: LabelledRecord, _ reading: Statement?
  ) -> Bool {
    guard !field.isList else { return false }
    if label.absent.contains(.fact(field.fact)) || label.absent.contains(.field(field)) {
      return true
    }
    switch (field, reading) {
    case (.examDate, _), (.venues, _): return label.kind != .examination
    // Who says when papers are taken says whether that is at any time.
    case (.applicationRolling, .application): return true
    case (.applicationRolling, _): return label.absent.contains(.field(.applicationWindows))
    case (.feeItems, .fee(let fee)), (.feeYearly, .fee(let fee)): return fee.free
    default: return false
    }
  }

  private static func forbidden(_ field: Field, by label: LabelledRecord) -> Set<String> {
    let elements = label.absent.compactMap { absence in
      if case .element(field.fact, let element) = absence { element } else { nil }
    }
    return Set(elements)
  }
}
