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

  @Test(
    "are counted as the standard library counts them",
    arguments: [
      "", "a", "試験日（前期）", "ABC、ｶﾅ！", "か\u{3099}", "が\u{309A}x", "一\r\n二", "e\u{301}", "👨‍👩‍👧と🇯🇵",
      "葛\u{E0100}城", "〜・ー—…", "한국어", "〰〽㊗", "Ａ＝１～２", "￥100", "第１回①",
    ])
  func characters(text: String) { #expect(text.characterCount == text.count) }

  @Test(
    "lose their line ends, and are parted at blanks, as the standard library does it",
    arguments: [
      "", "一 二", "一\n二\r\n三", "\na b\u{2028}c\n", "a\u{3000}b  c", " x\ty ", "a\r\nb c", "é è",
    ])
  func blanks(text: String) {
    #expect(text.withoutLineEnds == text.split(whereSeparator: \.isNewline).joined(separator: " "))
    #expect(text[...].words == text.split(whereSeparator: \.isWhitespace))
  }

  @Test("are lists of scalars, each of which is found and no other")
  func scalars() {
    let list = "、。:é＝漢😀"
    for scalar in list.unicodeScalars { #expect(list.unicodeScalars.contains(scalar)) }
    for scalar in "，.;èー字😁\u{81}\u{3042}a".unicodeScalars {
      #expect(!list.unicodeScalars.contains(scalar))
    }
    #expect(!"".unicodeScalars.contains("a"))
    #expect(String(of: Array(list.unicodeScalars)) == list)
  }
}
