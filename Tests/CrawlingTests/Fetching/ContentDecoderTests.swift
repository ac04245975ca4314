import PageArchive
import TestKit
import Testing

@testable import Crawling

/// What browsers unpack, beside the usual.
@Suite struct ContentDecoderTests {
  /// `<p>` and twenty times `ab`.
  private static let content = Array(("<p>" + String(repeating: "ab", count: 20)).utf8)

  private static let forms: [(coding: String, bytes: [UInt8])] = [
    (
      "x-gzip",
      [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xB3, 0x29, 0xB0, 0x4B,
        0x4C, 0x22, 0x0E, 0x02, 0x00, 0x15, 0x87, 0xD3, 0xBC, 0x2B, 0x00, 0x00, 0x00,
      ]
    ),
    (
      "gzip",
      [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xB3, 0x29, 0xB0, 0x4B,
        0x4C, 0x02, 0x43, 0x00, 0xD3, 0xF9, 0x4A, 0x88, 0x0A, 0x00, 0x00, 0x00, 0x1F, 0x8B,
        0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x4B, 0x4A, 0x4C, 0xC2, 0x0F, 0x01,
        0x7F, 0x26, 0xBA, 0x51, 0x21, 0x00, 0x00, 0x00,
      ]
    ),
    (
      "gzip",
      [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xB3, 0x29, 0xB0, 0x4B,
        0x4C, 0x22, 0x0E, 0x02, 0x00, 0x15, 0x87, 0xD3, 0xBC, 0x2B, 0x00, 0x00, 0x00, 0x67,
        0x61, 0x72, 0x62, 0x61, 0x67, 0x65,
      ]
    ),
    (
      "deflate",
      [
        0x78, 0x9C, 0xB3, 0x29, 0xB0, 0x4B, 0x4C, 0x22, 0x0E, 0x02, 0x00, 0x5E, 0xE0, 0x10,
        0x27,
      ]
    ),
    (
      "deflate",
      [
        0xB3, 0x29, 0xB0, 0x4B, 0x4C, 0x22, 0x0E, 0x02, 0x00,
      ]
    ),
  ]

  @Test(arguments: forms.indices)
  func unpacks(_ form: Int) async throws {
    let (coding, bytes) = Self.forms[form]
    let response = FixtureResponse(headers: [("Content-Encoding", coding)], body: bytes)
    try await FixtureSite.with(["/": .answer(response)]) { site in
      try await CrawlWorld.with { world in
        _ = try await world.crawl(site)
        let stored = try #require(try world.archive.pages(ofSource: "a").first)
        #expect(try world.archive.body(of: stored) == Self.content)
      }
    }
  }

  @Test func `takes no half, and no bomb`() throws {
    let decoder = ContentDecoder(limit: 20 << 20, largestRatio: 200, takesParts: false)
    for (_, bytes) in Self.forms.dropFirst(3) {
      #expect(throws: FetchFailure.self) { try decoder.decode(Array(bytes.dropLast(6))) }
    }
    #expect(throws: FetchFailure.self) { try decoder.decode(GzipFixture.bomb) }
  }

  @Test func `reads the beginning of a packed file that is larger than is looked at`() {
    #expect(GzipFile.unpacked(GzipFixture.letters, limit: 50_000)?.count == 50_000)
    #expect(GzipFile.unpacked(GzipFixture.letters, limit: 200_000)?.count == 100_000)
    #expect(GzipFile.unpacked(Array(GzipFixture.letters.prefix(60)), limit: 50_000) == nil)
  }
}
