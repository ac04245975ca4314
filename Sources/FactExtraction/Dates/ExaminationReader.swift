import DocumentParsing
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
    var doubt = 0.0
    for statement in statements where isOfExamination(statement) {
      for phrase in DatedPhrase.all(in: statement.text, isLabelled: true)
      where isDay(phrase, statement) {
        guard let (first, second) = dates(of: phrase, in: statement) else { continue }
        let day = ExaminationDay(part: part(statement, phrase), starts: first, ends: second)
        guard !days.contains(where: { $0.starts == first && $0.part == day.part }) else { continue }
        days.append(day)
        quotes.append(Quote(statement, around: phrase.span.range))
        if phrase.span.mentions.contains(where: { YearContext.disagrees($0, with: first) }),
          second == nil
        {
          doubt = DateDoubt.wrongWeekday
        }
      }
    }
    return days.isEmpty
      ? nil : Finding(days, quotes: quotes, confidence: Confidence.labelled - doubt)
  }

  /// Whether a statement is about the examination itself, not about earlier ones.
  private func isOfExamination(_ statement: ReadStatement) -> Bool {
    guard [.selection, .selectionDay, .examDate].contains(statement.topic) else { return false }
    return !statement.statement.section.contains {
      lexicon.concepts.says(.stamp, .lastYear, in: FoldedText($0))
    }
  }

  /// Whether a day is that of a part: not of its result, nor until when something is done.
  private func isDay(_ phrase: DatedPhrase, _ statement: ReadStatement) -> Bool {
    let text = statement.text
    let change = ChangeReader(lexicon: lexicon).change(of: phrase, in: statement)
    let words = text.string(in: phrase.before) + text.string(in: phrase.after)
    return change != .old
      && !lexicon.concepts.says(.resultWord, in: text, range: phrase.before)
      && !lexicon.concepts.says(.resultWord, in: text, range: phrase.after)
      && !["まで", "納付", "公開", "掲載", "更新", "現在", "申請", "出願"].contains(where: words.contains)
      && phrase.span.mentions.contains { $0.day != nil || $0.month != nil }
  }

  private func dates(
    of phrase: DatedPhrase, in statement: ReadStatement
  ) -> (PartialDate, PartialDate?)? {
    let dates = years.context(of: statement).dates(of: phrase.span)
    guard let first = dates.opens ?? dates.closes else { return nil }
    return (first, dates.opens == nil ? nil : dates.closes)
  }

  /// The name of the part: the words before its day, else the label.
  private func part(_ statement: ReadStatement, _ phrase: DatedPhrase) -> String? {
    let name = statement.text.string(in: phrase.before).trimmingBlanks
      .trimmingSuffix { ":( はが".contains($0) }
    if (2...20).contains(name.count) { return name }
    let label = statement.statement.labels.last ?? ""
    let isPart = !SelectionMethods(lexicon: lexicon).methods(ofLabel: label).isEmpty
    return isPart && label.count <= 20 ? label : nil
  }

  /// The cities: names of prefectures and their capitals at the beginning of an entry.
  func venues(in statements: [ReadStatement]) -> Finding<[String]>? {
    let cities = WordFinder(
      lexicon.places.names.filter { $0.name.unicodeScalars.first?.isKanji == true }.map {
        ($0.name, $0.name)
      })
    var found: [String] = []
    var quotes: [Quote] = []
    let labelled = statements.filter { $0.topic == .venue }
    let own = labelled.isEmpty ? statements.filter(isOfExamination) : labelled
    for statement in own {
      let count = found.count
      for match in cities.matches(in: statement.text) where !found.contains(match.meaning) {
        // A name inside another word (東京見本会館) counts only at its beginning.
        let before =
          match.range.lowerBound > 0 ? statement.text.scalars[match.range.lowerBound - 1] : " "
        guard !before.isJapanese, !labelled.isEmpty || isInLineOfPlaces(match.range, statement.text)
        else { continue }
        found.append(match.meaning)
      }
      if found.count > count { quotes.append(Quote(statement)) }
    }
    return found.isEmpty ? nil : Finding(found, quotes: quotes)
  }

  /// `札幌、東京、福岡の各会場`, `東京(幻国際会館)`: a line beside the day that begins with a city and names a hall.
  private func isInLineOfPlaces(_ city: Range<Int>, _ text: FoldedText) -> Bool {
    let line = text.stretch(around: city) { "。\n".unicodeScalars.contains($0) }
    let words = text.string(in: line)
    return ["会場", "会館", "ホール", "プラザ", "センター"].contains(where: words.contains)
      && DateReader().dates(in: text, range: line).isEmpty
  }
}
