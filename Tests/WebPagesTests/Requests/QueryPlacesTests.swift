import Testing

@testable import WebPages

@Suite("Parts of a query")
struct QueryPlacesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let query: String
    /// The parts; the first one is taken out.
    let parts: [String]
    let rest: String?
    var testDescription: String { "\(query) \(parts[0])" }
  }

  private static let cases: [Case] = [
    Case(query: "無料 東北", parts: ["無料", "東北"], rest: "東北"),
    Case(query: "東京大学 東京", parts: ["東京", "東京大学"], rest: "東京大学"),
    Case(query: "freedom free", parts: ["free", "freedom"], rest: "freedom"),
    Case(query: "freely free", parts: ["free"], rest: "freely"),
    Case(query: "12月締切 2月", parts: ["2月", "12月締切"], rest: "12月締切"),
    Case(query: "推薦不要 推薦", parts: ["推薦", "推薦不要"], rest: "推薦不要"),
    Case(query: "\"公衆衛生\" 公衆衛生", parts: ["公衆衛生", "\"公衆衛生\""], rest: "\"公衆衛生\""),
    Case(query: "月3万円以下 3万円", parts: ["3万円", "月3万円以下"], rest: "月3万円以下"),
    Case(query: "内科 内科", parts: ["内科", "内科"], rest: "内科"),
    Case(query: "無料 −東京", parts: ["東京", "無料"], rest: "無料"),
    Case(query: "無料", parts: ["有料"], rest: nil),
    Case(query: "", parts: ["無料"], rest: nil),
  ]

  @Test("one is taken out and no other is cut", arguments: cases)
  func without(_ each: Case) {
    let places = QueryPlaces(each.query, parts: each.parts.map { [$0] })
    #expect(places.query(without: 0) == each.rest)
  }

  @Test("a part may have been written in several ways")
  func writings() {
    let places = QueryPlaces("「訪問診療」 無料", parts: [["\"訪問診療\"", "「訪問診療」"], ["無料"]])
    #expect(places.query(without: 0) == "無料")
  }
}
