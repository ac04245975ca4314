import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads the days and the cities of an examination.
struct ExaminationReader {
  let lexicon: Lexicon
  let years: ScheduleYears

  /// The days of the parts.
  func days(in statements: [ReadStatement]) -> Finding<[ExaminationDay]>? {
    var days: [ExaminationDay] = []
    var quotes: [Quote] = []
    for statement in statements
    where statement.topic == .selectionDay || statement.topic == .examDate {
      for line in statement.sentences {
        for span in DateReader().spans(in: statement.text, range: line) {
          guard let mention = span.opens ?? span.closes, mention.day != nil || mention.month != nil
          else { continue }
          let first = years.context(of: statement).date(mention)
          guard let first else { continue }
          let second =
            span.opens == nil
            ? nil : span.closes.flatMap { years.context(of: statement).date($0, after: first) }
          days.append(
            ExaminationDay(
              part: part(statement, line, before: span.range), starts: first, ends: second))
          quotes.append(Quote(statement, around: span.range))
        }
      }
    }
    return days.isEmpty ? nil : Finding(days, quotes: quotes)
  }

  private func part(_ statement: ReadStatement, _ line: Range<Int>, before date: Range<Int>)
    -> String?
  {
    let name = statement.text.string(in: line.lowerBound..<max(line.lowerBound, date.lowerBound))
      .trimmingBlanks.trimmingSuffix { ":( ".contains($0) }
    return (2...20).contains(name.count) ? name : nil
  }

  /// The cities: names of prefectures and their capitals at the beginning of an entry.
  func venues(in statements: [ReadStatement]) -> Finding<[String]>? {
    let cities = WordFinder(
      lexicon.places.names.filter { $0.name.unicodeScalars.first?.isKanji == true }.map {
        ($0.name, $0.name)
      })
    var found: [String] = []
    var quotes: [Quote] = []
    for statement in statements where statement.topic == .venue {
      for match in cities.matches(in: statement.text) where !found.contains(match.meaning) {
        // A name inside another word (東京見本会館) counts only at its beginning.
        let before =
          match.range.lowerBound > 0 ? statement.text.scalars[match.range.lowerBound - 1] : " "
        guard !before.isJapanese else { continue }
        found.append(match.meaning)
      }
      if !found.isEmpty { quotes.append(Quote(statement)) }
    }
    return found.isEmpty ? nil : Finding(found, quotes: quotes)
  }
}
