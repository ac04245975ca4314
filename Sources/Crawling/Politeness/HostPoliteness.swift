/// When the next request to a host may start.
///
/// A pure value: it is told what happened and says what to do, in time since the crawl began. Between
/// the end of one answer and the start of the next request lies a pause: the least of the settings,
/// the host's `Crawl-delay`, or a multiple of the time that the answer took, whichever is longest.
/// Each failure in a row doubles the pause, with a jitter, until the host is left alone. Counted like this, no two requests can reach
/// the host closer together, however long the first was under way.
struct HostPoliteness: Sendable {
  /// Something that happened.
  enum Event {
    /// The host's robots.txt asked for a pause between requests.
    case crawlDelayStated(Duration)
    /// A request was under way for so long; comes before its end.
    case answerTook(Duration)
    /// The answer to a request has come, or never will.
    case requestEnded
    /// The host answered as hosts do that are well.
    case succeeded
    /// The host answered with a fault of its own, or not at all.
    case failed
    /// The host is busy, and says for how long: a failure whose pause it names itself.
    case busy
    /// The host asked to be left alone for a while (`Retry-After`).
    case pauseAsked(Duration)
  }

  /// What to do now.
  enum Action: Equatable {
    /// Start the next request.
    case start
    /// Wait until a time.
    case wait(until: Duration)
    /// Leave the host alone for this crawl, since it asks for that.
    case giveUp
    /// Leave the host alone for this crawl, since it has failed so many times in a row.
    case leaveAlone(failures: Int)
  }

  /// The pace that is kept whatever the host says.
  struct Pace {
    var minimumGap: Duration
    var longestPause: Duration
    var answerTimeMultiple = 5.0
    var longestAnswerPause = Duration.seconds(30)
    var failuresInARow = 5
    /// What the jitter begins with.
    var seed: UInt64 = 0
  }

  private let pace: Pace
  private var gap: Duration
  private var answerPause = Duration.zero
  private var failures = 0
  private var jitter: UInt64
  private var earliest = Duration.zero
  private var isGivenUp = false

  /// Makes the record of a host that has not been asked anything in this crawl, and may be from a time on.
  init(_ pace: Pace, notBefore: Duration? = nil) {
    self.pace = pace
    earliest = notBefore ?? .zero
    gap = pace.minimumGap
    jitter = pace.seed
  }

  /// Takes note of an event.
  mutating func handle(_ event: Event, at now: Duration) {
    switch event {
    case .crawlDelayStated(let delay):
      earliest += max(.zero, delay - gap)
      gap = max(gap, delay)
    case .answerTook(let time):
      answerPause = min(time * pace.answerTimeMultiple, pace.longestAnswerPause)
    case .requestEnded:
      earliest = max(earliest, now + max(gap, answerPause))
    case .succeeded:
      failures = 0
    case .failed:
      failures += 1
      earliest = max(earliest, now + backOff())
    case .busy:
      failures += 1
    case .pauseAsked(let pause):
      isGivenUp = isGivenUp || pause > pace.longestPause
      earliest = max(earliest, now + pause)
    }
  }

  /// What to do before the next request.
  func action(at now: Duration) -> Action {
    if isGivenUp { return .giveUp }
    if failures >= pace.failuresInARow { return .leaveAlone(failures: failures) }
    return now >= earliest ? .start : .wait(until: earliest)
  }

  /// The pause after failures in a row: twice the one before, and up to half of it more, so that
  /// crawlers that failed together do not come back together.
  private mutating func backOff() -> Duration {
    // The generator of Steele, Lea and Flood (SplitMix), whose numbers depend on the seed alone.
    jitter &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (jitter ^ (jitter >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    let share = Double((mixed ^ (mixed >> 31)) >> 11) / Double(1 << 53)
    return min(gap * Double(1 << min(failures, 20)) * (1 + share / 2), pace.longestPause)
  }
}
