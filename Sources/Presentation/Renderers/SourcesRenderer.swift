public import RecruitmentModel

/// What is shown of one source.
public struct SourceRow: Sendable {
  let id: String
  let name: String
  let nameEn: String?
  let isOnFirstList: Bool
  let lastFetched: Timestamp?
  let pages: Int
  let failure: String?

  /// Makes a row.
  public init(
    id: String, name: String, nameEn: String?, isOnFirstList: Bool, lastFetched: Timestamp?,
    pages: Int,
    failure: String?
  ) {
    self.id = id
    self.name = name
    self.nameEn = nameEn
    self.isOnFirstList = isOnFirstList
    self.lastFetched = lastFetched
    self.pages = pages
    self.failure = failure
  }
}

/// Shows the sources with when each was last fetched and how that went.
public struct SourcesRenderer: Sendable {
  private let wording: Wording
  private let painter: Painter
  private let width: Int

  /// Makes a renderer for a terminal's width.
  public init(_ wording: Wording, width: Int, painter: Painter) {
    self.wording = wording
    self.width = width
    self.painter = painter
  }

  /// The sources in lines.
  public func text(_ sources: [SourceRow]) -> String {
    let columns: [TextTable.Column] = [
      .init(wording("column.id"), least: 6), .init(wording("column.name"), least: 14, greed: 2),
      .init(wording("column.fetched"), least: 10), .init(wording("column.pages"), least: 4),
      .init(wording("column.state"), least: 8, greed: 2),
    ]
    let rows = sources.map { source -> [TextTable.Cell] in
      let name = wording.language == .english ? source.nameEn ?? source.name : source.name
      let state = source.failure ?? (source.lastFetched == nil ? "" : wording("ok"))
      return [
        .init((source.isOnFirstList ? "★" : " ") + source.id), .init(name),
        .init(
          source.lastFetched.map { "\($0.day())" } ?? wording("sources.never"),
          style: source.lastFetched == nil ? .dim : .plain),
        .init(source.lastFetched == nil ? "" : String(source.pages)),
        .init(state, style: source.failure == nil ? .plain : .bad),
      ]
    }
    let table = TextTable(columns: columns, rows: rows)
    let lines =
      [wording("sources.title", sources.count)]
      + (table.lines(width: width, painter) ?? table.cards(width: width, painter))
      + [wording("sources.first")]
    return lines.joined(separator: "\n") + "\n"
  }
}
