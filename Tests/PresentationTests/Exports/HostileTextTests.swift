import Presentation
import QueryEngine
import RecruitmentModel
import Testing

/// Every control and every character of format, in every text of a record, through every export.
@Suite struct HostileTextTests {
  private static let day = HostileRecords.day

  private func written(_ exporter: any ProgramExporter, _ program: Program) throws -> String {
    var exporter = exporter
    let listed = ListedProgram(
      program, line: Array(try RecordCoding.jsonLine(program).utf8), today: Self.day)
    return try exporter.document([listed])
  }

  @Test("None gets into an export", arguments: OutputLanguage.allCases)
  func exports(language: OutputLanguage) throws {
    let wording = try Wording(language)
    let exporters: [any ProgramExporter] = [
      CSVExporter(wording), JSONLinesExporter(), MarkdownExporter(wording, today: Self.day),
      HTMLExporter(wording, today: Self.day), ICalendarExporter(wording), JSONLDExporter(wording),
    ]
    for exporter in exporters {
      let text = try written(exporter, HostileRecords.program)
      #expect(HostileRecords.leaks(text, besides: ["\n", "\r"]).isEmpty, "\(type(of: exporter))")
      #expect(!text.replacing("\r\n", with: "").contains("\r"), "\(type(of: exporter))")
    }
  }

  @Test("No markup gets into markup", arguments: OutputLanguage.allCases)
  func markup(language: OutputLanguage) throws {
    let wording = try Wording(language)
    let html = try written(HTMLExporter(wording, today: Self.day), HostileRecords.program)
    #expect(HostileRecords.markupLeaks(html).isEmpty)
    let markdown = try written(MarkdownExporter(wording, today: Self.day), HostileRecords.program)
    #expect(!markdown.contains(/(^|[^\\])<(b|script|svg)/))
    #expect(!markdown.contains(/[^\\]\]\(javascript:/))
  }

  @Test(
    "No line of a calendar is one of the text's",
    arguments: ["\r\n", "\n", "\r", "\u{2028}", "\u{85}"])
  func calendar(lineEnd: String) throws {
    var program = HostileRecords.program
    program.title = "病" + lineEnd + "BEGIN:VEVENT" + lineEnd + "URL:https://evil.example/"
    program.institution.name = program.title
    let text = try written(ICalendarExporter(try Wording(.japanese)), program)
    let begins = text.components("\r\nBEGIN:VEVENT\r\n")
    #expect(begins == text.components("\r\nEND:VEVENT\r\n") && begins > 0)
    #expect(!text.contains("\nURL:https://evil"))
  }

  /// What begins a formula somewhere, in every width.
  private static let starters = [
    "=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "−", "\t=", "\r=", "\n=", " =",
    "\u{3000}＝",
    "\u{202E}=", "\u{200B}@", "\u{FEFF}+",
  ]

  @Test("No cell of a spreadsheet is a formula", arguments: starters)
  func formulas(starter: String) throws {
    var program = HostileRecords.program
    program.title = starter + "cmd|' /C calc'!A0"
    program.institution.name = program.title
    program.facts.departments?.value = [program.title]
    let text = try written(CSVExporter(try Wording(.english)), program)
    // A cell begins at the start of a row, behind a comma, or behind the mark that quotes it.
    #expect(!text.contains(/(^|[,\n]|[,\n]")[\s]*[=+\-@＝＋－＠﹦﹢﹣﹫−]+cmd/))
    #expect(text.contains("cmd"))
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
