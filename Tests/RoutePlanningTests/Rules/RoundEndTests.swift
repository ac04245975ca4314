import ApplicantProfile
import QueryEngine
import RecruitmentModel
import RoutePlanning
import Testing

/// A worked case of a round that is over, or is not.
struct RoundEndCase: Sendable, CustomTestStringConvertible {
  let row: [String: String]
  var testDescription: String { row["id"] ?? "" }

  static func all() -> [RoundEndCase] {
    (try? CaseTable("rounds.tsv").rows.map(RoundEndCase.init)) ?? []
  }

  func report() throws -> EligibilityReport {
    let programs = try Shipped.route()
    let exam = RuleCase.exams[row["exam"] ?? ""]
    return try EligibilityReport(
      try #require(programs.first { $0.id == exam }),
      profile: try Profile(yaml: row["profile"] ?? "", file: "\(testDescription).yaml"),
      year: Int(row["year"] ?? ""), today: try #require(CalendarDay(row["today"] ?? "")),
      among: programs)
  }
}

@Suite("Rounds of examinations that are over")
struct RoundEndTests {
  @Test("have their worked cases")
  func areMany() throws {
    #expect(try CaseTable("rounds.tsv").rows.count == RoundEndCase.all().count)
    #expect(RoundEndCase.all().count >= 16)
  }

  @Test("never answer yes, whatever their rules say", arguments: RoundEndCase.all())
  func answers(_ example: RoundEndCase) throws {
    let report = try example.report()
    #expect(report.over.map { "\($0)" } ?? "-" == example.row["over"])
    #expect(report.answer.verdict.rawValue == example.row["verdict"])
    #expect(report.byRules.verdict.rawValue == example.row["by-rules"])
    let reason = report.answer.reasons.first?.key
    #expect(
      example.row["reason"] == "*"
        ? report.answer == report.byRules : reason == example.row["reason"])
  }

  @Test("are told from their own dates where their rules are another round's")
  func borrowedRules() throws {
    var own = try #require(try Shipped.route().first { $0.id == RuleCase.exams["N120"] })
    own.id = "mhlw/examination"
    own.facts.rules = nil
    for (day, isOver) in [("2025-11-28", false), ("2025-11-29", true)] {
      let report = try EligibilityReport(
        own, profile: Profile(), today: try #require(CalendarDay(day)),
        among: try Shipped.route().filter { $0.id != RuleCase.exams["N120"] })
      #expect(report.round.forecastFrom != nil && (report.over != nil) == isOver)
    }
  }
}
