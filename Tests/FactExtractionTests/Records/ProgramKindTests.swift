import RecruitmentModel
import Testing

@Suite("Kinds of programs")
struct ProgramKindTests {
  struct Page: Sendable, CustomTestStringConvertible {
    let title: String
    let body: String
    let kinds: [ProgramKind]
    var testDescription: String { title }
  }

  static let facts = "<p>募集人員：2名</p><p>応募締切：令和8年10月30日</p><p>修練料：月額10,000円</p>"

  private static let examination = """
    <p>この試験は医師の資格を与えるものです。</p><table><tr><th>試験期日</th><td>令和9年6月14日</td></tr>
    <tr><th>試験地</th><td>東京</td></tr><tr><th>受験手数料</th><td>33,000円</td></tr></table>
    """

  static let pages: [Page] = [
    .init(title: "令和9年 見本医師予備試験　受験案内", body: examination, kinds: [.examination]),
    .init(title: "見本医師資格試験の実施", body: examination, kinds: [.examination]),
    .init(title: "見本大学病院 看護職員採用試験のお知らせ", body: examination, kinds: []),
    .init(title: "見本大学大学院医学研究科 入学試験の案内", body: examination, kinds: []),
    .init(title: "見本医師資格試験 結果のお知らせ", body: examination, kinds: []),
    .init(
      title: "Registration Assessment 2027",
      body: """
        <p>It is for doctors who qualified abroad.</p><table><tr><th>Held on</th><td>18 March 2027</td></tr>
        <tr><th>Where</th><td>Kobe</td></tr><tr><th>Applications close</th><td>29 January 2027</td></tr></table>
        """, kinds: [.examination]),
    .init(title: "見本学会 専門医審査のご案内", body: examination, kinds: [.examination]),
    .init(title: "見本学会 専門医 認定審査", body: examination, kinds: [.examination]),
    .init(title: "見本学会 専門医審査 結果", body: examination, kinds: []),
    .init(title: "見本学会 研修施設の審査", body: examination, kinds: []),
    .init(
      title: "Preliminary Test for the National Medical Examination 2027",
      body: """
        <p>It is for doctors who qualified abroad.</p><h2>When and where</h2><p>18 March 2027, Kobe</p>
        <h2>Charges</h2><p>JPY 15,000</p><h2>Results</h2><p>30 April 2027</p>
        """, kinds: [.examination]),
    .init(
      title: "For those who passed the preliminary examination",
      body: "<p>Doctors: the office moves on 18 March 2027.</p><h2>Charges</h2><p>JPY 15,000</p>",
      kinds: []),
    .init(
      title: "From a medical school abroad to a German licence",
      body: "<h2>1 Papers</h2><p>…</p><h2>2 Knowledge test</h2><p>…</p><h2>3 Licence</h2><p>…</p>",
      kinds: [.pathway]),
    .init(
      title: "From a foreign licence to a Japanese licence",
      body: "<h2>1 Papers</h2><p>…</p><h2>2 Driving test</h2><p>…</p><h2>3 Licence</h2><p>…</p>",
      kinds: []),
    .init(title: "日本で医者になるには（やさしい日本語）", body: "<p>病院で実地修練をします。</p>", kinds: [.pathway]),
    .init(title: "見本国で医師の免許をとるには", body: "<p>州に申請します。</p>", kinds: [.pathway]),
    .init(
      title: "Japan: how an overseas medical graduate becomes licensed",
      body: "<h2>The longer way: practical training</h2><p>Few hospitals take trainees.</p>",
      kinds: [.pathway]),
    .init(
      title: "見本国で外国医師が働くまで",
      body:
        "<h2>1 学歴の確認</h2><p>…</p><h2>2 知識の試験</h2><p>…</p><h2>3 監督付き勤務</h2><p>…</p><h2>4 本免許</h2><p>…</p>",
      kinds: [.pathway]),
    .init(
      title: "Becoming a qualified physician in Japan: notes for graduates from abroad",
      body: """
        <table><tr><th>Stage</th><th>What</th></tr><tr><td>Recognition</td><td>The Ministry looks at your school.</td></tr>
        <tr><td>Preliminary examination</td><td>Three parts.</td></tr><tr><td>Practical training</td><td>One year.</td></tr>
        <tr><td>Registration as a doctor</td><td>Practical trainees wait for the result first.</td></tr></table>
        """, kinds: [.pathway]),
    .init(
      title: "Desk for physicians: what you should know",
      body: """
        <h2>1 Recognition of eligibility</h2><p>Four months.</p><h2>2 Preliminary examination</h2><p>Three parts.</p>
        <h2>3 Practical training</h2><p>Practical trainees pay up to JPY 800,000.</p>
        <h2>4 Entry in the medical register</h2><p>One month.</p>
        """, kinds: [.pathway]),
    .init(
      title: "Mihon Hospital: information for foreign medical graduates",
      body: """
        <h2>Eligibility</h2><p>A pass of the preliminary examination.</p><h2>Selection</h2><p>An interview is held.</p>
        <h2>Practical training</h2><p>We take two practical trainees a year. JPY 30,000 a month.</p>
        <h2>Afterwards</h2><p>You sit the national examination and apply for registration as a doctor.</p>
        """, kinds: [.practicalTraining]),
    .init(
      title: "見本学会 専門医試験 受験対策セミナー",
      body: "<p>開催日：2026年8月1日</p><p>会場：東京</p><p>受講料：12,000円</p><p>申込期間：6月1日～7月10日</p>",
      kinds: []),
    .init(
      title: "試験委員の公募", body: "<p>専門医試験の試験委員を募集します。</p><p>締切：2026年6月30日</p>", kinds: []),
    .init(
      title: "院外の方の受入れ",
      body: """
        <table><tr><th>区分</th><th>人数</th><th>料金</th></tr><tr><td>病院研修生</td><td>若干名</td><td>月額33,000円</td></tr>
        <tr><td>実地修練生</td><td>4名</td><td>月額16,500円</td></tr></table>
        """, kinds: [.practicalTraining, .other]),
    .init(
      title: "見本国際だより 第21号",
      body: "<h2>特集 外国の医学部を出た人が日本の医師免許を取るには</h2><p>実地修練は病院で1年行います。</p>",
      kinds: [.pathway]),
    .init(
      title: "見本国の医師免許",
      body: "<h2>1 書類の審査</h2><p>…</p><h2>2 知識試験</h2><p>…</p><h2>3 免許の交付</h2><p>…</p>",
      kinds: [.pathway]),
    .init(
      title: "Licensing abroad: Mihonia",
      body: "<ol><li>Have your diploma verified.</li><li>Sit the knowledge test.</li>"
        + "<li>Finish a year of supervised practice.</li><li>Apply for general registration.</li></ol>",
      kinds: [.pathway]),
    .init(
      title: "海外の医師・医学部卒業者の診療見学",
      body: "<p>診療見学を受け入れています。実地修練とは別のものです。</p><p>見学の期間：3か月以内</p><p>受入手数料：15,000円</p>",
      kinds: [.other]),
    .init(
      title: "海外医学部の学生・卒業生のための臨床見学",
      body: "<p>見学を受け入れています。</p><h2>お申し込み</h2><p>年間を通じて受け付けています。</p>", kinds: [.other]),
    .init(
      title: "実地修練生の募集と診療見学",
      body: "\(facts)<h2>診療見学</h2><p>見学は随時受け付けています。希望日の2週間前までにお申し込みください。</p>",
      kinds: [.practicalTraining]),
    .init(title: "見本大学病院 卒業生の進路", body: facts, kinds: []),
    .init(title: "医師免許証の写しについて", body: "<p>写しを提出してください。</p>", kinds: []),
    .init(title: "見本国の医師免許", body: "<p>実地修練という語は同じでも別のものです。</p>", kinds: []),
    .init(
      title: "宿舎のご案内",
      body: "<p>実地修練生は国際会館に入居できます。</p><p>実地修練生の方は許可書の写しを添えてください。使用料は月額16,500円です。</p>",
      kinds: []),
    .init(
      title: "実地修練を経て、研修医に",
      body: "<p>―― 道のりを教えてください。</p><p>修練料は月に3万円ほどでした。</p><p>―― 面接は？</p><p>12月に2名で受けました。</p>",
      kinds: []),
    .init(
      title: "実地修練生の募集", body: "<p>―― 応募について ――</p>\(facts)<p>―― 費用について ――</p>",
      kinds: [.practicalTraining]),
    .init(title: "医師実地修練生募集要項", body: facts, kinds: [.practicalTraining]),
    .init(title: "実施修練生の募集", body: facts, kinds: [.practicalTraining]),
    .init(title: "臨床修練外国医師の募集", body: facts, kinds: [.other]),
    .init(title: "研究生募集要項", body: facts, kinds: [.other]),
    .init(title: "研修登録医の募集", body: facts, kinds: [.other]),
    .init(title: "病院研修生募集要項", body: facts, kinds: [.other]),
    .init(title: "受託実習生の受入れ", body: facts, kinds: [.other]),
    .init(title: "科目等履修生募集要項", body: facts, kinds: [.other]),
    .init(title: "特定行為研修 募集要項", body: facts, kinds: [.other]),
    .init(title: "臨床研修医募集要項", body: facts, kinds: [.clinicalTraining]),
    .init(title: "実地修練を経た臨床研修医の募集", body: facts, kinds: [.clinicalTraining]),
    .init(title: "専攻医募集要項", body: facts, kinds: [.specialistTraining]),
    .init(title: "総合内科専門医試験 実施要項", body: facts, kinds: [.examination]),
    .init(title: "国外の医学校を卒業した方が免許を受けるまで", body: facts, kinds: [.pathway]),
    .init(title: "海外の医学部を卒業した方へ 日本の医師免許への道のり", body: facts, kinds: [.pathway]),
    .init(title: "Registration of doctors trained abroad", body: facts, kinds: [.pathway]),
    .init(title: "医師になるまでの道のり", body: facts, kinds: [.pathway]),
    .init(title: "実地修練生修了式を行いました", body: "<p>修練生2名が修了</p>", kinds: []),
    .init(title: "実地修練生の体験記", body: "<p>費用は無料でした。</p>", kinds: []),
    .init(title: "個人情報の取扱い", body: "<p>実地修練生の申請書は厳重に保管します。</p>", kinds: []),
  ]

  @Test("are told apart from what looks like them", arguments: pages)
  func areToldApart(page: Page) async throws {
    let programs = try await Reading.programs(title: page.title, body: page.body)
    #expect(programs.map(\.kind) == page.kinds)
  }

  @Test("on one page keep their figures apart")
  func keepApart() async throws {
    let programs = try await Reading.programs(
      title: "募集案内",
      body: """
        <h2>研究生</h2><p>授業料：月額29,700円</p><p>出願期間：随時</p><p>推薦書：不要</p>
        <h2>実地修練生</h2><p>修練料：年額150,000円</p><p>応募締切：令和8年11月30日</p>
        """)
    let program = try #require(programs.first { $0.kind == .practicalTraining })
    let summary = Summary(program)
    #expect(summary["fee"] == "150000 a year; 修練料 150000 year")
    #expect(summary["application"] == "..2026-11-30")
    #expect(summary["recommendation"] == nil)
  }

  @Test("in columns take their own column and what spans them all")
  func columns() async throws {
    let programs = try await Reading.programs(
      title: "諸料金",
      body: """
        <table><tr><th></th><th>研究生</th><th>実地修練生</th></tr>
        <tr><th>料金</th><td>月額29,700円</td><td>月額12,300円</td></tr>
        <tr><th>推薦書</th><td>不要</td><td>1通</td></tr>
        <tr><th>応募締切</th><td colspan="2">令和8年12月4日</td></tr></table>
        """)
    let program = try #require(programs.first { $0.kind == .practicalTraining })
    let summary = Summary(program)
    #expect(summary["fee"] == "147600 a year; 料金 12300 month")
    #expect(summary["recommendation"] == "letter")
    #expect(summary["application"] == "..2026-12-04")
  }

  @Test("in rows beside other people take their own row")
  func rows() async throws {
    let programs = try await Reading.programs(
      title: "受入れの条件",
      body: """
        <p>実地修練生などを受け入れています。</p><table><tr><th>区分</th><th>納付金</th><th>人数</th></tr>
        <tr><td>研究員</td><td>年額120,000円</td><td>若干名</td></tr>
        <tr><td>実地修練生</td><td>年額216,000円</td><td>2名以内</td></tr></table>
        """)
    let summary = Summary(try #require(programs.first { $0.kind == .practicalTraining }))
    #expect(summary["fee"] == "216000 a year; 納付金 216000 year")
    #expect(summary["capacity"] == "..2")
  }

  @Test("hold what is printed as new, and what the new column leaves as it was")
  func replaced() async throws {
    let programs = try await Reading.programs(
      title: "2026年度専門医試験 実施要領の変更",
      body: """
        <p>会員の医師の皆様へ</p><table><tr><th>項目</th><th>変更前</th><th>変更後</th></tr>
        <tr><th>試験実施日</th><td>2026年12月6日</td><td>2026年12月13日</td></tr>
        <tr><th>試験地</th><td>東京、福岡</td><td>東京、広島</td></tr>
        <tr><th>申込期間</th><td>2026年7月1日から8月31日まで</td><td>変更ありません</td></tr></table>
        """)
    let facts = try #require(programs.first { $0.kind == .examination }?.facts)
    #expect(facts.venues?.value == ["東京", "広島"])
    #expect(facts.examDate?.value.map(\.starts.description) == ["2026-12-13"])
    #expect(facts.application?.value.windows.first?.closes == PartialDate("2026-08-31"))
  }

  @Test("hold what is new where a remark says that something else is not changed")
  func changedWithRemark() async throws {
    let programs = try await Reading.programs(
      title: "実地修練生募集要項の変更",
      body: """
        <table><tr><th>項目</th><th>変更前</th><th>変更後</th></tr>
        <tr><th>修練料</th><td>無料</td><td>月額2万円（登録料は変更なし）</td></tr>
        <tr><th>推薦書</th><td>不要</td><td>必要（様式は変更なし）</td></tr>
        <tr><th>応募締切</th><td>令和8年10月30日必着</td><td>令和8年9月30日（時刻は従来どおり）</td></tr></table>
        """)
    let summary = Summary(try #require(programs.first))
    #expect(summary["fee"] == "240000 a year; 修練料 20000 month")
    #expect(summary["recommendation"] == "letter")
    #expect(summary["application"]?.hasPrefix("..2026-09-30") == true)
  }

  @Test("keep their kind where a licence is in the title, and their papers under any heading")
  func guidelines() async throws {
    let programs = try await Reading.programs(
      title: "外国の医師免許をお持ちの方へ",
      body: """
        <h1>令和9年度 医師実地修練生募集要項</h1><h2>書類の提出</h2><p>令和8年9月1日～9月30日</p>
        <h2>選考試験</h2><p>10月15日</p><h2>修練期間</h2><p>1年</p>
        <h2>受入れ手続き</h2><p>修練料は月額2万円です。</p>
        """)
    let program = try #require(programs.first)
    #expect(program.kind == .practicalTraining)
    #expect(Summary(program)["fee"] == "240000 a year; 修練料 20000 month")
  }

  @Test("of an examination take no papers that those hand in who have sat it")
  func papersAfterwards() async throws {
    let programs = try await Reading.programs(
      title: "第88回医師国家試験の施行について",
      body: """
        <h2>試験の日</h2><p>令和9年2月6日（土曜日）及び7日（日曜日）</p><p>（終了の時刻は、2月6日が午後6時の予定です。）</p>
        <h2>願書等の受付</h2><table><tr><th>受付の期間</th><td>令和8年11月2日から11月30日まで</td></tr></table>
        <p>修了見込みで受験した者は、修了証明書を令和9年3月10日午後2時までに提出すること。</p>
        """)
    let facts = try #require(programs.first?.facts)
    #expect(facts.application?.value.windows.map(\.closes?.description) == ["2026-11-30"])
    #expect(facts.examDate?.value.map(\.starts.description) == ["2027-02-06"])
  }

  @Test(
    "keep a later round that is told in prose, for those who have passed the preliminary examination"
  )
  func laterRound() async throws {
    let programs = try await Reading.programs(
      title: "実地修練生の募集",
      body: """
        <p>応募期間：令和8年8月1日～8月31日</p><p>面接日：令和8年9月20日</p>
        <p>応募期間（二回目）：予備試験に合格した者は令和8年11月1日から11月30日まで</p>
        """)
    let summary = Summary(try #require(programs.first))
    #expect(summary["application"]?.contains("2026-11-30") == true)
  }

  @Test("has the latest intake whose particulars are printed")
  func latestIntake() async throws {
    let programs = try await Reading.programs(
      title: "実地修練生の募集",
      body: """
        <h2>令和9年度</h2><p>修練料：年額240,000円</p><p>応募締切：令和8年12月4日</p>
        <h2>令和8年度</h2><p>修練料：年額180,000円</p><p>応募締切：令和7年12月5日</p>
        """)
    let summary = Summary(try #require(programs.first))
    #expect(summary["fee"] == "240000 a year; 修練料 240000 year")
    #expect(summary["application"] == "..2026-12-04")
  }

  @Test("of a rule say how, not whether somebody is taken this year")
  func rules() async throws {
    let programs = try await Reading.programs(
      title: "架空病院実地修練生受入規程",
      body: "<p>令和8年度から受け入れています。</p><p>（修練料）</p><p>第4条　修練料は、月額10,000円とする。</p>")
    let facts = try #require(programs.first?.facts)
    #expect(facts.fee?.basis == .regulation)
    #expect(facts.accepting == nil && facts.intake == nil)
  }

  @Test("of an examination have days, cities and what it costs to sit")
  func examinations() async throws {
    let programs = try await Reading.programs(
      title: "架空学会専門医試験 2026年度 実施要項",
      body: """
        <table><tr><th>試験日</th><td>筆記試験：2026年11月8日（日）</td></tr>
        <tr><th>会場</th><td>東京、大阪</td></tr>
        <tr><th>受験料</th><td>30,000円（税込）</td></tr><tr><th>認定料</th><td>20,000円</td></tr>
        <tr><th>出願期間</th><td>2026年6月1日～6月30日（消印有効）</td></tr></table>
        """)
    let summary = Summary(try #require(programs.first))
    #expect(summary["exam"] == "筆記試験 2026-11-08")
    #expect(summary["venues"] == "東京 大阪")
    #expect(summary["fee"] == "not free; 受験料 30000 once included")
    #expect(summary["application"] == "2026-06-01..2026-06-30 postmark")
  }

  @Test("of several hospitals with a heading each, beds in brackets or not, make a record each")
  func hospitals() async throws {
    func part(_ name: String, _ end: String) -> String {
      "<h2>\(name)</h2><dl><dt>募集人数</dt><dd>2名</dd><dt>締め切り</dt><dd>\(end)必着</dd></dl>"
    }
    let programs = try await Reading.programs(
      title: "令和9年度 実地修練生 病院別のご案内",
      body: part("模擬会中央病院（420床）", "令和8年12月18日")
        + part("模擬会東浜病院（168床）", "令和9年2月26日")
        + "<h2>模擬会リハビリテーション病院（96床）</h2><p>令和9年度の実地修練生の受け入れは行っておりません。</p>")
    #expect(programs.map(\.institution.name) == ["模擬会中央病院", "模擬会東浜病院", "模擬会リハビリテーション病院"])
    #expect(
      programs.map { Summary($0)["application"] } == [
        "..2026-12-18 arrive", "..2027-02-26 arrive", nil,
      ])
    #expect(programs.map { $0.facts.accepting?.value } == [nil, nil, .no])
  }

  @Test(
    "of an examination are told by what a rule or a notice calls it",
    arguments: [
      "<h2>試験</h2><p>第3条　専門医試験（以下「試験」という。）は、筆記によって行う。</p><h2>受験の申請</h2><p>毎年5月1日から同月31日までに提出する。</p><h2>受験の資格</h2><p>医師であること。</p><h2>受験料</h2><p>26,000円</p><h2>合否</h2><p>本人に通知する。</p>",
      "<p>医師法第12条の規定による医師国家試験予備試験を次のとおり施行する。</p><h2>試験の期日</h2><p>令和9年6月14日</p><h2>試験地</h2><p>東京都</p>",
    ])
  func calledExaminations(body: String) async throws {
    let programs = try await Reading.programs(title: "架空会 施行細則", body: body)
    #expect(programs.map(\.kind) == [.examination])
  }

  @Test(
    "are told apart from what stands below headings about visits, and from voices",
    arguments: [
      ("<h2>お申し込み</h2><p>年間を通じて受け付けています。修練開始の2か月前までに申込書をお送りください。</p>", "rolling; 修練開始の2か月前まで"),
      ("<h2>お申込み先</h2><p>総務課　随時受け付けています。</p>", nil),
      ("<h2>診療見学</h2><p>随時受け付けています。希望日の2週間前までにお申し込みください。</p>", nil),
      ("<h2>修了生の声</h2><p>修練料が月3万円と聞いて驚きました。応募は随時受け付けていました。</p>", nil),
    ])
  func besideTheProgram(body: String, application: String?) async throws {
    let programs = try await Reading.programs(
      title: "令和9年度 実地修練生の募集", body: "<p>定員：2名</p>" + body)
    #expect(programs.map(\.kind) == [.practicalTraining])
    #expect(programs.first.flatMap { Summary($0)["application"] } == application)
    #expect(programs.first?.facts.fee == nil)
  }

  @Test("that nobody is taken for have the year in which that is so")
  func stopped() async throws {
    let programs = try await Reading.programs(
      title: "実地修練生の受け入れについて",
      body: "<p>令和9年度につきましては、実地修練生の受け入れを休止いたします。令和10年度以降は決まり次第お知らせします。</p>")
    #expect(programs.first.map { Summary($0)["intake"] } == "2027")
    #expect(programs.first?.facts.accepting?.value == .no)
  }

  @Test(
    "of the two examinations on the way to the licence have ids of their own",
    arguments: [
      ("令和9年医師国家試験予備試験の施行", "preliminary-examination"), ("第121回医師国家試験の施行", "national-examination"),
      ("2026年度専門医試験の実施", "examination"),
    ])
  func idsOfExaminations(title: String, slug: String) async throws {
    let body = "<dl><dt>試験日</dt><dd>令和9年2月6日</dd><dt>試験地</dt><dd>東京都</dd></dl>"
    let programs = try await Reading.programs(title: title, body: body)
    #expect(programs.map(\.id) == ["www.kakuu.example.jp/" + slug])
  }
}
