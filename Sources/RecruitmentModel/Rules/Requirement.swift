/// What a rule needs of a person: named conditions with their figures, joined by and, or, not.
///
/// It is data: it says what is asked, and never how a person answers. Its JSON form is described in
/// Documentation/Records.md.
public indirect enum Requirement: Hashable, Sendable {
  /// Every one of some.
  case all([Requirement])
  /// One of some.
  case any([Requirement])
  /// The opposite of one.
  case not(Requirement)
  /// What another rule of the same examination needs, by its id.
  case rule(String)
  /// The person's answer to a question is one of some words.
  case answer(Question, oneOf: [String])
  /// A certification, where stated of one number or one year of passing.
  case certification(String, number: Int?, year: Int?)
  /// So many passes in the calendar years before the year of application, that year itself not counting.
  case passes(atLeast: Int, years: Int)
  /// So many years of internal medicine after a certification.
  case experience(years: Int, after: String, start: CountedStart?)
  /// So many hours of internal medicine a week; fewer are decided by whom one asks.
  case weeklyHours(atLeast: Int)
  /// Practical training that ends by a day of the year of the examination.
  case trainingEnds(by: MonthDay, unsureDays: Int)
  /// Practical training of so many months; where asked, counted after the preliminary examination was passed.
  case trainingMonths(atLeast: Int, afterPass: Bool)
  /// The day from which the years after a certification count; it is told, and refuses nobody who holds it.
  case countedFrom(MonthDay, after: String)
  /// The year of application lies within bounds.
  case applicationYear(Bounds)

  /// The certifications of which rules may speak; a profile names the same.
  public static let certifications = [
    "certified-internist", "specialist-internist", "general-internist",
  ]

  /// A question that a person answers with a word.
  public enum Question: String, Hashable, Sendable, CaseIterable {
    case recognition
    case consultationSkills
    case preliminaryExamination
    case nationalExamination
    case clinicalTraining

    /// The words that answer it.
    public var answers: [String] {
      switch self {
      case .recognition: ["national-examination", "preliminary-examination", "neither"]
      case .consultationSkills: ["passed", "not-passed"]
      case .preliminaryExamination: ["none", "part-1", "part-2", "practical"]
      case .nationalExamination: ["passed", "not-passed"]
      case .clinicalTraining: ["finished", "not-finished"]
      }
    }
  }
}

/// When years begin to count that follow a certification.
public struct CountedStart: Hashable, Sendable {
  /// Who was certified by this day of the year before the pass counts from `from`; later, from the
  /// day after certification.
  public var certifiedBy: MonthDay
  /// The day of the year of passing from which years count.
  public var from: MonthDay

  /// Makes a rule of counting.
  public init(certifiedBy: MonthDay, from: MonthDay) {
    self.certifiedBy = certifiedBy
    self.from = from
  }
}

/// A day of any year, written `03-10`.
public struct MonthDay: Hashable, Sendable, CustomStringConvertible {
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month.
  public let day: Int

  /// Reads `03-10`; nil where no year has such a day.
  public init?(_ text: String) {
    guard let date = PartialDate("XXXX-" + text), let month = date.month, let day = date.day else {
      return nil
    }
    self.month = month
    self.day = day
  }

  /// The day in a year; in a year without it, the last one before it.
  public func inYear(_ year: Int) -> CalendarDay? {
    CalendarDay(year: year, month: month, day: day)
      ?? CalendarDay(
        year: year, month: month, day: CalendarDay.length(ofMonth: month, year: year))
  }

  /// The day as `03-10`.
  public var description: String {
    (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
  }
}
