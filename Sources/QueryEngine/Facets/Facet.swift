import RecruitmentModel

/// A property by which lists of programs can be narrowed; every program has one choice of each.
///
/// What nobody states is the choice `unknown` of its own, never a silent no.
public enum Facet: String, Hashable, Sendable, Codable, CaseIterable {
  case place
  case fee
  case deadline
  case recommendation
  case obligation
  case start
  case status

  /// The choice of what is not known, in every facet.
  public static let unknown = "unknown"

  /// The choices in the order in which they are shown; those of `place` are the prefectures of an index.
  public var choices: [String] { Self.choices[place] }

  private static let choices = allCases.map(\.listed)

  private var listed: [String] {
    switch self {
    case .place: []
    case .fee: FeeChoice.allCases.map(\.rawValue)
    case .deadline: DeadlineChoice.allCases.map(\.rawValue)
    case .recommendation: Recommendation.allCases.map(\.rawValue) + [Self.unknown]
    case .obligation: ObligationChoice.allCases.map(\.rawValue)
    case .start: (1...12).map(String.init) + [Self.unknown]
    case .status: Self.statuses.map(\.rawValue)
    }
  }

  private static let statuses: [ProgramStatus] = [
    .open, .rolling, .upcoming, .closed, .notAccepting, .unknown,
  ]
}

/// What the first year costs, by the most that may have to be paid.
enum FeeChoice: String, CaseIterable {
  case free
  case upTo300 = "up-to-300000"
  case upTo600 = "up-to-600000"
  case over600 = "over-600000"
  /// Something is charged, and how much is not sure.
  case charged
  case unknown

  private static let low = 300_000
  private static let high = 600_000

  init(isFree: Bool?, yearly: Bounds?) {
    switch (isFree, yearly?.min, yearly?.max) {
    case (nil, _, _): self = .unknown
    case (true, _, _): self = .free
    case (_, _, let most?):
      self = most <= Self.low ? .upTo300 : most <= Self.high ? .upTo600 : .over600
    case (_, let least?, nil): self = least > Self.high ? .over600 : .charged
    case (_, nil, nil): self = .charged
    }
  }
}

/// How far away the next closing day is.
enum DeadlineChoice: String, CaseIterable {
  case week
  case month
  case quarter
  case later
  case rolling
  case past
  /// A day is stated, and the year or the day of the month is not.
  case unsure
  /// It is said outright that nobody is taken.
  case none
  case unknown

  private static let days: [(DeadlineChoice, Int)] = [(.week, 7), (.month, 31), (.quarter, 92)]

  /// The choice, and the closing day that it rests on.
  static func choice(
    _ application: Application?, _ accepting: Acceptance?, today: CalendarDay
  ) -> (DeadlineChoice, CalendarDay?) {
    if accepting == .no { return (.none, nil) }
    guard let application else { return (.unknown, nil) }
    let stated = application.windows.filter { $0.closes != nil }
    let closings = stated.compactMap(\.closingDays)
    let coming = closings.filter { $0.upperBound >= today }.min { $0.lowerBound < $1.lowerBound }
    if let coming {
      // Of a month alone the first day counts: a deadline shown too late costs a year.
      guard coming.lowerBound >= today else { return (.unsure, today) }
      let distance = coming.lowerBound.daysSinceEpoch - today.daysSinceEpoch
      return (days.first { distance <= $0.1 }?.0 ?? .later, coming.lowerBound)
    }
    if closings.count < stated.count { return (.unsure, nil) }
    if application.rolling { return (.rolling, nil) }
    // A window whose end nobody states may still be open, or come.
    return (closings.isEmpty || stated.count < application.windows.count ? .unknown : .past, nil)
  }
}

/// Where one must stay afterwards.
enum ObligationChoice: String, CaseIterable {
  case none
  case hospital
  case prefecture
  /// The hospital or its prefecture: either will do.
  case either
  /// Hoped for, not asked for.
  case expected
  case unknown

  /// Reads the number of the column: hospital 1, prefecture 2, and 4 for what is only expected.
  init(bits: Int32?) {
    switch bits {
    case nil: self = .unknown
    case 0: self = .none
    case 1: self = .hospital
    case 2: self = .prefecture
    case 3: self = .either
    default: self = .expected
    }
  }
}
