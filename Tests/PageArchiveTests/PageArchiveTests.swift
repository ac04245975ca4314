import Foundation
import PageArchive
import RecruitmentModel
import Testing

@Suite("The page archive") struct PageArchiveTests {
  @Test func `gives back what was stored`() async throws {
    try await withTemporaryDirectory { path in
      let archive = try PageArchive(directory: path, access: .readWrite)
      let origin = CaptureOrigin(
        allowedBy: "line 2: Allow: /", depth: 1, referrer: "http://a.example/", linkText: "募集要項")
      try archive.store(
        page(
          "http://a.example/guide?y=2027",
          headers: [HeaderField(name: "ETag", value: "\"v1\"")], origin: origin))
      let stored = try #require(
        try archive.latest(url: "http://a.example/guide?y=2027", sourceID: "a"))
      #expect(stored.origin == origin)
      #expect(stored.mediaType == "text/html")
      #expect(stored.contentType == "Text/HTML; charset=utf-8")
      #expect(stored.validators == Validators(etag: "\"v1\""))
      #expect(stored.fetchedAt == moment() && stored.checkedAt == moment())
      #expect(try archive.body(of: stored) == Array("<p>修練生を募集します".utf8))
      #expect(stored.digest == ContentDigest(of: Array("<p>修練生を募集します".utf8)))
      #expect(try archive.headers(of: stored).firstValue(of: "etag") == "\"v1\"")
    }
  }

  @Test func `can be read when nobody writes`() async throws {
    try await withTemporaryDirectory { path in
      do {
        let writer = try PageArchive(directory: path, access: .readWrite)
        try writer.store(page())
      }
      let reader = try PageArchive(directory: path, access: .readOnly)
      let stored = try #require(try reader.pages(ofSource: "a").first)
      #expect(try reader.body(of: stored) == page().body)
    }
  }

  @Test func `can be read while somebody writes`() async throws {
    try await withTemporaryDirectory { path in
      let writer = try PageArchive(directory: path, access: .readWrite)
      try writer.store(page(body: "one"))
      let reader = try PageArchive(directory: path, access: .readOnly)
      try writer.store(page(body: "two"))
      let stored = try #require(try reader.latest(url: "http://a.example/", sourceID: "a"))
      #expect(try reader.body(of: stored) == Array("two".utf8))
    }
  }

  @Test func `holds bodies of any bytes`() async throws {
    let body =
      (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) } + Array("\r\n\r\nWARC/1.1".utf8)
    try await withTemporaryDirectory { path in
      let archive = try PageArchive(directory: path, access: .readWrite)
      try archive.store(
        Capture(
          url: "http://a.example/x", sourceID: "a", fetchedAt: moment(), status: 200, headers: [],
          body: body))
      let stored = try #require(try archive.pages(ofSource: "a").first)
      #expect(try archive.body(of: stored) == body)
      #expect(stored.mediaType == nil)
    }
  }

  @Test(arguments: [301, 404, 410])
  func `no longer counts a page that became a status`(_ status: Int) async throws {
    try await withTemporaryDirectory { path in
      let archive = try PageArchive(directory: path, access: .readWrite)
      try archive.store(page())
      #expect(try archive.pages(ofSource: "a").count == 1)
      try archive.store(page(at: moment(60), status: status, body: ""))
      #expect(try archive.pages(ofSource: "a").isEmpty)
      #expect(try archive.latest(url: "http://a.example/", sourceID: "a")?.status == status)
    }
  }

  @Test func `keeps sources apart that share an address`() async throws {
    try await withTemporaryDirectory { path in
      let archive = try PageArchive(directory: path, access: .readWrite)
      try archive.store(page(source: "a", body: "for a"))
      try archive.store(page(source: "b", body: "for b"))
      try archive.store(page("http://a.example/robots.txt", source: nil, body: "robots"))
      let bodies = try ["a", "b"].map { try archive.body(of: archive.pages(ofSource: $0)[0]) }
      #expect(bodies == [Array("for a".utf8), Array("for b".utf8)])
      #expect(try archive.sourceStates().map(\.sourceID) == ["a", "b"])
      #expect(try archive.latest(url: "http://a.example/robots.txt", sourceID: nil) != nil)
    }
  }

  @Test func `moves the time of the last check and takes new validators`() async throws {
    try await withTemporaryDirectory { path in
      let archive = try PageArchive(directory: path, access: .readWrite)
      try archive.store(
        page(headers: [
          HeaderField(name: "Last-Modified", value: "then"), HeaderField(name: "ETag", value: "1"),
        ]))
      let first = try #require(try archive.pages(ofSource: "a").first)
      let again = page(
        at: moment(90), status: 304, body: "", headers: [HeaderField(name: "ETag", value: "2")])
      try archive.keep([.revisit(again, of: first)])
      let stored = try #require(try archive.pages(ofSource: "a").first)
      #expect(stored.fetchedAt == moment() && stored.checkedAt == moment(90))
      #expect(stored.validators == Validators(etag: "2", lastModified: "then"))
    }
  }

  @Test func `keeps many entries at once as it keeps one after another`() async throws {
    try await withTemporaryDirectory { path in
      let archive = try PageArchive(directory: path, access: .readWrite)
      let pages = (1...5).map { page("http://a.example/\($0)", body: "page \($0)") }
      let failure = ArchiveEntry.failure(
        url: "http://a.example/3", sourceID: "a", at: moment(1), reason: "r")
      try archive.keep(
        pages.prefix(3).map(ArchiveEntry.capture) + [failure]
          + pages.suffix(2).map(ArchiveEntry.capture))
      let stored = try archive.pages(ofSource: "a")
      #expect(stored.map(\.url) == pages.map(\.url))
      #expect(try stored.map { try archive.body(of: $0) } == pages.map(\.body))
      #expect(try archive.latest(ofSource: "a").count == 5)
      #expect(try archive.failures(ofSource: "a").map(\.url) == ["http://a.example/3"])
      #expect(try warcFiles(in: path).count == 1)
    }
  }

  @Test func `is refused to a second writer, and free again after the first`() async throws {
    try await withTemporaryDirectory { path in
      do {
        let first = try PageArchive(directory: path, access: .readWrite)
        #expect(throws: PageArchiveError.inUse(directory: path)) {
          try PageArchive(directory: path, access: .readWrite)
        }
        try first.store(page())
      }
      let second = try PageArchive(directory: path, access: .readWrite)
      try second.store(page(at: moment(1)))
      #expect(try warcFiles(in: path).count == 2)
    }
  }

  @Test func `is not made by a reader`() async throws {
    try await withTemporaryDirectory { path in
      #expect(throws: PageArchiveError.notFound(directory: path)) {
        try PageArchive(directory: path, access: .readOnly)
      }
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func `takes nothing from a reader`() async throws {
    try await withTemporaryDirectory { path in
      _ = try PageArchive(directory: path, access: .readWrite)
      let reader = try PageArchive(directory: path, access: .readOnly)
      let refusal = PageArchiveError.readOnly(directory: path)
      #expect(throws: refusal) { try reader.store(page()) }
      #expect(throws: refusal) {
        try reader.keep([.failure(url: "u", sourceID: "a", at: moment(), reason: "r")])
      }
    }
  }

  @Test func `says so where a directory cannot be made`() async throws {
    let path = "/dev/null/archive"
    #expect(throws: PageArchiveError.self) { try PageArchive(directory: path, access: .readWrite) }
  }
}
