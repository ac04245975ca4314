public import JapaneseText
import ResourceTables

/// The labels that pages write, and what each announces.
public struct LabelTable: Sendable {
  private struct Words: Sendable {
    let exact: [String: LabelTopic]
    let finder: WordFinder<LabelTopic>
  }

  /// Made when a page is read: queries need no labels.
  private let words: Deferred<Words>
  private var exact: [String: LabelTopic] { words.value.exact }
  private var finder: WordFinder<LabelTopic> { words.value.finder }

  /// Reads the table.
  init() throws(TableError) {
    let table = try ResourceTable(
      name: "labels.tsv", bytes: PackageResources.labels_tsv,
      columns: ["topic", "labels", "example"])
    var topics: [(topic: LabelTopic, row: ResourceRow)] = []
    for row in table.rows {
      topics.append((try row.value("topic") { LabelTopic(rawValue: $0) }, row))
    }
    let read = topics
    words = Deferred {
      let words = read.flatMap { topic, row in
        row.list("labels").map { (word: Self.key($0), meaning: topic) }
      }
      return Words(
        exact: Dictionary(
          words.map { ($0.word, $0.meaning) }, uniquingKeysWith: { one, _ in one }),
        finder: WordFinder(words))
    }
  }

  /// What a label announces; nil where the table does not know it.
  ///
  /// A label that is not in the table itself means what its last known part means: 実地修練生の募集人員 is
  /// 募集人員. What stands in brackets counts only if nothing else is known.
  public func topic(of label: String) -> LabelTopic? {
    let folded = FoldedText(label).withoutBlanks
    let key = folded.string.filter { !":・*".contains($0) }
    if let topic = exact[key] { return topic }
    return lastKnownPart(of: FoldedText(Self.outsideBrackets(key)))
      ?? lastKnownPart(of: FoldedText(key))
  }

  /// What a label announces that stands in the table as it is, numbers and signs left out.
  public func exactTopic(of label: String) -> LabelTopic? {
    exact[FoldedText(label).withoutBlanks.string.filter { !":・*".contains($0) }]
  }

  /// Where labels of the table stand in a text, the longest at each place, from left to right.
  public func places(in text: FoldedText) -> [Range<Int>] {
    finder.matches(in: text).map(\.range)
  }

  /// A label without its brackets and what stands in them: numbers before it, remarks behind it.
  private static func outsideBrackets(_ label: String) -> String {
    var depth = 0
    return label.filter { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return depth <= 0 && character != ")"
    }
  }

  private func lastKnownPart(of label: FoldedText) -> LabelTopic? {
    if let topic = exact[label.string] { return topic }
    let matches = finder.matches(in: label)
    let last = matches.max {
      ($0.range.upperBound, $0.range.count) < ($1.range.upperBound, $1.range.count)
    }
    return last?.meaning
  }

  private static func key(_ label: String) -> String {
    FoldedText(label).withoutBlanks.string.filter { !":・*".contains($0) }
  }
}
