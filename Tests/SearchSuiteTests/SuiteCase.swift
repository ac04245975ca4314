import Foundation
import RecruitmentModel
import ResourceTables

/// A row of the suite: a query, the day on which it is asked, and what its answer must hold.
struct SuiteCase: Sendable {
  let group: String
  /// The query as the table has it, with its escapes.
  let written: String
  let today: String
  let sure: [String]
  let open: [String]
  let first: [String]
  let notices: [String]
  private let never: [String]
  private let either: [String]

  init(_ row: ResourceRow) {
    func ids(_ column: String) -> [String] {
      row[column].split(separator: ",").map { String($0) }
    }
    group = row["class"]
    written = row["query"]
    today = row["today"]
    sure = ids("sure")
    open = ids("open")
    never = ids("never")
    either = ids("either")
    first = ids("first")
    notices = ids("notice")
  }

  /// What tells the row apart from all others.
  var key: String { [group, written, today].joined(separator: "\t") }

  /// The query as it is asked.
  var query: String { QueryEscapes.resolved(written) }

  /// Whether an id must not be shown; `*` shuts out all that the row does not name.
  func forbids(_ id: String) -> Bool {
    guard never == ["*"] else { return never.contains(id) }
    return ![sure, open, either, first].contains { $0.contains(id) }
  }

  /// The rows of the suite.
  static func all() throws -> [SuiteCase] {
    try ResourceTable(
      name: "cases.tsv", bytes: SuiteFiles.bytes("cases.tsv"),
      columns: [
        "class", "query", "today", "sure", "open", "never", "either", "first", "notice", "why",
      ]
    ).rows.map(SuiteCase.init)
  }
}

/// The files of the suite.
enum SuiteFiles {
  /// The path of a file of the repository.
  static func path(_ name: String, from file: String = #filePath) -> String {
    var root = URL(fileURLWithPath: file)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.appendingPathComponent(name).path
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path("Tests/SearchSuite/" + name))))
  }

  /// The keys of the rows that are known to fail.
  static func knownFaults() throws -> Set<String> {
    let table = try ResourceTable(
      name: "known-faults.tsv", bytes: bytes("known-faults.tsv"),
      columns: ["class", "query", "today", "fault"])
    return Set(
      table.rows.map { [$0["class"], $0["query"], $0["today"]].joined(separator: "\t") })
  }
}

/// The escapes in which queries are written: `\\`, `\u{HEX}`, `\x{N}{text}`.
enum QueryEscapes {
  static func resolved(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let next = rest.first {
      rest.removeFirst()
      guard next == "\\", let kind = rest.first else {
        result.append(next)
        continue
      }
      rest.removeFirst()
      switch kind {
      case "u":
        let scalar = UInt32(braced(&rest), radix: 16).flatMap(Unicode.Scalar.init)
        if let scalar { result.unicodeScalars.append(scalar) }
      case "x":
        let count = Int(braced(&rest)) ?? 0
        result += String(repeating: resolved(braced(&rest)), count: count)
      default: result.append(kind)
      }
    }
    return result
  }

  /// Takes what stands between a brace and the one that balances it.
  private static func braced(_ rest: inout Substring) -> String {
    var depth = 0
    var content = ""
    while let next = rest.first {
      rest.removeFirst()
      if next == "}" { depth -= 1 }
      if depth == 0, next == "}" { break }
      if depth > 0 { content.append(next) }
      if next == "{" { depth += 1 }
    }
    return content
  }
}
