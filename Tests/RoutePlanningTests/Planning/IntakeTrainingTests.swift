import ApplicantProfile
import RecruitmentModel
import RoutePlanning
import Testing

/// The first day of a training, as the only hospital that is left makes it.
struct IntakeCase: Sendable, CustomTestStringConvertible {
  let closes: String
  var starts: String?
  var ends: String?
  var wish: String?
  let begins: String
  let over: String
  let examination: Int
  var collision: [String] = []
  var testDescription: String { "\(closes) \(starts ?? "") \(wish ?? "")" }

  /// A hospital with the dates of the case.
  var hospital: Program {
    get throws {
      var program = Program(
        id: "mihon/practical-training", kind: .practicalTraining, title: "実地修練",
        institution: Institution(id: "mihon", name: "見本大学病院"))
      let evidence: [Evidence] = [
        .elsewhere(
          .init(
            url: "https://mihon.example.jp/", note: "見本",
            seen: try #require(CalendarDay("2026-11-01"))))
      ]
      program.facts.application = Fact(
        Application(windows: [.init(closes: PartialDate(closes))]), basis: .official,
        evidence: evidence)
      program.facts.training = Fact(
        Training(
          starts: starts.flatMap { PartialDate($0) }, ends: ends.flatMap { PartialDate($0) }),
        basis: .official, evidence: evidence)
      return program
    }
  }
}

@Suite("The training of the next intake")
struct IntakeTrainingTests {
  @Test(
    "begins when its hospital says, after its papers, after the pass and the wish",
    arguments: [
      // Stated, as it is; without a first day not before papers are due.
      IntakeCase(
        closes: "2027-01-08", starts: "2027-04-01", ends: "2028-03-31", begins: "2027-04-01",
        over: "2028-03-31", examination: 2029,
        collision: ["2028-03-31", "2028-03-10", "2029", "見本大学病院"]),
      IntakeCase(closes: "2027-01-08", begins: "2027-01-08", over: "2028-01-07", examination: 2028),
      IntakeCase(
        closes: "2027-01-08", starts: "2027", begins: "2027-01-08", over: "2028-01-07",
        examination: 2028),
      IntakeCase(
        closes: "2027-01-08", starts: "2027-04", begins: "2027-04-01", over: "2028-03-31",
        examination: 2029),
      // A month without a year is that of the next one.
      IntakeCase(
        closes: "2027-01-08", starts: "XXXX-01", begins: "2027-01-08", over: "2028-01-07",
        examination: 2028),
      IntakeCase(
        closes: "2027-02-01", starts: "XXXX-01", begins: "2028-01-01", over: "2028-12-31",
        examination: 2029),
      // A round that is over leaves the days of the next year, as a forecast.
      IntakeCase(
        closes: "2026-11-21", starts: "2027-01-04", ends: "2027-12-28", begins: "2028-01-04",
        over: "2029-01-03", examination: 2029),
      // What begins on the day of the wish is in time; a day before, its next round is.
      IntakeCase(
        closes: "2027-01-08", starts: "2027-04-01", wish: "2027-04-01", begins: "2027-04-01",
        over: "2028-03-31", examination: 2029),
      IntakeCase(
        closes: "2027-01-08", starts: "2027-04-01", wish: "2027-04-02", begins: "2028-04-01",
        over: "2029-03-31", examination: 2030),
      // A training of two years is over after two years, whether its last day is stated or not.
      IntakeCase(
        closes: "2027-01-08", starts: "2027-04-01", ends: "2029-03-05", begins: "2027-04-01",
        over: "2029-03-05", examination: 2029),
      IntakeCase(
        closes: "2027-01-08", wish: "2027-02", begins: "2027-02-01", over: "2028-01-31",
        examination: 2028),
    ])
  func intake(_ example: IntakeCase) throws {
    var profile = Profile()
    profile.recognition = .preliminaryExamination
    profile.preliminaryExamination = .init(passed: .practical, year: 2025)
    profile.earliestStart = example.wish.flatMap { PartialDate($0) }
    let today = try #require(CalendarDay("2026-11-22"))
    let plan = Planner(
      profile, programs: try Shipped.route() + [example.hospital], today: today
    ).plan()
    #expect(plan.step("training/start")?.time.short == "after:\(example.begins)")
    #expect(plan.step("training/end")?.time.short == "after:\(example.over)")
    #expect(plan.step("national/exam/\(example.examination)") != nil)
    let late = plan.collisions.first { $0.kind == .trainingEndsLate }?.reason.values ?? []
    #expect(late == example.collision)
  }
}
