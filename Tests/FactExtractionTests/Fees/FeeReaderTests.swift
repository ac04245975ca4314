import Testing

@Suite("Charges of the trainee")
struct FeeReaderTests {
  static let sums: [Phrase] = [
    .init("修練料：協定校の者は徴収しない。その他は年額30万円", "300000 a year; 修練料 300000 year"),
    .init("費用：登録料1万円、修練料月額2万8千円", "346000 a year; 登録料 10000 once; 修練料 28000 month"),
    .init("修練料：年額48万円（月額4万円×12か月）", "480000 a year; 修練料 480000 year"),
    .init("修練料：月額30,000円（3か月分ごとに前納）", "360000 a year; 修練料 30000 month"),
    .init("修練料：年額36万円、4月と10月に半額ずつ", "360000 a year; 修練料 360000 year"),
    .init(
      "費用：選考料9,800円 / 入学料84,600円 / 授業料 月額29,700円",
      "441000 a year; 入学料 84600 once; 授業料 29700 month"),
    .init("修練期間：6か月以内\n修練料：月額2万円", "120000 a year; 修練料 20000 month"),
    .init("修練料：1日につき1,000円", "not free"),
    .init("修練料：日額1,500円（修練期間1年）", "not free"),
    .init("修練料：月額15,000円（税別）", "not free; 修練料 15000 month excluded"),
    .init("修練料：月額30,000円（税込33,000円）", "396000 a year; 修練料 33000 month included"),
    .init(
      "修練料：月額１５，０００円（消費税及び地方消費税を含む。）　※検定料９，８００円は別途",
      "180000 a year; 修練料 15000 month included"),
    .init("修練料：年額240,000円（非課税）", "240000 a year; 修練料 240000 year exempt"),
    .init("修練料：5万円以内", "..50000 a year; 修練料 ..50000 program"),
    .init("修練料：100,000円", "100000 a year; 修練料 100000 program"),
    .init("修練料：一年の課程を通じて28万円", "280000 a year; 修練料 280000 program"),
    .init(
      "入学料：県内に1年以上住所を有する方 20,000円、それ以外の方 40,000円\n修練料：月額1万円",
      "140000..160000 a year; 入学料 20000..40000 once; 修練料 10000 month"),
    .init("修練料：6か月 10万円、12か月 19万円", "190000 a year; 修練料 100000 program; 修練料 190000 program"),
    .init("修練料：60,000円/年", "60000 a year; 修練料 60000 year"),
    .init("修練料：6,000円（月額）", "72000 a year; 修練料 6000 month"),
    .init("授業料：前期150,000円、後期150,000円", "300000 a year; 授業料 150000 semester"),
    .init("修練料：年額200,000円（令和8年度実績）", "200000 a year; 修練料 200000 year"),
    .init("修練料：毎月2,000円。1回の遅延につき督促手数料500円を申し受けます。", "24000 a year; 修練料 2000 month"),
    .init("研修登録料：30,000円（登録時）", "30000 a year; 研修登録料 30000 once"),
    .init("修練期間：2年\n修練料：総額500,000円", "not free; 修練料 500000 program"),
    .init("登録料 12,000円\n修練料 月額25,000円", "312000 a year; 登録料 12000 once; 修練料 25000 month"),
    .init("修練料は月額10,000円、宿舎料は月額20,000円、保険料は年額5,000円", "120000 a year; 修練料 10000 month"),
    .init("宿舎料は月額20,000円、修練料は月額10,000円", "120000 a year; 修練料 10000 month"),
    .init("修練料：月額15,000円～20,000円", "180000..240000 a year; 修練料 15000..20000 month"),
    .init("修練料は年額３６万円とし、分納（１８万円×２回）を認める。", "360000 a year; 修練料 360000 year"),
    .init("修練料：２２，０００円／月（消費税込）", "264000 a year; 修練料 22000 month included"),
    .init("修練料：登録料は無料、修練料は年額120,000円", "120000 a year; 修練料 120000 year"),
    .init("修練料：月額30,000円。ただし本学卒業生は無料とする。", "360000 a year; 修練料 30000 month"),
    .init("修練料：月額30,000円（本学卒業生は20,000円）", "360000 a year; 修練料 30000 month"),
    .init("修練料：県内出身者 月額20,000円、県外出身者 月額30,000円", "240000..360000 a year; 修練料 20000..30000 month"),
    .init("修練料：３万円（月額）", "360000 a year; 修練料 30000 month"),
    .init("修練料：登録料12,000円以外は徴収しない。", "12000 a year; 登録料 12000 once"),
    .init("修練料　150,000 円", "150000 a year; 修練料 150000 program"),
    .init(
      "登録料：12,000円\n修練料：月額 30,000円(税込)\n災害保険料：3,370円",
      "372000 a year; 登録料 12000 once; 修練料 30000 month included"),
    .init(
      "Fees: Tuition is JPY 300,000 per year. Housing is free of charge.",
      "300000 a year; tuition 300000 year"),
  ]

  @Test("are read with name, period, tax and the sum of a year", arguments: sums)
  func readsSums(phrase: Phrase) async throws {
    try await phrase.check("fee")
  }
}
