import ApplicantProfile
import Foundation
import Presentation
import QueryEngine
import RecruitmentModel
import RoutePlanning
import RoutePresentation
import SourceRegistry
import Testing

/// What the outputs are tried on: the shipped examinations and made-up hospitals, one of them hostile.
enum Samples {
  static let today = CalendarDay(year: 2026, month: 11, day: 21)

  static func programs(name: String = "見本大学病院") throws -> [Program] {
    let route = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Crawl/route.yaml")
    let text = try String(contentsOf: route, encoding: .utf8)
    let records = try RouteRecords(yaml: text, file: "route.yaml").programs
    return records + [hospital(name), hospital("例示大学病院", id: "reiji", isTold: false)]
  }

  private static func hospital(_ name: String, id: String = "mihon", isTold: Bool = true) -> Program
  {
    var program = Program(
      id: "\(id)/practical-training", kind: .practicalTraining, title: "\(name) 実地修練",
      institution: Institution(id: id, name: name, prefecture: "宮城県"))
    guard isTold, let seen = CalendarDay("2026-11-01") else { return program }
    func evidence() -> [Evidence] {
      [.elsewhere(.init(url: "https://mihon.example.jp/\(name)", note: name, seen: seen))]
    }
    program.facts.application = Fact(
      Application(windows: [.init(closes: PartialDate("2026-12-04"))], note: name),
      basis: .official, evidence: evidence())
    program.facts.documents = Fact([name], basis: .official, evidence: evidence())
    program.facts.contact = Fact(
      Contact(office: name, email: name), basis: .official, evidence: evidence())
    program.facts.eligibility = Fact([name], basis: .official, evidence: evidence())
    return program
  }

  static let profiles = [
    "{}", "{recognition: neither}", "{recognition: national-examination, goal: specialist}",
    "{recognition: preliminary-examination, preliminaryExamination: {passed: practical, year: 2025}}",
    "{recognition: preliminary-examination, preliminaryExamination: {passed: part-1, year: 2026, expected: 2027}, budget: 400000, recommendation: none, willingToStay: [], prefectures: [宮城県], earliestStart: 2027-04, goal: specialist}",
    "{preliminaryExamination: {passed: practical}, practicalTraining: {starts: 2027-04-01, ends: 2028-03-31}}",
    "{nationalExaminationPassed: 2023-03, clinicalTrainingEnds: 2025-03, selfTrainingPasses: [2024], certifications: [{name: certified-internist}], weeklyHours: 20, goal: specialist}",
  ]

  static func plan(_ yaml: String, name: String = "見本大学病院") throws -> Plan {
    let profile = try Profile(yaml: yaml, file: "me.yaml")
    return Planner(
      profile, programs: try programs(name: name), today: try #require(today)
    ).plan()
  }
}

@Suite("What is shown of rules, matches and plans")
struct RouteOutputTests {
  /// Characters that steer a terminal, turn letters round, or mean something in markup.
  private static let hostile = "悪\u{1B}[31m\u{9B}\u{202E}\u{200B}<b>&\"x\r\nBEGIN:VEVENT\u{7}"

  @Test("has words for everything that is said", arguments: Samples.profiles)
  func words(yaml: String) throws {
    let profile = try Profile(yaml: yaml, file: "me.yaml")
    let today = try #require(Samples.today)
    let programs = try Samples.programs()
    for language in OutputLanguage.allCases {
      let wording = try RouteWording(language)
      let plan = try Samples.plan(yaml)
      let notes = plan.steps.flatMap { [$0.title] + $0.notes } + plan.collisions.map(\.reason)
      for note in notes {
        #expect(wording.has(note.key) || wording.has("reason." + note.key), "\(note.key)")
      }
      var reasons = plan.excluded.flatMap(\.reasons)
      for match in ProgramMatcher(profile, programs: programs, today: today).matches(programs) {
        reasons += match.checks.flatMap(\.answer.reasons)
        for check in match.checks { #expect(wording.has("check.\(check.condition.rawValue)")) }
      }
      for program in programs where program.kind == .examination {
        for year in [nil, 2026, 2027] {
          let report = try EligibilityReport(program, profile: profile, year: year, today: today)
          reasons += report.answer.reasons + report.lines.flatMap(\.answer.reasons)
        }
      }
      for reason in reasons { #expect(wording.has("reason." + reason.key), "\(reason.key)") }
    }
  }

  @Test("has both languages for every question")
  func questions() throws {
    for language in OutputLanguage.allCases {
      let wording = try RouteWording(language)
      for question in ProfileQuestion.all { #expect(wording.has("question.\(question.key)")) }
    }
  }

  @Test("lets nothing from the web steer a terminal", arguments: OutputLanguage.allCases)
  func hostileText(language: OutputLanguage) throws {
    let wording = try RouteWording(language)
    let writer = RouteText(wording, width: 80, painter: Painter(isColoured: false))
    let today = try #require(Samples.today)
    let profile = try Profile(yaml: Samples.profiles[3], file: "me.yaml")
    let programs = try Samples.programs(name: Self.hostile)
    let matches = ProgramMatcher(profile, programs: programs, today: today).matches(programs)
    let plan = try Samples.plan(Samples.profiles[3], name: Self.hostile)
    for text in [
      writer.text(matches, showsAll: true, today: today), writer.text(plan),
      PlanTimeline(wording).svg(plan), PlanCalendar(wording).text(plan),
      try RouteJSON.line(plan), try RouteJSON.line(matches, showsAll: true, today: today),
    ] {
      let bad = text.unicodeScalars.filter { scalar in
        scalar != "\n" && scalar != "\r"
          && [.control, .format].contains(scalar.properties.generalCategory)
      }
      #expect(bad.isEmpty, "\(bad.map(\.value))")
    }
    #expect(!PlanTimeline(wording).svg(plan).contains("<b>"))
    let calendar = PlanCalendar(wording).text(plan)
    #expect(
      calendar.components(separatedBy: "\r\nBEGIN:VEVENT").count
        == calendar.components(separatedBy: "\r\nEND:VEVENT").count)
  }

  @Test("keeps every line of text within the width", arguments: [40, 80, 120])
  func width(columns: Int) throws {
    let writer = RouteText(
      try RouteWording(.english), width: columns, painter: Painter(isColoured: false))
    for line in writer.text(try Samples.plan(Samples.profiles[4])).split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= columns, "\(line)")
    }
  }

  @Test("keeps every painted line within the width", arguments: [40, 80, 120])
  func paintedWidth(columns: Int) throws {
    let writer = RouteText(
      try RouteWording(.english), width: columns, painter: Painter(isColoured: true))
    let plain = RouteText(
      try RouteWording(.english), width: columns, painter: Painter(isColoured: false))
    let plan = try Samples.plan(Samples.profiles[4])
    let text = writer.text(plan)
    let bare = text.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[2m", with: "")
      .replacing("\u{1B}[0m", with: "")
    #expect(bare == plain.text(plan) && text != bare)
    for line in text.split(separator: "\n") where line.contains("\u{1B}") {
      #expect(line.hasPrefix("\u{1B}[") && line.hasSuffix("\u{1B}[0m"), "\(line)")
    }
  }

  @Test(
    "puts the thousands of sums apart",
    arguments: [("0", "0"), ("999", "999"), ("1000", "1,000"), ("1234567", "1,234,567")])
  func sums(number: String, written: String) throws {
    let wording = try RouteWording(.english)
    #expect(
      wording.reason(Reason("fee", number, "500000"))
        == "\(written) yen a year (budget 500,000 yen)")
  }

  @Test("calls a forecast a forecast wherever it is shown")
  func forecasts() throws {
    let plan = try Samples.plan(Samples.profiles[2])
    let wording = try RouteWording(.english)
    let text = RouteText(wording, width: 200, painter: Painter(isColoured: false)).text(plan)
    #expect(text.contains("2027-02-07 – 2027-02-08 (forecast from 2026)"))
    #expect(PlanTimeline(wording).svg(plan).contains("(forecast from 2026)"))
    let calendar = PlanCalendar(wording).text(plan)
    #expect(calendar.contains("STATUS:TENTATIVE") && !calendar.contains("STATUS:CONFIRMED"))
    #expect(try RouteJSON.line(plan).contains(#""certainty":"forecast""#))
  }

  @Test("is JSON without null", arguments: Samples.profiles)
  func json(yaml: String) throws {
    let line = try RouteJSON.line(try Samples.plan(yaml))
    #expect(!line.contains("null"))
    #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
  }

  /// A made-up hospital with one statement of when papers are taken.
  private static func plan(
    _ windows: [ApplicationWindow], _ basis: Basis = .official, today: String = "2026-11-21",
    _ yaml: String = "{preliminaryExamination: {passed: practical, year: 2025}}"
  ) throws -> Plan {
    let route = try Samples.programs().filter { $0.kind != .practicalTraining }
    var hospital = Program(
      id: "mihon/practical-training", kind: .practicalTraining, title: "見本",
      institution: Institution(id: "mihon", name: "見本大学病院"))
    let seen = try #require(CalendarDay("2026-11-01"))
    hospital.facts.application = Fact(
      Application(windows: windows), basis: basis,
      evidence: [.elsewhere(.init(url: "https://mihon.example.jp/", note: "n", seen: seen))])
    return Planner(
      try Profile(yaml: yaml, file: "me.yaml"), programs: route + [hospital],
      today: try #require(CalendarDay(today))
    ).plan()
  }

  private struct Shown {
    let text: String
    let event: String
    let json: String

    init(_ plan: Plan) throws {
      let wording = try RouteWording(.english)
      text = RouteText(wording, width: 200, painter: Painter(isColoured: false)).text(plan)
      event =
        PlanCalendar(wording).text(plan).replacing("\r\n ", with: "")
        .components(separatedBy: "BEGIN:VEVENT").first { $0.contains("UID:apply") } ?? ""
      json = try RouteJSON.line(plan)
    }
  }

  @Test("shows the hour of a deadline and how papers meet it")
  func hours() throws {
    let window = ApplicationWindow(
      closes: PartialDate("2026-12-04"), time: "17:00", rule: .postmark)
    let shown = try Shown(Self.plan([window]))
    #expect(shown.text.contains("2026-12-04 by 17:00 postmark counts  Apply to"))
    #expect(shown.event.contains("(by 17:00 postmark counts)"))
    #expect(shown.event.contains("STATUS:CONFIRMED"))
    #expect(shown.json.contains(#""due":{"rule":"postmark","time":"17:00"}"#))
  }

  @Test(
    "calls a day that is known as a month or less some day in it",
    arguments: [
      ("2026-12", ApplicationWindow.Part.mid, "some day in mid 2026-12"),
      ("2026-12", .late, "some day in late 2026-12"), ("2026-12", nil, "some day in 2026-12"),
      ("2026", nil, "some day in 2026"),
    ])
  func someDay(closes: String, part: ApplicationWindow.Part?, words: String) throws {
    let shown = try Shown(
      Self.plan([ApplicationWindow(closes: PartialDate(closes), part: part)]))
    #expect(shown.text.contains("- \(words)  Apply to"), "\(shown.text)")
    #expect(shown.event.contains("STATUS:TENTATIVE") && shown.event.contains("SUMMARY:? "))
    #expect(shown.json.contains(#""certainty":"within""#))
  }

  @Test("marks what others report", arguments: [Basis.reported, .regulation, .official])
  func basis(_ basis: Basis) throws {
    let window = ApplicationWindow(closes: PartialDate("2026-12-04"))
    let shown = try Shown(Self.plan([window], basis))
    #expect(shown.text.contains("- ~2026-12-04  Apply") == (basis == .reported))
    #expect(shown.event.contains("STATUS:CONFIRMED") == (basis == .official))
    #expect(shown.json.contains(#""basis":"\#(basis.rawValue)""#))
  }

  @Test("never shows a missed deadline as one that is to be kept")
  func missed() throws {
    let window = ApplicationWindow(closes: PartialDate("2026-11-20"))
    let shown = try Shown(Self.plan([window]))
    #expect(shown.event.contains("STATUS:CANCELLED") && shown.event.contains("SUMMARY:[missed] "))
  }

  @Test("draws nothing beyond its right edge", arguments: Samples.profiles, OutputLanguage.allCases)
  func drawing(yaml: String, language: OutputLanguage) throws {
    let picture = PlanTimeline(try RouteWording(language)).svg(try Samples.plan(yaml))
    let width = try #require(
      picture.firstMatch(of: /width="(\d+)"/).flatMap { Int($0.output.1) })
    for found in picture.matches(of: /<text x="(\d+)"[^>]*?( font-size="11")?[^>]*>([^<]*)</) {
      let start = try #require(Int(found.output.1))
      // A letter is about half as wide as it is high, a kanji as wide.
      let words = String(found.output.3).replacing("&quot;", with: "\"")
      let end = start + DisplayWidth.of(words) * (found.output.2 == nil ? 13 : 11) / 2
      #expect(end <= width, "\(words)")
    }
  }

  @Test("keeps the UID of a round whose day moves, and gives two windows two")
  func uids() throws {
    func uids(_ closes: [String]) throws -> [String] {
      let windows = closes.map { ApplicationWindow(closes: PartialDate($0)) }
      return PlanCalendar(try RouteWording(.english)).text(try Self.plan(windows))
        .components(separatedBy: "\r\n").filter { $0.hasPrefix("UID:apply") }
    }
    let one = ["UID:apply.mihon.practical-training.2026@progsearch"]
    for closes in ["2026-12-04", "2026-12-11", "2026-12", "XXXX-12", "2025-12-04"] {
      #expect(try uids([closes]).suffix(1) == one, "\(closes)")
    }
    #expect(try uids(["2026-12-04", "2026-12-04"]) == one)
    #expect(try Set(uids(["2026-12-04", "2026-12-20"])).count == 2)
  }

  @Test(
    "says of a collision that rests on a forecast that it does", arguments: OutputLanguage.allCases)
  func collisions(language: OutputLanguage) throws {
    let wording = try RouteWording(language)
    let plan = try Self.plan(
      [ApplicationWindow(closes: PartialDate("2025-09-04"))], today: "2026-11-21",
      "{preliminaryExamination: {passed: part-1, year: 2026, expected: 2027}}")
    let label = wording("collision.forecast", "")
    #expect(plan.collisions.contains { $0.isForecast })
    for text in [
      RouteText(wording, width: 500, painter: Painter(isColoured: false)).text(plan),
      PlanTimeline(wording).svg(plan),
      PlanCalendar(wording).text(plan).replacing("\r\n ", with: ""),
    ] {
      #expect(text.contains("! " + label.prefix { $0 != " " }), "\(text)")
    }
  }
}
