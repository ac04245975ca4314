public import JapaneseText
import ResourceTables

/// The labels that pages write, and what each announces.
public struct LabelTable: Sendable {
  /// The labels, all in one list, and what each announces.
  private let lists: WordLists
  private let topics: [LabelTopic]

  /// Reads the table, without the labels that name a subject where one is given.
  init(_ joined: JoinedWordLists?, without subject: String? = nil) throws(TableError) {
    let table = try ResourceTable(
      name: "labels.tsv", bytes: PackageResources.labels_tsv,
      columns: ["topic", "labels", "example"])
    var topics: [LabelTopic] = []
    var labels: [String] = []
    for row in table.rows {
      let topic = try row.value("topic") { LabelTopic(rawValue: $0) }
      let list = row.list("labels").filter { label in
        subject.map { !label.contains($0) } ?? true
      }
      labels += list
      topics += list.map { _ in topic }
    }
    self.topics = topics
    let read = labels
    lists = WordLists(count: 1, in: joined) { [read.map { Self.key($0).string }] }
  }

  /// What a label announces; nil where the table does not know it.
  ///
  /// A label that is not in the table itself means what its last known part means: 実地修練生の募集人員 is
  /// 募集人員. What stands in brackets counts only if nothing else is known.
  public func topic(of label: String) -> LabelTopic? {
    guard !label.isEmpty else { return nil }
    let key = Self.key(label)
    if let topic = topic(whole: key) { return topic }
    // 試験の期日 is 試験期日.
    if key.scalars.contains("の"), let topic = topic(whole: key.keeping { $0 != "の" }) {
      return topic
    }
    return lastKnownPart(of: Self.outsideBrackets(key)) ?? lastKnownPart(of: key)
  }

  /// What a label announces that stands in the table as it is, numbers and signs left out.
  public func exactTopic(of label: String) -> LabelTopic? {
    topic(whole: Self.key(label))
  }

  /// Where labels of the table stand in a text, the longest at each place, from left to right.
  public func places(in text: FoldedText) -> [Range<Int>] {
    lists.ranges(0, in: text)
  }

  private func topic(whole label: FoldedText) -> LabelTopic? {
    lists.whole(0, label).map { topics[$0] }
  }

  /// A label without its brackets and what stands in them: numbers before it, remarks behind it.
  private static func outsideBrackets(_ label: FoldedText) -> FoldedText {
    guard label.scalars.contains(where: { $0 == "(" || $0 == ")" }) else { return label }
    var depth = 0
    return label.keeping { scalar in
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      return depth <= 0 && scalar != ")"
    }
  }

  /// How many characters 期間 has.
  private static let bareLength = 2

  private func lastKnownPart(of label: FoldedText) -> LabelTopic? {
    if let topic = topic(whole: label) { return topic }
    let matches = lists.matches(0, in: label)
    let last = matches.max {
      ($0.range.upperBound, $0.range.count) < ($1.range.upperBound, $1.range.count)
    }
    guard let last else { return nil }
    // 受験願書の受付期間: 期間 right behind the taking of papers is no length of a training.
    if topics[last.index] == .training, last.range.count == Self.bareLength,
      matches.contains(where: {
        $0.range.upperBound == last.range.lowerBound && topics[$0.index] == .application
      })
    {
      return .application
    }
    // 見学の申込期限, 事前エントリー期限: what no fact is read from has a last day, too.
    if topics[last.index] == .application,
      matches.contains(where: { other in
        topics[other.index] == .unrelated
          && (other.range.upperBound == last.range.lowerBound
            || other.range.upperBound + 1 == last.range.lowerBound
              && label.hasWord("の", at: other.range.upperBound))
      })
    {
      return .unrelated
    }
    return topics[last.index]
  }

  /// A label folded, without blanks and the signs that set labels off.
  private static func key(_ label: String) -> FoldedText {
    FoldedText(label).withoutLabelSigns
  }
}
