import Foundation
import Testing

@testable import Crawling

/// The table of expectations beside this file, a test a clause of RFC 9309.
@Suite("RFC 9309, the table") struct RobotsTableTests {
  struct Expectation: Sendable {
    let section: String
    let agent: String
    let file: String
    let url: String
    let answer: String
    let line: Int?
  }

  private static let expectations: [Expectation] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "rfc9309.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map { row in
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Expectation(
        section: cells[0], agent: cells[1], file: plain(cells[2]), url: cells[3],
        answer: cells[4], line: Int(cells[5]))
    }
  }()

  private static func plain(_ cell: String) -> String {
    [("\\n", "\n"), ("\\r", "\r"), ("\\t", "\t"), ("\\ufeff", "\u{FEFF}"), ("\\x00", "\u{0}")]
      .reduce(cell) { $0.replacing($1.0, with: $1.1) }
  }

  private static let sections = Array(Set(expectations.map(\.section))).sorted()

  @Test("Section", arguments: sections)
  func section(_ section: String) throws {
    for expected in Self.expectations where expected.section == section {
      let text = expected.url.hasPrefix("/") ? "http://localhost" + expected.url : expected.url
      let address = try #require(WebAddress(text))
      let verdict = RobotsRules(expected.file.utf8)
        .verdict(for: address.target, agent: expected.agent)
      #expect(
        verdict.isAllowed == (expected.answer == "allowed")
          && verdict.line?.number == expected.line,
        "\(expected.file) \(expected.url) → \(verdict)")
    }
  }

  @Test func `The table is long enough`() {
    #expect(Self.expectations.count >= 150)
  }
}
