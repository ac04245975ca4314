import Testing

@Suite("Year of the intake")
struct IntakeReaderTests {
  static let years: [Phrase] = [
    .init("令和9年度実地修練生を募集します。", "2027"),
    .init("2027年度の実地修練生の募集要項を公開しました。", "2027"),
    .init("募集年度：令和9年度", "2027"),
    .init("令和8年度の募集は終了しました。令和9年度の実地修練生を下記により募集します。", "2027"),
    .init("令和8年度の実地修練生の募集は終了しました。", "2026"),
    .init("令和9年度の修練を希望される方は、お問い合わせください。", "2027"),
    .init("修練期間：2027年1月開始", "2027"),
    .init("2025.10.14 令和8年度実地修練生の募集を始めました。\n令和9年度の実地修練生を募集しています。", "2027"),
    .init("令和9年度の実地修練生を募集しています。\n令和10年度の募集は、予定が決まり次第お知らせします。", "2027"),
  ]

  @Test("is the year that is recruited for", arguments: years)
  func readsYears(phrase: Phrase) async throws {
    try await phrase.check("intake")
  }

  static let open: [Phrase] = [
    .init("令和8年度実績：3名"),
    .init("令和8年3月に卒業した者"),
  ]

  @Test("is not a year of results or of graduation", arguments: open)
  func isOpen(phrase: Phrase) async throws {
    try await phrase.check("intake")
  }
}
