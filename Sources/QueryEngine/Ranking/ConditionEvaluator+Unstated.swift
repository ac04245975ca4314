import RecruitmentModel
import SearchIndex

extension ConditionEvaluator {
  /// Whether a page leaves open what a condition asks about: `締切が書いていない`.
  func unstated(_ id: ConstraintID) -> Test {
    switch id {
    case .feeFree, .feeMin, .feeMax: unstatedFee()
    case .closes, .open: unstatedDeadline()
    case .recommendation: isMissing(.recommendation)
    case .obligation: isMissing(.obligation)
    case .capacity:
      both(isMissing(.capacity), isMissing(.fewPlaces))
    case .months: isMissing(.months)
    case .start: isMissing(.starts)
    case .accepting: isMissing(.accepting)
    case .department:
      { [column = columns.column(.departments)] in Verdict(column.ordinals(of: $0).isEmpty) }
    case .region, .institution, .kind: { _ in .no }
    }
  }

  private func isMissing(_ name: ConditionColumns.Integers) -> Test {
    let column = columns.column(name)
    return { Verdict(!column.isKnown(of: $0)) }
  }

  private func both(_ one: @escaping Test, _ other: @escaping Test) -> Test {
    { Verdict(one($0) == .yes && other($0) == .yes) }
  }

  /// That something is to be paid may be said without how much.
  private func unstatedFee() -> Test {
    let (isFree, yearly) = (columns.column(.isFree), columns.column(.yearlyFee))
    return { document in
      if yearly.isKnown(of: document) || isFree.first(of: document) == 1 { return .no }
      return isFree.isKnown(of: document) ? .unknown : .yes
    }
  }

  private func unstatedDeadline() -> Test {
    let (columns, windows) = (columns, WindowColumn(columns.column(.windows)))
    return { document in
      let accepting: Acceptance? = columns.value(.accepting, of: document)
      return Verdict(
        accepting != .no && windows.closing(of: document).isEmpty
          && !columns.column(.rolling).isKnown(of: document))
    }
  }
}
