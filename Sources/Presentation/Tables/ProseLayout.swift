/// Lays out lines of prose for a terminal, for what is shown by other targets.
public struct ProseLayout: Sendable {
  private let width: Int
  private let painter: Painter

  /// Makes a layout for a terminal's width.
  public init(width: Int, painter: Painter) {
    self.width = width
    self.painter = painter
  }

  /// Lines broken at the width, each part set in as far as its first; with a line end behind the last.
  public func text(_ lines: [String]) -> String {
    lines.flatMap(folded).joined(separator: "\n") + "\n"
  }

  /// A line in lines of at most the width, each set in as far as the first; painted lines stay whole.
  private func folded(_ line: String) -> [String] {
    line.contains("\u{1B}") ? [line] : StyledLine(line).lines(width: width, painter)
  }

  /// A heading; never told by its colour alone.
  public func heading(_ text: String) -> String { painter.paint(text, .bold) }

  /// A remark of less weight.
  public func remark(_ text: String) -> String { painter.paint(text, .dim) }
}
