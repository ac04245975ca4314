import Presentation
import QueryEngine
import RecruitmentModel
import TestKit
import Testing

/// Every control and every character of format, in every text of a record, through every output.
@Suite struct HostileTextTests {
  /// All of C0 and C1, marks of direction, and every other character that has no shape of its own.
  private static let controls = (0...0x10FFFF).compactMap { Unicode.Scalar(UInt32($0)) }.filter {
    switch $0.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  private static let text = controls.map { "病\(Character($0))a" }.joined()
  private static let day =
    CalendarDay(year: 2026, month: 11, day: 21) ?? CalendarDay(daysSinceEpoch: 0)

  private static func fact<Value>(_ value: Value) -> Fact<Value> {
    let evidence: [Evidence] = [
      .page(PageEvidence(page: 0, section: text, quote: text, note: text)),
      .elsewhere(ExternalEvidence(url: "https://a.example/" + text, note: text, seen: day)),
    ]
    return Fact(
      value, basis: .reported, evidence: evidence,
      conflicts: [Fact(value, basis: .reported, evidence: evidence)])
  }

  private static var program: Program {
    var facts = Facts()
    facts.fee = fact(
      Fee(free: false, items: [FeeItem(name: text, amount: Bounds(exactly: 1), per: .once)]))
    facts.application = fact(
      Application(
        windows: [
          ApplicationWindow(
            opens: PartialDate("2026-11-01"), closes: PartialDate("2026-12-04"), time: text)
        ],
        note: text))
    facts.eligibility = fact([text])
    facts.departments = fact([text])
    facts.documents = fact([text])
    facts.contact = fact(Contact(office: text, email: text, phone: text))
    facts.examDate = fact([ExaminationDay(part: text, starts: day.partial)])
    facts.venues = fact([text])
    return Program(
      id: text, kind: .practicalTraining, title: text,
      institution: Institution(
        id: text, name: text, nameEn: text, prefecture: text, city: text, url: "https://" + text),
      pages: [SourcePage(url: "https://b.example/" + text, title: text, mediaType: "text/html")],
      text: text, facts: facts, listed: [ExternalEvidence(url: text, note: text, seen: day)])
  }

  private func leaks(_ output: String, besides allowed: Set<Unicode.Scalar> = ["\n"]) -> [String] {
    let forbidden = Set(Self.controls).subtracting(allowed)
    return Set(output.unicodeScalars.filter(forbidden.contains)).map { String($0.value, radix: 16) }
  }

  @Test("None gets into an export", arguments: OutputLanguage.allCases)
  func exports(language: OutputLanguage) throws {
    let wording = try Wording(language)
    let listed = ListedProgram(
      Self.program, line: Array(try RecordCoding.jsonLine(Self.program).utf8), today: Self.day)
    let exporters: [any ProgramExporter] = [
      CSVExporter(wording), JSONLinesExporter(), MarkdownExporter(wording, today: Self.day),
      HTMLExporter(wording, today: Self.day), ICalendarExporter(wording), JSONLDExporter(wording),
    ]
    for var exporter in exporters {
      let text = try exporter.head() + exporter.piece(listed) + exporter.foot()
      #expect(leaks(text, besides: ["\n", "\r"]).isEmpty, "\(type(of: exporter))")
      #expect(!text.replacing("\r\n", with: "").contains("\r"), "\(type(of: exporter))")
    }
  }

  @Test("None gets to a terminal", arguments: OutputLanguage.allCases)
  func terminal(language: OutputLanguage) throws {
    let renderer = ProgramRenderer(
      try Wording(language), width: 80, painter: Painter(isColoured: false))
    #expect(leaks(renderer.text(Self.program, today: Self.day)).isEmpty)
    #expect(leaks(renderer.comparison([Self.program, Self.program], withEvidence: true)).isEmpty)
  }
}

extension CalendarDay {
  fileprivate var partial: PartialDate { PartialDate(self) }
}
