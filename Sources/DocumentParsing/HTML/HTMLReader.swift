/// Turns HTML into a tree of our own.
enum HTMLReader {
  /// The deepest nesting that is kept.
  static let deepest = TreeTaker.deepest

  /// The most bytes of a page that the C parser may hold whole, which takes some ten times as much memory.
  static let largestHeld = 1 << 18

  /// The tree, and whether something was nested too deeply to be kept.
  ///
  /// - Parameters:
  ///   - html: The page.
  ///   - mostHeld: The most bytes of a page that is held whole, which takes less time.
  /// - Returns: The root; nil where nothing of it is a page.
  static func tree(
    of html: String, mostHeld: Int = largestHeld
  ) -> (root: HTMLElement, isCut: Bool)? {
    guard let library = LibXML2.shared else { return nil }
    let taker = TreeTaker(library)
    let isHeld = html.utf8.count <= mostHeld
    let root = parsing(html) { isHeld ? taker.heldRoot(of: $0) : taker.root(of: $0) }
    return root.map { ($0, taker.isCut) }
  }

  /// The tree where its words are wanted, else no more of it than its links hang on.
  static func glance(
    at html: String, where isWanted: (PageWords) -> Bool
  ) -> (root: HTMLElement, heads: [String], isWhole: Bool, isCut: Bool)? {
    guard let library = LibXML2.shared else { return nil }
    let taker = TreeTaker(library)
    let seen = parsing(html) { taker.glance(at: $0, where: isWanted) }
    return seen.map { ($0.root, $0.heads, $0.isWhole, taker.isCut) }
  }

  private static func parsing<Result>(
    _ html: String, _ body: (UnsafeBufferPointer<CChar>) -> Result
  ) -> Result {
    var html = AttributeLimit.applied(to: html)
    // The parser takes a zero for the end of the page.
    if html.withUTF8({ $0.place(of: 0) }) != nil { html.unicodeScalars.removeAll { $0.value == 0 } }
    return html.withUTF8 { $0.withMemoryRebound(to: CChar.self, body) }
  }
}
