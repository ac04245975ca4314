package import Presentation
import Workflows

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
    let named = ProcessEnvironment()["COLUMNS"].flatMap { Int($0) }
    return named.flatMap { widths.contains($0) ? $0 : nil } ?? usualWidth
  }

  /// Whether standard error is a terminal, for progress.
  package static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether somebody types what is read.
  package static var readsKeyboard: Bool { isatty(STDIN_FILENO) == 1 }

  /// Colours for a terminal that has them, unless NO_COLOR says otherwise.
  package static var painter: Painter { painter(measure: .usual) }

  /// Colours and links for a terminal that has them, with its width of ambiguous characters.
  package static func painter(measure: DisplayWidth) -> Painter {
    let environment = ProcessEnvironment()
    let refused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    let isTerminal = isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb"
    return Painter(
      isColoured: isTerminal && !refused, hasLinks: isTerminal && knowsLinks(environment),
      measure: measure)
  }

  /// Whether the terminal is one that opens links (OSC 8); one that does not would show nothing of them,
  /// so only those that are known count.
  private static func knowsLinks(_ environment: ProcessEnvironment) -> Bool {
    if let forced = environment["FORCE_HYPERLINK"] { return forced != "0" }
    if environment["VTE_VERSION"].flatMap({ Int($0) }).map({ $0 >= 5000 }) == true { return true }
    let marks = ["WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM"]
    if marks.contains(where: { environment[$0] != nil }) { return true }
    let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby"]
    if programs.contains(environment["TERM_PROGRAM"] ?? "") { return true }
    return ["foot", "alacritty", "xterm-kitty", "xterm-ghostty"].contains {
      environment["TERM"]?.hasPrefix($0) == true
    }
  }

  /// Writes to standard output.
  package static func write(_ text: String) throws(Failure) {
    try write(Array(text.utf8))
  }

  /// Writes a result in UTF-8 to standard output.
  package static func write(_ bytes: [UInt8]) throws(Failure) {
    try StandardStream.write(bytes, to: STDOUT_FILENO, calledBy: "the answer")
  }

  /// Writes a message to standard error, made harmless for a terminal.
  package static func say(_ text: String) {
    hint(SafeText.line(text) + "\n")
  }

  /// Writes to standard error as it is; where that cannot be written, there is nobody left to tell.
  package static func hint(_ text: String) {
    StandardStream.writeAll(Array(text.utf8), to: STDERR_FILENO)
  }
}
