import Testing

@testable import DocumentParsing

@Suite("Tables")
struct TableReadingTests {
  private func statements(_ rows: String) async throws -> [String] {
    try await Parsing.statements(of: "<table>\(rows)</table>")
  }

  @Test("of two columns have a label beside each value, with or without marks")
  func twoColumns() async throws {
    let expected = ["定員: 2名", "期間: 1年"]
    let marked = "<tr><th>定員</th><td>2名</td></tr><tr><th>期間</th><td>1年</td></tr>"
    #expect(try await statements(marked) == expected)
    let plain = marked.replacing("th>", with: "td>")
    #expect(try await statements(plain) == expected)
  }

  @Test("with heads on both sides give each value its row and its column")
  func matrix() async throws {
    let found = try await statements(
      """
      <tr><th></th><th>研究生</th><th>実地修練生</th></tr>
      <tr><th>定員</th><td>若干名</td><td>2名</td></tr>
      <tr><th>締切</th><td colspan="2">12月4日</td></tr>
      """)
    #expect(
      found == [
        "定員 [研究生]: 若干名", "定員 [実地修練生]: 2名", "締切 [研究生]: 12月4日",
        "締切 [実地修練生]: 12月4日",
      ])
  }

  @Test("have heads beside an empty corner, whatever figures they have")
  func emptyCorner() async throws {
    let found = try await statements(
      """
      <tr><td></td><td>第22回（2025年度）</td><td>第23回（2026年度）</td></tr>
      <tr><td>受験料</td><td>30,000円</td><td>35,000円</td></tr>
      """)
    #expect(found == ["受験料 [第22回（2025年度）]: 30,000円", "受験料 [第23回（2026年度）]: 35,000円"])
  }

  @Test("have no heads in a first row whose value lies over all other columns")
  func wideValue() async throws {
    let found = try await statements(
      """
      <tr><td>試験を行う日</td><td colspan="2">令和９年２月６日</td></tr>
      <tr><td rowspan="2">受けることができる者</td><td>1</td><td>卒業した者</td></tr>
      <tr><td>2</td><td>合格した者</td></tr>
      <tr><td>手数料</td><td colspan="2">収入印紙による。</td></tr>
      """)
    #expect(found.first == "試験を行う日: 令和９年２月６日")
    #expect(found.last == "手数料: 収入印紙による。")
  }

  @Test("with heads above only are read by column")
  func transposed() async throws {
    let found = try await statements(
      "<tr><th>定員</th><th>期間</th></tr><tr><td>2名</td><td>1年</td></tr>")
    #expect(found == ["定員: 2名", "期間: 1年"])
  }

  @Test("whose labels and values take turns are read in pairs, with or without marks")
  func pairs() async throws {
    let expected = ["定員: 2名", "期間: 1年", "締切: 12月4日", "面接: 12月18日"]
    let marked = """
      <tr><th>定員</th><td>2名</td><th>期間</th><td>1年</td></tr>
      <tr><th>締切</th><td>12月4日</td><th>面接</th><td>12月18日</td></tr>
      """
    #expect(try await statements(marked) == expected)
    #expect(try await statements(marked.replacing("th>", with: "td>")) == expected)
  }

  @Test("with labels over several rows keep the outer before the inner")
  func outerLabels() async throws {
    let found = try await statements(
      """
      <tr><th rowspan="2">出願</th><th>期間</th><td>12月4日まで</td></tr>
      <tr><th>方法</th><td>郵送</td></tr>
      <tr><th colspan="2">定員</th><td>2名</td></tr>
      """)
    #expect(found == ["出願 > 期間: 12月4日まで", "出願 > 方法: 郵送", "定員: 2名"])
  }

  @Test("with a head over a whole row put it above the rows that follow")
  func groups() async throws {
    let found = try await statements(
      """
      <tr><th colspan="2">選考</th></tr><tr><th>方法</th><td>面接</td></tr>
      <tr><th colspan="2">費用</th></tr><tr><th>登録料</th><td>1万円</td></tr>
      """)
    #expect(found == ["選考 > 方法: 面接", "費用 > 登録料: 1万円"])
  }

  @Test("of one column are lines")
  func oneColumn() async throws {
    #expect(try await statements("<tr><td>一</td></tr><tr><td>二</td></tr>") == ["一", "二"])
  }

  @Test("keep vertical labels in one word")
  func verticalLabels() async throws {
    let found = try await statements(
      "<tr><th>受<br>験<br>資<br>格</th><td>合格者</td></tr><tr><th>定員</th><td>2名</td></tr>")
    #expect(found == ["受験資格: 合格者", "定員: 2名"])
  }
}

@Suite("Places of cells")
struct TableGridTests {
  private func texts(_ rows: String) throws -> [[String]] {
    let page = try #require(HTMLReader.tree(of: "<table>\(rows)</table>"))
    let table = try #require(page.root.first("table"))
    return TableGrid(table).rows.map { $0.map(\.text) }
  }

  @Test("are filled by spans in both directions")
  func spans() throws {
    let found = try texts(
      """
      <tr><td rowspan="2">a</td><td colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr>
      <tr><td>e</td></tr>
      """)
    #expect(found == [["a", "b", "b"], ["a", "c", "d"], ["e", "", ""]])
  }

  @Test("keep to the table, however far a span claims to reach")
  func endlessSpans() throws {
    let found = try texts(
      "<tr><td rowspan=\"999999\" colspan=\"999999999999999999999\">a</td></tr><tr><td>b</td></tr>")
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.count <= TableGrid.widestSpan + 1 })
    #expect(try texts("<tr><td rowspan=\"0\" colspan=\"-3\">a</td></tr>") == [["a"]])
  }

  @Test("are bounded in number")
  func bounded() throws {
    let row = "<tr>" + String(repeating: "<td colspan=\"50\" rowspan=\"50\">x</td>", count: 100)
    let found = try texts(String(repeating: row, count: 1000))
    #expect(found.reduce(0) { $0 + $1.count } <= 60 * TableGrid.mostPlaces)
  }
}
