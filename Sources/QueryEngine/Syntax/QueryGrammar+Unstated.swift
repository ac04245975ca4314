import DomainLexicon

/// Conditions on what a page does not say.
extension QueryGrammar {
  /// `締切が不明`, `推薦が必要かどうか分からない`, `unknown fee`.
  mutating func unstated() -> [Constraint]? {
    let start = next
    let isBefore = take(.unstated) != nil
    if isBefore { skipFillers() }
    guard let matter = takeMatter() else { return nil }
    if !isBefore {
      guard isWhether(from: start), take(.unstated) != nil else { return nil }
    }
    return [Constraint(matter, .unstated(matter), source: source(from: start))]
  }

  /// What may be said of a matter before it is left open: `無料か有料か`, `必要か`.
  private static var answers: [Concept] { [.present, .need, .free, .charged, .absent, .noNeed] }

  /// Passes over what is asked of the matter: nothing, whether it is (`推薦が必要か`), or two answers with “or”
  /// between them.
  ///
  /// `無料か不明`, `推薦不要または不明` are one answer and what is not stated beside it.
  private mutating func isWhether(from start: Int) -> Bool {
    let isAnswer = atoms[start].hasAny([.free, .charged])
    var answers = isAnswer ? 1 : 0
    var isChoice = false
    while !isBehindMark(), let current, !current.has(.unstated) {
      if current.hasAny(Self.answers) {
        answers += 1
      } else if current.has(.either) {
        isChoice = isAnswer || !current.source.hasPrefix("か")
      } else if !current.has(.filler) {
        return false
      }
      next += 1
    }
    return !isBehindMark() && (!isChoice || answers != 1)
  }

  private mutating func takeMatter() -> ConstraintID? {
    switch take(
      .feeTopic, .free, .charged, .recommendationTopic, .insideRecommendationTopic,
      .obligationTopic, .closes, .places)
    {
    case .feeTopic, .free, .charged: .feeFree
    case .recommendationTopic, .insideRecommendationTopic: .recommendation
    case .obligationTopic: .obligation
    case .closes: .closes
    case .places: .capacity
    default: nil
    }
  }
}
