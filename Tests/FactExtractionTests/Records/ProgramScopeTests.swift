import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel
import Testing

@testable import FactExtraction

@Suite("Parts of a page")
struct ProgramScopeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: String
    let title: String
    let body: String
    /// The kinds, each with the words that speak of it.
    let scopes: [String]
    var testDescription: String { rule }
  }

  static let cases: [Case] = [
    .init(
      rule: "leave out the columns of older intakes", title: "実地修練生の募集",
      body: """
        <table><tr><th>項目</th><th>令和8年度（募集終了）</th><th>令和9年度</th></tr>
        <tr><th>定員</th><td>3名</td><td>2名</td></tr>
        <tr><th>選考</th><td colspan="2">面接</td></tr></table>
        """, scopes: ["practical-training: 2名 面接"]),
    .init(
      rule: "have the kind that the title recruits for", title: "実地修練を経た臨床研修医の募集",
      body: "<p>定員：2名</p>", scopes: ["clinical-training: 2名"]),
    .init(
      rule: "have the kind that the upper headings name", title: "募集案内",
      body: "<h2>実地修練生について</h2><p>定員：2名</p>", scopes: ["practical-training: 実地修練生について 2名"]),
    .init(
      rule: "have the kind that a sentence recruits", title: "募集案内",
      body: "<p>実地修練生を募集します。</p>", scopes: ["practical-training: 実地修練生を募集します。"]),
    .init(
      rule: "have the kind whose people are named most often", title: "病院のご案内",
      body: "<p>実地修練生は白衣を着ます。</p><p>実地修練生の席があります。</p><p>研究生もいます。</p>",
      scopes: ["practical-training: 実地修練生は白衣を着ます。 実地修練生の席があります。"]),
    .init(
      rule: "are without paragraphs about look-alikes alone", title: "実地修練生の募集",
      body: "<p>定員：2名</p><p>「研修登録医」はいつでも申し込めます。</p><p>臨床研修医と同じ寮です。</p>",
      scopes: ["practical-training: 2名 臨床研修医と同じ寮です。"]),
    .init(
      rule: "are none where kinds are named as often as each other", title: "病院のご案内",
      body: "<p>実地修練生がいます。</p><p>研究生がいます。</p>", scopes: []),
    .init(
      rule: "end behind the heading of another kind", title: "実地修練生の募集",
      body: "<p>定員：2名</p><h2>研究生</h2><p>期間：3年</p>",
      scopes: ["practical-training: 2名 研究生", "research-student: 3年"]),
    .init(
      rule: "share what is said of all the kinds of a table, and each has its notes",
      title: "研修生等の受入れ",
      body: """
        <p>次の2つの区分で受け入れる方を募集します。</p>
        <table><tr><th>区分</th><th>定員</th><th>締切</th></tr>
        <tr><td>病院研修生</td><td>10名</td><td>1月29日 ※1</td></tr>
        <tr><td>実地修練生</td><td>1名</td><td>11月20日 ※2</td></tr></table>
        <p>※1 病院研修生は勤務先の承諾書を添えること。</p><p>※2 実地修練生の締切を延長しました。</p>
        <h2>問合せ先</h2><p>総務課 電話0883-00-6077</p>
        """,
      scopes: [
        "hospital-trainee: 次の2つの区分で受け入れる方を募集します。 10名 1月29日 ※1 "
          + "※1 病院研修生は勤務先の承諾書を添えること。 問合せ先 総務課 電話0883-00-6077",
        "practical-training: 次の2つの区分で受け入れる方を募集します。 1名 11月20日 ※2 "
          + "※2 実地修練生の締切を延長しました。 総務課 電話0883-00-6077",
      ]),
    .init(
      rule: "do not share what the main kind says where it has no part of its own",
      title: "実地修練生の募集",
      body: "<h2>研究生</h2><p>期間：3年</p><h2>問合せ先</h2><p>総務課 電話0883-00-6077</p>",
      scopes: ["practical-training: 研究生 問合せ先 総務課 電話0883-00-6077", "research-student: 3年"]),
    .init(
      rule: "go to the kind that a label names before の", title: "実地修練生の募集",
      body: "<p>定員：2名</p><p>研修医の応募締切：12月4日</p>",
      scopes: ["practical-training: 2名", "clinical-training: 12月4日"]),
    .init(
      rule: "are those of the latest year with matter", title: "実地修練生の募集",
      body: "<h2>令和9年度</h2><p>定員：2名</p><h2>令和8年度</h2><p>定員：3名</p>",
      scopes: ["practical-training: 令和9年度 2名"]),
  ]

  @Test("speak of one program each", arguments: cases)
  func speak(one: Case) async throws {
    let page = try await Parts.page(title: one.title, one.body)
    let found = ScopeFinder(page: page).scopes().map { scope in
      let words = scope.statements.filter {
        $0.statement.section.count <= 2 && !$0.text.contains(one.title)
      }
      return "\(scope.name.slug): " + words.map(\.statement.text).joined(separator: " ")
    }
    #expect(found == one.scopes)
  }
}

@Suite("Columns of hospitals")
struct HospitalColumnsTests {
  private static let table = """
    <p>見本会中央病院と見本会西病院で実地修練生を募集します。</p>
    <table><tr><th></th><th>中央病院</th><th>西病院</th></tr>
    <tr><th>募集人員</th><td>2名</td><td>3名</td></tr>
    <tr><th>応募締切</th><td colspan="2">令和8年12月4日</td></tr></table>
    """

  @Test("make a record each, with the full name and what spans them all")
  func records() async throws {
    let programs = try await Reading.programs(title: "実地修練生の募集", body: Self.table)
    #expect(programs.map(\.institution.name) == ["見本会中央病院", "見本会西病院"])
    #expect(programs.map { Summary($0)["capacity"] } == ["2", "3"])
    #expect(programs.allSatisfy { Summary($0)["application"] == "..2026-12-04" })
  }

  @Test("are heads that end like a hospital, and more than that")
  func heads() async throws {
    let page = try await Parts.page(
      """
      <table><tr><th></th><th>病院</th><th>見本医療センター</th><th>Sample Hospital</th></tr>
      <tr><th>定員</th><td>1名</td><td>2名</td><td>3名</td></tr></table>
      """)
    #expect(HospitalColumns(page: page).heads == ["見本医療センター", "Sample Hospital"])
  }
}
