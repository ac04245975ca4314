import Testing

@Suite("Contact")
struct ContactReaderTests {
  static let offices: [Phrase] = [
    .init(
      "募集人員：2名\nお問い合わせ先：総務課 研修係 電話 03-0123-4567（内線 123） FAX 03-0123-4568 E-mail kenshu@example.jp",
      "総務課 研修係; 03-0123-4567; kenshu@example.jp"),
    .init("募集人員：2名\n問い合わせ：教育研修課（℡011（000）1111）", "教育研修課; 011-000-1111"),
    .init(
      "募集人員：2名\n担当：臨床研修センター　TEL：042-000-2222（直通）　代表 042-000-0000　rinsho[at]example.ac.jp",
      "臨床研修センター; 042-000-2222; rinsho@example.ac.jp"),
    .init(
      "募集人員：2名\nお問い合わせ：見学は見学担当（03-0123-4567）、実地修練については教育研修室（03-0123-4568）へお願いします。",
      "教育研修室; 03-0123-4568"),
    .init(
      "募集人員：2名\nお問い合わせ：応募は教育課（kyoiku@example.jp）、見学は企画係（03-1234-5678）、その他は総務課へお願いします。",
      "教育課; kyoiku@example.jp"),
    .init(
      "募集人員：2名\nお問い合わせは電子メール（kyoiku@example.jp）に限ります。\n会員登録については学会事務センター（03-0000-3040）へお尋ねください。",
      "kyoiku@example.jp"),
    .init("募集人員：2名\n連絡先：医局秘書室　０５８７－００－００００", "医局秘書室; 0587-00-0000"),
  ]

  @Test("is the office with its telephone and mail", arguments: offices)
  func readsOffices(phrase: Phrase) async throws {
    try await phrase.check("contact")
  }

  static let unlabelled: [PageCase] = [
    PageCase(
      "the one office above its number and its mail",
      """
      <p>募集人員：2名</p><h2>宿舎</h2><p>宿舎はありません。</p><hr>
      <p><b>卒後教育センター事務局</b><br>電話　054-000-7720（直通）　メール　sotsugo@example.jp</p>
      """, "卒後教育センター事務局; 054-000-7720; sotsugo@example.jp"),
    PageCase(
      "no one of several",
      """
      <p>募集人員：2名</p><h2>宿舎</h2>
      <p><b>総務課</b><br>電話　054-000-7720（直通）　メール　soumu@example.jp</p>
      <p><b>施設課</b><br>電話　054-000-7721（直通）　メール　shisetsu@example.jp</p>
      """, nil),
  ]

  @Test("without a label is in lines of its own", arguments: unlabelled)
  func readsUnlabelled(example: PageCase) async throws {
    try await example.check("contact")
  }

  static let open: [Phrase] = [
    .init("募集人員：2名\nファックス：03-0123-4568"),
    .init("募集人員：2名\nお問い合わせはフォームからお願いします。"),
  ]

  @Test("is neither a fax nor a form", arguments: open)
  func isOpen(phrase: Phrase) async throws {
    try await phrase.check("contact")
  }
}
