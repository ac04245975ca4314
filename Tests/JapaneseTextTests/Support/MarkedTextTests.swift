import TestKit
import Testing

@Suite("A marked text")
struct MarkedTextTests {
  @Test("gives the text without marks, and the words of each")
  func takesMarksOut() throws {
    let marked = try MarkedText("受験料：⟦1⟧10,000円⟦/1⟧（⟦2⟧税込⟦/2⟧）")
    #expect(marked.text == "受験料：10,000円（税込）")
    #expect(marked.words(1) == "10,000円")
    #expect(marked.words(2) == "税込")
    #expect(marked.words(3) == nil)
    #expect(marked.ranges[1] == 12..<21)
  }

  @Test("may have marks inside each other and across each other")
  func allowsOverlaps() throws {
    let marked = try MarkedText("⟦1⟧月⟦2⟧額⟦/1⟧３万⟦/2⟧円")
    #expect(marked.words(1) == "月額")
    #expect(marked.words(2) == "額３万")
  }

  @Test(
    "says which mark is wrong",
    arguments: [
      ("⟦1⟧月額", MarkError.notClosed(1)), ("月額⟦/2⟧", .notOpened(2)),
      ("⟦1⟧月⟦/1⟧⟦1⟧額⟦/1⟧", .openedTwice(1)), ("⟦一⟧月額", .malformed("一")),
      ("月額⟦1", .malformed("1")),
    ])
  func refuses(text: String, error: MarkError) {
    #expect(throws: error) { try MarkedText(text) }
  }

  @Test("is marked again as it was")
  func marksAgain() throws {
    let text = "⟦1⟧前期⟦/1⟧と⟦2⟧後期⟦/2⟧"
    let marked = try MarkedText(text)
    let ranges = marked.ranges.sorted { $0.key < $1.key }.map(\.value)
    #expect(MarkedText.marking(marked.text, ranges) == text)
  }
}
