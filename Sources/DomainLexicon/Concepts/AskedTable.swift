import JapaneseText
import ResourceTables

/// The words that only queries use: pages are not read by them, since people ask in words in which
/// no page states a fact.
public struct AskedTable: Sendable {
  /// What the names of rows begin with that hold endings for the other rows, not words of a concept.
  private static let setPrefix = "set."

  /// The words, made when a query is first made of them: pages need none.
  private let words: Deferred<[Concept: [String]]>

  /// Reads the table.
  init() throws(TableError) {
    let table = try ResourceTable(
      name: "asked.tsv", bytes: PackageResources.asked_tsv,
      columns: ["concept", "words", "example"])
    for row in table.rows where !row["concept"].hasPrefix(Self.setPrefix) {
      _ = try row.value("concept") { Concept(named: $0) }
    }
    words = Deferred { Self.words(of: table.rows) }
  }

  private static func words(of rows: [ResourceRow]) -> [Concept: [String]] {
    var sets: [String: [String]] = [:]
    var words: [Concept: [String]] = [:]
    for row in rows {
      let name = row["concept"]
      if name.hasPrefix(setPrefix) {
        sets[String(name.dropFirst(setPrefix.count))] = row.list("words", sets: sets)
      } else if let concept = Concept(named: name) {
        words[concept, default: []] += row.list("words", sets: sets)
      }
    }
    return words
  }

  /// The words in which a concept is asked for, beside those of pages.
  public func words(for concept: Concept) -> [String] { words.value[concept] ?? [] }
}
