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
          ["試験", "認定試験", "資格試験", "資格認定試験", "審査", "認定審査", "資格審査", " 試験"].contains {
            title.text.hasWord($0, at: rank.range.upperBound)
          }
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

  /// What may follow a rank in a head that is about it and nothing else; 認定医資格 may be asked of all.
  private static let matters = Set("申請審査試験更新認定新規登録手続受験料の期間締切付日".unicodeScalars)

  private func isOfAnother(_ head: String) -> Bool {
    let text = FoldedText(Numbering.stripped(head)).withoutLetterSpacing
    let ranks = Self.ranks(in: text, lexicon)
    guard let first = ranks.first, first.range.lowerBound == 0,
      !ranks.contains(where: { own.contains($0.name) })
    else { return false }
    return text.scalars[first.range.upperBound...].allSatisfy(Self.matters.contains)
  }

  private static func ranks(
    in text: FoldedText, _ lexicon: Lexicon
  ) -> [(name: String, range: Range<Int>)] {
    lexicon.concepts.ranges(of: .specialistClass, in: text).map { (text.string(in: $0), $0) }
  }
}
