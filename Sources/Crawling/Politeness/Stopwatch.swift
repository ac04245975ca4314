/// Time since the beginning of a crawl, on a clock that the caller chose.
struct Stopwatch: Sendable {
  /// The time that has passed.
  let elapsed: @Sendable () -> Duration
  /// Sleeps until a time has passed.
  let sleep: @Sendable (Duration) async throws -> Void

  /// Starts to count.
  init<C: Clock>(_ clock: C) where C.Duration == Duration {
    let start = clock.now
    elapsed = { start.duration(to: clock.now) }
    sleep = { try await clock.sleep(until: start.advanced(by: $0), tolerance: nil) }
  }
}
