import Foundation

/// A score as text for people.
enum ScoreReport {
  /// A line for each field, each harmful error and each false quotation.
  static func table(of score: CorpusScore) -> String {
    let fields = Field.allCases.compactMap { field in
      score.tallies[field].map { line(field.rawValue, $0) }
    }
    let sums = [line("all fields", score.total), line("kinds", score.kinds)]
    let harms = score.harms.map { "harmful: \($0)" }
    let quotes = score.falseQuotes.map { "false quotation: \($0)" }
    return ([head] + fields + sums + harms + quotes).joined(separator: "\n")
  }

  /// What was wanted and what was read, page by page.
  static func differences(of score: CorpusScore) -> String {
    score.pages.filter { !$0.differences.isEmpty }
      .map { ([$0.page] + $0.differences.map { "  \($0)" }).joined(separator: "\n") }
      .joined(separator: "\n")
  }

  private static let head =
    column("", 22) + column("precision", 11) + column("recall", 9)
    + column("right", 7) + column("wrong", 7) + "missed"

  private static func line(_ name: String, _ tally: Tally) -> String {
    column(name, 22) + column(share(tally.precision), 11) + column(share(tally.recall), 9)
      + column("\(tally.right)", 7) + column("\(tally.wrong)", 7) + "\(tally.missed)"
  }

  private static func share(_ share: Double) -> String { String(format: "%.3f", share) }

  private static func column(_ text: String, _ width: Int) -> String {
    text.padding(toLength: width, withPad: " ", startingAt: 0)
  }
}
