/// Windows of neighbouring documents: what is known of a window as a whole saves looking at its documents.
enum DocumentWindow {
  /// A window has two to the power of so many documents, about as many as a block of a common term spans.
  ///
  /// Files depend on it, see ``KeywordWindows``.
  static let shift = 8

  /// The number of windows of so many documents.
  static func count(documents: Int) -> Int { documents >> shift + 1 }

  /// The documents of a window, of so many in all.
  static func documents(of window: Int, of count: Int) -> Range<Int> {
    let start = min(window << shift, count)
    return start..<min(start + 1 << shift, count)
  }
}
