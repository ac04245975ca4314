import Synchronization

/// Keeps answers that were given, up to a number of bytes; those that nobody asks for any more go first.
final class AnswerCache<Answer: Sendable>: Sendable {
  private struct Kept {
    let answer: Answer
    let size: Int
  }

  /// Two halves: what is asked for again moves to the young one, and the old one is dropped as a whole.
  private struct Halves {
    var young: [String: Kept] = [:]
    var old: [String: Kept] = [:]
    var size = 0
  }

  private let limit: Int
  private let halves = Mutex(Halves())

  /// Makes a cache that keeps about so many bytes at most.
  init(bytes: Int) {
    limit = bytes / 2
  }

  /// A kept answer; nil where there is none.
  subscript(key: String) -> Answer? {
    halves.withLock { halves in
      if let kept = halves.young[key] { return kept.answer }
      guard let kept = halves.old.removeValue(forKey: key) else { return nil }
      put(kept, key, &halves)
      return kept.answer
    }
  }

  /// Keeps an answer of some bytes; one that is too large for the cache is not kept.
  func keep(_ answer: Answer, for key: String, size: Int) {
    guard size < limit else { return }
    halves.withLock { put(Kept(answer: answer, size: size), key, &$0) }
  }

  private func put(_ kept: Kept, _ key: String, _ halves: inout Halves) {
    if halves.size + kept.size > limit {
      halves.old = halves.young
      halves.young = [:]
      halves.size = 0
    }
    halves.size += kept.size
    halves.young[key] = kept
  }
}
