import RecruitmentModel
import SourceRegistry
import Testing

@Suite("The shipped statements")
struct ShippedStatementsTests {
  private let statements: ReportedStatements
  private let programs: [String: Program]

  init() throws {
    let sources = try SourceList(yaml: Examples.shipped("sources.yaml"), file: "sources.yaml")
    statements = try ReportedStatements(
      yaml: Examples.shipped("reported.yaml"), file: "reported.yaml", sources: sources)
    programs = Dictionary(
      uniqueKeysWithValues: statements.records(of: sources).map { ($0.id, $0) })
  }

  private func program(_ institution: String) throws -> Program {
    try #require(programs["\(institution)/practical-training"])
  }

  @Test("make one record for each of sixteen hospitals")
  func makeSixteenRecords() {
    #expect(statements.statements.count == 31)
    #expect(programs.count == 16)
  }

  @Test("make records that can be written and read again")
  func recordsComeBack() throws {
    let lines = try RecordCoding.jsonLines(Array(programs.values))
    let again = try RecordCoding.programs(inJSONLines: Array(lines.utf8))
    #expect(again == programs.values.sorted { $0.id < $1.id })
  }

  @Test("know no fee and no intake of any hospital")
  func knowNoFee() {
    for program in programs.values {
      #expect(program.facts.fee == nil)
      #expect(program.facts.intake == nil)
    }
  }

  @Test("rest on rules or on what others say, never on a hospital's own page")
  func areNeverOfficial() {
    for program in programs.values {
      for name in program.facts.known {
        let basis = program.facts.provenance(of: name)?.basis
        #expect(basis == .reported || basis == .regulation)
      }
    }
  }

  @Test("let the rules of 徳島大学 win over the month that a blog has")
  func rulesWin() throws {
    let program = try program("tokushima")
    let application = try #require(program.facts.application)
    #expect(program.title == "徳島大学病院 実地修練")
    #expect(application.basis == .regulation)
    #expect(application.asOf == PartialDate("2018-02-28"))
    #expect(application.value.windows.isEmpty)
    #expect(application.conflicts.map(\.value.windows.first?.closes) == [PartialDate("XXXX-12")])
    #expect(program.facts.recommendation?.value == .inside)
    #expect(program.facts.documents?.value.count == 6)
    #expect(program.listed.count == 1)
  }

  @Test(
    "know which hospitals are said to have stopped",
    arguments: ["saga", "kagoshima", "chiba", "asahikawa"])
  func knowWhoStopped(institution: String) throws {
    let accepting = try #require(try program(institution).facts.accepting)
    #expect(accepting.value == .no)
    #expect(accepting.basis == .reported)
  }

  @Test("have 東北大学 as listed, with nothing known")
  func tohokuIsListed() throws {
    let program = try program("tohoku")
    #expect(program.facts.known.isEmpty)
    #expect(program.listed.count == 1)
  }
}
