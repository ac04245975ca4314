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
    return lexicon.signs.says(.errorTold, at: place.reach.lowerBound, in: text)
      && lexicon.signs.says(.printedWrong, in: text, range: before)
  }

  /// `(正)24,200円`, `正しくは年額26万4千円`: what takes its place.
  func isCorrection(_ place: SumPlace) -> Bool {
    lexicon.signs.says(.markedNew, atEndOf: place.lead, in: text)
      || lexicon.signs.says(.putRight, in: text, range: place.lead) || isOfError(place)
      || isChangedTo(place)
  }

  /// `修練料を30,000円に改めました`: what all pay from now on.
  ///
  /// Of a change in a named year, or for some, nothing follows.
  private func isChangedTo(_ place: SumPlace) -> Bool {
    let lead = place.sentence.lowerBound..<place.lead.upperBound
    let dates = DateReader()
    return lexicon.signs.says(.changedTo, atStartOf: text.trimmed(place.tail), in: text)
      && !lexicon.signs.says(.changeInDoubt, in: text, range: place.tail)
      && !lexicon.signs.says(.changeForSome, in: text, range: lead)
      && !lexicon.concepts.says(.lastYear, in: text, range: lead)
      && dates.years(in: text, range: lead).isEmpty && dates.dates(in: text, range: lead).isEmpty
  }
}
