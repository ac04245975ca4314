import DocumentParsing
import DomainLexicon
import JapaneseText

/// A document with every statement folded and its topic told; an object, since every reader holds it.
final class PageReading: Sendable {
  /// The document.
  let document: ParsedDocument
  /// The words of the domain.
  let lexicon: Lexicon
  /// The statements in reading order.
  let statements: [ReadStatement]
  /// The title and the main headings, as statements.
  let titles: [ReadStatement]
  /// The labels and headings that have been asked for, folded.
  let labels = FoldedLabels()

  /// Reads a document.
  init(_ document: ParsedDocument, lexicon: Lexicon) {
    self.document = document
    self.lexicon = lexicon
    var seen: Set<String> = []
    let topics = TopicFinder(lexicon: lexicon)
    titles = (document.headings + [document.title]).filter { seen.insert($0).inserted }.enumerated()
      .map { index, title in
        Self.read(Statement(text: title, shape: .heading), order: -1 - index, topics, lexicon)
      }
    statements = AnnouncedLines(lexicon: lexicon).labelled(
      LabelLines(lexicon: lexicon).labelled(
        ReplacedCells(lexicon: lexicon).settled(
          NewsLines(lexicon: lexicon, titles: titles.map(\.statement.text)).settled(
            AnnexHeads.headed(document.statements))))
    ).enumerated().flatMap {
      index, statement in
      let read = Self.read(statement, order: index, topics, lexicon)
      // 経費及び期間: what stands under two matters is read for both.
      let others = read.topic == nil ? [] : topics.otherTopics(of: statement, than: read.topic)
      return [read] + others.map { read.with(topic: $0) }
    }
  }

  private static func read(
    _ statement: Statement, order: Int, _ topics: TopicFinder, _ lexicon: Lexicon
  ) -> ReadStatement {
    var (topic, label) = topics.topic(of: statement)
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
    if topic != nil, topics.standsUnderAnotherMatter(statement) { topic = .unrelated }
    if statement.shape == .heading { topic = nil }
    if statement.shape == .heading { label = "" }
    let folded = FoldedText(text).withoutLetterSpacing.withEnglishFullStops
    let around = FoldedText(Self.around(statement)).withoutLetterSpacing
    return ReadStatement(
      statement: statement, text: folded, topic: topic, label: label,
      kinds: NamedKind.all(in: around, lexicon.kinds) + NamedKind.all(in: folded, lexicon.kinds),
      order: order)
  }

  /// The labels and the head of the column; one alone is folded already.
  private static func around(_ statement: Statement) -> String {
    guard let column = statement.column else {
      if statement.labels.isEmpty { return "" }
      return statement.labels.count == 1
        ? statement.labels[0] : statement.labels.joined(separator: "\n")
    }
    return statement.labels.isEmpty ? column : (statement.labels + [column]).joined(separator: "\n")
  }

  /// `募集人員 2名`: one blank behind a word is enough where the table knows the word as a label.
  private static func labelBeforeBlank(
    _ statement: Statement, _ lexicon: Lexicon
  ) -> (LabelTopic, label: String, value: String)? {
    guard statement.shape == .paragraph, statement.labels.isEmpty,
      let blank = statement.text.unicodeScalars.firstIndex(where: \.isWhitespace)
    else { return nil }
    let label = Numbering.stripped(String(statement.text[..<blank]))
    let value = String(statement.text[blank...]).trimmingBlanks
    guard let last = label.unicodeScalars.last, last.isKanji,
      (2...14).contains(label.characterCount),
      !value.isEmpty,
      !label.unicodeScalars.contains(where: { "。、,:?(（".unicodeScalars.contains($0) || $0.isDigit }
      ),
      let topic = lexicon.labels.topic(of: label)
    else { return nil }
    return (topic, label, value)
  }
}
