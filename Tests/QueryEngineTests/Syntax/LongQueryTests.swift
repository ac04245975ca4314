import QueryEngine
import RecruitmentModel
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

  @Test(
    "a hyphen between a word and a number denies nothing",
    arguments: [
      "実地修練-2027", "徳島大学病院-2027", "4月-10月", "公衆衛生-30万円", "無料-2027年4月", "病院-3名",
    ])
  func joint(_ query: String) throws {
    let found = try SampleEngine.answer(query).interpretation
    #expect(found.excluded.isEmpty)
    let turned = found.constraints.filter(\.isExcluded)
    #expect(turned.isEmpty)
  }

  @Test(
    "a minus at the beginning of a word denies the number behind it",
    arguments: ["-2027 無料", "無料 -2027", "無料、-2027", "無料　-2027", "(-2027)"])
  func denied(_ query: String) throws {
    let found = try SampleEngine.answer(query).interpretation
    let turned = found.constraints.filter(\.isExcluded)
    #expect(!turned.isEmpty || found.excluded == ["2027"])
  }

  @Test("a figure of which only the beginning is read is none", arguments: 55...65)
  func cut(_ zeros: Int) throws {
    let query = String(repeating: "0", count: zeros) + "3万円以下"
    let found = try SampleEngine.answer(query).interpretation
    for constraint in found.constraints {
      #expect(constraint.condition == .fee(Bounds(max: 30_000), isMonthly: false))
    }
  }
}
