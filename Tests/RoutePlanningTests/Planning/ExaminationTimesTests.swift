import ApplicantProfile
import RecruitmentModel
import RoutePlanning
import Testing

/// How a round is dated and what a plan makes of it on a day.
struct ExaminationTimesCase: Sendable, CustomTestStringConvertible {
  let windows: [ApplicationWindow]
  var held = "2027-02-06"
  var result = "2027-03-16"
  let today: String
  /// The steps of the papers, the examination and the result.
  let expected: [String]
  var testDescription: String { "\(windows) \(held) \(result) \(today)" }

  static func window(
    _ opens: String? = nil, _ closes: String, part: ApplicationWindow.Part? = nil
  ) -> ApplicationWindow {
    ApplicationWindow(
      opens: opens.flatMap { PartialDate($0) }, closes: PartialDate(closes), part: part)
  }

  static let all = [
    // Of papers whose last day is some day of a month nobody knows within it whether it has passed.
    ExaminationTimesCase(
      windows: [window("2026-11-02", "2026-11", part: .late)], today: "2026-11-20",
      expected: ["ahead@within:2026-11-21..2026-11-30", "ahead@stated:2027-02-06"]),
    ExaminationTimesCase(
      windows: [window("2026-11-02", "2026-11", part: .late)], today: "2026-11-22",
      expected: ["unknown@within:2026-11-21..2026-11-30", "ahead@stated:2027-02-06"]),
    ExaminationTimesCase(
      windows: [window("2026-11-02", "2026-11", part: .late)], today: "2026-12-01",
      expected: ["missed@within:2026-11-21..2026-11-30"]),
    ExaminationTimesCase(
      windows: [window("2026-11-02", "2026-11")], today: "2026-11-01",
      expected: ["ahead@within:2026-11-01..2026-11-30"]),
    ExaminationTimesCase(
      windows: [window("2026-11-02", "2026-11-27")], held: "2027-02", result: "2027-03",
      today: "2026-11-27",
      expected: [
        "ahead@stated:2026-11-02..2026-11-27", "ahead@within:2027-02-01..2027-02-28",
        "ahead@within:2027-03-01..2027-03-31",
      ]),
    // The window that closes last is that of the round, in whatever order they are listed.
    ExaminationTimesCase(
      windows: [window("2026-11-20", "2026-12-04"), window("2026-11-02", "2026-11-13")],
      today: "2026-11-16",
      expected: ["ahead@stated:2026-11-20..2026-12-04", "ahead@stated:2027-02-06"]),
    ExaminationTimesCase(
      windows: [window("2026-11-02", "2026-11-13"), window("2026-11-20", "2026-12-04")],
      today: "2026-12-05", expected: ["missed@stated:2026-11-20..2026-12-04"]),
  ]

  func plan() throws -> Plan {
    var record = try #require(
      try Shipped.route().first { $0.id == "mhlw/national-examination-120" })
    record.id = "mhlw/examination"
    record.title = "第121回医師国家試験"
    let evidence = record.facts.examDate?.evidence ?? []
    record.facts.application = Fact(
      Application(windows: windows), basis: .official, evidence: evidence)
    record.facts.examDate = Fact(
      [ExaminationDay(starts: try #require(PartialDate(held)))], basis: .official,
      evidence: evidence)
    record.facts.selection = Fact(
      Selection(steps: [], result: PartialDate(result)), basis: .official, evidence: evidence)
    let profile = "{recognition: national-examination, consultationSkills: passed}"
    return Planner(
      try Profile(yaml: profile, file: "me.yaml"), programs: try Shipped.route() + [record],
      today: try #require(CalendarDay(today))
    ).plan()
  }
}

@Suite("Rounds of examinations whose days are known as months, or that take papers twice")
struct ExaminationTimesTests {
  @Test("are never dated closer than they are stated", arguments: ExaminationTimesCase.all)
  func dated(_ example: ExaminationTimesCase) throws {
    let plan = try example.plan()
    let ids = ["national/apply/2026", "national/exam/2027", "national/result/2027"]
    for (id, expected) in zip(ids, example.expected) {
      let step = try #require(plan.step(id), "\(id)")
      #expect("\(step.state.rawValue)@\(step.time.short)" == expected, "\(id)")
      #expect(step.state != .unknown || step.ask != nil)
      let tellsAll = step.notes.contains { $0.key == "note.windows" }
      #expect(tellsAll == (id == ids[0] && example.windows.count > 1))
    }
  }

  @Test(
    "leave open what depends on the day", arguments: [("2026-11-25", true), ("2026-12-01", false)])
  func eligible(day: String, isOpen: Bool) throws {
    var record = try #require(
      try Shipped.route().first { $0.id == "mhlw/national-examination-120" })
    record.facts.application?.value.windows = [ExaminationTimesCase.window(nil, "2026-11")]
    let report = try EligibilityReport(
      record, profile: Profile(), today: try #require(CalendarDay(day)), among: [])
    #expect((report.over == nil) == isOpen)
  }
}
