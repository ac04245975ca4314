import Testing

@testable import DocumentParsing

@Suite("Lines between two drawn ones")
struct RuledHeadingTests {
  private func statements(_ text: String) async throws -> [Statement] {
    try await DocumentReader().document(from: Array(text.utf8)).statements
  }

  @Test("head what follows, in newsletters by mail")
  func news() async throws {
    let statements = try await statements(
      """
      見本学会 会員メール 第12号

      ------------------------------
      1. 2027年度 見本専門医認定試験のご案内
      ------------------------------
      受付を開始します。

      ==============================
      2. 秋季セミナー
      ==============================
      定員は50名です。
      """)
    #expect(
      statements.map(\.section).last == ["2. 秋季セミナー"]
        && statements.contains { $0.section == ["1. 2027年度 見本専門医認定試験のご案内"] })
  }

  @Test(
    "are no headings where a drawn line stands on one side only, where they are sentences or labels with values, or first of all",
    arguments: [
      "見本大学病院\n\n------------------------------\n定員 2名\n面接を行います。",
      "見本大学病院\n\n--\n定員 2名\n--\n面接を行います。",
      "見本大学病院\n\n==========\n令和9年度の募集は終了しました\n==========\n面接を行います。",
      "見本大学病院\n\n==========\n修練料\n==========\n月額 30,000円\n==========\n期間\n==========\n1年",
      "見本大学病院\n\n==========\n締切：12月4日\n==========\n面接を行います。",
      "見本大学病院\n\n==========\n面接を行います。\n==========\n筆記試験はありません。",
      "------------------------------\n見本大学病院\n------------------------------\n面接を行います。",
    ])
  func others(text: String) async throws {
    let statements = try await statements(text)
    #expect(statements.allSatisfy { $0.section.isEmpty })
  }
}
