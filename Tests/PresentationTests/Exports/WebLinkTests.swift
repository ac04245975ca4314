import Presentation
import RecruitmentModel
import Testing

@Suite struct WebLinkTests {
  @Test(
    "Only addresses of the web become links, and nothing in them is markup",
    arguments: [
      ("https://mihon.example/a?b=1&c=2", "https://mihon.example/a?b=1&c=2"),
      ("javascript:alert(1)", nil), ("data:text/html,x", nil), ("file:///etc/passwd", nil),
      ("", nil),
      ("HTTP://mihon.example/", "HTTP://mihon.example/"),
      ("https://mihon.example/\"><script>", "https://mihon.example/%22%3E%3Cscript%3E"),
      ("https://mihon.example/修練", "https://mihon.example/%E4%BF%AE%E7%B7%B4"),
      ("https://mihon.example/a b\r\nX:y", "https://mihon.example/a%20b%0D%0AX:y"),
    ] as [(String, String?)])
  func addresses(url: String, link: String?) {
    #expect(WebLink.address(url) == link)
  }

  @Test(
    "A page opens at the words, where its type lets browsers find them",
    arguments: [
      (
        "text/html", "https://a.example/", "無料-1, 2",
        "https://a.example/#:~:text=%E7%84%A1%E6%96%99%2D1%2C%202"
      ),
      ("text/html", "https://a.example/#s", "free", "https://a.example/#s:~:text=free"),
      ("application/pdf", "https://a.example/b.pdf", "free", "https://a.example/b.pdf"),
    ])
  func textFragments(type: String, url: String, quote: String, link: String) {
    #expect(WebLink.address(of: SourcePage(url: url, mediaType: type), at: quote) == link)
  }
}
