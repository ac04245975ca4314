public import ChangeLog
import RecruitmentModel

/// Shows changes to people: a program a paragraph, a change a line, its proofs below.
public struct ChangesRenderer: Sendable {
  private let text: ChangeText
  private let wording: Wording
  private let painter: Painter
  private let width: Int

  /// Makes a renderer for a terminal's width.
  public init(_ wording: Wording, width: Int = 80, painter: Painter) {
    self.wording = wording
    self.width = width
    self.painter = painter
    text = ChangeText(wording)
  }

  /// The changes in lines, in the order in which they are given.
  public func text(_ changes: [Change]) -> String {
    var lines: [StyledLine] = []
    var heading = ""
    for change in changes {
      let title = "\(change.noticed.day())  \(text.hospital(change))  \(change.id)"
      if title != heading {
        if !heading.isEmpty { lines.append(StyledLine()) }
        lines.append(StyledLine(SafeText.line(title), .bold))
        heading = title
      }
      lines.append(StyledLine("  " + text.sentence(change)))
      lines += proofs("change.before", change.before) + proofs("change.now", change.after)
    }
    return lines.flatMap { $0.lines(width: width, painter) }.map { $0 + "\n" }.joined()
  }

  private func proofs(_ key: String, _ statement: ChangeStatement?) -> [StyledLine] {
    guard let statement else { return [] }
    return text.proofs(statement).map {
      StyledLine("    \(wording(key)) \($0)", .dim)
    }
  }
}
