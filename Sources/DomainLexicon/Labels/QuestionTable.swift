import JapaneseText
import ResourceTables

/// What questions and headings in whole phrases ask for: `お金はいくらかかりますか`, `How long does it take?`.
public struct QuestionTable: Sendable {
  /// What the rows of the table announce, and the words of each.
  private let topics: [LabelTopic]
  private let lists: WordLists

  /// Reads the table.
  init(_ joined: JoinedWordLists?) throws(TableError) {
    let table = try ResourceTable(
      name: "questions.tsv", bytes: PackageResources.questions_tsv,
      columns: ["topic", "words", "example"])
    var topics: [LabelTopic] = []
    for row in table.rows { topics.append(try row.value("topic") { LabelTopic(rawValue: $0) }) }
    self.topics = topics
    let words = table.rows.map { $0.list("words") }
    lists = WordLists(count: words.count, in: joined) { words }
  }

  /// What a heading asks for; nil where no word of the table stands in it.
  public func topic(of heading: String) -> LabelTopic? {
    topics(of: heading).first
  }

  /// All that a heading asks for, in the order of the table.
  public func topics(of heading: String) -> [LabelTopic] {
    // やさしい日本語 sets words apart; English needs its blanks.
    let folded = FoldedText(heading)
    let text = folded.scalars.contains(where: \.isJapanese) ? folded.withoutBlanks : folded
    return topics.indices.filter { lists.isFound($0, in: text) }.map { topics[$0] }
  }
}
