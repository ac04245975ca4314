import JapaneseText

/// What the shape of a line alone says: a heading, a label with its value, a question, or plain words.
enum LineShape: Hashable {
  /// A heading made of signs or numbers, with its depth from 7 on, and what follows on the line.
  case heading(depth: Int, text: String, rest: String)
  /// A label and its value.
  case labelled(label: String, value: String)
  /// A question.
  case question(String)
  /// An answer.
  case answer(String)
  /// Nothing that the shape shows.
  case plain

  /// The most characters that a label has.
  static let longestLabel = 20
  /// The most characters that a heading made of signs or numbers has.
  static let longestHeading = 30

  /// The shape of a line.
  static func of(_ line: TextLine) -> LineShape {
    let text = line.text
    let folded = FoldedText(text)
    // Ｑ３　期間は…: a wide gap behind the mark makes it no label.
    let answer = isItemWithValue(line) ? nil : questionOrAnswer(folded)
    if line.pieces.count > 1, let answer { return answer }
    return labelledByLead(line) ?? answer ?? bracketed(folded) ?? marked(folded, line)
      ?? labelledByLeader(folded) ?? labelledByColon(folded) ?? labelledByGap(line)
      ?? numbered(folded) ?? .plain
  }

  /// Whether a line begins with a number or a sign that begins an item.
  static func beginsItem(_ text: String) -> Bool {
    let folded = FoldedText(text)
    var reader = ScalarReader(folded)
    reader.skipBlanks()
    return Numbering.take(&reader) != nil
      || reader.next.map { "・●○■□◆◇◎※▼▶★☆【［[〔".unicodeScalars.contains($0) } == true
  }

  /// Whether a line begins with a number of a list: 1., (2), ③.
  static func beginsWithNumber(_ text: String) -> Bool {
    guard Numbering.mayBegin(text) else { return false }
    var reader = ScalarReader(FoldedText(text))
    reader.skipBlanks()
    return Numbering.take(&reader) != nil
  }

  /// `a．期間　令和9年1月4日から`: a small letter numbers the items of a list, whose values stand apart.
  private static func isItemWithValue(_ line: TextLine) -> Bool {
    (line.pieces.count > 1 || line.text.contains("　"))
      && line.text.unicodeScalars.first.map { "aａ".unicodeScalars.contains($0) } ?? false
  }

  private static func questionOrAnswer(_ text: FoldedText) -> LineShape? {
    var reader = ScalarReader(text)
    reader.skipBlanks()
    guard let sign = reader.next, sign == "q" || sign == "a" || sign == "問" || sign == "答" else {
      return nil
    }
    reader.position += 1
    let first = reader.position
    let digits = reader.take(while: \.isDigit)
    // `A9月18日です`, `A33,000円です`: the number is what is answered.
    if digits > 0, sign == "a" || sign == "答", let next = reader.next,
      unitsOfAnswers.contains(next)
    {
      return .answer(text.original(of: first..<text.scalars.count))
    }
    // `A3用紙`, `A4判` are sizes of paper.
    if digits > 0, reader.sees(any: ["用", "判", "サイズ"]) { return nil }
    let marks = reader.take { ".:)、 ".unicodeScalars.contains($0) }
    guard digits + marks > 0, digits <= 2, !reader.isAtEnd else { return nil }
    // `A 案`, but `答　はい`.
    if digits == 0, marks == 1, sign.isLatin, text.scalars.prefix(reader.position).contains(" ") {
      return nil
    }
    let rest = text.original(of: reader.position..<text.scalars.count)
    return sign == "q" || sign == "問" ? .question(rest) : .answer(rest)
  }

  /// `Q4　推薦状は必要ですか。` beside `A4　必要ありません。`, without the marks that say which is which.
  static func withoutMarks(
    ofQuestion term: String, andAnswer text: String
  ) -> (term: String, text: String) {
    guard case .question(let question) = questionOrAnswer(FoldedText(term)) else {
      return (term, text)
    }
    let folded = FoldedText(text)
    if case .answer(let answer) = questionOrAnswer(folded) { return (question, answer) }
    // `A　必要ありません`: beside a question a blank behind the letter is enough.
    var reader = ScalarReader(folded)
    reader.skipBlanks()
    guard reader.take(any: ["a", "答"]) != nil, reader.next?.isBlank == true else {
      return (question, text)
    }
    reader.skipBlanks()
    return (question, folded.original(of: reader.position..<folded.scalars.count))
  }

  /// What may stand behind a number that is what is answered: `A9月18日です`.
  private static let unitsOfAnswers = ScalarSet(",年月日円万名人か時週回割通部")

  /// A question and the answer that follows it on the same line: `…要りますか。A. はい、…`.
  static func partedAtAnswer(_ text: String) -> (question: String, answer: String?) {
    let folded = FoldedText(text)
    for index in folded.scalars.indices.dropLast(2) where folded.scalars[index] == "a" {
      var reader = ScalarReader(folded)
      reader.position = index
      while let previous = reader.previous, previous.isBlank { reader.position -= 1 }
      guard let before = reader.previous, "。?か".unicodeScalars.contains(before) else { continue }
      let end = reader.position
      reader.position = index + 1
      let marks = reader.take { ".:)、 ".unicodeScalars.contains($0) || $0.isDigit }
      guard marks > 0 else { continue }
      return (
        folded.original(of: 0..<end),
        folded.original(of: reader.position..<folded.scalars.count).trimmingBlanks
      )
    }
    return (text, nil)
  }

  private static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
    "【": "】", "[": "]", "〔": "〕", "≪": "≫", "《": "》", "<": ">", "〈": "〉",
  ]

  /// Whether a line begins with a bracket of headings, such as 【.
  static func isBracketed(_ text: String) -> Bool {
    text.first { !$0.isWhitespace }.map { "【[〔≪《〈<（(".contains($0) } ?? false
  }

  private static func bracketed(_ text: FoldedText) -> LineShape? {
    var reader = ScalarReader(text)
    reader.skipBlanks()
    if let shape = parenthesised(text, reader) { return shape }
    guard let open = reader.next, let close = brackets[open] else { return nil }
    let start = reader.position + 1
    reader.take { $0 != close }
    guard !reader.isAtEnd, (1...longestHeading).contains(reader.position - start) else {
      return nil
    }
    let inside = start..<reader.position
    // `[2] 専門医試験の出願`: a number in brackets is not the heading, what it numbers is.
    if text.scalars[inside].allSatisfy(\.isDigit),
      let shape = heading(text, reader.position + 1..<text.scalars.count)
    {
      return shape
    }
    // 【令和9年6月1日～6月18日】: days in brackets beside others head nothing.
    if DateReader().spans(in: text).contains(where: {
      $0.range.lowerBound >= inside.lowerBound && $0.range.upperBound <= inside.upperBound
        && $0.opens != nil && $0.closes != nil
    }) {
      return nil
    }
    return .heading(
      depth: 7, text: text.original(of: inside),
      rest: text.original(of: reader.position + 1..<text.scalars.count).trimmingBlanks)
  }

  /// `（申請）` alone on its line, as rules have it above an article.
  private static func parenthesised(_ text: FoldedText, _ start: ScalarReader) -> LineShape? {
    var reader = start
    guard reader.take("(" as Unicode.Scalar), reader.next?.isJapanese == true else { return nil }
    let first = reader.position
    reader.take { $0 != ")" }
    let last = reader.position
    guard reader.take(")" as Unicode.Scalar) else { return nil }
    reader.skipBlanks()
    guard reader.isAtEnd, (1...longestLabel).contains(last - first) else { return nil }
    return .heading(depth: 7, text: text.original(of: first..<last), rest: "")
  }

  /// `<b>■定員</b>2名`, `<b>3. 費用</b>無料`: a heading by its sign that an element sets apart is the label of its line.
  private static func labelledByLead(_ line: TextLine) -> LineShape? {
    guard let lead = line.lead else { return nil }
    let folded = FoldedText(lead)
    let shape = bracketed(folded) ?? marked(folded, TextLine(lead)) ?? numbered(folded)
    guard case .heading(_, let label, "") = shape else { return nil }
    // <b>■定員</b>…2名: dots lead to the value.
    let rest = String(line.text.dropFirst(lead.count)).unicodeScalars
    let value = String(String.UnicodeScalarView(rest.drop { $0.isBlank || $0 == "…" || $0 == "‥" }))
      .trimmingBlanks
    guard let first = value.unicodeScalars.first, !first.isHiragana,
      !":：、。)）".unicodeScalars.contains(first)
    else { return nil }
    return .labelled(label: label, value: value)
  }

  private static func marked(_ text: FoldedText, _ line: TextLine) -> LineShape? {
    var reader = ScalarReader(text)
    reader.skipBlanks()
    guard let mark = reader.next, "■◆●◎▼◇□★☆▶▷◼".unicodeScalars.contains(mark) else { return nil }
    reader.position += 1
    reader.skipBlanks()
    let words = reader.position..<text.scalars.count
    return labelledByWideGap(text.original(of: words), line) ?? heading(text, words)
  }

  /// `■期　間　　６か月以内`, `■定員　2名`: behind a sign a wide gap, or one before a figure, parts a label from its value.
  private static func labelledByWideGap(_ words: String, _ line: TextLine) -> LineShape? {
    guard case .labelled(let label, let value) = labelledByGap(TextLine(words)) else { return nil }
    let hasFigure = value.unicodeScalars.contains { $0.properties.numericType != nil }
    let hasWideGap =
      words.contains("　　")
      || zip(line.pieces, line.pieces.dropFirst()).contains {
        $1.start - TextLine(pieces: [$0]).end >= wideGap
      }
    guard hasWideGap || hasFigure else { return nil }
    return .labelled(label: label, value: value.trimmingBlanks)
  }

  /// The least columns that no single wide blank is.
  private static let wideGap = 3.0

  /// The words behind a sign as a heading, where they are short, and neither a sentence nor a label with its value.
  private static func heading(_ text: FoldedText, _ range: Range<Int>) -> LineShape? {
    let words = FoldedText(text.original(of: range).trimmingBlanks)
    guard (1...longestHeading).contains(words.scalars.count), !words.scalars.contains("。"),
      labelledByColon(words) == nil, labelledByLeader(words) == nil
    else { return nil }
    return .heading(depth: 7, text: words.original, rest: "")
  }

  /// The least dots that lead from a label to its value.
  private static let leastDots = 3

  /// `(2) 修練の時期……………令和9年4月1日`: dots lead from a label to its value.
  private static func labelledByLeader(_ text: FoldedText) -> LineShape? {
    guard text.scalars.contains(where: isDot) else { return nil }
    var reader = ScalarReader(text)
    reader.skipBlanks()
    if reader.take(while: { "・●○■□◆◇◎".unicodeScalars.contains($0) }) == 0 {
      _ = Numbering.take(&reader)
    }
    reader.skipBlanks()
    let start = reader.position
    reader.take { !isDot($0) && $0 != "。" && $0 != ":" && $0 != "\n" }
    let label = start..<reader.position
    let length = text.scalars[label].count { !$0.isBlank }
    guard (2...longestLabel).contains(length), reader.take(while: isDot) >= leastDots,
      !reader.isAtEnd, !text.scalars[label].contains(where: \.isDigit)
    else { return nil }
    let value = text.original(of: reader.position..<text.scalars.count).trimmingBlanks
    guard !value.isEmpty else { return nil }
    return .labelled(label: text.original(of: label).trimmingBlanks, value: value)
  }

  private static func isDot(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "・", "…", "‥", "⋯": true
    default: false
    }
  }

  private static func labelledByColon(_ text: FoldedText) -> LineShape? {
    var reader = ScalarReader(text)
    reader.skipBlanks()
    _ = reader.take { "・●○■□◆◇◎-".unicodeScalars.contains($0) }
    reader.skipBlanks()
    let start = reader.position
    reader.take { $0 != ":" && $0 != "。" && $0 != "\n" }
    guard reader.next == ":", reader.peek(1) != "/" else { return nil }
    let label = start..<reader.position
    let isClock = reader.previous?.isDigit == true && reader.peek(1)?.isDigit == true
    // `総務課(担当:佐藤)`: a colon inside a bracket ends no label.
    let opened = text.scalars[label].count { $0 == "(" } - text.scalars[label].count { $0 == ")" }
    let length = text.scalars[label].count { !$0.isBlank }
    guard !isClock, opened <= 0, (1...longestLabel).contains(length) else { return nil }
    let value = text.original(of: reader.position + 1..<text.scalars.count).trimmingBlanks
    return .labelled(label: text.original(of: label).trimmingBlanks, value: value)
  }

  /// `募集人員　　若干名`: a short first piece, a gap, and the rest; a number may stand before it.
  private static func labelledByGap(_ line: TextLine) -> LineShape? {
    guard line.pieces.count > 1 || line.pieces.contains(where: { $0.text.contains("　") }) else {
      return nil
    }
    var pieces = line.pieces.map(\.text)
    if pieces.count == 1 { pieces = pieces[0].parts(separatedBy: "　") }
    if pieces.count > 2, Numbering.isAlone(pieces[0]) { pieces.removeFirst() }
    if let first = pieces.first { pieces[0] = Numbering.stripped(first) }
    guard pieces.count >= 2 else { return nil }
    let label = FoldedText(pieces[0])
    // `教育係（担当　山本）`: a gap inside a bracket parts nothing.
    guard label.scalars.count(where: { $0 == "(" }) <= label.scalars.count(where: { $0 == ")" })
    else { return nil }
    let length = label.scalars.count { !$0.isBlank }
    guard length > 1 else { return spacedLabel(pieces) }
    guard length <= 14, label.scalars.contains(where: \.isJapanese),
      !label.scalars.contains(where: { "。、,".unicodeScalars.contains($0) || $0.isDigit })
    else { return spacedLabel(pieces) }
    return .labelled(label: pieces[0], value: pieces.dropFirst().joined(separator: "　"))
  }

  /// `期　間　　令和8年…`: a label whose characters stand apart.
  private static func spacedLabel(_ pieces: [String]) -> LineShape? {
    let single = pieces.prefix { piece in
      piece.unicodeScalars.count == 1 && piece.unicodeScalars.allSatisfy(\.isKanji)
    }
    guard (2...6).contains(single.count), pieces.count > single.count else { return nil }
    return .labelled(
      label: single.joined(), value: pieces.dropFirst(single.count).joined(separator: "　"))
  }

  private static func numbered(_ text: FoldedText) -> LineShape? {
    var reader = ScalarReader(text)
    reader.skipBlanks()
    guard let depth = Numbering.take(&reader) else { return nil }
    reader.skipBlanks()
    let rest = reader.position..<text.scalars.count
    if let labelled = labelledByBlank(text, rest) { return labelled }
    guard (2...longestLabel).contains(rest.count), isHeadingLike(text, rest) else { return nil }
    return .heading(depth: depth, text: text.original(of: rest), rest: "")
  }

  /// `(2) 修練料 月額21,000円`: behind a number one blank parts a label from a value with figures.
  private static func labelledByBlank(_ text: FoldedText, _ range: Range<Int>) -> LineShape? {
    guard let blank = range.first(where: { text.scalars[$0].isBlank }) else { return nil }
    let label = range.lowerBound..<blank
    let value = blank..<range.upperBound
    guard (2...10).contains(label.count),
      text.scalars[label].allSatisfy({ $0.isJapanese && !"。、はがをにで".unicodeScalars.contains($0) }),
      text.scalars[value].contains(where: { $0.isDigit || "○〇●".unicodeScalars.contains($0) })
    else { return nil }
    return .labelled(
      label: text.original(of: label), value: text.original(of: value).trimmingBlanks)
  }

  /// How the names of matters end that notices head their parts with: 期間, 期日, 日時, 場所, 提出先, 手続, 方法, 資格, 地.
  private static let endsOfMatters = ScalarSet("間日時所先続法格地等")

  /// `受付期間、提出先`, but not `履歴書、写真`: whether commas part nothing but matters.
  private static func areMatters(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    words.split(separator: "、", omittingEmptySubsequences: false).allSatisfy { part in
      part.last { !$0.isBlank }.map(endsOfMatters.contains) ?? false
    }
  }

  /// Whether words behind a number may head what follows: no sentence, no figure with its unit.
  private static func isHeadingLike(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    let words = text.scalars[range]
    return words.contains(where: \.isJapanese)
      && !words.contains { "。:円".unicodeScalars.contains($0) }
      && (!words.contains("、") || areMatters(words))
      && !(words.first.map { "名人年月日時円通部枚回か".unicodeScalars.contains($0) } ?? false
        && words.count < 3)
  }
}
