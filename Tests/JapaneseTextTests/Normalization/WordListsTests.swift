import JapaneseText
import TestKit
import Testing

@Suite("Lists of words that are looked for together")
struct WordListsTests {
  static let words = [
    ["研修", "研修医", "臨床研修", "臨床研修センター", "研修医"], ["no", "Free of charge", "free", "１年"],
    ["の", "", "📞", "📞代表"],
  ]
  static let lists = WordLists(words)

  @Test(
    "give the longest word at each place, and none over another",
    arguments: [
      ("⟦1⟧研修医⟦/1⟧の⟦2⟧研修⟦/2⟧", 0, [1, 0]),
      ("⟦1⟧臨床研修センター⟦/1⟧で⟦2⟧臨床研修⟦/2⟧", 0, [3, 2]),
      ("⟦1⟧ＮＯ⟦/1⟧ fee: ⟦2⟧free of charge⟦/2⟧", 1, [0, 1]),
      ("now, piano, freedom, 11年", 1, []),
      ("実地修練", 2, []), ("⟦1⟧📞代表⟦/1⟧ ⟦2⟧📞⟦/2⟧", 2, [3, 2]),
    ])
  func findsLongest(marked: String, list: Int, indices: [Int]) throws {
    let text = FoldedText(try MarkedText(marked).text)
    let matches = Self.lists.matches(list, in: text)
    #expect(text.marking(matches.map(\.range)) == marked)
    #expect(matches.map(\.index) == indices)
    #expect(Self.lists.isFound(list, in: text) == !indices.isEmpty)
  }

  @Test("stay inside the range that they are given")
  func stayInside() {
    let text = FoldedText("研修医の研修")
    #expect(Self.lists.matches(0, in: text, range: 0..<2).map(\.index) == [0])
    #expect(Self.lists.isFound(2, in: text, range: 3..<4))
    #expect(!Self.lists.isFound(2, in: text, range: 4..<6))
  }

  @Test("tell what stands at the start, at the end and as the whole of a range")
  func tellPlaces() {
    let text = FoldedText("研修医の臨床研修")
    #expect(Self.lists.begins(0, in: text, range: 0..<8))
    #expect(Self.lists.begins(0, in: text, range: 0..<2))
    #expect(!Self.lists.begins(0, in: text, range: 1..<8))
    #expect(Self.lists.ends(0, in: text, range: 5..<8))
    #expect(!Self.lists.ends(0, in: text, range: 7..<8))
    #expect(Self.lists.isWhole(0, in: text, range: 6..<8))
    #expect(!Self.lists.isWhole(0, in: text, range: 3..<8))
  }

  @Test("tell which word is the whole text", arguments: [("研修医", 1), ("臨床研修医", nil), ("", nil)])
  func findsWhole(words: String, index: Int?) {
    #expect(Self.lists.whole(0, FoldedText(words)) == index)
  }

  @Test("find what a finder of each list finds", arguments: 1...40)
  func agreesWithFinder(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("修練医師のa1 ")
    func word(_ length: ClosedRange<Int>) -> String {
      String(
        (0..<Int.random(in: length, using: &random)).map { _ in
          alphabet[Int.random(in: alphabet.indices, using: &random)]
        })
    }
    // More lists than a hit has bits for.
    let words = (0..<520).map { _ in (0..<3).map { _ in word(1...4) } }
    let lists = WordLists(words)
    for text in (0..<5).map({ _ in FoldedText(word(0...40)) }) {
      let start = Int.random(in: 0...text.scalars.count, using: &random)
      let range = start..<Int.random(in: start...text.scalars.count, using: &random)
      for (list, words) in words.enumerated() {
        let finder = WordFinder(words.enumerated().map { ($1, $0) })
        let found = lists.matches(list, in: text, range: range)
        let wanted = finder.matches(in: text, range: range)
        #expect(found.map(\.range) == wanted.map(\.range))
        #expect(found.map(\.index) == wanted.map(\.meaning))
        #expect(lists.isFound(list, in: text, range: range) == !wanted.isEmpty)
      }
    }
  }

  @Test("keep what they found apart where several are asked of one text")
  func severalListsOfOneText() {
    let text = FoldedText("研修医の面接")
    let others = WordLists([["面接"]])
    for _ in 1...2 {
      #expect(Self.lists.matches(0, in: text).map(\.range) == [0..<3])
      #expect(others.matches(0, in: text).map(\.range) == [4..<6])
    }
  }

  @Test("find the same where several tables are looked for together")
  func joined() {
    let joined = JoinedWordLists()
    let kinds = WordLists(count: 2, in: joined) { [["研修医"], ["医"]] }
    let methods = WordLists(count: 1, in: joined) { [["面接", "の"]] }
    let text = FoldedText("研修医の面接")
    #expect(kinds.ranges(0, in: text) == [0..<3])
    #expect(kinds.ranges(1, in: text) == [2..<3])
    #expect(methods.matches(0, in: text).map(\.index) == [1, 0])
    #expect(methods.ranges(0, in: text, range: 4..<6) == [4..<6])
  }

  @Test("are told apart, however many they are")
  func areMany() {
    let many = WordLists((0..<300).map { ["w\($0)"] })
    let text = FoldedText("w7 and w200")
    let found = (0..<300).filter { many.isFound($0, in: text) }
    #expect(found == [7, 200])
    #expect((0..<300).filter { !many.ranges($0, in: text).isEmpty } == [7, 200])
  }
}
