import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Days that a table of errata puts right: 誤 | 12月19日, 正 | 12月20日 in one row.
struct DayErrata {
  private var replaced: [PartialDate: PartialDate] = [:]

  /// Finds the rows of errata among statements.
  init(_ statements: [ReadStatement], lexicon: Lexicon, years: ScheduleYears) {
    let changes = ChangeReader(lexicon: lexicon)
    func day(of statement: ReadStatement, _ change: DateChange) -> PartialDate? {
      let phrases = DatedPhrase.all(in: statement.text, isLabelled: true)
      guard let phrase = phrases.first, phrases.count == 1, phrase.span.mentions.count == 1,
        changes.change(of: phrase, in: statement) == change
      else { return nil }
      return phrase.span.mentions.first.flatMap { years.context(of: statement).date($0) }
    }
    for statement in statements where statement.statement.column != nil {
      guard let right = day(of: statement, .new) else { continue }
      for other in statements
      where other.statement.labels == statement.statement.labels
        && other.statement.section == statement.statement.section && other.statement.column != nil
      {
        if let wrong = day(of: other, .old) { replaced[wrong] = right }
      }
    }
  }

  /// A day as the errata have it.
  func corrected(_ day: PartialDate?) -> PartialDate? { day.map { replaced[$0] ?? $0 } }
}
