import RecruitmentModel

/// Puts steps into an order in which none stands before what it needs; of two that may stand next, the
/// earlier one does.
enum StepOrder {
  /// The steps in order; what needs itself, which no plan makes, comes last.
  static func sorted(_ steps: [PlanStep]) -> [PlanStep] {
    let days = deadlines(of: steps)
    var placed: Set<String> = []
    var rest = steps
    var result: [PlanStep] = []
    while !rest.isEmpty {
      let ready = rest.indices.filter { place in
        rest[place].needs.allSatisfy { placed.contains($0) || days[$0] == nil }
      }
      // Of equal days the one that was put first stands first.
      guard
        let next = ready.min(by: { (days[rest[$0].id] ?? 0, $0) < (days[rest[$1].id] ?? 0, $1) })
      else { return result + rest }
      let step = rest.remove(at: next)
      placed.insert(step.id)
      result.append(step)
    }
    return result
  }

  /// By when each step must be done: its own last day, else the day of the first step that needs it.
  private static func deadlines(of steps: [PlanStep]) -> [String: Int] {
    var days: [String: Int] = [:]
    for step in steps {
      days[step.id] = (step.time.last ?? step.time.first)?.daysSinceEpoch ?? Int.max
    }
    for _ in steps {
      for step in steps where step.time == .unknown {
        let followers = steps.filter { $0.needs.contains(step.id) }
        if let first = followers.compactMap({ days[$0.id] }).min() { days[step.id] = first }
      }
    }
    return days
  }
}
