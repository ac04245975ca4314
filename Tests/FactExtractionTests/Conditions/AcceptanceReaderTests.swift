import Testing

@Suite("Whether trainees are taken")
struct AcceptanceReaderTests {
  static let said: [Phrase] = [
    .init("実地修練生を募集します。", "yes"),
    .init("実地修練生を募集しています。", "yes"),
    .init("現在、実地修練生の応募を受け付けています。", "yes"),
    .init("実地修練生の受け入れは行っておりません。", "no"),
    .init("令和9年度の実地修練生の募集は終了しました。", "no"),
    .init("実地修練生の受入れを当面の間休止します。", "no"),
    .init("今年度は実地修練生の募集を見送ります。", "no"),
    .init("今年度の募集はありません。", "no"),
    .init("受け入れの可否については、事前にお問い合わせください。", "by-enquiry"),
    .init("実地修練生は受け入れておりません。", "no"),
    .init("若干名の実地修練生を受け入れております。", "yes"),
    .init("実地修練生の募集は現在行っておりません。", "no"),
    .init("令和9年度は実地修練生を受け入れる予定はありません。", "no"),
    .init("都合により、実地修練生の受入れを取りやめました。", "no"),
    .init("実地修練生の受入れは諸般の事情により行いません。", "no"),
    .init("実地修練生の募集は指導医の異動に伴い行っておりません。", "no"),
    .init("We do not accept practical trainees. The program has been discontinued.", "no"),
    .init("We are accepting practical trainees for 2027.", "yes"),
  ]

  @Test("is what a sentence says of this kind outright", arguments: said)
  func readsSentences(phrase: Phrase) async throws {
    try await phrase.check("accepting")
  }

  static let open: [Phrase] = [
    .init("募集人員：2名\n実地修練生の受け入れに費用は頂いておりません。"),
    .init("募集人員：2名\n受け入れた実地修練生に給与は支給しません。"),
    .init("募集人員：2名\n受け入れる人数は、各科1名とし、本院を通じて3名を超えないものとする。"),
    .init("募集人員：2名\n実地修練生の受け入れの人数制限なし。"),
    .init("募集人員：2名\n実地修練生の募集に制限はない。"),
    .init("募集人員：2名\n実地修練生の受入れに当たり面接は行いません。"),
    .init("募集人員：2名\n臨床研修を受けることを、受入れの条件としています。"),
    .init("詳細はお問い合わせください。"),
    .init("定員に達し次第、募集を終了します。"),
    .init("二次募集は行いません。"),
    .init("研修医の募集は終了しました。"),
    .init("見学の受け入れは行っておりません。"),
    .init("募集人員 2名"),
    .init("当院は年間3,000件の救急患者を受け入れています。"),
    .init("郵送以外の応募は受け付けておりません。"),
    .init("かつては実地修練生を受け入れていました。"),
    .init("募集を休止する場合があります。"),
    .init("外国人患者を受け入れています。"),
    .init("当院は令和10年度から実地修練生を受け入れる予定です。"),
    .init("海外からの見学生を受け入れています。"),
  ]

  @Test("is not told by titles, other kinds, patients or what may come", arguments: open)
  func isOpen(phrase: Phrase) async throws {
    try await phrase.check("accepting")
  }
}
