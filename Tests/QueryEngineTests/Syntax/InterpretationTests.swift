import QueryEngine
import RecruitmentModel
import Testing

/// What queries are taken for, where a neighbour of what is meant would be taken for something else.
@Suite("Interpretation")
struct InterpretationTests {
  /// A query and the conditions that it asks; one that is excluded stands in the second list.
  struct Reading: Sendable, CustomTestStringConvertible {
    let query: String
    let asked: [Constraint.Condition]
    let excluded: [Constraint.Condition]

    init(
      _ query: String, _ asked: [Constraint.Condition], not excluded: [Constraint.Condition] = []
    ) {
      self.query = query
      self.asked = asked
      self.excluded = excluded
    }

    var testDescription: String { query }
  }

  private static let kanto = Constraint.Condition.place(
    prefectures: ["茨城県", "栃木県", "群馬県", "埼玉県", "千葉県", "東京都", "神奈川県"], cities: [])
  private static let tokyo = Constraint.Condition.place(prefectures: ["東京都"], cities: [])

  private static func days(_ first: String, _ last: String) -> Constraint.Condition {
    let first = CalendarDay(first) ?? SampleEngine.today
    return .closesWithin(first...max(first, CalendarDay(last) ?? first))
  }

  private static func start(_ month: Int) -> Constraint.Condition {
    .start(PartialDate(month: month) ?? PartialDate(SampleEngine.today))
  }

  // Today is Saturday, 2026-11-21.
  private static let nearDays: [Reading] = [
    Reading("2週間以内に締切", [days("2026-11-21", "2026-12-05")]),
    Reading("closing within 10 days", [days("2026-11-21", "2026-12-01")]),
    Reading("締切まで10日未満", [days("2026-11-21", "2026-11-30")]),
    Reading("今週締切", [days("2026-11-16", "2026-11-22")]),
    Reading("来週締切", [days("2026-11-23", "2026-11-29")]),
    Reading("締切が来年のところ", [days("2027-01-01", "2027-12-31")]),
    Reading("年度内に締め切る病院", [days("2026-11-21", "2027-03-31")]),
    Reading("来年 締切12月", [.closesInMonth(12, nil)]),
    Reading("もうすぐ締切", [days("2026-11-21", "2026-12-21")]),
    Reading("closing soon", [days("2026-11-21", "2026-12-21")]),
    Reading("締切が近い順", []),
    Reading("締切は年明け", [days("2027-01-01", "2027-12-31")]),
    Reading("closes before New Year", [days("2026-11-21", "2026-12-31")]),
    Reading("12月いっぱい", [days("2026-11-21", "2026-12-31")]),
    Reading("クリスマスまでに締切", [days("2026-11-21", "2026-12-25")]),
    Reading("12月以外に締切", [], not: [.closesInMonth(12, nil)]),
    Reading("来月から始められる", [.start(PartialDate(year: 2026, month: 12) ?? today)]),
    Reading("来月応募できる", [.takesPapers(PartialDate(year: 2026, month: 12) ?? today)]),
    Reading("来月から募集", []),
    Reading("来年応募できる", []),
    Reading("締切まで1ヶ月未満", [days("2026-11-21", "2026-12-20")]),
    Reading("締切 0ヶ月未満", [days("2026-11-21", "2026-11-21")]),
    Reading("12ヶ月未満", [.months(Bounds(max: 11))]),
  ]

  private static let ends: [Reading] = [
    Reading("starts in January and ends in December", [start(1)]),
    Reading("starts in April, ends in March", [start(4)]),
    Reading("training ends in March", []),
    Reading(
      "deadline in December and January",
      [
        .anyOf([.closesInMonth(12, nil), .closesInMonth(1, nil)])
      ]),
  ]

  private static let spoken: [Reading] = [
    Reading("10月スタートだと助かります", [start(10)]),
    Reading("まだ締め切っていないところ 関東", [.status([.open, .rolling, .upcoming]), kanto]),
    Reading("締切前の病院", [.status([.open, .rolling])]),
    Reading("region:関東", [kanto]),
    Reading(
      "region:中国",
      [.place(prefectures: ["鳥取県", "島根県", "岡山県", "広島県", "山口県"], cities: [])]),
    Reading("24か月コース", [.months(Bounds(exactly: 24))]),
    Reading("すいせん状 不要", [.recommendation([.notRequired])]),
  ]

  private static let unstated: [Reading] = [
    Reading(
      "推薦不要または不明",
      [
        .anyOf([.recommendation([.notRequired]), .unstated(.recommendation)])
      ]),
    Reading("無料か不明", [.anyOf([.free, .unstated(.feeFree)])]),
    Reading("無料か有料か不明", [.unstated(.feeFree)]),
    Reading("推薦が必要か不明", [.unstated(.recommendation)]),
    Reading("推薦が必要かどうか分からない", [.unstated(.recommendation)]),
    Reading("締切が不明または12月締切", [.anyOf([.unstated(.closes), .closesInMonth(12, nil)])]),
  ]

  private static let denials: [Reading] = [
    Reading("東京は無理", [], not: [tokyo]),
    Reading("東京は無理ですか", []),
    Reading("推薦なしは無理ですか", []),
    Reading("even if far, not in Tokyo", [], not: [tokyo]),
    Reading("たとえ遠くても、東京以外", [], not: [tokyo]),
    Reading(
      "without pediatrics or surgery", [],
      not: [
        .anyOf([
          .department("小児科"), .department("外科"),
        ])
      ]),
    Reading("without pediatrics and surgery", [], not: [.department("小児科"), .department("外科")]),
    Reading("no fee and pediatrics", [.free, .department("小児科")]),
    Reading("300,000 yen, no dormitory", [.fee(Bounds(max: 300_000), isMonthly: false)]),
    Reading("推薦と義務がない", [notRequired, .obligation([])]),
    Reading("費用、推薦、義務なし", [.free, notRequired, .obligation([])]),
    Reading("fee and letter not required", [.free, notRequired]),
    Reading("学費 推薦不要", [notRequired]),
    Reading("推薦状はいりますか", []),
    Reading("有料ですか", []),
    Reading("推薦ありか無料", [.recommendation([.letter, .inside]), .free]),
    Reading("推薦とかいらないとこない?", [.recommendation([.notRequired])]),
    Reading("県内に残らなくてよくて", [.obligation([])]),
    Reading("skip closed ones", [], not: [.status([.closed, .notAccepting])]),
  ]

  private static let words: [Reading] = [
    Reading("between 200k and 400k yen", [fee(min: 200_000), fee(max: 400_000)]),
    Reading("1000円以下/日", []),
    Reading("30万円以下 毎月募集", [fee(max: 300_000)]),
    Reading("外国人も応募できる", []),
    Reading("2 persons", [.capacity(Bounds(exactly: 2))]),
    Reading("3人から10月開始", [.capacity(Bounds(exactly: 3)), start(10)]),
    Reading("無料なら東京", [.free, tokyo]),
    Reading("関東が無理なら東京", [tokyo]),
  ]

  private static func fee(min: Int? = nil, max: Int? = nil) -> Constraint.Condition {
    .fee(Bounds(min: min, max: max), isMonthly: false)
  }

  private static let notRequired = Constraint.Condition.recommendation([.notRequired])

  private static func starts(_ first: String, _ last: String) -> [Constraint.Condition] {
    [.startFrom(PartialDate(first) ?? today), .startUntil(PartialDate(last) ?? today)]
  }

  private static let today = PartialDate(SampleEngine.today)

  private static let years: [Reading] = [
    Reading("2027年に締め切るところ", [days("2027-01-01", "2027-12-31")]),
    Reading("締切が2027年", [days("2027-01-01", "2027-12-31")]),
    Reading("2027年までに締め切る", [days("2026-11-21", "2027-12-31")]),
    Reading("deadline in 2027", [days("2027-01-01", "2027-12-31")]),
    Reading("締切は2027年の1月", [days("2027-01-01", "2027-01-31")]),
    Reading("2027年に始まる病院", starts("2027-01", "2027-12")),
    Reading("starts in 2028", starts("2028-01", "2028-12")),
    Reading("来年始まるところ", starts("2027-01", "2027-12")),
    Reading("来年度開始", starts("2027-04", "2028-03")),
    Reading("令和9年度開始", starts("2027-04", "2028-03")),
    Reading("2027年度", []),
    Reading("再来年に始まる", starts("2028-01", "2028-12")),
    Reading("再来年の4月から", [.start(PartialDate(year: 2028, month: 4) ?? today)]),
    Reading("2027年の4月開始", [.start(PartialDate(year: 2027, month: 4) ?? today)]),
    Reading("応募が2027年に始まる", []),
    Reading("1年以上かかるところ", [.months(Bounds(min: 12))]),
    Reading("一年で20万円より安い病院", [.fee(Bounds(max: 199_999), isMonthly: false)]),
    Reading("半年で10万円以下の病院", [.fee(Bounds(max: 200_000), isMonthly: false)]),
    Reading("半期30万円以上", [.fee(Bounds(min: 600_000), isMonthly: false)]),
    Reading("3か月で5万円以下", [.fee(Bounds(max: 200_000), isMonthly: false)]),
    Reading("20万円以下/半年", [.fee(Bounds(max: 400_000), isMonthly: false)]),
  ]

  /// What tells of the person, or goes on from a want, asks for nothing by itself.
  private static let clauses: [Reading] = [
    Reading("息子のために、推薦がいらない病院を探しています", [notRequired]),
    Reading("友人に紹介したいので、東京の病院を教えてください", [tokyo]),
    Reading("学生に頼まれたので、無料の病院を知りたい", [.free]),
    Reading("推薦者が見つからないのですが、どこに応募できますか", [notRequired]),
    Reading("コネがないのですが、入れる病院はありますか", [notRequired]),
    Reading("推薦状を用意できないのですが応募できるところはありますか", [notRequired]),
    Reading("4月には始められないので10月開始の病院を探しています", [start(10)]),
    Reading("来年の4月まで待てないので、1月から始められる病院", [start(1)]),
    Reading("修了したら東京に戻りたいので、残る義務のない病院", [.obligation([])]),
    Reading("一人で申し込みたいので推薦のいらない病院", [notRequired]),
    Reading("日本語が苦手なのですが、無料で学べる病院はありますか", [.free]),
    Reading("すいせん が いらない びょういん", [notRequired]),
    Reading("とうきょう で べんきょう したい です", [tokyo]),
    Reading("けんない ぎむ が ない びょういん", [.obligation([])]),
    Reading("no duty to stay at the hospital afterwards", [.obligation([])]),
    Reading("no commitment to work in the prefecture after training", [.obligation([])]),
    Reading("free to leave after the training", [.obligation([])]),
    Reading("accepting four or more", [.capacity(Bounds(min: 4))]),
    Reading("5名以上受け入れる病院", [.capacity(Bounds(min: 5))]),
  ]

  /// Words of polite speech and of talk, and what they say.
  private static let politeAndPlain: [Reading] = [
    Reading("推薦状がご不要の病院を拝見したく存じます", [notRequired]),
    Reading("推薦書をご提出しなくてもよろしい病院はどちらでしょうか", [notRequired]),
    Reading("費用を頂戴していない病院をご教示くださいませ", [.free]),
    Reading("ただいま願書をお受け付けになっている病院", [.status([.open, .rolling])]),
    Reading("お金かかんないとこがいいなあ", [.free]),
    Reading("推薦とかいんない病院", [notRequired]),
    Reading("dont need pay fee", [.free]),
    Reading("授業料をいただいておられない病院", [.free]),
    Reading("いんないすいせん", [.recommendation([.inside])]),
    Reading("院内推薦じゃなくてもいい", [.recommendation([.notRequired, .letter])]),
    Reading("無料か、かかっても年20万円まで", [.fee(Bounds(max: 200_000), isMonthly: false)]),
    Reading("友達と二人で行きたいので2名以上とる病院", [.capacity(Bounds(min: 2))]),
    Reading("neither a fee nor a recommendation letter", [.free, notRequired]),
    Reading(
      "without a fee, a recommendation or an obligation", [.free, notRequired, .obligation([])]),
    Reading("費用も推薦も卒後の義務もない", [.free, notRequired, .obligation([])]),
    Reading("費用や推薦、修了後の義務が一切ない", [.free, notRequired, .obligation([])]),
  ]

  private static let chinese: [Reading] = [
    Reading("两年制的项目", [.months(Bounds(exactly: 24))]),
    Reading("培训期限两年的医院", [.months(Bounds(exactly: 24))]),
    Reading("没有留县义务", [.obligation([])]),
    Reading("放射科 免费", [.department("放射線科"), .free]),
    Reading("还能报名 免费", [.status([.open, .rolling, .upcoming]), .free]),
    Reading("没有骨科的医院", [], not: [.department("整形外科")]),
    Reading("招收三名以上的医院", [.capacity(Bounds(min: 3))]),
    Reading("除东京以外", [], not: [tokyo]),
    Reading("学费按月交,每月两万以内", [.fee(Bounds(max: 20_000), isMonthly: true)]),
    Reading("必须留在本院工作", [.obligation([.hospital])]),
  ]

  private static func papers(_ month: String) -> Constraint.Condition {
    .takesPapers(PartialDate(month) ?? today)
  }

  /// Months beside papers and beside examinations.
  private static let months: [Reading] = [
    Reading("出願 11月", [papers("XXXX-11")]),
    Reading("11月に出願", [papers("XXXX-11")]),
    Reading("apply in November", [papers("XXXX-11")]),
    Reading("报名 11月", [papers("XXXX-11")]),
    Reading("11月 出願 病院", [papers("XXXX-11")]),
    Reading("4月 出願 12月締切", [start(4), .closesInMonth(12, nil)]),
    Reading("7月か8月に出願", [.anyOf([papers("XXXX-07"), papers("XXXX-08")])]),
    Reading("apply in winter", [.anyOf(["12", "01", "02"].map { papers("XXXX-" + $0) })]),
    Reading("application.closes:XXXX-12", [.closesInMonth(12, nil)]),
    Reading("period.start:XXXX-04", [start(4)]),
    Reading("外科専門医 試験", [examination("外科専門医")]),
    Reading("2027年7月に出願する試験", [papers("2027-07"), examination(nil)]),
    Reading("来年7月に出願する試験", [papers("2027-07"), examination(nil)]),
    Reading("apply for April start", [start(4)]),
    Reading("apply for April", [start(4)]),
    Reading("出願 11月 開始 4月", [papers("XXXX-11"), start(4)]),
    Reading("deadline in May", [.closesInMonth(5, nil)]),
    Reading("May I start in March", [start(3)]),
    Reading("4月 10月 開始", [.anyOf([start(4), start(10)])]),
    Reading("starts from April to June", starts("2027-04", "2027-06")),
    Reading("starts April ends in March", [start(4)]),
    Reading("10月から12月に締め切る", [days("2026-10-01", "2026-12-31")]),
    Reading("closing October to December", [days("2026-10-01", "2026-12-31")]),
    Reading("12月から2月に締め切る", [days("2026-12-01", "2027-02-28")]),
    Reading("出願締切 11月", [.closesInMonth(11, nil)]),
    Reading("11月の試験に出願", [start(11), examination(nil)]),
    Reading("出願は11月から", []),
    Reading("7月と8月に出願", [.anyOf([papers(7), papers(8)])]),
    Reading("出願 7月・8月", [.anyOf([papers(7), papers(8)])]),
    Reading(
      "予備試験 7月と8月に出願", [examination("preliminary-examination"), .anyOf([papers(7), papers(8)])]),
    Reading("6月と11月の試験に出願", [start(6), start(11), examination(nil)]),
    Reading("2月に出願して4月に始められる病院", [papers(2), start(4)]),
    Reading("open in January", [papers(1)]),
    Reading("7月から9月に出願", [.anyOf([7, 8, 9].map(papers))]),
    Reading("出願期間 12月から2月", [.anyOf([12, 1, 2].map(papers))]),
    Reading("12月上旬出願", []),
    Reading("二次募集 1月", [papers(1)]),
    Reading("秋から冬に始まる", [.anyOf([9, 10, 11, 12, 1, 2].map(start))]),
    Reading("試験日が11月", [start(11), examination(nil)]),
    Reading("試験日 11月 病院", []),
  ]

  private static func papers(_ month: Int) -> Constraint.Condition {
    .takesPapers(PartialDate(month: month) ?? today)
  }

  private static func examination(_ name: String?) -> Constraint.Condition {
    .kind(.examination, slug: name)
  }

  private static let examinations: [Reading] = [
    Reading("予備試験", [examination("preliminary-examination")]),
    Reading("国試", [examination("national-examination")]),
    Reading("総合内科専門医試験", [examination("総合内科専門医")]),
    Reading("総合診療専門医試験", [examination("総合診療科専門医")]),
    Reading("リウマチ専門医試験", [examination("リウマチ専門医")]),
    Reading("board exam in surgery", [examination("外科専門医")]),
    Reading("専門医試験", [examination("*専門医")]),
    Reading("予備試験 試験", [examination("preliminary-examination")]),
    Reading("USMLE 試験", [.kind(.pathway, slug: nil)]),
    Reading("国家試験のあと", []),
    Reading("after the national exam", []),
    Reading("試験なし", []),
    Reading("without an exam", []),
    Reading("国家試験に間に合う病院", []),
    Reading(
      "国家試験 まだ間に合う", [examination("national-examination"), .status([.open, .rolling, .upcoming])]),
    Reading("推薦不要 国家試験", [notRequired, examination("national-examination")]),
    Reading("報名中", [.status([.open, .rolling])]),
    Reading("12月报名截止", [.closesInMonth(12, nil)]),
  ]

  private static let cities: [Reading] = [
    Reading("仙台駅の近く", [.place(prefectures: [], cities: ["仙台市"])]),
    Reading("関東と東京のどちらでもいい", [kanto, tokyo]),
    Reading("札幌と仙台", [.place(prefectures: [], cities: ["札幌市", "仙台市"])]),
    Reading("堺で学べるところ", [.place(prefectures: [], cities: ["堺市"])]),
    Reading("津の病院", [.place(prefectures: [], cities: ["津市"])]),
    Reading("神户 免学费", [.place(prefectures: [], cities: ["神戸市"]), .free]),
    Reading("can I train in Asahikawa", [.place(prefectures: [], cities: ["旭川市"])]),
    Reading("興津川", []),
    Reading("医学研究生になりたい 4月から", [.kind(.other, slug: "research-student"), start(4)]),
  ]

  @Test(
    "keeps what is asked and what is excluded apart",
    arguments: nearDays + ends + spoken + unstated + denials + words + years + clauses + chinese
      + politeAndPlain
      + cities + months + examinations)
  func reads(_ reading: Reading) throws {
    let constraints = try Self.engine.get().answer(
      to: reading.query, SearchEngine.Options(today: SampleEngine.today)
    ).interpretation.constraints
    #expect(constraints.filter { !$0.isExcluded }.map(\.condition) == reading.asked)
    #expect(constraints.filter(\.isExcluded).map(\.condition) == reading.excluded)
  }

  private static let engine = Result { try SampleEngine.engine() }
}
