import Foundation
import Testing

@testable import WebPages

@Suite("What was understood of a query")
struct QueryChipsTests {
  @Test(
    "each part can be taken out",
    arguments: [
      ("無料 東北", "q=%E6%9D%B1%E5%8C%97&"), ("無料 東北", "q=%E7%84%A1%E6%96%99&"),
      ("free -東京", "q=free&"), ("訪問診療 無料", "q=%E7%84%A1%E6%96%99&"),
      ("無料で推薦不要", "q=%E6%8E%A8%E8%96%A6%E4%B8%8D%E8%A6%81&"),
      ("\"公衆衛生\" 無料", "q=%E7%84%A1%E6%96%99&"),
    ])
  func removal(_ query: String, _ rest: String) throws {
    let target = "/?q=\(PercentCoding.encoded(query))&lang=en"
    let body = SampleSite.body(target, of: try SampleSite.site())
    let links = body.components(separatedBy: "class=\"remove\" href=\"").dropFirst()
      .map { $0.prefix { $0 != "\"" } + "&" }
    #expect(links.contains { $0.contains(rest) }, "\(links)")
  }
}
