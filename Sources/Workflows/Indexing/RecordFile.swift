import Foundation
public import RecruitmentModel

/// Reads and writes files of records.
public enum RecordFile {
  /// The records of a file of JSON lines; where asked, rules that cannot be answered and days in the
  /// wrong order are refused.
  public static func programs(
    at path: String, checksSense: Bool = false
  ) throws(WorkflowError) -> [Program] {
    let bytes = try bytes(at: path, purpose: "records")
    do throws(RecordError) {
      return try RecordCoding.programs(inJSONLines: bytes, checksSense: checksSense)
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
    if let bytes = wholeFile(at: path) { return bytes }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missingFile(path: path, purpose: purpose)
    }
    guard !isFolder.boolValue else { throw .unreadableFile(path: path, reason: "it is a folder") }
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path, isDirectory: false)))
    } catch {
      // A pipe or a device has no length to be read at once.
      if let bytes = try stream(at: path) { return bytes }
      throw .unreadableFile(path: path, reason: error.plainReason)
    }
  }

  /// The bytes of a plain file; nil where there is none, or anything is unusual about it.
  private static func wholeFile(at path: String) -> [UInt8]? {
    // Looked at before it is opened: whoever writes into a pipe waits for one reader, and ends with it.
    var state = stat()
    guard stat(path, &state) == 0, state.st_mode & S_IFMT == S_IFREG, state.st_size > 0 else {
      return nil
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let size = Int(state.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { bytes, count in
      while count < size {
        let more = read(descriptor, bytes.baseAddress.map { $0 + count }, size - count)
        guard more > 0 else { return }
        count += more
      }
    }
    return bytes.count == size ? bytes : nil
  }

  /// The most bytes that are read from a pipe.
  private static let mostOfAPipe = 256 << 20

  /// What a pipe or a device gives until its end; nil where it cannot be read either.
  private static func stream(at path: String) throws(WorkflowError) -> [UInt8]? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    var bytes: [UInt8] = []
    while bytes.count <= mostOfAPipe {
      guard let part = try? handle.read(upToCount: 1 << 16) else { return nil }
      if part.isEmpty { return bytes }
      bytes += part
    }
    throw .unreadableFile(path: path, reason: "it gives more than \(mostOfAPipe >> 20) MiB")
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
