import DocumentParsing
import DomainLexicon
import JapaneseText

/// Tells what a society's page says of other ranks than the one whose examination its title announces: 指導医の申請 on a page
/// for 専門医.
struct OtherRanks {
  let lexicon: Lexicon
  /// The ranks whose examination the titles name.
  private let own: Set<String>

  /// Makes a reader of a page with such titles.
  init(_ titles: [ReadStatement], lexicon: Lexicon) {
    self.lexicon = lexicon
    own = Set(
      titles.flatMap { title in
        Self.ranks(in: title.text, lexicon).filter { rank in
          let behind = rank.range.upperBound..<title.text.scalars.count
          return lexicon.signs.says(.behindOwn, atStartOf: behind, in: title.text)
        }.map(\.name)
      })
  }

  /// Whether no label, column or heading of a statement leaves it to another rank.
  func leave(_ statement: ReadStatement) -> Bool {
    guard !own.isEmpty else { return true }
    let words = statement.statement
    return !(words.labels + words.section + [words.column].compactMap { $0 })
      .contains(where: isOfAnother)
  }

  private func isOfAnother(_ head: String) -> Bool {
    let text = FoldedText(Numbering.stripped(head)).withoutLetterSpacing
    let ranks = Self.ranks(in: text, lexicon)
    guard let first = ranks.first, first.range.lowerBound == 0,
      !ranks.contains(where: { own.contains($0.name) })
    else { return false }
    let rest = first.range.upperBound..<text.scalars.count
    return lexicon.signs.rest(of: rest, in: text, without: .rankMatter).allSatisfy { $0 == "の" }
  }

  private static func ranks(
    in text: FoldedText, _ lexicon: Lexicon
  ) -> [(name: String, range: Range<Int>)] {
    lexicon.concepts.ranges(of: .specialistClass, in: text).map { (text.string(in: $0), $0) }
  }
}
