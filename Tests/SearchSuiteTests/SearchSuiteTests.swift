import DomainLexicon
import Foundation
import JapaneseText
import QueryEngine
import RecruitmentModel
import Testing
import Workflows

/// Asks every query of the suite over its own index; see `Tests/SearchSuite/README.md`.
struct SearchSuiteTests {
  private static func engine() throws -> SearchEngine {
    let lexicon = try Lexicon()
    let analyzer = try SearchAnalyzer(SharedDictionary())
    let programs = try RecordCoding.programs(
      inJSONLines: SuiteFiles.bytes("programs.jsonl"))
    let bytes = try ProgramIndexWriter(analyzer: analyzer, lexicon: lexicon)
      .bytes(
        programs, directory: try .reading(SuiteFiles.path("Crawl/sources.yaml")), recordsStamp: "")
    return try SearchEngine(indexBytes: bytes, analyzer: analyzer)
  }

  @Test func `every case passes but the known faults`() throws {
    let engine = try Self.engine()
    let known = try SuiteFiles.knownFaults()
    let cases = try SuiteCase.all()
    var report = SuiteReport()
    for row in cases {
      let faults = try Judgement(row, engine).faults
      report.add(row, faults)
      if known.contains(row.key) {
        #expect(!faults.isEmpty, "\(row.key) passes: take it out of known-faults.tsv")
      } else {
        #expect(faults.isEmpty, "\(row.key): \(faults.prefix(3).joined(separator: "; "))")
      }
    }
    #expect(known.isSubset(of: cases.map(\.key)), "known-faults.tsv names rows that are not there")
    if ProcessInfo.processInfo.environment["SUITE_REPORT"] != nil { print(report.text) }
  }

  @Test func `a row stands once`() throws {
    let keys = try SuiteCase.all().map(\.key)
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: [
    (#"a\\b"#, #"a\b"#), (#"\u{41}b"#, "Ab"), (#"\x{3}{ab}c"#, "abababc"),
    (#"\x{2}{\u{41}}"#, "AA"), (#"\x{2}{(}"#, "(("),
  ])
  func `escapes stand for their text`(written: String, meant: String) {
    #expect(QueryEscapes.resolved(written) == meant)
  }
}

/// How many rows of each class pass, and what is wrong with the others.
struct SuiteReport {
  private var passed: [String: Int] = [:]
  private var total: [String: Int] = [:]
  private var groups: [String] = []
  private var faults: [String] = []

  mutating func add(_ row: SuiteCase, _ found: [String]) {
    if total[row.group] == nil { groups.append(row.group) }
    total[row.group, default: 0] += 1
    passed[row.group, default: 0] += found.isEmpty ? 1 : 0
    if !found.isEmpty { faults.append(row.key + "\t" + found.prefix(2).joined(separator: "; ")) }
  }

  /// A line for each class, a line for all, and a line for each row that fails, as
  /// `known-faults.tsv` has it.
  var text: String {
    let lines = groups.map { "\($0)\t\(passed[$0] ?? 0)/\(total[$0] ?? 0)" }
    let all = "all\t\(passed.values.reduce(0, +))/\(total.values.reduce(0, +))"
    return (lines + [all] + faults).joined(separator: "\n")
  }
}
