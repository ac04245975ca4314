import ChangeLog
import Foundation
import RecruitmentModel
import TestKit
import Testing

/// What changed between two crawls, with the real binary; and what a webmaster may ask.
@Suite struct ChangesTests {
  private static let page = "/education/shuren/"

  private func deadlineMoved(in web: FixtureWeb) throws {
    let file = FixtureWeb.fixtures.appending(path: "mihon" + Self.page + "index.html")
    let text = try String(contentsOf: file, encoding: .utf8)
      .replacing("12月11日（金）17時必着", with: "12月18日（金）17時必着")
    for path in [Self.page, Self.page + "index.html"] {
      web.sites["mihon"]?.set(path, to: .page(text, etag: "\"new\""))
    }
  }

  @Test("A deadline that moved is told after the crawl, as text, JSON and Atom")
  func movedDeadline() async throws {
    try await FixtureWeb.with { web in
      #expect(try await web.crawl().status == 0)
      let none = try await ProgramRun.of("changes", "--index", web.index)
      #expect(none.status == 1 && none.messages.contains("Nothing changed"))
      try deadlineMoved(in: web)
      let crawl = try await web.crawl()
      #expect(crawl.messages.contains("what changed: 1"), "\(crawl.messages)")
      #expect(crawl.messages.contains("1 of them read anew"), "\(crawl.messages)")
      let text = try await ProgramRun.of("changes", "--index", web.index, "--since", "2020-01-01")
      #expect(text.status == 0)
      #expect(text.output.contains("Deadline moved from 11 to 18 December 2026"))
      #expect(text.output.contains("12月11日（金）17時必着") && text.output.contains("12月18日（金）17時必着"))
      let json = try await ProgramRun.of("changes", "--index", web.index, "--format", "json")
      let changes = try JSONDecoder().decode([Change].self, from: Data(json.output.utf8))
      #expect(changes.map(\.part) == ["closes"] && changes.map(\.fact) == [.application])
      let atom = try await ProgramRun.of("changes", "--index", web.index, "--format", "atom")
      #expect(atom.output.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\""))
      let later = try await ProgramRun.of("changes", "--index", web.index, "--since", "2999-01-01")
      #expect(later.status == 1 && later.output.isEmpty)
    }
  }

  @Test("A page that is gone between two cycles keeps its record, marked, and is no change")
  func goneInTheOffSeason() async throws {
    try await FixtureWeb.with { web in
      #expect(try await web.crawl().status == 0)
      web.sites["mihon"]?.set(Self.page, to: .status(404))
      web.sites["mihon"]?.set(Self.page + "index.html", to: .status(404))
      let crawl = try await web.crawl()
      #expect(crawl.status == 0 && !crawl.messages.contains("what changed"), "\(crawl.messages)")
      let shown = try await ProgramRun.of(
        "show", "mihon", "--index", web.index, "--format", "json")
      #expect(shown.output.contains("\"goneSince\""))
      #expect(shown.output.contains("303000"))
    }
  }

  @Test("The ledger and the robots command name the line that decides")
  func webmaster() async throws {
    try await FixtureWeb.with { web in
      #expect(try await web.crawl().status == 0)
      let port = try #require(web.sites["kasou"]?.port)
      let ledger = try await ProgramRun.of(
        "sources", "--archive", web.archive, "--ledger", "127.0.0.1:\(port)")
      #expect(ledger.status == 0 && ledger.output.contains("not asked"), "\(ledger.output)")
      #expect(ledger.output.contains("Disallow"))
      let unknown = try await ProgramRun.of(
        "sources", "--archive", web.archive, "--ledger", "nobody.example")
      #expect(unknown.status == 1 && unknown.messages.contains("asked were"))
      let file = FixtureWeb.fixtures.appending(path: "kasou/robots.txt").path
      let robots = try await ProgramRun.of("robots", file, "/training/", "/robots.txt")
      #expect(robots.output.hasPrefix("disallowed  line "), "\(robots.output)")
      #expect(robots.output.contains("\nallowed  no line speaks of it\n"))
    }
  }

  @Test("A start page that moved or is gone is named, with what may take its place")
  func movedStartPage() async throws {
    try await FixtureWeb.with { web in
      #expect(try await web.crawl().status == 0)
      web.sites["mogi"]?.set("/kenshu/", to: .redirect(to: "/kenshu/index.html", status: 301))
      let moved = try await web.crawl()
      #expect(moved.messages.contains("/kenshu/ moved to"), "\(moved.messages)")
      web.sites["mogi"]?.set("/kenshu/", to: .status(404))
      let gone = try await web.crawl()
      #expect(gone.messages.contains("/kenshu/ is gone; the best candidate is"), "\(gone.messages)")
    }
  }

  @Test("The demo shows the whole without a real host")
  func demo() async throws {
    let run = try await ProgramRun.of("demo", "--lang", "en")
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("Deadline moved from 11 to 18 December 2026"), "\(run.output)")
    #expect(run.output.contains("0 unchanged") && run.output.contains("1 read anew"))
  }
}
