import ChangeLog
import Presentation
import RecruitmentModel
import TestKit
import Testing

/// Whole outputs of the commands of daily use, at several widths in both languages.
@Suite struct DailyGoldenTests {
  private static let widths = [40, 80, 120, 200]
  private static let painter = Painter(isColoured: false)

  private func expect(_ text: String, _ name: String, _ width: Int, _ language: OutputLanguage)
    throws
  {
    try Golden.expect(text, isAt: "../Goldens/\(name)-\(width)-\(language.rawValue).txt")
    for line in text.split(separator: "\n") {
      #expect(DisplayWidth.of(line) <= width, "\(name): \(line)")
    }
  }

  /// Everything that can happen to a program.
  private static func changes() throws -> [Change] {
    func program(_ id: String, _ name: String, _ closes: String?, fee: Int?) -> Program {
      SampleRecords.program(id, name: name, prefecture: "宮城県", city: "仙台市") {
        if let closes {
          $0.application = SampleRecords.official(
            Application(windows: [ApplicationWindow(closes: PartialDate(closes))]),
            quote: "出願期間 \(closes) まで（必着）。郵送の場合は書留とし、封筒の表に「実地修練願書在中」と朱書すること。")
        }
        if let fee {
          $0.fee = SampleRecords.official(
            Fee(free: fee == 0, yearly: Bounds(exactly: fee)), quote: "修練料 年額\(fee)円")
        }
        if id == "mogi" { $0.accepting = SampleRecords.official(closes == nil ? .no : .yes) }
      }
    }
    let before = [
      program("mihon", "見本大学病院", "2026-11-27", fee: 360_000),
      program("reiji", "例示医科大学附属病院", nil, fee: nil),
      program("mogi", "模擬大学病院", "2026-12-01", fee: nil),
    ]
    let after = [
      program("mihon", "見本大学病院", "2026-12-04", fee: nil),
      program("mogi", "模擬大学病院", nil, fee: 0),
      program("kakuu", "架空大学病院", nil, fee: nil),
    ]
    return try RecordComparison(noticed: Timestamp(secondsSinceEpoch: 1_795_284_000)).changes(
      from: before, to: after)
  }

  @Test("What changed", arguments: widths, OutputLanguage.allCases)
  func changes(width: Int, language: OutputLanguage) throws {
    let wording = try Wording(language)
    let changes = try Self.changes()
    let renderer = ChangesRenderer(wording, width: width, painter: Self.painter)
    try expect(renderer.text(changes), "changes", width, language)
    if width == 80 {
      try Golden.expect(
        ChangeFeed(wording).atom(changes), isAt: "../Goldens/changes-\(language.rawValue).atom")
    }
  }

  @Test("Kept searches", arguments: widths, OutputLanguage.allCases)
  func watches(width: Int, language: OutputLanguage) throws {
    let rows = [
      WatchRow(name: "tohoku", query: "東北 無料 50万円以下", programs: 12, news: 3),
      WatchRow(name: "西日本で推薦のいらないところ", query: "関東以外 推薦不要 12ヶ月", programs: 0, news: 0),
    ]
    let renderer = WatchesRenderer(try Wording(language), width: width, painter: Self.painter)
    try expect(renderer.text(rows), "watches", width, language)
  }

  @Test("Findings", arguments: widths, OutputLanguage.allCases)
  func findings(width: Int, language: OutputLanguage) throws {
    let findings = [
      Finding("version", .good, "progsearch 0.1.0, /home/mihon/progsearch/.build/release"),
      Finding("archive", .poor, "-", remedy: "progsearch crawl --contact YOUR-ADDRESS"),
      Finding(
        "dictionary", .bad, "MeCab's dictionary IPADIC in UTF-8 is not there",
        remedy: "apt-get install libmecab2 mecab-ipadic-utf8"),
    ]
    let renderer = FindingsRenderer(try Wording(language), width: width, painter: Self.painter)
    try expect(renderer.text(findings), "findings", width, language)
  }

  @Test("Topics", arguments: widths, OutputLanguage.allCases)
  func topics(width: Int, language: OutputLanguage) throws {
    let renderer = TopicsRenderer(try Wording(language), width: width, painter: Self.painter)
    let all = try Topic.all(language)
    let text = renderer.list(all) + all.map { "\n" + renderer.text($0) }.joined()
    try expect(text, "topics", width, language)
  }

  @Test("Sources", arguments: widths, OutputLanguage.allCases)
  func sources(width: Int, language: OutputLanguage) throws {
    let rows = [
      SourceRow(
        id: "mihon", name: "見本大学病院", nameEn: "Mihon University Hospital", isOnFirstList: true,
        lastFetched: Timestamp(secondsSinceEpoch: 1_795_284_000), pages: 12, failure: nil),
      SourceRow(
        id: "reiji", name: "例示医科大学附属病院", nameEn: nil, isOnFirstList: false,
        lastFetched: nil, pages: 0, failure: "the host does not answer, since 2026-11-19"),
    ]
    let renderer = SourcesRenderer(try Wording(language), width: width, painter: Self.painter)
    try expect(renderer.text(rows), "sources", width, language)
  }

  @Test("Two ways to a licence side by side", arguments: widths, OutputLanguage.allCases)
  func pathways(width: Int, language: OutputLanguage) throws {
    func way(_ id: String, _ name: String, _ steps: [(String, PathwayStep.Stage, [String]?)])
      -> Program
    {
      var program = SampleRecords.program(id, name: name, prefecture: "", city: "", title: name)
      program.kind = .pathway
      program.facts.steps = SampleRecords.reported(
        steps.enumerated().map {
          PathwayStep(
            order: $0.offset + 1, name: $0.element.0, stage: $0.element.1, requires: $0.element.2)
        })
      return program
    }
    let programs = [
      way(
        "mihon", "見本国",
        [
          ("受験資格の認定", .recognition, nil), ("予備試験", .examination, ["受験資格の認定"]),
          ("実地修練（1年以上）", .training, ["予備試験"]), ("国家試験", .examination, ["実地修練"]),
          ("医籍登録", .licence, ["国家試験"]),
        ]),
      way(
        "reiji", "例示国",
        [("書類の確認", .recognition, nil), ("仮免許のもとでの診療", .training, ["書類の確認"])]),
    ]
    let renderer = PathwayRenderer(try Wording(language), width: width, painter: Self.painter)
    try expect(renderer.comparison(programs), "pathways", width, language)
  }
}
