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

  private func answer(
    _ query: String, among programs: [Program] = SampleRecords.programs, kind: ProgramKind? = nil,
    showsAll: Bool = false
  ) throws -> SearchAnswer {
    let engine =
      programs == SampleRecords.programs ? try Self.usual.get() : try Self.engine(programs)
    return try engine.answer(
      to: query, SearchEngine.Options(today: Self.today, kind: kind, showsAll: showsAll))
  }

  /// The engine over the sample records; its index is made once.
  private static let usual = Result { try engine(SampleRecords.programs) }

  private static func engine(_ programs: [Program]) throws -> SearchEngine {
    let analyzer = try SearchAnalyzer(SharedDictionary())
    let bytes = try ProgramIndexWriter(analyzer: analyzer, lexicon: try Lexicon())
      .bytes(programs, directory: InstitutionDirectory(), recordsStamp: "")
    return try SearchEngine(indexBytes: bytes, analyzer: analyzer)
  }

  /// Two examinations and two ways to a licence of one institution each, which only their titles tell apart.
  private static let others: [Program] = {
    func record(_ id: String, _ kind: ProgramKind, _ title: String) -> Program {
      var program = SampleRecords.program(
        "mihon", name: "見本試験財団", prefecture: "", city: "", kind: kind, title: title)
      program.id = id
      program.institution.prefecture = nil
      program.pages = []
      return program
    }
    var first = record("mihon/first-examination", .examination, "見本試験（2026年）")
    first.facts.examDate = PartialDate("2027-02-06").map { day in
      SampleRecords.reported([
        ExaminationDay(part: "筆記", starts: day, ends: PartialDate("2027-02-07"))
      ])
    }
    first.facts.venues = SampleRecords.reported(["横浜", "大阪"])
    first.facts.fee = SampleRecords.reported(
      Fee(
        free: false,
        items: [FeeItem(name: "受験料", amount: Bounds(exactly: 30_000), per: .once, tax: nil)]))
    var second = record("mihon/second-examination", .examination, "例示試験（2026年）")
    second.facts.application = SampleRecords.reported(
      Application(note: "今年の出願の時期はまだわからないので、財団に確かめること。前の年は夏だった"))
    var way = record("mihon/route", .pathway, "見本国の道")
    way.facts.steps = SampleRecords.reported([
      PathwayStep(order: 1, name: "受験資格の認定", stage: .recognition, requires: nil),
      PathwayStep(order: 2, name: "見本試験", stage: .examination, requires: ["受験資格の認定"]),
    ])
    return [first, second, way, record("mihon/other-route", .pathway, "例示国の道")]
  }()

  @Test(
    "Examinations and ways to a licence are told apart by their titles", arguments: widths,
    OutputLanguage.allCases)
  func otherKinds(width: Int, language: OutputLanguage) throws {
    let renderer = AnswerRenderer(
      try Wording(language), width: width, painter: Painter(isColoured: false))
    for (kind, name) in [(ProgramKind.examination, "examinations"), (.pathway, "routes")] {
      let answer = try answer("見本", among: Self.others, kind: kind)
      try expect(renderer.text(answer, institutionNames: { $0 }), name, width, language)
    }
  }

  @Test("A row that fails a condition says which", arguments: OutputLanguage.allCases)
  func refused(language: OutputLanguage) throws {
    let renderer = AnswerRenderer(
      try Wording(language), width: 80, painter: Painter(isColoured: false))
    let answer = try answer("無料 推薦不要", showsAll: true)
    try expect(renderer.text(answer, institutionNames: { $0 }), "refused", 80, language)
  }

  @Test(
    "An age is never less than nothing, and one is no plural",
    arguments: [("2026-11-20", "2026-11-21.", "ago"), ("2026-11-22", "(1 day ago)", "days ago")])
  func ages(today: String, present: String, absent: String) throws {
    var answer = try answer("見本", among: Self.others, kind: .examination)
    answer.today = try #require(CalendarDay(today))
    let line = CoverageText.line(
      answer, answer.results.compactMap(\.program), try Wording(.english))
    #expect(line.contains(present) && !line.contains(absent), "\(line)")
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
      renderer.comparison([programs[0], programs[3]], today: Self.today, withEvidence: true),
      "compare", width, language)
  }

  @Test("A page that could not be asked again, or states nothing any more, says since when")
  func troubles() throws {
    let since = Timestamp(secondsSinceEpoch: 1_795_000_000)
    var program = SampleRecords.programs[1]
    let renderer = ProgramRenderer(
      try Wording(.english), width: 200, painter: Painter(isColoured: false))
    for (trouble, words) in [
      (\SourcePage.failingSince, "not reachable since"), (\.goneSince, "no longer stated since"),
    ] {
      program.pages = [SourcePage(url: "https://mihon.example.jp/", fetchedAt: since)]
      #expect(!renderer.text(program, today: Self.today).contains(words))
      program.pages[0][keyPath: trouble] = since
      #expect(renderer.text(program, today: Self.today).contains("\(words) \(since.day())"))
    }
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
