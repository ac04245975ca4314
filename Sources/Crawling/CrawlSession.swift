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
  private let gates = Mutex<[String: HostGate]>([:])
  private let turnstile: Turnstile

  init(
    settings: CrawlSettings, archive: PageArchive, resolver: HostResolver, stopwatch: Stopwatch,
    now: @escaping @Sendable () -> Timestamp
  ) {
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
    gates.withLock { gates in
      if let gate = gates[address.gateKey] { return gate }
      let gate = HostGate(
        HostPoliteness(pace(of: address)), budget: budget, stopwatch: stopwatch,
        turnstile: turnstile)
      gates[address.gateKey] = gate
      return gate
    }
  }

  /// Asks for an address when its host's gate lets it through, and notes that in the ledger.
  ///
  /// A host that says when to come back is asked once more then.
  func ask(_ question: Question) async -> Result<HTTPAnswer, FetchFailure> {
    let first = await askOnce(question)
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
        await gate.note(.pauseAsked(pause))
      } else {
        let isTrouble = FetchFailure.status(answer.status).isTroubleOfHost
        await gate.note(isTrouble ? .failed : .succeeded)
      }
    case .failure(let failure):
      if failure.isTroubleOfHost { await gate.note(.failed) }
      if failure.isOwnDecision { return }
    }
    await keeper.note(.request(question.entry(result, at: now())))
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
    let etag = stored.validators.etag.map { HeaderField(name: "If-None-Match", value: $0) }
    let date = stored.validators.lastModified.map {
      HeaderField(name: "If-Modified-Since", value: $0)
    }
    return [etag, date].compactMap(\.self)
  }
}
