import CommandSupport
import Crawling
import Presentation
import Synchronization

/// Shows how the crawl goes on: one line that changes on a terminal, plain lines elsewhere.
final class CrawlProgress: Sendable {
  private struct Counts {
    var ended = 0
    var pages = 0
    /// The hosts under way.
    var hosts: [String: Host] = [:]
  }

  /// How far the crawl of one host is.
  private struct Host {
    let begun: ContinuousClock.Instant
    var visits = 0
    var waiting = 0

    /// The time that is probably left, at the pace of its visits so far.
    func left(at now: ContinuousClock.Instant) -> Duration {
      begun.duration(to: now) / max(1, visits) * waiting
    }
  }

  private let counts = Mutex(Counts())
  private let isLive = Terminal.showsProgress
  /// How many sources will be visited.
  private let total: Int

  init(total: Int) {
    self.total = total
  }

  /// Takes note of what happened.
  func note(_ event: CrawlEvent) {
    let line = counts.withLock { counts -> String in
      switch event {
      case .began(let target):
        counts.hosts[target] = Host(begun: .now)
        return "\(target): begun"
      case .visited(let target, let visit, let waiting):
        counts.pages += 1
        counts.hosts[target]?.visits += 1
        counts.hosts[target]?.waiting = waiting
        return "\(target): \(visit.url): \(Self.words(visit.outcome))"
      case .ended(let report):
        counts.ended += 1
        counts.hosts[report.id] = nil
        return
          "\(report.id): done, \(report.fetched.count) fetched, \(report.unchanged.count) unchanged"
      }
    }
    guard isLive else { return Terminal.say(line) }
    let text = SafeText.line("\(state) · \(line)").prefix(max(20, Terminal.width - 1))
    Terminal.hint("\r\u{1B}[K\(text)")
  }

  /// Hosts done and under way, pages, addresses that wait, and the time that is probably left: that of the
  /// slowest host, since all go on side by side.
  private var state: String {
    let counts = counts.withLock { $0 }
    let now = ContinuousClock.now
    let waiting = counts.hosts.values.reduce(0) { $0 + $1.waiting }
    let text =
      "\(counts.ended)/\(total) hosts, \(counts.hosts.count) under way, \(counts.pages) pages"
    guard waiting > 0, let left = counts.hosts.values.map({ $0.left(at: now) }).max() else {
      return text
    }
    return text + ", \(waiting) waiting, \(Self.words(left)) left"
  }

  /// A time in words: `40 s`, `12 min`.
  static func words(_ time: Duration) -> String {
    let seconds = Int(time.components.seconds)
    return seconds < 90 ? "\(seconds) s" : "\((seconds + 30) / 60) min"
  }

  /// Clears the line.
  func finish() {
    if isLive { Terminal.hint("\r\u{1B}[K") }
  }

  /// What came of an address, in words.
  static func words(_ outcome: FetchOutcome) -> String {
    switch outcome {
    case .fetched(let bytes): "fetched, \(bytes) bytes"
    case .unchanged: "unchanged"
    case .notDue: "not due yet"
    case .redirected(let address): "leads to \(address)"
    case .gone(let status): "gone (\(status))"
    case .refused(let line): "robots.txt forbids it (\(line))"
    case .failed(let failure): "\(failure)"
    }
  }
}
