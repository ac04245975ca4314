import Testing

@Suite("Selection")
struct SelectionReaderTests {
  static let steps: [Phrase] = [
    .init("選考方法：書類選考及び面接", "documents; interview"),
    .init("選考：書類選考により決定し、令和8年12月4日（金）に結果を通知します。", "documents; result 2026-12-04"),
    .init("選考：書類選考のうえ、令和8年12月4日（金）に結果を通知し、通過した方に面接を行います。", "documents; interview"),
    .init(
      "面接：2026年12月5日\n筆記試験：同日、面接に引き続いて行います。", "written 2026-12-05; interview 2026-12-05"),
    .init("面接：2026年12月5日\n小論文：面接と同日ではなく、郵送で提出。", "written; interview 2026-12-05"),
    .init("面接：2026年12月5日\n小論文：郵送で提出。結果は同日中に通知します。", "written; interview 2026-12-05"),
    .init("面接日：2026年12月5日\n昨年度は台風のため、面接日を12月20日に変更しました。", "interview 2026-12-05"),
    .init("面接日：2026年12月5日\n前回お知らせした面接日を12月20日に変更しました。", "interview 2026-12-20"),
    .init("面接日：2026年12月12日（土）\n選考日を2026年12月19日（土）に改める。", "interview 2026-12-19"),
    .init(
      "選考方法：筆記試験、面接\n筆記試験日：2026年12月1日\n面接日：2026年12月8日\n面接日を12月15日に改めます。",
      "written 2026-12-01; interview 2026-12-15"),
    .init("面接日：2026年12月5日\n説明会を12月5日から12月12日に変更しました。", "interview 2026-12-05"),
    .init("面接日：2026年12月12日（土）\n選考日を変更することがあります。", "interview 2026-12-12"),
    .init(
      "選考方法：書類審査、面接\n選考日：令和8年12月18日\n結果通知：令和8年12月25日",
      "documents; interview 2026-12-18; result 2026-12-25"),
    .init("選考：令和8年12月18日（金）に面接及び小論文を行う。", "written 2026-12-18; interview 2026-12-18"),
    .init("面接日：12月18日又は19日", "interview"),
    .init("選考：面接（適性検査、健康診断を含む）", "interview"),
    .init("選考方法：書類選考。必要に応じ面接を行うことがあります。", "documents"),
    .init("選考方法：面接\n面接日：2026年12月18日（予定）", "interview 2026-12-18"),
    .init("選考方法：面接（日時は応募者に個別に連絡します）", "interview"),
    .init("選考方法：一次選考 書類審査、二次選考 面接", "documents; interview"),
    .init("選考方法：実技試験および口頭試問", "interview; practical"),
    .init("選考方法：面接後1週間以内に結果を通知する。", "interview"),
    .init(
      "一次選考（書類審査）結果通知：2026年12月11日\n二次選考（面接）：2026年12月18日\n最終結果：2026年12月25日",
      "documents; interview 2026-12-18; result 2026-12-25"),
    .init("合格発表：12月20日", "result XXXX-12-20"),
    .init("選考：面接は第１次の方が令和8年10月９日、第２次の方が令和8年12月10日です。", "interview"),
    .init(
      "試験日：2026年11月25日（水）　学科試験（多肢選択式 60分）、面接、適性検査",
      "written 2026-11-25; interview 2026-11-25"),
    .init("選考日：2026年12月5日（面接）\n見学日：2026年12月12日", "interview 2026-12-05"),
    .init("選考方法：書類審査、小論文、面接", "documents; written; interview"),
    .init("面接日時：令和8年12月18日（金）13時～", "interview 2026-12-18"),
    .init("合否：令和8年12月25日（金）に発送", "result 2026-12-25"),
    .init(
      "試験：2027年1月15日（金）　筆記試験（英語を含む）及び面接", "written 2027-01-15; interview 2027-01-15"),
    .init("選抜試験　2027年2月20日（土）　小論文、面接", "written 2027-02-20; interview 2027-02-20"),
    .init(
      "試験：2027年1月15日（金）　筆記試験、面接。交通費は自己負担です。", "written 2027-01-15; interview 2027-01-15"),
    .init("選考：2027年1月15日　筆記試験（合格者には後日面接を行う）", "written 2027-01-15; interview"),
    .init("選考：2027年1月15日　筆記試験。面接の日時は別に通知する。", "written 2027-01-15; interview"),
    .init("面接：2026年11月7日\n面接日を11月7日から11月14日に変更しました。", "interview 2026-11-14"),
    .init("面接：2026年11月7日\n昨年度は面接日を11月7日から11月14日に変更しました。", "interview 2026-11-07"),
    .init("面接：2026年11月5日～11月12日\n面接期間を11月7日から11月14日に変更しました。", "interview"),
    .init(
      "面接：2026年11月7日\n合格発表：2026年12月7日\n合格発表の日を12月7日から12月14日へ変更しました。",
      "interview 2026-11-07; result 2026-12-14"),
    .init("書類が届いた方には、院長との面接の日をご連絡いたします。", "interview"),
  ]

  @Test("has steps, their days and the day of the result", arguments: steps)
  func readsSteps(phrase: Phrase) async throws {
    try await phrase.check("selection")
  }

  static let open: [Phrase] = [
    .init("選考の上決定します。")
  ]

  @Test("is not told by a word for choosing alone", arguments: open)
  func isOpen(phrase: Phrase) async throws {
    try await phrase.check("selection")
  }
}
