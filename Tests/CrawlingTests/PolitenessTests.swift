import PageArchive
import RecruitmentModel
import TestKit
import Testing

@testable import Crawling

@Suite("What a webmaster sees") struct PolitenessTests {
  @Test func `the ledger says what was asked, and by which line that was allowed`() async throws {
    let routes: [String: FixtureRoute] = [
      "/robots.txt": .text("User-agent: *\nAllow: /g\nDisallow: /no"),
      "/": page(linking: "/guide", "/no"), "/guide": page(),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        _ = try await world.crawl(site)
        let ledger = try world.archive.requests(toHost: "127.0.0.1:\(site.port)")
        #expect(ledger.map(\.url) == ["/robots.txt", "/", "/guide", "/no"].map { site.url($0) })
        #expect(
          ledger.map(\.reason) == [
            "robots.txt is always allowed", "no line of robots.txt speaks of it",
            "line 2: Allow: /g", "line 3: Disallow: /no",
          ])
        #expect(ledger.map(\.problem) == [nil, nil, nil, RequestEntry.notAsked])
        #expect(site.paths == ["/robots.txt", "/", "/guide"])
      }
    }
  }

  @Test(
    "A robots.txt holds for a day, or as long as the host says",
    arguments: [
      (nil, 86_399, 0), (nil, 86_400, 1), ("max-age=60", 59, 0), ("max-age=60", 61, 1),
      ("no-cache", 0, 1), ("max-age=999999", 86_400, 1),
    ] as [(String?, Int, Int)])
  func robotsLifetime(_ cacheControl: String?, _ seconds: Int, _ asked: Int) async throws {
    let headers = cacheControl.map { [("Cache-Control", $0)] } ?? []
    let robots = FixtureResponse(
      headers: headers.map { (name: $0.0, value: $0.1) },
      body: Array("User-agent: *\nDisallow: /no".utf8))
    let routes: [String: FixtureRoute] = ["/robots.txt": .answer(robots), "/": page()]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        _ = try await world.crawl(site)
        site.clearLog()
        var later = world
        later.now = Timestamp(secondsSinceEpoch: world.now.secondsSinceEpoch + seconds)
        _ = try await later.crawl(site)
        #expect(site.paths.count { $0 == "/robots.txt" } == asked)
      }
    }
  }

  @Test func `a host that keeps failing is left alone`() async throws {
    var routes: [String: FixtureRoute] = [
      "/": .page((0..<9).map { "<a href=\"/\($0)\">x</a>" }.joined())
    ]
    for number in 0..<9 { routes["/\(number)"] = .status(500) }
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        let report = try await world.crawl(site)
        #expect(site.paths.count == 7)
        #expect(report.failures.last?.outcome == .failed(.hostKeepsFailing(times: 5)))
      }
    }
  }

  @Test func `a host's budget of requests and of bytes is kept`() async throws {
    let routes: [String: FixtureRoute] = [
      "/": page(linking: "/1", "/2"), "/1": page(), "/2": page(),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        var world = world
        world.settings.requestsPerHost = 3
        let report = try await world.crawl(site)
        #expect(site.paths.count == 3)
        #expect(report.failures.map(\.outcome) == [.failed(.hostBudgetSpent(.requests))])
        #expect(try world.archive.sourceStates().first?.failures == [])
      }
    }
  }

  @Test func `busy hosts are asked once more when they say so`() async throws {
    let routes: [String: FixtureRoute] = [
      "/": .status(429, headers: [("Retry-After", "7")])
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        let clock = LeapingClock()
        var world = world
        world.clock = clock
        _ = try await world.crawl(site)
        #expect(site.paths == ["/robots.txt", "/", "/"])
        #expect(clock.now.time >= .seconds(7))
      }
    }
  }

  @Test func `a host that is busy again and again is left alone`() async throws {
    var routes: [String: FixtureRoute] = [
      "/": .page((0..<9).map { "<a href=\"/\($0)\">x</a>" }.joined())
    ]
    for number in 0..<9 { routes["/\(number)"] = .status(429, headers: [("Retry-After", "0")]) }
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        let report = try await world.crawl(site)
        #expect(site.paths.count == 7)
        #expect(report.failures.last?.outcome == .failed(.hostKeepsFailing(times: 5)))
      }
    }
  }

  @Test func `content that was too large counts for the budget`() async throws {
    let routes: [String: FixtureRoute] = [
      "/": page(linking: "/1", "/2"), "/1": .endlessBody, "/2": page(),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        var world = world
        world.settings.largestBody = 100_000
        world.settings.bytesPerHost = 50_000
        let report = try await world.crawl(site)
        #expect(
          report.failures.map(\.outcome) == [
            .failed(.tooLarge(limit: 100_000)), .failed(.hostBudgetSpent(.bytes)),
          ])
      }
    }
  }

  @Test func `a known page is visited where no link leads there, and sitemaps where asked`()
    async throws
  {
    let map = "<urlset><url><loc>/deep/guide</loc></url></urlset>"
    try await FixtureSite.with([
      "/": page(), "/known": page(), "/map.xml": .page(map, type: "application/xml"),
      "/robots.txt": .text("Sitemap: /map.xml"),
    ]) { site in
      try await CrawlWorld.with { world in
        let target = CrawlTarget(
          id: "a", startPages: [site.url("/")], knownPages: [site.url("/known"), "odd"],
          readsSitemaps: true)
        _ = try await world.crawler.crawl([target], links: { _ in [] })
        #expect(Set(site.paths) == ["/robots.txt", "/", "/known", "/map.xml"])
      }
    }
  }
}
