import Testing

@Suite("Places")
struct CapacityReaderTests {
  static let numbers: [Phrase] = [
    .init("毎年2名の実地修練生を受け入れています。", "2"),
    .init("平成20年より毎年2名の実地修練生を受け入れています。", "2"),
    .init("募集人員：2名", "2"),
    .init("募集人員：2名以内", "..2"),
    .init("定員：3名程度", "3"),
    .init("募集人員：若干名", "few"),
    .init("定員　若干名（令和6年度実績2名）", "few"),
    .init("募集人数：1～4名", "1..4"),
    .init("定員：2名から3名", "2..3"),
    .init("定員：4名（前期2名、後期2名）", "4"),
    .init("募集人員：１名", "1"),
    .init("募集人員：三名", "3"),
    .init("募集人員：最大3名", "..3"),
    .init("募集人員：実地修練生 5名", "5"),
    .init("受入人数：年間1名", "1"),
    .init("受入人数：5名を上限とする", "..5"),
    .init("定員：各診療科１名ずつ、病院全体で３名以内", "..3"),
    .init("実地修練生を募集しております。お迎えできるのは若干名です。", "few"),
    .init("令和9年度は2名をお迎えする予定です。", "2"),
    .init("1名の実地修練生をお迎えしたいと考えています。", "1"),
    .init("毎年2名をお迎えしています。講演会には講師3名をお迎えします。", "2"),
    .init("平成30年度は若干名（前年度は3名でした）を募集します。", "few"),
  ]

  @Test("are a number, a bound, a range or a few", arguments: numbers)
  func readsNumbers(phrase: Phrase) async throws {
    try await phrase.check("capacity")
  }

  static let open: [Phrase] = [
    .init("修練期間：1年\nこれまでに10名の実地修練生を受け入れています。"),
    .init("修練期間：1年\n当院は平成20年より30名の実地修練生を受け入れております。"),
    .init("修練期間：1年\n2025年度には3名の実地修練生を受け入れております。"),
    .init("修練期間：1年\n累計25名の実地修練生を受け入れております。"),
    .init("修練期間：1年\nWe have 300 people on our staff."),
    .init("修練期間：1年\n開院記念式には来賓50名をお迎えします。"),
    .init("修練期間：1年\n昨年度は3名の修練生をお迎えしました。"),
    .init("前年度受入：3名"),
    .init("医師数200名、病床535床を有する病院です。"),
    .init("定員：各診療科1名"),
    .init("定員：前期1名、後期1名"),
    .init("定員：未定"),
    .init("定員：特に定めない"),
    .init("募集人員：お問い合わせください（昨年度は2名）"),
    .init("面接官4～5名による面接です。"),
    .init("定員：病床200床、医師50名"),
    .init("募集人員：2027年度は未定"),
    .init("修練期間：1年\n事務職員若干名を予定。募集要項は別に掲げます。"),
  ]

  @Test("are not those of another year, of a department, or of the staff", arguments: open)
  func isOpen(phrase: Phrase) async throws {
    try await phrase.check("capacity")
  }
}
