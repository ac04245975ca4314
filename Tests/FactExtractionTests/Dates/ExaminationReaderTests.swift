import Testing

@Suite("Examination")
struct ExaminationReaderTests {
  /// What the only program of a page about an examination states.
  private func summary(_ title: String, _ body: String) async throws -> Summary? {
    try await Reading.programs(title: title, body: body).first.map { Summary($0) }
  }

  @Test("is that of the round announced, not of earlier ones, seminars or renewal")
  func isOfThisRound() async throws {
    let summary = try await summary(
      "専門医認定試験について",
      """
      <h2>第8回専門医認定試験（2026年度）申請要領</h2>
      <table><tr><th>申請の受付</th><td>2026年5月11日～6月12日（必着）</td></tr>
      <tr><th>試験日</th><td>2026年11月8日（日）</td></tr><tr><th>会場</th><td>東京、大阪</td></tr></table>
      <h2>試験対策セミナー</h2><p>日時：2026年9月19日　会場：横浜　申込期間：2026年7月1日～8月31日</p>
      <h2>これまでの試験</h2><table><tr><th>回</th><th>試験日</th><th>会場</th></tr>
      <tr><td>第7回</td><td>2025年11月9日</td><td>広島</td></tr>
      <tr><td>第6回</td><td>2024年11月10日</td><td>福岡</td></tr></table>
      <h2>専門医の更新</h2><p>更新申請の受付期間：2026年9月1日～10月31日</p>
      """)
    #expect(summary?["intake"] == "2026")
    #expect(summary?["application"] == "2026-05-11..2026-06-12 arrive")
    #expect(summary?["exam"]?.contains("2026-11-08") == true)
    #expect(summary?["exam"]?.contains(";") == false)
    #expect(summary?["venues"] == "東京 大阪")
  }

  /// The body of a page on an examination, its days and its fee.
  static let bodies: [(String, String, String?)] = [
    (
      "<table><tr><th>筆記試験</th><td>2027年5月23日（日）</td></tr><tr><th>口頭試験</th><td>2027年10月3日（日）</td></tr></table><p>※口頭試験の日は、会場の都合により10月17日（日）に変更しました（令和8年11月10日訂正）。</p>",
      "筆記試験 2027-05-23; 口頭試験 2027-10-17", nil
    ),
    (
      "<h2>期日</h2><table><tr><th>第一部試験</th><td>令和8年6月15日</td></tr></table><h2>願書の受付</h2><p>(1)　第一部試験　令和8年3月2日から同月23日まで</p>",
      "第一部試験 2026-06-15", nil
    ),
    ("<p>試験局告示第14号（令和8年1月30日）</p><dl><dt>試験期日</dt><dd>令和8年6月15日</dd></dl>", "2026-06-15", nil),
    ("<dl><dt>試験期日</dt><dd>令和9年1月24日</dd><dt>合格証の交付</dt><dd>令和9年4月1日</dd></dl>", "2027-01-24", nil),
    (
      "<dl><dt>試験期日</dt><dd>学科試験　令和8年9月5日（土）<br>実技試験　令和8年11月14日（土）　※会場の都合により11月21日（土）に改めました</dd></dl>",
      "学科試験 2026-09-05; 実技試験 2026-11-21", nil
    ),
    (
      "<dl><dt>試験期日</dt><dd>令和9年1月24日</dd><dt>受験料</dt><dd>33,000円</dd></dl><h2>これまでの試験</h2><table><tr><th>回</th><th>受験料</th></tr><tr><td>第8回</td><td>30,000円</td></tr><tr><td>第7回</td><td>28,000円</td></tr></table>",
      "2027-01-24", "not free; 受験料 33000 once"
    ),
    (
      "<table><tr><td></td><td>第22回（2025年度）</td><td>第23回（2026年度）</td></tr><tr><td>筆記試験</td><td>9月13日（土）</td><td>9月12日（土）</td></tr><tr><td>受 験 料</td><td>30,000円</td><td>35,000円</td></tr></table>",
      "筆記試験 2026-09-12", "not free; 受験料 35000 once"
    ),
    (
      "<dl><dt>筆記試験</dt><dd>2026年12月6日（日）</dd></dl><p>面接試験は当初の予定どおり、2027年1月24日（日）に京都市で行います。</p><table><tr><th>費用</th><th>金額</th><th>納入</th></tr><tr><th>受験料</th><td>20,000円</td><td>申請時</td></tr><tr><th>登録料</th><td>33,000円</td><td>認定決定後</td></tr></table>",
      "筆記試験 2026-12-06; 面接試験 2027-01-24", "not free; 受験料 20000 once"
    ),
    (
      "<h2>日程</h2><p>2026年度は、筆記試験を8月23日（日）に行います。いずれも札幌です。</p>",
      "筆記試験 2026-08-23", nil
    ),
  ]

  @Test(
    "leaves out days of notices, of papers and before a note, and what earlier rounds cost",
    arguments: bodies)
  func leavesOut(body: String, days: String, fee: String?) async throws {
    let summary = try await summary("2026年度専門医認定試験の実施", body)
    #expect(summary?["exam"] == days)
    #expect(summary?["fee"] == fee)
  }

  /// What a page says of its places, and the places.
  static let places: [Phrase] = [
    Phrase("試験地は札幌、東京及び大阪の3か所です。広島では前回まで行いましたが、今回は会場を設けません。", "札幌 東京 大阪"),
    Phrase("筆記試験は、2027年9月12日に京都において行う。", "京都"),
    Phrase("これに伴い、筆記試験の会場を広島から岡山に改めます。", "岡山"),
    Phrase("学会の総会は京都です。"),
    Phrase("The examination will not be held in Osaka this year."),
    Phrase("A briefing will be held in Nagoya."),
    Phrase("The written paper takes place in Yokohama and Fukuoka.", "Yokohama Fukuoka"),
    Phrase("昨年度の筆記試験は大阪で行いました。"),
    Phrase("筆記試験は、昨年度と同じく、大阪で行います。", "大阪"),
    Phrase("試験日：2026年11月15日（日）　東京・大阪", "東京 大阪"),
    Phrase("試験日：2026年11月15日（日）13時～　東京の会場から出発する方は申し出てください"),
    Phrase("11月に仙台で予定しておりました筆記試験につきまして、日程を改めます。"),
    Phrase(
      "Candidates sit an oral examination on 3 October 2027. Both parts take place in Nagoya.",
      "Nagoya"),
  ]

  @Test("is held where sentences say it is, and not where it was", arguments: places)
  func isHeldSomewhere(phrase: Phrase) async throws {
    let summary = try await summary("2027年度専門医認定試験の実施", "<p>\(phrase.words)</p>")
    #expect(summary?["venues"] == phrase.value)
  }

  @Test(
    "takes the day that errata give, of the year of the wrong one",
    arguments: [
      "先に公表した令和9年11月10日（水）を、11月17日（水）に改めます。下表は変更前のものです。",
      "試験期日を令和9年11月17日に変更しました。",
    ])
  func takesErrata(words: String) async throws {
    let summary = try await summary(
      "2027年度専門医認定試験の実施",
      "<p>\(words)</p><table><tr><th>試験期日</th><td>令和9年11月10日（水）</td></tr></table>")
    #expect(summary?["exam"] == "2027-11-17")
  }

  @Test(
    "has no day of an earlier round or of a meeting, under its heading too",
    arguments: [
      "第23回は2026年7月11日から19日に行われました。", "第24回の試験は2026年7月11日に終了しました。",
      "第四一回学術集会　二〇二七年六月五日・六日　於　金沢市",
    ])
  func hasNoOtherDay(words: String) async throws {
    let summary = try await summary(
      "2027年度専門医認定試験の実施", "<p>受験料：30,000円</p><h2>試験日</h2><p>\(words)</p>")
    #expect(summary?["fee"] != nil)
    #expect(summary?["exam"] == nil)
  }

  @Test(
    "costs what applicants pay, not what those pay who have passed",
    arguments: [
      "受験料 20,000円。合格者はこの他に登録料 30,000円を要します。",
      "受験料 20,000円。合格証明書の交付を受けようとする者は、別に手数料2,950円を納めてください。",
    ])
  func costsBeforePassing(words: String) async throws {
    let summary = try await summary("2027年度専門医認定試験の実施", "<p>\(words)</p>")
    #expect(summary?["fee"] == "not free; 受験料 20000 once")
  }

  @Test(
    "takes papers in the days below a heading of applying, not of reports",
    arguments: [("受験手続", "2026-03-02..2026-03-19"), ("研修実績の報告", nil)] as [(String, String?)])
  func takesPapers(heading: String, window: String?) async throws {
    let summary = try await summary(
      "令和8年医師国家試験予備試験の施行",
      "<p>受験料：33,000円</p><h2>\(heading)</h2><dl><dt>提出期間</dt><dd>令和8年3月2日（月）から同月19日（木）まで。</dd></dl>"
    )
    #expect(summary?["application"] == window)
  }

  @Test("has a day for each part, from definitions, cells of a row and lines with hours")
  func hasParts() async throws {
    let defined = try await summary(
      "令和9年医師国家試験予備試験の施行",
      """
      <h2>1 試験の期日</h2><dl><dt>(1)第一部試験</dt><dd>令和9年6月14日</dd><dt>(2)第二部試験</dt>
      <dd>ア　筆記試験　令和9年9月27日<br>イ　実地試験　令和9年11月9日から同月11日まで</dd></dl>
      <h2>2 合格者の発表</h2><p>第一部試験　令和9年7月5日</p>
      """)
    #expect(defined?["intake"] == "2027")
    for day in ["2027-06-14", "2027-09-27", "2027-11-09"] {
      #expect(defined?["exam"]?.contains(day) == true)
    }
    #expect(defined?["exam"]?.contains("2027-07-05") == false)
    let rows = try await summary(
      "2027年　第21回専門医認定試験",
      """
      <h2>試験</h2><table><tr><th>区分</th><th>内容</th><th>期日</th><th>会場</th></tr>
      <tr><td>第一次</td><td>筆記試験</td><td>2027年1月31日(日)</td><td>札幌、東京</td></tr>
      <tr><td>第二次</td><td>口頭試験</td><td>2027年3月6日(土)又は7日(日)</td><td>東京</td></tr></table>
      """)
    #expect(rows?["exam"]?.contains("筆記試験") == true)
    #expect(rows?["exam"]?.contains("口頭試験") == true)
    #expect(rows?["venues"] == "札幌 東京")
  }
}
