import JapaneseText

/// Tells a form that is to be filled in from text: its labels state nothing.
enum BlankForm {
  /// The row with which a blank form begins that fills the rest of a page; nil where there is none.
  ///
  /// A form begins with its number (様式第1号, Form A) or its name (申込書) and has blanks to fill in:
  /// without a number more of them are asked for.
  static func start(in rows: [PDFRow]) -> Int? {
    for (index, row) in rows.enumerated() {
      let isMarked = isMarker(row.text)
      guard isMarked || isName(row) else { continue }
      let rest = rows[index...]
      if blanks(in: rest) >= (isMarked ? 2 : 3) {
        return isMarked ? index : beginning(of: index, in: rows)
      }
    }
    return nil
  }

  /// A date or a receipt box above the name of a form belongs to it, down from the head of the page.
  private static func beginning(of name: Int, in rows: [PDFRow]) -> Int {
    let above = rows[..<name]
    return name <= 3 && above.allSatisfy({ blankSigns(in: $0.text) > 0 || $0.text.count < 12 })
      ? 0 : name
  }

  /// Whether a row is the number of a form: `様式第１号（第３条関係）`, `別紙様式2`, `Form A`.
  static func isMarker(_ text: String) -> Bool {
    var key = PDFText.key(text)[...]
    while let first = key.first, "([【〔<".contains(first) { key.removeFirst() }
    for word in ["別記", "別紙", "別添", "参考"]
    where key.hasPrefix(word + "様式") || key.hasPrefix(word + "第") {
      key = key.dropFirst(word.count)
    }
    let isNumbered = key.hasPrefix("様式") || key.prefix(6).hasSuffix("号様式")
    let isEnglish =
      ["form", "annexform", "attachment", "appendix"].contains { word in
        key.hasPrefix(word) && key.count <= word.count + 3
      }
    return (isNumbered && key.count <= 40 && !key.contains("。") && !key.contains("、")) || isEnglish
  }

  private static let names = [
    "申込書", "申請書", "願書", "履歴書", "志願票", "応募票", "調査書", "推薦書", "推薦状", "誓約書", "承諾書", "同意書", "確約書", "申告書",
    "身上書", "届", "願", "応募用紙", "applicationform", "entryform", "application",
  ]

  /// Whether a row is the name of a form and nothing else.
  private static func isName(_ row: PDFRow) -> Bool {
    let key = PDFText.key(row.text)
    guard row.pieces.count <= 2, (2...30).contains(key.count), !LineShape.beginsItem(row.text)
    else { return false }
    let isEnglish = key.hasPrefix("applicationfor")
    return isEnglish || names.contains { key.hasSuffix($0) }
  }

  /// How many blanks to fill in there are.
  private static func blanks(in rows: ArraySlice<PDFRow>) -> Int {
    rows.reduce(0) { $0 + blankSigns(in: $1.text) }
  }

  private static func blankSigns(in text: String) -> Int {
    let key = PDFText.key(text)
    var signs = 0
    // 年 月 日 without figures, but not 年月日 in 生年月日 or in a sentence.
    if hasEmptyDate(text) { signs += 1 }
    if key.contains("____") || key.contains("・・・・") { signs += 1 }
    if key.hasSuffix("印") || key.contains("㊞") || key.contains("(印)") { signs += 1 }
    if ["氏名", "フリガナ", "ふりがな", "署名", "生年月日", "現住所", "国籍", "nameinfull", "signature", "dateofbirth"]
      .contains(where: { key == $0 || key == $0 + ":" })
    {
      signs += 1
    }
    if key.hasSuffix("殿") || key.hasSuffix("様") || key.hasPrefix("tothe") { signs += 1 }
    if key.contains("□") || key.contains("[]") { signs += 1 }
    if key.contains("()") || key.contains("有・無") { signs += 1 }
    return signs
  }

  /// `令和　　年　　月　　日`: the parts of a date with nothing but blanks between them.
  private static func hasEmptyDate(_ text: String) -> Bool {
    let scalars = FoldedText(text).scalars
    guard let year = scalars.firstIndex(of: "年") else { return false }
    var position = year + 1
    var blanks = 0
    while position < scalars.count, scalars[position].isBlank {
      position += 1
      blanks += 1
    }
    guard blanks > 0, position < scalars.count, scalars[position] == "月" else { return false }
    return year == 0 || !scalars[year - 1].isDigit
  }
}
