package import ResourceTables

/// An explanation of what commands have in common.
package struct Topic: Sendable {
  /// What it is called by.
  package let name: String
  let title: String
  let paragraphs: [String]

  /// The topics in a language, in the order of the table.
  package static func all(_ language: OutputLanguage) throws(TableError) -> [Topic] {
    let table = try ResourceTable(
      name: "topics.tsv", bytes: PackageResources.topics_tsv,
      columns: ["topic", "part", "ja", "en"])
    var topics: [Topic] = []
    for row in table.rows {
      let words = row[language.rawValue]
      if row["part"] == "title" {
        topics.append(Topic(name: row["topic"], title: words, paragraphs: []))
      } else if let last = topics.popLast() {
        topics.append(
          Topic(name: last.name, title: last.title, paragraphs: last.paragraphs + [words]))
      }
    }
    return topics
  }
}

/// Shows topics.
package struct TopicsRenderer: Sendable {
  private let wording: Wording
  private let painter: Painter
  private let width: Int

  /// Makes a renderer for a terminal's width.
  package init(_ wording: Wording, width: Int, painter: Painter) {
    self.wording = wording
    self.width = width
    self.painter = painter
  }

  /// The names of the topics with their titles.
  package func list(_ topics: [Topic]) -> String {
    let longest = topics.map(\.name.count).max() ?? 0
    let lines = topics.map { topic in
      StyledLine(TextFitting.padded(topic.name, to: longest + 2), .bold) + topic.title
    }
    return finished([StyledLine(wording("topics.head"))] + lines)
  }

  /// One topic.
  package func text(_ topic: Topic) -> String {
    finished(
      [StyledLine(topic.title, .bold), StyledLine()] + topic.paragraphs.map { StyledLine($0) })
  }

  private func finished(_ lines: [StyledLine]) -> String {
    lines.flatMap { $0.lines(width: width, painter) }.map { $0 + "\n" }.joined()
  }
}
