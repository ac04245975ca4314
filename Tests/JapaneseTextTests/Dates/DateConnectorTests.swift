import JapaneseText
import Testing

@Suite("What stands between two dates")
struct DateConnectorTests {
  @Test(
    "makes a range",
    arguments: ["から", "より", "～", "〜", "-", "–", "−", "ー", "→", "to", "until", "through"])
  func makesRanges(word: String) {
    var reader = ScalarReader(FoldedText(word))
    let found = DateConnector.take(&reader)
    #expect(found == .range)
    #expect(reader.isAtEnd)
  }

  @Test(
    "makes a list",
    arguments: ["又は", "または", "及び", "および", "若しくは", "と", "か", "、", "・", ",", "or", "and"])
  func makesLists(word: String) {
    var reader = ScalarReader(FoldedText(word))
    let found = DateConnector.take(&reader)
    #expect(found == .list)
    #expect(reader.isAtEnd)
  }

  @Test("may be nothing of the kind", arguments: ["", "に", "。", "("])
  func isNone(word: String) {
    var reader = ScalarReader(FoldedText(word))
    let found = DateConnector.take(&reader)
    #expect(found == nil)
    #expect(reader.position == 0)
  }
}
