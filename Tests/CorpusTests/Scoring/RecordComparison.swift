import RecruitmentModel

/// What is found of one program against what its label has, field by field.
struct RecordComparison: Sendable {
  /// One field in which label and finding differ.
  struct Difference: Hashable, Sendable {
    /// The field.
    let field: Field
    /// What the label has.
    let wanted: Set<String>
    /// What was read and is judged.
    let found: Set<String>
  }

  /// The counts of the fields that are judged.
  private(set) var tallies: [Field: Tally] = [:]
  /// Where they are not all right.
  private(set) var differences: [Difference] = []

  /// The facts that are judged, each with whether all of it is right: nothing wrong, nothing missed.
  var verdicts: [FactName: Bool] {
    let whole = tallies.reduce(into: [FactName: Tally]()) { sums, entry in
      sums[entry.key.fact, default: Tally()] += entry.value
    }
    return whole.mapValues { $0.wrong + $0.missed == 0 }
  }

  /// All fields of the headline together.
  var total: Tally {
    tallies.filter { !$0.key.isList }.values.reduce(Tally(), +)
  }

  /// Compares; of several accepted values of a fact, the one that fits best counts.
  init(_ label: LabelledRecord, _ found: Statements) {
    for fact in Field.facts {
      let tried = label.readings(of: fact).map { FactComparison(label, fact, $0, found[fact]) }
      guard let best = tried.max(by: { $0.merit < $1.merit }) else { continue }
      tallies.merge(best.tallies, uniquingKeysWith: +)
      differences += best.differences
    }
  }

  /// Counts a record that was not found as missed, every element of it.
  init(missing label: LabelledRecord) {
    self.init(label.facts) { Tally(missed: $0) }
  }

  /// Counts a record that the page does not have as wrong, every element of it.
  init(surplus found: Statements) {
    self.init(found) { Tally(wrong: $0) }
  }

  private init(_ statements: Statements, counting tally: (Int) -> Tally) {
    for field in Field.allCases where !field.isList {
      let elements = statements[field.fact]?.elements(of: field) ?? []
      if !elements.isEmpty { tallies[field] = tally(elements.count) }
    }
  }
}

/// One fact against one accepted value of it.
private struct FactComparison {
  var tallies: [Field: Tally] = [:]
  var differences: [RecordComparison.Difference] = []

  /// How well the value fits.
  var merit: Int {
    tallies.values.reduce(0) { $0 + $1.right - $1.wrong - $1.missed }
  }

  init(
    _ label: LabelledRecord, _ fact: FactName, _ reading: Statement?, _ statement: Statement?
  ) {
    for field in Field.of(fact) {
      let judgement = FieldJudgement(label, field, reading)
      let wanted = judgement.wanted
      let found = judgement.judged(statement?.elements(of: field) ?? [])
      let right = wanted.filter { element in found.contains { judgement.agree(element, $0) } }
      let wrong = found.filter { element in !wanted.contains { judgement.agree($0, element) } }
      let tally = Tally(
        right: right.count, wrong: wrong.count, missed: wanted.count - right.count)
      if tally != Tally() { tallies[field] = tally }
      if tally.wrong + tally.missed > 0 {
        differences.append(.init(field: field, wanted: wanted, found: found))
      }
    }
  }
}
