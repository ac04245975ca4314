import ApplicantProfile
import RecruitmentModel
import RoutePlanning
import Testing

/// A worked case of a plan.
struct PlanCase: Sendable, CustomTestStringConvertible {
  let id: String
  let today: CalendarDay
  let profile: Profile
  let expected: [String]
  var testDescription: String { id }

  init(_ row: [String: String]) throws {
    id = row["id"] ?? ""
    today = try #require(CalendarDay(row["today"] ?? ""))
    let text = row["profile"] ?? "-"
    profile = text == "-" ? Profile() : try Profile(yaml: text, file: "\(id).yaml")
    expected = (row["expected"] ?? "").split(separator: " ").map(String.init)
  }

  static func all() -> [PlanCase] {
    (try? CaseTable("plans.tsv").rows.map { try PlanCase($0) }) ?? []
  }

  func plan(on day: CalendarDay? = nil) throws -> Plan {
    Planner(profile, programs: try Shipped.programs(), today: day ?? today).plan()
  }
}

extension Plan {
  func step(_ id: String) -> PlanStep? { steps.first { $0.id == id } }

  /// Whether an expectation of a worked case is met.
  func meets(_ expectation: String) -> Bool {
    let rest = String(expectation.dropFirst())
    if expectation.hasPrefix("-!") {
      return !collisions.contains { $0.kind.rawValue == rest.dropFirst() }
    }
    if expectation.hasPrefix("!") {
      return collisions.contains { "\($0.kind.rawValue)@\($0.step)" == rest }
    }
    if expectation.hasPrefix("-?") { return !unsaid.contains(String(rest.dropFirst())) }
    if expectation.hasPrefix("-") { return step(rest) == nil }
    if expectation.hasPrefix("x") { return excluded.contains { $0.id == rest } }
    if expectation.hasPrefix("?") { return unsaid.contains(rest) }
    let order = expectation.split(separator: "<").map(String.init)
    if order.count == 2 {
      guard let one = steps.firstIndex(where: { $0.id == order[0] }),
        let other = steps.firstIndex(where: { $0.id == order[1] })
      else { return false }
      return one < other
    }
    return steps.contains { "\($0.id)=\($0.state.rawValue)@\($0.time.short)" == expectation }
  }
}

extension PlanTime {
  /// The time as worked cases write it.
  var short: String {
    func span(_ days: ClosedRange<CalendarDay>) -> String {
      days.lowerBound == days.upperBound
        ? "\(days.lowerBound)" : "\(days.lowerBound)..\(days.upperBound)"
    }
    return switch self {
    case .stated(let days): "stated:" + span(days)
    case .within(let days): "within:" + span(days)
    case .forecast(let days, _): "forecast:" + span(days)
    case .notBefore(let day): "after:\(day)"
    case .unknown: "unknown"
    }
  }
}

@Suite("Plans")
struct PlannerTests {
  @Test("have at least 25 worked cases, each with an id of its own")
  func areMany() throws {
    let cases = PlanCase.all()
    #expect(cases.count >= 25)
    #expect(Set(cases.map(\.id)).count == cases.count)
    #expect(try CaseTable("plans.tsv").rows.count == cases.count)
  }

  @Test("are as each worked case says", arguments: PlanCase.all())
  func cases(_ example: PlanCase) throws {
    let plan = try example.plan()
    for expectation in example.expected {
      let steps = plan.steps.map { "\($0.id)=\($0.state.rawValue)@\($0.time.short)" }
      #expect(
        plan.meets(expectation),
        "\(expectation) in \(steps) \(plan.collisions.map { "\($0.kind.rawValue)@\($0.step)" })")
    }
  }

  @Test("name whom to ask wherever something is unknown", arguments: PlanCase.all())
  func ask(_ example: PlanCase) throws {
    for step in try example.plan().steps where step.state == .unknown {
      #expect(
        step.ask != nil || step.id == "training/start" || step.id == "training/end", "\(step.id)")
    }
  }

  @Test(
    "prove what the Act asks with its own source",
    arguments: [
      ("recognition", "www.mhlw.go.jp"), ("training/end", "www.tokushima-u.ac.jp"),
      ("licence", "medie.site"), ("clinical-training/end", "iryouyakuji.yachida-office.info"),
    ])
  func sources(step: String, host: String) throws {
    let yaml = "{preliminaryExamination: {passed: practical, year: 2025}, goal: specialist}"
    let plan = Planner(
      try Profile(yaml: yaml, file: "me.yaml"), programs: try Shipped.programs(),
      today: try #require(CalendarDay("2026-11-21"))
    ).plan()
    let evidence = try #require(plan.step(step)?.evidence.first)
    guard case .elsewhere(let source) = evidence else {
      Issue.record("\(evidence)")
      return
    }
    #expect(source.url.contains("://\(host)/"))
  }

  @Test(
    "say to who may wait for the result of a stage how to say so",
    arguments: [
      ("{passed: part-2, year: 2025}", "2025-11-06", false),
      ("{passed: part-2, year: 2025}", "2025-11-07", true),
      ("{passed: part-2, year: 2025}", "2025-12-31", true),
      ("{passed: part-2, year: 2025}", "2026-01-01", false),
      ("{passed: part-2, year: 2025, expected: 2026}", "2025-11-07", false),
      ("{passed: none}", "2025-06-17", true), ("{passed: none}", "2025-06-16", false),
    ])
  func awaited(examination: String, day: String, isTold: Bool) throws {
    let plan = Planner(
      try Profile(yaml: "preliminaryExamination: \(examination)", file: "me.yaml"),
      programs: try Shipped.programs(), today: try #require(CalendarDay(day))
    ).plan()
    let told = plan.steps.filter { $0.notes.contains { $0.key == "note.maySitAwait" } }
    #expect(told.count == (isTold ? 1 : 0))
  }
}
