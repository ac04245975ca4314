import Foundation
import QueryEngine
import RecruitmentModel
import SourceRegistry
import Testing
import Workflows

/// The shipped examinations and pathways beside some hospitals, asked as people would.
@Suite("Searching examinations and pathways")
struct RouteSearchTests {
  private static func engine() throws -> SearchEngine {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Crawl")
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    let sources = try SourceList(yaml: text("sources.yaml"), file: "sources.yaml")
    let reported = try ReportedStatements(
      yaml: text("reported.yaml"), file: "reported.yaml", sources: sources)
    let route = try RouteRecords(yaml: text("route.yaml"), file: "route.yaml")
    let tools = try TextTools()
    let bytes = try ProgramIndexWriter(analyzer: tools.analyzer, lexicon: tools.lexicon).bytes(
      reported.records(of: sources) + route.programs,
      directory: InstitutionDirectory(names: sources.names), recordsStamp: "")
    return try SearchEngine(indexBytes: bytes, lexicon: tools.lexicon, analyzer: tools.analyzer)
  }

  private static func results(
    _ query: String, kind: ProgramKind? = nil
  ) throws -> [SearchResult] {
    let today = try #require(CalendarDay("2026-11-21"))
    return try engine().answer(
      to: query, SearchEngine.Options(today: today, kind: kind, limit: 100)
    ).results
  }

  @Test(
    "finds an examination by its name, its month, its place and its papers",
    arguments: [
      ("総合内科専門医 受験料", "jsim/general-internist-53"),
      ("総合内科専門医", "jsim/general-internist-53"),
      ("exam November Yokohama", "jsim/general-internist-53"),
      ("試験 11月 横浜", "jsim/general-internist-53"),
      ("出願 7月 試験", "jsim/general-internist-53"),
      ("試験 大阪", "jsim/general-internist-53"),
      ("東京 試験", "mhlw/preliminary-examination-2025"),
      ("予備試験", "mhlw/preliminary-examination-2025"),
    ])
  func examinations(query: String, first: String) throws {
    let found = try Self.results(query)
    #expect(found.first?.id == first, "\(found.map(\.id))")
    #expect(found.first?.unknowns == 0)
  }

  @Test(
    "leaves examinations and pathways out where training is asked for",
    arguments: ["実地修練", "東京", "11月", "無料 東北", "徳島", "募集中", "試験なし", "12月締切"])
  func ordinary(query: String) throws {
    for result in try Self.results(query) {
      #expect(result.id.hasSuffix("/practical-training"), "\(result.id)")
    }
  }

  @Test("answers 実地修練 with nothing else, and 臨床修練 never with it")
  func lookAlikes() throws {
    #expect(try Self.results("実地修練").count == 16)
    #expect(try Self.results("臨床修練").isEmpty)
  }

  @Test("finds pathways by their kind")
  func pathways() throws {
    let ids = try Self.results("免許", kind: .pathway).map(\.id)
    #expect(ids.contains("jp/route-a") && ids.contains("us/state-provisional"), "\(ids)")
  }
}
