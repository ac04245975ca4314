import SourceRegistry
import Testing

@Suite("A file of reported statements with a fault")
struct ReportedStatementFaultTests {
  /// A fault in a file of statements, and what the message says.
  struct Fault: Sendable, CustomTestStringConvertible {
    let yaml: String
    let message: String
    var testDescription: String { message }

    init(yaml: String, _ message: String) {
      self.yaml = yaml
      self.message = message
    }

    init(_ claim: String, basis: String? = "reported", asOf: String? = nil, _ message: String) {
      let statement = Examples.statement(claim, basis: basis, asOf: asOf)
      self.init(yaml: Examples.statements([statement]), message)
    }

    /// A good statement in which something is replaced.
    init(_ old: String, by new: String, _ message: String) {
      let statement = Examples.statement("accepting: no")
      self.init(
        yaml: Examples.statements([statement.replacing(old, with: new)]), message)
    }
  }

  static let faults = [
    Fault(yaml: "", "1: the file is empty"),
    Fault(
      yaml: Examples.statements([Examples.statement("accepting: no")], institution: "reijii"),
      "2: no source has the id “reijii”; did you mean “reiji”?"),
    Fault(
      yaml: Examples.statements([Examples.statement("accepting: no")], institution: "xyz"),
      "2: no source has the id “xyz”"),
    Fault(
      yaml: Examples.statements([Examples.statement("accepting: no")])
        + "  - institution: mihon\n    kind: practical-training\n    statements: []\n",
      "11: “mihon/practical-training” under “institution and kind” stands on line 2 already"),
    Fault(
      yaml: Examples.statements([Examples.statement("accepting: no")])
        .replacing("practical-training", with: "practical"),
      "3: “practical” is no value of “kind”; allowed here: practical-training, "
        + "clinical-training, specialist-training, examination, pathway, other"),
    Fault("acepting: no", "5: unknown key “acepting”; did you mean “accepting”?"),
    Fault("url: https://blog.example.jp/a", by: "{}", "8: this cannot be read as YAML"),
    Fault("accepting: no\n", by: "", "5: one of these keys must be here: intake, accepting, fee"),
    Fault("accepting: no\nlisted: possible", "5: only one of these keys may be here: accepting, l"),
    Fault("accepting: maybe", "5: “maybe” is no value of “accepting”; allowed here: yes, no, by-"),
    Fault("listed: possible", "6: unknown key “basis”; allowed here: listed, url"),
    Fault("listed: sure", basis: nil, "5: “sure” is no value of “listed”; allowed here: possible"),
    Fault("accepting: no", basis: nil, "5: the key “basis” is missing"),
    Fault(
      "accepting: no", basis: "official",
      "6: “official” is no value of “basis”; allowed here: reported, regulation"),
    Fault("accepting: no", basis: "regulation", "5: rules do not say “accepting”"),
    Fault(
      "accepting: no", asOf: "2018-02-30",
      "10: “2018-02-30” is no value of “asOf”; it should be a date such as 2026-12-05, 2026-12 or"),
    Fault(
      "seen: 2026-11-21", by: "seen: 2026-11",
      "10: “2026-11” is no value of “seen”; it should be a day such as 2026-11-21"),
    Fault("seen: 2026-11-21", by: "", "5: the key “seen” is missing"),
    Fault("note: Somebody says so.", by: "note: ''", "9: nothing stands where a text belongs"),
    Fault("https://blog.example.jp/a", by: "blog", "7: “blog” is no value of “url”"),
    Fault("sourceKind: blog", by: "sourceKind: blgo", "8: “blgo” is no value of “sourceKind”; did"),
    Fault("training: {months: 12}", "5: “12” stands where a set of keys belongs"),
    Fault("training: {months: {min: 12, max: 6}}", "5: “6” is no value of “max”; it should be at"),
    Fault("training: {months: {min: one}}", "5: “one” is no value of “min”; it should be a whole"),
    Fault("training: {}", "5: one of these keys must be here: months, starts, ends"),
    Fault(
      "application: {windows: [{closes: 12月}]}", "5: “12月” is no value of “closes”; it should be"),
    Fault(
      "application: {windows: [{part: early}]}",
      "5: one of these keys must be here: opens, closes"),
    Fault(
      "application: {windows: [{closes: 2026-12, time: 17時}]}", "5: “17時” is no value of “time”"),
    Fault(
      "application: {windows: [{closes: 2026-12, time: '24:01'}]}", "5: “24:01” is no value of"),
    Fault("fee: {yearly: {max: 0}}", "5: the key “free” is missing"),
    Fault("obligation: {strength: required}", "5: the key “scope” is missing"),
    Fault("documents: 履歴書", "5: “履歴書” stands where a list belongs"),
    Fault("rules: []", "5: unknown key “rules”"),
  ]

  @Test("is refused with the line, what is wrong and what would be right", arguments: faults)
  func refuses(fault: Fault) throws {
    let sources = try Examples.sources()
    let error = try #require(throws: SourceListError.self) {
      try ReportedStatements(yaml: fault.yaml, file: "r.yaml", sources: sources)
    }
    #expect("\(error)".hasPrefix("r.yaml:\(fault.message)"), "\(error)")
  }
}
