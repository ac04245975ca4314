public import ChangeLog
import Foundation
public import RecruitmentModel

/// Reads and writes the file of changes that lies beside the records.
public enum ChangeFile {
  /// The log of an index; a folder that has neither records nor changes is no index.
  public static func log(of index: IndexDirectory) throws(WorkflowError) -> ChangeLog {
    guard [index.changes, index.records].contains(where: FileManager.default.fileExists(atPath:))
    else { throw .missingIndex(directory: index.path) }
    return try log(at: index.changes)
  }

  /// The log of a file; empty where there is none yet.
  public static func log(at path: String) throws(WorkflowError) -> ChangeLog {
    guard FileManager.default.fileExists(atPath: path) else { return ChangeLog() }
    let bytes = try RecordFile.bytes(at: path, purpose: "changes")
    do throws(RecordError) {
      return try ChangeLog(jsonLines: bytes)
    } catch {
      throw .badRecord(file: path, line: error.line, key: error.key, reason: error.reason)
    }
  }

  /// Notes what changed between the records of an index and the ones that will take their place, and
  /// says what that is.
  ///
  /// An index without records has nothing that could change.
  public static func note(
    _ later: RecordLines, replacing index: IndexDirectory, at noticed: Timestamp
  ) throws(WorkflowError) -> [Change] {
    guard FileManager.default.fileExists(atPath: index.records) else { return [] }
    let earlier = try RecordLines(at: index.records)
    var log = try log(at: index.changes)
    let comparison = RecordComparison(noticed: noticed)
    var found: [Change] = []
    for (old, new) in earlier.paired(with: later) {
      // What is written in the same way says the same.
      if let old, let new, try earlier.line(at: old) == later.line(at: new) { continue }
      let before = try old.map { place throws(WorkflowError) in try earlier.program(at: place) }
      let after = try new.map { place throws(WorkflowError) in try later.program(at: place) }
      do {
        found += try comparison.changes(
          from: [before].compactMap(\.self), to: [after].compactMap(\.self), after: log)
      } catch { throw .fault("\(error)") }
    }
    let new = log.append(found)
    if !new.isEmpty { try write(log, to: index.changes) }
    return new
  }

  /// Writes a log in place of an older one, in one rename.
  public static func write(_ log: ChangeLog, to path: String) throws(WorkflowError) {
    do {
      let folder = (path as NSString).deletingLastPathComponent
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let text = try log.jsonLines()
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .unwritableFile(path: path, reason: error.plainReason)
    }
  }
}

extension RecordLines {
  /// The places of the records of both, in the order of ids, those of one id together.
  fileprivate func paired(with other: RecordLines) -> [(Int?, Int?)] {
    var pairs: [(Int?, Int?)] = []
    var (mine, its) = (0, 0)
    while mine < count || its < other.count {
      let isMine = mine < count && (its == other.count || id(at: mine) <= other.id(at: its))
      let isIts = its < other.count && (mine == count || other.id(at: its) <= id(at: mine))
      pairs.append((isMine ? mine : nil, isIts ? its : nil))
      mine += isMine ? 1 : 0
      its += isIts ? 1 : 0
    }
    return pairs
  }
}
