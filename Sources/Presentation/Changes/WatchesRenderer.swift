/// What is shown of one kept search.
package struct WatchRow: Sendable {
  let name: String
  let query: String
  let programs: Int
  let news: Int

  /// Makes a row.
  package init(name: String, query: String, programs: Int, news: Int) {
    self.name = name
    self.query = query
    self.programs = programs
    self.news = news
  }
}

/// Shows the searches that somebody keeps.
package struct WatchesRenderer: Sendable {
  private let wording: Wording
  private let painter: Painter
  private let width: Int

  /// Makes a renderer for a terminal's width.
  package init(_ wording: Wording, width: Int, painter: Painter) {
    self.wording = wording
    self.width = width
    self.painter = painter
  }

  /// The searches in lines.
  package func text(_ rows: [WatchRow]) -> String {
    let columns: [TextTable.Column] = [
      .init(wording("watch.name"), least: 6), .init(wording("watch.query"), least: 14, greed: 2),
      .init(wording("watch.programs"), least: 4), .init(wording("watch.news"), least: 4),
    ]
    let cells = rows.map { row -> [TextTable.Cell] in
      [
        .init(row.name, style: .bold), .init(row.query), .init(String(row.programs)),
        .init(String(row.news), style: row.news > 0 ? .good : .plain),
      ]
    }
    let table = TextTable(columns: columns, rows: cells)
    let lines = table.lines(width: width, painter) ?? table.cards(width: width, painter)
    return lines.joined(separator: "\n") + "\n"
  }
}
