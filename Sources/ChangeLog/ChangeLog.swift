public import RecruitmentModel

/// The changes that were noticed, the oldest first.
public struct ChangeLog: Sendable {
  /// The changes.
  public private(set) var changes: [Change]

  /// Makes a log.
  public init(_ changes: [Change] = []) {
    self.changes = changes
  }

  /// Reads a log from JSON lines; a change of a later shape is refused.
  public init(jsonLines bytes: [UInt8]) throws(RecordError) {
    let lines = try RecordCoding.values(Change.self, inJSONLines: bytes)
    for (line, change) in lines where change.schema != Change.currentSchema {
      throw RecordError(
        line: line, key: "schema",
        reason: "\(change.schema) is not the one this version reads, \(Change.currentSchema)")
    }
    changes = lines.map(\.value)
  }

  /// The log as JSON lines.
  public func jsonLines() throws -> String {
    try changes.map { try RecordCoding.jsonLine($0) + "\n" }.joined()
  }

  /// Adds what is new among some changes, and says what that is.
  ///
  /// Whoever was stopped between writing the log and writing the records finds the same changes once
  /// more. They repeat the last ones of their programs, which nothing that really happened can do.
  @discardableResult
  public mutating func append(_ found: [Change]) -> [Change] {
    let last = lastBatches
    let new = found.filter { change in !(last[change.id] ?? []).contains { change.repeats($0) } }
    changes += new
    return new
  }

  /// The changes noticed on a day in Japan or later.
  public func since(_ day: CalendarDay) -> [Change] {
    changes.filter { $0.noticed.day() >= day }
  }

  /// Whether the last thing that happened to a whole program was that it went.
  func lists(asGone id: String) -> Bool {
    changes.last { $0.id == id && $0.fact == nil }?.change == .gone
  }

  /// Of each program, the changes that were noticed last.
  private var lastBatches: [String: [Change]] {
    var batches: [String: [Change]] = [:]
    for change in changes {
      if batches[change.id]?.first?.noticed == change.noticed {
        batches[change.id]?.append(change)
      } else {
        batches[change.id] = [change]
      }
    }
    return batches
  }
}
