import RecruitmentModel
import SourceRegistry
import Testing

@Suite("Reported statements")
struct ReportedStatementsTests {
  /// Reads statements about mihon.
  private func read(_ statements: String...) throws -> ReportedStatements {
    try ReportedStatements(
      yaml: Examples.statements(statements), file: "r.yaml", sources: Examples.sources())
  }

  /// The one record that follows from statements about mihon.
  private func program(_ statements: String...) throws -> Program {
    let reported = try ReportedStatements(
      yaml: Examples.statements(statements), file: "r.yaml", sources: Examples.sources())
    let programs = reported.records(of: try Examples.sources())
    #expect(programs.count == 1)
    return try #require(programs.first)
  }

  @Test("become facts with basis, date and evidence")
  func becomeFacts() throws {
    let program = try program(
      Examples.statement(
        "application: {windows: [{closes: XXXX-12, part: early}]}", asOf: "2023"))
    let fact = try #require(program.facts.application)
    #expect(program.id == "mihon/practical-training")
    #expect(program.title == "mihon大学病院 実地修練")
    #expect(program.institution.prefecture == "宮城県")
    #expect(program.facts.known == [.application])
    #expect(
      fact.value.windows == [ApplicationWindow(closes: PartialDate("XXXX-12"), part: .early)])
    #expect(fact.basis == .reported)
    #expect(fact.asOf == PartialDate("2023"))
    #expect(
      fact.evidence == [
        .elsewhere(
          ExternalEvidence(
            url: "https://blog.example.jp/a", note: "Somebody says so.",
            seen: try #require(CalendarDay("2026-11-21"))))
      ])
  }

  @Test(
    "can state every fact in the shape of the records",
    arguments: [
      ("intake: {year: 2027}", #"{"year":2027}"#),
      ("accepting: no", #""no""#),
      (
        "fee: {free: false, items: [{name: 修練料, amount: {min: 1, max: 2}, per: month, "
          + "tax: exempt}]}",
        #"{"free":false,"items":[{"amount":{"max":2,"min":1},"name":"修練料","per":"month","#
          + #""tax":"exempt"}]}"#
      ),
      ("fee: {free: true, yearly: {max: 0}}", #"{"free":true,"yearly":{"max":0}}"#),
      (
        "application: {windows: [{opens: 2026-11-04, closes: 2026-12-04, time: '17:00', "
          + "rule: arrive}], rolling: true, note: n}",
        #"{"note":"n","rolling":true,"windows":[{"closes":"2026-12-04","opens":"2026-11-04","#
          + #""rule":"arrive","time":"17:00"}]}"#
      ),
      (
        "training: {months: {min: 24, max: 24}, starts: XXXX-04-01, ends: 2028-03}",
        #"{"ends":"2028-03","months":{"max":24,"min":24},"starts":"XXXX-04-01"}"#
      ),
      (
        "selection: {steps: [{method: written}, {method: interview, date: 2026-12-18}], "
          + "result: 2026-12-25}",
        #"{"result":"2026-12-25","steps":[{"method":"written"},"#
          + #"{"date":"2026-12-18","method":"interview"}]}"#
      ),
      ("recommendation: internal", #""internal""#),
      ("obligation: {scope: []}", #"{"scope":[]}"#),
      (
        "obligation: {scope: [hospital, prefecture], strength: expected}",
        #"{"scope":["hospital","prefecture"],"strength":"expected"}"#
      ),
      ("capacity: {few: true}", #"{"few":true}"#),
      ("eligibility: [合格者]", #"["合格者"]"#),
      ("departments: [内科, 外科]", #"["内科","外科"]"#),
      ("documents: [履歴書]", #"["履歴書"]"#),
      ("contact: {office: 教育係, phone: 022-000-0000}", #"{"office":"教育係","phone":"022-000-0000"}"#),
      (
        "examDate: [{part: 筆記, starts: 2025-11-09}]", #"[{"part":"筆記","starts":"2025-11-09"}]"#
      ),
      ("venues: [横浜, 大阪]", #"["横浜","大阪"]"#),
    ])
  func statesEveryFact(statement: String, value: String) throws {
    let facts = try program(Examples.statement(statement)).facts
    let name = try #require(facts.known.first).rawValue
    let line = try RecordCoding.jsonLine(facts)
    #expect(line.hasPrefix(#"{"\#(name)":{"#))
    #expect(line.hasSuffix(#","value":\#(value)}}"#), "\(line)")
  }

  @Test("give the word to the stronger basis; what it beat stays as a conflict")
  func strongerBasisWins() throws {
    let program = try program(
      Examples.statement("application: {windows: [{closes: XXXX-12}]}"),
      Examples.statement("application: {note: 開始の40日前まで}", basis: "regulation", asOf: "2018"))
    let fact = try #require(program.facts.application)
    #expect(fact.basis == .regulation)
    #expect(fact.value == Application(note: "開始の40日前まで"))
    #expect(fact.conflicts.map(\.basis) == [.reported])
    #expect(
      fact.conflicts.map(\.value.windows) == [[ApplicationWindow(closes: PartialDate("XXXX-12"))]])
  }

  @Test("that an institution is listed make a record and no fact")
  func listedIsNoFact() throws {
    let statement = Examples.statement("listed: possible", basis: nil)
    let program = try program(statement, statement)
    #expect(program.facts.known.isEmpty)
    #expect(program.listed.map(\.url) == ["https://blog.example.jp/a"])
  }

  @Test("keep what kind of source they come from")
  func keepTheSourceKind() throws {
    let statement = try #require(
      try read(Examples.statement("listed: recruits", basis: nil)).statements.first)
    #expect(statement.sourceKind == .blog)
    #expect(statement.claim == .listed(.recruits))
    #expect(statement.institution == "mihon")
  }

  @Test("of an institution that the sources no longer have make no record")
  func withoutSource() throws {
    let reported = try read(Examples.statement("accepting: no"))
    #expect(reported.records(of: SourceList([])).isEmpty)
  }
}
