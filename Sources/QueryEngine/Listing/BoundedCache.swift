import Synchronization

/// Keeps what was made, up to a number of bytes; what nobody asks for any more goes first.
package final class BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Kept {
    let value: Value
    let size: Int
  }

  /// Two halves: what is asked for again moves to the young one, and the old one is dropped as a whole.
  private struct Halves {
    var young: [Key: Kept] = [:]
    var old: [Key: Kept] = [:]
    var size = 0
  }

  private let limit: Int
  private let halves = Mutex(Halves())

  /// Makes a cache that keeps about so many bytes at most.
  package init(bytes: Int) {
    limit = bytes / 2
  }

  /// What is kept under a key; nil where nothing is.
  package subscript(key: Key) -> Value? {
    values(of: CollectionOfOne(key)).first ?? nil
  }

  /// What is kept under some keys, each nil where nothing is.
  package func values(of keys: some Sequence<Key>) -> [Value?] {
    var dropped: [Key: Kept] = [:]
    let found = halves.withLock { halves in
      keys.map { key -> Value? in
        if let kept = halves.young[key] { return kept.value }
        guard let kept = halves.old.removeValue(forKey: key) else { return nil }
        put(kept, key, &halves, &dropped)
        return kept.value
      }
    }
    return found
  }

  /// Keeps a value of some bytes; one that is too large for the cache is not kept.
  package func keep(_ value: Value, for key: Key, size: Int) {
    guard size < limit else { return }
    // What is dropped is freed when nobody waits for the lock any more.
    var dropped: [Key: Kept] = [:]
    halves.withLock { put(Kept(value: value, size: size), key, &$0, &dropped) }
  }

  private func put(
    _ kept: Kept, _ key: Key, _ halves: inout Halves, _ dropped: inout [Key: Kept]
  ) {
    if halves.size + kept.size > limit {
      dropped = halves.old
      halves.old = halves.young
      halves.young = [:]
      halves.size = 0
    }
    if let before = halves.young.updateValue(kept, forKey: key) { halves.size -= before.size }
    halves.size += kept.size
  }
}
