import Testing

@testable import Crawling

/// One robots.txt and what it says of some paths.
struct RobotsCase: Sendable, CustomTestStringConvertible {
  let file: String
  let allowed: [String]
  let refused: [String]
  var agent = "progsearch"

  init(_ file: String, allowed: [String] = [], refused: [String] = [], agent: String = "progsearch")
  {
    self.file = file
    self.allowed = allowed
    self.refused = refused
    self.agent = agent
  }

  var testDescription: String { file.replacing("\n", with: " / ") }

  func check() {
    let rules = RobotsRules(file.utf8)
    for path in allowed { #expect(rules.verdict(for: path, agent: agent).isAllowed, "\(path)") }
    for path in refused { #expect(!rules.verdict(for: path, agent: agent).isAllowed, "\(path)") }
  }
}

@Suite("RFC 9309") struct RobotsRulesTests {
  @Test(
    "2.2.1 The user-agent line: product tokens are compared without case, and whole",
    arguments: [
      RobotsCase("User-agent: progsearch\nDisallow: /", refused: ["/x"]),
      RobotsCase("USER-AGENT: ProgSearch\ndisallow: /", refused: ["/x"]),
      RobotsCase("user-agent:progsearch\nDISALLOW:/", refused: ["/x"]),
      RobotsCase("User-agent: progsearch/2.0\nDisallow: /", refused: ["/x"]),
      RobotsCase("User-agent: progsearch # us\nDisallow: /", refused: ["/x"]),
      RobotsCase("User-agent: prog\nDisallow: /", allowed: ["/x"]),
      RobotsCase("User-agent: progsearchbot\nDisallow: /", allowed: ["/x"]),
      RobotsCase("User-agent: Mozilla progsearch\nDisallow: /", allowed: ["/x"]),
      RobotsCase("User-agent: other\nDisallow: /", allowed: ["/x"]),
      RobotsCase("User-agent:\nDisallow: /", allowed: ["/x"]),
      RobotsCase("User-agent: prog-search_x\nDisallow: /", refused: ["/x"], agent: "Prog-Search_X"),
    ])
  func userAgents(_ robots: RobotsCase) { robots.check() }

  @Test(
    "2.2.1 The user-agent line: groups of one agent are taken together, * only where none names it",
    arguments: [
      RobotsCase("User-agent: *\nDisallow: /a", allowed: ["/b"], refused: ["/a"]),
      RobotsCase("User-agent: * and all\nDisallow: /a", refused: ["/a"]),
      RobotsCase(
        "User-agent: *\nDisallow: /\n\nUser-agent: progsearch\nDisallow: /a", allowed: ["/b"],
        refused: ["/a"]),
      RobotsCase(
        "User-agent: progsearch\nDisallow: /a\n\nUser-agent: *\nDisallow: /", allowed: ["/b"],
        refused: ["/a"]),
      RobotsCase(
        """
        User-agent: progsearch
        Disallow: /a
        User-agent: other
        Disallow: /b
        User-agent: progsearch
        Disallow: /c
        """, allowed: ["/b"], refused: ["/a", "/c"]),
      RobotsCase(
        "User-agent: *\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: *\nDisallow: /c",
        allowed: ["/b"], refused: ["/a", "/c"]),
      RobotsCase(
        "User-agent: one\nUser-agent: progsearch\nUser-agent: two\nDisallow: /a", refused: ["/a"]),
      RobotsCase("User-agent: progsearch\n\nUser-agent: *\nDisallow: /a", refused: ["/a"]),
      RobotsCase(
        "User-agent: progsearch\nAllow:\nUser-agent: *\nDisallow: /", allowed: ["/a"]),
      RobotsCase("Disallow: /\nUser-agent: *\nDisallow: /b", allowed: ["/a"], refused: ["/b"]),
    ])
  func groups(_ robots: RobotsCase) { robots.check() }

  @Test(
    "2.2.2 Allow and disallow lines: no match allows, an empty pattern matches nothing",
    arguments: [
      RobotsCase("", allowed: ["/", "/x"]),
      RobotsCase("User-agent: *\nDisallow:", allowed: ["/", "/x"]),
      RobotsCase("User-agent: *\nDisallow: \nDisallow: /x", allowed: ["/"], refused: ["/x"]),
      RobotsCase("User-agent: *\nAllow:\nDisallow: /", refused: ["/x"]),
      RobotsCase(
        "User-agent: *\nDisallow: /", allowed: ["/robots.txt"], refused: ["/", "/robots"]),
      RobotsCase("User-agent: *\nDisallow: /Fish", allowed: ["/fish"], refused: ["/Fish"]),
      RobotsCase(
        "User-agent: *\nDisallow: /fish", allowed: ["/catfish", "/?id=fish"],
        refused: ["/fish", "/fish.html", "/fish/salmon", "/fishheads", "/fish.php?id=1"]),
      RobotsCase(
        "User-agent: *\nDisallow: /fish/", allowed: ["/fish", "/fish.html"],
        refused: ["/fish/", "/fish/?id=1", "/fish/salmon"]),
    ])
  func matching(_ robots: RobotsCase) { robots.check() }

  @Test(
    "2.2.2 Allow and disallow lines: the longest match decides, of equals the one that allows",
    arguments: [
      RobotsCase("User-agent: *\nAllow: /p\nDisallow: /", allowed: ["/page"], refused: ["/x"]),
      RobotsCase("User-agent: *\nDisallow: /\nAllow: /p", allowed: ["/page"], refused: ["/x"]),
      RobotsCase("User-agent: *\nAllow: /a\nDisallow: /a/b", allowed: ["/a/c"], refused: ["/a/b"]),
      RobotsCase("User-agent: *\nAllow: /folder\nDisallow: /folder", allowed: ["/folder/page"]),
      RobotsCase("User-agent: *\nDisallow: /folder\nAllow: /folder", allowed: ["/folder/page"]),
      RobotsCase("User-agent: *\nAllow: /page\nDisallow: /*.htm", refused: ["/page.htm"]),
      RobotsCase("User-agent: *\nAllow: /$\nDisallow: /", allowed: ["/"], refused: ["/page.htm"]),
      RobotsCase(
        "User-agent: *\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif",
        allowed: ["/example/page/"], refused: ["/example/page/disallowed.gif"]),
    ])
  func precedence(_ robots: RobotsCase) { robots.check() }

  @Test(
    "2.2.2 Allow and disallow lines: characters are compared in one encoding",
    arguments: [
      RobotsCase("User-agent: *\nDisallow: /foo/bar?baz=quux", refused: ["/foo/bar?baz=quux"]),
      RobotsCase(
        "User-agent: *\nDisallow: /foo/bar?baz=http://foo.bar",
        refused: ["/foo/bar?baz=http%3A%2F%2Ffoo.bar", "/foo/bar?baz=http://foo.bar"]),
      RobotsCase(
        "User-agent: *\nDisallow: /foo/bar?baz=http%3a%2F%2ffoo.bar",
        refused: ["/foo/bar?baz=http%3A%2F%2Ffoo.bar", "/foo/bar?baz=http://foo.bar"]),
      RobotsCase(
        "User-agent: *\nDisallow: /foo/bar/ツ",
        refused: ["/foo/bar/%E3%83%84", "/foo/bar/ツ", "/foo/bar/%e3%83%84"]),
      RobotsCase("User-agent: *\nDisallow: /foo/bar/%E3%83%84", refused: ["/foo/bar/ツ"]),
      RobotsCase("User-agent: *\nDisallow: /foo/bar/%62%61%7A", refused: ["/foo/bar/baz"]),
      RobotsCase("User-agent: *\nDisallow: /foo/bar/baz", refused: ["/foo/bar/%62%61%7A"]),
      RobotsCase("User-agent: *\nDisallow: /a%2Fb", allowed: ["/a/b"], refused: ["/a%2fb"]),
      RobotsCase("User-agent: *\nDisallow: /100%", refused: ["/100%", "/100%25", "/100%x"]),
      RobotsCase("User-agent: *\nDisallow: /a b", refused: ["/a%20b"]),
    ])
  func encoding(_ robots: RobotsCase) { robots.check() }

  @Test(
    "2.2.3 Special characters: # begins a comment, $ is the end, * is anything",
    arguments: [
      RobotsCase("User-agent: * # all\nDisallow: /a # not /b", allowed: ["/b"], refused: ["/a"]),
      RobotsCase("#User-agent: *\n#Disallow: /", allowed: ["/"]),
      RobotsCase(
        "User-agent: *\nDisallow: /this/path/exactly$", allowed: ["/this/path/exactly/", "/this"],
        refused: ["/this/path/exactly"]),
      RobotsCase(
        "User-agent: *\nDisallow: /this/*/exactly", allowed: ["/this/exactly", "/thisexactly"],
        refused: ["/this/path/exactly", "/this/a/b/exactly/x", "/this//exactly"]),
      RobotsCase(
        "User-agent: *\nDisallow: /*.php", allowed: ["/", "/windows.PHP", "/php"],
        refused: ["/index.php", "/f/index.php", "/f/index.php?q", "/f/index.php5"]),
      RobotsCase(
        "User-agent: *\nDisallow: /*.php$", allowed: ["/a.php?x", "/a.php/", "/a.php5"],
        refused: ["/a.php", "/f/a.php", "/a.php.php"]),
      RobotsCase(
        "User-agent: *\nDisallow: /fish*.php", allowed: ["/Fish.PHP"],
        refused: ["/fish.php", "/fishheads/catfish.php?id=1"]),
      RobotsCase("User-agent: *\nDisallow: /fish*", refused: ["/fish", "/fishes"]),
      RobotsCase("User-agent: *\nDisallow: *", refused: ["/", "/x"]),
      RobotsCase("User-agent: *\nDisallow: *x$", allowed: ["/xy"], refused: ["/x", "/yx"]),
      RobotsCase(
        "User-agent: *\nDisallow: /a*b*c$", allowed: ["/abcd", "/acb"], refused: ["/aabbcc"]),
      RobotsCase("User-agent: *\nDisallow: /a**b", allowed: ["/a"], refused: ["/ab", "/axxb"]),
      RobotsCase("User-agent: *\nDisallow: /a$b", allowed: ["/a"], refused: ["/a$b", "/a%24bc"]),
      RobotsCase("User-agent: *\nDisallow: /a%24", allowed: ["/a"], refused: ["/a$", "/a$x"]),
      RobotsCase("User-agent: *\nDisallow: /a%2A", allowed: ["/ab"], refused: ["/a*", "/a%2ab"]),
      RobotsCase(
        "User-agent: *\nDisallow: /*a*a*a$", allowed: ["/aa"], refused: ["/aaa", "/aaaa"]),
      RobotsCase("User-agent: *\nDisallow: /x*x$", allowed: ["/x"], refused: ["/xx"]),
    ])
  func specialCharacters(_ robots: RobotsCase) { robots.check() }

  @Test(
    "2.2.4 Other records do not come between those that matter",
    arguments: [
      RobotsCase(
        "User-agent: progsearch\nSitemap: https://a.example/s.xml\nDisallow: /a", refused: ["/a"]),
      RobotsCase(
        "User-agent: progsearch\nCrawl-delay: 2\nUser-agent: other\nDisallow: /a",
        refused: ["/a"]),
      RobotsCase(
        "User-agent: *\nNoindex: /a\nHost: x\nDisallow: /b", allowed: ["/a"], refused: ["/b"]),
      RobotsCase("User-agent: *\n<html>\nfoo\n:\nDisallow: /b", refused: ["/b"]),
    ])
  func otherRecords(_ robots: RobotsCase) { robots.check() }

  @Test(
    "2.3 The file is UTF-8 in lines that end with CR, LF or both, maybe after a byte order mark",
    arguments: [
      RobotsCase(
        "User-agent: *\r\nDisallow: /a\r\nAllow: /a/b\r\n", allowed: ["/a/b"], refused: ["/a"]),
      RobotsCase("User-agent: *\rDisallow: /a\r", refused: ["/a"]),
      RobotsCase("\u{FEFF}User-agent: *\nDisallow: /a", refused: ["/a"]),
      RobotsCase("  User-agent :\t*  \n\tDisallow : /a \t", refused: ["/a"]),
      RobotsCase("\n\n\r\n\rUser-agent: *\n\n\nDisallow: /a\n\n", refused: ["/a"]),
    ])
  func fileFormat(_ robots: RobotsCase) { robots.check() }

  @Test("2.5 Limits: 500 KiB are read, and what stands behind is not")
  func limits() {
    let start = "User-agent: *\nDisallow: /a\n"
    let filler = String(repeating: "#", count: RobotsRules.longestFile - start.utf8.count)
    let rules = RobotsRules((start + filler + "\nDisallow: /b").utf8)
    #expect(!rules.verdict(for: "/a", agent: "progsearch").isAllowed)
    #expect(rules.verdict(for: "/b", agent: "progsearch").isAllowed)
    let late = String(repeating: "#", count: 400_000) + "\n" + start
    #expect(!RobotsRules(late.utf8).verdict(for: "/a", agent: "progsearch").isAllowed)
  }

  @Test(
    "The verdict names the line that decided",
    arguments: [
      ("/a", 3, "Disallow: /a"), ("/a/b", 5, "Allow: /a/b"), ("/c", nil, nil),
    ] as [(String, Int?, String?)])
  func decidingLine(path: String, number: Int?, text: String?) {
    let rules = RobotsRules("# ours\r\nUser-agent: *\r\nDisallow: /a\r\n\r\n Allow: /a/b \r\n".utf8)
    let line = rules.verdict(for: path, agent: "progsearch").line
    #expect(line?.number == number)
    #expect(line?.text == text)
  }

  @Test(
    "Crawl-delay is that of the agent's own group, the longest where there are several",
    arguments: [
      ("User-agent: *\nCrawl-delay: 10", .seconds(10)),
      ("User-agent: *\nCrawl-delay: 0.5", .milliseconds(500)),
      ("User-agent: *\nCrawl-delay: 10\nUser-agent: progsearch\nDisallow: /a", .seconds(10)),
      ("User-agent: *\nCrawl-delay: 10\nDisallow: /\nUser-agent: progsearch\nDisallow: /a", nil),
      ("User-agent: progsearch\nCrawl-delay: 2\nCrawl-delay: 3", .seconds(3)),
      ("User-agent: *\nCrawl-delay: -1", nil), ("User-agent: *\nCrawl-delay: soon", nil),
      ("User-agent: *\nCrawl-delay: 1e300", .seconds(86_400)),
      ("User-agent: *\nCrawl-delay: nan", nil), ("Crawl-delay: 5", nil),
    ] as [(String, Duration?)])
  func crawlDelay(file: String, delay: Duration?) {
    #expect(RobotsRules(file.utf8).crawlDelay(agent: "progsearch") == delay)
  }

  @Test func `Sitemaps are listed wherever they stand`() {
    let rules = RobotsRules("Sitemap: https://a.example/1\nUser-agent: *\nsitemap:/2".utf8)
    #expect(rules.sitemaps == ["https://a.example/1", "/2"])
  }

  @Test func `No file makes the reader fall over, or try all ways in which stars can match`() {
    let stars = "User-agent: *\nDisallow: /" + String(repeating: "a*", count: 500) + "b\n"
    let hostile = String(repeating: stars, count: 20)
    let path = "/" + String(repeating: "a", count: 1000)
    // Whoever tried all ways in which the stars can share the path out would not come back from here.
    #expect(RobotsRules(hostile.utf8).verdict(for: path, agent: "progsearch").isAllowed)
    for seed in 0..<50 {
      let noise = (0..<500).map { UInt8(truncatingIfNeeded: ($0 &* 7919 &+ seed) &* ($0 ^ seed)) }
      _ = RobotsRules(noise).verdict(for: "/x", agent: "progsearch")
    }
  }
}
