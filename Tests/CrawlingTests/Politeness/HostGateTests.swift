import Synchronization
import Testing

@testable import Crawling

@Suite("The gate of a host") struct HostGateTests {
  private func gate(gap: Duration) -> (HostGate, Stopwatch) {
    let stopwatch = Stopwatch(ContinuousClock())
    let politeness = HostPoliteness(
      .init(minimumGap: gap, longestPause: .seconds(1), answerTimeMultiple: 0))
    return (HostGate(politeness, stopwatch: stopwatch), stopwatch)
  }

  @Test func `lets one request through at a time, with the gap between them`() async throws {
    let (gate, stopwatch) = gate(gap: .milliseconds(10))
    let spans = Record<(start: Duration, end: Duration)>()
    await withTaskGroup { group in
      for _ in 0..<8 {
        group.addTask {
          try? await gate.request(before: .seconds(3600)) { () async throws(FetchFailure) in
            let start = stopwatch.elapsed()
            try? await Task.sleep(for: .milliseconds(2))
            spans.add((start, stopwatch.elapsed()))
          }
        }
      }
    }
    let all = spans.all
    #expect(all.count == 8)
    for (one, next) in zip(all, all.dropFirst()) {
      #expect(next.start - one.end >= .milliseconds(9))
    }
  }

  @Test func `starts nothing that would have to wait past the deadline`() async throws {
    let (gate, _) = gate(gap: .seconds(5))
    try await gate.request(before: .seconds(1)) { () async throws(FetchFailure) in }
    await #expect(throws: FetchFailure.outOfTime) {
      try await gate.request(before: .seconds(1)) { () async throws(FetchFailure) in }
    }
  }

  @Test func `passes failures on and opens again`() async throws {
    let (gate, _) = gate(gap: .zero)
    await #expect(throws: FetchFailure.timedOut) {
      try await gate.request(before: .seconds(60)) { () async throws(FetchFailure) in
        throw .timedOut
      }
    }
    let value = try await gate.request(before: .seconds(60)) { () async throws(FetchFailure) in 7 }
    #expect(value == 7)
    await gate.note(.pauseAsked(.seconds(2)))
    await #expect(throws: FetchFailure.hostAsksForRest) {
      try await gate.request(before: .seconds(60)) { () async throws(FetchFailure) in }
    }
  }

  @Test func `loads a robots.txt once, however many ask for it`() async {
    let (gate, _) = gate(gap: .zero)
    let loads = Record<Int>()
    await withTaskGroup { group in
      for _ in 0..<10 {
        group.addTask {
          _ = await gate.robots(of: "http://a.example") {
            loads.add(1)
            try? await Task.sleep(for: .milliseconds(5))
            return .success(.unavailable)
          }
        }
      }
    }
    #expect(loads.all == [1])
  }
}

/// What several tasks noted, in the order in which they did.
final class Record<Value: Sendable>: Sendable {
  private let values = Mutex<[Value]>([])

  /// All that was noted.
  var all: [Value] { values.withLock { $0 } }

  /// Notes a value.
  func add(_ value: Value) {
    values.withLock { $0.append(value) }
  }
}
