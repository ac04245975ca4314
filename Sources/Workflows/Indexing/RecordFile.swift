import Foundation
public import RecruitmentModel

/// Reads and writes files of records.
public enum RecordFile {
  /// The records of a file of JSON lines; where asked, rules that cannot be answered are refused.
  public static func programs(
    at path: String, checksRules: Bool = false
  ) throws(WorkflowError) -> [Program] {
    let bytes = try bytes(at: path, purpose: "records")
    do throws(RecordError) {
      return try RecordCoding.programs(inJSONLines: bytes, checksRules: checksRules)
    } catch {
      throw .badRecord(file: path, line: error.line, key: error.key, reason: error.reason)
    }
  }

  /// Writes records in place of an older file, in one rename.
  public static func write(_ programs: [Program], to path: String) throws(WorkflowError) {
    try RecordDraft.lines(of: programs, beside: path).write(to: path)
  }

  /// The bytes of a file.
  public static func bytes(at path: String, purpose: String) throws(WorkflowError) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missingFile(path: path, purpose: purpose)
    }
    guard !isFolder.boolValue else { throw .unreadableFile(path: path, reason: "it is a folder") }
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path, isDirectory: false)))
    } catch {
      throw .unreadableFile(path: path, reason: error.plainReason)
    }
  }
}

extension Error {
  /// What the system says, without the type names around it.
  var plainReason: String {
    let underlying = (self as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
    return underlying.map { ($0 as NSError).localizedDescription }
      ?? (self as NSError).localizedDescription
  }
}
