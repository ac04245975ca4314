import Foundation
package import Presentation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the output goes to.
package enum Terminal {
  /// The width where nothing tells it.
  private static let usualWidth = 80
  private static let widths = 20...500

  /// The number of columns.
  package static var width: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, widths.contains(Int(size.ws_col)) {
      return Int(size.ws_col)
    }
    let named = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    return named.flatMap { widths.contains($0) ? $0 : nil } ?? usualWidth
  }

  /// Whether standard error is a terminal, for progress.
  package static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether somebody types what is read.
  package static var readsKeyboard: Bool { isatty(STDIN_FILENO) == 1 }

  /// Colours for a terminal that has them, unless NO_COLOR says otherwise.
  package static var painter: Painter {
    let environment = ProcessInfo.processInfo.environment
    let refused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return Painter(
      isColoured: isatty(STDOUT_FILENO) == 1 && !refused && environment["TERM"] != "dumb")
  }

  /// Writes to standard output.
  package static func write(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// Writes a message to standard error, made harmless for a terminal.
  package static func say(_ text: String) {
    FileHandle.standardError.write(Data((SafeText.line(text) + "\n").utf8))
  }
}
