import Testing

@testable import WebPages

@Suite("Headers")
struct ResponseHeadersTests {
  private static let page = WebResponse(status: 200, type: "text/html; charset=utf-8", body: "x")

  private static func header(
    _ name: String, _ response: WebResponse = page, frame: String = "'self'"
  ) -> String? {
    ResponseHeaders.headers(of: response, entityTag: "\"1\"", frameAncestors: frame)
      .first { $0.0 == name }?.1
  }

  @Test("nothing inside a page may run, and nothing from elsewhere is loaded")
  func policy() throws {
    let policy = try #require(Self.header("content-security-policy"))
    #expect(policy.hasPrefix("default-src 'none';"))
    #expect(!policy.contains("unsafe"))
    #expect(policy.contains("base-uri 'none'"))
    #expect(policy.hasSuffix("frame-ancestors 'self'"))
    #expect(Self.header("x-content-type-options") == "nosniff")
    #expect(Self.header("referrer-policy") == "no-referrer")
  }

  @Test("a page may be framed by whom it was said to")
  func frames() {
    #expect(
      Self.header("content-security-policy", frame: "'self' https://guide.example")?
        .hasSuffix("frame-ancestors 'self' https://guide.example") == true)
    #expect(Self.header("x-frame-options", frame: "'none'") == "DENY")
  }

  @Test("other sites may read the API and no page")
  func sharing() {
    #expect(Self.header("access-control-allow-origin") == nil)
    #expect(Self.header("access-control-allow-origin", .json("{}")) == "*")
  }

  @Test("a tag is told among others", arguments: ["\"a-1\"", "W/\"a-1\"", "\"b\", \"a-1\"", "*"])
  func tags(_ header: String) {
    #expect(ResponseHeaders.names(header, "\"a-1\""))
    #expect(!ResponseHeaders.names("\"a\"", "\"a-1\""))
  }
}
