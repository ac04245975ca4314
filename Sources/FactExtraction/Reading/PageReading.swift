import DocumentParsing
import DomainLexicon
import JapaneseText

/// A document with every statement folded and its topic told.
struct PageReading: Sendable {
  /// The document.
  let document: ParsedDocument
  /// The words of the domain.
  let lexicon: Lexicon
  /// The statements in reading order.
  let statements: [ReadStatement]
  /// The title and the main headings, as statements.
  let titles: [ReadStatement]

  /// Reads a document.
  init(_ document: ParsedDocument, lexicon: Lexicon) {
    self.document = document
    self.lexicon = lexicon
    var seen: Set<String> = []
    titles = (document.headings + [document.title]).filter { seen.insert($0).inserted }.enumerated()
      .map { index, title in
        Self.read(Statement(text: title, shape: .heading), order: -1 - index, lexicon)
      }
    statements = document.statements.enumerated().map { index, statement in
      Self.read(statement, order: index, lexicon)
    }
  }

  private static func read(
    _ statement: Statement, order: Int, _ lexicon: Lexicon
  ) -> ReadStatement {
    var (topic, label) = topic(of: statement, lexicon)
    var text = statement.text
    // A label that means nothing by itself belongs to the words: `見本大学病院 総務課 電話：…`.
    if let inner = statement.labels.last, statement.shape == .labelledLine,
      lexicon.labels.topic(of: Numbering.stripped(inner)) == nil
    {
      text = statement.line ?? text
    }
    if topic == nil || topic == .unrelated || topic == .accepting,
      let (known, name, value) = labelBeforeBlank(statement, lexicon)
    {
      topic = known
      label = name
      text = value
    }
    if topic != nil, standsUnderAnotherMatter(statement) { topic = .unrelated }
    if statement.shape == .heading { topic = nil }
    if statement.shape == .heading { label = "" }
    let folded = FoldedText(text).withoutLetterSpacing.withEnglishFullStops
    let around = FoldedText((statement.labels + [statement.column ?? ""]).joined(separator: " "))
    return ReadStatement(
      statement: statement, text: folded, topic: topic, label: label,
      kinds: lexicon.kinds.mentions(in: around) + lexicon.kinds.mentions(in: folded), order: order)
  }

  /// `募集人員 2名`: one blank behind a word is enough where the table knows the word as a label.
  private static func labelBeforeBlank(
    _ statement: Statement, _ lexicon: Lexicon
  ) -> (LabelTopic, label: String, value: String)? {
    guard statement.shape == .paragraph, statement.labels.isEmpty,
      let blank = statement.text.firstIndex(where: \.isWhitespace)
    else { return nil }
    let label = Numbering.stripped(String(statement.text[..<blank]))
    let value = String(statement.text[blank...]).trimmingBlanks
    guard (2...14).contains(label.count), !value.isEmpty,
      let last = label.unicodeScalars.last, last.isKanji,
      !label.unicodeScalars.contains(where: { "。、,:?(（".unicodeScalars.contains($0) || $0.isDigit }
      ),
      let topic = lexicon.labels.topic(of: label)
    else { return nil }
    return (topic, label, value)
  }

  /// What the innermost label or heading that the table knows announces.
  private static func topic(
    of statement: Statement, _ lexicon: Lexicon
  ) -> (LabelTopic?, String) {
    let headings = statement.section.map(Numbering.stripped).filter { isLabelLike($0, lexicon) }
    let labels = headings + statement.labels.map(Numbering.stripped)
    for index in labels.indices.reversed() {
      let label = labels[index]
      guard let topic = lexicon.labels.topic(of: label) else { continue }
      if index > 0, generalLabels.contains(FoldedText(label).withoutBlanks.string),
        let outer = lexicon.labels.topic(of: labels[index - 1]), generalTopics.contains(outer)
      {
        return (outer, labels[index - 1])
      }
      return (topic, label)
    }
    return (nil, "")
  }

  /// Matters that have days, sums and papers of their own.
  private static let otherMatters = [
    "見学", "説明会", "宿舎", "寮", "入学手続", "納入", "奨学", "オリエンテーション", "懇親会", "保険", "オープンホスピタル",
  ]
  private static let ownMatters = ["募集", "出願", "応募", "選考", "推薦", "修練", "費用・", "修了"]

  /// Whether a heading or label above names a matter beside the training: 見学 > 申込期限.
  private static func standsUnderAnotherMatter(_ statement: Statement) -> Bool {
    (statement.section + statement.labels).contains { heading in
      heading.count <= longestLabelHeading && otherMatters.contains(where: heading.contains)
        && !ownMatters.contains(where: heading.contains)
    }
  }

  /// Labels that say nothing of their matter: 期間 under 出願 is not that of the training.
  private static let generalLabels: Set<String> = [
    "期間", "方法", "時期", "期限", "日程", "日時", "期日", "締切", "手続", "手続き", "開始日", "開始時期",
  ]
  /// What the label above must announce for a general one to speak of it.
  private static let generalTopics: Set<LabelTopic> = [
    .application, .training, .selection, .selectionDay, .result, .otherMoney, .unrelated,
  ]

  /// The most characters of a heading that still is a label.
  private static let longestLabelHeading = 26

  /// Whether a heading can be a label: it is short and not the title of a guideline.
  private static func isLabelLike(_ heading: String, _ lexicon: Lexicon) -> Bool {
    let folded = FoldedText(heading)
    return folded.scalars.count <= longestLabelHeading
      && !lexicon.concepts.says(.guideline, in: folded)
  }
}
