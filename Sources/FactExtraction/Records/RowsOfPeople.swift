import DocumentParsing
import DomainLexicon
import JapaneseText

/// Tables with a row for each sort of people: 研究員 | …, 実地修練生 | …, 見学者 | ….
///
/// Where a row is headed by a kind and nothing else, the rows whose heads the tables do not know are of other
/// people, not of those that the page is about.
struct RowsOfPeople {
  let page: PageReading

  /// The statements of rows that are headed by other people, by their places on the page.
  func ofOthers(than main: KindName) -> Set<Int> {
    var tables: [[(head: String, order: Int)]] = [[]]
    var section: [String]?
    for statement in page.statements {
      guard statement.statement.shape == .tableCell, statement.statement.column != nil,
        let head = statement.statement.labels.first
      else {
        tables.append([])
        continue
      }
      if statement.statement.section != section { tables.append([]) }
      section = statement.statement.section
      tables[tables.count - 1].append((head, statement.order))
    }
    var others: Set<Int> = []
    for rows in tables where rows.contains(where: { isWholly(main, $0.head) }) {
      others.formUnion(rows.filter { isOfOthers($0.head, than: main) }.map(\.order))
    }
    return others
  }

  /// The statements of columns for another examination than that of doctors (検査士試験 | 専門医試験), or for none (更新審査).
  func ofOtherProfessions() -> Set<Int> {
    let lexicon = page.lexicon
    let isOfOthers = { (text: FoldedText) in
      lexicon.concepts.says(.otherProfession, in: text) && !lexicon.signs.says(.doctor, in: text)
    }
    let cells = page.statements.filter { $0.statement.column != nil }
    let columns = Set(cells.compactMap(\.statement.column))
    guard columns.count > 1 else { return [] }
    let others = columns.filter { column in
      isOfOthers(page.labels[column])
        || lexicon.concepts.says(.renewal, in: page.labels[column])
        || cells.contains {
          $0.statement.column == column && $0.topic == .eligibility && isOfOthers($0.text)
        }
    }
    guard others.count < columns.count else { return [] }
    return Set(cells.filter { others.contains($0.statement.column ?? "") }.map(\.order))
  }

  /// Whether a head is the name of a kind and nothing else.
  private func isWholly(_ kind: KindName, _ head: String) -> Bool {
    let text = page.labels[head].withoutLetterSpacing
    return page.lexicon.kinds.mentions(in: text).contains {
      $0.isFirm && $0.name == kind && $0.range.lowerBound == 0
        && ($0.range.upperBound == text.scalars.count || text.hasWord("(", at: $0.range.upperBound))
    }
  }

  /// Whether a head names people of whom the tables know nothing: 研究員, 見学者; 共通 is for all.
  private func isOfOthers(_ head: String, than main: KindName) -> Bool {
    let text = page.labels[head].withoutLetterSpacing
    return page.lexicon.kinds.mentions(in: text).isEmpty
      && page.lexicon.concepts.says(.peopleNoun, atEndOf: text.scalars.indices, in: text)
  }
}
