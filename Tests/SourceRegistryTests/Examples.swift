import Foundation
import SourceRegistry

/// Small files to read, and the files that are shipped.
enum Examples {
  /// An entry of a source list; lines may be left out, replaced or put behind it.
  static func entry(
    id: String = "mihon", replacing: (String, String) = ("", ""), more: String = ""
  ) -> String {
    let entry = """
        - id: \(id)
          name: \(id)大学病院
          kana: みほんだいがくびょういん
          english: Mihon University Hospital
          school: 見本大学
          aliases: [\(id)大病院]
          prefecture: 宮城県
          city: 仙台市
          founder: national
          site: https://www.mihon.example.jp/
          hosts: [www.mihon.example.jp, mihon.example.jp]

      """
    return entry.replacingOccurrences(of: replacing.0, with: replacing.1) + more
  }

  /// A source list of some entries.
  static func list(_ entries: String...) -> String {
    "sources:\n" + entries.joined()
  }

  /// Two sources, mihon and reiji.
  static func sources() throws -> SourceList {
    try SourceList(yaml: list(entry(), entry(id: "reiji")), file: "sources.yaml")
  }

  /// A file of statements about mihon; each is given as its own lines.
  static func statements(_ statements: [String], institution: String = "mihon") -> String {
    let items = statements.map { statement in
      "      - "
        + statement.split(separator: "\n").joined(separator: "\n        ") + "\n"
    }
    return """
      institutions:
        - institution: \(institution)
          kind: practical-training
          statements:

      """ + items.joined()
  }

  /// The lines of one statement.
  static func statement(_ claim: String, basis: String? = "reported", asOf: String? = nil) -> String
  {
    """
    \(claim)\(basis.map { "\nbasis: \($0)" } ?? "")
    url: https://blog.example.jp/a
    sourceKind: blog
    note: Somebody says so.\(asOf.map { "\nasOf: \($0)" } ?? "")
    seen: 2026-11-21
    """
  }

  /// The checkout that the tests were built from.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")

  /// The text of a file in the folder `Crawl` of the checkout.
  static func shipped(_ name: String) throws -> String {
    try String(contentsOf: root.appending(path: "Crawl/\(name)"), encoding: .utf8)
  }
}
