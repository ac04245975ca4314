import DomainLexicon
import Foundation
public import JapaneseText
public import QueryEngine
public import RecruitmentModel

/// A folder with records and the index file that is derived from them.
public struct IndexDirectory: Sendable {
  /// The folder.
  public let path: String

  /// Names a folder; nothing is read yet.
  public init(path: String) {
    self.path = path
  }

  /// The records.
  public var records: String { path + "/programs.jsonl" }
  /// What changed in the records, and when.
  public var changes: String { path + "/changes.jsonl" }
  /// The institutions that the last crawl could not reach; no such file where it reached all.
  public var unreachable: String { path + "/unreachable.tsv" }
  /// The index file.
  public var index: String { path + "/programs.idx" }

  /// Keeps other crawls from writing to the folder as long as what it returns lives.
  public func lock() throws(WorkflowError) -> IndexLock {
    guard let folder = try RecordsFile(locking: path) else {
      throw .unwritableFile(path: path, reason: "another crawl is writing to it")
    }
    return IndexLock(folder: folder)
  }

  /// Writes records and their index; whatever fails, an older index stays usable.
  public func replace(
    _ programs: [Program], directory: InstitutionDirectory, _ tools: TextTools
  ) throws(WorkflowError) {
    let programs = programs.sorted { $0.id < $1.id }
    try RecordFile.write(programs, to: records)
    try writeIndex(programs, directory, tools, RecordsStamp(of: records))
  }

  /// Writes records, which are read one by one, and their index.
  public func replace(
    with lines: RecordLines, directory: InstitutionDirectory, _ tools: TextTools
  ) throws(WorkflowError) {
    try lines.write(to: records)
    try writeIndex(lines, directory, tools)
  }

  /// Whether records and index are what replacing would make of them: the records are the same, and the
  /// index can be read and was made after them and after the files that it depends on beside them.
  public func isCurrent(
    for lines: RecordLines, after files: [String], _ tools: TextTools
  ) -> Bool {
    guard (try? SearchEngine(openingIndexAt: index, analyzer: tools.analyzer)) != nil,
      (try? lines.isSame(asFileAt: records)) == true, let made = Self.changed(index)
    else { return false }
    return (files + [records]).allSatisfy { Self.changed($0).map { $0 <= made } ?? false }
  }

  private static func changed(_ path: String) -> Date? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.modificationDate] as? Date
  }

  /// Whether the index file was made for the records beside it.
  public func isIndexed(_ tools: TextTools) -> Bool {
    guard let stamp = RecordsStamp(of: records) else { return false }
    let engine = try? SearchEngine(openingIndexAt: index, analyzer: tools.analyzer)
    return engine?.recordsStamp == stamp.description
  }

  /// The engine over the index; an index that is missing or older than its records is made anew.
  public func engine(
    _ tools: TextTools, directory: () throws(WorkflowError) -> InstitutionDirectory
  ) throws(WorkflowError) -> SearchEngine {
    guard let stamp = RecordsStamp(of: records) else { throw .missingIndex(directory: path) }
    var fault: IndexOpening?
    do throws(IndexOpening) {
      if access(index, F_OK) == 0 {
        let engine = try SearchEngine(openingIndexAt: index, analyzer: tools.analyzer)
        if engine.recordsStamp == stamp.description { return engine }
      }
    } catch { fault = error }
    if let fault, !fault.isStale {
      throw .damagedIndex(path: index, reason: fault.reason)
    }
    return try rebuilt(tools, try directory(), stamp)
  }

  /// Proves the index file whole.
  ///
  /// - Returns: What it holds, and whether it is older than the records beside it.
  public func check() throws(WorkflowError) -> (report: IndexReport, isStale: Bool) {
    guard FileManager.default.fileExists(atPath: index) else {
      throw .missingFile(path: index, purpose: "index")
    }
    do throws(IndexOpening) {
      let report = try SearchEngine.check(indexAt: index)
      return (report, report.recordsStamp != RecordsStamp(of: records)?.description)
    } catch { throw .damagedIndex(path: index, reason: error.reason) }
  }

  /// Builds the index from the records beside it; where the folder cannot be written, in memory.
  ///
  /// The stamp is that of the records before they were read: should others come in the meantime, the next query
  /// sees that the index is not theirs.
  private func rebuilt(
    _ tools: TextTools, _ directory: InstitutionDirectory, _ stamp: RecordsStamp
  ) throws(WorkflowError) -> SearchEngine {
    let programs = try RecordFile.programs(at: records)
    guard RecordsStamp(of: records)?.description == stamp.description else {
      return try inMemory(programs, directory, tools)
    }
    do throws(WorkflowError) {
      try writeIndex(programs, directory, tools, stamp)
    } catch {
      guard case .unwritableFile = error else { throw error }
      return try inMemory(programs, directory, tools)
    }
    do throws(IndexOpening) {
      return try SearchEngine(openingIndexAt: index, analyzer: tools.analyzer)
    } catch { throw .damagedIndex(path: index, reason: error.reason) }
  }

  private func inMemory(
    _ programs: [Program], _ directory: InstitutionDirectory, _ tools: TextTools
  ) throws(WorkflowError) -> SearchEngine {
    let writer = ProgramIndexWriter(analyzer: tools.analyzer, lexicon: try tools.lexicon)
    do throws(ProgramIndexBuildError) {
      let bytes =
        try writer
        .bytes(programs, directory: directory, recordsStamp: "")
      do throws(IndexOpening) {
        return try SearchEngine(indexBytes: bytes, analyzer: tools.analyzer)
      } catch { throw ProgramIndexBuildError.record(id: "", reason: error.reason) }
    } catch { throw WorkflowError(error, file: records) }
  }

  private func writeIndex(
    _ programs: [Program], _ directory: InstitutionDirectory, _ tools: TextTools,
    _ stamp: RecordsStamp?
  ) throws(WorkflowError) {
    try writeIndex(tools, stamp) { writer, stamp throws(ProgramIndexBuildError) in
      try writer.write(programs, directory: directory, recordsStamp: stamp, to: index)
    }
  }

  private func writeIndex(
    _ lines: RecordLines, _ directory: InstitutionDirectory, _ tools: TextTools
  ) throws(WorkflowError) {
    let order = lines.indexOrder
    try writeIndex(tools, RecordsStamp(of: records)) {
      writer, stamp throws(ProgramIndexBuildError) in
      try writer.write(
        count: lines.count,
        { place throws(RecordError) in
          do throws(WorkflowError) { return try lines.program(at: order[place]) } catch {
            throw RecordError(line: 0, key: lines.id(at: order[place]), reason: "\(error)")
          }
        }, directory: directory, recordsStamp: stamp, to: index)
    }
  }

  private func writeIndex(
    _ tools: TextTools, _ stamp: RecordsStamp?,
    _ write: (ProgramIndexWriter, String) throws(ProgramIndexBuildError) -> Void
  ) throws(WorkflowError) {
    let stamp = stamp?.description ?? ""
    let writer = ProgramIndexWriter(analyzer: tools.analyzer, lexicon: try tools.lexicon)
    do throws(ProgramIndexBuildError) { try write(writer, stamp) } catch {
      throw WorkflowError(error, file: records)
    }
  }
}

extension RecordLines {
  /// The order in which the records are put into an index.
  fileprivate var indexOrder: RecordOrder {
    RecordOrder(
      count: count, place: { placed($0)?.institution.prefecture ?? "" },
      length: { placed($0)?.text?.utf8.count ?? 0 })
  }

  private func placed(_ place: Int) -> Placed? { try? value(Placed.self, at: place) }

  /// What says where a record belongs.
  private struct Placed: Decodable {
    struct Institution: Decodable {
      let prefecture: String?
    }

    let institution: Institution
    let text: String?
  }
}

/// What keeps other crawls from writing to a folder as long as it lives.
public struct IndexLock: Sendable {
  fileprivate let folder: RecordsFile
}

/// The size and the time of change of a file of records: an index made for another one is stale.
struct RecordsStamp: CustomStringConvertible {
  let description: String

  /// Takes the stamp of a file; nil where it is not there.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let changed = status.st_mtimespec
    #else
      let changed = status.st_mtim
    #endif
    // As a date, since the stamps of older indexes were made from dates.
    let date = Date(
      timeIntervalSinceReferenceDate: Double(changed.tv_sec)
        - Date.timeIntervalBetween1970AndReferenceDate + Double(changed.tv_nsec) / 1_000_000_000)
    description = "\(status.st_size)/\(Int64(date.timeIntervalSince1970 * 1_000_000))"
  }
}

extension WorkflowError {
  init(_ error: ProgramIndexBuildError, file: String) {
    switch error {
    case .dictionary(let reason): self = .dictionary(reason.explanation)
    case .record(let id, let reason):
      self = .badRecord(file: file, line: 0, key: id, reason: reason)
    case .file(let path, let reason): self = .unwritableFile(path: path, reason: reason)
    }
  }
}

extension DictionaryError {
  /// What is wrong with the dictionary, and what to do.
  var explanation: String {
    switch self {
    case .missing(let places):
      "MeCab's dictionary IPADIC in UTF-8 is not in \(places.joined(separator: ", ")); "
        + "install mecab-ipadic-utf8, or name its folder in PROGSEARCH_IPADIC"
    case .unusable(let path, let reason):
      "MeCab cannot use the dictionary \(path): \(reason)"
    }
  }
}

extension WorkflowError {
  /// The dictionary's fault as one of this layer.
  public init(_ error: DictionaryError) {
    self = .dictionary(error.explanation)
  }
}
