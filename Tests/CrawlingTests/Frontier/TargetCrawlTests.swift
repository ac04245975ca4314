import PageArchive
import RecruitmentModel
import TestKit
import Testing

@testable import Crawling

@Suite("The crawl of a target: redirects and forbidden addresses") struct TargetCrawlTests {
  @Test func `follows redirects by hand, each hop asked and kept`() async throws {
    let routes: [String: FixtureRoute] = [
      "/": .redirect(to: "/a", status: 301), "/a": .redirect(to: "b/"), "/b/": .page("end"),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        let report = try await world.crawl(site)
        #expect(
          report.visits.map(\.outcome) == [
            .redirected(to: site.url("/a")), .redirected(to: site.url("/b/")), .fetched(bytes: 3),
          ])
        #expect(try world.archive.pages(ofSource: "a").map(\.url) == [site.url("/b/")])
        #expect(site.mostConnections == 1)
        let first = try world.archive.latest(url: site.url("/"), sourceID: "a")
        #expect(first?.status == 301 && first?.location == "/a")
      }
    }
  }

  @Test func `asks robots.txt at each hop`() async throws {
    let routes: [String: FixtureRoute] = [
      "/robots.txt": .text("User-agent: *\nDisallow: /no"), "/": .redirect(to: "/no"),
      "/no": .page("secret"),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        let report = try await world.crawl(site)
        #expect(report.refused == [site.url("/no")])
        #expect(site.paths == ["/robots.txt", "/"])
      }
    }
  }

  @Test func `ends a chain after five hops, and a loop at once`() async throws {
    var routes: [String: FixtureRoute] = ["/x": .redirect(to: "/y"), "/y": .redirect(to: "/x")]
    for number in 0..<10 { routes["/\(number)"] = .redirect(to: "/\(number + 1)") }
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        let chain = try await world.crawl(site, from: "/0")
        #expect(chain.failures.map(\.outcome) == [.failed(.tooManyRedirects(limit: 5))])
        #expect(site.paths.count == 7)
        site.clearLog()
        _ = try await world.crawl(site, from: "/x")
        // The robots.txt, of which there is none, holds for a day.
        #expect(site.paths == ["/x", "/y"])
      }
    }
  }

  @Test(
    "Redirects that lead nowhere are failures of all addresses on the way",
    arguments: [
      ["/": "/"], ["/": "/x", "/x": "/"], ["/": "/x", "/x": "http://127.0.0.1:1/"],
    ])
  func failingRedirects(_ targets: [String: String]) async throws {
    let routes = targets.mapValues { FixtureRoute.redirect(to: $0) }
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        let report = try await world.crawl(site)
        #expect(report.failures.count == 1)
        #expect(
          Set(try world.archive.failures(ofSource: "a").map(\.url))
            == Set(targets.keys.map { site.url($0) }))
        // The next night tells since when.
        var next = world
        next.now = Timestamp(secondsSinceEpoch: world.now.secondsSinceEpoch + 86_400)
        _ = try await next.crawl(site)
        let failures = try world.archive.failures(ofSource: "a")
        #expect(failures.allSatisfy { $0.since == world.now && $0.last == next.now })
      }
    }
  }

  @Test(
    "A sitemap that nobody named is no failure of the source, wherever it leads",
    arguments: ["/none", "/sitemap.xml", "http://127.0.0.1:1/"])
  func guess(_ target: String) async throws {
    let routes: [String: FixtureRoute] = [
      "/": page(), "/sitemap.xml": .redirect(to: target),
    ]
    try await FixtureSite.with(routes) { site in
      try await CrawlWorld.with { world in
        let start = CrawlTarget(id: "a", startPages: [site.url("/")], readsSitemaps: true)
        _ = try await world.crawler.crawl([start], links: CrawlWorld.links)
        #expect(site.paths.contains("/sitemap.xml"))
        #expect(try world.archive.failures(ofSource: "a").isEmpty)
      }
    }
  }

  @Test func `does not leave the target's hosts`() async throws {
    try await FixtureSite.with(["/": .page("foreign")]) { foreign in
      let routes: [String: FixtureRoute] = [
        "/": page(linking: foreign.url("/"), "/away", "http://127.0.0.1/"),
        "/away": .redirect(to: foreign.url("/")),
      ]
      try await FixtureSite.with(routes) { site in
        try await CrawlWorld.with { world in
          let report = try await world.crawl(site)
          #expect(report.failures.map(\.outcome) == [.failed(.leavesTarget(to: foreign.url("/")))])
          #expect(foreign.requests.isEmpty)
        }
      }
    }
  }

  @Test func `visits hosts that the target names`() async throws {
    try await FixtureSite.with(["/": .page("mine too")]) { second in
      try await FixtureSite.with(["/": page(linking: second.url("/"))]) { site in
        try await CrawlWorld.with { world in
          let reports = try await world.crawl(
            ["a": site.url("/")], hosts: ["127.0.0.1:\(second.port)"])
          #expect(reports["a"]?.fetched.count == 2)
          #expect(second.paths == ["/robots.txt", "/"])
        }
      }
    }
  }

  @Test(arguments: ["127.0.0.1", "localhost", "2130706433", "inside.test"])
  func `connects to no private address unless that is allowed`(_ host: String) async throws {
    try await FixtureSite.with(["/": page()]) { site in
      try await CrawlWorld.with { world in
        var world = world
        world.settings.allowPrivateNetwork = false
        let reports = try await world.crawl(["a": site.url("/", host: host)])
        #expect(
          reports["a"]?.failures.map(\.outcome) == [
            .failed(.forbiddenAddress(host: host, address: "127.0.0.1", kind: "loopback"))
          ])
        #expect(site.requests.isEmpty && site.mostConnections == 0)
      }
    }
  }

  @Test func `refuses a host that also has a private address`() async throws {
    try await CrawlWorld.with { world in
      var world = world
      world.settings.allowPrivateNetwork = false
      world.addresses = ["mixed.test": ["8.8.8.8", "10.0.0.7"]]
      let reports = try await world.crawl(["a": "http://mixed.test/"])
      #expect(
        reports["a"]?.failures.map(\.outcome) == [
          .failed(.forbiddenAddress(host: "mixed.test", address: "10.0.0.7", kind: "private"))
        ])
    }
  }

  @Test func `connects to the checked address, whatever the name means to the system`() async throws
  {
    try await FixtureSite.with(["/": page()]) { site in
      try await CrawlWorld.with { world in
        let reports = try await world.crawl(["a": site.url("/", host: "no.such.host.test")])
        #expect(reports["a"]?.fetched.count == 1)
        #expect(
          site.requests.allSatisfy { $0.headers["host"] == "no.such.host.test:\(site.port)" })
      }
    }
  }

  @Test func `tries the next address where the first cannot be reached`() async throws {
    try await FixtureSite.with(["/": page()]) { site in
      try await CrawlWorld.with { world in
        var world = world
        world.addresses = ["two.test": ["127.0.0.2", "127.0.0.1"]]
        let reports = try await world.crawl(["a": site.url("/", host: "two.test")])
        #expect(reports["a"]?.fetched.count == 1)
      }
    }
  }
}
