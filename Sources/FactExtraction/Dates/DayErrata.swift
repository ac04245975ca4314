import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Days that another place of the page puts right: in a row or in two lines of errata (誤 | 12月19日, 正 | 12月20日), in a sentence
/// (`12月19日を12月20日に改めます`), or by their matter alone (`選考日を12月20日に改める`).
struct DayErrata {
  private let lexicon: Lexicon
  private let years: ScheduleYears
  private var replaced: [PartialDate: PartialDate] = [:]
  /// Those of rows and lines, and those of sentences about the deadline, which may be days of windows.
  private var listed: [PartialDate: PartialDate] = [:]
  private var moved: [LabelTopic: PartialDate] = [:]
  /// What sentences say before a new day that no old one stands beside: `二次の試験日は、会場の都合により`.
  private var movedBehind: [(words: String, day: PartialDate)] = []

  /// Finds the errata among statements.
  init(_ statements: [ReadStatement], lexicon: Lexicon, years: ScheduleYears) {
    self.lexicon = lexicon
    self.years = years
    readRows(statements.filter { $0.statement.column != nil })
    readLines(statements)
    for statement in statements
    where statement.statement.shape != .heading
      && lexicon.concepts.says(.changed, .notButThat, in: statement.text)
    {
      readSentences(of: statement)
    }
  }

  /// A day, of a matter that goes by some names, as the errata have it.
  ///
  /// Where the matter has several days, only a day that they name is put right: `面接日を12月15日に改める`
  /// does not move the written test.
  func corrected(
    _ day: PartialDate?, of topics: LabelTopic..., among days: [PartialDate]
  ) -> PartialDate? {
    guard let day else { return nil }
    if Set(days).count <= 1, let new = topics.lazy.compactMap({ moved[$0] }).first {
      return Self.day(new, movedFrom: day)
    }
    return replaced[day] ?? Self.withoutYear(day, in: replaced) ?? day
  }

  /// A day of any matter as a list of errata has it.
  func corrected(_ day: PartialDate?) -> PartialDate? {
    day.flatMap { listed[$0] ?? Self.withoutYear($0, in: listed) } ?? day
  }

  /// `発表の日を12月7日から12月14日に変更しました`: days without a year are of the year of the day that they name.
  private static func withoutYear(
    _ day: PartialDate, in replaced: [PartialDate: PartialDate]
  ) -> PartialDate? {
    guard let month = day.month, let number = day.day,
      let named = PartialDate(month: month, day: number), let new = replaced[named]
    else { return nil }
    return Self.day(new, movedFrom: day)
  }

  /// A new day, in the year of the old one or the next where it has none.
  private static func day(_ new: PartialDate, movedFrom old: PartialDate) -> PartialDate {
    guard new.year == nil, let newMonth = new.month, let year = old.year, let month = old.month
    else { return new }
    return new.inYear(newMonth + 6 < month ? year + 1 : year) ?? new
  }

  /// The day that a sentence gives to the only part that it names, of some: `二次の試験日は10月17日に変更しました`.
  func moved(_ part: String?, among parts: [String]) -> PartialDate? {
    guard let part else { return nil }
    let name = FoldedText(part).string
    return movedBehind.last { words, _ in
      !parts.contains { $0 != part && words.contains(FoldedText($0).string) }
        && words.ranges(of: name).last.map { saysWhen(words[$0.upperBound...]) } == true
        && !words.contains("場合")
        && !lexicon.concepts.says(.maybeNeed, in: FoldedText(words))
    }?.day
  }

  /// What may stand between a part and what is said of its day.
  private static let dayNouns = ["の試験日", "試験日", "の日程", "の期日", "の実施日", "の日", "日", ""]

  /// Whether the words behind a part name its day and nothing else but a reason: `の試験日は、会場の都合により`.
  private func saysWhen(_ words: Substring) -> Bool {
    var rest = words.drop { $0 == " " }
    if rest.first == "(", let close = rest.firstIndex(of: ")") {
      rest = rest[rest.index(after: close)...]
    }
    guard let noun = Self.dayNouns.first(where: rest.hasPrefix),
      let particle = rest.dropFirst(noun.count).first, "はをが".contains(particle)
    else { return false }
    return isReason(rest.dropFirst(noun.count + 1))
  }

  /// Nothing, or `、台風の影響を考え、`: why a day is moved, and no condition on whose it is.
  private func isReason(_ words: Substring) -> Bool {
    if words.isEmpty || words == "、" { return true }
    let text = FoldedText(String(words))
    return words.hasPrefix("、") && lexicon.signs.says(.reason, in: text)
      && !["場合", "のみ", "限り"].contains { words.contains($0) }
      && DateReader().dates(in: text).isEmpty
  }

  // MARK: Rows

  private mutating func readRows(_ cells: [ReadStatement]) {
    let changes = ChangeReader(lexicon: lexicon)
    var rows: [[[String]]: (old: [PartialDate], new: PartialDate?)] = [:]
    for cell in cells {
      let phrases = DatedPhrase.all(in: cell.text, isLabelled: true)
      guard let phrase = phrases.first, phrases.count == 1, phrase.span.mentions.count == 1,
        let day = phrase.span.mentions.first.flatMap({ years.context(of: cell).date($0) })
      else { continue }
      let row = [cell.statement.labels, cell.statement.section]
      switch changes.change(of: phrase, in: cell) {
      case .old: rows[row, default: ([], nil)].old.append(day)
      case .new: rows[row, default: ([], nil)].new = day
      case .none: continue
      }
    }
    for (row, days) in rows {
      guard let new = days.new else { continue }
      for old in days.old {
        replaced[old] = new
        if isOfApplying(row[0]) { list(old, new) }
      }
    }
  }

  /// `（誤）6月30日まで`, `（正）6月26日まで`: a line right below another; the line above them may say of what they are.
  private mutating func readLines(_ statements: [ReadStatement]) {
    var old: (opens: PartialDate?, closes: PartialDate?)?
    var above = ""
    for statement in statements
    where statement.statement.column == nil && statement.statement.shape != .heading {
      let text = statement.text
      let phrases = DatedPhrase.all(in: text, isLabelled: true)
      guard let phrase = phrases.first, phrases.count == 1, let isNew = isNew(statement, phrase)
      else {
        old = nil
        above = text.string
        continue
      }
      let dates = years.context(of: statement).dates(of: phrase.span)
      guard isNew else {
        old = dates
        continue
      }
      if let old {
        replace(old.opens, dates.opens)
        replace(old.closes, dates.closes)
        if isOfApplying([above, text.string] + statement.statement.labels) {
          list(old.opens, dates.opens)
          list(old.closes, dates.closes)
        }
      }
      old = nil
    }
  }

  /// Whether a line is of what replaces something, or of what is replaced; nil where it is neither.
  private func isNew(_ statement: ReadStatement, _ phrase: DatedPhrase) -> Bool? {
    let text = statement.text
    if lexicon.signs.says(.markedOld, atStartOf: text.scalars.indices, in: text) { return false }
    if lexicon.signs.says(.markedNew, atStartOf: text.scalars.indices, in: text) { return true }
    switch ChangeReader(lexicon: lexicon).change(of: phrase, in: statement) {
    case .old: return false
    case .new: return true
    case .none: return nil
    }
  }

  /// Whether what stands beside errata says that they are of the days of applying: `5 受付期間`, not `説明会の申込`.
  private func isOfApplying(_ words: [String]) -> Bool {
    let text = FoldedText(words.joined(separator: "\n"))
    return lexicon.concepts.says(.applicationWord, in: text)
      && !lexicon.signs.says(.otherMatter, .besideApplying, in: text)
  }

  private mutating func list(_ old: PartialDate?, _ new: PartialDate?) {
    if let old, let new { listed[old] = new }
  }

  // MARK: Sentences

  private mutating func readSentences(of statement: ReadStatement) {
    let changes = ChangeReader(lexicon: lexicon)
    let text = statement.text
    var context = years.context(of: statement)
    var old: (opens: PartialDate?, closes: PartialDate?)?
    var end = 0
    for phrase in DatedPhrase.all(in: text, isLabelled: true) {
      let start = phrase.span.range.lowerBound
      if text.scalars[min(end, start)..<start].contains("。") { old = nil }
      end = phrase.span.range.upperBound
      let isOfElse = isOfElse(text, around: phrase.span.range)
      guard !changes.isDayOfChange(phrase, text),
        !isOfElse || isOfDeadline(text, around: phrase.span.range)
      else { continue }
      let dates = context.dates(of: phrase.span)
      guard let first = dates.opens ?? dates.closes else { continue }
      context = context.following(
        first, isStated: phrase.span.mentions.contains { $0.year != nil })
      switch changes.change(of: phrase, in: statement) {
      case .old: old = dates
      case .new:
        if isOfElse {
          let pair = old.map { ($0.closes ?? $0.opens, dates.closes ?? dates.opens) }
          let (from, to) = pair ?? (dates.opens, dates.closes)
          if pair != nil || changes.movesBetweenItsDays(phrase, text), let from, let to {
            listed[from] = to
          }
        } else if let old {
          replace(old.opens, dates.opens)
          replace(old.closes, dates.closes)
        } else if changes.movesBetweenItsDays(phrase, text) {
          replace(dates.opens, dates.closes)
        } else if phrase.span.mentions.count == 1, first.day != nil {
          if let topic = movedTopic(phrase, text) { moved[topic] = first }
          let sentence = text.stretch(around: start..<start) { $0 == "。" || $0 == "\n" }
          movedBehind.append((text.string(in: sentence.lowerBound..<start), first))
        }
        old = nil
      case .none: continue
      }
    }
  }

  /// Whether a sentence speaks of an earlier round, of a visit or a briefing, or of the deadline.
  private func isOfElse(_ text: FoldedText, around day: Range<Int>) -> Bool {
    let sentence = text.stretch(around: day) { $0 == "。" || $0 == "\n" }
    return lexicon.concepts.says(.pastExamination, .closing, in: text, range: sentence)
      || lexicon.signs.says(.otherMatter, in: text, range: sentence)
  }

  /// `第2回の募集締切を11月27日から12月4日に延長しました`: of the days of applying, and of nothing that another sentence is of.
  private func isOfDeadline(_ text: FoldedText, around day: Range<Int>) -> Bool {
    let sentence = text.stretch(around: day) { $0 == "。" || $0 == "\n" }
    return lexicon.concepts.says(.closing, in: text, range: sentence)
      && lexicon.concepts.says(.applicationWord, in: text, range: sentence)
      && !lexicon.concepts.says(.pastExamination, .notTheWindow, in: text, range: sentence)
      && !lexicon.signs.says(.otherMatter, in: text, range: sentence)
  }

  private mutating func replace(_ old: PartialDate?, _ new: PartialDate?) {
    if let old, let new { replaced[old] = new }
  }

  /// What `選考日を` before a day names as moved to it; a reason may stand between: `選考の日を、台風の影響を考え、`.
  private func movedTopic(_ phrase: DatedPhrase, _ text: FoldedText) -> LabelTopic? {
    let start = phrase.span.range.lowerBound
    let sentence = text.stretch(around: start..<start) { "。\n※".unicodeScalars.contains($0) }
    let words = text.string(in: sentence.lowerBound..<start).trimmingBlanks
    return words.indices.lazy.filter { words[$0] == "を" }.compactMap { mark in
      guard isReason(words[words.index(after: mark)...]) else { return nil }
      let name = words[..<mark].split { "、,".contains($0) }.last ?? ""
      return lexicon.labels.exactTopic(of: String(name))
    }.first
  }
}
