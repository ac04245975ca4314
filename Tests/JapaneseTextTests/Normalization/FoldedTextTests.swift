import TestKit
import Testing

@testable import JapaneseText

@Suite("Folded text")
struct FoldedTextTests {
  @Test(
    "points back to the words it came from",
    arguments: [
      ("受験料⟦1⟧１０，０００円⟦/1⟧", "10,000円"),
      ("⟦1⟧ﾌﾟﾛｸﾞﾗﾑ⟦/1⟧の募集", "プログラム"),
      ("問い合わせ先⟦1⟧℡⟦/1⟧0000", "tel"),
      ("⟦1⟧㍻30年⟦/1⟧", "平成30年"),
      ("⟦1⟧実地修練⟦/1⟧", "実地修練"),
      ("⟦1⟧が⟦/1⟧ある", "が"),
    ])
  func pointsBack(marked: String, words: String) throws {
    let marks = try MarkedText(marked)
    let folded = FoldedText(marks.text)
    let range = try #require(folded.range(of: Array(words.unicodeScalars)))
    #expect(folded.original(of: range) == marks.words(1))
    #expect(folded.string(in: range) == words)
  }

  @Test("gives a character whole where only a part of what it folds to is asked for")
  func givesCharactersWhole() {
    let folded = FoldedText("㈱見本")
    #expect(folded.string == "(株)見本")
    #expect(folded.original(of: 0..<2) == "㈱")
    #expect(folded.original(of: 1..<4) == "㈱見")
    #expect(folded.original(of: 1..<1).isEmpty)
  }

  @Test("points back after its blanks are left out")
  func pointsBackWithoutBlanks() {
    let label = FoldedText("試　験\n日 ：").withoutBlanks
    #expect(label.string == "試験日:")
    #expect(label.original(of: 0..<3) == "試　験\n日 ")
    #expect(label.original(of: 3..<4) == "：")
  }

  @Test(
    "is blank where there is nothing to see",
    arguments: [("", true), (" \u{3000}\n\u{200B}", true), ("。", false)])
  func knowsBlanks(text: String, isBlank: Bool) {
    #expect(FoldedText(text).isBlank == isBlank)
  }

  @Test("finds a word in a part of it, and none across the end of the part")
  func findsWords() {
    let text = FoldedText("修練料と修練費")
    let word = Array("修練".unicodeScalars)
    #expect(text.range(of: word) == 0..<2)
    #expect(text.range(of: word, in: 1..<7) == 4..<6)
    #expect(text.range(of: word, in: 1..<5) == nil)
    #expect(text.range(of: []) == nil)
    #expect(text.contains("修練費"))
    #expect(!text.hasWord(word, at: 6))
    #expect(!text.hasWord(word, at: -1))
  }

  @Test(
    "of made-up text changes nothing when folded twice, and its parts tile the original",
    arguments: 1...40)
  func isStable(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = MadeUpText.mixed(length: 60, using: &random)
    let folded = FoldedText(text)
    #expect(FoldedText(folded.string).string == folded.string)
    let middle = Int.random(in: 0...folded.scalars.count, using: &random)
    #expect(folded.origins == folded.origins.sorted())
    #expect(folded.origins.count == folded.scalars.count + 1)
    #expect(folded.origins.last == Int32(text.utf8.count))
    #expect(
      folded.string(in: 0..<middle) + folded.string(in: middle..<folded.scalars.count)
        == folded.string)
  }
}
