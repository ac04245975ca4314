import PageArchive
import RecruitmentModel
import Synchronization

/// What the targets of one crawl share: the archive, the hosts with their gates, and the time.
final class CrawlSession: Sendable {
  let settings: CrawlSettings
  let archive: PageArchive
  /// The way into the archive.
  let keeper: ArchiveQueue
  let fetcher: HTTPFetcher
  let stopwatch: Stopwatch
  let now: @Sendable () -> Timestamp
  /// When the crawl began that is gone on with, since it was stopped; nil for a new one.
  let interrupted: Timestamp?
  /// What was asked for already, on behalf of any source.
  let visits = SharedVisits()
  private let gates = Mutex<[String: HostGate]>([:])
  private let turnstile: Turnstile

  init(
    settings: CrawlSettings, archive: PageArchive, resolver: HostResolver, stopwatch: Stopwatch,
    interrupted: Timestamp? = nil, now: @escaping @Sendable () -> Timestamp
  ) {
    self.interrupted = interrupted
    self.settings = settings
    self.archive = archive
    keeper = ArchiveQueue(archive)
    turnstile = Turnstile(places: settings.requestsAtOnce)
    self.stopwatch = stopwatch
    self.now = now
    fetcher = HTTPFetcher(
      settings: settings, hosts: PinnedHosts(settings: settings, resolver: resolver))
  }

  /// Whether the time of the crawl is over.
  var isOver: Bool { stopwatch.elapsed() >= settings.totalTime }

  /// The gate of an address's host.
  func gate(of address: WebAddress) -> HostGate {
    if let gate = gates.withLock({ $0[address.gateKey] }) { return gate }
    var politeness = HostPoliteness(pace(of: address), notBefore: earliest(of: address))
    if let rest = restLeft(of: address) {
      politeness.handle(.pauseAsked(rest), at: stopwatch.elapsed())
    }
    let gate = HostGate(politeness, budget: budget, stopwatch: stopwatch, turnstile: turnstile)
    return gates.withLock { gates in
      if let other = gates[address.gateKey] { return other }
      gates[address.gateKey] = gate
      return gate
    }
  }

  /// When a host may first be asked: the pause after the latest request of earlier crawls counts too.
  ///
  /// The ledger knows seconds, so one more may have passed; and it knows nothing of a request that was under
  /// way when a crawl was killed.
  private func earliest(of address: WebAddress) -> Duration? {
    let gap = settings.minimumGap
    let begin = stopwatch.elapsed()
    let afterKill = interrupted.map { _ in begin + gap }
    let lasts = names(of: address).compactMap { try? archive.lastRequest(toHost: $0) }
    guard let last = lasts.max() else { return afterKill }
    let rounding: Duration = gap < .seconds(1) ? .zero : .seconds(1)
    // A request of the future was noted under a clock that was ahead.
    let passed = Duration.seconds(max(0, now().secondsSinceEpoch - last.secondsSinceEpoch))
    return max(begin + rounding + gap - passed, afterKill ?? begin - passed)
  }

  /// The names under which a host is noted: with the port that is asked, and for all of its ports, which share a gate.
  private func names(of address: WebAddress) -> [String] {
    address.authority == address.gateKey ? [address.gateKey] : [address.gateKey, address.authority]
  }

  /// For how long a host still asks to be left alone, as it said in an earlier crawl.
  ///
  /// More than the longest rest was noted under a clock that was ahead: it begins now, and is noted so, or the
  /// host would be left alone until that clock's time has come.
  private func restLeft(of address: WebAddress) -> Duration? {
    let ends = names(of: address).compactMap { try? archive.rest(ofHost: $0) }
    guard let end = ends.max() else { return nil }
    let left = end.secondsSinceEpoch - now().secondsSinceEpoch
    let longest = Int(settings.longestRest.components.seconds)
    if left > longest {
      let end = Timestamp(secondsSinceEpoch: now().secondsSinceEpoch + longest)
      // Where nothing can be written, the page that is kept next says so.
      try? archive.keep(names(of: address).map { .rest(host: $0, until: end) })
    }
    return left > 0 ? .seconds(min(left, longest)) : nil
  }

  /// Asks for an address when its host's gate lets it through, and notes that in the ledger.
  ///
  /// A host that says when to come back is asked once more then; so is one that closed a connection, which
  /// had served before, without a word (RFC 9112, 9.3.1).
  func ask(_ question: Question) async -> Result<HTTPAnswer, FetchFailure> {
    let first = await askOnce(question)
    if case .failure(.closedUnasked) = first { return await askOnce(question) }
    guard case .success(let answer) = first, let pause = answer.pauseAsked(at: now()),
      pause <= settings.longestPause
    else { return first }
    let second = await askOnce(question)
    if case .failure(let failure) = second, failure.isOwnDecision { return first }
    return second
  }

  private func askOnce(_ question: Question) async -> Result<HTTPAnswer, FetchFailure> {
    let gate = gate(of: question.address)
    let fetcher = fetcher
    let result: Result<HTTPAnswer, FetchFailure>
    do throws(FetchFailure) {
      result = .success(
        try await gate.request(before: settings.totalTime) { () async throws(FetchFailure) in
          try await fetcher.fetch(
            question.address, conditions: question.conditions, limit: question.limit,
            excess: question.excess)
        })
    } catch {
      result = .failure(error)
    }
    await note(result, of: question, at: gate)
    return result
  }

  /// Tells the gate how the host is, and the ledger what was asked.
  private func note(
    _ result: Result<HTTPAnswer, FetchFailure>, of question: Question, at gate: HostGate
  ) async {
    switch result {
    case .success(let answer):
      await gate.noteContent(bytes: answer.body.count)
      if let pause = answer.pauseAsked(at: now()) {
        await gate.note(.busy)
        await gate.note(.pauseAsked(pause))
        await noteRest(pause, of: question.address)
      } else {
        let isTrouble = FetchFailure.status(answer.status).isTroubleOfHost
        await gate.note(isTrouble ? .failed : .succeeded)
      }
    case .failure(let failure):
      if !failure.isOwnDecision {
        await gate.noteContent(bytes: fetcher.hosts.wireBytes(of: question.address))
      }
      if failure.isTroubleOfHost { await gate.note(.failed) }
      if failure.isOwnDecision { return }
    }
    await keeper.note(.request(question.entry(result, at: now())))
  }

  /// Keeps what a host asked for, so that the next crawl knows it too.
  private func noteRest(_ pause: Duration, of address: WebAddress) async {
    let seconds = min(pause, settings.longestRest).components.seconds
    let end = Timestamp(secondsSinceEpoch: now().secondsSinceEpoch + Int(seconds))
    // Where nothing can be written, the page that is kept next says so.
    for name in names(of: address) { try? await keeper.keep(.rest(host: name, until: end)) }
  }

  private func pace(of address: WebAddress) -> HostPoliteness.Pace {
    // Each host has a jitter of its own.
    let seed = address.gateKey.utf8.reduce(settings.jitterSeed) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return HostPoliteness.Pace(
      minimumGap: settings.minimumGap, longestPause: settings.longestPause,
      answerTimeMultiple: settings.answerTimeMultiple,
      longestAnswerPause: settings.longestAnswerPause, failuresInARow: settings.failuresInARow,
      seed: seed)
  }

  private var budget: HostBudget {
    HostBudget(
      requests: settings.requestsPerHost, bytes: settings.bytesPerHost, time: settings.timePerHost)
  }

  /// The header fields that ask for a content only if it is not the one that is stored.
  func conditions(for stored: StoredCapture?) -> [HeaderField] {
    guard let stored, stored.status == 200 else { return [] }
    let etag = stored.validators.etag.flatMap {
      $0.utf8.count <= settings.longestValidator
        ? HeaderField(name: "If-None-Match", value: $0) : nil
    }
    let date = stored.validators.lastModified.map {
      HeaderField(name: "If-Modified-Since", value: $0)
    }
    return [etag, date].compactMap(\.self)
  }
}
