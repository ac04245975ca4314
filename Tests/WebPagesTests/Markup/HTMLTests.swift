import Foundation
import Testing

@testable import WebPages

@Suite("Markup")
struct HTMLTests {
  @Test("text is escaped")
  func escaping() {
    #expect(HTML.text("a<b>&\"'").markup == "a&lt;b&gt;&amp;&quot;&#39;")
    #expect(HTML.text("a\u{202E}b\u{7}\u{0}c").markup == "abc")
    #expect(element(.p, .title("\"><x")) { "<" }.markup == "<p title=\"&quot;&gt;&lt;x\">&lt;</p>")
  }

  @Test("a template is filled in its order, and what fills it is escaped")
  func templates() {
    let template = HTML.Template(
      element(.p, Attribute.title("").place, .class("a")) {
        "x"
        HTML.place
        element(.span) { HTML.place }
      })
    let filled = template.filled(.text("\"<"), element(.strong) { "b" }, .text("\u{0}>"))
    #expect(
      filled.markup
        == "<p title=\"&quot;&lt;\" class=\"a\">x<strong>b</strong><span>&gt;</span></p>")
  }

  @Test("long pieces and short ones keep their order", arguments: [1, 3, 40])
  func order(_ count: Int) {
    let texts = (0..<count).map {
      String(repeating: "\($0),", count: $0.isMultiple(of: 2) ? 2 : 300)
    }
    var page = element(.div) { for text in texts { element(.p) { text } } }
    for _ in 0..<12 { page = element(.section) { page } }
    let inner = texts.map { "<p>\($0)</p>" }.joined()
    let sections = (
      String(repeating: "<section>", count: 12), String(repeating: "</section>", count: 12)
    )
    #expect(page.markup == "\(sections.0)<div>\(inner)</div>\(sections.1)")
    #expect(page.size == page.markup.utf8.count)
  }

  @Test("data for programs cannot end its element")
  func linkedData() {
    let markup = HTML.linkedData("{\"a\":\"</script><script>\"}").markup
    #expect(markup.components(separatedBy: "<").count == 3)
  }

  @Test(
    "only addresses of the web become links",
    arguments: [
      ("https://a.example/x?y=1#z", true), ("http://a.example", true), ("HTTPS://A.example/", true),
      ("https://日本.example/", true), ("javascript:alert(1)", false), ("//a.example", false),
      ("https:a", false),
      ("https:///x", false), ("https://", false), ("https://a b", false),
      ("data:text/html,x", false),
      ("https:\\\\a.example", false), ("ftp://a.example", false), ("", false),
    ])
  func links(_ address: String, _ isLink: Bool) {
    #expect((Link(web: address) != nil) == isLink)
  }

  @Test("our own addresses are encoded and relative")
  func ownLinks() {
    #expect(
      Link(depth: 0, path: "", query: [("q", "無料 &=+")]).address
        == "./?q=%E7%84%A1%E6%96%99%20%26%3D%2B")
    #expect(Link(depth: 2, path: "programs/a b/\"").address == "../../programs/a%20b/%22")
  }

  @Test("a link may lead to a sentence")
  func sentences() {
    let link = Link(web: "https://a.example/x")?.atSentence("月額 30,000円 - 税込")
    #expect(
      link?.address.hasPrefix("https://a.example/x#:~:text=%E6%9C%88%E9%A1%8D%2030%2C000") == true)
    #expect(link?.address.hasSuffix("%20%2D%20%E7%A8%8E%E8%BE%BC") == true)
  }

  @Test("percent signs are read", arguments: ["%E7%84%A1", "a+b", "%zz", "%", "%E7", "x%41"])
  func decoding(_ text: String) {
    let expected: [String: String?] = [
      "%E7%84%A1": "無", "a+b": "a b", "%zz": nil, "%": nil, "%E7": nil, "x%41": "xA",
    ]
    #expect(PercentCoding.decoded(text, plusIsBlank: true) == expected[text] ?? nil)
  }
}
