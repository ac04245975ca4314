import Presentation
import QueryEngine
import RecruitmentModel
import TestKit
import Testing

/// Whole exports in both languages, compared with files that were looked at.
@Suite struct ExporterGoldenTests {
  private static let today =
    CalendarDay(year: 2026, month: 11, day: 21) ?? CalendarDay(daysSinceEpoch: 0)

  /// The sample records as a writer makes one file of them.
  private func text(_ exporter: any ProgramExporter) throws -> String {
    var exporter = exporter
    return try exporter.document(
      SampleRecords.programs.map { program in
        let line = Array(try RecordCoding.jsonLine(program).utf8)
        return ListedProgram(program, line: line, today: Self.today)
      })
  }

  @Test("CSV", arguments: OutputLanguage.allCases)
  func csv(language: OutputLanguage) throws {
    let text = try text(CSVExporter(try Wording(language)))
    try Golden.expect(text, isAt: "../Goldens/export-\(language.rawValue).csv")
    #expect(
      try CSVExporter(Wording(language), startsWithMark: true).head().hasPrefix("\u{FEFF}id,"))
  }

  @Test("Markdown and HTML", arguments: OutputLanguage.allCases)
  func documents(language: OutputLanguage) throws {
    let wording = try Wording(language)
    try Golden.expect(
      text(MarkdownExporter(wording, today: Self.today)),
      isAt: "../Goldens/export-\(language.rawValue).markdown")
    try Golden.expect(
      text(HTMLExporter(wording, today: Self.today)),
      isAt: "../Goldens/export-\(language.rawValue).html")
  }

  @Test("A calendar", arguments: OutputLanguage.allCases)
  func calendar(language: OutputLanguage) throws {
    try Golden.expect(
      text(ICalendarExporter(try Wording(language))),
      isAt: "../Goldens/export-\(language.rawValue).ics")
  }

  @Test("JSON-LD, and records as they are")
  func json() throws {
    try Golden.expect(
      text(JSONLDExporter(try Wording(.english))), isAt: "../Goldens/export.jsonld")
    #expect(
      try text(JSONLinesExporter())
        == SampleRecords.programs.map { try RecordCoding.jsonLine($0) + "\n" }.joined())
  }

  @Test("An examination is an event, a way to a licence is a list of steps")
  func otherKinds() throws {
    var examination = SampleRecords.program(
      "mihon", name: "見本試験所", prefecture: "東京都", city: "千代田区", kind: .examination)
    examination.facts.examDate = SampleRecords.official([
      ExaminationDay(part: "第一部", starts: try #require(PartialDate("2027-06"))),
      ExaminationDay(part: "第二部", starts: try #require(PartialDate("2027-09"))),
    ])
    examination.facts.venues = SampleRecords.reported(["横浜"])
    var pathway = examination
    pathway.kind = .pathway
    pathway.facts.steps = SampleRecords.official([
      PathwayStep(order: 2, name: "実地修練", stage: .training),
      PathwayStep(order: 1, name: "予備試験", stage: .examination),
    ])
    var exporter = JSONLDExporter(try Wording(.english))
    let pieces = try [examination, pathway].map {
      try exporter.piece(ListedProgram($0, line: [], today: Self.today))
    }
    #expect(pieces[0].contains(#""subEvent":[{"@type":"EducationEvent","name":"第一部""#))
    #expect(pieces[0].contains(#""organizer":{"@type":"Organization""#))
    // What others report is no property.
    #expect(!pieces[0].contains(#""location""#))
    #expect(pieces[1].contains(#""@type":"HowTo""#))
    #expect(pieces[1].contains(#"{"@type":"HowToStep","name":"予備試験","position":1}"#))
  }

  @Test("A date whose year is not known is on no day, and is named beside the calendar")
  func undated() throws {
    var exporter = ICalendarExporter(try Wording(.english))
    for program in SampleRecords.programs {
      _ = exporter.piece(ListedProgram(program, line: [], today: Self.today))
    }
    #expect(
      exporter.undated == [
        "kakuu university hospital: applications close early December, year unknown"
      ])
  }
}
