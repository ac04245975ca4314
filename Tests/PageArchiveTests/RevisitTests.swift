import PageArchive
import RecruitmentModel
import Testing

@Suite("Revisits and the ledger") struct RevisitTests {
  @Test func `An unchanged answer is a revisit record, and the page stays what it was`()
    async throws
  {
    try await withTemporaryDirectory { directory in
      let archive = try PageArchive(directory: directory, access: .readWrite)
      try archive.store(page(headers: [HeaderField(name: "ETag", value: "\"1\"")]))
      let stored = try #require(try archive.latest(url: "http://a.example/", sourceID: "a"))
      try archive.keep([.revisit(page(at: moment(60), status: 304, body: ""), of: stored)])
      let after = try #require(try archive.latest(url: "http://a.example/", sourceID: "a"))
      #expect(after.checkedAt == moment(60) && after.fetchedAt == moment())
      #expect(after.validators.etag == "\"1\"")
      #expect(try archive.body(of: after) == Array("<p>修練生を募集します".utf8))
      let text = String(
        decoding: try contents(of: try #require(try warcFiles(in: directory).first)), as: UTF8.self)
      #expect(text.contains("WARC-Type: revisit\r\n"))
      #expect(text.contains("revisit/server-not-modified\r\n"))
      #expect(text.contains("WARC-Refers-To-Date: \(moment())\r\n"))
    }
  }

  @Test func `A page that is gone keeps its last content for a cycle`() async throws {
    try await withTemporaryDirectory { directory in
      let archive = try PageArchive(directory: directory, access: .readWrite)
      try archive.store(page(body: "old"))
      try archive.store(page(at: moment(10), body: "new"))
      #expect(try archive.gonePages(ofSource: "a").isEmpty)
      try archive.store(page(at: moment(20), status: 404, body: "no"))
      try archive.store(page(at: moment(30), status: 404, body: "still no"))
      let gone = try archive.gonePages(ofSource: "a")
      #expect(gone.map(\.since) == [moment(20)])
      #expect(try gone.map { try archive.body(of: $0.last) } == [Array("new".utf8)])
      try archive.store(page(at: moment(401 * 86_400), status: 410, body: ""))
      #expect(try archive.gonePages(ofSource: "a").isEmpty)
      try archive.store(page(at: moment(402 * 86_400), body: "back"))
      #expect(try archive.pages(ofSource: "a").count == 1)
    }
  }

  @Test func `What stood before counts for a cycle after it was replaced`() async throws {
    try await withTemporaryDirectory { directory in
      let day = 86_400
      let archive = try PageArchive(directory: directory, access: .readWrite)
      try archive.store(page(body: "guideline"))
      try archive.store(page(at: moment(500 * day), body: "closed"))
      try archive.store(page(at: moment(510 * day), body: "closed, too"))
      let url = page().url
      let digests = try archive.earlierPages(ofSource: "a").map { try archive.body(of: $0) }
      #expect(digests == [Array("closed".utf8), Array("guideline".utf8)])
      try archive.store(page(at: moment(520 * day), status: 404, body: ""))
      #expect(try archive.earlierPages(ofSource: "a").map(\.url) == [url, url, url])
      try archive.store(page(at: moment(905 * day), body: "closed still"))
      #expect(try archive.earlierPages(ofSource: "a").count == 2)
    }
  }

  @Test func `The ledger remembers a season`() async throws {
    try await withTemporaryDirectory { directory in
      func entry(_ day: Int) -> RequestEntry {
        var entry = RequestEntry(
          host: "a.example", url: "http://a.example/\(day)", sourceID: nil,
          at: moment(day * 86_400), reason: "line 1")
        entry.status = 200
        return entry
      }
      do {
        let archive = try PageArchive(directory: directory, access: .readWrite)
        // One of them is of a crawl under a clock that was ahead.
        for day in [0, 50, 120, 900] { try archive.keep([.request(entry(day))]) }
        #expect(try archive.requests(toHost: "a.example").count == 4)
        #expect(try archive.askedHosts().map(\.host) == ["a.example"])
      }
      let again = try PageArchive(
        directory: directory, access: .readWrite, now: moment(121 * 86_400))
      #expect(
        try again.requests(toHost: "a.example").map(\.at) == [50, 120, 900].map { entry($0).at })
    }
  }

  @Test func `What was read is kept for its reader, and a damaged cache is made anew`() async throws
  {
    try await withTemporaryDirectory { directory in
      _ = try PageArchive(directory: directory, access: .readWrite)
      let first = try #require(ReadingCache(directory: directory, reader: "1"))
      first.keep([1, 2], for: "a")
      first.flush()
      #expect(first.value(for: "a") == [1, 2] && first.value(for: "b") == nil)
      #expect(ReadingCache(directory: directory, reader: "1")?.value(for: "a") == [1, 2])
      #expect(ReadingCache(directory: directory, reader: "2")?.value(for: "a") == nil)
      #expect(ReadingCache(directory: directory + "/none/none", reader: "1") == nil)
    }
  }
}
