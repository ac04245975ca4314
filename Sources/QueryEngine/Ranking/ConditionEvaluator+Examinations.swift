import DomainLexicon
import RecruitmentModel
import SearchIndex

/// What is asked of examinations and of the months in which papers are taken.
extension ConditionEvaluator {
  /// Whether a record is the examination of a name, or one of a class.
  ///
  /// One whose title names another is none; one whose title names none may be it, and so may one whose name is
  /// narrower: 総合内科専門医 where 内科専門医 is asked.
  func examination(_ name: String) -> Test {
    let (kinds, names) = (columns.column(.kind), columns.column(.slug))
    let examinations = kinds.ordinals(of: [ProgramKind.examination.rawValue])
    let isOfMinistry = names.ordinals(of: [
      ExaminationNames.preliminary, ExaminationNames.national,
    ])
    let ofClass =
      name.hasPrefix(ExaminationNames.anyOf)
      ? String(name.dropFirst(ExaminationNames.anyOf.count)) : nil
    let asked =
      ofClass.map { ofClass in names.ordinals { $0.hasSuffix(ofClass) } }
      ?? names.ordinals(of: [name])
    let narrower = ofClass == nil ? names.ordinals { $0.hasSuffix(name) } : isOfMinistry.map { !$0 }
    return { document in
      guard kinds.hasAny(of: examinations, document) == true else { return .no }
      guard let own = names.firstOrdinal(of: document) else { return .unknown }
      return asked[own] ? .yes : narrower[own] ? .unknown : .no
    }
  }

  // MARK: Papers

  /// Whether a window is open on some day of a month.
  func takesPapers(in month: PartialDate) -> Test {
    let (columns, windows) = (columns, WindowColumn(columns.column(.windows)))
    return { document in
      if let accepting: Acceptance = columns.value(.accepting, of: document), accepting == .no {
        return .no
      }
      let verdicts = (0..<windows.count(of: document)).map {
        windows.window($0, of: document).window.takesPapers(in: month)
      }
      if verdicts.contains(.yes) { return .yes }
      if columns.column(.rolling).isKnown(of: document) { return .yes }
      return verdicts.isEmpty || verdicts.contains(.unknown) ? .unknown : .no
    }
  }
}

extension ApplicationWindow {
  /// A window of which only one end is stated is taken for no longer than this.
  private static let longestHalfStated = 6

  /// Whether papers are taken on some day of a month, of any year if none is named.
  fileprivate func takesPapers(in wanted: PartialDate) -> Verdict {
    guard let month = wanted.month else { return .unknown }
    let ends = [opens, closes].compactMap { $0 }.filter { $0.month != nil }
    if let year = wanted.year {
      let stated = ends.filter { $0.year != nil }
      if stated.contains(where: { $0.year == year && $0.month == month }) { return .yes }
      if stated.count == ends.count { return takesPapers(year, month) }
      return takesPapers(in: PartialDate(month: month) ?? wanted) == .no ? .no : .unknown
    }
    if ends.contains(where: { $0.month == month }) { return .yes }
    switch (opens?.month, closes?.month) {
    case (let first?, let last?):
      let length = Self.months(from: first, to: last)
      return Verdict(Self.months(from: first, to: month) <= length)
    case (let first?, nil):
      return Self.months(from: first, to: month) > Self.longestHalfStated ? .no : .unknown
    case (nil, let last?):
      return Self.months(from: month, to: last) > Self.longestHalfStated ? .no : .unknown
    case (nil, nil): return .unknown
    }
  }

  /// The same in a month of a year, of a window whose ends have their years.
  private func takesPapers(_ year: Int, _ month: Int) -> Verdict {
    func number(_ date: PartialDate?) -> Int? {
      date.flatMap { date in date.year.flatMap { year in date.month.map { year * 12 + $0 } } }
    }
    let wanted = year * 12 + month
    if let first = number(opens), wanted < first { return .no }
    if let last = number(closes), wanted > last { return .no }
    if number(opens) != nil, number(closes) != nil { return .yes }
    let distance = number(opens).map { wanted - $0 } ?? number(closes).map { $0 - wanted }
    return distance.map { $0 > Self.longestHalfStated ? .no : .unknown } ?? .unknown
  }

  /// How many months lie between two of any years.
  private static func months(from first: Int, to last: Int) -> Int { (last - first + 12) % 12 }
}
