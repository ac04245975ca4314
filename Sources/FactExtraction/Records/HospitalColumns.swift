import DocumentParsing
import DomainLexicon
import JapaneseText

/// The columns of tables, or else the sections, that are headed by several hospitals: each makes a record
/// of its own.
struct HospitalColumns {
  private let page: PageReading
  /// The heads, each once, in reading order.
  let heads: [String]

  /// Finds the heads of a page.
  init(page: PageReading) {
    self.page = page
    var heads: [String] = []
    for case let column? in page.statements.map(\.statement.column)
    where !heads.contains(column) && Self.isHospital(column, page.lexicon.signs) {
      heads.append(column)
    }
    self.heads = heads.count > 1 ? heads : Self.sections(of: page)
  }

  /// What tells that a section is the guideline of one hospital.
  private static let matters: Set<LabelTopic> = [
    .fee, .application, .training, .capacity, .selection,
  ]
  /// How many of these matters must stand in a section.
  private static let leastMatters = 2

  /// The headings of one depth that are hospitals' names and have a guideline of their own below.
  private static func sections(of page: PageReading) -> [String] {
    var found: [(head: String, depth: Int, matters: Set<LabelTopic>)] = []
    for statement in page.statements where statement.statement.shape != .heading {
      guard let topic = statement.topic, matters.contains(topic) else { continue }
      for (depth, head) in statement.statement.section.enumerated()
      where isHospital(head, page.lexicon.signs) {
        if let index = found.firstIndex(where: { $0.head == head && $0.depth == depth }) {
          found[index].matters.insert(topic)
        } else {
          found.append((head, depth, [topic]))
        }
      }
    }
    let own = found.filter { $0.matters.count >= leastMatters }
    guard let depth = own.first?.depth, own.count(where: { $0.depth == depth }) > 1 else {
      return []
    }
    let heads = own.filter { $0.depth == depth }.map(\.head)
    // A hospital that takes nobody this year has a heading beside them, and no matters below it.
    return page.statements.reduce(into: heads) { heads, statement in
      guard statement.statement.section.indices.contains(depth) else { return }
      let head = statement.statement.section[depth]
      if !heads.contains(head), isHospital(head, page.lexicon.signs),
        page.lexicon.concepts.says(.notAccepting, in: statement.text)
      {
        heads.append(head)
      }
    }
  }

  private static func isHospital(_ head: String, _ signs: SignTable) -> Bool {
    let text = FoldedText(name(in: head)).withoutLetterSpacing
    return signs.says(.hospitalEnding, atEndOf: text.scalars.indices, in: text)
      && !signs.says(.hospitalEnding, asAllOf: text.scalars.indices, in: text)
  }

  /// A head without its number and what stands in brackets behind it: `(2) 見本会中央病院（420床）`.
  private static func name(in head: String) -> String {
    let head = Numbering.stripped(head)
    guard let last = head.unicodeScalars.last, "）)".unicodeScalars.contains(last),
      let open = head.unicodeScalars.lastIndex(where: { "（(".unicodeScalars.contains($0) })
    else { return head }
    return String(head[..<open]).trimmingBlanks
  }

  /// The part of the page for each hospital: its column, and what stands in none.
  func scopes(of kind: KindName) -> [ProgramScope] {
    let names = Dictionary(heads.map { ($0, FoldedText(Self.name(in: $0)).string) }) { $1 }
    return heads.map { head in
      let others = heads.filter { $0 != head }
      let statements = page.statements.filter { statement in
        if let column = statement.statement.column { return !others.contains(column) }
        if let section = statement.statement.section.first(where: heads.contains) {
          return section == head
        }
        if let label = statement.statement.labels.last, heads.contains(label) {
          return label == head
        }
        func isNamed(_ head: String) -> Bool { statement.text.contains(names[head] ?? head) }
        return !others.contains(where: isNamed) || isNamed(head)
      }
      var scope = ProgramScope(
        name: kind, statements: statements, titles: page.titles, hospital: fullName(of: head),
        head: head)
      scope.others = others.map(shortName)
      scope.shortName = shortName(of: head)
      return scope
    }
  }

  /// The least characters of a name that tells a hospital from the others.
  private static let leastShortName = 3

  /// What a head does not share with the others: 湾岸医療センター of 例題医療大学湾岸医療センター.
  private func shortName(of head: String) -> String {
    let heads = heads.map(Self.name)
    let head = Self.name(in: head)
    var shared = heads.first ?? ""
    for head in heads { shared = String(zip(shared, head).prefix { $0 == $1 }.map(\.0)) }
    let rest = String(head.dropFirst(shared.count))
    return FoldedText(rest.count >= Self.leastShortName ? rest : head).string
  }

  /// The longest name in the text that ends in a head: 見本会中央病院 for 中央病院.
  private func fullName(of head: String) -> String {
    let head = Self.name(in: head)
    let word = FoldedText(head).withoutBlanks.scalars
    var longest = head
    for text in (page.titles + page.statements).map(\.text) {
      guard let found = text.range(of: word) else { continue }
      var start = found.lowerBound
      while start > 0, text.scalars[start - 1].isKanji || text.scalars[start - 1].isKatakana {
        start -= 1
      }
      let name = text.original(of: start..<found.upperBound)
      if name.count > longest.count, name.count <= 24 { longest = name }
    }
    return longest
  }
}
