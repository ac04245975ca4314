import QueryEngine
import Testing

@Suite("The words of queries, for a search without the grammar")
struct QueryWordsTests {
  @Test("have the months of English, which change what stands beside them")
  func haveMonths() throws {
    let words = try SampleEngine.engine().queryWords
    #expect(words.meaning.contains("december") && words.meaning.contains("may"))
    #expect(!words.filling.contains("december"))
  }
}
