import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Conditions on recommendations and duties.
extension QueryGrammar {
  mutating func recommendation() -> [Constraint]? {
    let start = next
    if take(.outsideLetter) != nil {
      return [Constraint(.recommendation, .recommendation([.letter]), source: source(from: start))]
    }
    var isDenied = take(.denial) != nil
    if isDenied { skipFillers() }
    guard let topic = take(.insideRecommendationTopic, .recommendationTopic) else { return nil }
    let isInside = topic == .insideRecommendationTopic
    while take(.recommendationTopic) != nil {}
    var isAsked = false
    if !isDenied {
      if takeSoon(.absent, .noNeed) != nil {
        isDenied = true
      } else {
        isAsked = takeSoon(.present, .need) != nil
      }
    }
    let wanted: Set<Recommendation> =
      isDenied ? [.notRequired] : isInside ? [.inside] : [.letter, .inside]
    guard isDenied || isInside || isAsked else { return nil }
    // `推薦がなくても応募できる`: the verb is part of what is said of the recommendation.
    if source(from: start).hasSuffix("ても") { _ = takeSoon(.open) }
    return [Constraint(.recommendation, .recommendation(wanted), source: source(from: start))]
  }

  mutating func obligation() -> [Constraint]? {
    let start = next
    func found(_ places: Set<Obligation.Place>?) -> [Constraint] {
      [Constraint(.obligation, .obligation(places), source: source(from: start))]
    }
    if take(.freeChoice) != nil { return found([]) }
    let denied = take(.denial) != nil
    if denied { skipFillers() }
    if let place = take(.sameHospital, .samePrefecture) {
      skipFillers()
      _ = take(.obligationTopic)
      if denied || takeSoon(.absent, .noNeed) != nil { return found([]) }
      _ = takeSoon(.present, .need)
      return found(place == .sameHospital ? [.hospital] : [.prefecture])
    }
    guard take(.obligationTopic) != nil else { return nil }
    if denied || takeSoon(.absent, .noNeed) != nil { return found([]) }
    _ = takeSoon(.present, .need)
    return found(nil)
  }
}
