import DomainLexicon
import JapaneseText

/// Tells the matter of a day from the lines above it, where a cell holds a table of its own whose rows
/// have come to stand under one another.
struct LineMatter {
  let lexicon: Lexicon

  /// The most characters of a line that heads the days below it.
  private static let longestHead = 16

  /// Whether the nearest line above a day that names a matter names another one than the application.
  func isOther(above phrase: DatedPhrase, in text: FoldedText) -> Bool {
    let lines = text.scalars[..<phrase.clause.lowerBound].split(separator: "\n")
    for line in lines.reversed() {
      let range = line.startIndex..<line.endIndex
      guard isHead(range, text) else { continue }
      let head = outsideBrackets(range, text)
      let other = lexicon.concepts.ranges(of: .notTheWindow, in: text, range: head).last
      let own = lexicon.concepts.ranges(of: .applicationWord, in: text, range: head).last
      guard let other else {
        if own == nil { continue }
        return false
      }
      return own.map { $0.lowerBound <= other.lowerBound } ?? true
    }
    return false
  }

  /// Whether a line is a short noun without a day.
  private func isHead(_ line: Range<Int>, _ text: FoldedText) -> Bool {
    guard line.count <= Self.longestHead, let last = text.scalars[line].last,
      last.isKanji || last.isKatakana || last == ")",
      !text.scalars[line].contains(where: { "。、※:".unicodeScalars.contains($0) || $0.isDigit })
    else { return false }
    return true
  }

  private func outsideBrackets(_ line: Range<Int>, _ text: FoldedText) -> Range<Int> {
    let open = text.scalars[line].firstIndex(of: "(") ?? line.upperBound
    return line.lowerBound..<open
  }
}
