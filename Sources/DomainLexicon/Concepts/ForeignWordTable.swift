import ResourceTables

/// Words of other languages for what pages say in Japanese.
public struct ForeignWordTable: Sendable {
  /// The words, each with what it is searched for as.
  public let words: [(word: String, japanese: [String])]

  /// Reads the table.
  init() throws(TableError) {
    let table = try ResourceTable(
      name: "foreign.tsv", bytes: PackageResources.foreign_tsv,
      columns: ["words", "japanese", "example"])
    words = table.rows.flatMap { row in
      row.list("words").map { ($0, row.list("japanese")) }
    }
  }
}
