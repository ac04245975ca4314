import DocumentParsing
import Testing

@Suite("Pages in reading order")
struct HTMLFlowTests {
  @Test(
    "leave out menus, headers, side columns and footers",
    arguments: [
      "<nav><p>募集要項</p></nav>", "<header><p>募集要項</p></header>", "<footer>TEL 03-0123-4567</footer>",
      "<aside>関連</aside>", "<div id=\"gnav\"><p>募集要項</p></div>",
      "<div class=\"breadcrumb\">ホーム</div>", "<ul class=\"side-menu\"><li>募集要項</li></ul>",
      "<ul><li><a href=\"/a\">一</a></li><li><a href=\"/b\">二</a></li><li><a href=\"/c\">三</a></li></ul>",
      "<script>var 募集 = 1</script>", "<style>p { color: red }</style>", "<!-- 旧: 年額10万円 -->",
    ])
  func leaveOutFurniture(furniture: String) async throws {
    let found = try await Parsing.statements(of: furniture + "<p>定員は2名です。</p>" + furniture)
    #expect(found == ["定員は2名です。"])
  }

  @Test("are those of <main> where it holds matter")
  func main() async throws {
    let matter = String(repeating: "実地修練生を募集します。", count: 5)
    let found = try await Parsing.statements(
      of: "<div>お知らせ一覧</div><main><p>\(matter)</p></main><div>広告</div>")
    #expect(found == [matter])
  }

  @Test("keep what stands under which heading")
  func headings() async throws {
    let found = try await Parsing.statements(
      of: "<h1>要項</h1><h2>費用</h2><p>無料</p><h3>備考</h3><p>なし</p><h2>期間</h2><p>1年</p>")
    #expect(
      found == [
        "# 要項", "# 要項: 費用", "要項 > 費用: 無料", "# 要項 > 費用: 備考", "要項 > 費用 > 備考: なし",
        "# 要項: 期間", "要項 > 期間: 1年",
      ])
  }

  @Test("end a heading with the section that it stands in")
  func sections() async throws {
    let found = try await Parsing.statements(
      of: "<section><h2>研究生</h2><p>随時</p></section><section><p>通年</p></section>")
    #expect(found == ["# 研究生", "研究生: 随時", "通年"])
  }

  @Test("take terms and what is said of them as labels and values")
  func definitions() async throws {
    let found = try await Parsing.statements(
      of: "<dl><dt>定員</dt><dd>2名</dd><dt>費用</dt><dd>登録料<br>修練料</dd><dd>税込</dd></dl>")
    #expect(found == ["定員: 2名", "費用: 登録料\n修練料\n税込"])
    let grouped = try await Parsing.statements(
      of: "<dl><div><dt>定員</dt><dd>2名</dd></div><div><dt>期間</dt><dd>1年</dd></div></dl>")
    #expect(grouped == ["定員: 2名", "期間: 1年"])
  }

  @Test("read through tables that only lay out the page, also inside each other")
  func layoutTables() async throws {
    let inner = "<table><tr><th>定員</th><td>2名</td></tr><tr><th>期間</th><td>1年</td></tr></table>"
    let found = try await Parsing.statements(
      of: "<table><tr><td><table><tr><td><h2>要項</h2>\(inner)</td></tr></table></td></tr></table>")
    #expect(found == ["# 要項", "要項 > 定員: 2名", "要項 > 期間: 1年"])
  }

  @Test("have no ruby readings, struck-out words or hidden blanks")
  func inlineWords() async throws {
    let found = try await Parsing.statements(
      of: "<p><ruby>修練<rt>しゅうれん</rt></ruby>料は<del>3万円</del> <b>2万円</b>\n です。</p>")
    #expect(found == ["修練料は 2万円 です。"])
  }

  @Test("part lines at <br>, and keep preformatted columns")
  func lines() async throws {
    #expect(try await Parsing.statements(of: "<p>一行目<br>二行目</p>") == ["一行目", "二行目"])
    let found = try await Parsing.statements(of: "<pre>定員      2名\n期間      1年</pre>")
    #expect(found == ["定員: 2名", "期間: 1年"])
  }

  @Test("have a title, a language, headings and links with their place")
  func document() async throws {
    let document = try await Parsing.document(
      of: """
        <html lang="ja-JP"><head><title>要項 | 病院</title></head><body>
        <nav><a href="/top">トップ</a></nav><h1>募集要項</h1><p><a href="y.pdf">要項（PDF）</a></p></body></html>
        """)
    #expect(document.title == "要項 | 病院")
    #expect(document.language == "ja")
    #expect(document.headings == ["募集要項"])
    #expect(document.links.map(\.address) == ["/top", "y.pdf"])
    #expect(document.links.map(\.isNavigation) == [true, false])
    #expect(document.links.map(\.text) == ["トップ", "要項（PDF）"])
    #expect(document.text == "募集要項\n要項（PDF）")
  }

  @Test(
    "say where links lead, and which are not to be followed",
    arguments: [
      ("<a href=y rel=nofollow>x</a>", true), ("<a href=y rel='external NOFOLLOW'>x</a>", true),
      ("<a href=y rel=nofollower>x</a>", false), ("<a href=y>x</a>", false),
    ])
  func links(_ link: String, _ isNotToFollow: Bool) throws {
    let page = "<html><head><base href='/deep/'></head><body>" + link
    let glance = try #require(try DocumentReader().glance(at: Array(page.utf8)) { _ in false })
    #expect(glance.base == "/deep/")
    #expect(glance.links.map(\.isNotToFollow) == [isNotToFollow])
  }

  @Test("survive forgotten end tags")
  func forgottenEnds() async throws {
    let found = try await Parsing.statements(
      of: "<table><tr><th>定員<td>2名<tr><th>期間<td>1年</table><p>以上")
    #expect(found == ["定員: 2名", "期間: 1年", "以上"])
  }
}
