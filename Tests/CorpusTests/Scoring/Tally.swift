/// Counts of elements against labels.
struct Tally: Hashable, Sendable {
  /// Found, and labelled.
  var right = 0
  /// Found, but not what the label has.
  var wrong = 0
  /// Labelled, but not found.
  var missed = 0

  /// The share of what was found that is right; 1 where nothing was found.
  var precision: Double { Self.share(right, of: right + wrong) }
  /// The share of what is labelled that was found; 1 where nothing is labelled.
  var recall: Double { Self.share(right, of: right + missed) }
  /// The harmonic mean of both.
  var f1: Double { Self.share(2 * right, of: 2 * right + wrong + missed) }

  private static func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 1 : Double(part) / Double(whole)
  }

  static func + (one: Tally, other: Tally) -> Tally {
    Tally(
      right: one.right + other.right, wrong: one.wrong + other.wrong,
      missed: one.missed + other.missed)
  }

  static func += (one: inout Tally, other: Tally) { one = one + other }
}
