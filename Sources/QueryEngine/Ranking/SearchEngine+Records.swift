public import RecruitmentModel
import SearchIndex

extension SearchEngine {
  /// How old what the records say is.
  public var age: RecordsAge { RecordsAge(index.attachment(named: RecordsAge.attachmentName)) }

  /// What lists show of the record with a number in the index: some facts, neither pages nor text.
  public func brief(
    number: UInt32, facts: [FactName]
  ) throws(RecordError) -> Program? {
    try RecordCoding.brief(index.stored(of: DocumentNumber(number)), facts: facts)
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
      let programs: [Program]
      do throws(RecordError) {
        programs = try RecordCoding.programs(inJSONLines: line)
      } catch { throw Failure.record(error.key + " " + error.reason) }
      guard let program = programs.first else { continue }
      guard try body(program, line) else { return }
    }
  }
}
