import ApplicantProfile
import Presentation
import RecruitmentModel
import RoutePlanning
import RoutePresentation
import TestKit
import Testing

/// Whole outputs of match, eligible and plan at several widths in both languages, compared with files that
/// were looked at.
@Suite("Whole outputs of match, eligible and plan")
struct RouteGoldenTests {
  private static let widths = [40, 80, 120, 200]
  /// Somebody in the middle of the way, of whom much is known.
  private static let yaml = """
    {citizenship: China, japanese: N1, recognition: preliminary-examination,
     preliminaryExamination: {passed: part-1, year: 2026, expected: 2027}, budget: 400000,
     recommendation: letter, willingToStay: [prefecture], prefectures: [宮城県, 徳島県],
     earliestStart: 2028-01, selfTrainingPasses: [2024],
     certifications: [{name: certified-internist, year: 2020}], weeklyHours: 40, goal: specialist}
    """

  private func expect(_ text: String, _ name: String, _ width: Int, _ language: OutputLanguage)
    throws
  {
    try Golden.expect(text, isAt: "Goldens/\(name)-\(width)-\(language.rawValue).txt")
    for line in text.split(separator: "\n") {
      #expect(DisplayWidth.of(line) <= width, "\(name): \(line)")
    }
  }

  @Test("are as they were looked at", arguments: widths, OutputLanguage.allCases)
  func goldens(width: Int, language: OutputLanguage) throws {
    let programs = try Samples.programs()
    let wording = try RouteWording(language).naming(programs)
    let writer = RouteText(wording, width: width, painter: Painter(isColoured: false))
    let profile = try Profile(yaml: Self.yaml, file: "me.yaml")
    let today = try #require(Samples.today)
    let matches = ProgramMatcher(profile, programs: programs, today: today).matches(programs)
    try expect(writer.text(matches, showsAll: true, today: today), "match", width, language)
    let plan = Planner(profile, programs: programs, today: today).plan()
    try expect(writer.text(plan), "plan", width, language)
    let examination = try #require(programs.first { $0.id == "jsim/general-internist-53" })
    let report = try EligibilityReport(examination, profile: profile, year: 2027, today: today)
    try expect(writer.text(report, today: today), "eligible", width, language)
    if width == 80 {
      let end = language.rawValue
      try Golden.expect(PlanTimeline(wording).svg(plan), isAt: "Goldens/plan-\(end).svg")
      try Golden.expect(PlanCalendar(wording).text(plan), isAt: "Goldens/plan-\(end).ics")
    }
  }
}
