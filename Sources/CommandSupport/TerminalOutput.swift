package import Presentation
import Workflows

/// Where output goes, and how, whoever read the options.
package struct TerminalOutput: Equatable {
  /// The file; nil for standard output.
  package var file: String?
  /// The columns that ①, ※ and … take; nil for what the environment says.
  package var ambiguousWidth: Int?
  /// Whether long answers are shown at once.
  package var refusesPager: Bool

  package init(file: String? = nil, ambiguousWidth: Int? = nil, refusesPager: Bool = false) {
    self.file = file
    self.ambiguousWidth = ambiguousWidth
    self.refusesPager = refusesPager
  }

  /// What the terminal can do; a file gets neither colour nor links.
  package var painter: Painter {
    let named = ProcessEnvironment()["PROGSEARCH_AMBIGUOUS"].flatMap { Int($0) }
    let measure = DisplayWidth(ambiguousIsWide: (ambiguousWidth ?? named) == 2)
    guard file == nil else { return Painter(isColoured: false, measure: measure) }
    return Terminal.painter(measure: measure)
  }

  /// Writes an answer for programs: into the file or to standard output.
  package func write(_ text: String) throws { try OutputSink.write(text, to: file) }

  /// Shows an answer: into the file, through a pager where it is longer than the terminal, or at once.
  package func show(_ text: String) throws {
    guard file == nil, !refusesPager else { return try OutputSink.write(text, to: file) }
    if !Pager.show(text) { try Terminal.write(text) }
  }
}
