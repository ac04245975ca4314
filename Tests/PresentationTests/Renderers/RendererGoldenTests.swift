import DomainLexicon
import JapaneseText
import Presentation
import QueryEngine
import RecruitmentModel
import TestKit
import Testing

/// Whole outputs at several widths in both languages, compared with files that were looked at.
@Suite struct RendererGoldenTests {
  private static let today =
    CalendarDay(year: 2026, month: 11, day: 21) ?? CalendarDay(daysSinceEpoch: 0)

  private func answer(_ query: String) throws -> SearchAnswer {
    let lexicon = try Lexicon()
    let analyzer = try SearchAnalyzer(SharedDictionary())
    let bytes = try ProgramIndexWriter(analyzer: analyzer, lexicon: lexicon)
      .bytes(SampleRecords.programs, directory: InstitutionDirectory(), recordsStamp: "")
    return try SearchEngine(indexBytes: bytes, analyzer: analyzer)
      .answer(to: query, SearchEngine.Options(today: Self.today))
  }

  private static let widths = [40, 80, 120, 200]

  /// Compares a text with its golden; no line of it is too wide.
  private func expect(_ text: String, _ name: String, _ width: Int, _ language: OutputLanguage)
    throws
  {
    try Golden.expect(text, isAt: "../Goldens/\(name)-\(width)-\(language.rawValue).txt")
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= width }, "\(name)")
  }

  @Test("The table of an answer, with footnotes", arguments: widths, OutputLanguage.allCases)
  func table(width: Int, language: OutputLanguage) throws {
    let answer = try answer("東北 50万円以下 xqzzv")
    for withEvidence in [false, true] {
      let renderer = AnswerRenderer(
        try Wording(language), width: width, painter: Painter(isColoured: false),
        withEvidence: withEvidence)
      try expect(
        renderer.text(answer, institutionNames: { $0 }), withEvidence ? "evidence" : "answer",
        width, language)
    }
  }

  @Test("One program whole, and several side by side", arguments: widths, OutputLanguage.allCases)
  func programs(width: Int, language: OutputLanguage) throws {
    let renderer = ProgramRenderer(
      try Wording(language), width: width, painter: Painter(isColoured: false))
    let programs = SampleRecords.programs
    try expect(renderer.text(programs[1], today: Self.today), "show", width, language)
    try expect(
      renderer.comparison([programs[0], programs[3]], withEvidence: true), "compare", width,
      language)
  }

  @Test("The line of time", arguments: widths, OutputLanguage.allCases)
  func calendar(width: Int, language: OutputLanguage) throws {
    let wording = try Wording(language)
    let timeline = Timeline(SampleRecords.programs, FactText(wording), today: Self.today)
    let renderer = TimelineRenderer(wording, width: width, painter: Painter(isColoured: false))
    try expect(renderer.text(timeline), "calendar", width, language)
    if width == 80 {
      try Golden.expect(
        TimelineSVG(wording).text(timeline), isAt: "../Goldens/calendar-\(language.rawValue).svg")
    }
  }

  @Test("Colours and links add to a text and change nothing of it", arguments: widths)
  func painted(width: Int) throws {
    let wording = try Wording(.japanese)
    let answer = try answer("東北 50万円以下 xqzzv")
    let plain = AnswerRenderer(wording, width: width, painter: Painter(isColoured: false))
      .text(answer, institutionNames: { $0 })
    let painted = AnswerRenderer(
      wording, width: width, painter: Painter(isColoured: true, hasLinks: true)
    )
    .text(answer, institutionNames: { $0 })
    #expect(painted.contains("\u{1B}]8;id="))
    let bare = painted.replacing(/\u{1B}\]8;[^\u{1B}]*\u{1B}\\|\u{1B}\[[0-9]*m/, with: "")
    #expect(bare == plain)
  }

  @Test("Every key of the words that the output uses is in the table, in both languages")
  func wording() throws {
    let japanese = try Wording(.japanese)
    let english = try Wording(.english)
    var keys =
      FactName.allCases.map { "fact.\($0.rawValue)" }
      + Basis.allCases.map { "basis.\($0.rawValue)" }
    keys += ProgramStatus.allCases.map { "status.\($0.rawValue)" }
    keys += ConstraintID.allCases.map { "constraint.\($0.rawValue)" }
    keys += ProgramKind.allCases.map { "kind.\($0.rawValue)" }
    keys += Recommendation.allCases.map { "recommendation.\($0.rawValue)" }
    keys += Acceptance.allCases.map { "accepting.\($0.rawValue)" }
    keys +=
      FeeItem.Period.allCases.map { "per.\($0.rawValue)" }
      + FeeItem.Tax.allCases.map { "tax.\($0.rawValue)" }
    keys += Selection.Method.allCases.map { "method.\($0.rawValue)" }
    keys += (1...12).map { "month.\($0)" }
    for key in keys {
      #expect(japanese(key) != key && english(key) != key, "\(key)")
    }
  }
}
