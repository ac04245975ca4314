import ResourceTables

/// The words that only queries use: pages are not read by them, since people ask in words in which
/// no page states a fact.
public struct AskedTable: Sendable {
  /// What the names of rows begin with that hold endings for the other rows, not words of a concept.
  private static let setPrefix = "set."

  private let words: [Concept: [String]]

  /// Reads the table.
  init() throws(TableError) {
    let table = try ResourceTable(
      name: "asked.tsv", bytes: PackageResources.asked_tsv,
      columns: ["concept", "words", "example"])
    var sets: [String: [String]] = [:]
    var words: [Concept: [String]] = [:]
    for row in table.rows {
      let name = row["concept"]
      if name.hasPrefix(Self.setPrefix) {
        sets[String(name.dropFirst(Self.setPrefix.count))] = row.list("words", sets: sets)
      } else {
        let concept = try row.value("concept") { Concept(rawValue: $0) }
        words[concept, default: []] += row.list("words", sets: sets)
      }
    }
    self.words = words
  }

  /// The words in which a concept is asked for, beside those of pages.
  public func words(for concept: Concept) -> [String] { words[concept] ?? [] }
}
