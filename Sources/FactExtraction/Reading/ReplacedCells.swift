import DocumentParsing
import DomainLexicon
import JapaneseText

/// Settles tables that print what was beside what is: 変更前 | 変更後, 誤 | 正.
///
/// `変更ありません` below 変更後 leaves what stands beside it true. Elsewhere the old words go; old days and sums
/// stay, since readers put right by them what the rest of the page still says.
struct ReplacedCells {
  /// A cell with its place in the table: its heads but the one that calls it old or new.
  private struct Place: Hashable {
    let section: [String]
    let heads: [String]
  }

  let lexicon: Lexicon

  /// The statements, each matter once.
  func settled(_ given: [Statement]) -> [Statement] {
    let statements = withItems(given)
    var old: [Place: Int] = [:]
    var new: [Place: Int] = [:]
    let changes = ChangeReader(lexicon: lexicon)
    for (index, statement) in statements.enumerated() where statement.shape == .tableCell {
      for head in heads(of: statement) {
        let folded = FoldedText(head)
        if changes.isOld(folded) { old[place(of: statement, without: head)] = index }
        if changes.isNew(folded) { new[place(of: statement, without: head)] = index }
      }
    }
    guard !old.isEmpty, !new.isEmpty else { return statements }
    var settled: [Statement?] = statements
    for (place, index) in old {
      guard let successor = new[place] else { continue }
      if isUnchanged(statements[successor]) {
        settled[successor]?.text = statements[index].text
        settled[index] = nil
      } else if !FoldedText(statements[index].text).scalars.contains(where: \.isDigit) {
        settled[index] = nil
      }
    }
    return settled.compactMap { $0 }
  }

  /// `頁 | 項目 | 誤 | 正`: the cell that names the matter becomes the label of those beside it.
  private func withItems(_ statements: [Statement]) -> [Statement] {
    let changes = ChangeReader(lexicon: lexicon)
    var labelled = statements
    var item: (text: String, statement: Statement)?
    for (index, statement) in statements.enumerated() {
      guard statement.shape == .tableCell, let column = statement.column else { continue }
      let head = FoldedText(column).withoutBlanks
      if lexicon.concepts.says(.itemHead, asAllOf: head.scalars.indices, in: head) {
        item = (statement.text, statement)
      } else if changes.isOld(head) || changes.isNew(head), let item,
        item.statement.labels == statement.labels, item.statement.section == statement.section,
        lexicon.labels.topic(of: item.text) != nil
      {
        labelled[index].labels.append(item.text)
      }
    }
    return labelled
  }

  private func heads(of statement: Statement) -> [String] {
    statement.labels + [statement.column].compactMap { $0 }
  }

  private func place(of statement: Statement, without head: String) -> Place {
    Place(section: statement.section, heads: heads(of: statement).filter { $0 != head })
  }

  /// Whether a cell says nothing but that; in `必要（様式は変更なし）` something else is.
  private func isUnchanged(_ statement: Statement) -> Bool {
    let text = FoldedText(statement.text)
    let all = text.scalars.indices
    guard lexicon.concepts.says(.unchanged, in: text) else { return false }
    let rest = lexicon.concepts.rest(of: all, in: text, without: .unchanged)
    return rest.allSatisfy { " 。特にはです".unicodeScalars.contains($0) }
  }
}
