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
}
