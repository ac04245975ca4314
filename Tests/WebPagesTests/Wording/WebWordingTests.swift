import Presentation
import QueryEngine
import RecruitmentModel
import ResourceTables
import TestKit
import Testing

@testable import WebPages

@Suite("The words of the pages")
struct WebWordingTests {
  private static let keys: [String] =
    Facet.allCases.map { "facet.\($0.rawValue)" }
    + [Facet.fee, .deadline, .obligation].flatMap { facet in
      facet.choices.filter { $0 != Facet.unknown }.map { "choice.\(facet.rawValue).\($0)" }
    } + ListOrder.allCases.map { "sort.\($0.rawValue)" }
    + PageFrame.Section.allCases.map { "nav.\($0.rawValue)" }
    + TileGrid.shared.regions.map { "region.\($0)" }
    + FactName.allCases.map { "fact.\($0.rawValue)" }
    + ProgramKind.allCases.map { "kind.\($0.rawValue)" }
    + ProgramStatus.allCases.map { "status.\($0.rawValue)" }
    + Recommendation.allCases.map { "recommendation.\($0.rawValue)" }
    + Basis.allCases.map { "basis.\($0.rawValue)" }
    + MapPage.Look.allCases.map { "map.\($0.rawValue)" } + (1...12).map { "month.\($0)" }

  @Test("every language has a word for every key", arguments: WebLanguage.allCases)
  func completeness(_ language: WebLanguage) throws {
    let words = try WebWording(language, hasReadings: false)
    for key in Self.keys { #expect(words(key) != key, "\(key)") }
  }

  @Test("Chinese words replace words that exist")
  func chinese() throws {
    let table = try ResourceTable(
      name: "shared-zh.tsv", bytes: WebWording.chineseTable, columns: ["key", "zh"])
    let japanese = try Wording(.japanese)
    for row in table.rows {
      #expect(japanese(row["key"]) != row["key"], "\(row["key"])")
      #expect(!row["zh"].isEmpty)
      for place in ["{0}", "{1}", "{2}", "{3}"] {
        #expect(japanese(row["key"]).contains(place) == row["zh"].contains(place), "\(row["key"])")
      }
    }
  }

  @Test("words carry their readings, the longest first")
  func readings() throws {
    let words = try WebWording(.japanese, hasReadings: true)
    #expect(
      words.read("実地修練の<費用>").markup
        == "<ruby>実地修練<rp>（</rp><rt>じっちしゅうれん</rt><rp>）</rp></ruby>の&lt;<ruby>費用<rp>（</rp><rt>ひよう</rt><rp>）</rp></ruby>&gt;"
    )
  }

  @Test("Chinese words carry no kana, Japanese passages do and say what they are")
  func passages() throws {
    let words = try WebWording(.chinese, hasReadings: true)
    #expect(words.html("nav.timeline").markup == "日程")
    #expect(words.html("choice.unknown").markup == "不明")
    let facts = words.marked(
      SampleRecords.program("a", name: "見本", prefecture: "宮城県", city: "仙台市") {
        $0.documents = SampleRecords.official(["履歴書", "ID", "書類\u{E001}\u{E000}"])
        $0.application = SampleRecords.official(Application(rolling: true, note: "随時 <応募>"))
      }.facts)
    let text = FactText(words.shared)
    let ruby = "<ruby>書類<rp>（</rp><rt>しょるい</rt><rp>）</rp></ruby>"
    #expect(
      words.passages(text.value(of: .documents, in: facts) ?? "").markup
        == "<span lang=\"ja\">履歴書</span>、ID、<span lang=\"ja\">\(ruby)</span>")
    let plain = try WebWording(.english, hasReadings: false)
    #expect(
      plain.passages(FactText(plain.shared).value(of: .application, in: facts) ?? "").markup
        == "rolling; <span lang=\"ja\">随時 &lt;応募&gt;</span>")
  }

  @Test("the map has each prefecture once, on a place of its own")
  func tiles() {
    let tiles = TileGrid.shared.tiles
    #expect(tiles.count == 47)
    #expect(Set(tiles.map(\.name)).count == 47)
    #expect(Set(tiles.map { [$0.column, $0.row] }).count == 47)
    #expect(TileGrid.shared.regions.count == 8)
  }

  @Test(
    "the browser's language is taken",
    arguments: [
      ("en-US,en;q=0.9", "en"), ("zh-CN", "zh"), ("fr, ja;q=0.5", "ja"), ("", "ja"), ("de", "ja"),
    ])
  func languages(_ header: String, _ expected: String) {
    #expect(WebLanguage(accepted: header).rawValue == expected)
  }
}
