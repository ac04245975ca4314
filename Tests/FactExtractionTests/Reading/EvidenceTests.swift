import JapaneseText
import RecruitmentModel
import Testing

@Suite("Evidence")
struct EvidenceTests {
  @Test("stands in the page and is short enough", arguments: FixturePages.names)
  func standsInThePage(name: String) async throws {
    let bytes = try FixturePages.bytes(of: name)
    let page = Self.folded(Self.withoutTags(String(decoding: bytes, as: UTF8.self)))
    for program in try await Reading.programs(in: bytes) {
      for fact in program.facts.known {
        let provenance = try #require(program.facts.provenance(of: fact))
        #expect(!provenance.evidence.isEmpty, "\(fact)")
        for evidence in provenance.evidence {
          guard case .page(let words) = evidence else { continue }
          #expect(words.quote.unicodeScalars.count <= PageEvidence.longestQuote)
          #expect(page.contains(Self.folded(words.quote)), "\(words.quote)")
          let start = try #require(words.start, "\(words.quote)")
          let end = try #require(words.end)
          let source = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
          let stretch = String(String.UnicodeScalarView(source[start..<end]))
          #expect(Self.folded(Self.withoutTags(stretch)) == Self.folded(words.quote))
        }
      }
    }
  }

  @Test("is cut where the sentence is longer than evidence may be")
  func isCut() async throws {
    let long = String(repeating: "本院の定めるところにより、", count: 40)
    let programs = try await Reading.programs(
      title: "実地修練生募集要項", body: "<p>修練料：\(long)月額12,000円を納付する。</p>")
    let fee = try #require(programs.first?.facts.fee)
    #expect(fee.value.items.first?.amount == Bounds(exactly: 12_000))
    guard case .page(let words) = try #require(fee.evidence.first) else { return }
    #expect(words.quote.unicodeScalars.count <= PageEvidence.longestQuote)
    #expect(words.quote.contains("12,000円"))
  }

  @Test("names the label that it stands under")
  func namesItsLabel() async throws {
    let programs = try await Reading.programs(
      title: "実地修練生募集要項", body: "<h2>経費</h2><p>修練料：年額120,000円</p>")
    let fee = try #require(programs.first?.facts.fee)
    guard case .page(let words) = try #require(fee.evidence.first) else { return }
    #expect(words.section == "経費 > 修練料")
  }

  @Test("is placed in the part of the page that it was read in")
  func isPlacedWhereItWasRead() async throws {
    let body = """
      <ul><li>研究生<li>実地修練生</ul>
      <h2>研究生</h2><p>費用：月額30,000円</p><p>募集人員：2名</p>
      <h2>実地修練生</h2><p>費用：月額30,000円</p><p>募集人員：2名</p>
      """
    let page = Reading.page(title: "募集要項", body: body)
    let programs = try await Reading.programs(in: Array(page.utf8))
    let own = try #require(programs.first { $0.kind == .practicalTraining })
    guard case .page(let words) = try #require(own.facts.fee?.evidence.first) else { return }
    let before = String(String.UnicodeScalarView(page.unicodeScalars.prefix(words.start ?? 0)))
    #expect(before.hasSuffix("<h2>実地修練生</h2><p>費用：") || before.hasSuffix("<h2>実地修練生</h2><p>"))
  }

  @Test("leaves out what is struck out, and is given in parts then")
  func struckOut() async throws {
    let programs = try await Reading.programs(
      title: "実地修練生募集要項",
      body: "<p>修練料：月額 <del>30,000円</del> <ins>25,000円</ins></p>")
    let fee = try #require(programs.first?.facts.fee)
    let quotes = fee.evidence.compactMap {
      if case .page(let words) = $0 { words.quote } else { nil }
    }
    #expect(fee.value.items.first?.amount == Bounds(exactly: 25_000))
    #expect(quotes == ["月額", "25,000円"])
  }

  /// Width, case and blanks folded away, as a reader compares words with a page.
  private static func folded(_ text: String) -> String { FoldedText(text).withoutBlanks.string }

  private static func withoutTags(_ page: String) -> String {
    page.replacing(#/<del>[^<]*<\/del>/#, with: "").replacing(#/<[^>]*>/#, with: "")
  }
}
