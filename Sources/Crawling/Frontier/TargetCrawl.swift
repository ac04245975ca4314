import PageArchive
import RecruitmentModel

/// The crawl of one target: its start pages, then the links that promise most.
struct TargetCrawl: Sendable {
  /// The most links that are taken from one page: more is a trap, or a list of everything.
  private static let linksPerPage = 500
  /// What was worth something before goes before all links that only promise.
  private static let scoreOfKnown = 1000.0
  /// The most sitemaps that are read of a robots.txt.
  private static let mostSitemaps = 3

  let target: CrawlTarget
  let session: CrawlSession
  let links: @Sendable (FetchedPage) async -> [ProposedLink]
  let onEvent: @Sendable (CrawlEvent) -> Void

  /// Visits the target's pages, one after another, within all bounds.
  func run() async throws(PageArchiveError) -> TargetReport {
    onEvent(.began(target: target.id))
    var report = TargetReport(id: target.id)
    let visit = PageVisit(
      session: session, targetID: target.id,
      known: try session.archive.latest(ofSource: target.id))
    await forgetSessions(among: visit.known)
    // The answer of a redirect makes its failure forgotten, before it is known that it leads nowhere still.
    let failing = Dictionary(
      try session.archive.failures(ofSource: target.id).map { ($0.url, $0.since) },
      uniquingKeysWith: min)
    var frontier = try await begin(&report)
    if target.readsSitemaps { try await addSitemaps(to: &frontier) }
    while !Task.isCancelled, let entry = frontier.next() {
      if session.isOver {
        report.end = .timeLimit
        break
      }
      let (outcome, page) = try await visit.visit(entry)
      if let page { await follow(page, in: &frontier) }
      try await add(outcome, of: entry, failing, to: &frontier, &report)
    }
    if frontier.isOverBound, report.end == .complete { report.end = .pageLimit }
    onEvent(.ended(report))
    return report
  }

  /// Forgets the pages under addresses with a session id that are known under the address without it: an earlier
  /// release kept one for each visit.
  private func forgetSessions(among known: [String: StoredCapture]) async {
    for url in known.keys where !target.startPages.contains(url) {
      guard let address = WebAddress(url)?.withoutSession.description, address != url,
        known[address]?.status == 200
      else { continue }
      await session.keeper.note(.forgotten(url: url, sourceID: target.id))
    }
  }

  private func begin(
    _ report: inout TargetReport
  ) async throws(PageArchiveError) -> Frontier {
    var starts: [WebAddress] = []
    for text in target.startPages {
      if let address = WebAddress(text) {
        starts.append(address)
      } else {
        let failure = FetchFailure.badAddress(text)
        try await session.keepFailure(
          of: text, sourceID: target.id, reason: failure.description)
        note(Visit(url: text, depth: 0, outcome: .failed(failure)), in: &report, waiting: 0)
      }
    }
    var frontier = Frontier(
      allowed: HostAllowList(hosts: target.hosts, startPages: starts),
      maximumDepth: session.settings.maximumDepth, mostPages: session.settings.pagesPerTarget)
    for start in starts {
      frontier.add(FrontierEntry(address: start, score: .infinity, depth: 0))
    }
    for known in target.knownPages.compactMap({ WebAddress($0)?.withoutSession }) {
      let entry = FrontierEntry(
        address: known, score: Self.scoreOfKnown, depth: min(1, session.settings.maximumDepth))
      frontier.add(entry)
    }
    return frontier
  }

  /// Adds the sitemaps that the robots.txt of the first start page names, or else the usual place of one.
  private func addSitemaps(to frontier: inout Frontier) async throws(PageArchiveError) {
    guard let root = target.startPages.lazy.compactMap({ WebAddress($0) }).first else { return }
    let policy = try await RobotsLoader(session: session).policy(for: root)
    guard case .rules(let rules) = policy, !rules.sitemaps.isEmpty else {
      if case .unreachable = policy { return }
      if let usual = WebAddress("/sitemap.xml", relativeTo: root) {
        frontier.add(
          FrontierEntry(address: usual, score: Self.scoreOfKnown, depth: 0, isGuess: true))
      }
      return
    }
    for text in rules.sitemaps.prefix(Self.mostSitemaps) {
      guard let address = WebAddress(text, relativeTo: root) else { continue }
      frontier.add(FrontierEntry(address: address, score: Self.scoreOfKnown, depth: 0))
    }
  }

  private func add(
    _ outcome: FetchOutcome, of entry: FrontierEntry, _ failing: [String: Timestamp],
    to frontier: inout Frontier, _ report: inout TargetReport
  ) async throws(PageArchiveError) {
    let url = entry.address.description
    let waiting = frontier.waiting
    note(Visit(url: url, depth: entry.depth, outcome: outcome), in: &report, waiting: waiting)
    guard case .redirected(let text) = outcome, let next = WebAddress(text) else { return }
    guard let failure = failure(of: entry, redirectedTo: next, frontier) else {
      return frontier.add(
        FrontierEntry(
          address: next, score: .infinity, depth: entry.depth, via: entry.via + [entry.address],
          referrer: entry.referrer, linkText: entry.linkText, isGuess: entry.isGuess))
    }
    // Nobody said that anything is there.
    if entry.isGuess { return }
    // None of the addresses on the way leads anywhere; all of them fail, and none has moved.
    for address in entry.via + [entry.address] {
      try await session.keepFailure(
        of: address.description, sourceID: target.id, reason: failure.description,
        since: failing[address.description])
    }
    let visit = Visit(url: url, depth: entry.depth, outcome: .failed(failure))
    note(visit, in: &report, waiting: waiting)
  }

  /// Why a redirect is not followed; nil where it is.
  private func failure(
    of entry: FrontierEntry, redirectedTo next: WebAddress, _ frontier: Frontier
  ) -> FetchFailure? {
    if !frontier.allows(next) { return .leavesTarget(to: next.description) }
    if next == entry.address || entry.via.contains(next) {
      return .redirectsInCircle(to: next.description)
    }
    let limit = session.settings.maximumRedirects
    return entry.via.count >= limit ? .tooManyRedirects(limit: limit) : nil
  }

  private func follow(_ page: FetchedPage, in frontier: inout Frontier) async {
    let links = await links(page)
    guard !page.isLast, let base = WebAddress(page.url) else { return }
    for link in links.prefix(Self.linksPerPage) {
      guard let address = WebAddress(link.url, relativeTo: base), link.score.isFinite else {
        continue
      }
      frontier.add(
        FrontierEntry(
          address: address.withoutSession, score: link.score, depth: page.depth + 1,
          referrer: page.url,
          linkText: link.text))
    }
  }

  private func note(_ visit: Visit, in report: inout TargetReport, waiting: Int) {
    report.visits.append(visit)
    onEvent(.visited(target: target.id, visit, waiting: waiting))
  }
}
