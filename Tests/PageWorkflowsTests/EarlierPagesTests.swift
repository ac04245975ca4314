import Foundation
import PageArchive
import RecruitmentModel
import SourceRegistry
import Testing
import Workflows

@testable import PageWorkflows

/// What stands at an address of which a record was read, when it is another page for some nights.
@Suite struct EarlierPagesTests {
  private static let url = "http://mihon.example/shuren/"
  private static let guideline = """
    <!doctype html><html lang="ja"><title>見本大学病院</title>
    <h1>医師国家試験予備試験合格者の実地修練生募集要項（令和9年度）</h1>
    <table><tr><th>修練料</th><td>月額30,000円</td></tr><tr><th>定員</th><td>2名</td></tr></table></html>
    """

  private static let sources = """
    sources:
      - id: mihon
        name: 見本大学病院
        kana: みほん
        english: Mihon
        school: 見本大学
        aliases: []
        prefecture: 宮城県
        city: 仙台市
        founder: national
        site: http://mihon.example/
        hosts: ["mihon.example"]
        startPages: ["http://mihon.example/shuren/"]
    """

  private static func capture(_ body: String, night: Int, tag: String? = nil) -> Capture {
    let fields = [("Content-Type", "text/html; charset=utf-8"), ("X-Robots-Tag", tag)]
    return Capture(
      url: url, sourceID: "mihon",
      fetchedAt: Timestamp(secondsSinceEpoch: 1_795_000_000 + 86_400 * night), status: 200,
      headers: fields.compactMap { name, value in value.map { HeaderField(name: name, value: $0) }
      },
      body: Array(body.utf8))
  }

  /// The records of an archive that came to hold captures, one after another.
  private func programs(_ captures: [Capture]) async throws -> [Program] {
    let folder = FileManager.default.temporaryDirectory.path + "/earlier-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let archive = try PageArchive(directory: folder, access: .readWrite)
    for capture in captures { try archive.store(capture) }
    let sources = try SourceList(yaml: Self.sources, file: "sources.yaml")
    var draft = try RecordDraft(beside: folder + "/programs.jsonl")
    _ = try await RecordAssembler(try ExtractionWorkflow()).assemble(
      sources, ReportedStatements(), archive: archive, into: &draft)
    let lines = draft.lines
    return try (0..<lines.count).map(lines.program)
  }

  @Test(
    "A page that says nothing any more keeps what it stated, with the time since when",
    arguments: ["", "<html><p>ただいまメンテナンス中です。</p></html>"])
  func silent(_ body: String) async throws {
    let programs = try await programs([
      Self.capture(Self.guideline, night: 0), Self.capture(body, night: 1),
      Self.capture(body + " ", night: 2),
    ])
    let page = try #require(programs.first?.pages.first)
    #expect(programs.first?.facts.fee != nil)
    #expect(page.goneSince == Self.capture("", night: 1).fetchedAt)
    let again = try await self.programs([
      Self.capture(Self.guideline, night: 0), Self.capture(body, night: 1),
      Self.capture(Self.guideline, night: 2),
    ])
    #expect(again.first?.pages.first?.goneSince == nil)
  }

  @Test("A page that asks not to be listed is forgotten")
  func forbidden() async throws {
    let programs = try await programs([
      Self.capture(Self.guideline, night: 0),
      Self.capture(Self.guideline, night: 1, tag: "noindex"),
    ])
    #expect(programs.isEmpty)
  }

  @Test("A page that only says that recruiting is over, or is to come, is between two cycles")
  func betweenCycles() async throws {
    let ended = """
      <!doctype html><html lang="ja"><title>実地修練生の募集｜見本大学病院</title><h1>実地修練生の募集</h1>
      <p>令和9年度の実地修練生の募集は終了しました。令和10年度の募集要項は、準備が整い次第掲載します。</p></html>
      """
    let programs = try await programs([
      Self.capture(Self.guideline, night: 0), Self.capture(ended, night: 1),
      Self.capture(ended + " ", night: 2),
    ])
    #expect(programs.count == 1)
    #expect(programs.first?.facts.fee != nil && programs.first?.facts.accepting?.value != .no)
    #expect(programs.first?.facts.intake?.value.year == 2027)
    #expect(
      programs.first?.pages.map(\.goneSince) == [Self.capture("", night: 1).fetchedAt])
    // Where nothing was stated before, that is what there is; the year that is announced is none.
    let alone = try await self.programs([Self.capture(ended, night: 0)])
    #expect(alone.first?.facts.intake?.value.year == 2027)
  }

  @Test("A page that says that nobody is taken any more is believed")
  func stopped() async throws {
    let stopped = """
      <!doctype html><html lang="ja"><title>見本大学病院</title><h1>実地修練生の募集</h1>
      <p>実地修練生の受け入れは行っておりません。</p></html>
      """
    let programs = try await programs([
      Self.capture(Self.guideline, night: 0), Self.capture(stopped, night: 1),
    ])
    #expect(programs.first?.facts.accepting?.value == .no && programs.first?.facts.fee == nil)
  }
}
