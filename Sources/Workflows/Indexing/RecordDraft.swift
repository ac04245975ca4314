public import RecruitmentModel

/// Records on their way to the file that they will replace: they wait on the disk, so that however many there
/// are, one at a time is in memory.
public struct RecordDraft {
  private let file: RecordsFile
  private var places: [String: RecordLines.Place] = [:]
  private var end = 0

  /// Begins a draft in the folder of a file; it has no name there, and is gone when nobody uses it.
  public init(beside path: String) throws(WorkflowError) {
    file = try RecordsFile(newBeside: path)
    file.unlink()
  }

  /// The lines of some records.
  public static func lines(
    of programs: [Program], beside path: String
  ) throws(WorkflowError) -> RecordLines {
    var draft = try RecordDraft(beside: path)
    for program in programs { try draft.add(program) }
    return draft.lines
  }

  /// Adds a record, in place of another of its id.
  public mutating func add(_ program: Program) throws(WorkflowError) {
    guard let line = try? RecordCoding.jsonBytes(program) else {
      throw .fault("the record \(program.id) cannot be encoded")
    }
    try file.write(line, at: end)
    places[program.id] = RecordLines.Place(
      id: program.id, bytes: end..<end + line.count, line: places.count + 1)
    end += line.count
  }

  /// Whether there is a record of an id.
  public func contains(_ id: String) -> Bool { places[id] != nil }

  /// The records, in the order of their ids.
  public var lines: RecordLines { RecordLines(file, Array(places.values)) }
}
