import RecruitmentModel
import SearchIndex

/// Asks conditions of many programs at once, and remembers what they answered.
struct ConditionAsker {
  /// Of fewer programs than this part of a kind a condition is asked without remembering it.
  private static let rare = 8

  let evaluator: ConditionEvaluator
  let table: FacetTable

  /// The programs of a kind, or all.
  func programs(of kind: ProgramKind?) -> DocumentSet {
    let all = DocumentSet(allOf: table.count)
    guard let kind else { return all }
    let constraint = Constraint(.kind, .kind(kind, slug: nil), source: "")
    return verdicts(constraint, of: all, among: all, nil).yes
  }

  /// What programs answer to a condition.
  ///
  /// - Parameters:
  ///   - constraint: The condition.
  ///   - programs: The programs whose answers count.
  ///   - everybody: All programs of the kind.
  ///   - kind: The kind; nil for all.
  /// - Returns: The answers; those of other programs do not count.
  func verdicts(
    _ constraint: Constraint, of programs: DocumentSet, among everybody: DocumentSet,
    _ kind: ProgramKind?
  ) -> ListingMemory.Verdicts {
    let key = ListingMemory.ConditionKey(
      condition: constraint.condition, isExcluded: constraint.isExcluded, kind: kind)
    let memory = table.memory.conditions
    if let kept = memory[key] { return kept }
    let isRare = programs.count < everybody.count / Self.rare
    let answers = asked(constraint, of: isRare ? programs : everybody)
    if !isRare { memory.keep(answers, for: key, size: 2 * everybody.size + 512) }
    return answers
  }

  private func asked(_ constraint: Constraint, of programs: DocumentSet) -> ListingMemory.Verdicts {
    var answers = ListingMemory.Verdicts(
      yes: DocumentSet(of: table.count), unknown: DocumentSet(of: table.count))
    let test = evaluator.test(constraint)
    programs.forEach { standing in
      switch test(table.document(at: standing)) {
      case .yes: answers.yes.insert(standing)
      case .unknown: answers.unknown.insert(standing)
      case .no: break
      }
    }
    return answers
  }
}
