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
      while let current, current.has(.filler) || current.hasAny(Self.answers) { next += 1 }
      guard take(.unstated) != nil else { return nil }
    }
    return [Constraint(matter, .unstated, source: source(from: start))]
  }

  /// What may be said of a matter before it is left open: `無料か有料か`, `必要か`.
  private static var answers: [Concept] {
    [.present, .need, .either, .free, .charged, .absent]
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
