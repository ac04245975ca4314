import JapaneseText
import Testing

@testable import FactExtraction

@Suite("Telephone numbers")
struct PhoneReaderTests {
  @Test(
    "are read in many ways of writing, a fax and an extension left out",
    arguments: [
      ("電話 03-0123-4567", ["03-0123-4567"]), ("TEL 03(0123)4567", ["03-0123-4567"]),
      ("TEL：０１１（０００）１１１１", ["011-000-1111"]), ("+81-(0)3-0123-4567", ["+81-3-0123-4567"]),
      ("03.0123.4567", ["03-0123-4567"]), ("電話 03-0123-4567（内線 123）", ["03-0123-4567"]),
      ("TEL 03-0123-4567 FAX 03-0123-4568", ["03-0123-4567"]), ("FAX 03-0123-4568", []),
      ("TEL/FAX 03-0123-4567", ["03-0123-4567"]), ("090-0123-4567", ["090-0123-4567"]),
      ("〒060-0000", []), ("令和8年12月4日", []), ("受付番号 012345", []), ("000-000-0000", []),
    ])
  func areRead(words: String, numbers: [String]) throws {
    let found = PhoneReader(lexicon: try Parts.lexicon()).phones(in: FoldedText(words))
    #expect(found.map(\.number) == numbers)
  }

  @Test(
    "are direct, plain or that of a switchboard",
    arguments: [
      ("011-000-0000（代表）", .switchboard), ("代表電話 011-000-0000", .switchboard),
      ("011-000-2222（直通）", .direct),
      ("ダイヤルイン 011-000-2222", .direct), ("電話 011-000-1111", .plain),
    ] as [(String, PhoneFound.Line)])
  func kinds(words: String, line: PhoneFound.Line) throws {
    let found = PhoneReader(lexicon: try Parts.lexicon()).phones(in: FoldedText(words))
    #expect(found.map(\.line) == [line])
  }
}

@Suite("Addresses for electronic mail")
struct EmailReaderTests {
  @Test(
    "are read, also those written to defeat robots",
    arguments: [
      ("E-mail: kenshu@example.jp", "kenshu@example.jp"),
      ("ｋｅｎｓｈｕ＠ｅｘａｍｐｌｅ．ｊｐ", "kenshu@example.jp"),
      ("kenshu[at]example.ac.jp", "kenshu@example.ac.jp"),
      ("kenshu（アットマーク）example.jp", "kenshu@example.jp"),
      ("kenshu at example dot jp", "kenshu@example.jp"),
      ("kenshu☆example.jp（☆を@に）", "kenshu@example.jp"),
      ("ken.shu_1@mail.example.jp です", "ken.shu_1@mail.example.jp"), ("Look at example", nil),
      ("@example", nil),
      ("10月@会議室", nil),
    ] as [(String, String?)])
  func areRead(words: String, address: String?) {
    #expect(EmailReader.email(in: FoldedText(words))?.address == address)
  }
}

@Suite("Offices")
struct OfficeReaderTests {
  @Test(
    "are named without label, hospital, telephone and address",
    arguments: [
      ("お問い合わせ先：総務課 研修係 電話 03-0123-4567", "総務課 研修係"), ("見本病院 臨床研修センター", "臨床研修センター"),
      ("〒060-0000 見本市見本町1-1", nil), ("担当：佐藤", nil), ("医局秘書室 ０５８７－００－００００", "医局秘書室"),
      ("Office of Medical Education, Sample Hospital", "Office of Medical Education"),
      ("Please write to the Education and Training Division.", "Education and Training Division"),
      ("International Education Desk, Sample Hospital", "International Education Desk"),
      ("Contact our office on weekdays.", nil), ("受験相談デスク", "受験相談デスク"),
      ("Monday to Friday Office hours", nil),
      ("division of medical education", "division of medical education"),
    ] as [(String, String?)])
  func areNamed(words: String, name: String?) throws {
    let reader = OfficeReader(lexicon: try Parts.lexicon(), ownNames: ["見本病院"])
    #expect(reader.office(in: FoldedText(words))?.name == name)
  }
}

@Suite("Offices above their numbers")
struct OfficeAboveTests {
  static let lines: [Phrase] = [
    .init("修練料：月額1万円\n問い合わせ\n教育支援室　電話 011-000-1111", "教育支援室; 011-000-1111"),
    .init("修練料：月額1万円\n問い合わせ\n臨床研修部事務局　電話 011-000-1111", "臨床研修部事務局; 011-000-1111"),
    .init("修練料：月額1万円\n宛先\n教育研修部\nkenshu@example.jp", "教育研修部; kenshu@example.jp"),
  ]

  @Test("are read from the label that they are, whatever kind they are called by", arguments: lines)
  func areRead(phrase: Phrase) async throws { try await phrase.check("contact") }
}

@Suite("Lines that tell whom to ask")
struct ContactLineTests {
  static let lines: [Phrase] = [
    .init("募集人員：2名\n問い合わせ：総務課 電話 011-000-2222（直通） 代表 011-000-0000", "総務課; 011-000-2222"),
    .init("募集人員：2名\n問い合わせ：011-000-0000（代表）"),
    .init("募集人員：2名\n問い合わせ：011-000-0000（代表） 内線 123", "011-000-0000"),
    .init("募集人員：2名\n国家試験に関する問い合わせ：厚生労働省医政局医事課 電話 03-0123-4567"),
    .init("募集人員：2名\n募集に関するお問い合わせ\n医学教育センター\n電話 011-000-1111", "医学教育センター; 011-000-1111"),
  ]

  @Test("name the office of this recruitment, and no switchboard alone", arguments: lines)
  func nameOffices(phrase: Phrase) async throws { try await phrase.check("contact") }
}
