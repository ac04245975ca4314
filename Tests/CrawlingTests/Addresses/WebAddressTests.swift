import Testing

@testable import Crawling

@Suite("The address of a page") struct WebAddressTests {
  @Test(
    "has one canonical form",
    arguments: [
      ("http://a.example", "http://a.example/"),
      ("HTTP://A.Example:80/", "http://a.example/"),
      ("https://a.example:443/x", "https://a.example/x"),
      ("https://a.example:80/x", "https://a.example:80/x"),
      ("http://a.example:8080", "http://a.example:8080/"),
      ("http://a.example:/x", "http://a.example/x"),
      ("http://a.example./x", "http://a.example/x"),
      ("http://a.example/x#part", "http://a.example/x"),
      ("http://a.example/#", "http://a.example/"),
      ("http://a.example?q=1", "http://a.example/?q=1"),
      ("http://a.example/a/./b/../c", "http://a.example/a/c"),
      ("http://a.example/../../x", "http://a.example/x"),
      ("http://a.example/a/..", "http://a.example/"),
      ("http://a.example/a/b/.", "http://a.example/a/b/"),
      ("http://a.example/%2e%2e/x", "http://a.example/x"),
      ("http://a.example/%7euser/%3f", "http://a.example/~user/%3F"),
      (
        "http://a.example/募集 要項?年=2027",
        "http://a.example/%E5%8B%9F%E9%9B%86%20%E8%A6%81%E9%A0%85?%E5%B9%B4=2027"
      ),
      ("http://a.example/100%", "http://a.example/100%25"),
      ("  http://a.example/a\n b\t ", "http://a.example/a%20b"),
      ("http:\\\\a.example\\x", "http://a.example/x"),
      ("http://a.example/?a\\b", "http://a.example/?a%5Cb"),
      ("http://[::1]:8080/", "http://[::1]:8080/"),
      ("http://[2001:DB8::0:1]/", "http://[2001:db8::1]/"),
      ("http://a.example/a//b", "http://a.example/a//b"),
    ])
  func canonicalForm(text: String, canonical: String) {
    #expect(WebAddress(text)?.description == canonical)
    #expect(WebAddress(canonical)?.description == canonical)
  }

  @Test(
    "is none where a text is not http or https, or malformed",
    arguments: [
      "", "x", "/x", "ftp://a.example/", "javascript:alert(1)", "mailto:a@b.example", "data:,x",
      "file:///etc/passwd", "http:", "http://", "http:///x", "http:x", "http://user@a.example/",
      "http://user:pw@a.example/", "http://a.example:0/", "http://a.example:65536/",
      "http://a.example:8x/", "http://a b/", "http://a..b/", "http://.a/", "http://[::1/",
      "http://[127.0.0.1]/", "http://a%2eb/", "http://a.example\u{0}/",
      "http://a.example:80:80/", "http://./",
    ])
  func malformed(text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test func `is none where it is too long`() {
    #expect(WebAddress("http://a.example/" + String(repeating: "a", count: 2100)) == nil)
    #expect(WebAddress("http://a.example/" + String(repeating: "あ", count: 300)) == nil)
  }

  @Test(
    "is resolved against that of its page (RFC 3986, 5.4)",
    arguments: [
      ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
      ("/g", "http://a/g"), ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"),
      ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q"), ("g#s", "http://a/b/c/g"),
      (";x", "http://a/b/c/;x"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"),
      ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"),
      ("../..", "http://a/"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"),
      ("g;x=1/../y", "http://a/b/c/y"), ("g?y/../x", "http://a/b/c/g?y/../x"),
      ("https://c/x", "https://c/x"), ("tel:0886313111", nil), ("http:g", nil),
    ] as [(String, String?)])
  func relative(reference: String, resolved: String?) throws {
    let base = try #require(WebAddress("http://a/b/c/d;p?q"))
    #expect(WebAddress(reference, relativeTo: base)?.description == resolved)
  }

  @Test(
    "has its host in ASCII (RFC 3492)",
    arguments: [
      ("http://見本.jp/", "http://xn--8pvz87e.jp/"),
      ("http://病院。日本/a", "http://xn--0rys90e.xn--wgv71a/a"),
      ("https://www.Bücher.example/", "https://www.xn--bcher-kva.example/"),
      ("http://みほん大学.jp:8080/", "http://xn--79jh5d012ufmc.jp:8080/"),
      ("http://ａ．example/", "http://a.example/"), ("http://見本★.jp/", nil), ("http://見 本.jp/", nil),
    ] as [(String, String?)])
  func international(text: String, ascii: String?) {
    #expect(WebAddress(text)?.description == ascii)
  }

  @Test(
    "shares the gate of its host, whatever scheme and port",
    arguments: [
      ("http://a.example/", "https://a.example/x", true),
      ("http://a.example/", "http://a.example:8080/", true),
      ("http://192.0.2.1:81/", "http://192.0.2.1:82/", false),
      ("http://a.example/", "http://b.example/", false),
    ])
  func gates(one: String, other: String, isShared: Bool) throws {
    let keys = try [one, other].map { try #require(WebAddress($0)).gateKey }
    #expect((keys[0] == keys[1]) == isShared)
  }

  @Test(
    "is allowed on the hosts of its target only",
    arguments: [
      ("http://a.example/x", true), ("https://a.example/", true), ("http://www.b.example/", true),
      ("http://b.example/", false), ("http://a.example.evil.example/", false),
      ("http://xa.example/", false), ("http://a.example:8080/", false),
      ("http://c.example:81/", true), ("http://c.example/", false), ("http://d.example:9/", true),
    ])
  func allowList(text: String, isAllowed: Bool) throws {
    let starts = try ["http://a.example/", "http://d.example:9/s"].map {
      try #require(WebAddress($0))
    }
    let list = HostAllowList(
      hosts: ["WWW.b.example.", "c.example:81", "not a host"], startPages: starts)
    #expect(list.contains(try #require(WebAddress(text))) == isAllowed)
  }
}
