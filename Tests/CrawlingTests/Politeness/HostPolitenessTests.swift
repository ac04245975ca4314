import Testing

@testable import Crawling

@Suite("Politeness to a host") struct HostPolitenessTests {
  private func fresh() -> HostPoliteness {
    HostPoliteness(.init(minimumGap: .seconds(1), longestPause: .seconds(120)))
  }

  @Test func `lets the first request start at once`() {
    #expect(fresh().action(at: .zero) == .start)
  }

  @Test func `waits the least gap, counted from the end of the answer`() {
    var host = fresh()
    host.handle(.requestEnded, at: .seconds(7))
    #expect(host.action(at: .seconds(7)) == .wait(until: .seconds(8)))
    #expect(host.action(at: .milliseconds(7999)) == .wait(until: .seconds(8)))
    #expect(host.action(at: .seconds(8)) == .start)
  }

  @Test func `waits the Crawl-delay where it is longer, also after the robots.txt itself`() {
    var host = fresh()
    host.handle(.requestEnded, at: .seconds(2))
    host.handle(.crawlDelayStated(.seconds(5)), at: .seconds(2))
    #expect(host.action(at: .seconds(3)) == .wait(until: .seconds(7)))
    host.handle(.requestEnded, at: .seconds(8))
    #expect(host.action(at: .seconds(8)) == .wait(until: .seconds(13)))
  }

  @Test func `keeps the least gap where the Crawl-delay is shorter`() {
    var host = fresh()
    host.handle(.crawlDelayStated(.zero), at: .zero)
    host.handle(.requestEnded, at: .zero)
    #expect(host.action(at: .zero) == .wait(until: .seconds(1)))
  }

  @Test func `waits as long as the host asks, and never less than the gap`() {
    var host = fresh()
    host.handle(.requestEnded, at: .seconds(1))
    host.handle(.pauseAsked(.seconds(30)), at: .seconds(1))
    #expect(host.action(at: .seconds(2)) == .wait(until: .seconds(31)))
    host.handle(.pauseAsked(.zero), at: .seconds(40))
    host.handle(.requestEnded, at: .seconds(40))
    #expect(host.action(at: .seconds(40)) == .wait(until: .seconds(41)))
  }

  @Test func `gives a host up that asks for more than there is time for`() {
    var host = fresh()
    host.handle(.pauseAsked(.seconds(121)), at: .zero)
    #expect(host.action(at: .zero) == .giveUp)
    #expect(host.action(at: .seconds(500)) == .giveUp)
  }

  @Test func `waits a multiple of the time that the answer took, up to a bound`() {
    var host = fresh()
    host.handle(.answerTook(.milliseconds(100)), at: .zero)
    host.handle(.requestEnded, at: .zero)
    #expect(host.action(at: .zero) == .wait(until: .seconds(1)))
    host.handle(.answerTook(.seconds(2)), at: .seconds(2))
    host.handle(.requestEnded, at: .seconds(2))
    #expect(host.action(at: .seconds(2)) == .wait(until: .seconds(12)))
    host.handle(.answerTook(.seconds(60)), at: .seconds(100))
    host.handle(.requestEnded, at: .seconds(100))
    #expect(host.action(at: .seconds(100)) == .wait(until: .seconds(130)))
  }

  @Test func `waits longer after each failure, with a jitter that the seed decides`() {
    let pauses = waits(seed: 7)
    for (number, pause) in pauses.enumerated() {
      let least = Duration.seconds(min(120, 1 << (number + 1)))
      #expect(pause >= least && pause <= max(least, min(.seconds(120), least * 1.5)))
    }
    #expect(pauses == waits(seed: 7) && pauses != waits(seed: 8))
  }

  /// The pauses after one failure, two, and so on.
  private func waits(seed: UInt64) -> [Duration] {
    var host = HostPoliteness(
      .init(minimumGap: .seconds(1), longestPause: .seconds(120), failuresInARow: 20, seed: seed))
    return (1...9).compactMap { _ in
      host.handle(.requestEnded, at: .zero)
      host.handle(.failed, at: .zero)
      guard case .wait(let time) = host.action(at: .zero) else { return nil }
      return time
    }
  }

  @Test func `leaves a host alone that fails again and again, not one that fails now and then`() {
    var host = fresh()
    for _ in 0..<4 { host.handle(.failed, at: .zero) }
    host.handle(.succeeded, at: .zero)
    for _ in 0..<4 { host.handle(.failed, at: .zero) }
    #expect(host.action(at: .seconds(1000)) == .start)
    host.handle(.failed, at: .zero)
    #expect(host.action(at: .seconds(1000)) == .leaveAlone(failures: 5))
  }

  @Test(arguments: 0..<20)
  func `never lets two requests closer together than all that was asked`(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    var host = fresh()
    var now = Duration.zero
    var delay = Duration.seconds(1)
    var earliest = Duration.zero
    for _ in 0..<200 {
      switch Int.random(in: 0..<10, using: &random) {
      case 0:
        let stated = Duration.milliseconds(Int.random(in: 0...4000, using: &random))
        host.handle(.crawlDelayStated(stated), at: now)
        delay = max(delay, stated)
      case 1:
        let pause = Duration.milliseconds(Int.random(in: 0...9000, using: &random))
        host.handle(.pauseAsked(pause), at: now)
        earliest = max(earliest, now + pause)
      default: break
      }
      if case .wait(let time) = host.action(at: now) { now = time }
      #expect(host.action(at: now) == .start)
      #expect(now >= earliest)
      now += .milliseconds(Int.random(in: 0...3000, using: &random))
      host.handle(.requestEnded, at: now)
      earliest = max(earliest, now + delay)
      now += .milliseconds(Int.random(in: 0...1500, using: &random))
    }
  }
}

/// A generator whose numbers depend on its seed alone.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
