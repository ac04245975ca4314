public import ChangeLog
import RecruitmentModel

/// Shows changes to people: a program a paragraph, a change a line, its proofs below.
public struct ChangesRenderer: Sendable {
  private let text: ChangeText
  private let wording: Wording
  private let painter: Painter

  /// Makes a renderer.
  public init(_ wording: Wording, painter: Painter) {
    self.wording = wording
    self.painter = painter
    text = ChangeText(wording)
  }

  /// The changes in lines, in the order in which they are given.
  public func text(_ changes: [Change]) -> String {
    var lines: [String] = []
    var heading = ""
    for change in changes {
      let title = "\(change.noticed.day())  \(text.hospital(change))  \(change.id)"
      if title != heading {
        if !heading.isEmpty { lines.append("") }
        lines.append(painter.paint(SafeText.line(title), .bold))
        heading = title
      }
      lines.append("  " + text.sentence(change))
      lines += proofs("change.before", change.before) + proofs("change.now", change.after)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func proofs(_ key: String, _ statement: ChangeStatement?) -> [String] {
    guard let statement else { return [] }
    return text.proofs(statement).map {
      painter.paint("    \(wording(key)) \($0)", .dim)
    }
  }
}
