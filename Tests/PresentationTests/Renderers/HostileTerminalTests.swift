import ChangeLog
import DomainLexicon
import JapaneseText
import Presentation
import QueryEngine
import RecruitmentModel
import Testing

/// Every control and every character of format, in every text, through all that a terminal, a feed or a
/// picture gets.
@Suite struct HostileTerminalTests {
  private static let widths = [40, 80, 200]
  private static let painter = Painter(isColoured: false)

  private func expectNone(_ text: String, _ what: String) {
    #expect(HostileRecords.leaks(text).isEmpty, "\(what)")
    #expect(!text.isEmpty, "\(what)")
  }

  private func answer(_ query: String) throws -> SearchAnswer {
    let lexicon = try Lexicon()
    let analyzer = try SearchAnalyzer(SharedDictionary())
    let bytes = try ProgramIndexWriter(analyzer: analyzer, lexicon: lexicon)
      .bytes([HostileRecords.program], directory: InstitutionDirectory(), recordsStamp: "")
    let engine = try SearchEngine(indexBytes: bytes, analyzer: analyzer)
    return try engine.answer(
      to: query, SearchEngine.Options(today: HostileRecords.day, showsAll: true, explains: true))
  }

  @Test("None gets into the table or the cards of an answer", arguments: OutputLanguage.allCases)
  func answers(language: OutputLanguage) throws {
    let wording = try Wording(language)
    for query in ["病", "無料 病", "\u{1B}[2J\u{202E}病 zzqx\u{9B}"] {
      let answer = try answer(query)
      expectNone(try AnswerJSON.line(answer), "JSON of \(query.debugDescription)")
      for width in Self.widths {
        let renderer = AnswerRenderer(
          wording, width: width, painter: Self.painter, withEvidence: true)
        expectNone(renderer.text(answer, institutionNames: { $0 }), "\(query.debugDescription)")
      }
    }
    #expect(try answer("病").total == 1)
  }

  @Test("A refused query is refused in harmless words")
  func refused() throws {
    let json = RefusedQueryJSON(
      text: HostileRecords.text, error: HostileRecords.text, today: HostileRecords.day)
    expectNone(try RecordCoding.jsonLine(json), "JSON")
  }

  @Test("None gets into a program shown whole or beside others", arguments: OutputLanguage.allCases)
  func programs(language: OutputLanguage) throws {
    let wording = try Wording(language)
    let program = HostileRecords.program
    for width in Self.widths {
      let renderer = ProgramRenderer(wording, width: width, painter: Self.painter)
      expectNone(
        renderer.text(program, today: HostileRecords.day, history: HostileRecords.changes), "show")
      expectNone(
        renderer.comparison([program, program], today: HostileRecords.day, withEvidence: true),
        "compare")
      expectNone(
        PathwayRenderer(wording, width: width, painter: Self.painter).comparison([program, program]
        ),
        "pathways")
    }
  }

  @Test("None gets onto a line of time or into its picture", arguments: OutputLanguage.allCases)
  func timelines(language: OutputLanguage) throws {
    let wording = try Wording(language)
    let timeline = Timeline(
      [HostileRecords.program], FactText(wording), today: HostileRecords.day)
    for width in Self.widths {
      let renderer = TimelineRenderer(wording, width: width, painter: Self.painter)
      expectNone(renderer.text(timeline), "calendar")
    }
    let picture = TimelineSVG(wording).text(timeline)
    expectNone(picture, "SVG")
    #expect(HostileRecords.markupLeaks(picture).isEmpty)
  }

  @Test("None gets into changes, as text, JSON or feed", arguments: OutputLanguage.allCases)
  func changes(language: OutputLanguage) throws {
    let wording = try Wording(language)
    let changes = HostileRecords.changes
    for width in Self.widths {
      expectNone(
        ChangesRenderer(wording, width: width, painter: Self.painter).text(changes), "changes")
    }
    expectNone(try RecordCoding.jsonLine(changes), "JSON")
    let feed = ChangeFeed(wording).atom(changes)
    expectNone(feed, "Atom")
    #expect(HostileRecords.markupLeaks(feed).isEmpty)
  }

  @Test("None gets into lists", arguments: OutputLanguage.allCases)
  func lists(language: OutputLanguage) throws {
    let wording = try Wording(language)
    let text = HostileRecords.text
    for width in Self.widths {
      let watches = WatchesRenderer(wording, width: width, painter: Self.painter)
      expectNone(
        watches.text([WatchRow(name: text, query: text, programs: 1, news: 1)]), "watches")
      let findings = FindingsRenderer(wording, width: width, painter: Self.painter)
      expectNone(findings.text([Finding("index", .bad, text, remedy: text)]), "findings")
      let row = SourceRow(
        id: text, name: text, nameEn: text, isOnFirstList: true, lastFetched: nil, pages: 0,
        failure: text)
      expectNone(
        SourcesRenderer(wording, width: width, painter: Self.painter).text([row]), "sources")
    }
  }
}
