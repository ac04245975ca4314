import Testing

@Suite("Conditions beside labels")
struct ConditionLabelTests {
  static let acceptances: [Phrase] = [
    .init("募集人員：2名\n受け入れ：あり", "yes"), .init("募集人員：2名\n受入状況：休止中", "no"),
    .init("臨床研修医の募集は終了しましたが、実地修練生は募集しています。", "yes"),
    .init("実地修練生を募集しますが、二次募集は行いません。", "yes"),
    .init("後期の募集は終了しました。"),
    .init("宿舎の申込みは随時受け付けています。"), .init("応募を随時受け付けています。", "yes"),
    .init("当院は、実地修練生の定期的な募集をしておりません。"),
  ]

  @Test("say whether trainees are taken", arguments: acceptances)
  func readAcceptances(phrase: Phrase) async throws { try await phrase.check("accepting") }

  static let places: [Phrase] = [
    .init("Number of trainees: up to two", "..2"), .init("Places: 2 or 3", "2..3"),
    .init("毎年2名を超えない範囲で実地修練生を受け入れます。定員は前期と後期を合わせて2名です。", "2"),
    .init("募集人員：2（二）名", "2"), .init("募集人員　２　名", "2"),
    .init("本年度は実地修練生2名を募集します。", "2"),
  ]

  @Test("say how many", arguments: places)
  func readPlaces(phrase: Phrase) async throws { try await phrase.check("capacity") }

  static let duties: [Phrase] = [
    .init("修了後の義務：規則を守る義務を怠ってはならない。"),
    .init("修了後：国家試験合格後の研修先に条件は付けていません。", "none"),
    .init("修了後：条件に反しない限り、県内の病院で研修を行うこと。", "prefecture required"),
    .init("当院以外の病院で臨床研修を行うことは認めません。国家試験合格後の話です。"),
    .init("修了後：当院以外の病院で臨床研修を行うことは認めません。", "hospital required"),
    .init("修了後：県外の病院で臨床研修を行うことはできません。", "prefecture required"),
    .init("修了後：初期研修を当院に残って行わなければなりませんか。"),
    .init("修了後の条件：本院での初期臨床研修（必須）", "hospital required"),
  ]

  @Test("say where one must stay", arguments: duties)
  func readDuties(phrase: Phrase) async throws { try await phrase.check("obligation") }

  static let letters: [Phrase] = [
    .init("診療科長の承諾：必要", "internal"), .init("推薦書の提出がない場合は、書類不備として扱います。", "letter"),
    .init("本院の職員である者を除き、推薦書を提出すること。", "letter"),
    .init("採用後は所属科の承諾を得て当直を行います。"),
    .init("Q. 推薦状は要りますか。A. はい、1通必要です。", "letter"),
    .init("Q. 推薦状は要りますか。A. いいえ、必要ありません。", "not-required"),
  ]

  @Test("say who must recommend", arguments: letters)
  func readLetters(phrase: Phrase) async throws { try await phrase.check("recommendation") }
}
