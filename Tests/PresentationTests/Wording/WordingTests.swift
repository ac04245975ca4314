import Presentation
import Testing

/// Words with figures in them.
@Suite struct WordingTests {
  struct Case: Sendable {
    let words: String
    let values: [String]
    let expected: String
  }

  private static let cases: [Case] = [
    Case(words: "{0} {0|day|days} ago", values: ["1"], expected: "1 day ago"),
    Case(words: "{0} {0|day|days} ago", values: ["0"], expected: "0 days ago"),
    Case(words: "{0} {0|day|days} ago", values: ["21"], expected: "21 days ago"),
    Case(
      words: "{1} {1|fee|fees}, {0} {0|place|places}", values: ["2", "1"],
      expected: "1 fee, 2 places"),
    Case(words: "] | {0} [", values: ["1"], expected: "] | 1 ["),
    Case(words: "{9|one|many} {0}", values: ["1"], expected: "{9|one|many} 1"),
    Case(words: "{0}: {0|one|many}", values: ["{0|a|b}"], expected: "{0|a|b}: many"),
  ]

  @Test("One is no plural, and what is put in is not read again", arguments: cases)
  func numbers(one: Case) throws {
    let wording = try Wording(.english).replacing(["sample": one.words])
    let text =
      one.values.count == 1
      ? wording("sample", one.values[0]) : wording("sample", one.values[0], one.values[1])
    #expect(text == one.expected)
  }

  @Test(
    "Prefectures and their capitals have names in both languages, other places their own",
    arguments: [("徳島県", "Tokushima"), ("横浜市", "Yokohama city"), ("見本町", "見本町")])
  func places(name: String, english: String) throws {
    #expect(FactText(try Wording(.english)).place(name) == english)
    #expect(FactText(try Wording(.japanese)).place(name) == name)
  }
}
