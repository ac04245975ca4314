import JapaneseText
import Testing

@testable import FactExtraction

@Suite("Words around sums")
struct SumPlaceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let words: String
    /// Each sum as `lead|sum|tail`.
    let places: [String]
    var testDescription: String { words }
  }

  static let cases: [Case] = [
    .init(words: "修練料は月額2万円です。", places: ["修練料は月額|2万円|です"]),
    .init(
      words: "登録料1万円（初回のみ）、修練料は月額2万円（税込）です。",
      places: ["登録料|1万円|(初回のみ)", "修練料は月額|2万円|(税込)です"]),
    .init(words: "登録料1万円及び修練料2万円", places: ["登録料|1万円|", "及び修練料|2万円|"]),
    .init(words: "登録料1万円。修練料2万円", places: ["登録料|1万円|", "修練料|2万円|"]),
    .init(words: "登録料 1万円\n修練料 2万円", places: ["登録料 |1万円|", "\n修練料 |2万円|"]),
    .init(words: "修練料2万円（税込。年末に納める。）", places: ["修練料|2万円|(税込。年末に納める。)"]),
  ]

  @Test("are cut so that each sum has its own", arguments: cases)
  func areCut(one: Case) throws {
    let text = FoldedText(one.words)
    let places = SumPlaces(text: text, nouns: ChargeNouns(text, try Parts.lexicon()))
    let sums = MoneyReader().sums(in: text)
    let found = places.places(of: sums).map { place in
      [place.lead, place.sum.range, place.tail].map { text.string(in: $0) }.joined(separator: "|")
    }
    #expect(found == one.places)
  }

  @Test("tell which sum a bracket explains")
  func brackets() throws {
    let text = FoldedText("年額48万円（月額4万円×12か月）、登録料1万円（振込）")
    let places = SumPlaces(text: text, nouns: ChargeNouns(text, try Parts.lexicon()))
    #expect(places.places(of: MoneyReader().sums(in: text)).map(\.bracketOf) == [nil, 0, nil])
  }
}
