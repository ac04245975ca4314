import DocumentParsing
import Testing

@testable import FactExtraction

@Suite("Tables annexed to rules")
struct AnnexHeadsTests {
  private func paragraph(_ text: String, _ section: String...) -> Statement {
    Statement(text: text, labels: [], section: section, shape: .paragraph)
  }

  @Test("stand under the headings of their articles")
  func articles() {
    let found = AnnexHeads.headed([
      paragraph("第６条　別表第１に定める額を納付する。", "修練料"),
      paragraph("第７条　別表第２に定める額を納付する。", "宿舎"),
      paragraph("別表第１（第６条関係）", "事務"), paragraph("１９，８００円", "事務"),
      paragraph("別表第２（第７条関係）", "事務"), paragraph("８，０００円", "事務"),
    ])
    #expect(
      found.map { $0.section.last ?? "" }.suffix(4).enumerated().filter { $0.offset % 2 == 1 }
        .map(\.element) == ["別表第１ 修練料", "別表第２ 宿舎"])
    #expect(found[2].shape == .heading)
  }

  @Test("lose only the bracket that names the article")
  func brackets() {
    let found = AnnexHeads.headed([
      paragraph("別表第１（第６条関係）　修練料（月額）", "事務"), paragraph("１９，８００円", "事務"),
    ])
    #expect(found.last?.section == ["別表第１　修練料（月額）"])
  }

  @Test("without an article keep their caption alone")
  func captions() {
    let found = AnnexHeads.headed([paragraph("別表", "雑則"), paragraph("２万円", "雑則")])
    #expect(found.last?.section == ["別表"])
  }

  @Test("are looked for in rules only")
  func others() {
    let statements = [paragraph("修練料は別表のとおりです。", "費用"), paragraph("２万円", "費用")]
    #expect(AnnexHeads.headed(statements).map(\.section) == statements.map(\.section))
  }
}
