import ApplicantProfile
import QueryEngine
import RecruitmentModel
import RoutePlanning
import Testing

/// Examinations that were read from pages beside those that were written down.
@Suite("Rounds of examinations")
struct ExaminationRoundTests {
  /// A made-up record of an examination as a crawl makes it.
  static func crawled(
    _ title: String, days: [(String, String)], closes: String? = nil, basis: Basis = .official,
    institution: String = "厚生労働省", id: String = "mhlw/examination"
  ) throws -> Program {
    var program = Program(
      id: id, kind: .examination, title: title,
      institution: Institution(id: String(id.prefix { $0 != "/" }), name: institution))
    let seen = try #require(CalendarDay("2026-11-01"))
    let evidence = [
      Evidence.elsewhere(.init(url: "https://mihon.example.jp/", note: "n", seen: seen))
    ]
    let dates = try days.map { first, last in
      ExaminationDay(starts: try #require(PartialDate(first)), ends: PartialDate(last))
    }
    program.facts.examDate = Fact(dates, basis: basis, evidence: evidence)
    if let closes {
      program.facts.application = Fact(
        Application(windows: [ApplicationWindow(closes: PartialDate(closes))]), basis: basis,
        evidence: evidence)
    }
    return program
  }

  private func plan(_ own: Program, on day: String, _ yaml: String) throws -> Plan {
    Planner(
      try Profile(yaml: yaml, file: "me.yaml"), programs: try Shipped.route() + [own],
      today: try #require(CalendarDay(day))
    ).plan()
  }

  @Test(
    "go by what the ministry has published, wherever it was read",
    arguments: [
      ("第１２１回医師国家試験の施行について", "厚生労働省", true), ("第121回医師国家試験", "厚生労働省", true),
      ("第120回歯科医師国家試験", "厚生労働省", false), ("医師国家試験予備試験", "厚生労働省", false),
      ("第121回医師国家試験", "見本予備校", false),
    ])
  func published(title: String, institution: String, isTaken: Bool) throws {
    let id = institution == "厚生労働省" ? "mhlw/examination" : "yobiko/examination"
    let own = try Self.crawled(
      title, days: [("2027-02-06", "2027-02-07")], closes: "2026-11-27", institution: institution,
      id: id)
    let plan = try plan(own, on: "2026-11-22", "{recognition: national-examination}")
    let step = try #require(plan.step("national/exam/2027"))
    #expect(
      step.time.short
        == (isTaken ? "stated:2027-02-06..2027-02-07" : "forecast:2027-02-07..2027-02-08"))
    #expect(step.basis == (isTaken ? .official : .reported))
    if isTaken { #expect(plan.step("national/apply/2026")?.state == .ahead) }
  }

  @Test("take the days of the preliminary examination from its page")
  func preliminary() throws {
    let own = try Self.crawled(
      "令和8年医師国家試験予備試験の施行について",
      days: [
        ("2026-06-15", "2026-06-15"), ("2026-09-24", "2026-09-24"), ("2026-11-04", "2026-11-05"),
      ])
    let plan = try plan(own, on: "2026-05-01", "{preliminaryExamination: {passed: none}}")
    #expect(plan.step("preliminary/part-1/2026")?.time.short == "stated:2026-06-15")
    #expect(plan.step("preliminary/practical/2026")?.time.short == "stated:2026-11-04..2026-11-05")
  }

  @Test("without a window are those of the year in which they are held")
  func withoutWindow() throws {
    let own = try Self.crawled("第121回医師国家試験", days: [("2027-02-06", "2027-02-07")])
    let round = ExaminationRound(own.facts)
    #expect(round.applicationYear == nil && round.examinationYear == 2027)
    #expect(ExaminationRound(own.facts, examinationYear: 2028).days?.lowerBound.year == 2028)
    let other = ExaminationRound(own.facts, applicationYear: 2027)
    #expect(other.days == nil && other.forecastFrom == 2027)
    for day in ["2026-12-20", "2027-02-06"] {
      let plan = try plan(own, on: day, "{recognition: national-examination}")
      #expect(plan.step("national/exam/2027")?.state == .ahead, "\(day)")
      #expect(plan.step("national/apply/2026")?.time == .unknown)
    }
    let later = try plan(own, on: "2027-02-08", "{recognition: national-examination}")
    #expect(later.step("national/exam/2027") == nil)
    #expect(later.step("national/exam/2028")?.time.short == "forecast:2028-02-06..2028-02-07")
  }

  @Test("without rules are answered by those of the last round, as a forecast")
  func rules() throws {
    let own = try Self.crawled(
      "第121回医師国家試験", days: [("2027-02-06", "2027-02-07")], closes: "2026-11-27")
    let report = try EligibilityReport(
      own, profile: try Profile(yaml: "{recognition: neither}", file: "me.yaml"),
      today: try #require(CalendarDay("2026-11-22")), among: try Shipped.route())
    #expect(report.answer.verdict == .no && report.round.forecastFrom == 2025)
  }
}
