import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// What is said of the consumption tax.
extension ChargeReader {
  /// The tax in the words of a sum, or in the row.
  func tax(_ place: SumPlace) -> FeeItem.Tax? {
    if let tax = place.tax ?? TaxWords.tax(in: text, place.reach, lexicon)
      ?? TaxWords.tax(in: text, place.lead, lexicon)
    {
      return tax
    }
    // ¥15,500 a month, consumption tax included: the only sum of its sentence.
    if cell.sums.count(where: { place.sentence.overlaps($0.range) }) == 1,
      let tax = TaxWords.tax(in: text, place.sentence, lexicon)
    {
      return tax
    }
    // 費用（税込） over a list of charges.
    let heading = statement.statement.section.last.flatMap {
      lexicon.labels.topic(of: $0) == .fee ? FoldedText($0) : nil
    }
    for words in [cell.remarks, cell.head, cell.label] + [heading].compactMap({ $0 })
    where !words.isBlank {
      if let tax = TaxWords.tax(in: words, words.scalars.indices, lexicon) { return tax }
    }
    return nil
  }

  /// A sentence without a sum, or words with いずれも, speak of all sums of the statement.
  func taxOfAll() -> FeeItem.Tax? {
    let sums = cell.sums
    for sentence in statement.sentences {
      let hasSum = sums.contains { sentence.overlaps($0.range) }
      guard let tax = TaxWords.tax(in: text, sentence, lexicon) else { continue }
      if !hasSum || lexicon.concepts.says(.allSums, in: text, range: sentence) { return tax }
      if sums.count == 1 { return tax }
    }
    return nil
  }
}

/// The words for the consumption tax.
enum TaxWords {
  /// What a stretch says of the tax; the last word counts where several stand.
  static func tax(in text: FoldedText, _ range: Range<Int>, _ lexicon: Lexicon) -> FeeItem.Tax? {
    let concepts: [(Concept, FeeItem.Tax)] = [
      (.taxExcluded, .excluded), (.taxExempt, .exempt), (.taxIncluded, .included),
    ]
    let found = concepts.flatMap { concept, tax in
      lexicon.concepts.ranges(of: concept, in: text, range: range).map { (range: $0, tax: tax) }
    }
    let best = found.max {
      ($0.range.count, -$0.range.lowerBound) < ($1.range.count, -$1.range.lowerBound)
    }
    return best?.tax ?? contained(in: text, range, lexicon)
  }

  /// 消費税10%を含みます: the tax, a few words, and 含.
  private static func contained(
    in text: FoldedText, _ range: Range<Int>, _ lexicon: Lexicon
  ) -> FeeItem.Tax? {
    guard let tax = lexicon.concepts.ranges(of: .consumptionTax, in: text, range: range).first
    else { return nil }
    let behind = tax.upperBound..<min(range.upperBound, tax.upperBound + 24)
    guard let word = text.range(of: "含", in: behind) else { return nil }
    let ending = text.string(in: word.upperBound..<min(text.scalars.count, word.upperBound + 3))
    return ["まな", "まず", "みませ"].contains(where: ending.hasPrefix) ? .excluded : .included
  }
}
