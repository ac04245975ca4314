import DocumentParsing
import Testing

@testable import FactExtraction

@Suite("Labels in lines of their own")
struct LabelLinesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: String
    let lines: [String]
    let labelled: [String]
    var testDescription: String { rule }
  }

  static let cases: [Case] = [
    .init(
      rule: "stand above their value", lines: ["募集人員", "2名", "修練期間", "1年"],
      labelled: ["# 募集人員", "募集人員: 2名", "# 修練期間", "修練期間: 1年"]),
    .init(
      rule: "have a value of several short lines",
      lines: ["応募期間", "11月5日（火）", "～ 11月22日（金）", "募集人員", "2名"],
      labelled: ["# 応募期間", "応募期間: 11月5日（火）\n～ 11月22日（金）", "# 募集人員", "募集人員: 2名"]),
    .init(
      rule: "are a table of contents where three follow each other",
      lines: ["募集人員", "修練期間", "応募方法", "本院は修練生を受け入れます。"],
      labelled: ["募集人員", "修練期間", "応募方法", "本院は修練生を受け入れます。"]),
    .init(
      rule: "may be unknown between a value and a longer line",
      lines: ["募集人員", "2名", "院内保育", "院内の保育所を利用することができます。"],
      labelled: ["# 募集人員", "募集人員: 2名", "# 院内保育", "院内保育: 院内の保育所を利用することができます。"]),
    .init(
      rule: "are not the items of a list", lines: ["提出書類", "・履歴書", "・推薦書", "・写真"],
      labelled: ["# 提出書類", "提出書類: ・履歴書\n・推薦書\n・写真"]),
    .init(
      rule: "are none in a sentence", lines: ["募集人員は2名です。", "2名"],
      labelled: ["募集人員は2名です。", "2名"]),
    .init(
      rule: "ask where they are marked, whatever they end with",
      lines: [
        "Q費用はかかりますか。", "A", "かかりません。", "Q募集はありますか。", "A", "あります。", "Q推薦状を書いてくれる先生がいません。", "A",
        "任意です。",
      ],
      labelled: [
        "# Q費用はかかりますか。", "Q費用はかかりますか。: かかりません。", "# Q募集はありますか。", "Q募集はありますか。: あります。",
        "# Q推薦状を書いてくれる先生がいません。", "Q推薦状を書いてくれる先生がいません。: 任意です。",
      ]),
    .init(
      rule: "head a step behind its number", lines: ["STEP 4", "一次試験（CBT）", "予約した1日に受験します。"],
      labelled: ["STEP 4", "# 一次試験（CBT）", "一次試験（CBT）: 予約した1日に受験します。"]),
    .init(
      rule: "run on in one paragraph",
      lines: ["募集人員 2名 修練期間 1年間 応募締切 令和8年12月4日 選考方法 面接"],
      labelled: ["募集人員: 2名", "修練期間: 1年間", "応募締切: 令和8年12月4日", "選考方法: 面接"]),
    .init(
      rule: "do not run on where particles join them to a sentence",
      lines: ["募集人員は2名で、修練期間は1年間とし、応募締切は令和8年12月4日とします。"],
      labelled: ["募集人員は2名で、修練期間は1年間とし、応募締切は令和8年12月4日とします。"]),
  ]

  @Test("are put to their values", arguments: cases)
  func arePut(one: Case) throws {
    let statements = one.lines.map { Statement(text: $0) }
    let found = LabelLines(lexicon: try Parts.lexicon()).labelled(statements)
    #expect(found.map(Parts.line) == one.labelled)
  }

  @Test("do not reach over a heading")
  func endAtHeadings() throws {
    let statements = [
      Statement(text: "募集人員"), Statement(text: "給与", shape: .heading),
      Statement(text: "2名分の席", section: ["給与"]),
    ]
    let found = LabelLines(lexicon: try Parts.lexicon()).labelled(statements)
    #expect(found.last?.labels.isEmpty == true)
  }
}
