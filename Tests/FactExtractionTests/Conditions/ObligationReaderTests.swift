import Testing

@Suite("Duty after the national examination")
struct ObligationReaderTests {
  static let duties: [Phrase] = [
    .init("修了後：国家試験合格後は本院で初期臨床研修を行うこと。", "hospital required"),
    .init("応募資格：国家試験合格後、当院で臨床研修を行うことを確約できる者", "hospital required"),
    .init("国家試験合格後は、原則として本院又は県内の臨床研修病院において2年間の臨床研修を行うこと。", "hospital prefecture expected"),
    .init("修了後：県内の病院で初期臨床研修を行うことが望ましい。", "prefecture expected"),
    .init("修了後：本院又はその関連病院で2年間の臨床研修を行うことを条件とする。", "hospital required"),
    .init("進路は問わないが、国家試験合格後の2年間は当院で臨床研修を行うことを条件とする。", "hospital required"),
    .init("修了後：医師免許取得後は引き続き当院の初期臨床研修医として勤務していただきます。", "hospital required"),
    .init("誓約書：国家試験合格後、本院の初期臨床研修プログラムに参加する旨の誓約書", "hospital required"),
    .init("国家試験合格後は当院での初期臨床研修を希望する者", "hospital expected"),
    .init("応募資格：国家試験合格後、県内の臨床研修病院で2年間の臨床研修を行うことを誓約する者", "prefecture required"),
    .init("修了後の進路：本院での初期臨床研修が条件です。それ以降の進路は自由です。", "hospital required"),
    .init("修了後は原則として当院で初期臨床研修を行うものとし、特別な事情がある場合はこの限りでない。", "hospital expected"),
    .init("誓約事項：国家試験合格後は当院で2年間の初期臨床研修に従事する義務があります。", "hospital required"),
    .init("医師免許取得後は、県内の基幹型臨床研修病院において初期臨床研修を行うことを義務とする。", "prefecture required"),
    .init(
      "After passing the examination, trainees must do their initial clinical training at this hospital.",
      "hospital required"),
    .init("国家試験合格後、本院又は県内の病院で臨床研修を行うことを条件とします。", "hospital prefecture required"),
    .init(
      "修了後：当院に残っていただく必要はありません。ただし、医師免許取得後は県内の臨床研修病院で初期臨床研修を受けることを条件としています。",
      "prefecture required"),
    .init("応募資格：国家試験合格後、新潟県内の臨床研修病院で２年間の初期臨床研修を行う意志のある方", "prefecture expected"),
  ]

  @Test("is where the initial training must be done", arguments: duties)
  func readsDuties(phrase: Phrase) async throws {
    try await phrase.check("obligation")
  }

  static let denied: [Phrase] = [
    .init("修了後の進路：問わない", "none"),
    .init("修了後の義務：なし", "none"),
    .init("修了後：国家試験合格後の研修先は自由です。", "none"),
    .init("修了後に当院で勤務する義務はありません。", "none"),
    .init("修了後：本院に勤務する義務は生じない。", "none"),
    .init("修了後の拘束：特になし", "none"),
    .init("After training: there is no obligation to work at this hospital.", "none"),
    .init("修了後の進路に制限はありません。", "none"),
    .init("国家試験合格後に本院で研修する義務はなく、進路は自由に選択できます。", "none"),
    .init("修了後、当院での勤務を義務付けるものではありません。", "none"),
    .init("There is no obligation after training.", "none"),
  ]

  @Test("is none only where that is said outright", arguments: denied)
  func isDenied(phrase: Phrase) async throws {
    try await phrase.check("obligation")
  }

  static let open: [Phrase] = [
    .init("修了後：国家試験に合格した者は、医師法に基づき2年間の臨床研修を行うことが義務付けられています。"),
    .init("修了後：当院での初期臨床研修を期待するが、条件とはしない。"),
    .init("年齢、性別、国籍は問わない。"),
    .init("修練期間中のアルバイトは禁止。出身大学は問いません。"),
    .init("修了後：個別に相談"),
    .init("修了後：未定"),
    .init("修了後：修了証を交付する。"),
    .init("修練修了後の進路：令和7年度修了者は県内の病院で臨床研修を行っています。"),
    .init("寮への入居義務はありません。"),
    .init("保険への加入は義務ではありません。当直の義務はありません。"),
    .init("応募資格：出身大学を問わず、国家試験合格後に医師を志す者"),
    .init("進路：国家試験の受験回数は問わない。"),
    .init("修了後：専門研修修了後は県内で勤務すること。"),
    .init("県枠で採用された者は修了後県内で臨床研修を行うこと。"),
    .init("修了後：当院で勤務することもできます。"),
    .init("修了後：当院の臨床研修医に応募できます。"),
    .init("義務：守秘義務、誓約書の提出"),
    .init("修練期間中は当院の規則を守る義務がある。国家試験合格後の進路相談に応じます。"),
    .init("国家試験合格後は臨床研修マッチングに参加すること。"),
    .init("修了後の進路は本人の自由意思を尊重し、県内での研修を推奨する。"),
    .init("国家試験に不合格の場合は、本院での修練を継続することができる。"),
    .init("奨学金の貸与を受けた者は、国家試験合格後、県内の病院で臨床研修を行うこと。"),
    .init("修了後：国家試験合格後は当院の研修プログラムも選択できます。進路相談は自由です。"),
    .init("修了後の進路：自由記述欄にご記入ください。"),
    .init("応募資格：年齢制限はありません。"),
    .init("診療科の選択に制限はありません。"),
    .init("国家試験合格後、県外での就職に制限がある。"),
    .init("国家試験合格後に本院で研修する義務の有無は診療科によります。"),
    .init("修練生には守秘の義務はありませんが、進路を届け出ること。"),
    .init("【奨学生】\n国家試験合格後、県内の病院で臨床研修を行うこと。"),
    .init("当院は県内の臨床研修病院です。国家試験合格後、研修医として歓迎します。"),
    .init("国家試験合格後は、どの病院でも臨床研修を受けることができます。"),
    .init("修了後：本院の臨床研修医採用試験を受験することができる。"),
    .init("応募条件：修練修了後、国家試験を受験すること。"),
    .init("修了後：本院に修了報告書を提出すること。"),
    .init("修了後は本院の図書館を利用すること。"),
    .init("修了後：住所変更は本院に届け出ること。"),
    .init("After training, you may apply for our residency program."),
    .init("修了後：関連法令に従うこと。"),
    .init("修了後、当院での研修に関する義務については、面接時に説明します。"),
    .init("国家試験合格後の臨床研修先は、本人の希望と当院の状況により決定する。"),
  ]

  @Test("is left open by the law, by advice, by quotas and by silence", arguments: open)
  func isOpen(phrase: Phrase) async throws {
    try await phrase.check("obligation")
  }
}
