import Testing

@testable import DocumentParsing

@Suite("A page at a glance") struct PageGlanceTests {
  @Test(
    "has the links and the words of its tree",
    arguments: [
      "<nav><ul><li><a href=a>一<b>二</b></a></ul></nav><p><a href=b>三</a></p>",
      // A wrapper with the page's heading and its words is no header, whatever it is called.
      "<div class=header><h1>見出し</h1>\(words(250))<a href=a>x</a></div>",
      "<div class=header><h1>見出し</h1>\(words(20))<a href=a>x</a></div>",
      "<div class=menu><h1>見出し</h1><img alt='\(words(250))'><a href=a>x</a></div>",
      "<div class=menu><h1>見出し</h1><s>\(words(250))</s><a href=a>x</a></div>",
      "<div class=menu><h1>見出し</h1><a href=b>\(words(250))</a><a href=a>x</a></div>",
      "<a href=a><iframe src=b></iframe><img alt=図></a><map><area href=c alt=d></map><a>x</a>",
      "<ruby>実地<rt>じっち</rt>修練</ruby><select><option>x<a href=y>z</a></select><br><script>a</script>",
      "<title>二つ目の 題</title><p>x<!-- y -->z<![CDATA[w]]>&amp;&#x2F00;", "", "x", "<p>",
      String(repeating: "<div>", count: 400) + "<a href=a>x</a>",
      String(repeating: "<div><a href=a>x</a>", count: 300),
      "<frameset><frame src=a><frame src=b></frameset>",
      // Runs of text that are long enough for a character to stand for each.
      "<p>\(words(20))<b>\(words(20))</b>x\(words(20))y</p> <a href=a>\(words(9))&amp;\(words(9))</a>\(words(99))",
      "<p>\(words(20))&amp;\(words(20))<!--<b>\(words(20))</b>-->\(words(500))<!-- -- ><b>\(words(20))<i>",
      "<a href=a title='x>\(words(20))<b'>\(words(20))</a><a href=b title = \"<p>\(words(20))</p>\">x</a>",
      "<script>if (a<b) {'<p>\(words(20))</p>'}</script><SCRIPT>'<b>\(words(20))<'</SCRIPT ><p>\(words(20))<i>",
      "<style>a>b{content:'\(words(20))'}</style><title>\(words(20))</title><textarea><b>\(words(20))</textarea>",
      "<a title=a'b>\(words(20))</a><p title=\"x>\(words(20))<p>\(words(20))</p><p>y\"z>\(words(20))<b>",
      "<![CDATA[>\(words(20))<]]><?x >\(words(20))<y?>\(words(20))<3 <\(words(20))<p\n>\(words(20))< p>\(words(20))<b>",
      // References to the characters that stand for runs, or like them.
      "<p>\(words(20))</p><p>x&#xF0001;y</p>",
      "<p>a&#xF0000;b</p><p>\(words(20))</p><b>\(words(99))</b>",
      "<script>\(code)</script><p>x&#983041;</p>",
      "<p>\(words(20))</p>葛&#xE0100;<p>\(words(20))</p>&#xF0000;",
      "<p>x</p>&#xF0002;<p>\(words(20))</p><p>\(words(30))</p><p>\(words(40))</p>",
      // Code that is long enough.
      "<script>\(code)</script><p>x</p><STYLE>\(code)</style ><p>y</p><script>\(code)</scripts>z</script>w",
      "<script src=a />\(code)<p>x</p><scripted>\(code)</scripted><!-- <script>\(code) --> y <b>\(code)</script>",
      "<script>\(code)</style>\(code)</p><p>\(words(20))</p></script><p>\(words(20))<style>\(code)",
      "<p title='<style>'>\(code)</p><textarea><style>\(code)</textarea>\(words(20))</style><p>z",
      "<p>\u{F0000}\(words(20))<b>\u{F0001}<p>\(words(20))\u{1}<i>",
      "<p>\(words(20))\u{FFFE}\(words(20))</p>",
      "<plaintext><p>\(words(20))</p><!--<p>\(words(20))",
      "<p>\(words(20))<a href=\"\(words(20))>\(words(20))<b>",
      "<img alt='>\(words(20))<'><p>\(words(20))<div class=menu><a href=a>\(words(20))</a><a href=b>x</a></div>",
      String(repeating: "<div><p>\(words(20))</p>", count: 300) + "<a href=a>x</a>",
    ])
  func isAsTree(_ body: String) throws {
    let page = "<!doctype html><html><head><title>題</title><base href='/b/'></head><body>" + body
    try Self.compare(page)
  }

  @Test("is of large pages what it is of small ones")
  func largePages() throws {
    let body = "<div class=side><a href=a>x</a></div><p>y</p>"
    let filler = String(repeating: "<p>あ</p>", count: HTMLReader.largestHeld / 8)
    try Self.compare("<!doctype html><html><body>" + body + filler)
  }

  private static func compare(_ page: String) throws {
    let reader = try DocumentReader()
    var words: [String] = []
    let glance = reader.glance(at: Array(page.utf8)) {
      $0.forEach { words.append(String(decoding: $0, as: UTF8.self)) }
      return false
    }
    let decoded = DecodedText(text: page, charset: "UTF-8", decision: .bytes, overruled: nil)
    let tree = try #require(PageTree(decoded, cut: nil))
    #expect(glance?.tree == nil)
    #expect(glance?.links == tree.links)
    #expect(glance?.base == tree.base)
    var wordsOfTree: [String] = []
    tree.words.forEach { wordsOfTree.append(String(decoding: $0, as: UTF8.self)) }
    #expect(words == wordsOfTree)
    let taken = try #require(reader.glance(at: Array(page.utf8)) { _ in true }?.tree)
    #expect(taken.links == tree.links)
    #expect(taken.isTooDeep == tree.isTooDeep)
    let streamed = try #require(HTMLReader.tree(of: page, mostHeld: 0))
    #expect(streamed.isCut == tree.isTooDeep)
    let pages = [
      taken, tree, PageTree(decoded, streamed.root, isTooDeep: streamed.isCut, cut: nil),
    ]
    #expect(pages[2].links == tree.links)
    let lines = pages.map { reader.document(of: $0).statements.map(Parsing.line) }
    #expect(lines[0] == lines[2] && lines[1] == lines[2])
  }
}

private let code = "if (1) { '<b>x</b>&amp;' }; // a long line of code"

private func words(_ count: Int) -> String { String(repeating: "語", count: count) }
