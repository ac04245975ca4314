import Testing

@Suite("Selection of several rounds")
struct SelectionRoundsTests {
  struct Page: Sendable, CustomTestStringConvertible {
    let rule: String
    let body: String
    let selection: String?
    var testDescription: String { rule }
  }

  private static let dates = """
    <table><tr><th></th><th>前期（4月開始）</th><th>後期（10月開始）</th></tr>
    <tr><th>面接</th><td>令和8年12月22日</td><td>令和9年6月25日</td></tr></table>
    """

  static let pages: [Page] = [
    .init(
      rule: "under headings",
      body: """
        <h3>第1回募集</h3><ul><li>面接：2026年11月14日</li></ul>
        <h3>第2回募集</h3><ul><li>面接：2027年2月6日</li></ul>
        """, selection: "interview 2026-11-14; interview 2027-02-06"),
    .init(
      rule: "under headings that name the month of beginning",
      body: """
        <h3>4月開始</h3><p>面接：2026年12月12日</p><h3>10月開始</h3><p>面接：2027年6月12日</p>
        """, selection: "interview 2026-12-12; interview 2027-06-12"),
    .init(rule: "in columns", body: dates, selection: "interview 2026-12-22; interview 2027-06-25"),
    .init(
      rule: "in rows",
      body: """
        <table><tr><th></th><th>筆記試験・面接</th><th>合格発表</th></tr>
        <tr><th>第1回</th><td>令和8年12月22日</td><td>令和9年1月8日</td></tr>
        <tr><th>第2回</th><td>令和9年2月12日</td><td>令和9年2月19日</td></tr></table>
        """,
      selection:
        "written 2026-12-22; written 2027-02-12; interview 2026-12-22; interview 2027-02-12"),
    .init(
      rule: "as labels", body: "<h2>面接日</h2><p>第1回：2026年11月14日</p><p>第2回：2027年2月6日</p>",
      selection: "interview 2026-11-14; interview 2027-02-06"),
    .init(
      rule: "that choose in ways of their own",
      body: """
        <h3>一次募集</h3><p>選考日：令和8年12月22日（筆記試験、面接）</p>
        <h3>二次募集</h3><p>選考日：令和9年2月12日（面接のみ）</p>
        """, selection: "written 2026-12-22; interview 2026-12-22; interview 2027-02-12"),
    .init(
      rule: "of which one is over",
      body: """
        <h3>第1回募集（終了しました）</h3><p>面接日：令和8年12月22日</p>
        <h3>第2回募集</h3><p>面接日：令和9年2月12日</p>
        """, selection: "interview 2027-02-12"),
    .init(
      rule: "of which one has been moved",
      body: """
        <p>第1回募集の面接日を11月7日（土）から11月14日（土）に変更しました。</p>
        <h3>第1回募集</h3><p>面接：2026年11月7日（土）</p><h3>第2回募集</h3><p>面接：2027年2月6日（土）</p>
        """, selection: "interview 2026-11-14; interview 2027-02-06"),
    .init(
      rule: "in rows, in English",
      body: """
        <h2>Selection</h2><table><tr><th>Round</th><th>Interview</th></tr>
        <tr><td>First round</td><td>17 October 2026</td></tr>
        <tr><td>Second round</td><td>19 December 2026</td></tr></table>
        """, selection: "interview 2026-10-17; interview 2026-12-19"),
    .init(
      rule: "that nothing calls rounds",
      body: "<h2>A日程</h2><p>面接：令和8年10月17日</p><h2>B日程</h2><p>面接：令和9年2月6日</p>",
      selection: "interview"),
    .init(
      rule: "are no days on which somebody is told",
      body: "<h2>一次選考（学科試験）</h2><p>10月31日</p><p>通過された方には11月6日に連絡します。</p>",
      selection: "written XXXX-10-31"),
    .init(
      rule: "are no steps of one round",
      body: """
        <table><tr><th>第1回選考（筆記試験）</th><td>2026年12月12日</td></tr>
        <tr><th>第2回選考（面接）</th><td>2026年12月19日</td></tr></table>
        """, selection: "written 2026-12-12; interview 2026-12-19"),
    .init(
      rule: "are no groups of people",
      body: """
        <table><tr><th></th><th>本学卒業生</th><th>その他の方</th></tr>
        <tr><th>面接日</th><td>令和8年12月12日</td><td>令和8年12月22日</td></tr></table>
        """, selection: "interview"),
  ]

  @Test("has a day for each round", arguments: pages)
  func eachRound(page: Page) async throws {
    let program = try await Reading.programs(title: "実地修練生の募集", body: page.body).first
    #expect(program.flatMap { Summary($0)["selection"] } == page.selection)
  }
}
