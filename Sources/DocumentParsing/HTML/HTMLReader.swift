/// Turns HTML into a tree of our own.
enum HTMLReader {
  /// The deepest nesting that is kept.
  static let deepest = TreeTaker.deepest

  /// The tree, and whether something was nested too deeply to be kept.
  static func tree(of html: String) -> (root: HTMLElement, isCut: Bool)? {
    guard let library = LibXML2.shared else { return nil }
    var html = AttributeLimit.applied(to: html)
    // The parser takes a zero for the end of the page.
    if html.withUTF8({ $0.place(of: 0) }) != nil { html.unicodeScalars.removeAll { $0.value == 0 } }
    let taker = TreeTaker(library)
    let root = html.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { taker.root(of: $0) }
    }
    return root.map { ($0, taker.isCut) }
  }
}
