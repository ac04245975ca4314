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
    let state = counts.withLock { "\($0.ended) of \($0.begun) hosts done, \($0.pages) pages · " }
    let text = SafeText.line(state + line).prefix(100)
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
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
    case .redirected(let address): "leads to \(address)"
    case .gone(let status): "gone (\(status))"
    case .refused(let line): "robots.txt forbids it (\(line))"
    case .failed(let failure): "\(failure)"
    }
  }
}
