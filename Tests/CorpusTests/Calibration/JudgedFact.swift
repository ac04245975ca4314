import RecruitmentModel

/// A fact that was read from a page and that its label judges.
struct JudgedFact: Hashable, Sendable {
  /// Which fact it is.
  let name: FactName
  /// How sure the reader was.
  let level: ConfidenceLevel
  /// Whether it agrees with the label as a whole: nothing of it is wrong, and nothing is missed.
  let isRight: Bool

  /// The facts of a record that a comparison with a label judges.
  static func all(of facts: Facts, _ comparison: RecordComparison) -> [JudgedFact] {
    let verdicts = comparison.verdicts
    return facts.known.compactMap { name in
      guard let isRight = verdicts[name],
        let confidence = facts.provenance(of: name)?.confidence
      else { return nil }
      let level = ConfidenceLevel(
        sort: ValueSort(of: name), confidence: ConfidenceLevel.hundredths(confidence))
      return JudgedFact(name: name, level: level, isRight: isRight)
    }
  }
}
