import Foundation
import Workflows

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Shows text page by page, as other commands do.
enum Pager {
  /// Shows a text through the pager; false where none is wanted or needed.
  ///
  /// `PAGER` names it, and is `less` otherwise; an empty one, `cat` or `NO_PAGER` refuses it. Pipes and
  /// files never get one.
  static func show(_ text: String) -> Bool {
    let environment = ProcessEnvironment()
    let pager = environment["PAGER"] ?? "less"
    guard isatty(STDOUT_FILENO) == 1, isatty(STDIN_FILENO) == 1, environment["NO_PAGER"] == nil,
      environment["TERM"] != "dumb", !pager.isEmpty, pager != "cat", isTallerThanTerminal(text)
    else { return false }
    // less shows colours and links only if it is told to.
    setenv("LESS", environment["LESS"] ?? "FRX", 1)
    setenv("LESSCHARSET", environment["LESSCHARSET"] ?? "utf-8", 1)
    signal(SIGPIPE, SIG_IGN)
    guard let stream = popen(pager, "w") else { return false }
    fputs(text, stream)
    // The shell says 127 where there is no such pager.
    return pclose(stream) >> 8 != 127
  }

  private static func isTallerThanTerminal(_ text: String) -> Bool {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return false }
    return text.utf8.count { $0 == UInt8(ascii: "\n") } >= Int(size.ws_row)
  }
}
