import CommandSupport
import Crawling
import Foundation
import Presentation
import Synchronization

/// Shows how the crawl goes on: one line that changes on a terminal, plain lines elsewhere.
final class CrawlProgress: Sendable {
  private struct Counts {
    var begun = 0
    var ended = 0
    var pages = 0
  }

  private let counts = Mutex(Counts())
  private let isLive = Terminal.showsProgress
  private let start = ContinuousClock.now
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
        counts.begun += 1
        return "\(target): begun"
      case .visited(let target, let visit):
        counts.pages += 1
        return "\(target): \(visit.url): \(Self.words(visit.outcome))"
      case .ended(let report):
        counts.ended += 1
        return
          "\(report.id): done, \(report.fetched.count) fetched, \(report.unchanged.count) unchanged"
      }
    }
    guard isLive else { return Terminal.say(line) }
    let text = SafeText.line("\(state) · \(line)").prefix(max(20, Terminal.width - 1))
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
  }

  /// Hosts done and waiting, pages, and the time that is probably left.
  private var state: String {
    let counts = counts.withLock { $0 }
    let underWay = counts.begun - counts.ended
    var text = "\(counts.ended)/\(total) hosts, \(underWay) under way, \(counts.pages) pages"
    if counts.ended > 0, counts.ended < total {
      let elapsed = start.duration(to: .now) / counts.ended
      text += ", \(Self.words(elapsed * (total - counts.ended))) left"
    }
    return text
  }

  /// A time in words: `40 s`, `12 min`.
  static func words(_ time: Duration) -> String {
    let seconds = Int(time.components.seconds)
    return seconds < 90 ? "\(seconds) s" : "\((seconds + 30) / 60) min"
  }

  /// Clears the line.
  func finish() {
    if isLive { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
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
