import Testing

@testable import JapaneseText

@Suite("Variants of characters")
struct CharacterVariantsTests {
  @Test("lead to a form that is no variant itself, and stay as they are when folded")
  func haveNoLoops() throws {
    let table = try CharacterVariants().table
    #expect(!table.isEmpty)
    for (variant, usual) in table {
      #expect(table[usual] == nil, "\(variant) → \(usual)")
      #expect(variant != usual)
      #expect(FoldedText(String(variant)).scalars == [variant])
    }
  }

  @Test("are replaced without moving anything")
  func keepPositions() throws {
    let table = try CharacterVariants().table
    let text = FoldedText("髙橋病院の實地修練")
    let unified = text.mappingScalars { table[$0] ?? $0 }
    #expect(unified.string == "高橋病院の実地修練")
    #expect(unified.original(of: 5..<7) == "實地")
  }
}

@Suite("English full stops")
struct EnglishFullStopTests {
  @Test(
    "become Japanese ones where a sentence ends",
    arguments: [
      ("Trainees pay a fee. It is 5,000 yen.", "trainees pay a fee。 it is 5,000 yen。"),
      ("By 5 p.m. on 4 December", "by 5 p.m. on 4 december"),
      ("See www.example.jp for more", "see www.example.jp for more"),
      ("A fee of 2.5 units", "a fee of 2.5 units"),
      ("募集要項 ver. 2.", "募集要項 ver. 2."),
    ])
  func become(text: String, expected: String) {
    #expect(FoldedText(text).withEnglishFullStops.string == expected)
  }
}
