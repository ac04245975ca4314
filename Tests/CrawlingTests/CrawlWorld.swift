import Foundation
import PageArchive
import RecruitmentModel
import TestKit
import Testing

@testable import Crawling

/// A crawl of made-up sites into an archive of its own.
struct CrawlWorld: Sendable {
  let archive: PageArchive
  var settings: CrawlSettings
  /// What hosts resolve to; all others resolve to the loopback interface.
  var addresses: [String: [String]] = [:]
  /// The time that captures are dated with.
  var now = Timestamp(secondsSinceEpoch: 1_795_000_000)

  /// Runs something in a new world, whose archive is deleted afterwards.
  static func with(_ body: (CrawlWorld) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.path + "/crawl-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    var settings = CrawlSettings(
      agent: CrawlAgent(version: "0.1", contact: "mailto:operator@crawl.example"))
    settings.allowPrivateNetwork = true
    settings.minimumGap = .milliseconds(1)
    // All tests share a few threads: what waits long for one must not look like a slow server.
    for timeout in [\CrawlSettings.connectTimeout, \.idleTimeout, \.requestTimeout] {
      settings[keyPath: timeout] = .seconds(3600)
    }
    try await body(
      CrawlWorld(
        archive: try PageArchive(directory: path, access: .readWrite), settings: settings))
  }

  /// What paces the crawl, where that is not true time.
  var clock: LeapingClock?

  /// A crawler of this world.
  var crawler: Crawler {
    if let clock { makeCrawler(clock) } else { makeCrawler(ContinuousClock()) }
  }

  private func makeCrawler(_ clock: some Clock<Duration>) -> Crawler {
    let (addresses, now) = (addresses, now)
    let resolver = HostResolver { host throws(FetchFailure) in
      let texts = addresses[host] ?? ["127.0.0.1"]
      guard !texts.isEmpty else { throw .unresolvable(host: host, reason: "made up") }
      return texts.compactMap(IPAddress.init)
    }
    return Crawler(
      settings: settings, archive: archive, resolver: resolver, clock: clock, now: { now })
  }

  /// Crawls targets that begin at one page each, following every link.
  func crawl(_ starts: [String: String], hosts: [String] = []) async throws -> [String:
    TargetReport]
  {
    let targets = starts.sorted { $0.key < $1.key }
      .map { CrawlTarget(id: $0.key, startPages: [$0.value], hosts: hosts) }
    let report = try await crawler.crawl(targets, links: Self.links)
    return Dictionary(uniqueKeysWithValues: report.targets.map { ($0.id, $0) })
  }

  /// Crawls one target that begins at a page of a site, and returns its report.
  func crawl(_ site: FixtureSite, from path: String = "/") async throws -> TargetReport {
    try #require(try await crawl(["a": site.url(path)])["a"])
  }

  /// All links of a page; those to guidelines promise most.
  static let links: @Sendable (FetchedPage) -> [ProposedLink] = { page in
    String(decoding: page.body, as: UTF8.self).components(separatedBy: "href=\"").dropFirst().map {
      let url = String($0.prefix { $0 != "\"" })
      return ProposedLink(url: url, text: "link", score: url.contains("guide") ? 2 : 1)
    }
  }
}

/// A page with links.
func page(linking targets: String..., etag: String? = nil) -> FixtureRoute {
  .page(targets.map { "<a href=\"\($0)\">x</a>" }.joined(), etag: etag)
}

extension FixtureSite {
  /// The paths that were asked for, in order.
  var paths: [String] { requests.map(\.path) }
}
