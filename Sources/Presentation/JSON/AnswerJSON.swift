public import QueryEngine
public import RecruitmentModel

/// Answers in the published shape of JSON; its names change only on purpose.
///
/// Keys are sorted. Records are taken over from the index as they lie there, which is the shape that the
/// contract gives them, so that a thousand results cost no reading and writing of a thousand records.
public enum AnswerJSON {
  private struct Head: Encodable {
    let asOf: CalendarDay?
    let coverage: Coverage
    let nearMisses: [NearMiss]?
    let query: Query
  }

  private struct Query: Encodable {
    let text: String
    let constraints: [ConstraintJSON]
    let terms: [String]
    let phrases: [String]
    let excluded: [String]
    let topics: [String]?
    let ignored: [String]
  }

  private struct Tail: Encodable {
    let today: CalendarDay
    let total: Int
    let truncated: Bool
  }

  private struct BeforeRecord: Encodable {
    let checks: [Check]
    let explanation: [ScorePart]?
    let id: String
  }

  private struct Check: Encodable {
    let constraint: String
    let verdict: String
  }

  private struct BehindRecord: Encodable {
    let rank: Int
    let score: Double
    let status: String
  }

  /// An answer as one line, without a line end.
  public static func line(_ answer: SearchAnswer) throws -> String {
    let interpretation = answer.interpretation
    let query = Query(
      text: interpretation.text, constraints: interpretation.constraints.map(ConstraintJSON.init),
      terms: interpretation.terms, phrases: interpretation.phrases,
      excluded: interpretation.excluded,
      topics: interpretation.topics.isEmpty ? nil : interpretation.topics,
      ignored: interpretation.ignored)
    let results = try answer.results.map(result).joined(separator: ",")
    let head = try RecordCoding.jsonLine(
      Head(
        asOf: answer.age.newest, coverage: answer.coverage,
        nearMisses: answer.nearMisses.isEmpty ? nil : answer.nearMisses, query: query))
    let tail = try RecordCoding.jsonLine(
      Tail(today: answer.today, total: answer.total, truncated: answer.isTruncated))
    return "\(head.dropLast()),\"results\":[\(results)],\(tail.dropFirst())"
  }

  private static func result(_ result: SearchResult) throws -> String {
    let before = BeforeRecord(
      checks: result.checks.map {
        Check(constraint: $0.constraint.rawValue, verdict: $0.verdict.rawValue)
      },
      explanation: result.explanation.isEmpty ? nil : result.explanation, id: result.id)
    let behind = BehindRecord(
      rank: result.rank, score: (result.score * 10_000).rounded() / 10_000,
      status: result.status.rawValue)
    let head = try RecordCoding.jsonLine(before).dropLast()
    let record = String(decoding: result.record, as: UTF8.self)
    return "\(head),\"program\":\(record),\(try RecordCoding.jsonLine(behind).dropFirst())"
  }
}

/// A condition in the published shape: its name, what is asked, and the words that say so.
struct ConstraintJSON: Encodable {
  private enum Value: Encodable {
    case text(String)
    case number(Int)
    case list([String])
    case bounds(Bounds)
    case values([Value])

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let value): try container.encode(value)
      case .number(let value): try container.encode(value)
      case .list(let value): try container.encode(value)
      case .bounds(let value): try container.encode(value)
      case .values(let value): try container.encode(value)
      }
    }
  }

  private let id: String
  private let value: Value?
  private let per: String?
  private let not: Bool?
  private let source: String

  init(_ constraint: Constraint) {
    id = constraint.id.rawValue
    not = constraint.isExcluded ? true : nil
    source = constraint.source
    if case .fee(_, let isMonthly) = constraint.condition {
      per = isMonthly ? "month" : "year"
    } else {
      per = nil
    }
    value = Self.value(constraint.condition)
  }

  private static func value(_ condition: Constraint.Condition) -> Value? {
    switch condition {
    case .free: nil
    case .fee(let bounds, _): (bounds.max ?? bounds.min).map(Value.number)
    case .place(let prefectures, let cities): .list(prefectures + cities)
    case .institution(let ids): .list(ids)
    case .recommendation(let wanted): .list(wanted.map(\.rawValue).sorted())
    case .obligation(let places): places.map { .list($0.map(\.rawValue).sorted()) } ?? .text("any")
    case .months(let bounds), .capacity(let bounds): .bounds(bounds)
    case .start(let date), .takesPapers(let date): .text(date.description)
    case .status(let states): .list(states.map(\.rawValue).sorted())
    case .closesInMonth(let month, let part):
      .text("XXXX-" + (month < 10 ? "0" : "") + "\(month)" + (part.map { " \($0.rawValue)" } ?? ""))
    case .closesWithin(let days): .text("\(days.lowerBound)/\(days.upperBound)")
    case .accepting(let value): .text(value.rawValue)
    case .kind(let kind, let slug): .text(slug ?? kind.rawValue)
    case .fewPlaces: .text("few")
    case .department(let name): .text(name)
    case .unstated: .text("unknown")
    case .startFrom(let date): .text(date.description + "/..")
    case .startUntil(let date): .text("../" + date.description)
    case .anyOf(let conditions): .values(conditions.map { value($0) ?? .text("free") })
    }
  }
}

/// The answer to a query that cannot be read: the reason, and no results.
public struct RefusedQueryJSON: Encodable {
  private struct Query: Encodable {
    let text: String
    var constraints: [String] = []
    var terms: [String] = []
    var ignored: [String] = []
    let error: String
  }

  private let query: Query
  private let today: String
  private let total = 0
  private let truncated = false
  private let results: [String] = []

  /// Takes the query and what is wrong with it.
  public init(text: String, error: String, today: CalendarDay) {
    query = Query(text: text, error: error)
    self.today = today.description
  }
}
