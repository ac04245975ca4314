import PageArchive
import RecruitmentModel
import Testing

@Suite("The state of a source") struct SourceStateTests {
  @Test func `says when it was last fetched and how many pages it has`() async throws {
    try await withTemporaryDirectory { path in
      let archive = try PageArchive(directory: path, access: .readWrite)
      try archive.store(page("http://a.example/1"))
      try archive.store(page("http://a.example/2", at: moment(5)))
      try archive.store(page("http://a.example/3", at: moment(9), status: 404))
      let state = try #require(try archive.sourceStates().first)
      #expect(state.sourceID == "a" && state.pageCount == 2 && state.lastFetched == moment(9))
      #expect(state.lastFailure == nil)
    }
  }

  @Test func `says since when an address fails, and how it last did`() async throws {
    try await withTemporaryDirectory { path in
      let archive = try PageArchive(directory: path, access: .readWrite)
      for (seconds, reason) in [(0, "refused"), (60, "timed out"), (120, "status 500")] {
        try archive.keep([
          .failure(url: "http://b.example/", sourceID: "b", at: moment(seconds), reason: reason)
        ])
      }
      let failure = try #require(try archive.sourceStates().first?.lastFailure)
      #expect(failure.since == moment() && failure.last == moment(120))
      #expect(failure.reason == "status 500")
      #expect(try archive.sourceStates().first?.lastFetched == nil)
    }
  }

  @Test(arguments: [true, false])
  func `forgets a failure after a success`(isFetched: Bool) async throws {
    try await withTemporaryDirectory { path in
      let archive = try PageArchive(directory: path, access: .readWrite)
      try archive.store(page())
      try archive.keep([
        .failure(url: page().url, sourceID: "a", at: moment(1), reason: "timed out")
      ])
      #expect(try archive.pages(ofSource: "a").count == 1)
      if isFetched {
        try archive.store(page(at: moment(2)))
      } else {
        let stored = try #require(try archive.pages(ofSource: "a").first)
        try archive.keep([.revisit(page(at: moment(2), status: 304, body: ""), of: stored)])
      }
      #expect(try archive.sourceStates().first?.failures == [])
    }
  }
}
