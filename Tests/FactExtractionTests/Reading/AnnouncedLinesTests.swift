import Testing

@Suite("Lines that a sentence announces")
struct AnnouncedLinesTests {
  /// What a page says below 「ご案内」, the fact that is looked at, and its value.
  static let cases: [(String, String, String?)] = [
    (
      "<p>願書の受付期間は次のとおりです。</p><p>第1回　令和8年9月1日から9月11日まで</p><p>第2回　令和8年11月20日から11月30日まで</p>",
      "application", "2026-09-01..2026-09-11; 2026-11-20..2026-11-30"
    ),
    (
      "<p>応募書類は次の期間に受け付けます。</p><p>令和8年9月1日から9月11日まで</p>",
      "application", "2026-09-01..2026-09-11"
    ),
    (
      "<p>合格者は次の期間に入学手続の書類を提出してください。</p><p>令和9年2月1日から2月11日まで</p>",
      "application", nil
    ),
    ("<p>修練料は次のとおりです。</p><p>月額 20,000円</p>", "fee", "240000 a year; 修練料 20000 month"),
    ("<p>募集人員は次のとおりです。</p><p>実地修練生　2名</p>", "capacity", "2"),
    (
      "<p>修練の期間は次のとおりとする。</p><p>令和9年4月1日から令和10年3月31日まで</p>",
      "training", "12 months 2027-04-01..2028-03-31"
    ),
    // A sentence of its own is no line that was announced.
    (
      "<p>修練の期間は次のとおりとする。</p><p>見学は令和9年4月1日から受け付けます。</p>", "training", nil
    ),
  ]

  @Test("have its matter", arguments: cases)
  func haveItsMatter(body: String, fact: String, value: String?) async throws {
    let page = "<h2>ご案内</h2>\(body)"
    let program = try await Reading.programs(title: "令和9年度実地修練生募集要項", body: page).first
    #expect(program.map { Summary($0) }?[fact] == value)
  }
}
