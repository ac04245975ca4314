/// Tells whether any of some words stands in a text, whatever blanks stand in it and whatever stands around it.
public struct WordSieve: Sendable {
  private let tree: JoinedWordLists.Tree
  /// The text that is gone through, without blanks.
  private var text: [Unicode.Scalar] = []

  /// Makes a sieve of words, which are folded.
  public init(_ words: [String]) {
    tree = .init(WordTrie([words.map { FoldedText($0).withoutBlanks.scalars }]))
  }

  /// Adds a piece of a text behind the others: bytes of UTF-8.
  public mutating func add(_ piece: UnsafeBufferPointer<UInt8>) {
    FoldedText.appendScalars(of: piece, to: &text)
  }

  /// Whether a word stands in what was added.
  public var hasWord: Bool {
    text.withUnsafeBufferPointer { text in
      var isFound = false
      tree.trie.forEachWord(in: text) { _, _, _ in isFound = true }
      return isFound
    }
  }
}
