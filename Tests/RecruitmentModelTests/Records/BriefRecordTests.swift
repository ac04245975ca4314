import RecruitmentModel
import TestKit
import Testing

@Suite("Brief records")
struct BriefRecordTests {
  private static let facts: [FactName] = [.fee, .application, .capacity]

  @Test("what lists show is that of the whole record", arguments: SampleRecords.programs)
  func equality(_ program: Program) throws {
    var program = program
    program.text = "文\"字\\と{括弧}[も]、\u{2028}"
    if let application = program.facts.application {
      program.facts.application?.evidence += application.evidence
      program.facts.application?.conflicts = [application]
    }
    let line = Array(try RecordCoding.jsonLine(program).utf8)
    let brief = try #require(try RecordCoding.brief(line, facts: Self.facts))
    #expect(brief.id == program.id && brief.title == program.title)
    #expect(brief.kind == program.kind && brief.institution == program.institution)
    #expect(brief.text.isEmpty && brief.pages.isEmpty && brief.listed.isEmpty)
    #expect(brief.facts.fee == program.facts.fee && brief.facts.capacity == program.facts.capacity)
    #expect(brief.facts.application?.value == program.facts.application?.value)
    #expect(brief.facts.application?.conflicts == program.facts.application?.conflicts)
    #expect(
      brief.facts.application?.evidence == program.facts.application.map { [$0.evidence[0]] })
    #expect(brief.facts.known.allSatisfy(Self.facts.contains))
  }

  @Test("a line that is written otherwise is read whole")
  func otherWriting() throws {
    let program = SampleRecords.programs[0]
    let line = try RecordCoding.jsonLine(program).replacing("\"facts\":{", with: "\"facts\": {")
    let brief = try #require(try RecordCoding.brief(Array(line.utf8), facts: Self.facts))
    #expect(brief == program)
  }

  @Test("a line that ends early is a fault", arguments: [1, 40, 400])
  func torn(_ length: Int) throws {
    let line = Array(try RecordCoding.jsonLine(SampleRecords.programs[0]).utf8)
    #expect(throws: RecordError.self) {
      try RecordCoding.brief(Array(line.prefix(length)), facts: Self.facts)
    }
  }
}
