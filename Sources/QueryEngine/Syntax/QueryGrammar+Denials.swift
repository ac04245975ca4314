import DomainLexicon
import JapaneseText
import RecruitmentModel

/// What denies, and what takes back.
extension QueryGrammar {
  /// Takes a word that denies what stands before it: `推薦が要らない`.
  ///
  /// One that denies what follows it is left: `pediatrics without recommendation`, `儿科不需要推荐信`.
  ///
  /// - Parameters:
  ///   - isTopic: Whether what stands before it is a matter that is mostly denied behind its name.
  ///   - concepts: What will do as well.
  /// - Returns: Whether there was one.
  mutating func takeDenial(ofTopic isTopic: Bool = true, or concepts: Concept...) -> Bool {
    let start = next
    guard let concept = takeSoon([.absent, .noNeed] + concepts) else { return false }
    if [.absent, .noNeed].contains(concept), deniesNext(next - 1, behindTopic: isTopic) {
      next = start
      return false
    }
    return true
  }

  private func deniesNext(_ place: Int, behindTopic isTopic: Bool) -> Bool {
    guard atoms[place].has(.denial), place + 1 < atoms.count else { return false }
    let word = atoms[place].range
    if text.scalars[word.lowerBound].isLatin {
      let rest = atoms[(place + 1)...].drop { $0.has(.filler) && !isDeniable($0) }
      guard let named = rest.first, isDeniable(named) else { return false }
      return !(word.upperBound..<named.range.lowerBound).contains { isMark(text.scalars[$0]) }
    }
    guard isDeniable(atoms[place + 1]), atoms[place + 1].range.lowerBound == word.upperBound else {
      return false
    }
    return !isTopic || word.lowerBound > 0 && text.scalars[word.lowerBound - 1].isBlank
  }

  private func isDeniable(_ atom: QueryAtom) -> Bool {
    switch atom.meaning {
    case .department, .place: true
    case .concept:
      atom.hasAny([
        .feeTopic, .recommendationTopic, .insideRecommendationTopic, .obligationTopic,
        .outsideLetter, .insidePerson, .outsidePerson, .sameHospital, .samePrefecture, .later,
      ])
    default: false
    }
  }

  /// `推薦も義務もない`, `費用と推薦状が不要`, `推薦・義務なし`: what stands behind the last of several matters is said of each.
  func isDeniedTogether() -> Bool {
    guard next > 0, next < atoms.count, isListed(next) else { return false }
    let rest = atoms.indices[next...].drop {
      isListed($0) || isMatter(atoms[$0]) || isOfNextMatter($0)
    }
    // `費用も推薦も一切ない`
    guard let end = rest.first(where: { !isOnlyFiller(atoms[$0]) }),
      rest.startIndex > next + (isMatter(atoms[next]) ? 0 : 1)
    else {
      return false
    }
    return atoms[end].hasAny([.absent, .noNeed])
  }

  /// `卒後の義務`: when a matter is due is said before its name.
  private func isOfNextMatter(_ place: Int) -> Bool {
    if atoms[place].source == "の", place > 0 { return atoms[place - 1].has(.later) }
    let joint = place + 1 < atoms.count && atoms[place + 1].source == "の" ? 2 : 1
    return atoms[place].has(.later) && place + joint < atoms.count
      && isMatter(atoms[place + joint])
  }

  private func isOnlyFiller(_ atom: QueryAtom) -> Bool {
    atom.has(.filler) && !atom.hasAny([.absent, .noNeed])
  }

  /// Whether a part joins matters, or stands behind a mark that does.
  private func isListed(_ place: Int) -> Bool {
    if atoms[place].source == "も" || atoms[place].has(.and) { return true }
    guard isMatter(atoms[place]) || isOfNextMatter(place) else { return false }
    let gap = atoms[place - 1].range.upperBound..<atoms[place].range.lowerBound
    return ["・", "、", ","].contains(text.string(in: gap))
  }

  func isMatter(_ atom: QueryAtom) -> Bool {
    atom.hasAny([.feeTopic, .recommendationTopic, .obligationTopic])
  }

  /// Takes a denial before a matter, or goes on with that before the last one.
  mutating func takeDenialBefore() -> Bool {
    if take(.denial) != nil { return true }
    guard isDenialGoingOn else { return false }
    let start = next
    defer { next = start }
    guard take(.feeTopic, .recommendationTopic, .insideRecommendationTopic, .obligationTopic) != nil
    else { return false }
    // `no recommendation, obligation ok`: behind a comma a list goes on only where it says so.
    let end = endBeforeArticles(start)
    let isJoined = end > 0 && atoms[end - 1].hasAny([.either, .and])
    let goesOn =
      next < atoms.count
      && atoms[next].hasAny([
        .either, .and, .feeTopic, .recommendationTopic, .insideRecommendationTopic,
        .obligationTopic,
      ])
    guard isJoined || goesOn else { return false }
    return takeSoon(.present, .need, .absent, .noNeed, .tolerated, .indifferent) == nil
  }

  /// `without a fee, a recommendation or an obligation`: a word of the vocabulary that denies the fee and goes on.
  func isDenialOfFee(_ place: Int) -> Bool {
    let word = atoms[place].source.lowercased()
    return atoms[place].has(.free) && ["no ", "not ", "without "].contains(where: word.hasPrefix)
  }

  /// `no fee or a recommendation`: little words of a sentence in Latin letters stand before a matter.
  func endBeforeArticles(_ place: Int) -> Int {
    var end = place
    while end > 0, isArticle(atoms[end - 1]), !isMatter(atoms[end - 1]) { end -= 1 }
    return end
  }

  func isArticle(_ atom: QueryAtom) -> Bool {
    atom.has(.filler) && !atom.hasAny([.either, .and, .denial]) && atom.source.count <= 3
      && atom.source.allSatisfy(\.isASCII)
  }

  // MARK: Taking back

  /// A denial that no rule has read turns what stands before it into its opposite, or into something
  /// else, and 問わない says that it does not matter: the condition is not asked, and named.
  mutating func withdraw(behind atom: QueryAtom, _ result: inout Interpretation) {
    // 冈山和广岛都可以, 関東と関西のどちらでもいい: any of these places will do.
    if atom.has(.allFine), isBehindPlaces(next - 1) { return }
    switch atom.meaning {
    case .verbal where Self.denials.contains(where: atom.source.hasSuffix): break
    case .concept(let concepts) where !concepts.isDisjoint(with: Self.reversals): break
    // 募集を停止していない, 病院が負担しない: the denied verb is a word of its own.
    case .concept(let concepts)
    where concepts.contains(.stopped) && Self.denials.contains(where: atom.source.hasSuffix):
      break
    case .verbal: return
    case .concept(let concepts) where concepts.contains(.filler) || isPartOfSentence(atom): return
    default:
      latest = 0
      return
    }
    withdrawLatest(&result)
  }

  private func isBehindPlaces(_ place: Int) -> Bool {
    guard place > 0 else { return false }
    if atoms[place - 1].isPlaceOrInstitution { return true }
    return atoms[..<place].last { !$0.has(.filler) }?.isPlaceOrInstitution == true
      && atoms[..<place].count(where: \.isPlaceOrInstitution) > 1
  }

  /// `有料でもいい`: what is rather not wanted is not asked for by who bears it.
  ///
  /// `推薦は必要ですか` asks whether, not for one.
  mutating func withdrawTolerated(_ result: inout Interpretation) {
    guard latest > 0, let current else { return }
    let asked = result.constraints.suffix(latest)
    if current.has(.tolerated)
      ? asked.allSatisfy(\.isBurden)
      : isQuestion() && asked.allSatisfy(\.isDemand)
    {
      withdrawLatest(&result)
    }
  }

  /// Whether what was read ends as a question does: `義務はありますか`.
  private func isQuestion() -> Bool {
    var place = next
    if isPartOfSentence(atoms[place]), !atoms[place].has(.either), place + 1 < atoms.count {
      place += 1
    }
    let atom = atoms[place]
    // `推薦ありか無料`: か joins what stands against it.
    if place + 1 < atoms.count, atoms[place + 1].range.lowerBound == atom.range.upperBound,
      !atoms[place + 1].has(.filler)
    {
      return false
    }
    return atom.range.lowerBound == atoms[place - 1].range.upperBound
      && ["か", "吗"].contains(where: atom.source.hasSuffix)
      && atom.source.count <= 6 && atom.hasAny([.filler, .either])
  }

  /// `no such obligation`: a denial that was not read would turn round what follows it.
  mutating func withdrawDoubtful(_ result: inout Interpretation, isBorne: Bool) {
    defer { isDoubtful = false }
    guard latest > 0 else { return }
    let asked = result.constraints.suffix(latest)
    if isDoubtful && asked.allSatisfy(\.isDuty) || isBorne && asked.allSatisfy(\.isBurden) {
      withdrawLatest(&result)
    }
  }

  /// Whether it is said of the part before that it does not matter, or is not known: `期間は問わない`.
  func isOfNoMatter() -> Bool {
    let rest = atoms[min(next, atoms.count)...].drop { isPartOfSentence($0) }
    guard let said = rest.first, !isBehindMark() else { return false }
    // `外国人OK`: of what is no condition it says that it is taken.
    if said.source.allSatisfy(\.isASCII), said.has(.tolerated),
      case .unknown = atoms[next - 1].meaning
    {
      return false
    }
    return said.hasAny([.indifferent, .unstated, .tolerated])
  }

  private mutating func withdrawLatest(_ result: inout Interpretation) {
    result.ignored += result.constraints.suffix(latest).map(\.source)
    result.constraints.removeLast(latest)
    latest = 0
  }

  private static let denials = ["ない", "ません", "なく", "なくて", "ず", "ずに"]
  private static let reversals: Set<Concept> = [
    .absent, .cannot, .excludeLast, .indifferent, .notSo, .unstated,
  ]
}

extension Constraint {
  private static func opposite(of bounds: Bounds) -> (id: ConstraintID, bounds: Bounds)? {
    if let most = bounds.max, bounds.min == nil { return (.feeMin, Bounds(min: most + 1)) }
    if let least = bounds.min, bounds.max == nil { return (.feeMax, Bounds(max: least - 1)) }
    return nil
  }

  /// The opposite; that of one bound of a sum is the bound on its other side.
  var turnedRound: Constraint {
    var turned = self
    if case .fee(let bounds, let isMonthly) = condition, !isExcluded,
      let opposite = Self.opposite(of: bounds)
    {
      turned.id = opposite.id
      turned.condition = .fee(opposite.bounds, isMonthly: isMonthly)
    } else {
      turned.isExcluded.toggle()
    }
    return turned
  }

  /// Whether it asks for what is rather not wanted: 東京以外, 有料, 推薦あり, 義務あり.
  fileprivate var isBurden: Bool {
    if isExcluded { return true }
    return switch condition {
    case .accepting(let value): value == .no
    case .fee(let bounds, _): bounds.max == nil
    default: isDuty
    }
  }

  /// Whether it asks for a recommendation, a duty or a fee.
  fileprivate var isDemand: Bool { isDuty || isExcluded && condition == .free }

  /// Whether it asks for a recommendation or a duty.
  var isDuty: Bool {
    switch condition {
    case .recommendation(let wanted): !isExcluded && !wanted.contains(.notRequired)
    case .obligation(let places): !isExcluded && places?.isEmpty != true
    default: false
    }
  }
}
