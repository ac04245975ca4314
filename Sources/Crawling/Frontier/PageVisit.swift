import PageArchive
import RecruitmentModel

/// The visit of one address: may it be asked for, has it changed, what is kept of it.
struct PageVisit: Sendable {
  let session: CrawlSession
  let targetID: String
  /// What the archive has of the target, by address.
  let known: [String: StoredCapture]

  /// Visits an address; the page is nil where there is none to look for links in.
  func visit(_ entry: FrontierEntry) async throws(PageArchiveError) -> (FetchOutcome, FetchedPage?)
  {
    let policy = try await RobotsLoader(session: session).policy(for: entry.address)
    let result: (outcome: FetchOutcome, page: FetchedPage?)
    switch verdict(of: policy, on: entry.address) {
    case .failure(let failure): result = (.failed(failure), nil)
    case .success(.disallowed(let line)):
      await noteRefusal(of: entry.address, by: line)
      result = (.refused(by: line), nil)
    case .success(.allowed(let line)):
      let reason = line?.description ?? policy.silence
      result = try await fetch(entry, allowedBy: line, because: reason)
    }
    try await note(result.outcome, of: entry)
    return result
  }

  private func verdict(of policy: RobotsPolicy, on address: WebAddress)
    -> Result<RobotsVerdict, FetchFailure>
  {
    switch policy {
    case .unavailable: .success(.allowed(by: nil))
    case .unreachable(let failure): .failure(failure.asRobotsFailure)
    case .rules(let rules):
      .success(rules.verdict(for: address.target, agent: session.settings.agent.name))
    }
  }

  private func noteRefusal(of address: WebAddress, by line: RobotsLine) async {
    var entry = RequestEntry(
      host: address.authority, url: address.description, sourceID: targetID, at: session.now(),
      reason: line.description)
    entry.problem = RequestEntry.notAsked
    await session.keeper.note(.request(entry))
  }

  private func fetch(
    _ entry: FrontierEntry, allowedBy line: RobotsLine?, because reason: String
  ) async throws(PageArchiveError) -> (FetchOutcome, FetchedPage?) {
    let stored = known[entry.address.description]
    // What cannot be read any more is fetched anew, whatever the server says of its age.
    let content = stored.flatMap { try? session.archive.content(of: $0) }
    if let stored, let content, let answer = remembered(stored, content, of: entry) {
      return answer
    }
    // A 304 need not say what a page asks of crawlers, so a page that asks something is sent again.
    let isAsking = content?.headers.contains { $0.hasName(Self.robotsTag) } ?? true
    let question = Question(
      address: entry.address, sourceID: targetID, reason: reason,
      conditions: isAsking ? [] : session.conditions(for: stored),
      limit: session.settings.largestBody)
    let origin = CaptureOrigin(
      allowedBy: line?.description, depth: entry.depth, referrer: entry.referrer,
      linkText: entry.linkText)
    let over = content == nil ? nil : stored
    if let source = sourceAskedBeforeStop(for: entry.address) {
      return try await take(.kept(sourceID: source), of: entry, over: over, origin: origin)
    }
    if let shared = await session.visits.claim(entry.address) {
      return try await take(shared, of: entry, over: over, origin: origin)
    }
    do throws(PageArchiveError) {
      let result = try await ask(question, of: entry, over: over, content, origin: origin)
      let failure: FetchFailure? = if case .failed(let failure) = result.0 { failure } else { nil }
      await session.visits.finish(
        entry.address, failure.map { .failed($0) } ?? .kept(sourceID: targetID))
      return result
    } catch {
      await session.visits.finish(entry.address, .failed(.cancelled))
      throw error
    }
  }

  /// On whose behalf an address was asked for already, in the crawl that was stopped and is gone on with.
  private func sourceAskedBeforeStop(for address: WebAddress) -> String? {
    guard let begin = session.interrupted else { return nil }
    return try? session.archive.source(
      thatAskedFor: address.description, since: begin, otherThan: targetID)
  }

  /// Asks for an address, and keeps what comes.
  private func ask(
    _ question: Question, of entry: FrontierEntry, over stored: StoredCapture?,
    _ content: (headers: [HeaderField], body: [UInt8])?, origin: CaptureOrigin
  ) async throws(PageArchiveError) -> (FetchOutcome, FetchedPage?) {
    let answer: HTTPAnswer
    switch try await askWithSession(question) {
    case .success(let came): answer = came
    case .failure(let failure): return (.failed(failure), nil)
    }
    if !question.conditions.isEmpty, let stored, let content {
      let isAsking = answer.headers.contains { $0.hasName(Self.robotsTag) }
      if answer.status == 304 && isAsking || Self.refusesConditions.contains(answer.status) {
        return try await fetchWhole(question, entry, over: stored, origin: origin)
      }
      if answer.status == 304 {
        try await session.confirm(stored, answer: answer)
        return (.unchanged, page(entry, stored, content))
      }
    }
    return try await take(answer, of: entry, over: stored, origin: origin)
  }

  /// Asks for an address; where its server sends on to the same address with a session id in it, for that one.
  ///
  /// Such servers give each visitor an id, and what comes is the page without it.
  private func askWithSession(
    _ question: Question
  ) async throws(PageArchiveError) -> Result<HTTPAnswer, FetchFailure> {
    let first = await session.ask(question)
    let address = question.address
    guard case .success(let answer) = first,
      let next = answer.redirect.flatMap({ WebAddress($0, relativeTo: address) }),
      next != address, next.withoutSession == address.withoutSession
    else { return first }
    let policy = try await RobotsLoader(session: session).policy(for: next)
    guard case .success(.allowed(let line)) = verdict(of: policy, on: next) else { return first }
    return await session.ask(
      Question(
        address: next, sourceID: question.sourceID, reason: line?.description ?? policy.silence,
        conditions: question.conditions, limit: question.limit))
  }

  /// How servers answer to header fields that they do not understand, or that are too long for them.
  private static let refusesConditions: Set = [400, 412, 413, 431]
  private static let robotsTag = "X-Robots-Tag"

  /// Takes what came on behalf of another source a moment ago: it need not be asked for twice.
  private func take(
    _ shared: SharedVisits.Result, of entry: FrontierEntry, over stored: StoredCapture?,
    origin: CaptureOrigin
  ) async throws(PageArchiveError) -> (FetchOutcome, FetchedPage?) {
    switch shared {
    case .failed(let failure): return (.failed(failure), nil)
    case .kept(let sourceID):
      let address = entry.address.description
      guard let capture = try session.archive.latest(url: address, sourceID: sourceID),
        let content = try? session.archive.content(of: capture)
      else { return (.failed(.interrupted(reason: "what came cannot be read back")), nil) }
      let answer = HTTPAnswer(
        status: capture.status, headers: capture.validators.replacing(in: content.headers),
        body: content.body, requestHeaders: [])
      return try await take(answer, of: entry, over: stored, origin: origin)
    }
  }

  /// Asks without conditions for a page that has not changed, but now asks something of crawlers, or whose
  /// server does not take the conditions: the answer that says so is kept.
  private func fetchWhole(
    _ question: Question, _ entry: FrontierEntry, over stored: StoredCapture, origin: CaptureOrigin
  ) async throws(PageArchiveError) -> (FetchOutcome, FetchedPage?) {
    let whole = Question(
      address: question.address, sourceID: question.sourceID, reason: question.reason,
      conditions: [], limit: question.limit)
    switch await session.ask(whole) {
    case .success(let answer):
      return try await take(answer, of: entry, over: stored, origin: origin)
    case .failure(let failure): return (.failed(failure), nil)
    }
  }

  /// What is known of an address that need not be asked for: it came in the crawl that is gone on with, or
  /// is not due.
  private func remembered(
    _ stored: StoredCapture, _ content: ([HeaderField], [UInt8]), of entry: FrontierEntry
  ) -> (FetchOutcome, FetchedPage?)? {
    if let interrupted = session.interrupted, stored.checkedAt >= interrupted {
      switch stored.status {
      case 200: return (.unchanged, page(entry, stored, content))
      case 404, 410: return (.gone(status: stored.status), nil)
      default:
        let next = stored.location.flatMap { WebAddress($0, relativeTo: entry.address) }
        return next.map { (.redirected(to: $0.withoutSession.description), nil) }
      }
    }
    return isResting(stored, entry) ? (.notDue, page(entry, stored, content)) : nil
  }

  /// Whether a page need not be asked for this time; entrances always are.
  private func isResting(_ stored: StoredCapture, _ entry: FrontierEntry) -> Bool {
    guard let rhythm = session.settings.rhythm, entry.depth > 0, stored.status == 200 else {
      return false
    }
    return !rhythm.isDue(
      fetchedAt: stored.fetchedAt, checkedAt: stored.checkedAt, now: session.now())
  }

  private func take(
    _ answer: HTTPAnswer, of entry: FrontierEntry, over stored: StoredCapture?,
    origin: CaptureOrigin
  ) async throws(PageArchiveError) -> (FetchOutcome, FetchedPage?) {
    let keep = { () async throws(PageArchiveError) -> Capture? in
      try await session.keep(
        answer, of: entry.address, sourceID: targetID, over: stored, origin: origin)
    }
    if let redirect = answer.redirect {
      guard let next = WebAddress(redirect, relativeTo: entry.address) else {
        return (.failed(.badAddress(redirect)), nil)
      }
      _ = try await keep()
      return (.redirected(to: next.withoutSession.description), nil)
    }
    switch answer.status {
    case 200:
      if let doubt = doubt(answer, of: entry, over: stored) { return (.failed(doubt), nil) }
      let content = (answer.headers, answer.body)
      if let capture = try await keep() {
        let page = page(entry, content, fetchedAt: capture.fetchedAt, digest: capture.digest)
        return (.fetched(bytes: answer.body.count), page)
      }
      return (.unchanged, stored.map { page(entry, $0, content) })
    case 404, 410:
      _ = try await keep()
      return (.gone(status: answer.status), nil)
    default:
      return (.failed(.status(answer.status)), nil)
    }
  }

  private func page(
    _ entry: FrontierEntry, _ stored: StoredCapture, _ content: ([HeaderField], [UInt8])
  ) -> FetchedPage {
    page(entry, content, fetchedAt: stored.fetchedAt, digest: stored.digest)
  }

  private func page(
    _ entry: FrontierEntry, _ content: (headers: [HeaderField], body: [UInt8]),
    fetchedAt: Timestamp, digest: ContentDigest
  ) -> FetchedPage {
    FetchedPage(
      targetID: targetID, url: entry.address.description, fetchedAt: fetchedAt, digest: digest,
      contentType: content.headers.firstValue(of: "Content-Type"), body: content.body,
      depth: entry.depth, isLast: entry.depth >= session.settings.maximumDepth,
      robotsTags: content.headers.filter { $0.hasName(Self.robotsTag) }.map(\.value))
  }

  /// Notes in the catalogue what went wrong; links that lead nowhere are no fault of the source.
  private func note(
    _ outcome: FetchOutcome, of entry: FrontierEntry
  ) async throws(PageArchiveError) {
    let reason: String? =
      switch outcome {
      case _ where entry.isGuess: nil
      case .failed(.outOfTime), .failed(.cancelled), .failed(.hostBudgetSpent): nil
      case .failed(let failure): failure.description
      case .gone(let status) where entry.depth == 0: "status \(status)"
      case .refused(let line) where entry.depth == 0: "\(PageFailure.forbidden), \(line)"
      default: nil
      }
    guard let reason else { return }
    try await session.keepFailure(
      of: entry.address.description, sourceID: targetID, reason: reason)
  }
}

extension FetchFailure {
  /// The failure of the robots.txt as the failure of a page behind it.
  fileprivate var asRobotsFailure: FetchFailure {
    switch self {
    case .outOfTime, .cancelled, .hostAsksForRest, .hostBudgetSpent, .hostKeepsFailing,
      .unresolvable, .forbiddenAddress, .unreachable,
      .insecure:
      self
    default: .robotsUnknown(reason: description)
    }
  }
}
