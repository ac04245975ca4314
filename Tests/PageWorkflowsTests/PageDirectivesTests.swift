import Testing

@testable import PageWorkflows

@Suite struct PageDirectivesTests {
  @Test(
    "What a page asks in its headers and its head",
    arguments: [
      ([], "<meta name=robots content=noindex>", false, true),
      ([], "<META NAME=\"ROBOTS\" CONTENT=\"NOINDEX, NOFOLLOW\">", false, false),
      ([], "<meta content='none' name='robots'/>", false, false),
      ([], "<meta name=progsearch content=nofollow>", true, false),
      ([], "<meta name=otherbot content=noindex>", true, true),
      ([], "<!-- <meta name=robots content=noindex> -->", true, true),
      ([], "<script>'<meta name=robots content=noindex>'</script>", true, true),
      ([], "<metadata name=robots content=noindex>", true, true),
      ([], "<meta name=robots content='index,follow,max-snippet:5'>", true, true),
      ([], "<meta name=robots content", true, true), ([], "<meta name=", true, true),
      (["noindex"], "", false, true), (["NoFollow, noarchive"], "", true, false),
      (["otherbot: noindex"], "", true, true),
      (["progsearch: noindex, nofollow"], "", false, false),
      (["otherbot: noindex, nofollow"], "", true, true),
      (["max-snippet: 5, noindex"], "", false, true),
      (["otherbot: none", "none"], "", false, false),
    ] as [([String], String, Bool, Bool)])
  func directives(_ tags: [String], _ head: String, _ indexing: Bool, _ following: Bool) {
    let page = "<!doctype html><html><head>\(head)</head><body>x</body></html>"
    let directives = PageDirectives(tags: tags, body: Array(page.utf8))
    #expect(directives.allowsIndexing == indexing)
    #expect(directives.allowsFollowing == following)
  }

  @Test(
    "Where a page sends its readers on",
    arguments: [
      ("content=\"0; url=/new/\"", "/new/"),
      ("content=\"5;URL='http://h.example/?a=1&amp;b=2'\"", "http://h.example/?a=1&b=2"),
      ("content=\"0\"", nil), ("content=\"600; url=/\"", nil), ("content=\"0; url=\"", nil),
      ("", nil),
    ] as [(String, String?)])
  func refresh(_ content: String, _ target: String?) {
    let page = "<html><head><META http-equiv=Refresh \(content)></head></html>"
    #expect(PageDirectives(tags: [], body: Array(page.utf8)).refresh == target)
  }
}
