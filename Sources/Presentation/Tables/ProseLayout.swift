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

  /// A line in lines of at most the width, each set in as far as the first; of a painted line each one is
  /// painted.
  private func folded(_ line: String) -> [String] {
    let end = "\u{1B}[0m"
    if line.hasPrefix("\u{1B}["), line.hasSuffix(end), let start = line.firstIndex(of: "m") {
      let words = line[start...].dropFirst().dropLast(end.count)
      return folded(String(words)).map { line[...start] + $0 + end }
    }
    if line.contains("\u{1B}") || fits(line) { return [line] }
    guard let mark = Self.marks.first(where: line.hasPrefix) else {
      return StyledLine(line).lines(width: width, painter)
    }
    // An entry of a list goes on below its words, not below its mark.
    let indent = painter.measure.of(mark)
    let entry = StyledLine(String(line.dropFirst(mark.count)))
    return entry.lines(width: width - indent, painter).enumerated().map { place, words in
      (place == 0 ? mark : String(repeating: " ", count: indent)) + words
    }
  }

  /// Whether a line needs no folding.
  private func fits(_ line: String) -> Bool {
    line.utf8.last != 0x20 && painter.measure.of(line) <= width
  }

  /// What entries of lists begin with.
  private static let marks = ["- ", "! ", "× ", "○ ", "? ", "？ "]

  /// A heading; never told by its colour alone.
  public func heading(_ text: String) -> String { painter.paint(text, .bold) }

  /// A remark of less weight.
  public func remark(_ text: String) -> String { painter.paint(text, .dim) }
}
