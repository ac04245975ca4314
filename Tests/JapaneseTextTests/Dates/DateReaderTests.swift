import JapaneseText
import TestKit
import Testing

@Suite("A date")
struct DateReaderTests {
  static let withYear = [
    DateCase("⟦1⟧令和6年8月1日(木)⟦/1⟧", "2024-08-01"), DateCase("⟦1⟧令和元年11月25日⟦/1⟧", "2019-11-25"),
    DateCase("⟦1⟧2024年12月2日（月）⟦/1⟧", "2024-12-02"), DateCase("⟦1⟧２０２４年１２月２日⟦/1⟧", "2024-12-02"),
    DateCase("⟦1⟧令和4(2022)年2月21日(月)⟦/1⟧", "2022-02-21"),
    DateCase("⟦1⟧令和5年(2023年)3月⟦/1⟧", "2023-03"),
    DateCase("⟦1⟧2025(令和7)年4月⟦/1⟧", "2025-04"),
    DateCase("⟦1⟧2026年(令和8年)2月7日(土)⟦/1⟧", "2026-02-07"),
    DateCase("⟦1⟧令和4(2022)3月8日(火)⟦/1⟧", "2022-03-08"), DateCase("⟦1⟧R7.4.1⟦/1⟧時点", "2025-04-01"),
    DateCase("⟦1⟧R02.4⟦/1⟧", "2020-04"), DateCase("⟦1⟧H30.8.24⟦/1⟧", "2018-08-24"),
    DateCase("⟦1⟧令2年11月⟦/1⟧", "2020-11"), DateCase("⟦1⟧平成 24.10.26(金)⟦/1⟧", "2012-10-26"),
    DateCase("⟦1⟧平成25. 2. 4 (月 )⟦/1⟧", "2013-02-04"), DateCase("⟦1⟧2004.11.24⟦/1⟧", "2004-11-24"),
    DateCase("⟦1⟧2022/2/15⟦/1⟧更新", "2022-02-15"), DateCase("⟦1⟧2024-12-02⟦/1⟧", "2024-12-02"),
    DateCase("⟦1⟧2026/11⟦/1⟧", "2026-11"), DateCase("⟦1⟧’25年4月1日⟦/1⟧", "2025-04-01"),
    DateCase("⟦1⟧2016 年 2 月 29 日(月)⟦/1⟧", "2016-02-29"),
    DateCase("⟦1⟧2025年 1月 7日⟦/1⟧", "2025-01-07"), DateCase("⟦1⟧2026年11/4⟦/1⟧", "2026-11-04"),
    DateCase("⟦1⟧令和八年十一月四日⟦/1⟧", "2026-11-04"),
    DateCase("⟦1⟧令和八・九・一四⟦/1⟧", "2026-09-14"),
    DateCase("⟦1⟧令和８年１１⽉３０⽇︵⽉︶⟦/1⟧必着", "2026-11-30"),
  ]

  static let withoutYear = [
    DateCase("⟦1⟧11月4日⟦/1⟧", "XXXX-11-04"), DateCase("⟦1⟧8月02日(金)⟦/1⟧", "XXXX-08-02"),
    DateCase("⟦1⟧11月 1日⟦/1⟧", "XXXX-11-01"), DateCase("⟦1⟧10⽉10⽇⟦/1⟧", "XXXX-10-10"),
    DateCase("23年⟦1⟧4月⟦/1⟧", "XXXX-04"), DateCase("⟦1⟧10/17⟦/1⟧", "XXXX-10-17"),
    DateCase("⟦1⟧12月(初旬)⟦/1⟧", "XXXX-12 early"), DateCase("⟦1⟧12月上旬⟦/1⟧", "XXXX-12 early"),
    DateCase("⟦1⟧10月下旬⟦/1⟧頃", "XXXX-10 late"), DateCase("⟦1⟧4月の中旬⟦/1⟧", "XXXX-04 mid"),
    DateCase("⟦1⟧3月末日⟦/1⟧までに", "XXXX-03 end"), DateCase("⟦1⟧2025年3月末日⟦/1⟧", "2025-03 end"),
    DateCase("⟦1⟧11月⟦/1⟧頃", "XXXX-11"), DateCase("⟦1⟧12月⟦/1⟧前半", "XXXX-12"),
    DateCase("⟦1⟧毎年4月1日⟦/1⟧に始まり", "every-04-01"), DateCase("⟦1⟧例年8月初旬⟦/1⟧", "every-08 early"),
    DateCase("⟦1⟧毎年1月中旬⟦/1⟧頃", "every-01 mid"), DateCase("⟦1⟧翌年3月31日⟦/1⟧", "next-03-31"),
    DateCase("⟦1⟧同年4月⟦/1⟧", "same-04"), DateCase("⟦1⟧12月25日⟦/1⟧前後", "XXXX-12-25"),
    DateCase("⟦1⟧11月30日⟦/1⟧前に", "XXXX-11-30"),
  ]

  static let weekdays = [
    "(金)", "（水曜日）", "()", "(月祝)", "(月・祝)", "[金]", " (火)", "(Fri)", "(Wednesday)", "(Thu.)",
  ].map { DateCase("⟦1⟧11月4日\($0)⟦/1⟧まで", "XXXX-11-04") }

  static let several = [
    DateCase("⟦1⟧11月4日(火)⟦/1⟧～⟦2⟧28日(金)⟦/2⟧", "XXXX-11-04", "XXXX-XX-28"),
    DateCase("⟦1⟧令和元年11月25日()⟦/1⟧~⟦2⟧29日()⟦/2⟧", "2019-11-25", "XXXX-XX-29"),
    DateCase("⟦1⟧12月23日⟦/1⟧ ～ ⟦2⟧2025年 1月 7日⟦/2⟧", "XXXX-12-23", "2025-01-07"),
    DateCase("⟦1⟧11月5日(水曜日)⟦/1⟧又は⟦2⟧6日(木曜日)⟦/2⟧", "XXXX-11-05", "XXXX-XX-06"),
    DateCase("⟦1⟧12月7日(土)⟦/1⟧、⟦2⟧8日(日)⟦/2⟧", "XXXX-12-07", "XXXX-XX-08"),
    DateCase("⟦1⟧11月4日⟦/1⟧から⟦2⟧同月28日⟦/2⟧まで", "XXXX-11-04", "XXXX-XX-28"),
    DateCase("⟦1⟧11月4日⟦/1⟧から⟦2⟧同28日⟦/2⟧まで", "XXXX-11-04", "XXXX-XX-28"),
    DateCase("⟦1⟧令和八・九・一四⟦/1⟧~⟦2⟧九・二五⟦/2⟧", "2026-09-14", "XXXX-09-25"),
    DateCase("⟦1⟧2/13⟦/1⟧-⟦2⟧15⟦/2⟧", "XXXX-02-13", "XXXX-XX-15"),
    DateCase("⟦1⟧2026/2/13⟦/1⟧~⟦2⟧15(日)⟦/2⟧", "2026-02-13", "XXXX-XX-15"),
    DateCase("⟦1⟧10/17⟦/1⟧ ~ ⟦2⟧10/24⟦/2⟧", "XXXX-10-17", "XXXX-10-24"),
    DateCase("⟦1⟧10/17⟦/1⟧-18:00", "XXXX-10-17"), DateCase("⟦1⟧10/17⟦/1⟧-3階", "XXXX-10-17"),
    DateCase("⟦1⟧11月4日⟦/1⟧、5名", "XXXX-11-04"), DateCase("⟦1⟧11月4日⟦/1⟧から30日間", "XXXX-11-04"),
    DateCase("⟦1⟧4月1日⟦/1⟧から⟦2⟧翌年3月31日⟦/2⟧", "XXXX-04-01", "next-03-31"),
  ]

  @Test("is read as far as the words state it", arguments: withYear + withoutYear)
  func isRead(example: DateCase) throws { try expectDates(example) }

  @Test("takes the weekday in, and does not check it", arguments: weekdays)
  func takesWeekday(example: DateCase) throws { try expectDates(example) }

  @Test("behind another one keeps only what it states itself", arguments: several)
  func inheritsNothing(example: DateCase) throws { try expectDates(example) }

  @Test(
    "is none where a length, a number or a placeholder stands",
    arguments: [
      "6月以内", "2月前", "研修開始の1月前までに", "3月間", "12月分", "2月以上", "6月を超えない期間", "13月1日", "月額", "令和8年度",
      "平成00年", "30日前まで", "0月5日", "3月ごと", "電話 03-1999-1211", "第2026号", "24/7", "7/1000", "2.5", "4日",
    ])
  func isNone(text: String) {
    let folded = FoldedText(text)
    #expect(folded.marking(DateReader().dates(in: folded).map(\.range)) == text)
  }

  @Test(
    "without a month is a year, fiscal where it is called so",
    arguments: [
      ("⟦1⟧2027年⟦/1⟧春", [2027], false), ("⟦1⟧令和9年度⟦/1⟧", [2027], true),
      ("⟦1⟧平成29(2017)年度⟦/1⟧", [2017], true),
      ("⟦1⟧2025(R7)年度⟦/1⟧", [2025], true), ("⟦1⟧2017年度⟦/1⟧(⟦2⟧平成29年度⟦/2⟧)", [2017, 2017], true),
      ("⟦1⟧平成 27 年度⟦/1⟧", [2015], true), ("⟦1⟧２００９年度⟦/1⟧", [2009], true), ("2027", [], false),
      ("1805年", [], false),
      ("昭和大学", [], false), ("2026年4月", [], false),
    ])
  func isAYear(marked: String, years: [Int], isFiscal: Bool) throws {
    let text = FoldedText(try MarkedText(marked).text)
    let found = DateReader().years(in: text)
    #expect(text.marking(found.map(\.range)) == marked)
    #expect(found.map(\.year) == years)
    #expect(found.allSatisfy { $0.isFiscal == isFiscal })
  }

  @Test("is looked for inside a range only")
  func staysInside() {
    let text = FoldedText("11月4日、12月5日")
    #expect(DateReader().dates(in: text, range: 6..<11).map(\.summary) == ["XXXX-12-05"])
    #expect(DateReader().dates(in: text, range: 0..<4).map(\.summary) == ["XXXX-11"])
  }
}

/// Expects the dates that a case marks, where it marks them.
func expectDates(_ example: DateCase, at location: SourceLocation = #_sourceLocation) throws {
  let text = FoldedText(try MarkedText(example.marked).text)
  let dates = DateReader().dates(in: text)
  #expect(text.marking(dates.map(\.range)) == example.marked, sourceLocation: location)
  #expect(dates.map(\.summary) == example.dates, sourceLocation: location)
}
