import PageArchive

/// Lets one request at a time through to a host, at the host's pace, in the order of asking.
actor HostGate {
  /// What a robots.txt says; a fault of the archive is none of the host's.
  typealias LoadedPolicy = Result<RobotsPolicy, PageArchiveError>

  /// What is known of a robots.txt, or who waits for it.
  private enum RobotsState {
    case loading([CheckedContinuation<LoadedPolicy, Never>])
    case known(LoadedPolicy)
  }

  private let stopwatch: Stopwatch
  private let turnstile: Turnstile
  private var politeness: HostPoliteness
  private var budget: HostBudget
  private var isTaken = false
  private var policies: [String: RobotsState] = [:]
  private var queue: [CheckedContinuation<Void, Never>] = []

  /// Makes the gate of a host; all gates of a crawl share a turnstile.
  init(
    _ politeness: HostPoliteness, budget: HostBudget = HostBudget(), stopwatch: Stopwatch,
    turnstile: Turnstile = Turnstile(places: .max)
  ) {
    self.turnstile = turnstile
    self.politeness = politeness
    self.budget = budget
    self.stopwatch = stopwatch
  }

  /// Runs a request when it is its turn, at the latest at `deadline`.
  func request<Value: Sendable>(
    before deadline: Duration, _ body: @Sendable () async throws(FetchFailure) -> Value
  ) async throws(FetchFailure) -> Value {
    await take()
    defer { release() }
    try await waitForStart(before: deadline)
    await turnstile.enter()
    defer { turnstile.leave() }
    let start = stopwatch.elapsed()
    try budget.begin(at: start)
    defer {
      let end = stopwatch.elapsed()
      politeness.handle(.answerTook(end - start), at: end)
      politeness.handle(.requestEnded, at: end)
    }
    return try await body()
  }

  /// The robots.txt of an authority of the host; `load` is run once, however many ask.
  func robots(of authority: String, load: @Sendable () async -> LoadedPolicy) async -> LoadedPolicy
  {
    switch policies[authority] {
    case .known(let policy): return policy
    case .loading(let waiting):
      return await withCheckedContinuation { continuation in
        policies[authority] = .loading(waiting + [continuation])
      }
    case nil:
      policies[authority] = .loading([])
      let policy = await load()
      finish(authority, policy)
      return policy
    }
  }

  private func finish(_ authority: String, _ policy: LoadedPolicy) {
    if case .loading(let waiting) = policies[authority] {
      for continuation in waiting { continuation.resume(returning: policy) }
    }
    policies[authority] = .known(policy)
  }

  /// Takes note of what the host said about its pace.
  func note(_ event: HostPoliteness.Event) {
    politeness.handle(event, at: stopwatch.elapsed())
  }

  /// Takes note of how much content came.
  func noteContent(bytes: Int) {
    budget.spend(bytes: bytes)
  }

  private func waitForStart(before deadline: Duration) async throws(FetchFailure) {
    while true {
      switch politeness.action(at: stopwatch.elapsed()) {
      case .start:
        if stopwatch.elapsed() >= deadline { throw .outOfTime }
        return
      case .giveUp: throw .hostAsksForRest
      case .leaveAlone(let failures): throw .hostKeepsFailing(times: failures)
      case .wait(let time):
        if time >= deadline { throw .outOfTime }
        do { try await stopwatch.sleep(time) } catch { throw .cancelled }
      }
    }
  }

  private func take() async {
    if isTaken {
      await withCheckedContinuation { queue.append($0) }
    } else {
      isTaken = true
    }
  }

  /// Hands the turn to whoever has waited longest.
  private func release() {
    if queue.isEmpty { isTaken = false } else { queue.removeFirst().resume() }
  }
}
