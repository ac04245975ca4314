import Testing

@testable import DocumentParsing

@Suite("Tables that plain text draws with lines")
struct DrawnTableTests {
  @Test("are read row by row, but for rows that go on below")
  func areRead() async throws {
    let text = """
      実地修練生募集要項
      ┌────┬────────┐
      │募集人員│2名     │
      ├────┼────────┤
      │出願期間│令和8年9月1日 │
      │    │～9月18日  │
      └────┴────────┘
      """
    let statements = try await Parsing.statements(ofText: text).joined(separator: "\n")
    #expect(statements.contains("2名"))
    #expect(!statements.contains("9月"))
  }

  @Test("are no frames around prose")
  func areNoFrames() async throws {
    let text = """
      実地修練生募集要項
      │ 実地修練生を募集します。  │
      │               │
      │ 修練料は月額20,000円です。│
      """
    let statements = try await Parsing.statements(ofText: text).joined(separator: "\n")
    #expect(statements.contains("募集します。") && statements.contains("20,000円"))
    #expect(!statements.contains("│"))
  }
}
