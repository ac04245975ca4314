import Foundation
import Testing

@testable import DocumentParsing

@Suite("Pages of a PDF")
struct PDFLayoutTests {
  @Test("may be without words")
  func none() {
    #expect(DrawnPage.statements(of: PDFPage(width: 595, height: 842, words: [])).isEmpty)
    #expect(PDFLayout.content(of: []).items.isEmpty)
  }

  @Test("have a title: large or centred lines above the first label, sentence or heading")
  func titles() {
    let large = DrawnPage.page("^見本病院\n^実地修練生募集要項\n\n定員：2名\n期間：令和9年4月1日から令和10年3月31日までの1年")
    #expect(PDFLayout.content(of: [large]).title == "見本病院 実地修練生募集要項")
    let centred = DrawnPage.page("　　　　　　　　募集要項\n\n本院は次のとおり修練生を受け入れるものとします。")
    #expect(PDFLayout.content(of: [centred]).title == "募集要項")
    let belowNotice = DrawnPage.page("お知らせです。\n\n^　　募集要項\n\n定員：2名\n期間：令和9年4月1日から令和10年3月31日までの1年")
    #expect(PDFLayout.content(of: [belowNotice]).title == "募集要項")
    let none = DrawnPage.page("1. 定員は2名です。\n2. 期間は1年です。")
    #expect(PDFLayout.content(of: [none]).title == "")
  }

  @Test("have numbers, running heads and feet that belong to no text")
  func furniture() {
    let pages = (1...3).map { number in
      var page = DrawnPage.page(
        "本文の\(["甲", "乙", "丙"][number - 1])はここに立ちます。", number: number)
      page.words += DrawnPage.words(of: "見本病院　募集要項（案）", top: 20, number: number)
      page.words += DrawnPage.words(of: "　　　　　　　　　　- \(number) -", top: 800, number: number)
      return page
    }
    let found = DrawnPage.statements(of: pages[0], pages[1], pages[2])
    #expect(found == ["本文の甲はここに立ちます。", "本文の乙はここに立ちます。", "本文の丙はここに立ちます。"])
  }

  @Test("do not repeat the title of the first one as matter")
  func repeatedTitle() {
    let first = DrawnPage.page("^　　　　見本病院実地修練生募集要項\n\n定員：2名")
    var second = DrawnPage.page("期間：1年", number: 2)
    second.words += DrawnPage.words(of: "見本病院実地修練生募集要項", top: 20, number: 2)
    #expect(
      DrawnPage.statements(of: first, second) == [
        "# 見本病院実地修練生募集要項", "見本病院実地修練生募集要項 > 定員: 2名", "見本病院実地修練生募集要項 > 期間: 1年",
      ])
  }

  @Test("end where a blank form begins, and the remark says so")
  func forms() {
    let text = DrawnPage.page("^　　募集要項\n\n定員：2名")
    let form = DrawnPage.page(
      "様式第1号\n　　　　　　申込書\n　　　　　　　　　　　　令和　　年　　月　　日\n見本病院長　殿\n氏名：\n生年月日：", number: 2)
    let content = PDFLayout.content(of: [text, form])
    #expect(content.remarks == ["the blank form on page 2 was left out: 様式第1号"])
    #expect(
      StatementBuilder.statements(of: content.items).map(Parsing.line).last == "募集要項 > 定員: 2名")
  }

  @Test(
    "are numbered by figures alone or with signs",
    arguments: [
      ("- 2 -", false, true), ("2/3", false, true), ("Page 1 of 3", false, true),
      ("1204", true, true),
      ("三", true, true), ("iv", true, true), ("2", false, false), ("2名", true, false),
      ("12345", true, false),
      ("10月", true, false),
    ])
  func pageNumbers(text: String, isAlone: Bool, isNumber: Bool) {
    #expect(PDFFurniture.isPageNumber(text, isAlone: isAlone) == isNumber)
  }

  @Test(
    "are forms by their number",
    arguments: [
      ("様式第１号（第３条関係）", true), ("別紙様式2", true), ("（別記様式第1号）", true), ("Form A", true),
      ("第2号様式", true),
      ("様式は次のとおりとする。", false), ("別紙のとおり", false), ("Format of the examination", false),
    ])
  func formNumbers(text: String, isMarker: Bool) {
    #expect(BlankForm.isMarker(text) == isMarker)
  }

  @Test("of a real file are read through pdftotext")
  func realFile() async throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/Sites/kakuu/training/shuren-2027.pdf")
    let bytes = [UInt8](try Data(contentsOf: file))
    let document = try await DocumentReader().document(from: bytes)
    #expect(document.format == .pdf)
    #expect(document.text.contains("実地修練"))
    #expect(document.statements.contains { !$0.labels.isEmpty || !$0.section.isEmpty })
  }

  @Test(
    "are not read where pdftotext fails, and why is told",
    arguments: [
      (0, "Syntax Error: ...", nil),
      (127, "sh: 1: exec: pdftotext: not found", .missingTool(name: "pdftotext")),
      (1, "Syntax Warning: a\nCommand Line Error: Incorrect password", .encryptedPDF),
      (1, "Syntax Error: no trailer", .brokenPDF(reason: "Syntax Error: no trailer")),
    ] as [(CInt, String, UnreadableDocument?)])
  func failures(code: CInt, complaints: String, expected: UnreadableDocument?) {
    #expect(PDFTextReader.failure(exit: code, complaints: complaints) == expected)
  }

  @Test("are not read where pdftotext works too long, or falls")
  func signals() {
    for limit in [SIGXCPU, SIGKILL] {
      #expect(
        PDFTextReader.failure(signal: limit) == .timedOut(seconds: PDFTextReader.timeLimit))
    }
    #expect(
      PDFTextReader.failure(signal: SIGABRT) == .brokenPDF(reason: "pdftotext ended by signal 6"))
  }

  @Test("of a broken file are none, and the reason is told")
  func brokenFile() async throws {
    let reader = try DocumentReader()
    await #expect(throws: UnreadableDocument.self) {
      try await reader.document(from: Array("%PDF-1.7 broken".utf8))
    }
  }
}
