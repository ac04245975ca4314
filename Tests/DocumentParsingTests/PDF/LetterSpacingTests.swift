import Testing

@testable import DocumentParsing

@Suite("Letters that are set apart")
struct LetterSpacingTests {
  private func closed(_ line: String) -> String {
    PDFText.rows(of: DrawnPage.words(of: line[...], top: 100)).map { row in
      row.tokens.map(\.text).joined(separator: "|")
    }.joined()
  }

  @Test(
    "are one word at equal distances",
    arguments: [
      ("募 集 人 員　　　　2名", "募集人員|2名"), ("令 和 ８ 年", "令和８年"), ("定　員　　　　　2名", "定員|2名"),
      ("修　練　期　間", "修練期間"),
    ])
  func words(line: String, expected: String) { #expect(closed(line) == expected) }

  @Test(
    "make one sum or one count",
    arguments: [
      ("1 5 , 30 0 円", "15,300円"), ("２　名", "２名"), ("27 年", "27年"), ("3 4 8（年額）", "348（年額）"),
    ])
  func figures(line: String, expected: String) { #expect(closed(line) == expected) }

  @Test(
    "are not the number of an item, numbers beside each other, or words",
    arguments: [
      ("１　目　的", "１|目的"), ("10 20 30", "10|20|30"), ("１ 名称", "１|名称"), ("面接 筆記", "面接|筆記"),
      ("A trainee pays", "A|trainee|pays"),
    ])
  func stayApart(line: String, expected: String) { #expect(closed(line) == expected) }
}

@Suite("Marks before items")
struct PDFMarkTests {
  @Test(
    "stand alone",
    arguments: [
      ("①", true), ("(1)", true), ("ア", true), ("第１", true), ("第十二", true), ("自", true),
      ("至", true), ("人", false), ("定員", false),
    ])
  func alone(text: String, isMark: Bool) { #expect(PDFMark.isAlone(text) == isMark) }

  @Test(
    "begin headings where only headings have them",
    arguments: [("Ⅳ　受験料", true), ("第４　費用", true), ("4　費用", false), ("Ⅳ", false), ("第４条の定め", false)])
  func headings(text: String, begins: Bool) { #expect(PDFMark.beginsHeading(text) == begins) }

  private func row(_ line: String) throws -> PDFRow {
    try #require(PDFText.rows(of: DrawnPage.words(of: line[...], top: 100)).first)
  }

  @Test(
    "count items side by side if they are of one kind",
    arguments: [
      ("(1) 願書　(2) 履歴書", true), ("ア 願書　イ 履歴書", true), ("(1) 願書　① 履歴書", false),
      ("願書　(2) 履歴書", false),
    ])
  func items(line: String, areItems: Bool) throws {
    #expect(PDFMark.areItems(try row(line)) == areItems)
  }

  @Test(
    "stand before a label that a blank sets off",
    arguments: [
      ("(2)　日時　令和8年11月4日", "日時"), ("ア　場所　見本病院", "場所"), ("(2)　日時", nil), ("日時　令和8年　11月", nil),
    ] as [(String, String?)])
  func labels(line: String, label: String?) throws {
    #expect(PDFMark.itemLabel(of: try row(line)) == label)
  }
}
