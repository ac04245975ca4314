import DomainLexicon
import JapaneseText

/// Sums that were printed wrong, and those that put them right.
extension ChargeReader {
  /// `(誤)22,000円`, `年額24万円と記載していましたが`: what holds no longer.
  func isError(_ place: SumPlace) -> Bool {
    lexicon.signs.says(.markedOld, atEndOf: place.lead, in: text)
      || lexicon.signs.says(.printedWrong, atStartOf: place.reach, in: text) && !isOfError(place)
  }

  /// `月額2万円とありますが、月額2万5千円の誤りです`: a sum before this one is the error, which this one puts right.
  private func isOfError(_ place: SumPlace) -> Bool {
    let before = place.sentence.lowerBound..<place.sum.range.lowerBound
    return ["の誤りです", "の誤りでした", "の誤り。"].contains {
      text.hasWord($0, at: place.reach.lowerBound)
    }
      && lexicon.signs.says(.printedWrong, in: text, range: before)
  }

  /// `(正)24,200円`, `正しくは年額26万4千円`: what takes its place.
  func isCorrection(_ place: SumPlace) -> Bool {
    lexicon.signs.says(.markedNew, atEndOf: place.lead, in: text)
      || lexicon.signs.says(.putRight, in: text, range: place.lead) || isOfError(place)
  }
}
