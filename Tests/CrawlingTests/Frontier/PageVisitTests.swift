import PageArchive
import TestKit
import Testing

@testable import Crawling

@Suite("The visit of a page") struct PageVisitTests {
  private func outcome(
    of route: FixtureRoute, change: (inout CrawlSettings) -> Void = { _ in }
  ) async throws -> FetchOutcome? {
    var outcome: FetchOutcome?
    try await FixtureSite.with(["/": route]) { site in
      try await CrawlWorld.with { world in
        var world = world
        change(&world.settings)
        outcome = try await world.crawl(site).visits.first?.outcome
      }
    }
    return outcome
  }

  @Test(arguments: [404, 410])
  func `finds a page gone`(_ status: Int) async throws {
    #expect(try await outcome(of: .status(status)) == .gone(status: status))
  }

  @Test(arguments: [204, 206, 400, 403, 500, 503, 304])
  func `takes other statuses for failures`(_ status: Int) async throws {
    #expect(try await outcome(of: .status(status)) == .failed(.status(status)))
  }

  @Test func `does not wait for ever`() async throws {
    let report = try await secondCrawl { $0.requestTimeout = .milliseconds(200) }
    #expect(report.visits.map(\.outcome) == [.failed(.timedOut)])
  }

  @Test func `does not wait for a server that has fallen silent`() async throws {
    let report = try await secondCrawl { $0.idleTimeout = .milliseconds(200) }
    #expect(report.visits.map(\.outcome) == [.failed(.timedOut)])
  }

  /// Crawls a page that is not answered any more with a short time for it: the first crawl has read robots.txt, which
  /// holds for a day.
  private func secondCrawl(_ change: (inout CrawlSettings) -> Void) async throws -> TargetReport {
    try await FixtureSite.with(["/": page()]) { site in
      var report: TargetReport?
      try await CrawlWorld.with { world in
        var world = world
        _ = try await world.crawl(site)
        site.set("/", to: .neverAnswers)
        site.clearLog()
        change(&world.settings)
        report = try await world.crawl(site)
        #expect(!site.paths.contains("/robots.txt"))
      }
      return try #require(report)
    }
  }

  @Test func `does not read without end`() async throws {
    let outcome = try await outcome(of: .endlessBody) { $0.largestBody = 100_000 }
    #expect(outcome == .failed(.tooLarge(limit: 100_000)))
  }

  @Test func `tells an answer that breaks off from a whole one`() async throws {
    let response = FixtureResponse(body: Array("half".utf8))
    for route in [FixtureRoute.closesAtOnce, .breaksOff(response)] {
      guard case .failed(.interrupted) = try await outcome(of: route) else {
        Issue.record("\(route)")
        continue
      }
    }
  }

  @Test(arguments: ["br", "gzip, gzip", "zstd", "identity, gzip"])
  func `refuses content codings that it does not know`(_ coding: String) async throws {
    let response = FixtureResponse(headers: [("Content-Encoding", coding)], body: [1, 2, 3])
    #expect(try await outcome(of: .answer(response)) == .failed(.undecodable(coding: coding)))
  }

  @Test func `decodes gzip, and keeps it decoded`() async throws {
    let response = FixtureResponse(
      headers: [("Content-Encoding", "gzip"), ("Content-Type", "text/html")],
      body: GzipFixture.letters)
    try await FixtureSite.with(["/": .answer(response)]) { site in
      try await CrawlWorld.with { world in
        #expect(try await world.crawl(site).visits.map(\.outcome) == [.fetched(bytes: 100_000)])
        let stored = try #require(try world.archive.pages(ofSource: "a").first)
        let body = try world.archive.body(of: stored)
        #expect(body == Array(repeating: UInt8(ascii: "a"), count: 100_000))
      }
    }
  }

  @Test func `refuses what would unpack to more than the limit`() async throws {
    let response = FixtureResponse(
      headers: [("Content-Encoding", "gzip")], body: GzipFixture.letters)
    let outcome = try await outcome(of: .answer(response)) { $0.largestBody = 50_000 }
    #expect(outcome == .failed(.tooLarge(limit: 50_000)))
  }

  @Test func `obeys no robots.txt that it cannot decode, and fetches nothing then`() async throws {
    let robots = FixtureResponse(
      headers: [("Content-Encoding", "identity, gzip")], body: [1, 2, 3])
    try await FixtureSite.with(["/robots.txt": .answer(robots), "/": .page("a")]) { site in
      try await CrawlWorld.with { world in
        _ = try await world.crawl(site)
        #expect(site.paths == ["/robots.txt"])
      }
    }
  }

  @Test func `refuses what unpacks to far more than came, also without a stated length`()
    async throws
  {
    let response = FixtureResponse(
      headers: [("Content-Encoding", "gzip")],
      body: GzipFixture.bomb)
    guard case .failed(.undecodable) = try await outcome(of: .chunks(response)) else {
      Issue.record("taken in")
      return
    }
  }

  @Test func `asks once more where a host closed a connection that had served`() async throws {
    let routes: [String: FixtureRoute] = [
      "/robots.txt": .text("User-agent: *"), "/": .closesOnce(FixtureResponse(body: [97])),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        var world = world
        world.settings.connectionIdleTime = .seconds(600)
        let report = try await world.crawl(site)
        #expect(report.visits.map(\.outcome) == [.fetched(bytes: 1)])
        #expect(site.paths == ["/robots.txt", "/", "/"])
      }
    }
  }

  @Test func `tells damaged gzip`() async throws {
    for body in [[1, 2, 3], Array(GzipFixture.letters.prefix(60))] as [[UInt8]] {
      let response = FixtureResponse(headers: [("Content-Encoding", "gzip")], body: body)
      guard case .failed(.undecodable) = try await outcome(of: .answer(response)) else {
        Issue.record("\(body.count)")
        continue
      }
    }
  }

  @Test func `keeps a page whose new version was cut short, unless it stays so`() async throws {
    let whole = "<html><p>見本</p></html>\n"
    func html(_ text: String) -> FixtureRoute {
      .answer(
        FixtureResponse(headers: [("Content-Type", "text/html")], body: Array(text.utf8)))
    }
    try await FixtureSite.with(["/": html(whole)]) { site in
      try await CrawlWorld.with { world in
        _ = try await world.crawl(site)
        site.set("/", to: html("<html><p>見"))
        guard case .failed(.cutShort) = try await world.crawl(site).visits.first?.outcome else {
          Issue.record("taken in")
          return
        }
        let stored = try #require(try world.archive.pages(ofSource: "a").first)
        #expect(try world.archive.body(of: stored) == Array(whole.utf8))
        #expect(try await world.crawl(site).visits.map(\.outcome) == [.fetched(bytes: 12)])
        #expect(try world.archive.failures(ofSource: "a").isEmpty)
      }
    }
  }
}

@Suite("A server that gives each visitor a session") struct SessionTests {
  @Test(
    "has one page under one address, night for night",
    arguments: ["/p?PHPSESSID=", "/p;jsessionid=", "/p?sid=01234567", "/p?a=1&sessionid="])
  func onePage(_ path: String) async throws {
    let routes = ["/": path.contains("a=1") ? page(linking: "/p?a=1") : page(linking: "/p")]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        let plain = path.contains("a=1") ? "/p?a=1" : "/p"
        for night in 0..<3 {
          site.set(plain, to: .redirect(to: "\(path)\(night)", status: 302))
          site.set("\(path)\(night)", to: .page("p"))
          site.clearLog()
          let report = try await world.crawl(site)
          let asked = site.paths.filter { $0 != "/robots.txt" }
          #expect(asked == ["/", plain, "\(path)\(night)"])
          #expect(
            report.visits.last?.outcome == (night == 0 ? .fetched(bytes: 1) : .unchanged))
        }
        #expect(
          try world.archive.pages(ofSource: "a").map(\.url) == ["/", plain].map { site.url($0) })
        #expect(try world.archive.captures(ofURL: site.url(plain)).count == 1)
      }
    }
  }

  @Test func `is given up where each session leads to the next`() async throws {
    let routes: [String: FixtureRoute] = [
      "/": .redirect(to: "/?PHPSESSID=1", status: 302),
      "/?PHPSESSID=1": .redirect(to: "/?PHPSESSID=2", status: 302),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        let report = try await world.crawl(site)
        #expect(site.paths == ["/robots.txt", "/", "/?PHPSESSID=1"])
        #expect(
          report.visits.last?.outcome == .failed(.redirectsInCircle(to: site.url("/"))))
      }
    }
  }

  @Test func `is not asked for addresses that its robots.txt forbids`() async throws {
    let routes: [String: FixtureRoute] = [
      "/robots.txt": .text("User-agent: *\nDisallow: /*PHPSESSID"),
      "/": .redirect(to: "/?PHPSESSID=1", status: 302), "/?PHPSESSID=1": .page("a"),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        _ = try await world.crawl(site)
        #expect(site.paths == ["/robots.txt", "/"])
      }
    }
  }

  @Test func `has no more pages under sessions once the page is known without`() async throws {
    try await FixtureSite.with(["/": page(linking: "/p"), "/p": .page("p")]) { site in
      try await CrawlWorld.with { world in
        for session in ["?PHPSESSID=1", "?PHPSESSID=2", "?id=3"] {
          try world.archive.store(
            Capture(
              url: site.url("/p" + session), sourceID: "a", fetchedAt: world.now, status: 200,
              headers: [], body: Array("old".utf8)))
        }
        _ = try await world.crawl(site)
        #expect(try world.archive.pages(ofSource: "a").count == 5)
        _ = try await world.crawl(site)
        #expect(
          try world.archive.pages(ofSource: "a").map(\.url)
            == ["/", "/p", "/p?id=3"].map { site.url($0) })
      }
    }
  }
}
