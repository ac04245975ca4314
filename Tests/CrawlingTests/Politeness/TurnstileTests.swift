import Synchronization
import Testing

@testable import Crawling

@Suite("The turnstile of a crawl") struct TurnstileTests {
  /// How many are through now, were at the most, and have been in all.
  private final class Counts: Sendable {
    let numbers = Mutex((now: 0, most: 0, all: 0))
  }

  @Test(arguments: [1, 3])
  func `lets only so many through at a time, and all in the end`(_ places: Int) async {
    let turnstile = Turnstile(places: places)
    let counts = Counts()
    await withTaskGroup { group in
      for _ in 0..<50 {
        group.addTask {
          await turnstile.enter()
          counts.numbers.withLock { numbers in
            numbers.now += 1
            numbers.all += 1
            numbers.most = max(numbers.most, numbers.now)
          }
          for _ in 0..<5 { await Task.yield() }
          counts.numbers.withLock { $0.now -= 1 }
          turnstile.leave()
        }
      }
    }
    let (now, most, all) = counts.numbers.withLock { $0 }
    #expect(now == 0 && most <= places && all == 50)
  }
}
