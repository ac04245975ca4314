import JapaneseText
import Testing

@testable import DocumentParsing

@Suite("Shapes of lines")
struct LineShapeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let shape: LineShape
    var testDescription: String { line }
  }

  static func label(_ label: String, _ value: String) -> LineShape {
    .labelled(label: label, value: value)
  }

  static func heading(_ depth: Int, _ text: String, _ rest: String = "") -> LineShape {
    .heading(depth: depth, text: text, rest: rest)
  }

  static let cases: [Case] = [
    .init(line: "定員：2名", shape: label("定員", "2名")),
    .init(line: "定員: 2名", shape: label("定員", "2名")),
    .init(line: "・費用：無料", shape: label("費用", "無料")),
    .init(line: "費用：", shape: label("費用", "")),
    .init(line: "募集人員　　若干名", shape: label("募集人員", "若干名")),
    .init(line: "期　間　　1年", shape: label("期間", "1年")),
    .init(line: "２．修　練　期　間　　1年", shape: label("修練期間", "1年")),
    .init(line: "総務課（担当：佐藤）まで", shape: .plain),
    .init(line: "受付は9:00から", shape: .plain),
    .init(line: "詳しくは https://example.jp/a", shape: .plain),
    .init(line: "実地修練生を募集します。", shape: .plain),
    .init(line: "【費用】", shape: heading(7, "費用")),
    .init(line: "【費用】無料", shape: heading(7, "費用", "無料")),
    .init(line: "≪選考≫ 面接", shape: heading(7, "選考", "面接")),
    .init(line: "■ 応募資格", shape: heading(7, "応募資格")),
    .init(line: "（申請）", shape: heading(7, "申請")),
    .init(line: "1. 募集人員", shape: heading(7, "募集人員")),
    .init(line: "（2） 期間", shape: heading(8, "期間")),
    .init(line: "① 面接", shape: heading(9, "面接")),
    .init(line: "Q1. 費用はかかりますか。", shape: .question("費用はかかりますか。")),
    .init(line: "A1. かかりません。", shape: .answer("かかりません。")),
    .init(line: "問：義務はありますか", shape: .question("義務はありますか")),
    .init(line: "答　かかりません。", shape: .answer("かかりません。")),
    .init(line: "A9月18日です。", shape: .answer("9月18日です。")),
    .init(line: "A33,000円です。", shape: .answer("33,000円です。")),
    .init(line: "Q8受験料はいくらですか。", shape: .question("受験料はいくらですか。")),
    .init(line: "A3用紙1枚", shape: .plain),
    .init(line: "A 案", shape: .plain),
    .init(line: "a．期間　令和9年5月6日から", shape: label("期間", "令和9年5月6日から")),
    .init(line: "Ａ．はい　かかりません。", shape: .answer("はい　かかりません。")),
    .init(line: "A trainee pays nothing", shape: .plain),
  ]

  @Test("part a label from its value at a gap of more than a blank, behind a sign too")
  func wideGap() {
    let line = TextLine(pieces: [
      .init(start: 0, text: "◇費"), .init(start: 6, text: "用"),
      .init(start: 12, text: "見学は無料です。"),
    ])
    #expect(LineShape.of(line) == Self.label("費用", "見学は無料です。"))
  }

  @Test("tell labels, headings, questions and plain words apart", arguments: cases)
  func tellApart(one: Case) {
    #expect(LineShape.of(TextLine(one.line)) == one.shape)
  }
}

@Suite("Numbers before headings and items")
struct NumberingTests {
  @Test(
    "are taken off",
    arguments: [
      ("1. 定員", "定員"), ("１．定員", "定員"), ("(1) 定員", "定員"), ("①定員", "定員"), ("ア 定員", "定員"),
      ("一、定員", "定員"), ("第1条 定員", "定員"), ("a) 定員", "定員"),
    ])
  func areTakenOff(text: String, rest: String) {
    #expect(Numbering.stripped(text) == rest)
  }

  @Test(
    "are not figures, words or dates",
    arguments: ["1.5か月", "2名", "10月1日", "一般の方", "カリキュラム", "3年間", "(税込)", "定員"])
  func areNotFigures(text: String) {
    #expect(Numbering.stripped(text) == text)
  }

  @Test("have a depth by their kind")
  func depths() throws {
    for (text, depth) in [("1. ", 7), ("(1) ", 8), ("① ", 9), ("第3条 ", 7)] {
      var reader = ScalarReader(FoldedText(text + "定員"))
      #expect(Numbering.take(&reader) == depth)
    }
  }
}

@Suite("Plain text")
struct PlainTextTests {
  @Test("has labels and values beside each other, the value over several lines")
  func continuedValues() async throws {
    let found = try await Parsing.statements(
      ofText: """
        募集要項

        １．出願期間　　令和８年１２月１日～１２月２５日
        　　　　　　　　（最終日必着）
        ２．定　　員　　２名
        """)
    #expect(
      found == ["募集要項", "出願期間: 令和８年１２月１日～１２月２５日\n（最終日必着）", "定員: ２名"])
  }

  @Test("joins a sentence that a full line broke")
  func brokenSentences() {
    let first = String(repeating: "実地修練", count: 10) + "に関し必要な事項を定"
    let lines = PlainText.lines(of: first + "\nめるものとする。\n次の文")
    #expect(lines.map(\.text) == [first + "めるものとする。", "次の文"])
  }

  @Test("joins the lines of an article and of an item, which hang below their number")
  func hangingLines() {
    let first = "第４条　" + String(repeating: "修練生", count: 10) + "は、修練開始"
    let text = first + "\n　予定日の40日前までに願い出るものとする。\n　一　履歴書\n　二　写真"
    let lines = PlainText.lines(of: text).map(\.text)
    #expect(lines.count == 3 && lines[0].hasSuffix("修練開始予定日の40日前までに願い出るものとする。"))
    // A short line is whole, whatever stands below it.
    #expect(PlainText.lines(of: "第４条　修練生\n　予定日\n" + first).count == 3)
  }

  @Test("joins short lines that end inside a bracket or a particle")
  func cutLines() {
    let text = "　　令和８年６月１日か\n　　ら同月３０日まで（必\n　　着）。郵送による。\n　　（１）履歴書\n　　（２）写真"
    let lines = PlainText.lines(of: text).map(\.text)
    #expect(lines == ["令和８年６月１日から同月３０日まで（必着）。郵送による。", "（１）履歴書", "（２）写真"])
  }

  @Test("leaves out lines made of signs")
  func underlines() {
    #expect(PlainText.lines(of: "要項\n=====\n――――\n* * *\n本文").map(\.text).count <= 3)
    #expect(PlainText.lines(of: "-----\n").isEmpty)
  }
}
