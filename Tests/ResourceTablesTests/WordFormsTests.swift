import Testing

@testable import ResourceTables

@Suite("Words with parts to choose from")
struct WordFormsTests {
  @Test(
    "stand for all their forms",
    arguments: [
      ("不要", ["不要"]), ("必要{は|が|}ない", ["必要はない", "必要がない", "必要ない"]),
      ("{a|b}{c|}", ["ac", "a", "bc", "b"]),
      ("no {longer |}taken", ["no longer taken", "no taken"]),
      ("{one|} two {three|}", ["one two three", "one two", "two three", "two"]),
      ("open {brace", ["open {brace"]),
    ])
  func forms(word: String, forms: [String]) { #expect(WordForms.all(of: word) == forms) }

  @Test("choose from sets by name")
  func sets() {
    #expect(
      WordForms.all(of: "かから{=nai}", sets: ["nai": ["ない", "ず"]]) == ["かからない", "かからず"])
  }
}
