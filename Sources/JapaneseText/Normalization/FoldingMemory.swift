import Synchronization

/// The texts of one page that have been folded: readers ask for the same statements and labels again and
/// again, and get the same text back, with the words that have been found in it.
public final class FoldingMemory: Sendable {
  /// The memory of the page that is being read; nil outside of reading a page.
  @TaskLocal static var current: FoldingMemory?

  /// The most bytes of texts that one page keeps; further ones are folded each time.
  private static let mostBytes = 1 << 20

  private let kept = Mutex(Kept())

  /// Does something with a memory of its own, which ends with it.
  public static func remembering<Result>(_ body: () async throws -> Result) async rethrows -> Result
  {
    try await $current.withValue(FoldingMemory(), operation: body)
  }

  /// A text, folded now or before.
  func storage(of text: String) -> FoldedText.Storage {
    let hash = text.withBytes(Self.hash)
    if let known = kept.withLock({ $0.storage(of: text, hash) }) { return known }
    let storage = FoldedText.Storage(folding: text)
    kept.withLock { $0.keep(storage, hash) }
    return storage
  }

  /// The texts by their hashes: a table with open places, at most half full.
  private struct Kept: ~Copyable {
    private var places: [(hash: UInt64, storage: FoldedText.Storage)?] =
      Array(repeating: nil, count: 256)
    private var count = 0
    private var bytes = 0

    func storage(of text: String, _ hash: UInt64) -> FoldedText.Storage? {
      var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
      while let (known, storage) = places[place] {
        if known == hash, TextKey(storage.original) == TextKey(text) { return storage }
        place = (place + 1) & (places.count - 1)
      }
      return nil
    }

    mutating func keep(_ storage: FoldedText.Storage, _ hash: UInt64) {
      guard bytes < FoldingMemory.mostBytes else { return }
      bytes += storage.original.utf8.count
      count += 1
      if count * 2 > places.count {
        let old = places
        places = Array(repeating: nil, count: old.count * 2)
        for case (let hash, let storage)? in old { put(storage, hash) }
      }
      put(storage, hash)
    }

    private mutating func put(_ storage: FoldedText.Storage, _ hash: UInt64) {
      var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
      while places[place] != nil { place = (place + 1) & (places.count - 1) }
      places[place] = (hash, storage)
    }
  }

  /// What hashes begin with: another number in each process, so that no page can choose texts of one hash.
  private static let seed = UInt64.random(in: .min ... .max)

  /// A hash of eight bytes at a time; the standard library's takes three times as long for short texts.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = seed ^ UInt64(truncatingIfNeeded: bytes.count)
    func add(_ word: UInt64) {
      let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low &+ seed
    }
    var place = 0
    while place + 8 <= bytes.count {
      add(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var rest: UInt64 = 0
    while place < bytes.count {
      rest = rest << 8 | UInt64(bytes[place])
      place += 1
    }
    add(rest)
    return hash
  }
}

/// What follows from a text, made when it is first asked for.
///
/// Two tasks may make it at once; what one of them made is kept.
struct Derived: ~Copyable, Sendable {
  private let made = Held<FoldedText.Storage>()
  /// Stands for the text itself, which would hold itself for ever.
  private static let itself = FoldedText.Storage(folding: "")

  /// The text that follows from one.
  borrowing func text(from text: FoldedText, _ make: () -> FoldedText) -> FoldedText {
    if let made = made.object {
      return made._withUnsafeGuaranteedRef { $0 === Self.itself ? text : FoldedText($0) }
    }
    let derived = make()
    _ = made.keep(derived.storage === text.storage ? Self.itself : derived.storage)
    return derived
  }
}
