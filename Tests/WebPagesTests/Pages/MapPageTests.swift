import Testing

@testable import WebPages

@Suite("The map")
struct MapPageTests {
  @Test("under a search a prefecture without a fitting program is not called one without any")
  func narrowed() throws {
    let site = try SampleSite.site()
    for target in ["/map?q=open+now&lang=en", "/map?fee=free&lang=en", "/map?kind=other&lang=en"] {
      let body = SampleSite.body(target, of: site)
      #expect(!body.contains("no program known"), "\(target)")
      #expect(body.contains("Osaka: none fits the search"), "\(target)")
      #expect(body.contains("– none fits the search</li>"), "\(target)")
    }
    let whole = SampleSite.body("/map?lang=en", of: site)
    #expect(whole.contains("Hokkaido: no program known"))
  }

  @Test("map and time line say what narrows them, and keep it", arguments: ["map", "timeline"])
  func narrowing(_ page: String) throws {
    let target = "/\(page)?q=blarghxyz+free&status=open&kind=other&lang=en"
    let body = SampleSite.body(target, of: try SampleSite.site())
    #expect(body.contains("not understood: blarghxyz"))
    #expect(body.contains("free → free of charge"))
    #expect(body.contains("State: open") || body.contains("Status: open"))
    #expect(body.contains("Kind: other"))
    for (name, value) in [("kind", "other"), ("status", "open"), ("lang", "en")] {
      #expect(body.contains("type=\"hidden\" name=\"\(name)\" value=\"\(value)\""), "\(name)")
    }
    // A part is taken out on the page where it stands.
    #expect(body.contains("class=\"remove\" href=\"./\(page)?q=free&amp;kind=other"))
    #expect(body.contains("<a href=\"./\(page)?lang=en\">Clear everything</a>"))
  }

  @Test("the map shows every prefecture, whichever were chosen")
  func places() throws {
    let body = SampleSite.body(
      "/map?place=%E5%AE%AE%E5%9F%8E%E7%9C%8C&lang=en", of: try SampleSite.site())
    #expect(body.contains("Osaka: open 0, not open 1"))
    #expect(!body.contains("class=\"chip filter\""))
  }
}
