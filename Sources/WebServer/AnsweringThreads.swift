import Dispatch
import Foundation
import Synchronization

/// Threads that work answers out, so that one that takes long holds up neither connections nor what is kept already.
///
/// There are more of them than processors: the system shares these among them, so that a short answer need not wait
/// until a long one is done.
package final class AnsweringThreads: Sendable {
  private typealias Work = @Sendable () -> Void

  /// What is to be done, which all threads share.
  private final class Waiting: Sendable {
    private struct List {
      var works: [Work] = []
      /// The place of the next one; those before it are done.
      var next = 0
    }

    private static let longestDone = 256

    private let list = Mutex(List())
    private let count = DispatchSemaphore(value: 0)
    private let most: Int

    init(most: Int) {
      self.most = most
    }

    /// Takes some work in; false where too much waits already.
    func add(_ work: @escaping Work) -> Bool {
      let isTaken = list.withLock { list in
        guard list.works.count - list.next < most else { return false }
        list.works.append(work)
        return true
      }
      if isTaken { count.signal() }
      return isTaken
    }

    /// The next work, once there is some; nil where all has ended.
    func next() -> Work? {
      count.wait()
      return list.withLock { list in
        guard list.next < list.works.count else { return nil }
        let work = list.works[list.next]
        list.next += 1
        if list.next == list.works.count || list.next > Self.longestDone {
          list.works.removeFirst(list.next)
          list.next = 0
        }
        return work
      }
    }

    /// Ends so many threads, once they have done what waits.
    func end(_ threads: Int) {
      for _ in 0..<threads { count.signal() }
    }
  }

  /// As much as the main thread has.
  private static let stackBytes = 8 << 20

  private let waiting: Waiting
  private let count: Int

  /// Starts threads.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - mostWaiting: How many answers may wait for one.
  package init(count: Int, mostWaiting: Int) {
    let waiting = Waiting(most: mostWaiting)
    self.waiting = waiting
    self.count = count
    for _ in 0..<count {
      let thread = Thread { while let work = waiting.next() { work() } }
      thread.stackSize = Self.stackBytes
      thread.start()
    }
  }

  deinit { waiting.end(count) }

  /// Works something out on one of the threads; nil where too many wait already.
  package func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value? {
    await withCheckedContinuation { continuation in
      if !waiting.add({ continuation.resume(returning: work()) }) {
        continuation.resume(returning: nil)
      }
    }
  }
}
