import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Text that is written behind other text: it waits in a file without a name, so that it takes no memory.
final class WaitingText {
  private var pending: [UInt8] = []
  private var descriptor: Int32?
  /// So much waits in memory.
  private static let most = 1 << 20

  deinit {
    if let descriptor { close(descriptor) }
  }

  /// Adds text.
  func add(_ text: String) throws(Failure) {
    pending += text.utf8
    guard pending.count >= Self.most else { return }
    if descriptor == nil { descriptor = try Self.opened() }
    guard let descriptor else { return }
    try StandardStream.write(pending, to: descriptor, calledBy: "a temporary file")
    pending.removeAll(keepingCapacity: true)
  }

  /// Hands over all text, piece by piece.
  func forEach(_ body: ([UInt8]) throws -> Void) throws {
    if let descriptor {
      lseek(descriptor, 0, SEEK_SET)
      var buffer = [UInt8](repeating: 0, count: Self.most)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw Self.failure() }
        if count == 0 { break }
        try body(Array(buffer[..<count]))
      }
    }
    try body(pending)
  }

  /// A new file of the temporary folder whose name is taken away at once, so that it goes with the program.
  private static func opened() throws(Failure) -> Int32 {
    var name = Array(
      (FileManager.default.temporaryDirectory.path + "/progsearch.XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw failure() }
    unlink(name)
    return descriptor
  }

  private static func failure() -> Failure {
    Failure(
      "no temporary file can be kept in \(FileManager.default.temporaryDirectory.path): "
        + "\(String(cString: strerror(errno))); TMPDIR names another folder", Failure.inputOutput)
  }
}
