import Foundation
import ResourceTables

/// A table of the lexicon as it stands in the sources, for tests that look at its rows.
enum ShippedTable {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../Sources/DomainLexicon/Resources")

  static func rows(_ name: String, columns: [String]) throws -> [ResourceRow] {
    let bytes = try Data(contentsOf: folder.appending(path: name))
    return try ResourceTable(name: name, bytes: Array(bytes), columns: columns).rows
  }

  static let labels = ["topic", "labels", "example"]
  static let questions = ["topic", "words", "example"]
  static let concepts = ["concept", "words", "example"]
  static let signs = ["sign", "words", "example"]
  static let foreign = ["words", "japanese", "example"]
  static let kinds = ["kind", "slug", "name", "firm", "loose", "asked", "example"]
  static let prefectures = [
    "name", "kana", "english", "chinese", "capital", "capital-kana", "capital-english", "example",
  ]
  /// The columns of regions.tsv and of nicknames.tsv.
  static let regions = ["names", "kana", "english", "prefectures", "example"]
  static let cities = ["name", "kana", "english", "example"]
  static let departments = ["name", "kana", "others", "example"]
  static let steps = ["role", "route", "stage", "name", "words", "example"]
}
