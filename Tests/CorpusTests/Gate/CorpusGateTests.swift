import Testing

@Suite("What is read from the annotated pages")
struct CorpusGateTests {
  @Test("no field falls below its floor")
  func reachesFloors() async throws {
    let score = try await CorpusScore.today.value
    print(ScoreReport.table(of: score))
    if let recording = Recording.wanted {
      Issue.record("\(try recording.record(score).joined(separator: "\n"))")
      return
    }
    let floors = try #require(try Floors.pinned(), "no floors.json; RECORD_FLOORS=1 makes one")
    let shortfalls = floors.shortfalls(of: score)
    let report = (shortfalls + [ScoreReport.differences(of: score)]).joined(separator: "\n")
    #expect(shortfalls.isEmpty, "below the floors:\n\(report)")
  }

  @Test("no more than the known harm is done", .enabled(if: Recording.wanted == nil))
  func isHarmless() async throws {
    let score = try await CorpusScore.today.value
    let known = try Floors.pinned()?.harmful ?? 0
    #expect(score.harms.count <= known, "\(score.harms.joined(separator: "\n"))")
  }

  @Test(
    "quotations stand in their pages, but for known ones", .enabled(if: Recording.wanted == nil))
  func quotesThePage() async throws {
    let score = try await CorpusScore.today.value
    let known = try Floors.pinned()?.falseQuotes ?? 0
    #expect(score.falseQuotes.count <= known, "\(score.falseQuotes.joined(separator: "\n"))")
  }

  @Test("is of the pages that the floors stand for", .enabled(if: Recording.wanted == nil))
  func isTheSameCorpus() throws {
    let digest = try Floors.digestOfCorpus()
    #expect(
      try Floors.pinned()?.digest == digest,
      """
      A page or a label has changed. If that was meant: look at the difference once more, then pin \
      the new corpus with RECORD_FLOORS=1, or with RECORD_FLOORS=lower where it is harder than it was.
      """)
  }
}
