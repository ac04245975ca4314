import Testing

@Suite("Training")
struct TrainingReaderTests {
  static let lengths: [Phrase] = [
    .init("修練期間：1年", "12 months"),
    .init("修練期間：6月以内", "..6 months"),
    .init("修練期間：令和9年4月1日から令和10年3月31日まで（1年間）", "12 months 2027-04-01..2028-03-31"),
    .init("修練期間：毎年4月1日から翌年3月31日まで", "12 months XXXX-04-01..XXXX-03-31"),
    .init("修練期間：6か月又は12か月", "6..12 months"),
    .init("修練期間：1年以内（1年を限度に延長できる）", "..12 months"),
    .init("修練期間：1年以上", "12.. months"),
    .init("修練期間：12か月（うち公衆衛生1か月）", "12 months"),
    .init("修練期間：2年間（2027年4月1日～2029年3月31日）", "24 months 2027-04-01..2029-03-31"),
    .init("修練期間：令和9年1月4日～12月28日", "12 months 2027-01-04..2027-12-28"),
    .init("修練期間：1年6か月", "18 months"),
    .init("修練期間：一年以上一年六月以下", "12..18 months"),
    .init("修練期間：1年間（令和9年3月26日に事前オリエンテーションを実施）", "12 months"),
    .init("修練期間：1年間です。6か月ずつ二つの科を回ります。", "12 months"),
    .init(
      "【出願】\n期間：2026年11月9日～11月20日\n【修練】\n期間：2027年4月1日～2028年3月31日",
      "12 months 2027-04-01..2028-03-31"),
    .init("修練期間：1年を超えない期間", "..12 months"),
    .init("修練期間：2か年", "24 months"),
    .init("2027年4月1日から修練を始める方を募集しています。\n修練期間：12か月", "12 months 2027-04-01.."),
    .init("11月2日から、修練を始める方の募集を行います。\n修練期間：12か月", "12 months"),
    .init(
      "The course opens on 5 April 2027 and closes on 31 March 2028. You rotate through ten departments.",
      "12 months 2027-04-05..2028-03-31"),
    .init(
      "修練期間：2027年4月1日～2028年3月31日\n修練の開始日を4月1日から4月5日に変更しました。",
      "12 months 2027-04-05..2028-03-31"),
    .init(
      "修練期間：2027年4月1日～2028年3月31日\n面接日を12月5日から12月12日に変更しました。",
      "12 months 2027-04-01..2028-03-31"),
    .init("修練期間：2027年4月1日～9月30日", "6 months 2027-04-01..2027-09-30"),
  ]

  @Test("has a length, a first and a last day", arguments: lengths)
  func readsTraining(phrase: Phrase) async throws {
    try await phrase.check("training")
  }

  static let open: [Phrase] = [
    .init("修練期間：4週間"),
    .init("応募資格：3年以上の診療経験のある者"),
    .init("修練期間：応相談"),
  ]

  @Test("has no length in weeks, of experience or to be agreed", arguments: open)
  func isOpen(phrase: Phrase) async throws {
    try await phrase.check("training")
  }
}
