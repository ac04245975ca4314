import DomainLexicon
import RecruitmentModel

/// What conditions on days have in common, whatever happens on them.
extension QueryGrammar {
  /// On which side of a date what is asked for lies, and whether the date belongs to it.
  enum DateSide {
    case until
    case before
    case since
    case after

    var isUntil: Bool { self == .until || self == .before }
  }

  mutating func takeSide() -> DateSide? {
    switch take(.before, .after, .until, .since) {
    case .before: .before
    case .after: .after
    case .until: .until
    case .since: .since
    default: nil
    }
  }

  func year(ofComing month: Int, _ day: Int) -> Int {
    (month, day) < (today.month, today.day) ? today.year + 1 : today.year
  }

  /// So many days that what lies beyond was not asked for.
  static let lifetime = 36_500
}
