import JapaneseText
import ResourceTables

/// A clinical department with its names.
public struct Department: Hashable, Sendable {
  /// The usual name, such as 小児科.
  public let name: String
  /// The reading in hiragana.
  public let kana: String
  /// Other names, in Japanese, English and Chinese.
  public let others: [String]
}

/// The clinical departments.
public struct DepartmentTable: Sendable {
  /// The departments in the table's order.
  public let departments: [Department]

  /// Reads the table.
  init() throws(TableError) {
    let table = try ResourceTable(
      name: "departments.tsv", bytes: PackageResources.departments_tsv,
      columns: ["name", "kana", "others", "example"])
    departments = table.rows.map {
      Department(name: $0["name"], kana: $0["kana"], others: $0.list("others"))
    }
  }

  /// Whether a label is the name of a department, and nothing else.
  public func names(_ label: String) -> Bool {
    let words = FoldedText(label).withoutBlanks.string
    return departments.contains { $0.name == words || $0.others.contains(words) }
  }
}
