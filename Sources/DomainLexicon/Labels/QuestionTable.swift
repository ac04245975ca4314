import JapaneseText
import ResourceTables

/// What questions and headings in whole phrases ask for: `お金はいくらかかりますか`, `How long does it take?`.
public struct QuestionTable: Sendable {
  private let topics: [(topic: LabelTopic, finder: WordFinder<Bool>)]

  /// Reads the table.
  init() throws(TableError) {
    let table = try ResourceTable(
      name: "questions.tsv", bytes: PackageResources.questions_tsv,
      columns: ["topic", "words", "example"])
    var topics: [(LabelTopic, WordFinder<Bool>)] = []
    for row in table.rows {
      let topic = try row.value("topic") { LabelTopic(rawValue: $0) }
      topics.append((topic, WordFinder(row.list("words").map { ($0, true) })))
    }
    self.topics = topics
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
    return topics.filter { $0.finder.isFound(in: text, range: text.scalars.indices) }.map(\.topic)
  }
}
