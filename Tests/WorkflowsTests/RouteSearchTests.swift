import Foundation
import QueryEngine
import RecruitmentModel
import SourceRegistry
import Testing
import Workflows

/// The shipped examinations and pathways beside some hospitals, asked as people would.
@Suite("Searching examinations and pathways")
struct RouteSearchTests {
  private static let engine = Result { try readEngine() }

  private static func readEngine() throws -> SearchEngine {
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
    return try SearchEngine(indexBytes: bytes, analyzer: tools.analyzer)
  }

  private static func results(
    _ query: String, kind: ProgramKind? = nil
  ) throws -> [SearchResult] {
    let today = try #require(CalendarDay("2026-11-21"))
    return try engine.get().answer(
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
      ("総合内科専門医 2025 試験日", "jsim/general-internist-53"),
      ("総合内科専門医試験 会場 大阪", "jsim/general-internist-53"),
      ("専門医試験 出願締切", "jsim/general-internist-53"),
      ("セルフトレーニング", "jsim/general-internist-53"),
      ("sogo naikasenmoni shiken", "jsim/general-internist-53"),
      ("specialist examination Osaka", "jsim/general-internist-53"),
      ("exam application July", "jsim/general-internist-53"),
      ("kind:examination 横浜", "jsim/general-internist-53"),
      ("予備試験 第2部 実地", "mhlw/preliminary-examination-2025"),
      ("医師国家試験予備試験 9月", "mhlw/preliminary-examination-2025"),
      ("予備試験 東京", "mhlw/preliminary-examination-2025"),
      ("preliminary exam Tokyo", "mhlw/preliminary-examination-2025"),
      ("预备考试 东京", "mhlw/preliminary-examination-2025"),
      ("医師国家試験 合格発表", "mhlw/national-examination-119"),
      ("医師国家試験 出願 11月", "mhlw/national-examination-119"),
      ("国家試験 手数料", "mhlw/national-examination-119"),
      ("national exam February", "mhlw/national-examination-119"),
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

  @Test(
    "finds the ways to a licence by what people call them",
    arguments: [
      ("USMLE", "us/"), ("pathway United States", "us/"), ("ルートB", "jp/route-b"),
      ("how to get a medical license in Japan", "jp/"), ("日本の医師免許", "jp/"),
      ("免許までの道 アメリカ", "us/"),
    ])
  func ways(query: String, first: String) throws {
    let found = try Self.results(query)
    #expect(found.first?.id.hasPrefix(first) == true, "\(found.map(\.id))")
    #expect(found.allSatisfy { ["jp/", "us/"].contains($0.id.prefix(3)) })
  }

  @Test("finds pathways by their kind")
  func pathways() throws {
    let ids = try Self.results("免許", kind: .pathway).map(\.id)
    #expect(ids.contains("jp/route-a") && ids.contains("us/state-provisional"), "\(ids)")
  }
}
