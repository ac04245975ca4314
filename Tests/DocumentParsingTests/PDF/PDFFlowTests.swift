import Testing

@testable import DocumentParsing

@Suite("Text of a PDF")
struct PDFFlowTests {
  static let paragraphs: [Drawing] = [
    Drawing(
      "a line that the margin broke goes on",
      """
      本院は、医師免許を取得しようとする者のうち、次の要件を満たす者を修練生として
      受け入れます。
      定員は2名です。
      """,
      ["本院は、医師免許を取得しようとする者のうち、次の要件を満たす者を修練生として受け入れます。", "定員は2名です。"]),
    Drawing(
      "a short line ends a paragraph",
      """
      見本病院医学教育センター
      見本市見本町一丁目
      本院は、医師免許を取得しようとする者のうち、次の要件を満たす者を修練生とする
      """,
      ["見本病院医学教育センター", "見本市見本町一丁目", "本院は、医師免許を取得しようとする者のうち、次の要件を満たす者を修練生とする"]),
    Drawing(
      "a bracket that is open goes on",
      """
      お問い合わせは医学教育センター（見本病院本館の
      三階）まで
      本院は、医師免許を取得しようとする者のうち、次の要件を満たす者を修練生とする
      """,
      [
        "お問い合わせは医学教育センター（見本病院本館の三階）まで",
        "本院は、医師免許を取得しようとする者のうち、次の要件を満たす者を修練生とする",
      ]),
    Drawing(
      "a value that is complete goes on with no new sentence",
      """
      修練に要する経費として本院が定める額は次のとおりとし、その額は月額12,000円
      なお、既納の経費は返しません。
      """,
      ["修練に要する経費として本院が定める額は次のとおりとし、その額は月額12,000円", "なお、既納の経費は返しません。"]),
    Drawing(
      "English words are joined by a blank",
      """
      The hospital accepts two graduates of foreign medical schools every year as practical
      trainees.
      """,
      [
        "The hospital accepts two graduates of foreign medical schools every year as practical trainees."
      ]),
  ]

  @Test("is joined where the margin broke it", arguments: paragraphs)
  func readParagraphs(one: Drawing) { #expect(one.found == one.statements) }

  static let labels: [Drawing] = [
    Drawing(
      "labels left, values right",
      """
      募集人員　　２名
      修練期間　　令和９年４月から１年間
      """,
      ["募集人員: ２名", "修練期間: 令和９年４月から１年間"]),
    Drawing(
      "a value of several lines",
      """
      提出書類　　　願書
      　　　　　　　履歴書
      募集人員　　　２名
      """,
      ["提出書類: 願書\n履歴書", "募集人員: ２名"]),
    Drawing(
      "a label with the number of its item",
      """
      １　募集人員　　２名
      ２　修練期間　　１年
      """,
      ["募集人員: ２名", "修練期間: １年"]),
    Drawing(
      "the label of an item",
      """
      選考は次のとおり行います。
      (1)　日時　令和8年12月4日
      (2)　場所　見本病院会議室
      """,
      ["選考は次のとおり行います。", "日時: 令和8年12月4日", "場所: 見本病院会議室"]),
  ]

  @Test("has labels and values beside each other", arguments: labels)
  func readLabels(one: Drawing) { #expect(one.found == one.statements) }

  static let headings: [Drawing] = [
    Drawing(
      "larger letters",
      """
      修練生の費用と選考は次のとおりとします。
      ^費用
      月額1万円を納めるものとします。
      ^選考
      面接を行うものとします。
      """,
      [
        "修練生の費用と選考は次のとおりとします。", "# 費用", "費用: 月額1万円を納めるものとします。", "# 選考",
        "選考: 面接を行うものとします。",
      ]),
    Drawing(
      "a number of headings",
      """
      Ⅰ　費用
      月額1万円を納めるものとします。
      Ⅱ　選考
      面接を行うものとします。
      """,
      ["# Ⅰ 費用", "Ⅰ 費用: 月額1万円を納めるものとします。", "# Ⅱ 選考", "Ⅱ 選考: 面接を行うものとします。"]),
    Drawing(
      "an English number above what is set in",
      """
      5. Selection
        The hospital interviews every candidate in December.
      """,
      ["# 5. Selection", "5. Selection: The hospital interviews every candidate in December."]),
    Drawing(
      "a short line above what is set in, with white above it",
      """
      修練生は病院長の定めるところにより診療を見学するものとします。

      照会先
        見本病院の医学教育センターが照会を受け付けるものとします。
      """,
      [
        "修練生は病院長の定めるところにより診療を見学するものとします。", "# 照会先",
        "照会先: 見本病院の医学教育センターが照会を受け付けるものとします。",
      ]),
    Drawing(
      "no heading: items of a list",
      """
      提出するものは次のとおりです。
      (1) 願書
      (2) 履歴書
      (3) 健康診断書
      """,
      ["提出するものは次のとおりです。", "(1) 願書", "(2) 履歴書", "(3) 健康診断書"]),
    Drawing(
      "no heading: a sentence in a line of its own",
      """
      定員は2名です。
      面接を行います。
      """,
      ["定員は2名です。", "面接を行います。"]),
  ]

  @Test("has headings by size, number and place", arguments: headings)
  func readHeadings(one: Drawing) { #expect(one.found == one.statements) }

  static let columns: [Drawing] = [
    Drawing(
      "running text, one column after the other",
      """
      　左の段は修練の目的を述べるもので、医　　　右の段は修練の経費を述べるもので、毎
      師免許を取得しようとする者に診療の実際　　　月の初めに定められた額を納めるものとし
      を学ばせることを目的とし、各診療科の指　　　て、その額は病院長が別に定めるものとし
      導医がこれに当たるものとして、その期間　　　、納められた額は返さないものとしている
      は一年を超えないものとするが、病院長が　　　ので注意するとともに、事情により修練を
      認めるときはこの限りでないものとします。　　やめるときは届け出るものとします。
      """,
      [
        "左の段は修練の目的を述べるもので、医師免許を取得しようとする者に診療の実際を学ばせることを目的とし、各診療科の指導医がこれに当たるものとして、その期間は一年を超えないものとするが、病院長が認めるときはこの限りでないものとします。",
        "右の段は修練の経費を述べるもので、毎月の初めに定められた額を納めるものとして、その額は病院長が別に定めるものとし、納められた額は返さないものとしているので注意するとともに、事情により修練をやめるときは届け出るものとします。",
      ])
  ]

  @Test("in columns is read one column after the other", arguments: columns)
  func readColumns(one: Drawing) { #expect(one.found == one.statements) }

  @Test("beside which a box stands does not take the box in, and its headings end with it")
  func boxes() {
    let text = [
      "実地修練生は病院長が定めるところによって各診療科に", "配属され、指導医の下で診療の実際を学ぶものとして、そ",
      "の期間は一年とし、修練の内容は次のとおりとするもので", "す。また、修練生は病院の定める規則を守るものとして、",
      "これに反するときは病院長が修練をやめさせることができ", "るものとします。修練を終えた者には証明書を出します。",
    ]
    let box = ["【照会先】", "医学教育センター", "見本市見本町一丁目", "電話は平日の九時から五時まで"]
    let drawing = text.indices.flatMap { index in
      [text[index], index < box.count ? String(repeating: "　", count: 30) + box[index] : ""]
    }
    let found = DrawnPage.statements(of: drawing.joined(separator: "\n"), pitch: 8)
    #expect(
      found == [
        "実地修練生は病院長が定めるところによって各診療科に配属され、指導医の下で診療の実際を学ぶものとして、その期間は一年とし、修練の内容は次のとおりとするものです。また、修練生は病院の定める規則を守るものとして、これに反するときは病院長が修練をやめさせることができるものとします。修練を終えた者には証明書を出します。",
        "# 照会先", "照会先: 医学教育センター", "照会先: 見本市見本町一丁目",
        "照会先: 電話は平日の九時から五時まで",
      ])
  }
}
