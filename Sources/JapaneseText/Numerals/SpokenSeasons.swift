import ResourceTables

/// Seasons of a year as the months that they have: `来年の春`, `2027年秋`, `from autumn 2027`, `next spring`.
///
/// A season without a year is left as it stands.
struct SpokenSeasons: Sendable {
  private let seasons: [(word: [Unicode.Scalar], months: [String])]
  private let nexts: [(word: [Unicode.Scalar], written: String)]

  init(_ table: ResourceTable) {
    func spellings(_ role: String) -> [(word: [Unicode.Scalar], written: String)] {
      table.rows.filter { $0["role"] == role }.flatMap { row in
        row.list("spoken").map { (Array($0.unicodeScalars), row["written"]) }
      }.sorted { $0.word.count > $1.word.count }
    }
    seasons = spellings("season").map {
      ($0.word, $0.written.split(separator: " ").map { $0 + "月" })
    }
    nexts = spellings("next")
  }

  /// The season at a place with its year, as its months.
  func season(in text: FoldedText, at start: Int) -> (end: Int, written: String)? {
    guard start == 0 || !text.scalars[start - 1].isLatin, !isInWord(start, of: text) else {
      return nil
    }
    if let year = year(in: text, at: start), let season = season(at: year.end, of: text) {
      return written(season.months, of: year.written, behind: season.end, in: text)
    }
    // `autumn 2027`, `fall of 2027`
    guard let season = season(at: start, of: text) else { return nil }
    var end = season.end
    for joint in [" of ", ", ", " "] where text.hasWord(joint, at: end) {
      end += joint.unicodeScalars.count
      break
    }
    guard end > season.end, let year = fourDigits(in: text, at: end) else { return nil }
    return written(season.months, of: year + "年", behind: end + 4, in: text)
  }

  /// The months, each with its year, and から unless it stands there already.
  private func written(
    _ months: [String], of year: String, behind end: Int, in text: FoldedText
  ) -> (end: Int, written: String) {
    // A winter is of two years, and nobody says which is meant.
    let isWinter = months.first == "12月" && year != "次の"
    let list = months.map { isWinter ? $0 : year + $0 }.joined(separator: "か")
    let isBeginning = ["から", "より", "に", "スタート", "開始", "入学"].contains {
      text.hasWord($0, at: end)
    }
    return (end, list + (isBeginning ? "" : "から"))
  }

  /// `2027年(度)(の)`, `来年の`, `next `.
  private func year(in text: FoldedText, at start: Int) -> (end: Int, written: String)? {
    if let next = nexts.first(where: { text.hasWord($0.word, at: start) }) {
      return (start + next.word.count, next.written)
    }
    guard let digits = fourDigits(in: text, at: start), text.hasWord("年", at: start + 4) else {
      return nil
    }
    var end = start + 5
    for joint in ["度の", "の", "度"] where text.hasWord(joint, at: end) {
      end += joint.unicodeScalars.count
      break
    }
    return (end, digits + "年")
  }

  private func season(
    at start: Int, of text: FoldedText
  ) -> (end: Int, months: [String])? {
    let isBlank = start < text.scalars.count && text.scalars[start] == " "
    let start = isBlank ? start + 1 : start
    return seasons.first { text.hasWord($0.word, at: start) }.flatMap { season in
      let end = start + season.word.count
      // `springfield`, `秋田`, `春日井`: the beginning of another word.
      guard end < text.scalars.count else { return (end, season.months) }
      let next = text.scalars[end]
      let goesOn =
        text.scalars[end - 1].isLatin
        ? next.isLatin : next.isKanji && !"開入以".unicodeScalars.contains(next)
      return goesOn ? nil : (end, season.months)
    }
  }

  private func fourDigits(in text: FoldedText, at start: Int) -> String? {
    guard start + 4 <= text.scalars.count, text.hasWord("20", at: start),
      text.scalars[start..<start + 4].allSatisfy({ ("0"..."9").contains($0) }),
      start + 4 == text.scalars.count || !text.scalars[start + 4].isDigit,
      start == 0 || !text.scalars[start - 1].isDigit
    else { return nil }
    return text.string(in: start..<start + 4)
  }

  private func isInWord(_ start: Int, of text: FoldedText) -> Bool {
    start > 0 && text.scalars[start].isKanji && text.scalars[start - 1].isKanji
  }
}
