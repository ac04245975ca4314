import Synchronization

/// Lets only so many requests be under way at a time, whatever their hosts, in the order of asking.
///
/// Who waits for the pause of a host takes no place, so that all hosts of a crawl go on side by side.
final class Turnstile: Sendable {
  private struct State {
    var free: Int
    var queue: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>

  /// Makes a turnstile with so many places.
  init(places: Int) {
    state = Mutex(State(free: max(1, places)))
  }

  /// Returns when there is a place.
  func enter() async {
    await withCheckedContinuation { continuation in
      let hasPlace = state.withLock { state in
        if state.free > 0 {
          state.free -= 1
          return true
        }
        state.queue.append(continuation)
        return false
      }
      if hasPlace { continuation.resume() }
    }
  }

  /// Gives the place to whoever has waited longest.
  func leave() {
    state.withLock { state in
      guard state.queue.isEmpty else { return state.queue.removeFirst() as CheckedContinuation? }
      state.free += 1
      return nil
    }?.resume()
  }
}
