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

  private static func capture(_ body: String, night: Int, tag: String? = nil, status: Int = 200)
    -> Capture
  {
    let fields = [("Content-Type", "text/html; charset=utf-8"), ("X-Robots-Tag", tag)]
    return Capture(
      url: url, sourceID: "mihon",
      fetchedAt: Timestamp(secondsSinceEpoch: 1_795_000_000 + 86_400 * night), status: status,
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

  @Test(
    "What stands in place of a page does not ask for it not to be listed",
    arguments: [
      "<html><title>404 Not Found</title><meta name=robots content=noindex><p>x",
      "<p>ただいまメンテナンス中です。",
      "<html><title>見本大学病院</title><h1>お探しのページは見つかりませんでした</h1><ul><li>実地修練生の募集</ul>",
      "<html><title>見本大学病院</title><h1>見本大学病院</h1><h2>システムエラーが発生しました</h2>\(Self.words(400))",
    ])
  func doubtful(_ body: String) async throws {
    let programs = try await programs([
      Self.capture(Self.guideline, night: 0),
      Self.capture("<!doctype html>" + body, night: 1, tag: "noindex, nofollow"),
    ])
    #expect(programs.first?.facts.fee != nil)
    #expect(programs.first?.pages.first?.goneSince == Self.capture("", night: 1).fetchedAt)
  }

  @Test("A page with words of an error among others may ask not to be listed")
  func noError() async throws {
    let body = "<!doctype html><title>見本大学病院</title><h1>病院案内</h1><p>お探しのページは\(Self.words(400))</p>"
    let programs = try await programs([
      Self.capture(Self.guideline, night: 0), Self.capture(body, night: 1, tag: "noindex"),
    ])
    #expect(programs.isEmpty)
  }

  private static func words(_ count: Int) -> String { String(repeating: "語", count: count) }

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

  private static func guideline(taking period: String) -> String {
    guideline.replacing("</table>", with: "<tr><th>応募期間</th><td>\(period)</td></tr></table>")
  }

  private static let full = """
    <!doctype html><html lang="ja"><title>実地修練生の募集｜見本大学病院</title><h1>実地修練生の募集</h1>
    <p>定員に達したため、令和9年度の実地修練生の募集は終了しました。</p></html>
    """

  @Test(
    "A page that closed while papers would be taken is believed, with its words",
    arguments: [
      ("令和8年11月1日～令和8年12月4日", "令和9年度", true), ("随時", "令和9年度", true),
      ("令和8年10月1日～令和8年10月30日", "令和9年度", false), ("令和8年11月1日～令和8年12月4日", "令和8年度", false),
    ])
  func closedEarly(_ period: String, _ ended: String, _ isNews: Bool) async throws {
    let open = Self.capture(Self.guideline(taking: period), night: 0)
    let notice = Self.capture(Self.full.replacing("令和9年度", with: ended), night: 2)
    let isGone = Self.capture("", night: 3, status: 404)
    for captures in [[open, notice], [open, notice, isGone]] {
      let programs = try await programs(captures)
      let program = try #require(programs.first)
      #expect(programs.count == 1 && program.facts.fee != nil)
      #expect(program.facts.application != nil)
      #expect((program.facts.accepting?.value == .no) == isNews)
      guard isNews, case .page(let words) = program.facts.accepting?.evidence.first else {
        continue
      }
      #expect(words.quote.contains("終了しました"))
      #expect(program.pages[words.page].fetchedAt == notice.fetchedAt)
    }
  }

  @Test("What was stated is found behind any number of notices, and behind one that is gone")
  func manyNotices() async throws {
    let notices = (1...12).map {
      Self.capture(Self.full + "<!-- \($0) -->", night: $0)
    }
    for last in [[], [Self.capture("", night: 13, status: 404)]] {
      let programs = try await programs(
        [Self.capture(Self.guideline, night: 0)] + notices + last)
      #expect(programs.count == 1 && programs.first?.facts.fee != nil)
      #expect(programs.first?.pages.first?.goneSince == notices[0].fetchedAt)
    }
  }

  @Test("Whether it is between two cycles is told of each program of a page by itself")
  func eachProgram() async throws {
    let stated = try #require(try await programs([Self.capture(Self.guideline, night: 0)]).first)
    var other = stated
    other.id = "mihon/other"
    var notice = other
    notice.facts = Facts()
    notice.text = "実地修練生の募集は終了しました。"
    let capture = try await Self.stored(Self.capture(Self.full, night: 1))
    let earlier = try await Self.stored(Self.capture(Self.guideline, night: 0))
    var pages = StatedPages()
    pages.add(
      .init(programs: [stated, notice]), of: capture, by: try ExtractionWorkflow()
    ) { _ in }
    #expect(pages.stated == [stated])
    var search = EarlierVersions(of: try #require(pages.silent.first))
    search.take([stated], of: earlier)
    #expect(search.found.isEmpty && !search.isOver)
    search.take([stated, other], of: earlier)
    #expect(search.found.map(\.id) == ["mihon/other"] && search.isOver)
  }

  /// A capture as an archive has it.
  private static func stored(_ capture: Capture) async throws -> StoredCapture {
    let folder = FileManager.default.temporaryDirectory.path + "/earlier-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let archive = try PageArchive(directory: folder, access: .readWrite)
    try archive.store(capture)
    return try #require(try archive.latest(url: url, sourceID: "mihon"))
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
