import Testing

@testable import DocumentParsing

@Suite("Tables of days")
struct ScheduleTableTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: String
    /// The rows, their cells parted by strokes.
    let rows: [String]
    let statements: [String]
    var testDescription: String { rule }

    /// The table without marks on its heads.
    var html: String {
      let rows = rows.map { row in
        let cells = row.split(separator: "|", omittingEmptySubsequences: false)
        return "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>"
      }
      return "<table>\(rows.joined())</table>"
    }
  }

  static let cases: [Case] = [
    .init(
      rule: "label each day with what happens on it",
      rows: ["11月4日(水)|願書受付開始", "12月4日(金)|願書受付締切"],
      statements: ["願書受付開始: 11月4日(水)", "願書受付締切: 12月4日(金)"]),
    .init(
      rule: "may have a year on the left", rows: ["令和8年度|11月4日|受付開始", "令和8年度|12月4日|受付締切"],
      statements: ["令和8年度 > 受付開始: 11月4日", "令和8年度 > 受付締切: 12月4日"]),
    .init(
      rule: "may have remarks on the right, below their head",
      rows: ["月日|内容|備考", "11月4日|受付開始|窓口のみ", "12月4日|受付締切|必着"],
      statements: [
        "受付開始: 11月4日", "受付開始 [備考]: 窓口のみ", "受付締切: 12月4日", "受付締切 [備考]: 必着",
      ]),
    .init(
      rule: "may name a part of a month", rows: ["12月上旬|面接", "12月下旬|合格発表"],
      statements: ["面接: 12月上旬", "合格発表: 12月下旬"]),
    .init(
      rule: "are none where the left column names what happens",
      rows: ["受付開始|11月4日", "受付締切|12月4日"],
      statements: ["受付開始: 11月4日", "受付締切: 12月4日"]),
    .init(
      rule: "are none with one row", rows: ["11月4日|受付開始"], statements: ["11月4日: 受付開始"]),
  ]

  @Test("have the event as the label of its day", arguments: cases)
  func events(one: Case) async throws {
    #expect(try await Parsing.statements(of: one.html) == one.statements)
  }
}

@Suite("Rows of heads")
struct HeadRowTests {
  @Test("may be two, with marks")
  func marked() async throws {
    let found = try await Parsing.statements(
      of: """
        <table><tr><th rowspan="2">区分</th><th colspan="2">4月採用</th></tr>
        <tr><th>第1回</th><th>第2回</th></tr>
        <tr><th>締切</th><td>11月4日</td><td>12月4日</td></tr></table>
        """)
    #expect(found == ["締切 [4月採用 第1回]: 11月4日", "締切 [4月採用 第2回]: 12月4日"])
  }

  @Test("may be two, without marks, where a head stands over several columns")
  func unmarked() async throws {
    let found = try await Parsing.statements(
      of: """
        <table><tr><td rowspan="2">区分</td><td colspan="2">修練料</td></tr>
        <tr><td>月額</td><td>年額</td></tr>
        <tr><td>研究生</td><td>1万円</td><td>12万円</td></tr>
        <tr><td>修練生</td><td>2万円</td><td>24万円</td></tr></table>
        """)
    #expect(
      found == [
        "研究生 [修練料 月額]: 1万円", "研究生 [修練料 年額]: 12万円", "修練生 [修練料 月額]: 2万円",
        "修練生 [修練料 年額]: 24万円",
      ])
  }
}

@Suite("Questions with their answer on one line")
struct PartedAtAnswerTests {
  @Test(
    "are parted where the answer is marked",
    arguments: [
      ("推薦状は要りますか。A. はい、1通必要です。", "推薦状は要りますか。", "はい、1通必要です。"),
      ("費用はかかりますか A: かかりません。", "費用はかかりますか", "かかりません。"),
      ("Is there a fee? A1. No.", "Is there a fee?", "No."),
      ("推薦状は要りますか。", "推薦状は要りますか。", nil), ("A病院の修練ですか。", "A病院の修練ですか。", nil),
      ("何を送りますか。AとBの書類ですか。", "何を送りますか。AとBの書類ですか。", nil),
    ] as [(String, String, String?)])
  func areParted(line: String, question: String, answer: String?) {
    let found = LineShape.partedAtAnswer(line)
    #expect(found.question == question)
    #expect(found.answer == answer)
  }
}
