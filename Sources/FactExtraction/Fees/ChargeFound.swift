import RecruitmentModel

/// A charge found on a page.
struct ChargeFound {
  /// The name of the charge.
  var name: String
  /// The sum.
  var amount: Bounds
  /// What it is paid for; nil for a day, a week or a case.
  var per: FeeItem.Period?
  /// The tax, where the words around say.
  var tax: FeeItem.Tax?
  /// Who pays it, where different people pay differently.
  var group: String?
  /// The fiscal year that it is for, where the words around name one.
  var year: Int?
  /// The length of stay that it is for, where each length has its own sum.
  var stay: Int?
  /// Whether it is what only some pay, who belong to the house or to a partner.
  var isPrivilege = false
  /// Whether it is the sum of other charges.
  var isTotal = false
  /// Whether it is of an earlier year, or only for comparison.
  var isFormer = false
  /// Whether it replaces what another place of the page states: 正, 変更後.
  var isCorrection = false
  /// Whether it is said to be one of several parts of a sum: 132,000円ずつ.
  var isInstalment = false
  /// Whether all of it is paid at once, however long the stay.
  var isPaidAtOnce = false
  /// The words that state it.
  var quote: Quote
  /// The statement that it stands in.
  var statement: Int
}
