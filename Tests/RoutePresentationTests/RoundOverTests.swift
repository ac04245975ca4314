import ApplicantProfile
import Presentation
import QueryEngine
import RecruitmentModel
import RoutePlanning
import RoutePresentation
import Testing

@Suite("What is shown of a round that is over")
struct RoundOverTests {
  private static let yaml = """
    {recognition: preliminary-examination, preliminaryExamination: {passed: part-1, year: 2025},
     certifications: [{name: certified-internist, year: 2020}], selfTrainingPasses: [2023, 2024],
     weeklyHours: 40}
    """

  private func report(_ id: String, on day: String) throws -> EligibilityReport {
    let programs = try Samples.programs()
    return try EligibilityReport(
      try #require(programs.first { $0.id == id }),
      profile: try Profile(yaml: Self.yaml, file: "me.yaml"),
      today: try #require(CalendarDay(day)), among: programs)
  }

  @Test(
    "has no yes in it",
    arguments: [
      ("jsim/general-internist-53", "2025-07-09"),
      ("mhlw/preliminary-examination-2025", "2025-09-26"),
      ("mhlw/preliminary-examination-2025", "2026-11-21"),
      ("mhlw/national-examination-120", "2026-11-21"),
    ], OutputLanguage.allCases)
  func noYes(round: (id: String, day: String), language: OutputLanguage) throws {
    let (id, day) = round
    let wording = try RouteWording(language)
    let today = try #require(CalendarDay(day))
    let own = try report(id, on: day)
    let writer = RouteText(wording, width: 200, painter: Painter(isColoured: false))
    let text = writer.text(own, today: today)
    #expect(!text.contains(wording("verdict.yes")) && text.contains(wording("verdict.over")))
    #expect(!text.contains("over."), "\(text)")
    let json = try RouteJSON.line(own, today: today)
    #expect(json.contains(#""verdict":"no"}"#) && json.contains(#""byRules":{"#))
  }

  @Test("is said of no round that is still to come")
  func stillOpen() throws {
    let own = try report("jsim/general-internist-53", on: "2025-07-08")
    let json = try RouteJSON.line(own, today: try #require(CalendarDay("2025-07-08")))
    #expect(own.answer.verdict == .yes && !json.contains("byRules"))
  }
}
