import Synchronization

/// The texts of one page that have been folded: readers ask for the same statements and labels again and
/// again, and get the same text back, with the words that have been found in it.
public final class FoldingMemory: Sendable {
  /// The memory of the page that is being read; nil outside of reading a page.
  @TaskLocal static var current: FoldingMemory?

  /// The most bytes of texts that one page keeps; further ones are folded each time.
  private static let mostBytes = 1 << 20

  private let kept = Mutex(TextTable())

  /// Does something with a memory of its own, which ends with it.
  public static func remembering<Result>(_ body: () async throws -> Result) async rethrows -> Result
  {
    try await $current.withValue(FoldingMemory(), operation: body)
  }

  /// A text, folded now or before.
  func storage(of text: String) -> FoldedText.Storage {
    let hash = text.withBytes(TextTable.hash)
    if let known = kept.withLock({ $0.storage(of: text, hash) }) { return known }
    let storage = FoldedText.Storage(folding: text)
    kept.withLock { if $0.bytes < Self.mostBytes { $0.keep(storage, hash) } }
    return storage
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
