import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Days that another place of the page puts right: in a row of errata (誤 | 12月19日, 正 | 12月20日), in a sentence
/// (`12月19日を12月20日に改めます`), or by their matter alone (`選考日を12月20日に改める`).
struct DayErrata {
  private let lexicon: Lexicon
  private let years: ScheduleYears
  private var replaced: [PartialDate: PartialDate] = [:]
  private var moved: [LabelTopic: PartialDate] = [:]

  /// Finds the errata among statements.
  init(_ statements: [ReadStatement], lexicon: Lexicon, years: ScheduleYears) {
    self.lexicon = lexicon
    self.years = years
    for statement in statements where statement.statement.shape != .heading {
      if statement.statement.column != nil { readRow(of: statement, statements) }
      if lexicon.concepts.says(.changed, in: statement.text) { readSentences(of: statement) }
    }
  }

  /// A day, of a matter that goes by some names, as the errata have it.
  func corrected(_ day: PartialDate?, of topics: LabelTopic...) -> PartialDate? {
    day.map { day in
      topics.lazy.compactMap { moved[$0] }.first ?? replaced[day] ?? day
    }
  }

  // MARK: Rows

  private mutating func readRow(of statement: ReadStatement, _ statements: [ReadStatement]) {
    guard let right = day(of: statement, .new) else { return }
    for other in statements
    where other.statement.labels == statement.statement.labels
      && other.statement.section == statement.statement.section && other.statement.column != nil
    {
      if let wrong = day(of: other, .old) { replaced[wrong] = right }
    }
  }

  private func day(of statement: ReadStatement, _ change: DateChange) -> PartialDate? {
    let phrases = DatedPhrase.all(in: statement.text, isLabelled: true)
    guard let phrase = phrases.first, phrases.count == 1, phrase.span.mentions.count == 1,
      ChangeReader(lexicon: lexicon).change(of: phrase, in: statement) == change
    else { return nil }
    return phrase.span.mentions.first.flatMap { years.context(of: statement).date($0) }
  }

  // MARK: Sentences

  private mutating func readSentences(of statement: ReadStatement) {
    let changes = ChangeReader(lexicon: lexicon)
    var context = years.context(of: statement)
    var old: (opens: PartialDate?, closes: PartialDate?)?
    for phrase in DatedPhrase.all(in: statement.text, isLabelled: true) {
      let dates = context.dates(of: phrase.span)
      guard let first = dates.opens ?? dates.closes else { continue }
      context = context.following(
        first, isStated: phrase.span.mentions.contains { $0.year != nil })
      switch changes.change(of: phrase, in: statement) {
      case .old: old = dates
      case .new:
        if let old {
          replace(old.opens, dates.opens)
          replace(old.closes, dates.closes)
        } else if phrase.span.mentions.count == 1, let topic = movedTopic(phrase, statement.text) {
          moved[topic] = first
        }
      case .none: continue
      }
    }
  }

  private mutating func replace(_ old: PartialDate?, _ new: PartialDate?) {
    if let old, let new { replaced[old] = new }
  }

  /// What `選考日を` before a day names as moved to it.
  private func movedTopic(_ phrase: DatedPhrase, _ text: FoldedText) -> LabelTopic? {
    let words = text.string(in: phrase.before).trimmingBlanks
    guard words.hasSuffix("を") else { return nil }
    let start = words.lastIndex { "、。,".contains($0) }.map(words.index(after:))
    return lexicon.labels.exactTopic(of: String(words[(start ?? words.startIndex)...].dropLast()))
  }
}
