import FactExtraction
import Foundation
import PageWorkflows
import RecruitmentModel
import TestKit
import Testing

/// Pages of the corpus, torn apart and sewn together again as no author would: readers meet every label beside every value.
@Suite("Torn pages")
struct TornPagesTests {
  private static let tags = ["p", "td", "th", "dt", "dd", "li", "h2", "h3", "div", "b", "span"]
  private static let bits = [
    "。", "、", "：", "（", "）", "※", "～", "から", "まで", "は", "の", "・", " ", "　", "<br>", "または", "円",
    "年", "月", "日", "第", "A", "Q1", "「", "」", "/", "ただし、", "月額", "以内", ". ", "@", "TEL",
  ]

  /// The parts of the pages that are written in UTF-8, each beginning with a tag.
  private static let pages: [[Substring]] = {
    let labels = (try? Corpus.labels()) ?? []
    return labels.filter { $0.page.hasSuffix(".html") }.compactMap { label in
      guard let bytes = try? Corpus.bytes(of: label.page, in: Corpus.pages),
        let text = String(validating: bytes, as: UTF8.self)
      else { return nil }
      var parts: [Substring] = []
      var rest = text[...]
      while let next = rest.dropFirst().firstIndex(of: "<") {
        parts.append(rest[..<next])
        rest = rest[next...]
      }
      return parts + [rest]
    }
  }()

  /// Made once: the tables take far longer to read than a page.
  private static let workflow = Result { try ExtractionWorkflow() }

  @Test("are read without a fall, and no fact lacks evidence", arguments: 0..<60)
  func areRead(seed: UInt64) async throws {
    var numbers = SeededGenerator(seed: seed)
    let workflow = try Self.workflow.get()
    for _ in 0..<2 {
      let page = Self.torn(&numbers)
      let origin = RecordExtractor.Origin(page: SourcePage(url: "https://www.mihon.example.jp/"))
      let outcome = await workflow.outcome(of: Array(page.utf8), from: origin)
      guard case .read(let programs, _) = outcome else { continue }
      for program in programs {
        let record = try JSONSerialization.jsonObject(with: JSONEncoder().encode(program))
        let facts = (record as? [String: Any])?["facts"] as? [String: [String: Any]] ?? [:]
        for (name, fact) in facts {
          #expect((fact["evidence"] as? [Any])?.isEmpty == false, "\(name) of \(page)")
        }
      }
    }
  }

  private static func torn(_ numbers: inout SeededGenerator) -> String {
    guard var parts = pages.randomElement(using: &numbers)?.map(String.init) else { return "" }
    for _ in 0..<Int.random(in: 1...20, using: &numbers) {
      let place = Int.random(in: 0..<parts.count, using: &numbers)
      let other = pages.randomElement(using: &numbers)?.randomElement(using: &numbers)
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: parts[place] = ""
      case 1: parts.insert(other.map(String.init) ?? "", at: place)
      case 2: parts.swapAt(place, Int.random(in: 0..<parts.count, using: &numbers))
      case 3:
        parts[place] = "<\(tags.randomElement(using: &numbers) ?? "p")>" + words(of: parts[place])
      case 4: parts[place] = words(of: parts[place])
      default:
        let bit = bits.randomElement(using: &numbers) ?? ""
        let cut = Int.random(in: 0...parts[place].count, using: &numbers)
        parts[place].insert(
          contentsOf: bit, at: parts[place].index(parts[place].startIndex, offsetBy: cut))
      }
    }
    return parts.joined()
  }

  /// A part without its tag.
  private static func words(of part: String) -> String {
    part.firstIndex(of: ">").map { String(part[part.index(after: $0)...]) } ?? part
  }
}
