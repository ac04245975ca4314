#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Synchronization

/// The texts of one page that have been folded: readers ask for the same statements and labels again and
/// again, and get the same text back, with the words that have been found in it.
public final class FoldingMemory: Sendable {
  /// The most bytes of texts that one page keeps; further ones are folded each time.
  private static let mostBytes = 1 << 20

  /// Whether a thread reads a page with it.
  private let isHeld = Atomic(false)
  /// Looked at by the thread that holds it.
  private nonisolated(unsafe) let kept = UnsafeMutablePointer<KeptTexts>.allocate(capacity: 1)

  /// Makes an empty memory.
  public init() { kept.initialize(to: KeptTexts()) }

  deinit {
    kept.deinitialize(count: 1)
    kept.deallocate()
  }

  /// Does something with a memory of its own, which ends with it.
  public static func remembering<Result>(_ body: () throws -> Result) rethrows -> Result {
    try FoldingMemory().remembering(body)
  }

  /// Does something with this memory, on one thread at a time.
  public func remembering<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let wasHeld = isHeld.exchange(true, ordering: .acquiring)
    precondition(!wasHeld, "a page is read by one thread at a time")
    let before = pthread_getspecific(Self.key)
    pthread_setspecific(Self.key, kept)
    defer {
      pthread_setspecific(Self.key, before)
      isHeld.store(false, ordering: .releasing)
    }
    return try body()
  }

  /// What the thread that reads a page finds its texts by: asking the task costs more than folding a short text.
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  /// A text, folded now or before; nil outside of reading a page.
  @inline(__always)
  static func storage(of text: String) -> FoldedText.Storage? {
    guard let kept = pthread_getspecific(key) else { return nil }
    return kept.assumingMemoryBound(to: KeptTexts.self).pointee.storage(of: text)
  }

  /// The texts, and those of them that were asked for last.
  private struct KeptTexts: ~Copyable {
    var table = TextTable()
    var recent = RecentTexts()

    mutating func storage(of text: String) -> FoldedText.Storage {
      if let known = recent.storage(of: text) { return known }
      let hash = text.withBytes(TextTable.hash)
      if let known = table.storage(of: text, hash) {
        recent.keep(known)
        return known
      }
      let storage = FoldedText.Storage(folding: text)
      if table.bytes < FoldingMemory.mostBytes {
        table.keep(storage, hash)
        recent.keep(storage)
      }
      return storage
    }
  }
}

/// Texts by the two words that make up a string itself.
///
/// Those of a short string are its bytes, and those of a long one say where its bytes lie: strings with the same
/// words are the same text, while equal texts may have others.
private struct RecentTexts: ~Copyable {
  /// The texts are kept by the table, so that where they lie nothing else can come to lie.
  private struct Entry {
    var words: (UInt64, UInt64)
    var storage: Unmanaged<FoldedText.Storage>
  }

  private static let count = 256
  private let entries = UnsafeMutablePointer<Entry?>.allocate(capacity: Self.count)

  init() { entries.initialize(repeating: nil, count: Self.count) }
  deinit { entries.deallocate() }

  @inline(__always)
  private func place(_ words: (UInt64, UInt64)) -> Int {
    let mixed = (words.0 ^ words.1 &* 0xFF51_AFD7_ED55_8CCD) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 56)
  }

  @inline(__always)
  private static func words(of text: String) -> (UInt64, UInt64) {
    unsafeBitCast(text, to: (UInt64, UInt64).self)
  }

  @inline(__always)
  func storage(of text: String) -> FoldedText.Storage? {
    let words = Self.words(of: text)
    guard let entry = entries[place(words)], entry.words == words else { return nil }
    return entry.storage.takeUnretainedValue()
  }

  /// Keeps a text by the string that it holds itself.
  func keep(_ storage: FoldedText.Storage) {
    let words = Self.words(of: storage.original)
    entries[place(words)] = Entry(words: words, storage: .passUnretained(storage))
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
