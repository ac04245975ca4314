import RecruitmentModel

/// Brings the charges of a page together: each once, without totals, privileges and other years.
enum ChargeSums {
  /// The charges that an outsider pays.
  static func settled(_ charges: [ChargeFound]) -> [ChargeFound] {
    let own = latest(withoutOthers(choices(corrected(charges))))
    return merged(withoutInstalments(withoutParts(withoutNet(withoutTotals(own)))))
  }

  /// What a correction states takes the place of the charge of the same name.
  private static func corrected(_ charges: [ChargeFound]) -> [ChargeFound] {
    charges.compactMap { charge in
      var charge = charge
      // 日割りの500円に改めました says nothing of what is paid by the month.
      let same = charges.filter {
        $0.name == charge.name && $0.isCorrection != charge.isCorrection
          && ([$0.per, charge.per].contains(.program) || $0.per == charge.per)
      }
      if charge.isCorrection {
        charge.tax = charge.tax ?? same.lazy.compactMap(\.tax).first
        if charge.per == nil || charge.per == .program {
          charge.per = same.first?.per ?? charge.per
        }
      }
      return !charge.isCorrection && !same.isEmpty ? nil : charge
    }
  }

  /// Rows for different lengths of stay are each for the whole of it.
  private static func choices(_ charges: [ChargeFound]) -> [ChargeFound] {
    let stays = Set(charges.compactMap(\.stay))
    return charges.map { charge in
      var charge = charge
      if stays.count > 1, charge.stay != nil { charge.per = .program }
      if stays.count < 2 { charge.stay = nil }
      return charge
    }
  }

  /// What only some pay (本学卒業生は20,000円), and what was paid last year, beside what an outsider pays.
  private static func withoutOthers(_ charges: [ChargeFound]) -> [ChargeFound] {
    charges.filter { charge in
      let isOther = { (charge: ChargeFound) in charge.isPrivilege || charge.isFormer }
      return !isOther(charge) || !charges.contains { !isOther($0) && $0.name == charge.name }
    }
  }

  /// Of rows for several years, that of the latest.
  private static func latest(_ charges: [ChargeFound]) -> [ChargeFound] {
    charges.filter { charge in
      guard let year = charge.year else { return true }
      return !charges.contains { $0.name == charge.name && ($0.year ?? 0) > year }
    }
  }

  /// 月額2万円 beside 年額24万円: the same charge twice.
  private static func withoutParts(_ charges: [ChargeFound]) -> [ChargeFound] {
    charges.filter { charge in
      !charges.contains { other in
        guard other.name == charge.name, let one = charge.amount.max, let whole = other.amount.max
        else {
          return false
        }
        switch (charge.per, other.per) {
        case (.month, .year): return one * 12 == whole
        case (.semester, .year): return one * 2 == whole
        case (.program, .month): return whole > 0 && one == whole * 12
        default: return false
        }
      }
    }
  }

  /// 登録料1万円、修練料24万円、合計25万円: the parts, not their sum.
  private static func withoutTotals(_ charges: [ChargeFound]) -> [ChargeFound] {
    let parts = charges.filter { !$0.isTotal && !isSum($0, of: charges) }
    guard !parts.isEmpty, parts.count < charges.count else { return charges }
    // 年間合計312,000円（26,000円×12回払い） has no parts of its own and is not marked as a total here.
    return parts
  }

  /// Whether a sum is that of all others in a year, though no word says so.
  private static func isSum(_ charge: ChargeFound, of charges: [ChargeFound]) -> Bool {
    guard charge.per == .program || charge.per == .year, let whole = charge.amount.max else {
      return false
    }
    let others = charges.filter { $0.statement != charge.statement && !$0.isTotal }
    let sums = others.compactMap { other -> Int? in
      guard let sum = other.amount.max, other.amount.min == sum, let per = other.per else {
        return nil
      }
      switch per {
      case .month: return sum * 12
      case .semester: return sum * 2
      default: return sum
      }
    }
    return others.count > 1 && sums.count == others.count && sums.reduce(0, +) == whole
  }

  /// Of two columns, 税抜 and 税込, the one with the tax.
  private static func withoutNet(_ charges: [ChargeFound]) -> [ChargeFound] {
    charges.filter { charge in
      guard charge.tax == .excluded, let net = charge.amount.max else { return true }
      return !charges.contains {
        $0.tax != .excluded && $0.name == charge.name && $0.per == charge.per
          && ($0.amount.max.map { $0 > net && $0 * 100 <= net * 111 } ?? false)
      }
    }
  }

  /// 年額234,000円 and 58,500円ずつ on another line: what goes several times into a sum of the same name, and has no
  /// period of its own, is a part of it.
  private static func withoutInstalments(_ charges: [ChargeFound]) -> [ChargeFound] {
    charges.filter { charge in
      guard charge.per == .program, let part = charge.amount.max, part > 0 else { return true }
      return !charges.contains { other in
        guard other.name == charge.name || charge.isInstalment, other.per == .year,
          let whole = other.amount.max
        else { return false }
        return whole % part == 0 && [2, 3, 4, 6, 12].contains(whole / part)
      }
    }
  }

  /// Whether the sums of a year can be put together: what is paid for the same thing is stated once.
  static func isClear(_ charges: [ChargeFound]) -> Bool {
    // An entry paid once and a charge paid again and again may share a name: 登録時に1万円、以後毎月2万円.
    Set(charges.map { [$0.name, $0.per == .once ? "once" : "again"] }).count == charges.count
  }

  /// The same charge said twice is one; two sums of one charge for different people are a range.
  private static func merged(_ charges: [ChargeFound]) -> [ChargeFound] {
    var result: [ChargeFound] = []
    for charge in charges {
      if result.contains(where: {
        $0.amount == charge.amount && $0.per == charge.per && $0.group == charge.group
          && ($0.name == charge.name || $0.statement != charge.statement)
      }) {
        continue
      }
      // 登録料 県内30,000円、その他60,000円: nobody pays an entry twice.
      if charge.per == .once, charge.year == nil,
        let index = result.firstIndex(where: {
          $0.per == .once && $0.name == charge.name && $0.statement == charge.statement
        })
      {
        result[index].amount = joined(result[index].amount, charge.amount)
        continue
      }
      if let group = charge.group,
        let index = result.firstIndex(where: {
          $0.group != nil && $0.group != group && $0.per == charge.per && $0.name == charge.name
        })
      {
        result[index].amount = joined(result[index].amount, charge.amount)
        continue
      }
      result.append(charge)
    }
    return result
  }

  private static func joined(_ one: Bounds, _ other: Bounds) -> Bounds {
    Bounds(
      min: [one.min, other.min].compactMap { $0 }.min(),
      max: [one.max, other.max].compactMap { $0 }.max())
  }

  /// Of the same charge for several lengths of stay (6か月 10万円、12か月 19万円), the one for twelve
  /// months makes the sum of a year.
  static func counts(_ charge: ChargeFound, among charges: [ChargeFound]) -> Bool {
    let choices = charges.filter { $0.stay != nil && $0.name == charge.name }
    guard charge.stay != nil, choices.count > 1 else { return true }
    let stays = choices.compactMap(\.stay)
    return charge.stay == (stays.contains(12) ? 12 : stays.max())
  }
}
