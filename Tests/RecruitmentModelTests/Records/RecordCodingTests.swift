import RecruitmentModel
import Testing

@Suite("Records as JSON lines")
struct RecordCodingTests {
  /// A record with nothing but what it must have, and something put at the end of each part.
  private static func line(
    id: String = "mihon/practical-training", facts: String = "", more: String = ""
  ) -> String {
    #"{"facts":{\#(facts)},"id":"\#(id)","institution":{"name":"見本大学病院"},"#
      + #""kind":"practical-training","pages":[],"schema":1,"text":"本文","title":"見本"\#(more)}"#
  }

  private static func programs(_ text: String) throws(RecordError) -> [Program] {
    try RecordCoding.programs(inJSONLines: Array(text.utf8))
  }

  @Test("are written as they are read, keys sorted, slashes plain")
  func roundTrip() throws {
    let line = Self.line(
      facts: #""recommendation":{"basis":"official","evidence":[{"page":0,"quote":"推薦書は不要"}],"#
        + #""value":"not-required"}"#)
    #expect(try RecordCoding.jsonLines(Self.programs(line)) == line + "\n")
  }

  @Test("hold no character that steers a terminal, and come back with it all the same")
  func escapes() throws {
    let title = "見本\u{9B}31m\u{202E}\u{200B}\u{1B}[0m"
    let program = Program(
      id: "mihon/practical-training", kind: .practicalTraining, title: title,
      institution: Institution(name: "見本大学病院"))
    let line = try RecordCoding.jsonLine(program)
    #expect(
      line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    #expect(!line.unicodeScalars.contains("\u{202E}") && !line.unicodeScalars.contains("\u{200B}"))
    #expect(try Self.programs(line).first?.title == title)
  }

  @Test("keep their line ends and quotation marks")
  func lineEnds() throws {
    let title = "\n一\n\n\"二\"\\\n"
    let program = Program(
      id: "mihon/practical-training", kind: .practicalTraining, title: title,
      institution: Institution(name: "見本大学病院"))
    let line = try RecordCoding.jsonLine(program)
    #expect(line.contains(#""title":"\n一\n\n\"二\"\\\n""#))
    #expect(try Self.programs(line).first?.title == title)
  }

  @Test("come back equal with every fact there is")
  func roundTripOfAllFacts() throws {
    let program = Program(
      id: "mihon/practical-training", kind: .practicalTraining, title: "見本大学病院 実地修練",
      institution: Institution(id: "mihon", name: "見本大学病院", prefecture: "宮城県"),
      pages: [
        SourcePage(
          url: "https://mihon.example.jp/", title: "募集", mediaType: "text/html",
          fetchedAt: Timestamp("2026-11-20T18:00:00Z"), sha256: "00ff")
      ],
      text: "本文\n\"引用\"", facts: try AllFacts.facts(),
      listed: [
        ExternalEvidence(
          url: "https://example.jp/", note: "n", seen: CalendarDay(daysSinceEpoch: 20_000))
      ])
    #expect(try Self.programs(RecordCoding.jsonLines([program])) == [program])
  }

  @Test("are written in the order of their ids")
  func order() throws {
    let lines = ["c/x", "a/x", "b/x"].map { Self.line(id: $0) }.joined(separator: "\n")
    let written = try RecordCoding.jsonLines(Self.programs(lines))
    #expect(try Self.programs(written).map(\.id) == ["a/x", "b/x", "c/x"])
  }

  @Test("may have blank lines between them, and Windows line ends")
  func blankLines() throws {
    let text = "\n  \n\(Self.line(id: "a/x"))\r\n\r\n\(Self.line(id: "b/x"))"
    #expect(try Self.programs(text).map(\.id) == ["a/x", "b/x"])
  }

  /// A fault in one line, and the key and the words that it is reported with.
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let line: String
    let key: String
    let words: String
    var testDescription: String { name }
  }

  static let faults = [
    Fault(name: "cut off", line: String(line().dropLast(3)), key: "", words: "JSON"),
    Fault(name: "no object", line: "[1]", key: "", words: "is not"),
    Fault(name: "no id", line: #"{"schema":1}"#, key: "id", words: "is missing"),
    Fault(name: "empty id", line: line(id: ""), key: "id", words: "empty"),
    Fault(name: "id twice", line: line(id: "first/x"), key: "id", words: "line 1"),
    Fault(
      name: "kind that is none",
      line: line().replacing("practical-training\",\"pages", with: "magic\",\"pages"),
      key: "kind", words: "magic"),
    Fault(
      name: "later schema", line: line().replacing(#""schema":1"#, with: #""schema":2"#),
      key: "schema", words: "schema 2"),
    Fault(
      name: "fact without evidence",
      line: line(facts: #""accepting":{"basis":"official","evidence":[],"value":"yes"}"#),
      key: "facts.accepting.evidence", words: "at least one evidence"),
    Fault(
      name: "fact whose evidence is missing",
      line: line(facts: #""accepting":{"basis":"official","value":"yes"}"#),
      key: "facts.accepting.evidence", words: "is missing"),
    Fault(
      name: "value of another type",
      line: line(
        facts: #""intake":{"basis":"official","evidence":[{"page":0,"quote":"q"}],"#
          + #""value":{"year":"2027"}}"#),
      key: "facts.intake.value.year", words: "is not"),
    Fault(
      name: "date that is none",
      line: line(
        facts: #""intake":{"asOf":"2026-02-30","basis":"official","#
          + #""evidence":[{"page":0,"quote":"q"}],"value":{"year":2027}}"#),
      key: "facts.intake.asOf", words: "2026-02-30"),
    Fault(name: "null fact", line: line(facts: #""fee":null"#), key: "fee", words: "is null"),
    Fault(
      name: "null where a value must be", line: line().replacing(#""見本""#, with: "null"),
      key: "title", words: "is null"),
    Fault(
      name: "null in a part that may be absent",
      line: line().replacing(#""name":"#, with: #""city":null,"name":"#), key: "city",
      words: "is null"),
  ]

  @Test("say in which line and at which key they are broken", arguments: faults)
  func faultIsLocated(fault: Fault) throws {
    let text = Self.line(id: "first/x") + "\n\n" + fault.line + "\n"
    let error = try #require(throws: RecordError.self) { try Self.programs(text) }
    #expect(error.line == 3)
    #expect(error.key == fault.key)
    #expect(error.reason.contains(fault.words), "\(error.reason)")
  }

  @Test("may have the word null in their texts")
  func nullInText() throws {
    let more = #","listed":[{"note":"a \"null\": null","seen":"2026-11-21","url":"n"}]"#
    #expect(try Self.programs(Self.line(more: more)).count == 1)
  }
}
