import PageArchive
import RecruitmentModel
import TestKit
import Testing

@testable import Crawling

/// What one crawl leaves for the next: what was fetched, and what hosts asked for.
@Suite("A crawl after another") struct RestartTests {
  private func later(_ world: CrawlWorld, _ seconds: Int) -> CrawlWorld {
    var later = world
    later.now = Timestamp(secondsSinceEpoch: world.now.secondsSinceEpoch + seconds)
    return later
  }

  @Test func `goes on with one that was stopped, and asks for nothing again`() async throws {
    let routes: [String: FixtureRoute] = [
      "/": page(linking: "/a", "/gone", "/moved"), "/a": .page("a"),
      "/moved": .redirect(to: "/b", status: 301), "/b": .page("b"),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        #expect(try world.archive.beginCrawl(at: world.now) == nil)
        let whole = try await world.crawl(site)
        site.clearLog()
        let next = later(world, 60)
        let interrupted = try next.archive.beginCrawl(at: next.now)
        #expect(interrupted == world.now)
        let report = try await next.crawler.crawl(
          [CrawlTarget(id: "a", startPages: [site.url("/")])], goingOnWith: interrupted,
          links: CrawlWorld.links)
        #expect(site.requests.isEmpty)
        #expect(report.targets.first?.visits.map(\.url) == whole.visits.map(\.url))
        #expect(report.targets.first?.unchanged.count == 3)
      }
    }
  }

  @Test func `asks for nothing again that another source asked for`() async throws {
    try await FixtureSite.with(["/": .page("a")]) { site in
      try await CrawlWorld.with { world in
        _ = try world.archive.beginCrawl(at: world.now)
        _ = try await world.crawl(["a": site.url("/")])
        site.clearLog()
        let next = later(world, 60)
        let interrupted = try next.archive.beginCrawl(at: next.now)
        let report = try await next.crawler.crawl(
          [CrawlTarget(id: "b", startPages: [site.url("/")])], goingOnWith: interrupted,
          links: CrawlWorld.links)
        #expect(site.paths.filter { $0 == "/" }.isEmpty)
        #expect(report.targets.first?.visits.map(\.outcome) == [.fetched(bytes: 1)])
        #expect(try next.archive.pages(ofSource: "b").count == 1)
      }
    }
  }

  @Test(
    "asks for nothing again of which another source heard before the stop that it is the same, gone or moved",
    arguments: [
      (.page("a", etag: "\"1\""), .unchanged), (.status(404), .gone(status: 404)),
      (.redirect(to: "/b", status: 301), nil),
    ] as [(FixtureRoute, FetchOutcome?)])
  func sharedPages(_ route: FixtureRoute, _ outcome: FetchOutcome?) async throws {
    try await FixtureSite.with(["/": .page("a", etag: "\"1\""), "/b": .page("b")]) { site in
      try await CrawlWorld.with { world in
        _ = try await world.crawl(["a": site.url("/"), "b": site.url("/")])
        site.set("/", to: route)
        let next = later(world, 7200)
        _ = try next.archive.beginCrawl(at: next.now)
        _ = try await next.crawl(["a": site.url("/")])
        #expect(site.paths.filter { $0 == "/" }.count == 2)
        site.clearLog()
        let last = later(world, 7300)
        let interrupted = try last.archive.beginCrawl(at: last.now)
        let report = try await last.crawler.crawl(
          [CrawlTarget(id: "b", startPages: [site.url("/")])], goingOnWith: interrupted,
          links: CrawlWorld.links)
        #expect(site.requests.isEmpty)
        #expect(
          report.targets.first?.visits.first?.outcome
            == outcome ?? .redirected(to: site.url("/b")))
        let captures = try last.archive.captures(ofURL: site.url("/"))
        #expect(captures.count == 2)
      }
    }
  }

  @Test func `begins anew after one that came to its end, or is a day old`() async throws {
    try await CrawlWorld.with { world in
      #expect(try world.archive.beginCrawl(at: world.now) == nil)
      try world.archive.endCrawl()
      #expect(try world.archive.beginCrawl(at: world.now) == nil)
      #expect(try world.archive.beginCrawl(at: later(world, 86_400).now) == nil)
      #expect(
        try world.archive.beginCrawl(at: later(world, 86_401).now) == later(world, 86_400).now)
    }
  }

  // Under a clock that was ahead before, the robots.txt is asked for anew.
  @Test(
    "keeps the pause after the latest request of the one before",
    arguments: [(0, 11), (4, 7), (3600, 0), (-31_536_000, 21)])
  func pause(_ passed: Int, _ waits: Int) async throws {
    try await FixtureSite.with(["/robots.txt": .text("User-agent: *"), "/": .page("a")]) { site in
      try await CrawlWorld.with { world in
        var world = world
        world.settings.minimumGap = .seconds(10)
        world.settings.answerTimeMultiple = 0
        world.clock = LeapingClock()
        _ = try await world.crawl(site)
        let clock = LeapingClock()
        var next = later(world, passed)
        next.clock = clock
        _ = try await next.crawl(site)
        #expect(clock.now.time == .seconds(waits))
      }
    }
  }

  @Test func `rests no longer than the longest after a clock that was ahead`() async throws {
    let routes: [String: FixtureRoute] = [
      "/robots.txt": .text("User-agent: *"),
      "/": .status(503, headers: [("Retry-After", "3600")]),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        _ = try await later(world, 31_536_000).crawl(site)
        site.clearLog()
        _ = try await world.crawl(site)
        #expect(site.requests.isEmpty)
        _ = try await later(world, 7 * 86_400 + 1).crawl(site)
        #expect(site.paths.contains("/"))
      }
    }
  }

  @Test func `keeps a rest that a host asked for`() async throws {
    let routes: [String: FixtureRoute] = [
      "/robots.txt": .text("User-agent: *"),
      "/": .status(503, headers: [("Retry-After", "3600")]),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        _ = try await world.crawl(site)
        site.clearLog()
        let report = try await later(world, 600).crawl(site)
        #expect(site.requests.isEmpty)
        #expect(report.failures.map(\.outcome) == [.failed(.hostAsksForRest)])
        _ = try await later(world, 3601).crawl(site)
        #expect(site.paths == ["/"])
      }
    }
  }
}

@Suite("What a page asks of crawlers") struct RobotsTagTests {
  private func tagged(_ tag: String?, etag: String? = nil) -> FixtureRoute {
    let fields = [("Content-Type", "text/html"), ("X-Robots-Tag", tag), ("ETag", etag)]
    return .answer(
      FixtureResponse(
        headers: fields.compactMap { name, value in value.map { (name, $0) } },
        body: Array("same".utf8)))
  }

  @Test("is obeyed though its content is the same", arguments: [nil, "\"1\""])
  func tags(_ etag: String?) async throws {
    try await FixtureSite.with(["/": tagged(nil)]) { site in
      try await CrawlWorld.with { world in
        for tag in ["noindex", "noindex", nil] {
          _ = try await world.crawl(site)
          site.set("/", to: tagged(tag, etag: etag))
          _ = try await world.crawl(site)
          let stored = try #require(try world.archive.pages(ofSource: "a").first)
          let tags = try world.archive.headers(of: stored).filter { $0.hasName("X-Robots-Tag") }
          #expect(tags.map(\.value) == (tag.map { [$0] } ?? []))
        }
      }
    }
  }
}
