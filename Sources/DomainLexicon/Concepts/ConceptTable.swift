public import JapaneseText
import ResourceTables

/// The words in which pages and queries say things; one table serves both.
public struct ConceptTable: Sendable {
  /// The words of each concept, in the order of the concepts; a query needs those of few.
  private let words: [Deferred<[String]>]
  private let lists: WordLists

  /// Reads the table.
  init() throws(TableError) {
    let table = try ResourceTable(
      name: "concepts.tsv", bytes: PackageResources.concepts_tsv,
      columns: ["concept", "words", "example"])
    var rows = [[ResourceRow]](repeating: [], count: Concept.allCases.count)
    for row in table.rows {
      rows[try row.value("concept") { Concept(rawValue: $0) }.place].append(row)
    }
    let words = rows.map { rows in Deferred { Self.words(of: rows) } }
    self.words = words
    lists = WordLists { words.map(\.value) }
  }

  /// The words of rows in all their forms, each once.
  private static func words(of rows: [ResourceRow]) -> [String] {
    var seen: Set<TextKey> = []
    return rows.flatMap { $0.list("words") }.filter { seen.insert(TextKey($0)).inserted }
  }

  /// The words of a concept as the table has them.
  public func words(for concept: Concept) -> [String] { words[concept.place].value }

  /// Where words of a concept stand, from left to right.
  public func ranges(
    of concept: Concept, in text: FoldedText, range: Range<Int>? = nil
  ) -> [Range<Int>] {
    lists.ranges(concept.place, in: text, range: range)
  }

  /// Whether a text says any of some concepts.
  public func says(
    _ concepts: Concept..., in text: FoldedText, range: Range<Int>? = nil
  ) -> Bool {
    concepts.contains { lists.isFound($0.place, in: text, range: range) }
  }
}

extension Concept {
  /// Its place among all concepts: the number by which the compiler tells the cases apart.
  var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
