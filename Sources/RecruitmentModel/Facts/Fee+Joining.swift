extension Fee: FactValue {
  /// Joins the sum of one statement with the charges of another, where the charges fit into the sum.
  public func joined(with other: Fee) -> Fee? {
    guard free == other.free, let yearly = StatedPart.joined(yearly, other.yearly),
      let items = Self.joined(items, other.items)
    else { return nil }
    let fee = Fee(free: free, yearly: yearly, items: items)
    return fee.itemsFitTheSum ? fee : nil
  }

  /// What costs more does less harm.
  public func isMoreCautious(than other: Fee) -> Bool {
    if free != other.free { return other.free }
    guard let sum = yearly?.max ?? yearly?.min,
      let otherSum = other.yearly?.max ?? other.yearly?.min
    else { return false }
    return sum > otherSum
  }

  /// The longer of two lists, where each charge of the shorter is one of it, however it is named.
  private static func joined(_ one: [FeeItem], _ other: [FeeItem]) -> [FeeItem]? {
    var (more, fewer) = one.count >= other.count ? (one, other) : (other, one)
    var taken: Set<Int> = []
    for item in fewer {
      guard
        let place = more.indices.first(where: {
          !taken.contains($0) && more[$0].isSameCharge(as: item)
        })
      else { return nil }
      taken.insert(place)
      more[place].tax = more[place].tax ?? item.tax
    }
    return more
  }

  /// Whether the charges of the first twelve months are no more than the sum.
  private var itemsFitTheSum: Bool {
    guard let most = yearly?.max else { return true }
    return items.reduce(0) { $0 + $1.leastInTheFirstYear } <= most
  }
}

extension FeeItem {
  fileprivate func isSameCharge(as other: FeeItem) -> Bool {
    amount == other.amount && per == other.per
      && (tax == nil || other.tax == nil || tax == other.tax)
  }

  /// The least that is paid in twelve months; a charge for a whole program may cover more than them.
  fileprivate var leastInTheFirstYear: Int {
    let least = amount.min ?? 0
    return switch per {
    case .once, .year: least
    case .month: least * 12
    case .semester: least * 2
    case .program: 0
    }
  }
}
