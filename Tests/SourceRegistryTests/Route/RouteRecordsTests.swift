import RecruitmentModel
import SourceRegistry
import Testing

@Suite("Examinations and pathways from a file")
struct RouteRecordsTests {
  private static let head = """
    institutions:
      - id: gakkai
        name: 見本学会
    records:

    """
  private static let source = """
    basis: reported
          url: https://gakkai.example.or.jp/
          note: It says so.
          seen: 2026-11-21
    """

  private static func record(
    id: String = "gakkai/exam", institution: String = "gakkai", kind: String = "examination",
    more: String = ""
  ) -> String {
    """
      - id: \(id)
        institution: \(institution)
        kind: \(kind)
        title: 見本試験
    \(more)

    """
  }

  private static func rule(_ id: String, _ needs: String) -> String {
    """
        - id: \(id)
          text: A rule.
          needs: \(needs)
          \(source)

    """
  }

  /// A fault and the beginning of its message.
  struct Fault: Sendable, CustomTestStringConvertible {
    let yaml: String
    let message: String
    var testDescription: String { message }

    init(_ yaml: String, _ message: String) {
      self.yaml = RouteRecordsTests.head + yaml
      self.message = message
    }
  }

  @Test(
    "with a fault name its line and what would be right",
    arguments: [
      Fault(
        record(institution: "gakai"), "route.yaml:6: no institution has the id “gakai”; did you"),
      Fault(
        record(kind: "practical-training"), "route.yaml:7: “practical-training” is no value of"),
      Fault(record(id: "exam"), "route.yaml:5: “exam” is no value of “id”; it should be two names"),
      Fault(record() + record(), "route.yaml:10: “gakkai/exam” under “id” stands on line 5"),
      Fault(
        record(more: "    tilte: x"), "route.yaml:9: unknown key “tilte”; did you mean “title”?"),
      Fault(
        record(more: "    rules:\n" + rule("a", "{rule: b}") + rule("b", "{rule: a}")),
        "route.yaml:12: these rules need each other in a circle: a → b → a; take one out"),
      Fault(
        record(more: "    rules:\n" + rule("a", "{passes: {atLeast: 2, yeers: 5}}")),
        "route.yaml:12: the key “yeers” means nothing here; allowed are atLeast, years"),
      Fault(
        record(more: "    rules:\n" + rule("a", "{rule: c}")),
        "route.yaml:12: there is no rule “c”"),
      Fault(
        record(more: "    steps:\n      - {name: x, stage: licence, basis: reported}"),
        "route.yaml:10: the key “url” is missing"),
      Fault(
        record(more: "    steps:\n      - {name: x, stage: license}"),
        "route.yaml:10: “license” is no value of “stage”; did you mean “licence”?"),
    ])
  func faults(_ fault: Fault) throws {
    let error = try #require(throws: SourceListError.self) {
      try RouteRecords(yaml: fault.yaml, file: "route.yaml")
    }
    #expect("\(error)".hasPrefix(fault.message), "\(error)")
  }

  @Test("that are shipped can be read, and every fact has evidence")
  func shipped() throws {
    let programs = try RouteRecords(yaml: Examples.shipped("route.yaml"), file: "r").programs
    #expect(programs.count { $0.kind == .examination } == 4)
    #expect(programs.count { $0.kind == .pathway } == 4)
    for program in programs {
      for name in program.facts.known {
        let fact = try #require(program.facts.provenance(of: name))
        #expect(!fact.evidence.isEmpty && fact.confidence != nil, "\(program.id) \(name)")
        #expect(fact.basis == .reported || fact.basis == .regulation)
      }
      if let steps = program.facts.steps {
        #expect(steps.evidence.count == steps.value.count, "\(program.id)")
      }
    }
  }

  @Test("that are shipped state no date after the day on which they were seen")
  func nothingOfTheFuture() throws {
    let seen = try #require(CalendarDay("2026-11-21"))
    for program in try RouteRecords(yaml: Examples.shipped("route.yaml"), file: "r").programs {
      let days =
        (program.facts.examDate?.value ?? []).map(\.starts)
        + (program.facts.application?.value.windows ?? []).compactMap(\.closes)
      for day in days { #expect(try #require(day.latest) <= seen, "\(program.id)") }
    }
  }
}
