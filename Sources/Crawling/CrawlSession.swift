import PageArchive
import RecruitmentModel
import Synchronization

/// What the targets of one crawl share: the archive, the hosts with their gates, and the time.
final class CrawlSession: Sendable {
  let settings: CrawlSettings
  let archive: PageArchive
  let fetcher: HTTPFetcher
  let stopwatch: Stopwatch
  let now: @Sendable () -> Timestamp
  private let gates = Mutex<[String: HostGate]>([:])

  init(
    settings: CrawlSettings, archive: PageArchive, resolver: HostResolver, stopwatch: Stopwatch,
    now: @escaping @Sendable () -> Timestamp
  ) {
    self.settings = settings
    self.archive = archive
    self.stopwatch = stopwatch
    self.now = now
    fetcher = HTTPFetcher(
      settings: settings, hosts: PinnedHosts(settings: settings, resolver: resolver))
  }

  /// Whether the time of the crawl is over.
  var isOver: Bool { stopwatch.elapsed() >= settings.totalTime }

  /// The gate of an address's host.
  func gate(of address: WebAddress) -> HostGate {
    gates.withLock { gates in
      if let gate = gates[address.gateKey] { return gate }
      let politeness = HostPoliteness(
        minimumGap: settings.minimumGap, longestPause: settings.longestPause)
      let gate = HostGate(politeness, stopwatch: stopwatch)
      gates[address.gateKey] = gate
      return gate
    }
  }

  /// Asks for an address when its host's gate lets it through.
  func ask(
    _ address: WebAddress, conditions: [HeaderField], limit: Int,
    excess: HTTPFetcher.Excess = .fails
  ) async throws(FetchFailure) -> HTTPAnswer {
    let gate = gate(of: address)
    let fetcher = fetcher
    let answer = try await gate.request(before: settings.totalTime) {
      () async throws(FetchFailure) in
      try await fetcher.fetch(address, conditions: conditions, limit: limit, excess: excess)
    }
    if let pause = answer.pauseAsked(at: now()) { await gate.note(.pauseAsked(pause)) }
    return answer
  }

  /// The header fields that ask for a content only if it is not the one that is stored.
  func conditions(for stored: StoredCapture?) -> [HeaderField] {
    guard let stored, stored.status == 200 else { return [] }
    let etag = stored.validators.etag.map { HeaderField(name: "If-None-Match", value: $0) }
    let date = stored.validators.lastModified.map {
      HeaderField(name: "If-Modified-Since", value: $0)
    }
    return [etag, date].compactMap(\.self)
  }
}
