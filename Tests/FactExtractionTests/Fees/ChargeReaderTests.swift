import Testing

@Suite("What is a charge")
struct ChargeReaderTests {
  static let excluded: [Phrase] = [
    .init("費用：10,000円の宿舎料と月額20,000円の修練料", "240000 a year; 修練料 20000 month"),
    .init("費用：お昼ごはんは1回480円です。修練料は月額20,000円です。", "240000 a year; 修練料 20000 month"),
    .init("修練料：月額20,000円。昨年度まで徴収していた施設費5,000円は廃止しました。", "240000 a year; 修練料 20000 month"),
    .init("修練料：昨年度までは月額18,000円でしたが、令和9年度より月額24,000円です。", "288000 a year; 修練料 24000 month"),
    .init("修練料：月額20,000円。希望する者は月額12,000円で宿舎に入ることができます。", "240000 a year; 修練料 20000 month"),
    .init("修練料：月額20,000円。食費の補助として月額3,000円を支給します。", "240000 a year; 修練料 20000 month"),
    .init("修練料：月額20,000円（参考：令和8年度は月額18,000円）", "240000 a year; 修練料 20000 month"),
    .init("修練料：研究生は月額29,500円、実地修練生は月額20,000円", "240000 a year; 修練料 20000 month"),
    .init("登録料1万円、修練料は年額24万円、合計25万円", "250000 a year; 登録料 10000 once; 修練料 240000 year"),
    .init("保証金：50,000円（修了時に返還します）\n修練料：月額20,000円", "240000 a year; 修練料 20000 month"),
    .init("修練料：協定校の者は徴収しない。それ以外は年額30万円", "300000 a year; 修練料 300000 year"),
    .init("修練料：月額20,000円\n医師住宅に空きがあれば月18,000円でお貸しします。", "240000 a year; 修練料 20000 month"),
  ]

  @Test("is told from what others pay, once paid, may pay or get back", arguments: excluded)
  func readExcluded(phrase: Phrase) async throws { try await phrase.check("fee") }
}

@Suite("Notes that cells refer to")
struct MarkedNotesTests {
  static let notes: [PageCase] = [
    .init(
      "a note that changes a sum", "<p>修練料：月額20,000円 ※3</p><p>※3 令和9年度から月額22,000円に改定しました。</p>",
      "264000 a year; 修練料 22000 month"),
    .init(
      "a note that changes nothing", "<p>修練料：月額20,000円 ※1</p><p>※1 修練料は口座振替とします。</p>",
      "240000 a year; 修練料 20000 month"),
    .init(
      "a note that adds what is paid once",
      "<p>１ 修練料は、半期15万円です（注４）。</p>"
        + "<p>注４ 初年度の前期分を納める際に、あわせて施設費3万円を納めていただきます。施設費は再度いただくことはありません。</p>",
      "330000 a year; 修練料 150000 semester; 施設費 30000 once"),
    .init(
      "a note that adds a charge",
      "<table><tr><th>料金</th><td>月額24,200円（税込）※1</td></tr></table>"
        + "<p>※1　4半期ごとに3月分を前納してください。教材費として別に年額6,600円（税込）が必要です。</p>",
      "297000 a year; 料金 24200 month included; 教材費 6600 year included"),
    .init(
      "a note with another number", "<p>修練料：月額20,000円 ※1</p><p>※2 月額22,000円に改定しました。</p>",
      "240000 a year; 修練料 20000 month"),
  ]

  @Test("change a charge where they say so", arguments: notes)
  func charges(one: PageCase) async throws { try await one.check("fee") }

  @Test("change the places where they say so")
  func places() async throws {
    try await PageCase("places", "<p>募集人員：2名 ※1</p><p>※1 3名に変更しました。</p>", "3")
      .check("capacity")
  }
}
