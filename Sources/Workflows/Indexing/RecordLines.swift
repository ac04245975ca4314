import Foundation
public import RecruitmentModel

/// Records that lie in a file, a line each; they are read one at a time, in the order of their ids.
public struct RecordLines: Sendable {
  /// Where a record stands in the file.
  struct Place {
    let id: String
    let bytes: Range<Int>
    /// The number of its line, from 1.
    let line: Int
  }

  /// So much is read of a file, or written to it, at a time.
  private static let piece = 1 << 20

  private let file: RecordsFile
  private let places: [Place]

  /// Takes the records at some places of a file.
  init(_ file: RecordsFile, _ places: [Place]) {
    self.file = file
    self.places = places.sorted { $0.id < $1.id }
  }

  /// Looks where the records of a file stand; of each no more than its id is read.
  public init(at path: String) throws(WorkflowError) {
    let file = try RecordsFile(reading: path, purpose: "records")
    var places: [Place] = []
    var lines: [String: Int] = [:]
    for (number, bytes) in try Self.lines(of: file).enumerated() {
      let line = try file.read(bytes)
      guard line.contains(where: { $0 > 32 }) else { continue }
      let id = try Self.read(Named.self, line, number + 1, of: path).id
      if let earlier = lines.updateValue(number + 1, forKey: id) {
        throw .badRecord(
          file: path, line: number + 1, key: "id",
          reason: "“\(id)” stands on line \(earlier) already")
      }
      places.append(Place(id: id, bytes: bytes, line: number + 1))
    }
    self.init(file, places)
  }

  private static func lines(of file: RecordsFile) throws(WorkflowError) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var (start, end) = (0, 0)
    while true {
      let bytes = try file.read(end..<end + piece)
      for (place, byte) in bytes.enumerated() where byte == 10 {
        lines.append(start..<end + place)
        start = end + place + 1
      }
      end += bytes.count
      if bytes.count < piece { return start < end ? lines + [start..<end] : lines }
    }
  }

  // MARK: Reading

  /// How many records there are.
  public var count: Int { places.count }

  /// The id of the record at a place.
  public func id(at place: Int) -> String { places[place].id }

  /// The line of a record, without its end.
  func line(at place: Int) throws(WorkflowError) -> [UInt8] {
    try file.read(places[place].bytes)
  }

  /// A record.
  public func program(at place: Int) throws(WorkflowError) -> Program {
    try value(Program.self, at: place)
  }

  /// What one wants of a record.
  public func value<Value: Decodable>(
    _ type: Value.Type, at place: Int
  ) throws(WorkflowError) -> Value {
    try Self.read(type, try line(at: place), places[place].line, of: file.path)
  }

  /// The records of an institution.
  public func programs(of institution: String) throws(WorkflowError) -> [Program] {
    var programs: [Program] = []
    for (place, known) in places.enumerated() where known.id.hasPrefix(institution + "/") {
      programs.append(try program(at: place))
    }
    return programs
  }

  private static func read<Value: Decodable>(
    _ type: Value.Type, _ line: [UInt8], _ number: Int, of path: String
  ) throws(WorkflowError) -> Value {
    do throws(RecordError) {
      guard let value = try RecordCoding.values(type, inJSONLines: line).first?.value else {
        throw RecordError(line: number, key: "", reason: "is empty")
      }
      return value
    } catch {
      throw .badRecord(file: path, line: number, key: error.key, reason: error.reason)
    }
  }

  /// What is read of each record first.
  private struct Named: Decodable {
    let id: String
  }

  // MARK: Writing

  /// Whether a file holds these records and nothing else.
  func isSame(asFileAt path: String) throws(WorkflowError) -> Bool {
    guard let other = try? RecordsFile(reading: path, purpose: "records") else { return false }
    var end = 0
    for place in places.indices {
      let line = try line(at: place) + [10]
      guard try other.read(end..<end + line.count) == line else { return false }
      end += line.count
    }
    return try other.read(end..<end + 1).isEmpty
  }

  /// Writes the records in place of an older file, in one rename.
  ///
  /// The same records leave the file alone, so that its index stays fresh.
  public func write(to path: String) throws(WorkflowError) {
    guard try !isSame(asFileAt: path) else { return }
    let copy = try RecordsFile(newBeside: path)
    do throws(WorkflowError) {
      try write(to: copy)
      try copy.replace(path)
    } catch {
      copy.unlink()
      throw error
    }
  }

  private func write(to copy: RecordsFile) throws(WorkflowError) {
    var (bytes, end): ([UInt8], Int) = ([], 0)
    for place in places.indices {
      bytes += try line(at: place)
      bytes.append(10)
      guard bytes.count >= Self.piece || place == places.count - 1 else { continue }
      try copy.write(bytes, at: end)
      end += bytes.count
      bytes.removeAll(keepingCapacity: true)
    }
  }
}
