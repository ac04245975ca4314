import RecruitmentModel

/// One thing that was looked at.
package struct Finding: Sendable {
  /// How it is.
  package enum State: String, Sendable, CaseIterable {
    case good
    case poor
    case bad
  }

  /// The key of its name in the wording.
  let key: String
  /// How it is.
  package let state: State
  /// What was found.
  let words: String
  /// What to do; empty where nothing is to be done.
  let remedy: String

  /// Makes a finding.
  package init(_ key: String, _ state: State, _ words: String, remedy: String = "") {
    self.key = key
    self.state = state
    self.words = words
    self.remedy = remedy
  }
}

/// Findings as JSON: the name of each, how it is, what was found, and what to do where something is.
package enum FindingsJSON {
  private struct Item: Encodable {
    let name: String
    let state: String
    let found: String
    let advice: String?
  }

  /// The findings as one line, without a line end.
  package static func line(_ findings: [Finding]) throws -> String {
    try RecordCoding.jsonLine([
      "findings": findings.map {
        Item(
          name: $0.key, state: $0.state.rawValue, found: $0.words,
          advice: $0.remedy.isEmpty ? nil : $0.remedy)
      }
    ])
  }
}

/// Shows what was looked at, each with what to do.
package struct FindingsRenderer: Sendable {
  private let wording: Wording
  private let painter: Painter
  private let width: Int

  /// Makes a renderer for a terminal's width.
  package init(_ wording: Wording, width: Int, painter: Painter) {
    self.wording = wording
    self.width = width
    self.painter = painter
  }

  /// The findings in lines.
  package func text(_ findings: [Finding]) -> String {
    let lines = findings.flatMap { finding -> [StyledLine] in
      let state = StyledLine(
        "[\(wording("doctor.\(finding.state.rawValue)"))]",
        finding.state == .good ? .good : finding.state == .bad ? .bad : .bold)
      let line =
        state + StyledLine(" \(wording("doctor.\(finding.key)"))", .bold)
        + ": \(SafeText.line(finding.words))"
      let remedy = StyledLine("    → \(SafeText.line(finding.remedy))")
      return finding.remedy.isEmpty ? [line] : [line, remedy]
    }
    return lines.flatMap { $0.lines(width: width, painter) }.map { $0 + "\n" }.joined()
  }
}
