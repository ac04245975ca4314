import Testing

@testable import JapaneseText

@Suite("A year of an era")
struct EraTests {
  @Test(
    "is a year of the common era",
    arguments: [
      ("令和8", 2026), ("令和元", 2019), ("令和 ８", 2026), ("令和八", 2026), ("令和十", 2028), ("令8", 2026),
      ("R8", 2026), ("R02", 2020), ("Reiwa 8", 2026), ("平成31", 2019), ("平成元", 1989),
      ("平成二十五", 2013),
      ("H30", 2018), ("Heisei 24", 2012), ("昭和23", 1948), ("S63", 1988), ("㍻30", 2018),
      ("㋿8", 2026),
    ])
  func isRead(text: String, year: Int) {
    var reader = ScalarReader(FoldedText(text))
    let found = Era.year(&reader)
    #expect(found == year)
    #expect(reader.isAtEnd)
  }

  @Test(
    "is none where no year stands", arguments: ["令和", "令和00", "平成の", "昭和大学", "r", "hospital", "8"])
  func isNone(text: String) {
    var reader = ScalarReader(FoldedText(text))
    let found = Era.year(&reader)
    #expect(found == nil)
    #expect(reader.position == 0)
  }

  @Test("does not begin inside a Latin word")
  func beginsWords() {
    var reader = ScalarReader(FoldedText("br8"), in: 1..<3)
    let found = Era.year(&reader)
    #expect(found == nil)
  }
}
