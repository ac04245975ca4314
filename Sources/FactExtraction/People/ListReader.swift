import DocumentParsing
import DomainLexicon
import JapaneseText

/// Reads lists: who may apply.
struct ListReader {
  let lexicon: Lexicon

  /// The most entries that a list is believed to have.
  static let mostEntries = 30

  /// Who may apply, a condition an entry.
  func eligibility(in statements: [ReadStatement]) -> Finding<[String]>? {
    list(in: statements, topic: .eligibility, separators: "\n。").flatMap { finding in
      let kept = finding.value.filter { !$0.contains("次の") || !$0.hasSuffix("者") || $0.count > 20 }
      return kept.isEmpty ? nil : Finding(kept, quotes: finding.quotes)
    }
  }

  private func list(
    in statements: [ReadStatement], topic: LabelTopic, separators: String
  ) -> Finding<[String]>? {
    var entries: [String] = []
    var quotes: [Quote] = []
    for statement in statements
    where statement.topic == topic && statement.statement.shape != .heading {
      let found = Self.pieces(statement, separators: separators)
      guard !found.isEmpty else { continue }
      entries += found
      quotes.append(Quote(statement))
    }
    return entries.isEmpty ? nil : Finding(Array(entries.prefix(Self.mostEntries)), quotes: quotes)
  }

  /// The parts of a statement between separators and item numbers; brackets are not cut.
  static func pieces(_ statement: ReadStatement, separators: String) -> [String] {
    let text = statement.text
    var depth = 0
    var ranges: [Range<Int>] = []
    var start = 0
    for (index, scalar) in text.scalars.enumerated() {
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth = max(0, depth - 1) }
      let isNumber = (0x2460...0x24FF).contains(scalar.value)
      let cuts = isNumber || (depth == 0 && separators.unicodeScalars.contains(scalar))
      guard cuts else { continue }
      ranges.append(start..<index)
      start = index + 1
    }
    ranges.append(start..<text.scalars.count)
    return ranges.compactMap { entry(text, $0) }
  }

  private static func entry(_ text: FoldedText, _ range: Range<Int>) -> String? {
    var entry = Numbering.stripped(text.original(of: range).trimmingBlanks).trimmingBlanks
    while let first = entry.first, "・●○■※-".contains(first) { entry.removeFirst() }
    entry = entry.trimmingBlanks
    return (2...PageListLimits.longestEntry).contains(entry.count) ? entry : nil
  }
}

/// Bounds of what is kept in lists.
enum PageListLimits {
  /// The most characters of an entry.
  static let longestEntry = 120
}
