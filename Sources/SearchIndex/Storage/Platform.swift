#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The calls of the operating system and its C library, all in one place.
enum Platform {
  /// Returns the natural logarithm of a positive number.
  static func logarithm(_ value: Double) -> Double {
    log(value)
  }

  /// Orders two byte strings by their bytes; negative, zero, positive as `memcmp`.
  @inline(__always)
  static func order(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    if let first = left.baseAddress, let second = right.baseAddress {
      let common = memcmp(first, second, min(left.count, right.count))
      if common != 0 { return Int(common) }
    }
    return left.count - right.count
  }

  /// The process's number, to tell temporary files of two processes apart.
  static var processNumber: Int32 { getpid() }

  static func openForReading(_ path: String) throws(SystemError) -> Int32 {
    try retrying { open(path, O_RDONLY | O_CLOEXEC) }
  }

  /// Creates a file that must not exist yet.
  static func create(_ path: String) throws(SystemError) -> Int32 {
    try retrying { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644) }
  }

  static func close(_ file: Int32) throws(SystemError) {
    // After EINTR the descriptor is gone, so this call is never repeated.
    if closeDescriptor(file) != 0 && errno != EINTR { throw SystemError(code: errno) }
  }

  /// Returns the length in bytes of an open regular file.
  static func length(of file: Int32) throws(SystemError) -> Int {
    var status = stat()
    _ = try retrying { fstat(file, &status) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw SystemError(code: EISDIR) }
    return Int(status.st_size)
  }

  /// Maps a whole file for reading; `length` must be positive.
  static func map(_ file: Int32, length: Int) throws(SystemError) -> UnsafeRawBufferPointer {
    guard let start = mmap(nil, length, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED
    else { throw SystemError(code: errno) }
    return UnsafeRawBufferPointer(start: start, count: length)
  }

  static func unmap(_ bytes: UnsafeRawBufferPointer) {
    munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }

  /// Writes all bytes at the file's current place.
  static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let written = try retrying { writeSome(file, part) }
      rest = rest.dropFirst(Int(written))
    }
  }

  static func rewind(_ file: Int32) throws(SystemError) {
    _ = try retrying { Int32(truncatingIfNeeded: min(lseek(file, 0, SEEK_SET), 0)) }
  }

  static func synchronize(_ file: Int32) throws(SystemError) {
    _ = try retrying { fsync(file) }
  }

  static func rename(_ old: String, to new: String) throws(SystemError) {
    _ = try retrying { renameFile(old, new) }
  }

  /// Removes a file; one that is not there is no fault.
  static func remove(_ path: String) {
    unlink(path)
  }

  private static func retrying<Result: SignedInteger>(
    _ call: () -> Result
  ) throws(SystemError) -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      let code = errno
      if code != EINTR { throw SystemError(code: code) }
    }
  }
}

extension SystemError: CustomStringConvertible {
  /// The system's own words for the reason.
  public var description: String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}

// Names that the methods above hide.
private func closeDescriptor(_ file: Int32) -> Int32 { close(file) }
private func renameFile(_ old: String, _ new: String) -> Int32 { rename(old, new) }
private func writeSome(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(file, bytes.baseAddress, bytes.count)
}
