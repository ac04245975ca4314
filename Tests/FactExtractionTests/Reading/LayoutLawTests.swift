import Testing

/// One guideline in many shapes: where a page puts labels and values changes nothing of what it says.
@Suite("The same guideline in every layout")
struct LayoutLawTests {
  /// Labels and values of a made-up guideline.
  static let entries: [(label: String, value: String)] = [
    ("募集人員", "2名"), ("修練期間", "令和9年4月1日から1年間"), ("修練料", "月額20,000円（税込）"),
    ("出願期間", "令和8年11月2日（月）から12月4日（金）まで（必着）"),
    ("選考方法", "書類選考と面接（令和8年12月16日）"), ("推薦状", "不要"), ("提出書類", "願書、履歴書"),
  ]

  /// How a page writes the entries.
  struct Layout: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let before: String
    let after: String
    let entry: @Sendable (Int, String, String) -> String

    init(
      _ name: String, _ before: String = "", _ after: String = "",
      entry: @escaping @Sendable (Int, String, String) -> String
    ) {
      (testDescription, self.before, self.after, self.entry) = (name, before, after, entry)
    }

    var body: String {
      before + entries.enumerated().map { entry($0 + 1, $1.label, $1.value) }.joined() + after
    }
  }

  static let layouts: [Layout] = [
    Layout("table", "<table>", "</table>") { "<tr><th>\($1)</th><td>\($2)</td></tr>" },
    Layout("table without heads", "<table>", "</table>") {
      "<tr><td>\($1)</td><td>\($2)</td></tr>"
    },
    Layout("numbered rows", "<table><tr><th>No.</th><th>項目</th><th>内容</th></tr>", "</table>") {
      "<tr><td>\($0)</td><td>\($1)</td><td>\($2)</td></tr>"
    },
    Layout("numbered rows without heads", "<table>", "</table>") {
      "<tr><td>\($0)</td><td>\($1)</td><td>\($2)</td></tr>"
    },
    Layout("a table each") { "<table><tr><td>\($1)</td><td>\($2)</td></tr></table>" },
    Layout("spaced labels", "<table>", "</table>") { _, label, value in
      let spaced = label.map(String.init).joined(separator: " ")
      return "<tr><th>\(spaced)</th><td>\(value)</td></tr>"
    },
    Layout("definitions", "<dl>", "</dl>") { "<dt>\($1)</dt><dd>\($2)</dd>" },
    Layout("definitions each") { "<dl><dt>\($1)</dt><dd>\($2)</dd></dl>" },
    Layout("headings") { "<h3>\($1)</h3><p>\($2)</p>" },
    Layout("numbered headings") { "<h3>\($0)．\($1)</h3><p>\($2)</p>" },
    Layout("sections") { "<section><h4>\($1)</h4><div>\($2)</div></section>" },
    Layout("details") { "<details><summary>\($1)</summary><p>\($2)</p></details>" },
    Layout("paragraphs") { "<p>\($1)</p><p>\($2)</p>" },
    Layout("boxes") { "<div class=row><div>\($1)</div><div>\($2)</div></div>" },
    Layout("colon") { "<p>\($1)：\($2)</p>" },
    Layout("half colon") { "<p>\($1): \($2)</p>" },
    Layout("colons in one paragraph", "<p>", "</p>") { "・\($1)：\($2)<br>" },
    Layout("two lines") { "<p>\($1)<br>\($2)</p>" },
    Layout("items of two lines", "<ul>", "</ul>") { "<li>\($1)<br>\($2)</li>" },
    Layout("items with bold heads", "<ul>", "</ul>") { "<li><b>\($1)</b><br>\($2)</li>" },
    Layout("items of paragraphs", "<ol>", "</ol>") { "<li><p>\($1)</p><p>\($2)</p></li>" },
    Layout("nested lists", "<ul>", "</ul>") { "<li>\($1)<ul><li>\($2)</li></ul></li>" },
    Layout("bold, no gap") { "<p><b>\($1)</b>\($2)</p>" },
    Layout("bold behind a wide blank") { "<p><b>　\($1)</b>\($2)</p>" },
    Layout("bold before a wide blank") { "<p><b>\($1)　</b>\($2)</p>" },
    Layout("bold, a blank") { "<p><strong>\($1)</strong> \($2)</p>" },
    Layout("spans, no gap") { "<div><span>\($1)</span><span>\($2)</span></div>" },
    Layout("bold behind a sign") { "<p><b>■\($1)</b>\($2)</p>" },
    Layout("bold behind a number") { "<p><b>\($0). \($1)</b>\($2)</p>" },
    Layout("wide gap") { "<p>\($1)　　\($2)</p>" }, Layout("bar") { "<p>\($1)｜\($2)</p>" },
    Layout("slash") { "<p>\($1) ／ \($2)</p>" }, Layout("arrow") { "<p>\($1) → \($2)</p>" },
    Layout("dots") { "<p>\($1)……\($2)</p>" }, Layout("brackets") { "<p>【\($1)】\($2)</p>" },
    Layout("signs") { "<p>■\($1)</p><p>\($2)</p>" },
    Layout("circles") { "<p>〇\($1)<br>\($2)</p>" },
    Layout("waves") { "<p>～\($1)～<br>\($2)</p>" },
    Layout("corner brackets") { "<p>『\($1)』<br>\($2)</p>" },
    Layout("asterisks") { "<p>＊\($1)<br>\($2)</p>" },
    Layout("lines of text", "<pre>", "</pre>") { "\($0)　\($1)　　\($2)\n" },
    Layout("questions") { "<p>Q\($0) \($1)を教えてください。</p><p>A\($2)です。</p>" },
    Layout(
      "a table that lays the page out",
      "<table><tr><td><a href=a>外来</a><a href=b>入院</a><a href=c>診療科</a></td><td>",
      "</td></tr></table>"
    ) { "<p>\($1)：\($2)</p>" },
  ]

  @Test("says the same", arguments: layouts)
  func saysTheSame(_ layout: Layout) async throws {
    let program = try #require(
      try await Reading.programs(title: "令和9年度実地修練生募集要項", body: layout.body).first)
    let summary = Summary(program)
    #expect(summary["capacity"] == "2")
    #expect(summary["training"] == "12 months 2027-04-01..")
    #expect(summary["fee"] == "240000 a year; 修練料 20000 month included")
    #expect(summary["application"] == "2026-11-02..2026-12-04 arrive")
    #expect(summary["selection"] == "documents; interview 2026-12-16")
    #expect(summary["recommendation"] == "not-required")
  }
}
