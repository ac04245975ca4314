public import PageArchive
public import RecruitmentModel

/// Visits the pages of targets politely and keeps what comes in the archive.
///
/// Every host is asked for its robots.txt first and obeyed, has one request under way at a time,
/// and a pause between two. What goes wrong with one host or page is an outcome in the report and
/// stops no other; only a fault of the archive ends a crawl.
public struct Crawler: Sendable {
  private let settings: CrawlSettings
  private let archive: PageArchive
  private let resolver: HostResolver
  private let makeStopwatch: @Sendable () -> Stopwatch
  private let now: @Sendable () -> Timestamp

  /// Makes a crawler; `clock` paces it, and `now` is the time that captures are dated with.
  public init(
    settings: CrawlSettings, archive: PageArchive,
    clock: some Clock<Duration> = ContinuousClock(), now: @escaping @Sendable () -> Timestamp
  ) {
    self.init(settings: settings, archive: archive, resolver: .system, clock: clock, now: now)
  }

  /// Makes a crawler that resolves hosts in its own way.
  init(
    settings: CrawlSettings, archive: PageArchive, resolver: HostResolver,
    clock: some Clock<Duration> = ContinuousClock(), now: @escaping @Sendable () -> Timestamp
  ) {
    self.settings = settings
    self.archive = archive
    self.resolver = resolver
    self.now = now
    makeStopwatch = { Stopwatch(clock) }
  }

  /// Visits all targets and says how it went.
  ///
  /// `links` is given each page that came, or is the one of before, and proposes what to follow from it; `onEvent` is told what happens, from several tasks.
  /// Where a crawl was stopped that began at `interrupted`, it is gone on with: what came since is not asked for again.
  public func crawl(
    _ targets: [CrawlTarget], goingOnWith interrupted: Timestamp? = nil,
    links: @escaping @Sendable (FetchedPage) async -> [ProposedLink],
    onEvent: @escaping @Sendable (CrawlEvent) -> Void = { _ in }
  ) async throws(PageArchiveError) -> CrawlReport {
    let session = CrawlSession(
      settings: settings, archive: archive, resolver: resolver, stopwatch: makeStopwatch(),
      interrupted: interrupted, now: now)
    let began = now()
    let crawls = targets.map { target in
      TargetCrawl(target: target, session: session, links: links, onEvent: onEvent)
    }
    let results = await run(crawls)
    await session.fetcher.hosts.shutDown()
    var reports: [TargetReport] = []
    for result in results { reports.append(try result.get()) }
    try await session.keeper.flush()
    return CrawlReport(began: began, ended: now(), targets: reports)
  }

  /// Runs all crawls side by side, so that the slowest host alone says how long it takes; after a fault of
  /// the archive no more.
  private func run(_ crawls: [TargetCrawl]) async -> [Result<TargetReport, PageArchiveError>] {
    await withTaskGroup(of: (Int, Result<TargetReport, PageArchiveError>).self) { group in
      var results: [(Int, Result<TargetReport, PageArchiveError>)] = []
      for (place, crawl) in crawls.enumerated() {
        group.addTask { (place, await crawl.result()) }
      }
      for await result in group {
        results.append(result)
        if case .failure = result.1 { group.cancelAll() }
      }
      return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}

extension TargetCrawl {
  /// The report of the crawl, or the fault of the archive that ended it.
  fileprivate func result() async -> Result<TargetReport, PageArchiveError> {
    do throws(PageArchiveError) {
      return .success(try await run())
    } catch {
      return .failure(error)
    }
  }
}
