import Foundation
import RecruitmentModel
import TestKit
import Testing

@testable import WebPages

@Suite("Programs picked to be compared")
struct ComparisonTests {
  private static func ids(_ names: String...) -> String {
    names.map { "id=\($0)%2Fpractical-training" }.joined(separator: "&amp;")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let target: String
    let link: String
    var testDescription: String { target }
  }

  private static let cases: [Case] = [
    // From one program to the next, each is added.
    Case(
      target: "/programs/reiji/practical-training?lang=en&id=mihon/practical-training",
      link: "compare?lang=en&amp;\(ids("mihon", "reiji"))\""),
    // The search, its pages and filters keep what was picked.
    Case(
      target: "/compare?q=free&fee=free&lang=en&id=mihon/practical-training",
      link: "./?q=free&amp;fee=free&amp;lang=en&amp;\(ids("mihon"))\""),
    Case(
      target: "/?lang=en&id=mihon/practical-training",
      link: "programs/reiji/practical-training?lang=en&amp;\(ids("mihon"))\""),
    Case(
      target: "/?lang=en&id=mihon/practical-training",
      link: "<input type=\"hidden\" name=\"id\" value=\"mihon/practical-training\">"),
    Case(
      target: "/map?lang=en&id=mihon/practical-training",
      link: "place=%E5%AE%AE%E5%9F%8E%E7%9C%8C&amp;lang=en&amp;\(ids("mihon"))\""),
    // The form of a comparison has the search, and what was picked on other pages of it.
    Case(
      target: "/?q=free&lang=en&id=soutei/practical-training",
      link: "<input type=\"hidden\" name=\"q\" value=\"free\">"),
  ]

  @Test("stand in every link", arguments: cases)
  func links(_ each: Case) throws {
    let body = SampleSite.body(each.target, of: try SampleSite.site())
    #expect(body.contains(each.link), "\(body)")
  }

  @Test("those beyond six are named as left out")
  func beyondSix() throws {
    let ids = SampleRecords.programs.map { "id=\(PercentCoding.encoded($0.id))" }
    let body = SampleSite.body(
      "/compare?lang=en&\(ids.joined(separator: "&"))", of: try SampleSite.site())
    #expect(body.contains("At most 6 can be compared; left out: soutei/practical-training"))
  }

  // MARK: Ways to a licence

  private static func way(_ id: String, _ steps: [PathwayStep]) -> Program {
    var way = Program(
      id: "country/\(id)", kind: .pathway, title: "見本国：\(id)",
      institution: Institution(id: "country", name: "見本国"))
    let evidence = steps.map { step in
      Evidence.elsewhere(
        ExternalEvidence(
          url: "https://example.jp/\(id)/\(step.order)", note: "note \(step.order)",
          seen: CalendarDay(daysSinceEpoch: 20_000)))
    }
    if !steps.isEmpty { way.facts.steps = Fact(steps, basis: .reported, evidence: evidence) }
    return way
  }

  private static let ways = [
    way(
      "a",
      [
        PathwayStep(order: 1, name: "認定 / recognition", stage: .recognition),
        PathwayStep(order: 2, name: "国家試験 / board", stage: .examination, requires: ["認定"]),
        PathwayStep(order: 3, name: "登録 / register", stage: .licence),
      ]),
    way(
      "b",
      [
        PathwayStep(order: 1, name: "認定 / recognition", stage: .recognition),
        PathwayStep(order: 2, name: "修練 / training", stage: .training),
        PathwayStep(order: 3, name: "国家試験 / board", stage: .examination, requires: ["修練"]),
      ]),
    way("silent", []),
  ]

  /// A stage as a page has it: its head in each language, whether it differs, what its cells say.
  struct Stage: Sendable, CustomTestStringConvertible {
    let heads: [String]
    let differs: Bool
    let cells: [String]
    var testDescription: String { heads[1] }
  }

  private static let stages: [Stage] = [
    Stage(
      heads: ["認定", "Recognition", "资格认定"], differs: false,
      cells: ["recognition", "recognition", "unknown"]),
    Stage(
      heads: ["試験", "Examination", "考试"], differs: true,
      cells: ["board (needs: recognition)", "board (needs: training)", "unknown"]),
    Stage(
      heads: ["修練", "Training", "修练"], differs: false,
      cells: ["unknown", "training", "unknown"]),
    Stage(
      heads: ["免許", "Licence", "医师执照"], differs: false,
      cells: ["register", "unknown", "unknown"]),
    Stage(
      heads: ["免許の後", "After the licence", "取得执照之后"], differs: false,
      cells: ["unknown", "unknown", "unknown"]),
  ]

  @Test("ways to a licence have a row a stage in every language", arguments: stages)
  func rowsOfStages(_ stage: Stage) throws {
    let site = try SampleSite.site(Self.ways)
    let ids = Self.ways.map { "id=\(PercentCoding.encoded($0.id))" }.joined(separator: "&")
    for (language, head) in zip(WebLanguage.allCases, stage.heads) {
      let body = SampleSite.body("/compare?lang=\(language.rawValue)&\(ids)", of: site)
      let rows = body.components(separatedBy: "<tr").filter {
        Self.text($0).hasPrefix(head + "\n") || Self.text($0).hasPrefix(head + "≠")
      }
      let row = try #require(rows.first, "\(head): \(body)")
      #expect(rows.count == 1 && row.contains("class=\"differs\"") == stage.differs)
      guard language == .english else { continue }
      let cells = row.components(separatedBy: "<td>").dropFirst()
      #expect(cells.count == stage.cells.count)
      for (cell, words) in zip(cells, stage.cells) {
        #expect(Self.text(cell).contains(words), "\(cell)")
        #expect(cell.contains("https://example.jp/") == (words != "unknown"))
        #expect(cell.contains("mark reported") == (words != "unknown"))
      }
    }
  }

  /// The words of some markup, a line an element.
  private static func text(_ markup: String) -> String {
    markup.drop { $0 != ">" }.replacing(/<\/t[hd]>/, with: "\n").replacing(/<[^>]*>/, with: "")
      .dropFirst().description
  }
}
