import PageArchive

/// Fetches the robots.txt of hosts, which are asked before anything else is (RFC 9309, 2.3).
struct RobotsLoader: Sendable {
  let session: CrawlSession

  /// What the robots.txt that holds for an address says; asked for once a crawl.
  func policy(for address: WebAddress) async throws(PageArchiveError) -> RobotsPolicy {
    let gate = session.gate(of: address)
    return try await gate.robots(of: "\(address.scheme.rawValue)://\(address.authority)") {
      await load(for: address)
    }.get()
  }

  private func load(for address: WebAddress) async -> Result<RobotsPolicy, PageArchiveError> {
    do throws(PageArchiveError) {
      guard let start = address.robots else { return .success(.unavailable) }
      let policy = try await fetch(start)
      let agent = session.settings.agent.name
      if case .rules(let rules) = policy, let delay = rules.crawlDelay(agent: agent) {
        await session.gate(of: address).note(.crawlDelayStated(delay))
      }
      return .success(policy)
    } catch {
      return .failure(error)
    }
  }

  /// Follows redirects, also to other hosts, as RFC 9309, 2.3.1.2 asks; addresses are guarded there
  /// as everywhere.
  private func fetch(_ start: WebAddress) async throws(PageArchiveError) -> RobotsPolicy {
    var address = start
    for _ in 0...session.settings.maximumRedirects {
      let stored = try session.archive.latest(url: address.description, sourceID: nil)
      let body = stored.flatMap { try? session.archive.body(of: $0) }
      let answer: HTTPAnswer
      do throws(FetchFailure) {
        answer = try await session.ask(
          address, conditions: body == nil ? [] : session.conditions(for: stored),
          limit: RobotsRules.longestFile, excess: .isCutOff)
      } catch {
        try note(error, at: address)
        return .unreachable(error)
      }
      if let target = answer.redirect {
        guard let next = WebAddress(target, relativeTo: address) else { return .unavailable }
        address = next
        continue
      }
      return try policy(from: answer, at: address, stored: stored, storedBody: body)
    }
    return .unavailable
  }

  private func policy(
    from answer: HTTPAnswer, at address: WebAddress, stored: StoredCapture?, storedBody: [UInt8]?
  ) throws(PageArchiveError) -> RobotsPolicy {
    switch answer.status {
    case 200:
      try session.keep(answer, of: address, sourceID: nil, over: stored)
      return .rules(RobotsRules(answer.body))
    case 304:
      guard let storedBody else { return .unreachable(.status(304)) }
      try session.confirm(address, sourceID: nil, answer: answer)
      return .rules(RobotsRules(storedBody))
    // “Too many requests” is no word on what the file says; whoever is that busy is left alone.
    case 400..<500 where answer.status != 429: return .unavailable
    default:
      try note(.status(answer.status), at: address)
      return .unreachable(.status(answer.status))
    }
  }

  private func note(_ failure: FetchFailure, at address: WebAddress) throws(PageArchiveError) {
    try session.archive.noteFailure(
      url: address.description, sourceID: nil, at: session.now(), reason: failure.description)
  }
}
