import PageArchive
import RecruitmentModel

/// Fetches the robots.txt of hosts, which are asked before anything else is (RFC 9309, 2.3).
///
/// What came holds for a day, or for less where the host says so (`Cache-Control`, RFC 9309, 2.4).
struct RobotsLoader: Sendable {
  let session: CrawlSession

  private static let reason = "robots.txt is always allowed"

  /// What the robots.txt that holds for an address says; asked for once a crawl at most.
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
      let step: Step
      if let stored, let body, isFresh(stored) {
        step = Self.step(status: stored.status, location: stored.location, body: body)
      } else {
        let question = Question(
          address: address, sourceID: nil, reason: Self.reason,
          conditions: body == nil ? [] : session.conditions(for: stored),
          limit: RobotsRules.longestFile + 1, excess: .isCutOff)
        switch await session.ask(question) {
        case .success(let answer):
          step = try await take(answer, at: address, over: body == nil ? nil : stored, body)
        case .failure(let failure): step = .ends(.unreachable(failure))
        }
      }
      switch step {
      case .ends(let policy):
        if case .unreachable(let failure) = policy { try await note(failure, at: address) }
        return policy
      case .goesOn(let target):
        guard let next = WebAddress(target, relativeTo: address) else {
          return .unreachable(.badAddress(target))
        }
        address = next
      }
    }
    return .unavailable
  }

  /// Where an answer leads.
  private enum Step {
    case ends(RobotsPolicy)
    case goesOn(to: String)
  }

  /// Whether what is stored may be used without asking.
  private func isFresh(_ stored: StoredCapture) -> Bool {
    let age = session.now().secondsSinceEpoch - stored.checkedAt.secondsSinceEpoch
    guard age >= 0, age < session.settings.robotsLifetime else { return false }
    let headers = (try? session.archive.headers(of: stored)) ?? []
    return CacheControl(headers).lifetime.map { age < $0 } ?? true
  }

  /// Keeps an answer and says where it leads.
  private func take(
    _ answer: HTTPAnswer, at address: WebAddress, over stored: StoredCapture?, _ body: [UInt8]?
  ) async throws(PageArchiveError) -> Step {
    if answer.status == 304, let stored, let body {
      try await session.confirm(stored, answer: answer)
      return Self.step(status: stored.status, location: stored.location, body: body)
    }
    let step = Self.step(
      status: answer.status, location: answer.redirect, body: answer.body)
    if case .ends(.unreachable) = step { return step }
    try await session.keep(answer, of: address, sourceID: nil, over: stored)
    return step
  }

  private static func step(status: Int, location: String?, body: [UInt8]) -> Step {
    switch status {
    case 200, 203: return .ends(.rules(RobotsRules(body)))
    case 204: return .ends(.rules(RobotsRules([])))
    // “Too many requests” is no word on what the file says; whoever is that busy is left alone.
    case 400..<500 where status != 429: return .ends(.unavailable)
    case 300..<400:
      if let location, status != 304 { return .goesOn(to: location) }
    default: break
    }
    return .ends(.unreachable(.status(status)))
  }

  private func note(
    _ failure: FetchFailure, at address: WebAddress
  ) async throws(PageArchiveError) {
    try await session.keepFailure(
      of: address.description, sourceID: nil, reason: failure.description)
  }
}
