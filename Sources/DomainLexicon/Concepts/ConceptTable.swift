public import JapaneseText
import ResourceTables

/// The words in which pages and queries say things; one table serves both.
public struct ConceptTable: Sendable {
  private let finders: [Concept: WordFinder<Concept>]
  private let words: [Concept: [String]]

  /// Reads the table.
  init() throws(TableError) {
    let table = try ResourceTable(
      name: "concepts.tsv", bytes: PackageResources.concepts_tsv,
      columns: ["concept", "words", "example"])
    var words: [Concept: [String]] = [:]
    for row in table.rows {
      let concept = try row.value("concept") { Concept(rawValue: $0) }
      words[concept, default: []] += row.list("words")
    }
    self.words = words
    finders = Dictionary(
      uniqueKeysWithValues: words.map { concept, list in
        (concept, WordFinder(list.map { ($0, concept) }))
      })
  }

  /// The words of a concept as the table has them.
  public func words(for concept: Concept) -> [String] { words[concept] ?? [] }

  /// Where words of a concept stand, from left to right.
  public func ranges(
    of concept: Concept, in text: FoldedText, range: Range<Int>? = nil
  ) -> [Range<Int>] {
    finders[concept]?.matches(in: text, range: range).map(\.range) ?? []
  }

  /// Whether a text says any of some concepts.
  public func says(
    _ concepts: Concept..., in text: FoldedText, range: Range<Int>? = nil
  ) -> Bool {
    let range = range ?? text.scalars.indices
    return concepts.contains { concept in
      finders[concept]?.isFound(in: text, range: range) ?? false
    }
  }
}
