public import RecruitmentModel

/// The answer to a query.
public struct SearchAnswer: Sendable {
  /// What the query was taken to mean.
  public var interpretation: Interpretation
  /// The day of which statuses hold.
  public var today: CalendarDay
  /// How many programs satisfy the query, the unknown ones included.
  public var total: Int
  /// How many of them answer yes to everything.
  public var sure: Int
  /// The programs that are shown, the best first.
  public var results: [SearchResult]
  /// What the index covers.
  public var coverage: Coverage
  /// How old what the index says is.
  public var age: RecordsAge

  /// What would be found without one of the conditions, where nothing is found with all.
  public var nearMisses: [NearMiss] = []

  /// Whether programs that satisfy the query are left out.
  public var isTruncated: Bool { results.count < total }
}

/// A condition without which programs would be found.
public struct NearMiss: Hashable, Sendable, Codable {
  /// The words of the query that say the condition.
  public var without: String
  /// How many programs are found without it.
  public var total: Int
}

/// One program of an answer.
public struct SearchResult: Sendable {
  /// A condition and the program's answer to it.
  public struct Check: Hashable, Sendable {
    /// The name of the condition.
    public var constraint: ConstraintID
    /// The answer.
    public var verdict: Verdict
  }

  /// Its place, from 1.
  public var rank: Int
  /// The record's id.
  public var id: String
  /// The record as the index holds it: one line of JSON.
  public var record: [UInt8]
  /// How well it fits, for the order among equals.
  public var score: Double
  /// Whether papers are taken on the answer's day.
  public var status: ProgramStatus
  /// Its answers to the conditions.
  public var checks: [Check]
  /// What the score is made of.
  public var explanation: [ScorePart]

  /// The record, read; nil where the index holds something that is none.
  public var program: Program? {
    try? RecordCoding.program(inJSONLine: record)
  }

  /// Some facts of the record, without the rest of it; nil where the index holds something that is none.
  public func brief(facts: [FactName]) -> Program? {
    (try? RecordCoding.brief(record, facts: facts)) ?? nil
  }

  /// How many conditions it leaves open.
  public var unknowns: Int { checks.count { $0.verdict == .unknown } }
}

/// A part of a score, with what it is made of.
public struct ScorePart: Hashable, Sendable, Codable {
  /// How much it adds.
  public var value: Double
  /// The rule or formula.
  public var description: String
  /// What it is made of.
  public var details: [ScorePart]

  /// Makes a part.
  public init(_ value: Double, _ description: String, details: [ScorePart] = []) {
    self.value = value
    self.description = description
    self.details = details
  }
}
