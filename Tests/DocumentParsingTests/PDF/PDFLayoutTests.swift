import Foundation
import Testing

@testable import DocumentParsing

@Suite("Words of a PDF in lines and columns")
struct PDFLayoutTests {
  private func word(
    _ text: String, _ left: Double, _ top: Double, page: Int = 1
  ) -> PDFTextReader.Word {
    let width = Double(text.unicodeScalars.count) * 10
    return .init(page: page, left: left, top: top, width: width, height: 10, text: text)
  }

  private func texts(_ words: [PDFTextReader.Word]) -> [String] {
    PDFLayout.lines(of: words).map { $0.pieces.map(\.text).joined(separator: " | ") }
  }

  @Test("at one height are a line; wide gaps part its pieces")
  func lines() {
    let words = [
      word("定員", 50, 100), word("2名", 200, 101), word("期間", 50, 120), word("は", 71, 120),
    ]
    #expect(texts(words) == ["定員 | 2名", "期間 は"])
  }

  @Test("of a table stay beside each other")
  func tables() {
    let labels = ["定員", "期間", "費用", "締切", "選考"]
    let words = labels.enumerated().flatMap { row, label in
      [
        word(label, 50, 100 + Double(row) * 20),
        word("長い長い値がここに立つ\(row)", 250, 100 + Double(row) * 20),
      ]
    }
    #expect(texts(words).first == "定員 | 長い長い値がここに立つ0")
  }

  @Test("in two columns of running text are read one column after the other")
  func columns() {
    let words = (0..<6).flatMap { row in
      [
        word("左の段の長い文がここに続いて\(row)", 50, 100 + Double(row) * 20),
        word("右の段の長い文がここに続いて\(row)", 300, 100 + Double(row) * 20),
      ]
    }
    let all = texts(words).joined()
    let left = all.firstRange(of: "左の段の長い文がここに続いて5")
    let right = all.firstRange(of: "右の段の長い文がここに続いて0")
    #expect(left.flatMap { left in right.map { left.upperBound <= $0.lowerBound } } == true)
  }

  @Test("that number pages or head every page are left out")
  func pageNumbers() {
    let words = (1...4).flatMap { page in
      [
        word("募集要項（案）", 50, 20, page: page),
        word("本文\(["甲", "乙", "丙", "丁"][page - 1])です", 50, 100, page: page),
        word("- \(page) -", 250, 800, page: page),
      ]
    }
    #expect(texts(words) == ["本文甲です", "本文乙です", "本文丙です", "本文丁です"])
  }

  @Test("may be none")
  func none() {
    #expect(texts([]).isEmpty)
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

  @Test("of a broken file are none, and the reason is told")
  func brokenFile() async throws {
    let reader = try DocumentReader()
    await #expect(throws: UnreadableDocument.self) {
      try await reader.document(from: Array("%PDF-1.7 broken".utf8))
    }
  }
}
