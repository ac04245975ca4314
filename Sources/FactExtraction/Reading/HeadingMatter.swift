import DomainLexicon
import JapaneseText

/// Tells headings and labels over what is beside the training.
struct HeadingMatter {
  let signs: SignTable

  /// The most characters of a heading that still is a label.
  private static let longestLabel = 26

  /// Whether it names a matter that has days, sums and papers of its own: 見学 > 申込期限.
  func isAnother(_ heading: String) -> Bool { names(.otherMatter, heading) }

  /// Whether it stands over links to other pages, 最近の記事: a nearer heading says what stands under it.
  func isOfLinks(_ heading: String) -> Bool { names(.listOfLinks, heading) }

  private func names(_ sign: Sign, _ heading: String) -> Bool {
    guard
      heading.utf8.count <= Self.longestLabel || heading.unicodeScalars.count <= Self.longestLabel
    else { return false }
    let text = FoldedText(heading)
    return signs.says(sign, in: text) && !signs.says(.ownMatter, in: text)
  }
}
