import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Sums that explain another one: what it is made of, how it is paid, what it is with the tax.
extension ChargeReader {
  /// The sums that are charges of their own; what explains another sum is left out.
  func withoutSideSums(_ places: [SumPlace]) -> [SumPlace] {
    var kept: [(index: Int, place: SumPlace)] = []
    for (index, place) in places.enumerated() {
      if let parent = place.bracketOf {
        if let own = kept.firstIndex(where: { $0.index == parent }) {
          if isMadeUp(of: places.filter { $0.bracketOf == parent }, kept[own].place) {
            kept.remove(at: own)
            kept.append((index, place))
            continue
          }
          switch bracketed(place, behind: kept[own].place) {
          case .explanation: continue
          case .tax:
            kept[own].place.tax = .included
            continue
          case .whole(let whole):
            kept[own].place = whole
            continue
          case .charge: break
          }
        } else if !hasOwnName(place)
          || !isMadeUp(of: places.filter { $0.bracketOf == parent }, places[parent])
        {
          continue
        } else {
          kept.append((index, place))
          continue
        }
      }
      if let last = kept.last?.place {
        if isTaxAmount(place) || isInstalment(place, of: last) || isFactor(place) { continue }
        if isResult(place, of: last) { kept.removeLast() }
        if isGross(place, of: last, in: places) {
          kept.removeLast()
          kept.append((index, place))
          kept[kept.count - 1].place.tax = .included
          continue
        }
      }
      kept.append((index, place))
    }
    return kept.map(\.place)
  }

  /// 合計25万円（登録料1万円、修練料24万円）: the named parts add up to the sum before the bracket.
  private func isMadeUp(of parts: [SumPlace], _ whole: SumPlace) -> Bool {
    parts.count > 1 && parts.allSatisfy(hasOwnName)
      && parts.reduce(0) { $0 + $1.sum.greatest } == whole.sum.greatest
  }

  /// What a sum in the bracket behind another one is.
  private enum Bracketed {
    /// It explains the other.
    case explanation
    /// It is the tax in the other, or the other without the tax.
    case tax
    /// It is the other one with the tax, and takes its place.
    case whole(SumPlace)
    /// A charge of its own.
    case charge
  }

  private func bracketed(_ place: SumPlace, behind parent: SumPlace) -> Bracketed {
    let tax = TaxWords.tax(in: text, place.lead, lexicon)
    if tax == .included, !isTaxAmount(place), place.sum.greatest >= parent.sum.greatest {
      var whole = place
      whole.lead = withoutTax(parent.lead)
      whole.tax = .included
      return .whole(whole)
    }
    if tax == .excluded || isTaxAmount(place) { return .tax }
    let explains =
      lexicon.concepts.says(.breakdown, in: text, range: place.lead)
      || lexicon.concepts.says(.breakdown, .instalment, in: text, range: place.tail)
    return hasOwnName(place) && !explains ? .charge : .explanation
  }

  /// A lead without the words that say that the tax is not in it.
  private func withoutTax(_ lead: Range<Int>) -> Range<Int> {
    guard let word = lexicon.concepts.ranges(of: .taxExcluded, in: text, range: lead).last else {
      return lead
    }
    return word.upperBound..<lead.upperBound
  }

  private func hasOwnName(_ place: SumPlace) -> Bool {
    nouns.last(in: place.lead).map(isCharge) ?? false
  }

  /// うち消費税2,300円: the tax itself.
  private func isTaxAmount(_ place: SumPlace) -> Bool {
    let words = String(
      of: text.scalars[place.lead].filter { !" :額等の".unicodeScalars.contains($0) })
    return words.hasSuffix("消費税") || words.hasSuffix("地方消費税") || words.hasSuffix("税10%")
  }

  /// 年額38万円。4月と10月に19万円ずつ: the parts in which a sum is paid.
  private func isInstalment(_ place: SumPlace, of whole: SumPlace) -> Bool {
    guard !hasOwnName(place) else { return false }
    let words = place.lead.lowerBound..<place.reach.upperBound
    guard
      lexicon.concepts.says(.instalment, in: text, range: words)
        || text.string(in: place.lead).trimmingBlanks.hasSuffix("各")
    else { return false }
    let (one, other) = (place.sum.greatest, whole.sum.greatest)
    return one != other
      && (2...12).contains { one * $0 == other || other * $0 == one }
  }

  private static let times = ["×", "x", "*", "✕", "✖", "╳"]

  /// 月額18万円×12万円: what stands behind a sign of multiplication.
  private func isFactor(_ place: SumPlace) -> Bool {
    let words = text.string(in: place.lead).trimmingBlanks
    return Self.times.contains(where: words.hasSuffix)
  }

  /// 22,500円×12か月＝年額270,000円: what an equation comes to.
  private func isResult(_ place: SumPlace, of last: SumPlace) -> Bool {
    let between = text.string(in: last.sum.range.upperBound..<place.sum.range.lowerBound)
    return between.contains("=")
      && (Self.times.contains(where: between.contains) || between.contains("か月"))
  }

  /// A sum with the tax beside the one without it, which it is said of.
  private func isGross(_ place: SumPlace, of last: SumPlace, in places: [SumPlace]) -> Bool {
    let (net, gross) = (last.sum.greatest, place.sum.greatest)
    guard net < gross, gross * 100 <= net * 111 else { return false }
    if places.contains(where: { isTaxAmount($0) && $0.sum.greatest + net == gross }) { return true }
    let words = { (place: SumPlace) in place.lead.lowerBound..<place.reach.upperBound }
    return TaxWords.tax(in: text, words(last), lexicon) == .excluded
      && TaxWords.tax(in: text, words(place), lexicon) == .included
  }
}
