import RecruitmentModel

/// What must be paid for the first twelve months.
enum YearlySum {
  /// The sum of all charges; nil where it cannot be told: tax comes on top, or a course longer than a
  /// year has one sum for all of it.
  ///
  /// - Parameters:
  ///   - items: The charges.
  ///   - months: The longest stay that the page allows; nil where it says none.
  /// - Returns: The sum, or its bounds.
  static func of(_ items: [FeeItem], months: Int?) -> Bounds? {
    guard !items.isEmpty, !items.contains(where: { $0.tax == .excluded }) else { return nil }
    let stay = min(months ?? 12, 12)
    var sum = Bounds(exactly: 0)
    for item in items {
      guard item.per != .program || months ?? 12 <= 12 else { return nil }
      sum = sum.plus(item.amount.times(times(item.per, stay: stay)))
    }
    return sum.max == nil && sum.min == nil ? nil : sum
  }

  private static func times(_ period: FeeItem.Period, stay: Int) -> Int {
    switch period {
    case .month: stay
    case .semester: stay > 6 ? 2 : 1
    case .once, .year, .program: 1
    }
  }
}
