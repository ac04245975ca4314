import ApplicantProfile
import QueryEngine
import RecruitmentModel
import RoutePlanning
import Testing

@Suite("Matching programs to a person")
struct ProgramMatcherTests {
  private func matches(_ yaml: String, today: String = "2026-11-21") throws -> [ProgramMatch] {
    let programs = try Shipped.programs()
    let profile = try Profile(yaml: yaml, file: "me.yaml")
    let day = try #require(CalendarDay(today))
    return ProgramMatcher(profile, programs: programs, today: day).matches(programs)
  }

  private func verdict(
    _ hospital: String, _ condition: MatchCheck.Condition, _ yaml: String,
    today: String = "2026-11-21"
  ) throws -> Verdict? {
    try matches(yaml, today: today).first { $0.program.institution.id == hospital }?
      .checks.first { $0.condition == condition }?.verdict
  }

  @Test("puts the sure ones first, then the fewest unknown ones, and those that fail last")
  func order() throws {
    let found = try matches(
      """
      preliminaryExamination: {passed: practical}
      budget: 500000
      recommendation: none
      willingToStay: []
      earliestStart: 2027-01
      """)
    #expect(found.first?.program.id == "mihon/practical-training")
    #expect(found.first?.unknowns == 0)
    let refused = found.map(\.isRefused)
    #expect(refused == refused.sorted { !$0 && $1 })
    let unknowns = found.filter { !$0.isRefused }.map(\.unknowns)
    #expect(unknowns == unknowns.sorted())
    #expect(found.count == 7)
  }

  @Test("does not ask what the profile does not say")
  func unasked() throws {
    for match in try matches("goal: licence") {
      #expect(
        Set(match.checks.map(\.condition)).isSubset(of: [.accepting, .open, .result]))
    }
  }

  /// A condition of one hospital with the answer.
  struct Example: Sendable {
    let hospital: String
    let condition: MatchCheck.Condition
    let profile: String
    let verdict: Verdict
    var today = "2026-11-21"
  }

  @Test(
    "answers yes, no or unknown, with the edge on each side",
    arguments: [
      Example(hospital: "mihon", condition: .fee, profile: "budget: 372000", verdict: .yes),
      Example(hospital: "mihon", condition: .fee, profile: "budget: 371999", verdict: .no),
      Example(hospital: "reiji", condition: .fee, profile: "budget: 0", verdict: .yes),
      Example(hospital: "kasou", condition: .fee, profile: "budget: 900000", verdict: .unknown),
      Example(hospital: "mihon", condition: .open, profile: "{}", verdict: .yes),
      Example(
        hospital: "mihon", condition: .open, profile: "{}", verdict: .yes, today: "2026-12-04"),
      Example(
        hospital: "mihon", condition: .open, profile: "{}", verdict: .no, today: "2026-12-05"),
      Example(hospital: "reiji", condition: .open, profile: "{}", verdict: .unknown),
      Example(hospital: "kasou", condition: .open, profile: "{}", verdict: .unknown),
      Example(hospital: "soutei", condition: .open, profile: "{}", verdict: .yes),
      Example(hospital: "shisaku", condition: .open, profile: "{}", verdict: .unknown),
      Example(hospital: "mogi", condition: .accepting, profile: "{}", verdict: .no),
      Example(hospital: "mihon", condition: .accepting, profile: "{}", verdict: .yes),
      Example(hospital: "kasou", condition: .accepting, profile: "{}", verdict: .unknown),
      Example(hospital: "mihon", condition: .region, profile: "prefectures: [宮城県]", verdict: .yes),
      Example(hospital: "mihon", condition: .region, profile: "prefectures: [徳島県]", verdict: .no),
      Example(
        hospital: "mihon", condition: .start, profile: "earliestStart: 2027-01-04", verdict: .yes),
      Example(
        hospital: "mihon", condition: .start, profile: "earliestStart: 2027-01-05",
        verdict: .unknown),
      Example(
        hospital: "kasou", condition: .start, profile: "earliestStart: 2027-01", verdict: .unknown),
      Example(
        hospital: "mihon", condition: .recommendation, profile: "recommendation: none",
        verdict: .yes),
      Example(
        hospital: "reiji", condition: .recommendation, profile: "recommendation: none", verdict: .no
      ),
      Example(
        hospital: "reiji", condition: .recommendation, profile: "recommendation: letter",
        verdict: .yes),
      Example(
        hospital: "soutei", condition: .recommendation, profile: "recommendation: letter",
        verdict: .no),
      Example(
        hospital: "soutei", condition: .recommendation, profile: "recommendation: internal",
        verdict: .yes),
      Example(
        hospital: "mihon", condition: .obligation, profile: "willingToStay: []", verdict: .yes),
      Example(
        hospital: "reiji", condition: .obligation, profile: "willingToStay: []", verdict: .no),
      Example(
        hospital: "reiji", condition: .obligation, profile: "willingToStay: [hospital]",
        verdict: .yes),
      Example(
        hospital: "soutei", condition: .obligation, profile: "willingToStay: []", verdict: .unknown),
      Example(
        hospital: "soutei", condition: .obligation, profile: "willingToStay: [prefecture]",
        verdict: .unknown),
      Example(
        hospital: "kasou", condition: .obligation, profile: "willingToStay: []", verdict: .unknown),
      Example(
        hospital: "mihon", condition: .result,
        profile: "preliminaryExamination: {passed: practical}", verdict: .yes),
      Example(hospital: "mihon", condition: .result, profile: "{}", verdict: .unknown),
      // The result comes by the end of the year; papers of the year after are due after it.
      Example(
        hospital: "reiji", condition: .result, profile: "preliminaryExamination: {expected: 2026}",
        verdict: .yes),
      Example(
        hospital: "mihon", condition: .result, profile: "preliminaryExamination: {expected: 2026}",
        verdict: .unknown),
      Example(
        hospital: "mihon", condition: .result, profile: "preliminaryExamination: {expected: 2025}",
        verdict: .unknown),
      Example(
        hospital: "mihon", condition: .result,
        profile: "preliminaryExamination: {passed: practical, year: 2030}", verdict: .unknown),
      Example(
        hospital: "kasou", condition: .result, profile: "preliminaryExamination: {expected: 2027}",
        verdict: .unknown),
      Example(
        hospital: "soutei", condition: .result, profile: "preliminaryExamination: {expected: 2027}",
        verdict: .yes),
    ])
  func conditions(_ example: Example) throws {
    #expect(
      try verdict(example.hospital, example.condition, example.profile, today: example.today)
        == example.verdict)
  }
}
