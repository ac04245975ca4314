import Foundation
import ChangeLog
import Crawling
import Testing

@testable import NightlyCrawl

@Suite struct DemoWebTests {
  private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/Sites")

  @Test("The demo serves the web of the tests (else run Scripts/lib/pack-demo)")
  func isUpToDate() throws {
    let web = try JSONDecoder().decode(PackedWeb.self, from: Data(PackageResources.demo_web_json))
    var count = 0
    for (host, pages) in web.hosts {
      for (path, content) in pages {
        let file = Self.fixtures.appending(path: host + path)
        #expect(content.page.body == [UInt8](try Data(contentsOf: file)), "\(host)\(path)")
        count += 1
      }
    }
    let files = try FileManager.default.subpathsOfDirectory(atPath: Self.fixtures.path)
      .filter { $0.contains("/") && $0.contains(".") }
    #expect(files.count == count)
  }

  @Test("A night's change is told, and nothing else; nothing unchanged is read again")
  func nights() async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/demo-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let web = try DemoWeb(folder: folder)
    defer { web.stop() }
    let first = try await web.crawl()
    #expect(first.changes.isEmpty && first.pagesReadAnew == first.pagesRead)
    let second = try await web.crawl()
    #expect(second.changes.isEmpty && second.pagesReadAnew == 0)
    #expect(second.report?.targets.flatMap(\.fetched) == [])
    web.letANightPass()
    let third = try await web.crawl()
    #expect(third.changes.map(\.part) == ["closes"] && third.pagesReadAnew == 1)
  }
}

@Suite struct SitemapTests {
  @Test(
    "Addresses of a sitemap",
    arguments: [
      (
        "<?xml?><urlset><url><loc> https://a.example/x?a=1&amp;b=2 </loc></url></urlset>",
        ["https://a.example/x?a=1&b=2"]
      ),
      ("<sitemapindex><sitemap><loc><![CDATA[/s.xml]]></loc></sitemap></sitemapindex>", ["/s.xml"]),
      ("<urlset><url><loc>/broken", []), ("<html><loc>/x</loc></html>", []),
    ] as [(String, [String])])
  func locations(_ xml: String, _ expected: [String]) {
    #expect(Sitemap.locations(in: Array(xml.utf8)) == expected)
  }
}
