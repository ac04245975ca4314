import Testing

@Suite("Years of a schedule")
struct ScheduleYearsTests {
  static let stated: [PageCase] = [
    .init("a heading of a schedule", "<h2>令和8年度日程</h2><p>応募締切：12月4日</p>", "..2026-12-04"),
    .init(
      "January in a 年度 is in the next year", "<h2>令和8年度日程</h2><p>応募締切：1月15日</p>", "..2027-01-15"),
    .init(
      "a year in brackets behind the word", "<h2>日程（令和8年度）</h2><p>応募締切：12月4日</p>", "..2026-12-04"),
    .init("a year alone above", "<p>【2026年】</p><p>応募締切：12月4日</p>", "..2026-12-04"),
    .init(
      "an English heading", "<h2>Schedule for 2026</h2><p>Application deadline: December 4</p>",
      "..2026-12-04"),
    .init(
      "a label beside it", "<table><tr><th>2026年</th><th>応募締切</th><td>12月4日</td></tr></table>",
      "..2026-12-04"),
    .init(
      "the schedule of another heading is not its own",
      "<h2>令和8年度日程</h2><p>説明会：9月1日</p><h2>応募</h2><p>応募締切：12月4日</p>", "..XXXX-12-04"),
    .init(
      "the year of the intake is none of the schedule", "<h2>令和9年度実地修練生</h2><p>応募締切：12月4日</p>",
      "..XXXX-12-04"),
    .init("a year of results is none", "<p>令和7年度の実績は2名です。</p><p>応募締切：12月4日</p>", "..XXXX-12-04"),
    .init("a weekday decides nothing", "<p>応募締切：12月4日（金）</p>", "..XXXX-12-04"),
  ]

  @Test("are stated by headings, captions and labels of the schedule", arguments: stated)
  func areStated(one: PageCase) async throws { try await one.check("application") }

  @Test("of a selection come from the last day of the application")
  func anchors() async throws {
    let selection = PageCase(
      "anchor", "<p>応募締切：令和8年12月4日</p><p>面接日：1月20日</p>", "interview 2027-01-20")
    try await selection.check("selection")
    let before = PageCase(
      "long before", "<p>応募締切：令和8年7月31日</p><p>面接日：2月20日</p>", "interview XXXX-02-20")
    try await before.check("selection")
  }
}

@Suite("Rows of a schedule")
struct ScheduleRowsTests {
  static let table = """
    <table><tr><th>月日</th><th>内容</th></tr><tr><td>令和8年11月4日</td><td>願書受付開始</td></tr>
    <tr><td>令和8年12月4日</td><td>願書受付締切</td></tr><tr><td>令和8年12月18日</td><td>面接</td></tr>
    <tr><td>令和8年12月25日</td><td>合格発表</td></tr></table>
    """

  @Test("have the day first and what happens behind it")
  func dayFirst() async throws {
    try await PageCase("window", Self.table, "2026-11-04..2026-12-04").check("application")
    try await PageCase("selection", Self.table, "interview 2026-12-18; result 2026-12-25")
      .check("selection")
  }

  static let questions: [PageCase] = [
    .init("when to apply", "<h2>願書はいつ出せばよいですか。</h2><p>令和8年12月4日までです。</p>", "..2026-12-04"),
    .init(
      "the day as a label", "<p>令和8年12月4日：願書の締切</p><p>令和8年12月18日：面接</p>", "..2026-12-04"),
    .init("days of visits", "<p>令和8年12月4日：見学会の申込締切</p>", nil),
  ]

  @Test(
    "have their matter in a question, or behind a day that stands as a label", arguments: questions)
  func matters(one: PageCase) async throws { try await one.check("application") }
}
