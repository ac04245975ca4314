import QueryEngine
import Testing

/// Whoever sends the longest query that is read gets an answer, and nobody else waits for it.
///
/// What a character costs does not grow with those beside it; where it did, these took minutes.
@Suite("Long queries")
struct LongQueryTests {
  @Test(
    "take a while that grows with their length", .timeLimit(.minutes(1)),
    arguments: [
      "1月", "または", "12月10日から", "かい", "a1", "30万円か",
    ])
  func repeated(_ part: String) throws {
    let count = QueryParser.longestQuery / part.unicodeScalars.count
    let query = String(repeating: part, count: count)
    #expect(try SampleEngine.answer(query).interpretation.text == query)
  }

  @Test("what stands behind a minus is not wanted, be it a number")
  func minus() throws {
    let found = try SampleEngine.answer("covid-19 -19").interpretation
    #expect(found.excluded == ["19"])
    #expect(!found.terms.contains("19"))
  }
}
