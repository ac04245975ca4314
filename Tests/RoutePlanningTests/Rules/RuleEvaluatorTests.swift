import ApplicantProfile
import QueryEngine
import RecruitmentModel
import RoutePlanning
import SourceRegistry
import Testing

/// A worked case of a rule.
struct RuleCase: Sendable, CustomTestStringConvertible {
  static let exams = [
    "J": "jsim/general-internist-53", "N119": "mhlw/national-examination-119",
    "N120": "mhlw/national-examination-120", "P": "mhlw/preliminary-examination-2025",
  ]

  let id: String
  let exam: String
  let year: Int?
  let today: CalendarDay
  let rule: String
  let profile: Profile
  let verdict: String
  var testDescription: String { id }

  init(_ row: [String: String]) throws {
    id = row["id"] ?? ""
    exam = try #require(Self.exams[row["exam"] ?? ""])
    year = Int(row["year"] ?? "")
    today = try #require(CalendarDay(row["today"] ?? ""))
    rule = row["rule"] ?? ""
    let text = row["profile"] ?? "-"
    profile = text == "-" ? Profile() : try Profile(yaml: text, file: "\(id).yaml")
    verdict = row["verdict"] ?? ""
  }

  static func all() -> [RuleCase] {
    (try? CaseTable("rules.tsv").rows.map { try RuleCase($0) }) ?? []
  }

  func answer(_ profile: Profile) throws -> RuleAnswer {
    let programs = try Shipped.route()
    let record = try #require(programs.first { $0.id == exam })
    let report = try EligibilityReport(
      record, profile: profile, year: year, today: today, among: programs)
    return try #require(report.lines.first { $0.id == rule }).answer
  }
}

@Suite("The rules of the shipped examinations")
struct RuleEvaluatorTests {
  @Test("have at least 60 worked cases, each with an id of its own")
  func areMany() throws {
    let cases = RuleCase.all()
    #expect(cases.count >= 60)
    #expect(Set(cases.map(\.id)).count == cases.count)
    #expect(try CaseTable("rules.tsv").rows.count == cases.count)
  }

  @Test("answer every worked case", arguments: RuleCase.all())
  func answers(_ example: RuleCase) throws {
    #expect(try example.answer(example.profile).verdict.rawValue == example.verdict)
  }

  @Test("give a reason with every answer", arguments: RuleCase.all())
  func giveReasons(_ example: RuleCase) throws {
    #expect(try !example.answer(example.profile).reasons.isEmpty)
  }

  @Test(
    "do not believe a pass whose result is not out yet",
    arguments: [("2026-01-10", Verdict.unknown, "resultToCome"), ("2026-03-16", .yes, "says")])
  func resultsToCome(day: String, verdict: Verdict, reason: String) throws {
    let own = try Shipped.text("route.yaml").replacing(
      "{countedFrom: {after: certified-internist, from: 04-01}}",
      with: "{answer: {question: nationalExamination, oneOf: [passed]}}")
    let programs = try RouteRecords(yaml: own, file: "route.yaml").programs
    let record = try #require(programs.first { $0.id == "jsim/general-internist-53" })
    let report = try EligibilityReport(
      record, profile: Profile(yaml: "{nationalExaminationPassed: 2026}", file: "me.yaml"),
      year: 2027, today: try #require(CalendarDay(day)), among: programs)
    let line = try #require(report.lines.first { $0.id == "internist-years" })
    #expect(line.answer.verdict == verdict)
    #expect(line.answer.reasons.map(\.key) == [reason])
  }

  @Test("know less where less is said, and never turn round", arguments: RuleCase.all())
  func areMonotonic(_ example: RuleCase) throws {
    let whole = try example.answer(example.profile).verdict
    for part in example.profile.withoutOneFact {
      let less = try example.answer(part).verdict
      #expect(less == .unknown || less == whole, "\(part.yaml)")
    }
  }
}

extension Profile {
  /// The profile with one fact less, in every way.
  var withoutOneFact: [Profile] {
    let forget: [(inout Profile) -> Void] = [
      { $0.recognition = nil }, { $0.consultationSkills = nil },
      { $0.preliminaryExamination = PreliminaryExamination() },
      { $0.preliminaryExamination.year = nil }, { $0.practicalTraining = nil },
      { $0.practicalTraining?.starts = nil }, { $0.practicalTraining?.ends = nil },
      { $0.selfTrainingPasses = nil }, { $0.certifications = nil }, { $0.weeklyHours = nil },
      { $0.nationalExaminationPassed = nil }, { $0.clinicalTrainingEnds = nil },
      { $0.budget = nil }, { $0.prefectures = nil }, { $0.earliestStart = nil },
      { $0.recommendation = nil }, { $0.willingToStay = nil }, { $0.goal = nil },
    ]
    return forget.map { change in
      var profile = self
      change(&profile)
      return profile
    }
  }
}
