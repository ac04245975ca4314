public import RecruitmentModel
import SearchIndex

extension SearchEngine {
  /// How old what the records say is.
  public var age: RecordsAge { RecordsAge(index.attachment(named: RecordsAge.attachmentName)) }

  /// Hands over the programs that a query finds, the best first and one at a time, so that no more than
  /// one record is in memory.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - options: What is asked beside its words.
  ///   - body: Takes a program; false ends it.
  /// - Returns: What the query was taken to mean.
  /// - Throws: Why the query has no answer, and what `body` throws.
  public func forEachResult(
    of query: String, _ options: Options, _ body: (SearchResult) throws -> Bool
  ) throws -> Interpretation {
    let (interpretation, texts, ranking) = try ranked(query, options, limit: options.limit)
    for (place, candidate) in ranking.best.enumerated() {
      let found = result(candidate, rank: place + 1, interpretation, texts, options)
      guard try body(found) else { break }
    }
    return interpretation
  }

  /// What lists show of the record with a number in the index: some facts, neither pages nor text.
  public func brief(
    number: UInt32, facts: [FactName]
  ) throws(RecordError) -> Program? {
    try RecordCoding.brief(index.stored(of: DocumentNumber(number)), facts: facts)
  }

  /// The same with the facts as bytes; nil where the record is not written as we write them.
  public func briefParts(number: UInt32, facts: [FactName]) -> BriefParts? {
    RecordCoding.briefParts(index.stored(of: DocumentNumber(number)), facts: facts)
  }

  /// Hands over some facts of the records of some kinds, one record at a time and in the order of the index,
  /// without reading the rest of them.
  ///
  /// - Parameters:
  ///   - kinds: The kinds.
  ///   - facts: The facts.
  ///   - body: Takes a record.
  /// - Throws: What `body` throws, and what is wrong with a record.
  public func forEachBrief(
    of kinds: Set<ProgramKind>, facts: [FactName], _ body: (Program) throws -> Void
  ) throws {
    let names = Set(kinds.map(\.rawValue))
    for number in 0..<UInt32(clamping: index.documentCount) {
      let kind = columns.words(.kind, of: DocumentNumber(number)).first
      guard kind.map(names.contains) ?? false else { continue }
      let program: Program?
      do throws(RecordError) {
        program = try brief(number: number, facts: facts)
      } catch { throw Failure.record(error.key + " " + error.reason) }
      if let program { try body(program) }
    }
  }

  /// Hands over the records of a kind, or all of them, one at a time and in the order of the index.
  ///
  /// - Parameters:
  ///   - kind: The kind; nil for every kind.
  ///   - body: Takes a record and the line of JSON that it is; false ends it.
  /// - Throws: What `body` throws, and what is wrong with a record.
  public func forEachRecord(
    of kind: ProgramKind?, _ body: (Program, [UInt8]) throws -> Bool
  ) throws {
    for number in 0..<UInt32(clamping: index.documentCount) {
      let document = DocumentNumber(number)
      guard kind == nil || columns.words(.kind, of: document).first == kind?.rawValue else {
        continue
      }
      let line = index.stored(of: document)
      let program: Program?
      do throws(RecordError) {
        program = try RecordCoding.program(inJSONLine: line)
      } catch { throw Failure.record(error.key + " " + error.reason) }
      guard let program else { continue }
      guard try body(program, line) else { return }
    }
  }
}
