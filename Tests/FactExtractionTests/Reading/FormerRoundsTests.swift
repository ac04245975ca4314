import RecruitmentModel
import Testing

@Suite("Rounds that are over")
struct FormerRoundsTests {
  /// A page about an examination, and the days that are read of it.
  struct Round: Sendable, CustomTestStringConvertible {
    let body: String
    let days: [String]
    let fees: [Int]
    var testDescription: String { body }
  }

  static let rounds: [Round] = [
    .init(
      body: """
        <h2>2026年（第22回）</h2><dl><dt>試験日</dt><dd>11月8日</dd><dt>受験料</dt><dd>30,000円</dd></dl>
        <h2>2025年（第21回）</h2><dl><dt>試験日</dt><dd>11月9日</dd><dt>受験料</dt><dd>28,000円</dd></dl>
        """, days: ["2026-11-08"], fees: [30_000]),
    .init(
      body: """
        <h2>第1部試験（2026年）</h2><dl><dt>試験日</dt><dd>2026年11月8日</dd><dt>受験料</dt><dd>30,000円</dd></dl>
        <h2>第2部試験（2027年）</h2><dl><dt>試験日</dt><dd>2027年2月7日</dd><dt>受験料</dt><dd>40,000円</dd></dl>
        """, days: ["2026-11-08", "2027-02-07"], fees: [30_000, 40_000]),
    .init(
      body: """
        <table><tr><th></th><th>第21回（2025年・終了）</th><th>第22回（2026年）</th></tr>
        <tr><th>試験日</th><td>2025年10月19日</td><td>2026年10月25日</td></tr>
        <tr><th>受験料</th><td>25,000円</td><td>28,000円</td></tr></table>
        """, days: ["2026-10-25"], fees: [28_000]),
    .init(
      body: """
        <dl><dt>試験日</dt><dd>2026年10月4日</dd><dt>受験料</dt><dd>30,000円</dd></dl>
        <p>参考：2025年度は9月14日に大阪で行いました。</p>
        """, days: ["2026-10-04"], fees: [30_000]),
    .init(
      body: """
        <dl><dt>試験日</dt><dd>2026年9月13日（日）<br>※会場の都合により2026年9月20日（日）に変更</dd>
        <dt>受験料</dt><dd>会員 15,000円、会員以外 20,000円</dd></dl>
        """, days: ["2026-09-20"], fees: [15_000, 20_000]),
    .init(
      body: """
        <dl><dt>日　時</dt><dd>2026年3月1日（日）　13時から15時30分まで</dd>
        <dt>受験料</dt><dd>30,000円（非会員は40,000円）</dd></dl>
        """, days: ["2026-03-01"], fees: [30_000]),
  ]

  @Test("stand under headings with a lower number, unless the higher one is only announced")
  func lowerNumbers() async throws {
    let sixth = "<h2>2026.1.9 第6回試験</h2><p>第6回の試験は2025年11月22日に行います。</p>"
    for (seventh, day) in [("2026年11月28日に行います。", "2026-11-28"), ("来年の秋を予定しています。", "2025-11-22")] {
      let body = "<h2>2026.5.20 第7回試験のお知らせ</h2><p>第7回の試験は、\(seventh)</p>" + sixth
      let program = try await Reading.programs(
        title: "模擬船舶医学会 認定医試験", body: "<p>医師の免許を有すること。会場：長崎</p>" + body
      ).first
      #expect(program?.facts.examDate?.value.map { "\($0.starts)" } == [day])
    }
  }

  @Test("are none where a schedule goes on into the next year")
  func goOn() async throws {
    let body = """
      <h2>日程</h2><h3>2026年</h3><dl><dt>出願期間</dt><dd>11月2日から11月20日まで</dd></dl>
      <h3>2027年</h3><dl><dt>面接日</dt><dd>1月15日</dd><dt>修練期間</dt><dd>4月1日から1年間</dd></dl>
      """
    let facts = try #require(
      await Reading.programs(title: "令和9年度 実地修練生募集要項", body: body).first
    ).facts
    #expect(
      facts.application?.value.windows.map { "\($0.closes.map { "\($0)" } ?? "")" } == [
        "2026-11-20"
      ])
    #expect(facts.selection?.value.steps.map(\.method) == [.interview])
  }

  @Test("are left out, and parts of one examination are not", arguments: rounds)
  func areLeftOut(round: Round) async throws {
    let facts = try #require(
      await Reading.programs(title: "2026年度 専門医試験", body: "<p>医師が受ける試験です。</p>" + round.body).first
    ).facts
    #expect(facts.examDate?.value.map { "\($0.starts)" } == round.days)
    #expect(facts.fee?.value.items.compactMap(\.amount.min) == round.fees)
  }

  /// A page about practical training, and the ways in which it is read.
  struct Guideline: Sendable, CustomTestStringConvertible {
    let body: String
    var recommendation: Recommendation?
    var months: Bounds?
    var isRolling = false
    var testDescription: String { body }
  }

  static let guidelines: [Guideline] = [
    .init(body: "<h3>推薦状は要りますか。</h3><p>要りません。卒業証明書の写しを送ってください。</p>", recommendation: .notRequired),
    .init(
      body: "<h3>推薦状の原本は必要ですか。</h3><p>いいえ。コピーで結構です。</p><p>提出書類：願書、推薦状1通</p>",
      recommendation: .letter),
    .init(body: "<p>提出書類：医師2名の推薦状（当院の医師でなくてもかまいません）</p>", recommendation: .letter),
    .init(body: "<p>提出書類：受け入れ診療科長の推薦書1通（様式を問いません）</p>", recommendation: .inside),
    .init(body: "<p>修練期間：12か月から18か月までの間</p>", months: Bounds(min: 12, max: 18)),
    .init(
      body: "<h2>医師国家試験の受験に必要な実地修練</h2><p>お申し込みは随時受け付けています。期間は6か月以上1年以内です。</p>",
      months: Bounds(min: 6, max: 12), isRolling: true),
    .init(body: "<p>卒業時期を問わず応募できます。</p>"),
    .init(body: "<p>受け入れの可否は教育研修課へお問い合わせください。</p>"),
  ]

  @Test("and other rules that a review doubted, hold as they are meant", arguments: guidelines)
  func hold(guideline: Guideline) async throws {
    let facts = try #require(
      await Reading.programs(
        title: "令和9年度 実地修練生募集要項", body: "<p>修練料：月額30,000円</p>" + guideline.body
      ).first
    ).facts
    #expect(facts.recommendation?.value == guideline.recommendation)
    #expect(facts.training?.value.months == guideline.months)
    #expect((facts.application?.value.rolling ?? false) == guideline.isRolling)
  }
}
