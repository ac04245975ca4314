import JapaneseText
import TestKit
import Testing

@Suite("A word finder")
struct WordFinderTests {
  static let finder = WordFinder<String>([
    ("研修", "subject"), ("研修医", "person"), ("臨床研修センター", "office"), ("臨床研修", "program"),
    ("no", "denial"), ("Free of charge", "free"), ("free", "free"), ("１年", "yearly"),
    ("研修医", "second"),
    ("", "nothing"),
  ])

  @Test(
    "finds the longest word at each place, and none over another",
    arguments: [
      ("⟦1⟧研修医⟦/1⟧の⟦2⟧研修⟦/2⟧", ["person", "subject"]),
      ("⟦1⟧臨床研修センター⟦/1⟧で⟦2⟧臨床研修⟦/2⟧", ["office", "program"]),
      ("⟦1⟧ＮＯ⟦/1⟧ fee: ⟦2⟧free of charge⟦/2⟧", ["denial", "free"]),
      ("実地修練", []),
    ])
  func findsLongest(marked: String, meanings: [String]) throws {
    let text = FoldedText(try MarkedText(marked).text)
    let matches = Self.finder.matches(in: text)
    #expect(text.marking(matches.map(\.range)) == marked)
    #expect(matches.map(\.meaning) == meanings)
  }

  @Test(
    "takes words in Latin letters, and numbers, only whole",
    arguments: ["now", "piano", "nō", "freedom", "11年", "2021年度"])
  func takesWholeWords(text: String) {
    #expect(Self.finder.matches(in: FoldedText(text)).isEmpty)
  }

  @Test("takes a Latin word that stands against Japanese", arguments: ["noなら", "は1年と"])
  func takesWordsAgainstJapanese(text: String) {
    #expect(Self.finder.matches(in: FoldedText(text)).count == 1)
  }

  @Test("gives all words at one place, the longest first")
  func givesAll() {
    let text = FoldedText("臨床研修センター")
    #expect(Self.finder.allMatches(in: text, at: 0).map(\.meaning) == ["office", "program"])
    #expect(Self.finder.allMatches(in: text, at: 2).map(\.meaning) == ["subject"])
    #expect(Self.finder.allMatches(in: text, at: 8).isEmpty)
  }

  @Test("stays inside the range that it is given")
  func staysInside() {
    let text = FoldedText("研修医の研修")
    #expect(Self.finder.matches(in: text, range: 0..<2).map(\.meaning) == ["subject"])
    #expect(Self.finder.match(in: text, at: 0, before: 1) == nil)
    #expect(Self.finder.match(in: text, at: 6) == nil)
  }

  @Test("finds what a plain search finds", arguments: 1...20)
  func agreesWithPlainSearch(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = FoldedText(MadeUpText.japanese(length: 40, using: &random))
    let words = ["実地", "地修", "医師", "の", "推薦書"]
    let finder = WordFinder(words.map { ($0, $0) })
    for position in text.scalars.indices {
      let plain = words.filter { text.hasWord(Array($0.unicodeScalars), at: position) }
      #expect(Set(finder.allMatches(in: text, at: position).map(\.meaning)) == Set(plain))
      #expect(finder.match(in: text, at: position)?.meaning == plain.max { $0.count < $1.count })
    }
  }
}
