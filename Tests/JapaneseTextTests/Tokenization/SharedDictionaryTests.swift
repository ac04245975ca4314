import JapaneseText
import Testing

@Suite("The shared dictionary")
struct SharedDictionaryTests {
  @Test("is opened once")
  func isOpenedOnce() throws {
    let dictionary = SharedDictionary()
    #expect(try dictionary.analyzer() === dictionary.analyzer())
  }

  @Test("is opened at the first call only, so that a wrong path is no fault before")
  func isOpenedLate() {
    let dictionary = SharedDictionary(path: "/nowhere/at-all")
    #expect(throws: DictionaryError.missing(places: ["/nowhere/at-all"])) {
      try dictionary.analyzer()
    }
  }
}
