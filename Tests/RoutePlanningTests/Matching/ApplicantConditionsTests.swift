import ApplicantProfile
import QueryEngine
import RecruitmentModel
import RoutePlanning
import Testing

@Suite("Citizenship and Japanese, where a program says who may apply")
struct ApplicantConditionsTests {
  /// What a program says of who may apply, what somebody says, and the answer; nil where nothing is asked.
  struct Example: Sendable, CustomTestStringConvertible {
    let eligibility: [String]?
    let profile: String
    let verdict: Verdict?
    var testDescription: String { "\(eligibility ?? []) \(profile)" }

    init(_ eligibility: [String]?, _ profile: String, _ verdict: Verdict?) {
      self.eligibility = eligibility
      self.profile = profile
      self.verdict = verdict
    }
  }

  private func verdict(_ example: Example, _ condition: MatchCheck.Condition) throws -> Verdict? {
    var program = Program(
      id: "mihon/practical-training", kind: .practicalTraining, title: "見本大学病院 実地修練",
      institution: Institution(id: "mihon", name: "見本大学病院"))
    let seen = try #require(CalendarDay("2026-11-01"))
    program.facts.eligibility = example.eligibility.map {
      Fact(
        $0, basis: .official,
        evidence: [.elsewhere(.init(url: "https://mihon.example/", note: "見本", seen: seen))])
    }
    let profile = try Profile(yaml: example.profile, file: "me.yaml")
    let matcher = ProgramMatcher(profile, programs: [program], today: seen)
    return matcher.match(program).checks.first { $0.condition == condition }?.verdict
  }

  @Test(
    "A level of Japanese is answered, with the edge on each side",
    arguments: [
      Example(["日本語能力試験N1に合格していること"], "japanese: N1", .yes),
      Example(["日本語能力試験Ｎ１に合格していること"], "japanese: N2", .no),
      Example(["日本語能力試験2級以上"], "japanese: N2", .yes),
      Example(["日本語能力試験2級以上"], "japanese: N3", .no),
      Example(["JLPT N2 or higher"], "japanese: native", .yes),
      Example(["JLPT N2 or N3"], "japanese: N3", .yes),
      Example(["日本語能力試験N1が望ましい"], "japanese: N5", nil),
      Example(["日本語能力は問わない"], "japanese: none", nil),
      Example(["日本語で診療できる者"], "japanese: native", .yes),
      Example(["日本語で診療できる者"], "japanese: N1", .unknown),
      Example(["予備試験に合格した者"], "japanese: N1", nil),
      Example(["予備試験に合格した者", "日本語能力試験N1"], "japanese: N2", .no),
      Example(["日本語能力試験N1"], "citizenship: Japan", nil),
      Example(nil, "japanese: N1", .unknown),
      Example(nil, "{}", nil),
    ])
  func japanese(_ example: Example) throws {
    #expect(try verdict(example, .japanese) == example.verdict)
  }

  @Test(
    "Citizenship is answered, and what may be let in beside it is asked",
    arguments: [
      Example(["日本国籍を有する者"], "citizenship: 日本", .yes),
      Example(["日本国籍を有する者"], "citizenship: China", .no),
      Example(["日本国籍を有しない者"], "citizenship: China", .yes),
      Example(["日本国籍を有しない者"], "citizenship: Japan", .no),
      Example(["日本国籍を有する者又は永住者"], "citizenship: China", .unknown),
      Example(["在留資格を有する者"], "citizenship: China", .unknown),
      Example(["在留資格を有する者"], "citizenship: Japan", nil),
      Example(["国籍は問わない"], "citizenship: China", .yes),
      Example(["国籍を証明する書類を出せる者"], "citizenship: China", .unknown),
      Example(["Japanese nationals only"], "citizenship: Korea", .no),
      Example(["予備試験に合格した者"], "citizenship: China", nil),
      Example(nil, "citizenship: China", .unknown),
    ])
  func citizenship(_ example: Example) throws {
    #expect(try verdict(example, .citizenship) == example.verdict)
  }
}
