/// A date as far as the words of one place state it.
public struct DateMention: Hashable, Sendable {
  /// A year that is said by reference to another one.
  public enum RelativeYear: Hashable, Sendable {
    /// 翌年: the year after the one before.
    case next
    /// 翌々年: two years after the one before.
    case afterNext
    /// 同年: the year named before.
    case same
    /// 毎年, 例年: every year, so none.
    case every
  }

  /// A third of a month.
  public enum Part: Hashable, Sendable {
    case early
    case mid
    case late
  }

  /// Where the words stand, weekday included.
  public var range: Range<Int>
  /// The year of the common era.
  public var year: Int?
  /// A year of one or two digits whose era or century is left out: `9年1月8日`, `27/1/8`.
  public var shortYear: Int?
  /// A year said by reference.
  public var relativeYear: RelativeYear?
  /// The month; absent where only a day is stated.
  public var month: Int?
  /// How many months after the one before, where a month is said by reference (同月, 翌月).
  public var monthsLater: Int?
  /// The day of the month.
  public var day: Int?
  /// The third of the month.
  public var part: Part?
  /// Whether it is the last day of its month (末日, 月末).
  public var isMonthEnd = false
  /// The weekday printed beside it; it is never used to find the date, since pages get it wrong.
  public var weekday: Weekday?

  /// Makes a mention.
  public init(range: Range<Int>, year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    self.range = range
    self.year = year
    self.month = month
    self.day = day
  }
}

/// A year that is named without a month: `2027年`, `令和9年度`.
public struct YearMention: Hashable, Sendable {
  /// Where the words stand.
  public let range: Range<Int>
  /// The year of the common era.
  public let year: Int
  /// Whether it is called a 年度, which runs from April to March.
  public let isFiscal: Bool
}
