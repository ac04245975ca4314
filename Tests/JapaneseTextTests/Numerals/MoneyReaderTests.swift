import JapaneseText
import TestKit
import Testing

/// A text with its sums marked, and the least and greatest of each in yen.
struct MoneyCase: Sendable, CustomTestStringConvertible {
  let marked: String
  let sums: [ClosedRange<Int>]
  var testDescription: String { marked }

  init(_ marked: String, _ sums: ClosedRange<Int>...) {
    self.marked = marked
    self.sums = sums
  }

  init(_ marked: String, _ sum: Int) {
    self.init(marked, sum...sum)
  }
}

@Suite("A sum of money")
struct MoneyReaderTests {
  static let sums = [
    MoneyCase("月額⟦1⟧57,000円⟦/1⟧", 57_000), MoneyCase("⟦1⟧１２，０００円⟦/1⟧", 12_000),
    MoneyCase("年額 ⟦1⟧535,800円⟦/1⟧/年", 535_800), MoneyCase("⟦1⟧150,000 円⟦/1⟧", 150_000),
    MoneyCase("⟦1⟧15万円⟦/1⟧", 150_000), MoneyCase("⟦1⟧1,800万円⟦/1⟧", 18_000_000),
    MoneyCase("⟦1⟧1万5,300円⟦/1⟧", 15_300), MoneyCase("⟦1⟧2.5万円⟦/1⟧", 25_000),
    MoneyCase("⟦1⟧壱万円⟦/1⟧", 10_000), MoneyCase("⟦1⟧三十六万円⟦/1⟧", 360_000),
    MoneyCase("⟦1⟧5千円⟦/1⟧", 5_000), MoneyCase("⟦1⟧300,000円⟦/1⟧(税込)", 300_000),
    MoneyCase("⟦1⟧￥300,000⟦/1⟧ です", 300_000), MoneyCase("⟦1⟧¥ 5,000⟦/1⟧", 5_000),
    MoneyCase("⟦1⟧JPY 25,000⟦/1⟧ a month", 25_000), MoneyCase("⟦1⟧25,000 yen⟦/1⟧", 25_000),
    MoneyCase("⟦1⟧25,000JPY⟦/1⟧", 25_000), MoneyCase("⟦1⟧30,000日元⟦/1⟧", 30_000),
    MoneyCase("⟦1⟧0円⟦/1⟧", 0), MoneyCase("⟦1⟧〇円⟦/1⟧", 0), MoneyCase("約⟦1⟧10万円⟦/1⟧程度", 100_000),
    MoneyCase("⟦1⟧300千円⟦/1⟧", 300_000), MoneyCase("月額⟦1⟧25万⟦/1⟧×12月", 250_000),
    MoneyCase("(月額⟦1⟧12万円⟦/1⟧×12か月)", 120_000), MoneyCase("年間⟦1⟧60万⟦/1⟧", 600_000),
  ]

  static let bounds = [
    MoneyCase("⟦1⟧80～100万円⟦/1⟧", 800_000...1_000_000),
    MoneyCase("⟦1⟧70万円〜4,480万円⟦/1⟧", 700_000...44_800_000),
    MoneyCase("⟦1⟧30万~60万円⟦/1⟧", 300_000...600_000),
    MoneyCase("⟦1⟧10,000円から20,000円⟦/1⟧まで", 10_000...20_000),
    MoneyCase("⟦1⟧3~5千円⟦/1⟧", 3_000...5_000), MoneyCase("⟦1⟧5,000~1万円⟦/1⟧", 5_000...10_000),
    MoneyCase("⟦1⟧1~2億円⟦/1⟧", 100_000_000...200_000_000),
    MoneyCase("⟦1⟧¥80,000 - 100,000⟦/1⟧", 80_000...100_000),
    MoneyCase("⟦1⟧¥80,000–¥100,000⟦/1⟧", 80_000...100_000),
    MoneyCase("⟦1⟧10,000～¥20,000⟦/1⟧", 10_000...20_000),
    MoneyCase("⟦1⟧10,000 to 20,000 yen⟦/1⟧", 10_000...20_000),
    MoneyCase("⟦1⟧20,000円~10,000円⟦/1⟧", 10_000...20_000),
    MoneyCase("⟦1⟧30,000円⟦/1⟧から3年", 30_000...30_000),
    MoneyCase("⟦1⟧30,000円⟦/1⟧-2回払い", 30_000...30_000),
    MoneyCase("修練料⟦1⟧12,000円⟦/1⟧、選考料⟦2⟧9,800円⟦/2⟧", 12_000...12_000, 9_800...9_800),
  ]

  @Test("is read with its bounds and its currency", arguments: sums + bounds)
  func isRead(example: MoneyCase) throws {
    let text = FoldedText(try MarkedText(example.marked).text)
    let found = MoneyReader().sums(in: text)
    #expect(text.marking(found.map(\.range)) == example.marked)
    #expect(found.map { $0.least...$0.greatest } == example.sums)
  }

  @Test(
    "is none where no currency is said",
    arguments: [
      "103", "電話 03-0000-1234", "〒000-0000", "2026年11月4日", "規則第1805号", "535床", "3,500時間以上", "76.9%",
      "定員 2~3名", "千葉大学", "千代田区", "8-1千葉", "30万人", "人口30万~40万人", "12万件", "3万字以内", "円", "万円", "数万円",
      "数千円", "数十万円", "何千円", "〇〇円", "00円", "約000,000円", "〇万円", "1.5円", "yen", "keyen 5",
    ])
  func isNone(text: String) {
    let folded = FoldedText(text)
    #expect(folded.marking(MoneyReader().sums(in: folded).map(\.range)) == text)
  }

  @Test("is looked for inside a range only")
  func staysInside() {
    let text = FoldedText("9,800円と12,000円")
    #expect(MoneyReader().sums(in: text, range: 7..<14).map(\.least) == [12_000])
    #expect(MoneyReader().sums(in: text, range: 0..<5).isEmpty)
  }
}
