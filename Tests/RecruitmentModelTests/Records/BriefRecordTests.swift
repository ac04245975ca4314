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

  @Test(
    "the bytes of a fact tell values apart, and nothing else", arguments: SampleRecords.programs)
  func parts(_ program: Program) throws {
    func parts(_ program: Program) throws -> BriefParts {
      let line = Array(try RecordCoding.jsonLine(program).utf8)
      return try #require(RecordCoding.briefParts(line, facts: Self.facts))
    }
    let plain = try parts(program)
    #expect(plain.head.id == program.id && plain.head.title == program.title)
    #expect(plain.head.kind == program.kind && plain.head.institution == program.institution)
    #expect(plain.head.facts == Facts() && plain.head.text.isEmpty && plain.head.pages.isEmpty)
    for (name, value) in zip(Self.facts, plain.facts) {
      #expect(value.isEmpty == (program.facts.provenance(of: name) == nil), "\(name)")
    }
    var other = program
    other.text = "\\\"\\\\"
    other.facts.fee?.confidence = 0.125
    other.facts.fee?.asOf = PartialDate("1999-01-02")
    if let evidence = other.facts.fee?.evidence { other.facts.fee?.evidence += evidence }
    #expect(try parts(other).facts == plain.facts)
    guard let fee = program.facts.fee else { return }
    other.facts.fee?.conflicts = [fee]
    let disputed = try parts(other).facts
    #expect(disputed[0] != plain.facts[0] && disputed[1...] == plain.facts[1...])
  }

  @Test("a line that is written otherwise has no parts")
  func partsOfOtherWriting() throws {
    let line = try RecordCoding.jsonLine(SampleRecords.programs[0])
    for other in [line.replacing("\"facts\":{", with: "\"facts\": {"), String(line.dropLast())] {
      #expect(RecordCoding.briefParts(Array(other.utf8), facts: Self.facts) == nil)
    }
  }

  @Test(
    "texts with marks and backslashes are passed over whole",
    arguments: ["\"", "\\", "\\\"", "\\\\", "a\\\\\"b", "\"}]{[,"])
  func marks(_ text: String) throws {
    var program = SampleRecords.programs[0]
    program.text = text
    program.title = text
    let line = Array(try RecordCoding.jsonLine(program).utf8)
    let brief = try #require(try RecordCoding.brief(line, facts: FactName.allCases))
    #expect(brief.title == text && brief.facts.known == program.facts.known)
    #expect(RecordCoding.briefParts(line, facts: Self.facts)?.head.title == text)
  }
}
