import Testing

@Suite("Recommendation")
struct RecommendationReaderTests {
  static let refused: [Phrase] = [
    .init("推薦書：不要", "not-required"),
    .init("推薦状：必要ありません", "not-required"),
    .init("推薦状は任意です。", "not-required"),
    .init("推薦書等は不要です。", "not-required"),
    .init("推薦状の提出は不要です。", "not-required"),
    .init("紹介者・推薦者は必要ありません。", "not-required"),
    .init("Letters of recommendation are not required.", "not-required"),
    .init("You do not need anyone to recommend you.", "not-required"),
    .init("推薦書の提出は求めません。", "not-required"),
    .init("推薦状やご紹介者は必要ありませんので、当院に知人がいなくても応募できます。", "not-required"),
    .init("推薦書の提出は任意です。\n受入れの可否は面接の後に文書で通知します。", "not-required"),
    .init("推薦状の添付は必要ありません。", "not-required"),
    .init("推薦状：任意（お持ちの方は同封してください）", "not-required"),
  ]

  @Test("is not required where the page says so of it, to everybody", arguments: refused)
  func isNotRequired(phrase: Phrase) async throws {
    try await phrase.check("recommendation")
  }

  static let letters: [Phrase] = [
    .init("推薦状：1通", "letter"),
    .init("推薦書：要", "letter"),
    .init("推薦書：出身大学の長のもの。\n本学の卒業生は推薦書の提出を免除します。", "letter"),
    .init("推薦書：出身大学の長によるもの1通。ただし、当院に勤務したことのある方は提出不要です。", "letter"),
    .init("推薦書：出身大学の教員が作成した推薦書1通（本学の卒業生は提出不要）", "letter"),
    .init("推薦状：出身大学の学部長の推薦状", "letter"),
    .init("推薦：本学の卒業生は不要、その他の者は推薦書", "letter"),
    .init("提出書類：願書、履歴書、推薦書（所属長のもの）", "letter"),
    .init("提出書類：①履歴書 ②推薦状 ③写真", "letter"),
    .init("応募資格：所属大学の長の推薦を受けた者", "letter"),
    .init("推薦書の様式は問いません。様式の購入は不要です。", "letter"),
    .init("推薦：推薦者の面接への同席は不要", "letter"),
    .init("推薦書：1通（様式は任意）", "letter"),
    .init("提出書類：推薦書（様式任意）、履歴書", "letter"),
    .init("推薦状：封をしたもの2通。写しは不要。", "letter"),
    .init("推薦書：出身大学の学部長のもの。押印は不要です。", "letter"),
    .init("A letter of recommendation is required.", "letter"),
    .init("Letters of recommendation are required but a photo is not needed.", "letter"),
    .init("Applications lacking a letter of recommendation are not considered.", "letter"),
    .init("推薦書：在籍する医療機関の長又は出身大学の教員によるもの", "letter"),
    .init("提出書類：1 履歴書 2 推薦書（出身大学長） 3 健康診断書", "letter"),
    .init("推薦書は不要ではありません。必ず1通提出してください。", "letter"),
    .init("推薦書：必要（様式不要）", "letter"),
    .init("推薦書 1通（本院指定の様式）", "letter"),
    .init("提出書類：履歴書、推薦書または在職証明書", "letter"),
    .init("提出書類\n・履歴書\n・推薦書\n・写真", "letter"),
    .init("推薦書（所定様式）を提出すること。自己推薦は不可。", "letter"),
  ]

  @Test("is a letter where anybody outside may write it", arguments: letters)
  func isLetter(phrase: Phrase) async throws {
    try await phrase.check("recommendation")
  }

  static let insiders: [Phrase] = [
    .init("出願には診療科長の推薦書が必要です（健康診断書は不要）。", "internal"),
    .init("推薦書は不要ですが、事前に受入診療科長の内諾を得てください。", "internal"),
    .init("推薦：当院診療科長の推薦書", "internal"),
    .init("応募には診療科長の推薦書が必要です（押印不要）。", "internal"),
    .init("健康診断書は不要ですが診療科長の推薦書が必要です。", "internal"),
    .init("推薦：学内推薦による", "internal"),
    .init("応募資格：本学の卒業生に限る", "internal"),
    .init("応募資格：本学医学部の卒業者に限ります。", "internal"),
    .init("応募に先立ち、希望する診療科の部長の許可を得ること。", "internal"),
    .init("推薦書：不要。ただし事前に指導医の承諾が必要です。", "internal"),
    .init("提出書類：履歴書、受入承諾書（受入診療科の長が記入したもの）", "internal"),
    .init("応募方法：希望する診療科の科長の同意を得たうえで申し込むこと。", "internal"),
    .init("推薦状は不要ですが、応募前に希望診療科の責任者と面談し、受入れの承諾を得てください。", "internal"),
    .init("推薦状は不要です。\n事前に各診療科へ連絡し、受入れの了解を得た上で申請すること。", "internal"),
    .init("院内の推薦者が1名必要です。", "internal"),
    .init("当院の常勤医師1名の推薦を要する。", "internal"),
    .init("推薦：本院の診療科長の推薦を受けること", "internal"),
    .init("受入れを希望する講座の教授の承諾書を提出すること。", "internal"),
    .init("応募は本学出身者に限ります。推薦書は不要です。", "internal"),
    .init("推薦状は不要。ただし、受入診療科の長による面接を受け、受入れが認められた者に限り申請できる。", "internal"),
    .init("推薦状：不要（ただし、事前に受入診療科の内諾が必要）", "internal"),
    .init("出願前に必ず受入れを希望する診療科に連絡し、受入れの可否を確認してください。推薦状は不要です。", "internal"),
    .init("【応募方法】\n1. 希望診療科の部長に連絡し、受入れの内諾を得る。\n2. 書類を提出する（推薦書は不要）。", "internal"),
    .init("応募方法：受入れ希望診療科と事前協議のうえ、診療科長の承認を得てから申し込むこと。", "internal"),
    .init("応募方法：志望する診療科の教授の承諾印を受けた申請書を提出する。", "internal"),
    .init(
      "You must obtain prior consent from the host department. No letter of recommendation is needed.",
      "internal"),
    .init("受入れには診療科の責任者の承諾が必要です。事前に面談してください。", "internal"),
  ]

  @Test("is internal where somebody inside must recommend or agree first", arguments: insiders)
  func isInternal(phrase: Phrase) async throws {
    try await phrase.check("recommendation")
  }

  static let open: [Phrase] = [
    .init("推薦書：院内に知り合いは要りません。\n募集人員：2名"),
    .init("（お問い合わせへの返信を、ご本人の了承を得て掲載しています。）\n募集人員：2名"),
    .init("提出書類：履歴書、卒業証明書"),
    .init("推薦書：求めることがあります。"),
    .init("推薦書：在職中の者は所属長の推薦書"),
    .init("提出書類：履歴書、承諾書（勤務先の長のもの）、身元保証書"),
    .init("本院は厚生労働省が推薦する研修病院です。"),
    .init("事前の見学を推奨しています。推薦枠はありません。"),
    .init("保証人：不要"),
    .init("提出書類：返信用封筒は不要です。"),
    .init("推薦入試の合格者は面接を免除し、推薦書は不要とします。"),
    .init("推薦状の提出が必要かどうかはお問い合わせください。"),
    .init("当院で実習経験のある方は推薦状は不要です。"),
    .init("日本国籍の方は推薦状不要"),
    .init("推薦書の要否については診療科に確認すること。"),
    .init("推薦状等の書類は不要な場合があります。"),
    .init("提出書類：履歴書、写真。その他の書類は不要。"),
    .init("必要書類：不要"),
    .init("推奨する服装はありません。"),
    .init("推薦書：診療科によっては不要"),
    .init("推薦書：原則不要"),
    .init("推薦書：不要の場合もある"),
    .init("医師国家試験予備試験に合格した方の推薦書は不要です。"),
    .init("見学の際の推薦書は不要です。"),
    .init("二次募集では推薦書は不要です。"),
    .init("再応募の方は推薦書不要"),
    .init("【本学出身の方】\n推薦書：不要"),
    .init("推薦書（本学卒業生）：不要"),
    .init("【見学について】\n推薦書：不要"),
    .init("推薦人数に制限はありません。"),
    .init("提出書類：推薦書は不要（在職者を除く）"),
    .init("推薦書：（該当者のみ）"),
    .init("推薦制度はありません。"),
    .init("推薦図書の購入は不要です。"),
  ]

  @Test("is left open where the page leaves it open", arguments: open)
  func isOpen(phrase: Phrase) async throws {
    try await phrase.check("recommendation")
  }
}
