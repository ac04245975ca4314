/// When the next request to a host may start.
///
/// A pure value: it is told what happened and says what to do, in time since the crawl began. Between
/// the end of one answer and the start of the next request lies a pause: the least of the settings,
/// or the host's `Crawl-delay` where that is longer. Counted like this, no two requests can reach
/// the host closer together, however long the first was under way.
struct HostPoliteness: Sendable {
  /// Something that happened.
  enum Event {
    /// The host's robots.txt asked for a pause between requests.
    case crawlDelayStated(Duration)
    /// The answer to a request has come, or never will.
    case requestEnded
    /// The host asked to be left alone for a while (`Retry-After`).
    case pauseAsked(Duration)
  }

  /// What to do now.
  enum Action: Equatable {
    /// Start the next request.
    case start
    /// Wait until a time.
    case wait(until: Duration)
    /// Leave the host alone for this crawl.
    case giveUp
  }

  private let longestPause: Duration
  private var gap: Duration
  private var earliest = Duration.zero
  private var isGivenUp = false

  /// Makes the record of a host that has not been asked anything.
  init(minimumGap: Duration, longestPause: Duration) {
    gap = minimumGap
    self.longestPause = longestPause
  }

  /// Takes note of an event.
  mutating func handle(_ event: Event, at now: Duration) {
    switch event {
    case .crawlDelayStated(let delay):
      earliest += max(.zero, delay - gap)
      gap = max(gap, delay)
    case .requestEnded:
      earliest = max(earliest, now + gap)
    case .pauseAsked(let pause):
      isGivenUp = isGivenUp || pause > longestPause
      earliest = max(earliest, now + pause)
    }
  }

  /// What to do before the next request.
  func action(at now: Duration) -> Action {
    if isGivenUp { return .giveUp }
    return now >= earliest ? .start : .wait(until: earliest)
  }
}
