import PageArchive
import TestKit
import Testing

@testable import Crawling

@Suite("RFC 9309, access to robots.txt") struct RobotsLoaderTests {
  private func outcome(_ robots: FixtureRoute) async throws -> FetchOutcome? {
    var outcome: FetchOutcome?
    try await FixtureSite.with(["/robots.txt": robots, "/": .page("x")]) { site in
      try await CrawlWorld.with { world in
        var world = world
        if case .neverAnswers = robots { world.settings.idleTimeout = .milliseconds(200) }
        outcome = try await world.crawl(site).visits.first?.outcome
        if outcome != .fetched(bytes: 1) { #expect(!site.paths.contains("/")) }
      }
    }
    return outcome
  }

  @Test func `2.3.1.1 a file that was read is obeyed, and its line named`() async throws {
    let outcome = try await outcome(.text("User-agent: *\nDisallow: /"))
    guard case .refused(let line) = outcome else { throw CancellationError() }
    #expect(line.number == 2 && line.text == "Disallow: /")
  }

  @Test(arguments: [400, 401, 403, 404, 410])
  func `2.3.1.3 a status of 4xx allows all`(_ status: Int) async throws {
    #expect(try await outcome(.status(status)) == .fetched(bytes: 1))
  }

  @Test(arguments: [500, 502, 503, 429])
  func `2.3.1.4 a status of 5xx, and 429, allows nothing`(_ status: Int) async throws {
    let reason = FetchOutcome.failed(.robotsUnknown(reason: "status \(status)"))
    #expect(try await outcome(.status(status)) == reason)
  }

  @Test func `2.3.1.4 no answer allows nothing`() async throws {
    for route in [FixtureRoute.closesAtOnce, .neverAnswers] {
      guard case .failed(.robotsUnknown) = try await outcome(route) else {
        Issue.record("\(route)")
        continue
      }
    }
  }

  @Test func `2.5 a file without end is read as far as the limit`() async throws {
    #expect(try await outcome(.endlessBody) == .fetched(bytes: 1))
  }

  @Test func `2.3.1.2 redirects are followed, to other hosts too`() async throws {
    try await FixtureSite.with(["/r": .text("User-agent: *\nDisallow: /")]) { other in
      let routes: [String: FixtureRoute] = [
        "/robots.txt": .redirect(to: "/2", status: 301), "/2": .redirect(to: other.url("/r")),
      ]
      try await FixtureSite.with(routes) { site in
        try await CrawlWorld.with { world in
          let report = try await world.crawl(site)
          #expect(report.refused == [site.url("/")])
        }
      }
    }
  }

  @Test(arguments: [(5, false), (6, true)])
  func `2.3.1.2 five redirects are followed, after more there is no file`(
    count: Int, isFetched: Bool
  ) async throws {
    var routes: [String: FixtureRoute] = ["/": .page("x")]
    for number in 0..<count {
      routes[number == 0 ? "/robots.txt" : "/\(number)"] = .redirect(to: "/\(number + 1)")
    }
    routes["/\(count)"] = .text("User-agent: *\nDisallow: /")
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        let report = try await world.crawl(site)
        #expect(report.fetched.isEmpty == !isFetched)
      }
    }
  }
}
