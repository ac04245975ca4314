package import ArgumentParser
package import Presentation

/// How an answer for people is shown.
package struct TerminalOptions: ParsableArguments {
  package init() {}

  @Option(
    help: ArgumentHelp(
      "The columns that ①, ※, … take in this terminal, 1 or 2 (default: PROGSEARCH_AMBIGUOUS, else 1).",
      valueName: "columns"))
  package var ambiguousWidth: Int?
  @Flag(name: .customLong("no-pager"), help: "Show long answers at once, not page by page.")
  package var refusesPager = false
  @OptionGroup package var destination: DestinationOptions

  package func validate() throws {
    if let ambiguousWidth, ![1, 2].contains(ambiguousWidth) {
      throw ValidationError("--ambiguous-width takes 1 or 2.")
    }
  }

  /// Where output goes, and how.
  package var output: TerminalOutput {
    TerminalOutput(
      file: destination.output, ambiguousWidth: ambiguousWidth, refusesPager: refusesPager)
  }

  /// What the terminal can do; a file gets neither colour nor links.
  package var painter: Painter { output.painter }

  /// Writes an answer for programs: into a file or to standard output.
  package func write(_ text: String) throws { try output.write(text) }

  /// Shows an answer: into a file, through a pager where it is longer than the terminal, or at once.
  package func show(_ text: String) throws { try output.show(text) }
}
