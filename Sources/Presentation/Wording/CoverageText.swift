public import QueryEngine
public import RecruitmentModel

/// Writes what an index covers.
public enum CoverageText {
  /// The line below an answer: how much is known, how old the oldest page is, and who did not answer.
  ///
  /// Of examinations and ways to a licence, neither hospitals nor their pages are counted: there the oldest
  /// statement among the programs shown is named.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - programs: The programs that it shows.
  ///   - wording: The language.
  /// - Returns: The line.
  public static func line(_ answer: SearchAnswer, _ programs: [Program], _ wording: Wording)
    -> String
  {
    let parts: [String?] =
      isBesideHospitals(answer, programs)
      ? [oldestStatement(programs, answer.today, wording)]
      : [
        line(answer.coverage, wording), age(answer, wording),
        answer.coverage.unreachable.flatMap { unreachable($0, wording) },
      ]
    return parts.compactMap { $0 }.joined(separator: wording.language == .english ? " " : "")
  }

  /// Whether a kind is none that hospitals offer.
  static func isBesideHospitals(_ kind: ProgramKind) -> Bool {
    kind == .examination || kind == .pathway
  }

  private static func isBesideHospitals(_ answer: SearchAnswer, _ programs: [Program]) -> Bool {
    guard programs.isEmpty else { return programs.allSatisfy { isBesideHospitals($0.kind) } }
    return answer.interpretation.constraints.contains {
      isBesideHospitals($0.condition)
    }
  }

  private static func isBesideHospitals(_ condition: Constraint.Condition) -> Bool {
    switch condition {
    case .kind(let kind, _): isBesideHospitals(kind)
    case .anyOf(let conditions): conditions.allSatisfy(isBesideHospitals)
    default: false
    }
  }

  private static func line(_ coverage: Coverage, _ wording: Wording) -> String {
    coverage.institutions > 0
      ? wording(
        "coverage", coverage.institutions, coverage.withProgram, coverage.deadlines, coverage.fees)
      : wording("coverage.plain", coverage.withProgram, coverage.deadlines, coverage.fees)
  }

  private static func age(_ answer: SearchAnswer, _ wording: Wording) -> String? {
    answer.age.oldestPage.map { aged("coverage.oldest", $0, answer.today, wording) }
      ?? (answer.age.hasPages ? nil : wording("coverage.noPage"))
  }

  private static func oldestStatement(
    _ programs: [Program], _ today: CalendarDay, _ wording: Wording
  ) -> String? {
    let days = programs.flatMap { program in
      program.facts.known.flatMap { program.facts.provenance(of: $0)?.evidence ?? [] }
        .compactMap { evidence -> CalendarDay? in
          switch evidence {
          case .elsewhere(let source): source.seen
          case .page(let words):
            program.pages.indices.contains(words.page)
              ? program.pages[words.page].fetchedAt?.day() : nil
          }
        }
    }
    return days.min().map { aged("coverage.statement", $0, today, wording) }
  }

  /// A sentence about a day with its age; without one, where the day asked about came before it.
  private static func aged(
    _ key: String, _ day: CalendarDay, _ today: CalendarDay, _ wording: Wording
  ) -> String {
    day <= today
      ? wording(key, day, today.daysSinceEpoch - day.daysSinceEpoch)
      : wording("\(key).later", day)
  }

  private static func unreachable(_ sources: [UnreachableSource], _ wording: Wording) -> String? {
    let days = sources.map(\.since)
    guard let first = days.min(), let last = days.max() else { return nil }
    return wording(
      first == last ? "coverage.unreachable" : "coverage.unreachableLongest", sources.count, first)
  }
}
