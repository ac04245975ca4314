import Testing

@testable import JapaneseText

@Suite("Characters typed for others")
struct CharacterSlipsTests {
  @Test("are those of the table")
  func reads() throws {
    let slips = try CharacterSlips()
    #expect(slips.meant(by: "科").contains("料"))
    #expect(slips.meant(by: "仲").contains("中"))
    #expect(slips.meant(by: "あ").isEmpty)
  }

  @Test("change nothing but their place")
  func replaces() {
    let text = FoldedText("無科 東北").replacing(1, with: "料")
    #expect(text.string == "無料 東北")
    #expect(text.original(of: 0..<2) == "無科")
  }
}
