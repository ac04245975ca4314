public import QueryEngine
import RecruitmentModel

/// Writes what an index covers.
public enum CoverageText {
  /// The line below an answer: how much is known, how old the oldest page is, and who did not answer.
  public static func line(_ answer: SearchAnswer, _ wording: Wording) -> String {
    let parts: [String?] = [
      line(answer.coverage, wording), age(answer, wording),
      answer.coverage.unreachable.flatMap { unreachable($0, wording) },
    ]
    return parts.compactMap { $0 }.joined(separator: wording.language == .english ? " " : "")
  }

  private static func line(_ coverage: Coverage, _ wording: Wording) -> String {
    coverage.institutions > 0
      ? wording(
        "coverage", coverage.institutions, coverage.withProgram, coverage.deadlines, coverage.fees)
      : wording("coverage.plain", coverage.withProgram, coverage.deadlines, coverage.fees)
  }

  private static func age(_ answer: SearchAnswer, _ wording: Wording) -> String? {
    answer.age.oldestPage.map {
      wording("coverage.oldest", $0, answer.today.daysSinceEpoch - $0.daysSinceEpoch)
    } ?? (answer.age.hasPages ? nil : wording("coverage.noPage"))
  }

  private static func unreachable(_ sources: [UnreachableSource], _ wording: Wording) -> String? {
    let days = sources.map(\.since)
    guard let first = days.min(), let last = days.max() else { return nil }
    return wording(
      first == last ? "coverage.unreachable" : "coverage.unreachableLongest", sources.count, first)
  }
}
