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
    lines.flatMap { TextFitting.indented($0, width: width) }.joined(separator: "\n") + "\n"
  }

  /// A heading; never told by its colour alone.
  public func heading(_ text: String) -> String { painter.paint(text, .bold) }

  /// A remark of less weight.
  public func remark(_ text: String) -> String { painter.paint(text, .dim) }
}
