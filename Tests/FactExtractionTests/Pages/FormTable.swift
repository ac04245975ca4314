import Foundation
import RecruitmentModel
import ResourceTables

/// A table of ways in which pages say one thing, with what has to be read from each.
enum FormTable: String, CaseIterable, Sendable {
  case application
  case training
  case fees
  case sentences
  case wordings

  /// One way of saying something.
  struct Form: Sendable {
    /// The table that it stands in.
    let table: FormTable
    /// Its cells by column.
    fileprivate let row: ResourceRow

    /// The name by which a known fault points to it.
    var id: String { row["id"] }
    /// The words of the value.
    var words: String { row["words"] }
    /// The fact that is read.
    var fact: String { table.namesFacts ? row["fact"] : table.rawValue }
    /// What has to be read.
    var expected: String { row["expected"] }
  }

  /// Why rows are read wrongly, by their ids.
  static func knownFaults() throws -> [String: String] {
    let rows = try rows(of: "known-faults.tsv", columns: ["id", "reason"])
    return Dictionary(rows.map { ($0["id"], $0["reason"]) }, uniquingKeysWith: { one, _ in one })
  }

  /// All rows of the table.
  func forms() throws -> [Form] {
    try Self.rows(of: rawValue + ".tsv", columns: columns).map { Form(table: self, row: $0) }
  }

  /// Whether each row names the fact that it is about.
  var namesFacts: Bool { self == .sentences || self == .wordings }

  private var columns: [String] {
    switch self {
    case .application: ["id", "context", "label", "words", "expected"]
    case .training: ["id", "words", "expected"]
    case .fees: ["id", "label", "words", "expected"]
    case .sentences, .wordings: ["id", "fact", "words", "expected"]
    }
  }

  private static func rows(of file: String, columns: [String]) throws -> [ResourceRow] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Forms").appending(path: file)
    let bytes = [UInt8](try Data(contentsOf: url))
    return try ResourceTable(name: file, bytes: bytes, columns: columns).rows
  }
}

extension FormTable.Form {
  /// The page that says it, and nothing else but what the value needs.
  var page: String {
    let title = table.namesFacts ? "令和9年度実地修練生募集要項" : "実地修練生募集要項"
    return Reading.page(title: title, body: body)
  }

  private var body: String {
    let words = self.words.replacing("\\n", with: "\n")
    return switch table {
    case .application: heading + Self.table(words, beside: row["label"])
    case .training: Self.table(words, beside: "修練期間")
    case .fees: Self.table(words, beside: row["label"]) + lengthOfTraining(unlessIn: words)
    case .wordings: words
    case .sentences:
      words.split(separator: "\n").map { "<p>\(Self.escaped(String($0)))</p>" }.joined()
    }
  }

  private var heading: String {
    row["context"].isEmpty ? "" : "<h2>\(Self.escaped(row["context"]))</h2>"
  }

  /// A year, from which a sum by the month becomes one by the year, where the words say no length.
  private func lengthOfTraining(unlessIn words: String) -> String {
    let said = words.contains(/期間|[かカ]月以|2年|10か月|4か月|months|weeks|年以内/)
    return said ? "" : "<table><tr><th>修練期間</th><td>1年</td></tr></table>"
  }

  /// A value beside its label, or a table of its own under the label.
  private static func table(_ words: String, beside label: String) -> String {
    guard words.contains("|") else {
      let value = escaped(words).replacing("\n", with: "<br>")
      return "<table><tr><th>\(escaped(label))</th><td>\(value)</td></tr></table>"
    }
    let rows = words.split(separator: "\n", omittingEmptySubsequences: false).map { row in
      let cells = row.split(separator: "|", omittingEmptySubsequences: false)
      return "<tr>" + cells.map { "<td>\(escaped(String($0)))</td>" }.joined() + "</tr>"
    }
    let heading = label.isEmpty ? "" : "<h3>\(escaped(label))</h3>"
    return "\(heading)<table border=1>\(rows.joined())</table>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
