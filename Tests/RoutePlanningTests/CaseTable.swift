import Foundation
import RecruitmentModel
import SourceRegistry

/// A table of worked cases: rows of named cells.
struct CaseTable {
  let rows: [[String: String]]

  init(_ name: String) throws {
    let text = try String(
      contentsOf: Shipped.folder.appending(path: "Cases/\(name)"), encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let head = (lines.first ?? "").split(separator: "\t").map(String.init)
    rows = lines.dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(zip(head, cells), uniquingKeysWith: { one, _ in one })
    }
  }
}

/// The records that are shipped, made from the files under `Crawl`.
enum Shipped {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: "../../Crawl/\(name)"), encoding: .utf8)
  }

  /// The examinations and pathways; read once, since the laws ask for them thousands of times.
  static func route() throws -> [Program] { try routeRead.get() }

  private static let routeRead = Result {
    try RouteRecords(yaml: text("route.yaml"), file: "route.yaml").programs
  }

  /// The examinations and pathways with the hospitals of the cases, which are made up.
  static func programs() throws -> [Program] { try programsRead.get() }

  private static let programsRead = Result {
    let hospitals = try String(
      contentsOf: folder.appending(path: "Cases/hospitals.jsonl"), encoding: .utf8)
    return try route() + RecordCoding.programs(inJSONLines: Array(hospitals.utf8))
  }
}
