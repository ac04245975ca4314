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
    // Only a matter that is announced as it is: no part of a longer noun, of nobody else and of no earlier year.
    ("<p>応募期間は次のとおりです。</p><p>令和8年9月1日から9月11日まで</p>", "application", "2026-09-01..2026-09-11"),
    ("<p>病院見学の受付期間は次のとおりです。</p><p>令和8年6月1日から7月31日まで</p>", "application", nil),
    ("<p>臨床研修医の募集人員は次のとおりです。</p><p>12名</p>", "capacity", nil),
    ("<p>修練期間の延長は次のとおりです。</p><p>6か月</p>", "training", nil),
    ("<p>修練の期間は次のとおりです。</p><p>内科　6か月</p><p>外科　3か月</p>", "training", nil),
    ("<p>採用人数は次のとおりです。</p><p>令和6年度　3名</p>", "capacity", nil),
    (
      "<p>修練料は次のとおりです。</p><p>(1) 本学の卒業生　月額10,000円</p><p>(2) その他の者　月額20,000円</p>",
      "fee", nil
    ),
    ("<p>修練料は次の期日までに納入すること。</p><p>令和9年3月31日</p>", "application", nil),
    ("<p>願書は次の期間に配布します。</p><p>令和8年6月1日から7月31日まで</p>", "application", nil),
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
