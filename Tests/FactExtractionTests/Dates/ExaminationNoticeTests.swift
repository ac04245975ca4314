import RecruitmentModel
import Testing

@Suite("Notices of examinations")
struct ExaminationNoticeTests {
  /// What a page about the 2026 examination says, the fact that is looked at, and its value.
  static let cases: [(String, String, String?)] = [
    // Days of the examination.
    (
      "<dl><dt>Written part</dt><dd>Sunday, 30 August 2026, 13:00–16:00.</dd></dl>", "exam",
      "2026-08-30"
    ),
    ("<p>期日：2026年10月18日（日）→ 10月25日（日）</p>", "exam", "2026-10-25"),
    ("<p>来年度の試験は9月に行う予定です。</p>", "exam", nil),
    ("<p>2027年度の試験は2027年9月12日に行う予定です。</p>", "exam", nil),
    ("<p>未定の事項は、2027年1月中旬にこのページに載せる募集要項でお知らせします。</p>", "exam", nil),
    ("<p>附則（令和7年11月29日）</p><p>この細則は、令和8年1月1日から施行する。</p>", "exam", nil),
    (
      "<h2>出願について</h2><p>出願は2026年6月1日から30日まで受け付けます。試験日は2026年9月13日です。</p>",
      "exam", "2026-09-13"
    ),
    (
      "<table><tr><td></td><th>試験日</th></tr><tr><td>一次（学科）</td><td>2026年5月23日</td></tr><tr><td>二次（実技）</td><td>2026年10月3日</td></tr></table><p>※二次（実技）の試験日は、会場の都合により10月17日（土）に変わりました。</p>",
      "exam", "一次 2026-05-23; 二次 2026-10-17"
    ),
    // Papers.
    (
      "<table><tr><th>第1部の願書</th><td>令和8年4月1日から4月30日まで。書留郵便とし、4月30日の消印のあるものまで有効とする。</td></tr></table>",
      "application", "2026-04-01..2026-04-30 postmark"
    ),
    (
      "<table><tr><th>願書の受付</th><td>令和8年4月1日から4月30日まで</td></tr><tr><th>見込みで出願した方</th><td>修練の修了を証する書類を、令和9年3月9日17時までに届くように出してください。</td></tr></table>",
      "application", "2026-04-01..2026-04-30"
    ),
    (
      "<table><tr><th>Papers to be sent</th><td>2 April 2026 to 30 April 2026</td></tr></table>",
      "application", "2026-04-02..2026-04-30"
    ),
    (
      "<p>2026年5月20日</p><h2>専門医試験の出願について</h2><p>出願は2026年6月1日から30日まで受け付けます。</p><p>2026年4月1日</p><h2>事務局の休業について</h2><p>5月3日から休みます。</p><p>2026年3月1日</p><h2>合格発表</h2><p>番号を掲載しました。</p>",
      "application", "2026-06-01..2026-06-30"
    ),
    // A stamp below a heading of news is no day of the examination; a day below a heading may be what it is about.
    (
      """
      <h3>第23回試験の申請要領について</h3><p>2026.03.02</p><p>筆記は2026年8月30日です。</p>
      <h3>第22回試験の合格者について</h3><p>2025.10.05</p><p>番号を掲載しました。</p>
      """, "exam", "筆記 2026-08-30"
    ),
    (
      """
      <h3>第23回専門医試験の筆記試験日</h3><p>2026年8月30日</p><p>受験票を持参すること。</p>
      <h3>第23回専門医試験の口頭試験日</h3><p>2026年11月1日</p><p>受験票を持参すること。</p>
      """, "exam", "2026-08-30; 2026-11-01"
    ),
    // Charges.
    ("<p>受験料は20,000円です。</p>", "fee", "not free; 受験料 20000 once"),
    ("<p>2025年11月9日に東京で行いました試験（受験料30,000円）につきまして、下記のとおり再試験を行います。</p>", "fee", nil),
    (
      "<p>合格した者は、別表の登録料を納めて登録を受けるものとする。</p><table><tr><th>種別</th><th>金額</th></tr><tr><td>受験料</td><td>25,000円</td></tr><tr><td>登録料</td><td>40,000円</td></tr></table>",
      "fee", "not free; 受験料 25000 once"
    ),
    ("<h2>受験料</h2><p>受験料　20,000円<br>証明書発行手数料　500円</p>", "fee", "not free; 受験料 20000 once"),
    // Places and people.
    ("<dl><dt>筆記試験</dt><dd>2026年9月25日（金）　東京都新宿区　架空センター本館</dd></dl>", "venues", "東京"),
    ("<h2>会場</h2><p>筆記：東京、福岡から選択</p>", "venues", "東京 福岡"),
    ("<h2>受験者は何人くらいですか。</h2><p>2025年は412名が受験し、338名が合格しました。</p>", "capacity", nil),
    (
      "<table><tr><th>Part II (oral)</th><td>5 or 6 December 2026 (one of the two days, as assigned)</td></tr></table>",
      "capacity", nil
    ),
    ("<h2>推薦状は要りますか。</h2><p>2024年度から、推薦状の提出は不要になりました。</p>", "recommendation", "not-required"),
    // Whom to ask.
    ("<h2>お問い合わせ</h2><p>試験課　電話 082-000-3141</p>", "contact", "試験課; 082-000-3141"),
    (
      "<h2>試験事務局</h2><p>〒920-0000 架空市1-15　TEL 076-000-2250（火曜と木曜のみ）</p>", "contact",
      "試験事務局; 076-000-2250"
    ),
    (
      "<h2>連絡先</h2><table><tr><td>試験に関すること</td><td>審査部　nintei＠example.jp</td></tr><tr><td>会費に関すること</td><td>会員課　092-000-3300</td></tr></table>",
      "contact", "審査部; nintei@example.jp"
    ),
  ]

  @Test("say what they say of this round", arguments: cases)
  func say(body: String, fact: String, value: String?) async throws {
    let always = fact == "fee" ? "<h2>試験日</h2><p>2026年9月13日</p>" : "<h2>受験料</h2><p>15,000円</p>"
    let program = try await Reading.programs(title: "2026年度専門医試験 見本学会", body: body + always)
      .first
    #expect(program.map { Summary($0) }?[fact] == value)
  }

  @Test(
    "are told by a title in English, and by a part with its day",
    arguments: [
      (
        "121st National Examination for Doctors (2027)",
        "<table><tr><th>Days</th><td>6 February 2027</td></tr><tr><th>Examination fee</th><td>15,900 yen</td></tr><tr><th>Announcement</th><td>15 March 2027</td></tr></table><h2>Who may sit</h2><p>Graduates of a medical school in Japan</p>"
      ),
      (
        "医師国家試験予備試験　学説試験第2部及び実地試験",
        "<dl><dt>願書等の受付</dt><dd>2026年7月27日～8月7日</dd><dt>学説試験第2部</dt><dd>2026年9月25日　東京都</dd><dt>合格発表</dt><dd>10月16日</dd></dl><h2>受験手数料</h2><p>19,500円</p><h2>受験資格</h2><p>第1部に合格した者</p>"
      ),
    ])
  func areTold(title: String, body: String) async throws {
    #expect(try await Reading.programs(title: title, body: body).map(\.kind) == [.examination])
  }
}
