import DomainLexicon
import JapaneseText

/// Tells a line of a page's own history, `2026年10月14日　募集人員と応募期間を変更しました`.
struct LogLine {
  let signs: SignTable

  /// The most characters of a line that ends in a noun: `10月14日 募集要項を更新`.
  private static let longestNote = 16

  /// Whether a text is a day and what was done to the page on it, and nothing else.
  func isOne(_ text: FoldedText) -> Bool {
    // Few lines say that something was done to a page; only those are read for a day.
    guard signs.says(.doneToPage, .changeOfPage, in: text) else { return false }
    let dates = DateReader().dates(in: text)
    guard dates.count == 1, let date = dates.first, date.day != nil,
      date.range.lowerBound <= 1
    else { return false }
    var rest = text.trimmed(date.range.upperBound..<text.scalars.count)
    while let last = rest.last, text.scalars[last] == "。" || text.scalars[last] == "." {
      rest.removeLast()
    }
    guard let first = rest.first, !text.scalars[rest].contains("。"),
      !"からにまを~-".unicodeScalars.contains(text.scalars[first])
    else { return false }
    return signs.says(.doneToPage, atEndOf: rest, in: text)
      || rest.count <= Self.longestNote && !text.scalars[rest].contains("に")
        && signs.says(.changeOfPage, atEndOf: rest, in: text)
  }
}
