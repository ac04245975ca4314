import JapaneseText
import TestKit
import Testing

/// A text with its lengths marked, and the months and bound of each.
struct DurationCase: Sendable, CustomTestStringConvertible {
  let marked: String
  let months: [Int]
  let bound: DurationMention.Bound
  var testDescription: String { marked }

  init(_ marked: String, _ months: Int..., bound: DurationMention.Bound = .exactly) {
    self.marked = marked
    self.months = months
    self.bound = bound
  }
}

@Suite("A length of time")
struct DurationReaderTests {
  static let lengths = [
    DurationCase("⟦1⟧1年⟦/1⟧", 12), DurationCase("⟦1⟧一年間⟦/1⟧", 12), DurationCase("⟦1⟧1か年⟦/1⟧", 12),
    DurationCase("⟦1⟧1年半⟦/1⟧", 18), DurationCase("⟦1⟧1年6か月⟦/1⟧", 18), DurationCase("⟦1⟧半年⟦/1⟧", 6),
    DurationCase("⟦1⟧7ヶ月⟦/1⟧とし", 7), DurationCase("⟦1⟧十二か月⟦/1⟧", 12), DurationCase("⟦1⟧6月間⟦/1⟧", 6),
    DurationCase("⟦1⟧2か月⟦/1⟧及び⟦2⟧10か月⟦/2⟧", 2, 10), DurationCase("12週(⟦1⟧3ヶ月⟦/1⟧)", 3),
    DurationCase("⟦1⟧Twelve (12) months⟦/1⟧", 12),
    DurationCase("Between ⟦1⟧six⟦/1⟧ and ⟦2⟧twelve months⟦/2⟧", 6, 12),
    DurationCase("平成二十年四月一日より⟦1⟧一年間⟦/1⟧", 12), DurationCase("3月及び9月、計⟦1⟧12月⟦/1⟧", 12),
    DurationCase("⟦1⟧one year⟦/1⟧", 12), DurationCase("⟦1⟧12 months⟦/1⟧", 12),
    DurationCase("a ⟦1⟧six-month⟦/1⟧ program", 6), DurationCase("⟦1⟧Two years⟦/1⟧", 24),
    DurationCase("2025年4月1日より⟦1⟧2年間⟦/1⟧", 24), DurationCase("在学期間⟦1⟧24ヵ⽉⟦/1⟧", 24),
  ]

  static let spellings = ["か月", "ヶ月", "カ月", "ヵ月", "ケ月", "箇月", "ｶ月", "個月"].map {
    DurationCase("⟦1⟧6\($0)⟦/1⟧", 6)
  }

  static let bounded = [
    DurationCase("⟦1⟧6月以内⟦/1⟧", 6, bound: .atMost), DurationCase("⟦1⟧6箇月以内⟦/1⟧", 6, bound: .atMost),
    DurationCase("⟦1⟧1年以内⟦/1⟧(事業年度を超えない)", 12, bound: .atMost),
    DurationCase("⟦1⟧最長2年間⟦/1⟧", 24, bound: .atMost),
    DurationCase("合計⟦1⟧6ヵ月を限度⟦/1⟧", 6, bound: .atMost),
    DurationCase("⟦1⟧6月を超えない⟦/1⟧", 6, bound: .atMost),
    DurationCase("⟦1⟧3月未満⟦/1⟧", 3, bound: .atMost),
    DurationCase("⟦1⟧up to 12 months⟦/1⟧", 12, bound: .atMost),
    DurationCase("⟦1⟧3年以上⟦/1⟧の診療経験", 36, bound: .atLeast),
    DurationCase("⟦1⟧2月以上⟦/1⟧", 2, bound: .atLeast),
    DurationCase("⟦1⟧at least 6 months⟦/1⟧", 6, bound: .atLeast),
    DurationCase("⟦1⟧上限は18か月⟦/1⟧", 18, bound: .atMost),
    DurationCase("⟦1⟧少なくとも6か月⟦/1⟧", 6, bound: .atLeast),
    DurationCase("⟦1⟧1年を下ら⟦/1⟧ない期間", 12, bound: .atLeast),
    DurationCase("⟦1⟧Minimum 12 months⟦/1⟧", 12, bound: .atLeast),
    DurationCase("⟦1⟧not more than twelve months⟦/1⟧", 12, bound: .atMost),
    DurationCase("研修開始の⟦1⟧1月前⟦/1⟧までに", 1, bound: .before),
    DurationCase("開始希望日の⟦1⟧2ヶ月前⟦/1⟧まで", 2, bound: .before),
    DurationCase("⟦1⟧1年前⟦/1⟧", 12, bound: .before),
  ]

  @Test("is read in months, with its bound", arguments: lengths + spellings + bounded)
  func isRead(example: DurationCase) throws {
    let text = FoldedText(try MarkedText(example.marked).text)
    let found = DurationReader().durations(in: text)
    #expect(text.marking(found.map(\.range)) == example.marked)
    #expect(found.map(\.months) == example.months)
    #expect(found.allSatisfy { $0.bound == example.bound })
  }

  @Test(
    "is none where a date, a year or a count stands",
    arguments: [
      "6月", "2月1日", "2026年", "令和8年", "令和 8年 11月4日", "平成26年 4月", "昭和23年法律第201号", "R8年", "1年次", "6年制",
      "2年目", "1年生",
      "2年度", "4週間", "30日前", "第3年", "1年前期", "12月分", "12 monthly payments", "one yearly fee",
      "8年11月4日",
      "someone years", "令和八年",
    ])
  func isNone(text: String) {
    let folded = FoldedText(text)
    #expect(folded.marking(DurationReader().durations(in: folded).map(\.range)) == text)
  }
}
