import PageArchive
import RecruitmentModel
import TestKit
import Testing

@testable import Crawling

@Suite("The crawler") struct CrawlerTests {
  @Test func `reads robots.txt first, then the start page, then the best links`() async throws {
    let routes: [String: FixtureRoute] = [
      "/": page(linking: "/news", "guide.html", "/news"), "/news": page(), "/guide.html": page(),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        let report = try await world.crawl(site)
        #expect(site.paths == ["/robots.txt", "/", "/guide.html", "/news"])
        #expect(report.fetched == ["/", "/guide.html", "/news"].map { site.url($0) })
        #expect(report.end == .complete && report.failures.isEmpty)
        #expect(try world.archive.pages(ofSource: "a").count == 3)
      }
    }
  }

  @Test func `says who asks, and keeps why it could`() async throws {
    let routes = [
      "/robots.txt": FixtureRoute.text("User-agent: *\nAllow: /g\n"), "/": page(linking: "/guide"),
      "/guide": page(),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        _ = try await world.crawl(site)
        let agents = Set(site.requests.map { $0.headers["user-agent"] })
        #expect(agents == ["progsearch/0.1 (+mailto:operator@crawl.example)"])
        let guide = try #require(
          try world.archive.latest(url: site.url("/guide"), sourceID: "a"))
        #expect(guide.origin.allowedBy == "line 2: Allow: /g")
        #expect(guide.origin.referrer == site.url("/") && guide.origin.linkText == "link")
        #expect(guide.origin.depth == 1)
      }
    }
  }

  @Test func `fetches no content again that has not changed`() async throws {
    let routes: [String: FixtureRoute] = [
      "/robots.txt": .text("User-agent: *\nDisallow: /no", etag: "\"r\""),
      "/": page(linking: "/dated", "/plain", etag: "\"s\""),
      "/dated": .page("d", lastModified: "Sun, 06 Nov 1994 08:49:37 GMT"), "/plain": .page("p"),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        _ = try await world.crawl(site)
        site.clearLog()
        var later = world
        later.now = .init(secondsSinceEpoch: world.now.secondsSinceEpoch + 86_400)
        let report = try await later.crawl(site)
        #expect(site.requests.map(\.status) == [304, 304, 304, 200])
        #expect(report.unchanged.count == 3 && report.fetched.isEmpty)
        let pages = try world.archive.pages(ofSource: "a")
        #expect(pages.map(\.checkedAt) == Array(repeating: later.now, count: 3))
        #expect(pages.map(\.fetchedAt) == Array(repeating: world.now, count: 3))
      }
    }
  }

  @Test func `keeps a changed page`() async throws {
    try await FixtureSite.with(["/": .page("old", etag: "\"1\"")]) { site in
      try await CrawlWorld.with { world in
        _ = try await world.crawl(site)
        site.set("/", to: .page("new", etag: "\"2\""))
        let report = try await world.crawl(site)
        #expect(report.fetched == [site.url("/")])
        let stored = try #require(try world.archive.pages(ofSource: "a").first)
        #expect(try world.archive.body(of: stored) == Array("new".utf8))
        #expect(stored.validators.etag == "\"2\"")
      }
    }
  }

  @Test func `goes on with the others where one host is down`() async throws {
    let routes: [String: FixtureRoute] = ["/": page()]
    let down = try await FixtureSite.start([:])
    try await down.stop()
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        var world = world
        world.addresses = ["gone.test": []]
        let reports = try await world.crawl([
          "down": down.url("/"), "gone": site.url("/", host: "gone.test"), "odd": "ftp://x/",
          "up": site.url("/"),
        ])
        #expect(reports["up"]?.fetched.count == 1)
        #expect(
          reports["down"]?.failures.map(\.outcome)
            == [.failed(.unreachable(host: "127.0.0.1", reason: "connection refused"))])
        #expect(
          reports["gone"]?.failures.map(\.outcome)
            == [.failed(.unresolvable(host: "gone.test", reason: "made up"))])
        #expect(reports["odd"]?.failures.map(\.outcome) == [.failed(.badAddress("ftp://x/"))])
        let states = try world.archive.sourceStates()
        #expect(states.map { $0.failures.count } == [1, 1, 1, 0])
      }
    }
  }

  @Test func `keeps the page of before where the server fails`() async throws {
    try await FixtureSite.with(["/": page()]) { site in
      try await CrawlWorld.with { world in
        _ = try await world.crawl(site)
        site.set("/", to: .status(500))
        let report = try await world.crawl(site)
        #expect(report.failures.map(\.outcome) == [.failed(.status(500))])
        #expect(try world.archive.pages(ofSource: "a").count == 1)
        #expect(try world.archive.sourceStates().first?.lastFailure?.reason == "status 500")
      }
    }
  }

  @Test func `follows links two deep and no deeper`() async throws {
    let routes: [String: FixtureRoute] = [
      "/": page(linking: "/1"), "/1": page(linking: "/2"), "/2": page(linking: "/3"), "/3": page(),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        let report = try await world.crawl(site)
        #expect(report.visits.map(\.depth) == [0, 1, 2])
        #expect(!site.paths.contains("/3"))
      }
    }
  }

  @Test func `ends at the bound on pages`() async throws {
    let many = (0..<30).map { "<a href=\"/\($0)\">" }.joined()
    try await FixtureSite.with(["/": .page(many)]) { site in
      try await CrawlWorld.with { world in
        var world = world
        world.settings.pagesPerTarget = 5
        let report = try await world.crawl(site)
        #expect(report.visits.count == 5 && report.end == .pageLimit)
        #expect(site.requests.count == 6)
      }
    }
  }

  @Test func `ends when its time is over`() async throws {
    try await FixtureSite.with(["/": page(linking: "/1", "/2"), "/1": page()]) { site in
      try await CrawlWorld.with { world in
        var world = world
        world.clock = LeapingClock()
        world.settings.minimumGap = .seconds(80)
        world.settings.totalTime = .seconds(120)
        let report = try await world.crawl(site)
        #expect(report.visits.first?.outcome == .fetched(bytes: 36))
        #expect(report.visits.last?.outcome == .failed(.outOfTime))
        #expect(try world.archive.sourceStates().first?.failures == [])
        #expect(site.paths == ["/robots.txt", "/"])
      }
    }
  }

  @Test func `keeps the gap and one connection, also between targets of one host`() async throws {
    let routes: [String: FixtureRoute] = [
      "/a": page(linking: "/1", "/2"), "/b": page(linking: "/3", "/4"), "/1": page(), "/2": page(),
      "/3": page(), "/4": page(),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        var world = world
        world.settings.minimumGap = .milliseconds(15)
        _ = try await world.crawl(["a": site.url("/a"), "b": site.url("/b")])
        let times = site.requests.map(\.time)
        #expect(times.count == 7)
        for (one, next) in zip(times, times.dropFirst()) {
          #expect(one.duration(to: next) >= .milliseconds(15))
        }
        #expect(site.mostConnections == 1)
        #expect(site.paths.filter { $0 == "/robots.txt" }.count == 1)
      }
    }
  }

  @Test func `waits the Crawl-delay and the Retry-After`() async throws {
    let routes: [String: FixtureRoute] = [
      "/robots.txt": .text("User-agent: *\nCrawl-delay: 0.05"), "/": page(linking: "/busy", "/x"),
      "/busy": .status(503, headers: [("Retry-After", "0")]), "/x": page(),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        let report = try await world.crawl(site)
        let times = site.requests.map(\.time)
        for (one, next) in zip(times, times.dropFirst()) {
          #expect(one.duration(to: next) >= .milliseconds(50))
        }
        #expect(report.failures.map(\.outcome) == [.failed(.status(503))])
      }
    }
  }

  @Test func `takes the time that the hosts ask for, and no more`() async throws {
    let routes: [String: FixtureRoute] = [
      "/robots.txt": .text("User-agent: *\nCrawl-delay: 10"), "/": page(linking: "/busy", "/x"),
      "/busy": .status(503, headers: [("Retry-After", "30")]), "/x": page(),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        let clock = LeapingClock()
        var world = world
        world.clock = clock
        _ = try await world.crawl(site)
        // robots.txt, 10 s, start page, 10 s, busy page, 30 s, busy page, 30 s, last page.
        #expect(clock.now.time == .seconds(80))
        #expect(site.paths == ["/robots.txt", "/", "/busy", "/busy", "/x"])
      }
    }
  }

  @Test func `leaves a host alone that asks for a long rest`() async throws {
    let routes: [String: FixtureRoute] = [
      "/": page(linking: "/guide", "/x"),
      "/guide": .status(429, headers: [("Retry-After", "86400")]),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        let report = try await world.crawl(site)
        #expect(
          report.failures.map(\.outcome) == [.failed(.status(429)), .failed(.hostAsksForRest)])
        #expect(!site.paths.contains("/x"))
      }
    }
  }

  @Test func `tells what happens as it happens`() async throws {
    try await FixtureSite.with(["/": page()]) { site in
      try await CrawlWorld.with { world in
        let events = Record<String>()
        let target = CrawlTarget(id: "a", startPages: [site.url("/")])
        _ = try await world.crawler.crawl([target], links: { _ in [] }) { event in
          switch event {
          case .began(let id): events.add("began \(id)")
          case .visited(let id, let visit, _):
            events.add("visited \(id) \(visit.url == site.url("/"))")
          case .ended(let report): events.add("ended \(report.visits.count)")
          }
        }
        #expect(events.all == ["began a", "visited a true", "ended 1"])
      }
    }
  }

  @Test func `asks once for what two sources share`() async throws {
    let routes: [String: FixtureRoute] = [
      "/": page(linking: "/1", "/gone"), "/1": page(), "/moved": .redirect(to: "/1"),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        let reports = try await world.crawl(["a": site.url("/"), "b": site.url("/")])
        #expect(site.paths.sorted() == ["/", "/1", "/gone", "/robots.txt"])
        for id in ["a", "b"] {
          #expect(reports[id]?.fetched == [site.url("/"), site.url("/1")])
          #expect(try world.archive.pages(ofSource: id).count == 2)
        }
      }
    }
  }

  @Test func `looks in the usual place for a sitemap that robots.txt names none of`() async throws {
    for robots in [nil, FixtureRoute.text("User-agent: *\nDisallow: /x")] {
      try await FixtureSite.with(["/": page(), "/sitemap.xml": page()]) { site in
        if let robots { site.set("/robots.txt", to: robots) }
        try await CrawlWorld.with { world in
          let target = CrawlTarget(id: "a", startPages: [site.url("/")], readsSitemaps: true)
          _ = try await world.crawler.crawl([target], links: { _ in [] })
          #expect(site.paths == ["/robots.txt", "/", "/sitemap.xml"])
          site.set("/sitemap.xml", to: nil)
          _ = try await world.crawler.crawl([target], links: { _ in [] })
          #expect(try world.archive.sourceStates().first?.failures == [])
        }
      }
    }
  }
}
