import ResourceTables

/// Seasons of a year as the months that they have: `来年の春`, `2027年秋から`, `in spring 2027`.
///
/// A season with a year only where something begins then, and one without only beside a word that says what is then
/// (`秋締切`, `apply in winter`): one beside a word for an end, a side or an exclusion is left as it stands, since three
/// months are no stretch that these could be said of. So is a winter with its year: it is of two years.
struct SpokenSeasons: Sendable {
  private let seasons: [(word: [Unicode.Scalar], months: [String])]
  private let nexts: [[Unicode.Scalar]]
  private let wordsBefore: [[Unicode.Scalar]]
  private let wordsBehind: [[Unicode.Scalar]]
  private let wordsJoined: [[Unicode.Scalar]]
  /// The characters of Japanese words behind a season, which go on no name as others do.
  private let joints: ScalarSet
  /// What a season with its year may begin with.
  private let beginnings: ScalarSet

  init(_ table: ResourceTable) {
    func spellings(_ role: String) -> [(word: [Unicode.Scalar], written: String)] {
      table.rows.filter { $0["role"] == role }.flatMap { row in
        row.list("spoken").map { (Array($0.unicodeScalars), row["written"]) }
      }.sorted { $0.word.count > $1.word.count }
    }
    seasons = spellings("season").map {
      ($0.word, $0.written.split(separator: " ").map { $0 + "月" })
    }
    nexts = spellings("next").map(\.word)
    wordsBefore = spellings("season-lead").map(\.word)
    wordsBehind = spellings("season-trail").map(\.word)
    wordsJoined = spellings("season-joined").map(\.word)
    joints = ScalarSet(of: (wordsBehind + wordsJoined).compactMap(\.first))
    let words = (seasons.map(\.word) + nexts).compactMap(\.first)
    beginnings = ScalarSet(of: words + Self.leads.compactMap(\.unicodeScalars.first) + ["2"])
  }

  /// The season at a place with its year, as its months.
  func season(in text: FoldedText, at start: Int) -> (end: Int, written: String)? {
    guard beginnings.contains(text.scalars[start]),
      start == 0 || !text.scalars[start - 1].isLatin && !isInWord(start, of: text)
    else { return nil }
    if let end = seasonBesideMonth(in: text, at: start) { return (end, "") }
    if let found = seasonOfYear(in: text, at: start) {
      return isBehindOther(start, of: text) ? nil : found
    }
    return seasonOfAnyYear(in: text, at: start)
  }

  /// `秋締切`, `冬に出願`, `deadline in winter`, `start next spring`: the months, whatever the year.
  private func seasonOfAnyYear(
    in text: FoldedText, at start: Int
  ) -> (end: Int, written: String)? {
    let lead = Self.leadsOfAnyYear.first { text.hasWord($0, at: start) }?.unicodeScalars.count ?? 0
    guard let (end, months, isStretch) = seasons(at: start + lead, of: text),
      !isBehindSeason(start, of: text),
      !Self.sides.contains(where: { text.hasWord($0, at: end) }),
      !Self.yearEnds.contains(where: { text.hasWord($0, before: start) })
    else { return nil }
    let particle = Self.particles.first { text.hasWord($0, at: end) } ?? ""
    let behind = end + particle.unicodeScalars.count
    let isBeside =
      isBehind(wordsBefore, start, of: text) && isEnd(end, hasLead: lead > 0, of: text)
      || isWord(wordsBehind, at: behind, of: text)
      || particle != " " && isWord(wordsJoined, at: behind, of: text)
        && !Self.deadlines.contains {
          text.contains($0, in: (behind..<text.scalars.count).prefix(6))
        } && !isTimeOfExamination(behind, of: text)
    let written = months.joined(separator: "か")
    if isBeside { return (end, written) }
    // `秋から冬に`: as 秋から alone, something begins then.
    return isStretch && isEnd(behind, hasLead: true, of: text) ? (behind, written + "から") : nil
  }

  private static let leadsOfAnyYear = leads + ["next ", "this "]
  /// `春の予備試験の後に`: a time is told by an examination, which is not asked for.
  private func isTimeOfExamination(_ start: Int, of text: FoldedText) -> Bool {
    let rest = (start..<text.scalars.count).prefix(10)
    return text.contains("試", in: rest)
      && ["後", "あと", "前", "合格", "受か"].contains { text.contains($0, in: rest) }
  }

  private static let deadlines = ["締", "〆", "期限"]

  private static let stretches = ["から", "~", "-", " to "]
  private static let joints = ["か", "と", "や", "・", "、", ",", " or ", " and ", ", ", ""] + stretches

  /// A season, or several: `春か秋`, `秋から冬` with all that lie between, `春秋入学`.
  private func seasons(
    at start: Int, of text: FoldedText
  ) -> (end: Int, months: [String], isStretch: Bool)? {
    guard var (end, months) = season(at: start, of: text, isBeforeOther: true) else { return nil }
    var isStretch = false
    while let (joint, next) = otherSeason(behind: end, of: text) {
      if Self.stretches.contains(joint), let first = months.last, let last = next.months.last {
        while months.last != last, months.count < 12 { months.append(Self.month(after: months)) }
        isStretch = first != last
      } else {
        months += next.months.filter { !months.contains($0) }
      }
      end = next.end
    }
    // `秋保病院`: what goes on is the beginning of another word.
    return season(goesOnAt: end, of: text) ? nil : (end, months, isStretch)
  }

  private static func month(after months: [String]) -> String {
    let number = months.last.flatMap { Int($0.dropLast()) } ?? 0
    return "\(number % 12 + 1)月"
  }

  private func otherSeason(
    behind end: Int, of text: FoldedText
  ) -> (joint: String, season: (end: Int, months: [String]))? {
    Self.joints.lazy.compactMap { joint in
      text.hasWord(joint, at: end)
        ? season(at: end + joint.unicodeScalars.count, of: text, isBeforeOther: true).map {
          (joint, $0)
        } : nil
    }.first
  }

  /// Whether another season stands before, of which more is said than can be read.
  private func isBehindSeason(_ start: Int, of text: FoldedText) -> Bool {
    Self.joints.contains { joint in
      text.hasWord(joint, before: start)
        && seasons.contains {
          let begin = start - joint.unicodeScalars.count - $0.word.count
          return begin >= 0 && text.hasWord($0.word, at: begin)
        }
    }
  }

  /// Whether a season ends there: `応募 秋ヶ瀬病院` and `start fall river hospital` have none.
  private func isEnd(_ end: Int, hasLead: Bool, of text: FoldedText) -> Bool {
    guard end < text.scalars.count else { return true }
    if text.scalars[end - 1].isLatin, text.scalars[end] == " " { return hasLead }
    return text.scalars[end].isBlank || "、。,.)".unicodeScalars.contains(text.scalars[end])
  }

  private static let particles = ["に", "の", "中に", "頃に", "ごろに", "にかけて", "から", " "]
  private static let yearEnds = ["年", "年の", "年度", "年度の", "来", "翌"]
  private static let sides = ["まで", "以降", "以前", "より前", "以外"]

  private func isWord(_ words: [[Unicode.Scalar]], at start: Int, of text: FoldedText) -> Bool {
    words.contains { word in
      let end = start + word.count
      return text.hasWord(word, at: start)
        && !(end < text.scalars.count && text.scalars[end - 1].isLatin && text.scalars[end].isLatin)
    }
  }

  private func isBehind(
    _ words: [[Unicode.Scalar]], _ start: Int, of text: FoldedText
  ) -> Bool {
    var end = start
    while end > 0, " はが".unicodeScalars.contains(text.scalars[end - 1]) { end -= 1 }
    return words.contains { word in
      let begin = end - word.count
      return begin >= 0 && text.hasWord(word, at: begin)
        && !(begin > 0 && text.scalars[begin].isLatin && text.scalars[begin - 1].isLatin)
    }
  }

  private static let marks: [Unicode.Scalar] = ["、", ",", " ", "(", ")", "の", "・"]

  /// `秋、10月から`, `10月 秋から`, `autumn (October)`: a month that lies in the season says more than it does.
  private func seasonBesideMonth(in text: FoldedText, at start: Int) -> Int? {
    let lead = Self.leads.first { text.hasWord($0, at: start) }?.unicodeScalars.count ?? 0
    guard let season = season(at: start + lead, of: text) else { return nil }
    var end = season.end
    while end < text.scalars.count, Self.marks.contains(text.scalars[end]) { end += 1 }
    let from = Self.leads.first { text.hasWord($0, at: end) }?.unicodeScalars.count ?? 0
    if end > season.end, let month = month(in: text, at: end + from), season.months.contains(month)
    {
      return end
    }
    var before = start
    while before > 0, Self.marks.contains(text.scalars[before - 1]) { before -= 1 }
    guard before < start,
      let month = (1...3).lazy.compactMap({
        self.month(in: text, at: before - $0, endingAt: before)
      })
      .first
    else { return nil }
    return season.months.contains(month) ? season.end : nil
  }

  /// `10月`, `October`: the month that stands at a place, as seasons have it.
  private func month(in text: FoldedText, at start: Int, endingAt end: Int? = nil) -> String? {
    guard start >= 0, start < text.scalars.count, start == 0 || !text.scalars[start - 1].isDigit
    else { return nil }
    let dates = DateReader().dates(in: text, range: start..<(end ?? text.scalars.count))
    guard let date = dates.first, date.range.lowerBound == start, let month = date.month,
      end == nil || date.range.upperBound == end
    else { return nil }
    return "\(month)月"
  }

  private static let leads = [
    "starting in ", "from the ", "in the ", "from ", "in ", "the ",
  ]

  private func seasonOfYear(in text: FoldedText, at start: Int) -> (end: Int, written: String)? {
    if let year = year(in: text, at: start), let season = season(at: year.end, of: text) {
      return written(season.months, of: year.written, behind: season.end, in: text)
    }
    // `autumn 2027`, `in the fall of 2027`
    let lead = Self.leads.first { text.hasWord($0, at: start) }
    guard let season = season(at: start + (lead?.unicodeScalars.count ?? 0), of: text) else {
      return nil
    }
    var end = season.end
    for joint in [" of ", ", ", " "] where text.hasWord(joint, at: end) {
      end += joint.unicodeScalars.count
      break
    }
    guard end > season.end, let year = fourDigits(in: text, at: end) else { return nil }
    return written(season.months, of: year + "年", behind: end + 4, in: text)
  }

  private static let startWords = ["から", "より", "に始", "に入", "に開", "にスタ", "スタート", "開始", "入学"]

  /// The months, each with its year, and から unless it stands there already; nothing where something else stands
  /// behind.
  private func written(
    _ months: [String], of year: String, behind end: Int, in text: FoldedText
  ) -> (end: Int, written: String)? {
    guard let list = dated(months, of: year) else { return nil }
    if Self.startWords.contains(where: { text.hasWord($0, at: end) }) { return (end, list) }
    guard end == text.scalars.count || text.scalars[end] == " " || text.scalars[end] == "、" else {
      return nil
    }
    return (end, list + "から")
  }

  /// The months with their year.
  ///
  /// A winter is of two years, and either may have been meant: `2027年冬` may be the months of winter that lie in the year,
  /// or the winter that begins in it.
  private func dated(_ months: [String], of year: String) -> String? {
    guard months.first == "12月" else { return months.map { year + $0 }.joined(separator: "か") }
    guard let next = year == Self.nextYear ? "再来年" : Int(year.dropLast()).map({ "\($0 + 1)年" })
    else { return nil }
    let later = months.dropFirst()
    return (later.map { year + $0 } + [year + "12月"] + later.map { next + $0 })
      .joined(separator: "か")
  }

  private static let nextYear = "来年"

  private static let others = [
    "not", "except", "excluding", "than", "but", "by", "before", "after", "until", "till",
    "deadline",
    "close", "closes", "closing", "due", "between", "graduated", "passed", "締切", "締め切り", "〆切", "応募",
    "出願",
    "は",
  ]

  /// `before spring 2027`, `締切 来春`: what stands before is said of a day or a stretch.
  private func isBehindOther(_ start: Int, of text: FoldedText) -> Bool {
    var end = start
    while end > 0, text.scalars[end - 1] == " " { end -= 1 }
    for lead in [" in", " the", " in the"] where text.hasWord(lead, before: end) {
      end -= lead.unicodeScalars.count
    }
    return Self.others.contains { text.hasWord($0, before: end) }
  }

  /// `2027年(度)(の)`, `来年の`.
  private func year(in text: FoldedText, at start: Int) -> (end: Int, written: String)? {
    if let next = nexts.first(where: { text.hasWord($0, at: start) }) {
      return (start + next.count, Self.nextYear)
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
    at start: Int, of text: FoldedText, isBeforeOther: Bool = false
  ) -> (end: Int, months: [String])? {
    guard start < text.scalars.count else { return nil }
    return seasons.first { text.hasWord($0.word, at: start) }.flatMap { season in
      let end = start + season.word.count
      return !isBeforeOther && self.season(goesOnAt: end, of: text) ? nil : (end, season.months)
    }
  }

  /// `springfield`, `秋田`, `春日井`: the beginning of another word.
  private func season(goesOnAt end: Int, of text: FoldedText) -> Bool {
    guard end < text.scalars.count else { return false }
    let next = text.scalars[end]
    return text.scalars[end - 1].isLatin
      ? next.isLatin : next.isKanji && !joints.contains(next)
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
    text.scalars[start].isKanji && text.scalars[start - 1].isKanji
  }
}
