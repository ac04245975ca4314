import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads what the trainee pays.
struct FeeReader {
  let lexicon: Lexicon
  /// Whether sums are for sitting an examination: paid once, without a sum a year.
  var isExamination = false

  /// What the statements of a program say of it.
  ///
  /// - Parameters:
  ///   - statements: The program's statements.
  ///   - months: The longest stay that the page allows, in months; nil where it says none.
  /// - Returns: The fee; nil where the statements leave it open.
  func fee(in statements: [ReadStatement], months: Int?) -> Finding<Fee>? {
    let own = statements.filter { $0.topic == .fee || isFeeSentence($0) }
    var charges: [ChargeFound] = []
    for statement in own { charges += ChargeReader(lexicon: lexicon).charges(in: statement) }
    charges = merged(charges)
    let kept = charges.filter { $0.per != nil || isExamination }
    if !kept.isEmpty { return finding(kept, months: months, isWhole: kept.count == charges.count) }
    if !charges.isEmpty {
      // A charge by the day, the week or the case: not free, but no sum a year.
      return Finding(Fee(free: false), quotes: charges.map(\.quote))
    }
    return FreeReader(lexicon: lexicon).free(in: own)
  }

  private func isFeeSentence(_ statement: ReadStatement) -> Bool {
    guard statement.topic == nil, statement.statement.shape != .heading else { return false }
    return lexicon.concepts.says(.feeTopic, in: statement.text)
  }

  private func finding(
    _ charges: [ChargeFound], months: Int?, isWhole: Bool
  ) -> Finding<Fee> {
    var quotes: [Quote] = []
    for charge in charges where !quotes.contains(charge.quote) { quotes.append(charge.quote) }
    let items = charges.map {
      FeeItem(
        name: $0.name, amount: $0.amount, per: isExamination ? .once : $0.per ?? .once, tax: $0.tax)
    }
    let counted = zip(charges, items).filter { counts($0.0, among: charges) }.map(\.1)
    let yearly = isExamination || !isWhole ? nil : YearlySum.of(counted, months: months)
    return Finding(Fee(free: false, yearly: yearly, items: items), quotes: quotes)
  }

  /// The same charge said twice is one; two sums of one charge for different people are a range.
  private func merged(_ charges: [ChargeFound]) -> [ChargeFound] {
    var result: [ChargeFound] = []
    for charge in charges {
      if result.contains(where: {
        $0.amount == charge.amount && $0.per == charge.per
          && ($0.name == charge.name || $0.statement != charge.statement)
      }) {
        continue
      }
      if let group = charge.group,
        let index = result.firstIndex(where: {
          $0.group != nil && $0.group != group && $0.per == charge.per && $0.name == charge.name
        })
      {
        let other = result[index]
        result[index].amount = Bounds(
          min: [other.amount.min, charge.amount.min].compactMap { $0 }.min(),
          max: [other.amount.max, charge.amount.max].compactMap { $0 }.max())
        continue
      }
      result.append(charge)
    }
    return result
  }

  /// Of the same charge for several lengths of stay (6か月 10万円、12か月 19万円), the one for twelve
  /// months makes the sum of a year.
  private func counts(_ charge: ChargeFound, among charges: [ChargeFound]) -> Bool {
    let choices = charges.filter { $0.stay != nil && $0.name == charge.name }
    guard charge.stay != nil, choices.count > 1 else { return true }
    let stays = choices.compactMap(\.stay)
    return charge.stay == (stays.contains(12) ? 12 : stays.max())
  }
}
