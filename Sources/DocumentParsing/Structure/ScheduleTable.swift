import JapaneseText

/// A table whose rows are days and what happens on them (月日 | 内容): the label stands on the right.
enum ScheduleTable {
  /// The most characters of what happens on a day.
  private static let longestEvent = 60
  private static let leastRows = 2

  /// The events as labels of their days; nil where the table is none of this kind.
  static func entries(of rows: [[TableGrid.Cell]], heads: [String]?) -> [TableReading.Entry]? {
    guard rows.count >= leastRows, let days = dayColumn(of: rows) else { return nil }
    let width = rows[0].count
    guard let events = (days + 1..<width).first(where: { isEventColumn($0, rows) }),
      (0..<days).allSatisfy({ isContext($0, rows) })
    else { return nil }
    return rows.flatMap { row -> [TableReading.Entry] in
      let event = row[events].text.replacing("\n", with: " ")
      guard !event.isEmpty, !row[days].text.isEmpty else { return [] }
      let context = (0..<days).map { row[$0].text.replacing("\n", with: "") }
      var entries = [
        TableReading.Entry(labels: context + [event], column: nil, text: row[days].text)
      ]
      for column in events + 1..<max(width, events + 1) where !row[column].text.isEmpty {
        entries.append(
          TableReading.Entry(labels: [event], column: heads?[column], text: row[column].text))
      }
      return entries
    }
  }

  /// The first column nearly all of whose cells are days.
  private static func dayColumn(of rows: [[TableGrid.Cell]]) -> Int? {
    rows[0].indices.dropLast().first { column in
      let cells = rows.map { $0[column].text }.filter { !$0.isEmpty }
      let days = cells.count(where: isDay)
      return days >= leastRows && days * 5 >= cells.count * 4
    }
  }

  /// `11月4日(水)`, `12月上旬`, `8/3～8/28 17:00`: a date and little else.
  private static func isDay(_ text: String) -> Bool {
    let folded = FoldedText(text).withoutBlanks
    guard (2...40).contains(folded.scalars.count), folded.scalars.contains(where: \.isDigit) else {
      return false
    }
    let dates = DateReader().dates(in: folded)
    guard !dates.isEmpty else { return false }
    let covered = dates.reduce(0) { $0 + $1.range.count }
    return covered * 2 >= folded.scalars.count
  }

  /// Whether a column names what happens: words, hardly a day among them.
  private static func isEventColumn(_ column: Int, _ rows: [[TableGrid.Cell]]) -> Bool {
    let cells = rows.map { $0[column].text }.filter { !$0.isEmpty }
    let isNamed = cells.allSatisfy { $0.count <= longestEvent && !isDay($0) }
    return cells.count * 5 >= rows.count * 4 && isNamed
      && cells.count { $0.unicodeScalars.first?.isDigit != true } * 5 >= cells.count * 4
  }

  /// What may stand on the left of the days: years and parts of the year.
  private static func isContext(_ column: Int, _ rows: [[TableGrid.Cell]]) -> Bool {
    rows.allSatisfy { row in
      let text = FoldedText(row[column].text).withoutBlanks
      return text.scalars.isEmpty
        || (text.scalars.count <= 16 && !DateReader().years(in: text).isEmpty)
    }
  }
}
