import DocumentParsing
import Foundation
import Testing

@Suite("Columns of a text")
struct TextColumnsTests {
  /// What the pieces of a text are, each with its heading.
  private func pieces(_ text: String) async throws -> [String] {
    try await DocumentReader().document(from: Array(text.utf8)).statements.map {
      ($0.section + $0.labels + [$0.text]).joined(separator: " > ")
    }
  }

  @Test(
    "are put under one another where the headings are numbered on",
    arguments: [
      ["１", "２", "３", "４"], ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"], ["1.", "2.", "3.", "4."],
    ])
  func numberedOn(_ numbers: [String]) async throws {
    let rows = [
      ("\(numbers[0])　試験の日", "\(numbers[2])　試験の費用"), ("　2026年9月5日", "　18,000円を納める。"),
      ("", ""), ("\(numbers[1])　出願の期間", "\(numbers[3])　結果の通知"),
      ("　2026年4月1日（水）から", "　合格者は、番号を"), ("　5月15日（金）まで", "　掲示する。"),
    ]
    let lines = rows.map { left, right in
      left + String(repeating: " ", count: 36 - left.unicodeScalars.count) + right
    }
    let pieces = try await pieces("見本学会　専門医試験　要項\n\n" + lines.joined(separator: "\n"))
    #expect(pieces.contains("試験の日 > 2026年9月5日"))
    #expect(pieces.contains("出願の期間 > 2026年4月1日（水）から5月15日（金）まで"))
    #expect(pieces.contains("試験の費用 > 18,000円を納める。"))
    #expect(pieces.contains("結果の通知 > 合格者は、番号を掲示する。"))
  }

  @Test(
    "stay where they are where a table has numbers of its own",
    arguments: [
      ["1　募集人員", "1　2名", "2　修練期間", "2　1年"], ["1　募集人員", "2名", "2　修練期間", "1年"],
      ["1　見本病院", "9　例示病院", "2　仮想病院", "10　架空病院"],
    ])
  func table(_ cells: [String]) async throws {
    func row(_ left: String, _ right: String) -> String {
      left + String(repeating: " ", count: 30 - left.unicodeScalars.count) + right
    }
    let lines = [row(cells[0], cells[1]), row("", "備考"), row(cells[2], cells[3]), row("", "備考")]
    let pieces = try await pieces("見本病院　実地修練\n\n" + lines.joined(separator: "\n"))
    let words = pieces.joined(separator: "\n")
    let places = cells.compactMap { words.range(of: $0.suffix(2))?.lowerBound }
    #expect(places == places.sorted())
  }
}
