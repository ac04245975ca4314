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

  @Test("The table of an answer", arguments: [40, 80, 120], OutputLanguage.allCases)
  func table(width: Int, language: OutputLanguage) throws {
    let renderer = AnswerRenderer(
      try Wording(language), width: width, painter: Painter(isColoured: false))
    let text = renderer.text(try answer("東北 50万円以下 xqzzv"), institutionNames: { $0 })
    try Golden.expect(text, isAt: "../Goldens/answer-\(width)-\(language.rawValue).txt")
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= width })
  }

  @Test("One program whole, and two side by side", arguments: OutputLanguage.allCases)
  func programs(language: OutputLanguage) throws {
    let renderer = ProgramRenderer(
      try Wording(language), width: 80, painter: Painter(isColoured: false))
    let programs = SampleRecords.programs
    try Golden.expect(
      renderer.text(programs[1], today: Self.today),
      isAt: "../Goldens/show-\(language.rawValue).txt")
    try Golden.expect(
      renderer.comparison([programs[0], programs[3]], withEvidence: true),
      isAt: "../Goldens/compare-\(language.rawValue).txt")
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
