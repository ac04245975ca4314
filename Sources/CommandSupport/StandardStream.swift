import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is written to the streams that the program was given, which may be closed or full.
package enum StandardStream {
  /// Puts an empty file in the place of streams that are closed.
  ///
  /// Else the next file that is opened would get their number, and an answer would be written into it.
  package static func fillClosed() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 {
      // Nothing can be written to what is open for reading alone, so it is still told.
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Writes all bytes.
  ///
  /// - Parameters:
  ///   - bytes: What is written.
  ///   - descriptor: The stream or file.
  ///   - name: What the message calls it.
  /// - Throws: What is wrong; without words where nobody reads any more, since nobody wants them.
  static func write(
    _ bytes: some Collection<UInt8>, to descriptor: Int32, calledBy name: String
  ) throws(Failure) {
    let fault = writeAll(Array(bytes), to: descriptor)
    guard fault != 0 else { return }
    let words = "\(name) cannot be written: \(String(cString: strerror(fault)))"
    throw Failure(fault == EPIPE ? "" : words, Failure.inputOutput)
  }

  /// Writes all bytes as far as that goes, and gives the number of the fault; 0 where there is none.
  @discardableResult
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: buffer[written...]))
      }
      if count > 0 {
        written += count
      } else if count == 0 {
        return EIO
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
