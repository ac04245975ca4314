import Foundation

/// A file that is open, and closed when its owner is gone.
struct OpenFile: ~Copyable {
  let path: String
  private let descriptor: Int32

  /// Opens a file; `flags` are those of `open`.
  init(_ path: String, flags: Int32) throws(PageArchiveError) {
    self.path = path
    descriptor = open(path, flags | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw .system(operation: "open", path: path, code: errno) }
  }

  deinit {
    if descriptor >= 0 { _ = close(descriptor) }
  }

  /// The number of bytes in the file.
  func size() throws(PageArchiveError) -> Int {
    let end = lseek(descriptor, 0, SEEK_END)
    if end < 0 { throw failure("seek") }
    return Int(end)
  }

  /// Reads at most a number of bytes from a place; fewer only at the end of the file.
  func read(_ count: Int, at offset: Int) throws(PageArchiveError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        pread(
          descriptor, buffer.baseAddress?.advanced(by: done), count - done, off_t(offset + done))
      }
      if got < 0 && errno == EINTR { continue }
      if got < 0 { throw failure("read") }
      if got == 0 { break }
      done += got
    }
    return Array(bytes.prefix(done))
  }

  /// Writes all bytes at a place.
  func write(_ bytes: [UInt8], at offset: Int) throws(PageArchiveError) {
    var done = 0
    while done < bytes.count {
      let put = bytes.withUnsafeBytes { buffer in
        pwrite(
          descriptor, buffer.baseAddress?.advanced(by: done), bytes.count - done,
          off_t(offset + done))
      }
      if put < 0 && errno == EINTR { continue }
      if put <= 0 { throw failure("write") }
      done += put
    }
  }

  /// Returns when what was written has reached the disk.
  func synchronize() throws(PageArchiveError) {
    if fsync(descriptor) != 0 { throw failure("sync") }
  }

  /// Cuts the file off at a length.
  func truncate(to length: Int) throws(PageArchiveError) {
    if ftruncate(descriptor, off_t(length)) != 0 { throw failure("truncate") }
  }

  /// Takes the file's lock for this process; false where another process holds it.
  func lock() throws(PageArchiveError) -> Bool {
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    if errno == EWOULDBLOCK { return false }
    throw failure("lock")
  }

  private func failure(_ operation: String) -> PageArchiveError {
    .system(operation: operation, path: path, code: errno)
  }
}
