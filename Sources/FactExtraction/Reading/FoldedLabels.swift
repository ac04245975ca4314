import JapaneseText
import Synchronization

/// The labels and headings of a page, folded: most stand over many statements, and every text keeps what
/// has been found in it.
final class FoldedLabels: Sendable {
  private let known = Mutex<[TextKey: FoldedText]>([:])

  /// A label, folded.
  subscript(_ label: String) -> FoldedText {
    let key = TextKey(label)
    return known.withLock { known in
      if let text = known[key] { return text }
      let text = FoldedText(label)
      known[key] = text
      return text
    }
  }
}
