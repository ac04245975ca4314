import Testing

@testable import DocumentParsing

@Suite("Tables of a PDF")
struct PDFTableTests {
  static let tables: [Drawing] = [
    Drawing(
      "heads above and labels left",
      """
      区分　　　　　研究生　　　　実地修練生
      定員　　　　　若干名　　　　2名
      修練料　　　　月1万円　　　 月2万円
      """,
      [
        "定員 [研究生]: 若干名", "定員 [実地修練生]: 2名", "修練料 [研究生]: 月1万円",
        "修練料 [実地修練生]: 月2万円",
      ]),
    Drawing(
      "heads over several columns",
      """
      　　　　　　　　４月採用　　　　　　　　　　１０月採用
      区分　　　　　第１回　　　　第２回　　　　第１回　　　　第２回
      締切　　　　　11月4日　　　 12月4日　　　 5月8日　　　　6月5日
      面接　　　　　11月20日　　　12月18日　　　5月22日　　　 6月19日
      """,
      [
        "締切 [４月採用 第１回]: 11月4日", "締切 [４月採用 第２回]: 12月4日", "締切 [１０月採用 第１回]: 5月8日",
        "締切 [１０月採用 第２回]: 6月5日", "面接 [４月採用 第１回]: 11月20日", "面接 [４月採用 第２回]: 12月18日",
        "面接 [１０月採用 第１回]: 5月22日", "面接 [１０月採用 第２回]: 6月19日",
      ]),
    Drawing(
      "labels and values that take turns",
      """
      定員　　　　　2名　　　　　　締切　　　　　12月4日
      期間　　　　　1年間　　　　　面接　　　　　12月18日
      """,
      ["定員: 2名", "締切: 12月4日", "期間: 1年間", "面接: 12月18日"]),
    Drawing(
      "a label over several rows",
      """
      区分　　　　　項目　　　　　金額
      研究生　　　　入学料　　　　84,600円
      　　　　　　　授業料　　　　29,700円
      修練生　　　　修練料　　　　10,000円
      """,
      ["研究生 > 入学料 [金額]: 84,600円", "研究生 > 授業料 [金額]: 29,700円", "修練生 > 修練料 [金額]: 10,000円"]),
    Drawing(
      "a caption with the unit",
      """
      （単位：円）
      区分　　　　　月額　　　　　年額
      修練料　　　　10,000　　　　120,000
      登録料　　　　5,000　　　　 60,000
      """,
      [
        "# （単位：円）", "（単位：円） > 修練料 [月額]: 10,000", "（単位：円） > 修練料 [年額]: 120,000",
        "（単位：円） > 登録料 [月額]: 5,000", "（単位：円） > 登録料 [年額]: 60,000",
      ]),
    Drawing(
      "cells of several lines",
      """
      区分　　　　　提出するもの　　　　締切

      研究生　　　　願書　　　　　　　　11月4日
      　　　　　　　履歴書

      修練生　　　　願書　　　　　　　　12月4日
      　　　　　　　推薦書
      """,
      [
        "研究生 [提出するもの]: 願書\n履歴書", "研究生 [締切]: 11月4日", "修練生 [提出するもの]: 願書\n推薦書",
        "修練生 [締切]: 12月4日",
      ]),
    Drawing(
      "cells centred beside each other", pitch: 8,
      """
      区分　　　　　提出するもの　　　　締切



      　　　　　　　願書
      研究生　　　　　　　　　　　　　　11月4日
      　　　　　　　履歴書



      　　　　　　　願書
      修練生　　　　　　　　　　　　　　12月4日
      　　　　　　　推薦書
      """,
      [
        "研究生 [提出するもの]: 願書\n履歴書", "研究生 [締切]: 11月4日", "修練生 [提出するもの]: 願書\n推薦書",
        "修練生 [締切]: 12月4日",
      ]),
    Drawing(
      "no table: a paragraph with wide gaps",
      """
      集合　　　　8時45分　　　　三階講堂前
      """,
      ["集合: 8時45分　三階講堂前"]),
  ]

  @Test("are told by the white between their columns", arguments: tables)
  func readTables(one: Drawing) { #expect(one.found == one.statements) }

  @Test("leave out heads that are repeated on the next page")
  func repeatedHeads() {
    let first = DrawnPage.page(
      """
      ^　　　　　　　見本の要項

      区分　　　　　月額　　　　　　年額
      修練料　　　　10,000円　　　　120,000円
      登録料　　　　5,000円　　　　 60,000円
      """)
    let second = DrawnPage.page(
      """
      区分　　　　　月額　　　　　　年額
      寮費　　　　　20,000円　　　　240,000円
      保険料　　　　1,000円　　　　 12,000円
      """, number: 2)
    let found = DrawnPage.statements(of: first, second)
    #expect(found.contains("見本の要項 > 寮費 [月額]: 20,000円"))
    #expect(found.contains("見本の要項 > 登録料 [年額]: 60,000円"))
    #expect(!found.contains { $0.contains("[月額]: 月額") || $0.hasSuffix(": 月額") })
  }

  @Test(
    "tell values from heads",
    arguments: [
      ("10,000円", true), ("12月4日", true), ("2名", true), ("3/4", true), ("9:00", true),
      ("1234", true),
      ("JPY 5,000", true), ("面接を行います。", true), ("第１回", false), ("研究生", false), ("締切", false),
    ])
  func values(text: String, isValue: Bool) { #expect(PDFTable.isValueLike(text) == isValue) }
}
