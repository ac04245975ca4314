import ApplicantProfile
import Presentation
import RecruitmentModel
import RoutePlanning
import RoutePresentation
import Testing

/// Every control and every character of format through all outputs of match, eligible and plan.
@Suite("Hostile text in matches, answers of rules and plans")
struct HostileRouteTests {
  private static let controls = (0...0x10FFFF).compactMap { Unicode.Scalar(UInt32($0)) }.filter {
    switch $0.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  private static let text =
    "悪<b>&\"'</title><script>x</script>" + controls.map { "病\(Character($0))a" }.joined()

  private func expectNone(_ output: String, besides allowed: Set<Unicode.Scalar> = ["\n"]) {
    let forbidden = Set(Self.controls).subtracting(allowed)
    let leaks = Set(output.unicodeScalars.filter(forbidden.contains)).map(\.value)
    #expect(leaks.isEmpty, "\(leaks)")
  }

  /// The shipped examinations with every text replaced.
  private static func examinations() throws -> [Program] {
    try Samples.programs().filter { $0.kind == .examination }.map { program in
      var program = program
      program.title = text
      program.institution.name = text
      let rules = program.facts.rules?.value ?? []
      program.facts.rules?.value = rules.map {
        EligibilityRule(id: $0.id, text: text, needs: $0.needs)
      }
      program.facts.contact = program.facts.examDate.map {
        Fact(Contact(office: text, email: text), basis: .reported, evidence: $0.evidence)
      }
      return program
    }
  }

  @Test("None gets into a match", arguments: Samples.profiles, OutputLanguage.allCases)
  func matches(yaml: String, language: OutputLanguage) throws {
    let wording = try RouteWording(language)
    let today = try #require(Samples.today)
    let profile = try Profile(yaml: yaml, file: "me.yaml")
    let programs = try Samples.programs(name: Self.text)
    let matches = ProgramMatcher(profile, programs: programs, today: today).matches(programs)
    for width in [40, 80, 200] {
      let writer = RouteText(wording, width: width, painter: Painter(isColoured: false))
      expectNone(writer.text(matches, showsAll: true, today: today))
    }
    expectNone(try RouteJSON.line(matches, showsAll: true, today: today))
  }

  @Test("None gets into the answer of rules", arguments: Samples.profiles, OutputLanguage.allCases)
  func eligible(yaml: String, language: OutputLanguage) throws {
    let writer = RouteText(
      try RouteWording(language), width: 80, painter: Painter(isColoured: false))
    let today = try #require(Samples.today)
    let profile = try Profile(yaml: yaml, file: "me.yaml")
    for program in try Self.examinations() {
      let report = try EligibilityReport(program, profile: profile, today: today)
      expectNone(writer.text(report, today: today))
      expectNone(try RouteJSON.line(report, today: today))
    }
  }

  @Test("None gets into a plan", arguments: Samples.profiles, OutputLanguage.allCases)
  func plans(yaml: String, language: OutputLanguage) throws {
    let wording = try RouteWording(language)
    let profile = try Profile(yaml: yaml, file: "me.yaml")
    let programs =
      try Samples.programs(name: Self.text).filter { $0.kind != .examination } + Self.examinations()
    let plan = Planner(
      profile, programs: programs, today: try #require(Samples.today)
    ).plan()
    for width in [40, 80, 200] {
      let writer = RouteText(wording, width: width, painter: Painter(isColoured: false))
      expectNone(writer.text(plan))
    }
    expectNone(try RouteJSON.line(plan))
    let picture = PlanTimeline(wording).svg(plan)
    expectNone(picture)
    for markup in ["<b>", "<script", "</title><s"] { #expect(!picture.contains(markup)) }
    let calendar = PlanCalendar(wording).text(plan)
    expectNone(calendar, besides: ["\n", "\r"])
    #expect(!calendar.replacing("\r\n", with: "").contains { $0 == "\r" || $0 == "\n" })
  }
}
