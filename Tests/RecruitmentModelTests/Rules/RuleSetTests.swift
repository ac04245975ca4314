import RecruitmentModel
import Testing

@Suite("A set of rules")
struct RuleSetTests {
  /// A fault in rules, and what is said of it.
  struct Fault: Sendable, CustomTestStringConvertible {
    let needs: [JSONValue?]
    let message: String
    var testDescription: String { message }

    init(_ needs: JSONValue?..., message: String) {
      self.needs = needs
      self.message = message
    }
  }

  private static func rules(_ needs: [JSONValue?]) -> [EligibilityRule] {
    needs.enumerated().map { EligibilityRule(id: "r\($0)", text: "A rule.", needs: $1) }
  }

  private static func rule(_ id: String) -> JSONValue { .object(["rule": .string(id)]) }

  @Test(
    "with a fault names its place and what would be right",
    arguments: [
      Fault(rule("r0"), message: "rules.0.needs: these rules need each other in a circle: r0 → r0"),
      Fault(
        rule("r1"), .object(["not": rule("r2")]), .object(["all": .array([rule("r0")])]),
        message: "rules.0.needs: these rules need each other in a circle: r0 → r1 → r2 → r0"),
      Fault(rule("r7"), message: "rules.0.needs: there is no rule “r7”; there are r0"),
      Fault(
        .object(["passses": .object([:])]),
        message: "rules.0.needs: there is no condition “passses”; the conditions are all, any, not"),
      Fault(.string("yes"), message: "rules.0.needs: one condition belongs here"),
      Fault(
        .object(["passes": .object(["atLeast": .string("two"), "years": .number(5)])]),
        message: "rules.0.needs.passes.atLeast: a whole number from 1 to 5 belongs here"),
      Fault(
        .object(["passes": .object(["atLeast": .number(2), "years": .number(0)])]),
        message: "rules.0.needs.passes.years: a whole number from 1 to 100 belongs here"),
      Fault(
        .object(["passes": .object(["atLeast": .number(6), "years": .number(5)])]),
        message: "rules.0.needs.passes.atLeast: a whole number from 1 to 5 belongs here"),
      Fault(
        .object([
          "experience": .object(["years": .number(1e18), "after": .string("specialist-internist")])
        ]),
        message: "rules.0.needs.experience.years: a whole number from 0 to 100 belongs here"),
      Fault(
        .object(["certification": .object(["name": .string("certified-intrenist")])]),
        message: "rules.0.needs.certification.name: there is no certification “certified-intrenist”"
      ),
      Fault(
        .object(["applicationYear": .object(["min": .number(2027), "max": .number(2026)])]),
        message: "rules.0.needs.applicationYear.max: a whole number from 2027 to 2100 belongs"),
      Fault(
        .object(["passes": .object(["atLeast": .number(2)])]),
        message: "rules.0.needs.passes: the key “years” is missing"),
      Fault(
        .object(["trainingEnds": .object(["by": .string("02-30")])]),
        message: "rules.0.needs.trainingEnds.by: a day of the year such as 03-10 belongs here"),
      Fault(
        .object([
          "answer": .object([
            "question": .string("recognition"), "oneOf": .array([.string("both")]),
          ])
        ]),
        message: "rules.0.needs.answer.oneOf.0: “both” does not answer “recognition”"),
      Fault(
        .object(["answer": .object(["question": .string("age"), "oneOf": .array([])])]),
        message: "rules.0.needs.answer.question: there is no question “age”"),
      Fault(
        .object(["trainingMonths": .object(["atLeast": .number(12), "after": .string("licence")])]),
        message: "rules.0.needs.trainingMonths.after: only “preliminaryExamination” may stand here"),
      Fault(
        .object(["countedFrom": .object(["after": .string("certified-internist")])]),
        message: "rules.0.needs.countedFrom: the key “from” is missing"),
      Fault(
        .object(["all": .array([])]), message: "rules.0.needs.all: a list of conditions belongs"),
      Fault(
        .object(["weeklyHours": .object(["atLeast": .number(31), "most": .number(40)])]),
        message: "rules.0.needs.weeklyHours.most: the key “most” means nothing here"),
    ])
  func faults(_ fault: Fault) throws {
    let error = try #require(throws: RuleError.self) {
      try RuleSet(Self.rules(fault.needs))
    }
    #expect(error.description.hasPrefix(fault.message), "\(error)")
  }

  @Test("refuses an id that stands twice")
  func duplicate() throws {
    let rule = EligibilityRule(id: "a", text: "A rule.")
    #expect(throws: RuleError.self) { try RuleSet([rule, rule]) }
  }

  @Test("takes a rule that stands in words only")
  func words() throws {
    #expect(try RuleSet([EligibilityRule(id: "a", text: "A rule.")])["a"]?.needs == nil)
  }
}
