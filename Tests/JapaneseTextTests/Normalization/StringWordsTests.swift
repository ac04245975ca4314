import JapaneseText
import TestKit
import Testing

@Suite("Words in strings")
struct StringWordsTests {
  @Test(
    "are replaced wherever they stand",
    arguments: [
      ("推薦者は推薦者", "推薦者", "", "は"), ("abc", "b", "××", "a××c"), ("aaa", "aa", "b", "ba"),
      ("面接", "試験", "x", "面接"), ("面接", "", "x", "面接"), ("", "x", "y", ""),
    ])
  func replaces(text: String, word: String, other: String, wanted: String) {
    #expect(text.replacing(word, with: other) == wanted)
  }

  @Test(
    "have a first place",
    arguments: [("実地修練の修練", "修練", "実地"), ("修練", "修練", ""), ("修", "修練", nil), ("あ", "ア", nil)])
  func findsFirst(text: String, word: String, before: String?) {
    let range = text.firstRange(of: word)
    #expect(range.map { String(text[..<$0.lowerBound]) } == before)
    #expect(range.map { String(text[$0]) } == before.map { _ in word })
  }

  @Test(
    "part texts",
    arguments: [("経費及び期間", ["経費", "期間"]), ("及び経費及び", ["経費"]), ("経費", ["経費"]), ("", [])])
  func parts(text: String, wanted: [String]) {
    #expect(text.parts(separatedBy: "及び") == wanted)
  }

  @Test(
    "lose the blanks at both ends",
    arguments: [
      ("　a b \n", "a b"), ("a", "a"), (" \u{A0}\t", ""), ("", ""), ("\r\n修練\u{2003}", "修練"),
    ])
  func trims(text: String, wanted: String) {
    #expect(text.trimmingBlanks == wanted)
  }

  @Test("are written from scalars of every width", arguments: ["", "a", "é", "修", "𠮷", "a修é𠮷〆z"])
  func writesScalars(text: String) {
    #expect(FoldedText(text).string == text)
  }

  @Test(
    "are counted by their scalars, and looked for among them",
    arguments: ["", "a", "é", "修練", "𠮷野家の実地修練生", "a修é𠮷〆z0123456789", "ascii only, and long"])
  func countsScalars(text: String) {
    var copy = text
    let count = copy.withUTF8 { UTF8.count(ofScalarsIn: $0) }
    #expect(count == text.unicodeScalars.count)
    for scalar in "aé修練𠮷、".unicodeScalars {
      #expect(text.unicodeScalars.contains(scalar) == Array(text.unicodeScalars).contains(scalar))
    }
  }

  @Test("begin where a set of scalars says")
  func skipsToSet() {
    let set = ScalarSet("令", "0"..."9")
    var reader = ScalarReader(FoldedText("期間は令和8年𠮷"))
    reader.skip(to: set)
    #expect(reader.position == 3)
    reader.position += 1
    reader.skip(to: set)
    #expect(reader.next == "8")
    reader.position += 1
    reader.skip(to: set)
    #expect(reader.isAtEnd)
  }
}
