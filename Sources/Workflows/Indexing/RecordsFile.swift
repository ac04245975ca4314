import Foundation

/// A file of records that is open, and closed when nobody needs it any more.
final class RecordsFile: Sendable {
  let path: String
  private let descriptor: Int32

  private init(_ path: String, _ descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { _ = close(descriptor) }

  /// Opens a file for reading.
  convenience init(reading path: String, purpose: String) throws(WorkflowError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missingFile(path: path, purpose: purpose)
    }
    guard !isFolder.boolValue else { throw .unreadableFile(path: path, reason: "it is a folder") }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadableFile(path: path, reason: Self.reason) }
    self.init(path, descriptor)
  }

  /// Makes a file under a name that nobody else has, in a folder that is made where it is missing.
  convenience init(newBeside path: String) throws(WorkflowError) {
    do {
      let folder = (path as NSString).deletingLastPathComponent
      try FileManager.default.createDirectory(
        atPath: folder.isEmpty ? "." : folder, withIntermediateDirectories: true)
    } catch { throw .unwritableFile(path: path, reason: error.plainReason) }
    let mark = String(UInt64.random(in: .min ... .max), radix: 36)
    let name = "\(path).\(mark).partial"
    let descriptor = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .unwritableFile(path: path, reason: Self.reason) }
    self.init(name, descriptor)
  }

  /// Takes the name away; what is in the file can be used as long as it is open.
  func unlink() { _ = Foundation.unlink(path) }

  /// Gives the file, once all of it has reached the disk, the name of another, which it replaces.
  func replace(_ other: String) throws(WorkflowError) {
    guard fsync(descriptor) == 0, rename(path, other) == 0 else {
      throw .unwritableFile(path: other, reason: Self.reason)
    }
  }

  /// Reads bytes; fewer only at the end of the file.
  func read(_ place: Range<Int>) throws(WorkflowError) -> [UInt8] {
    var isBroken = false
    let bytes = [UInt8](unsafeUninitializedCapacity: place.count) { buffer, done in
      while done < place.count {
        let got = pread(
          descriptor, buffer.baseAddress?.advanced(by: done), place.count - done,
          off_t(place.lowerBound + done))
        if got < 0 && errno == EINTR { continue }
        isBroken = got < 0
        if got <= 0 { return }
        done += got
      }
    }
    if isBroken { throw .unreadableFile(path: path, reason: Self.reason) }
    return bytes
  }

  /// Writes bytes at a place.
  func write(_ bytes: [UInt8], at offset: Int) throws(WorkflowError) {
    var done = 0
    while done < bytes.count {
      let put = bytes.withUnsafeBytes { buffer in
        pwrite(
          descriptor, buffer.baseAddress?.advanced(by: done), bytes.count - done,
          off_t(offset + done))
      }
      if put < 0 && errno == EINTR { continue }
      if put <= 0 { throw .unwritableFile(path: path, reason: Self.reason) }
      done += put
    }
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
