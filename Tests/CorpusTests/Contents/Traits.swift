import Foundation
import ResourceTables

/// The table of what makes pages hard to read.
enum Traits {
  /// The names of all traits.
  static func known() throws -> Set<String> {
    let bytes = [UInt8](try Data(contentsOf: Corpus.folder.appending(path: "traits.tsv")))
    let table = try ResourceTable(
      name: "traits.tsv", bytes: bytes, columns: ["matter", "trait", "meaning"])
    return Set(table.rows.map { $0["trait"] })
  }
}
