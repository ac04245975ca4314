import DocumentParsing
import DomainLexicon
import JapaneseText

/// Reads the cities in which an examination is held.
struct ExaminationVenues {
  let lexicon: Lexicon

  /// The cities: names of prefectures and their capitals at the beginning of an entry.
  func venues(in statements: [ReadStatement]) -> Finding<[String]>? {
    let (japanese, latin) = (lexicon.places.japaneseNames, lexicon.places.latinNames)
    let own = statements.filter(ExaminationMatter(lexicon: lexicon).isOfThisRound)
    let labelled = own.filter { $0.topic == .venue }
    let places = labelled.isEmpty ? own.filter(isOfDays) : labelled
    var found: [String] = []
    var quotes: [Quote] = []
    for statement in places {
      let count = found.count
      let isJapanese = statement.text.scalars.contains(where: \.isJapanese)
      for match in (isJapanese ? japanese : latin).matches(in: statement.text)
      where !found.contains(match.meaning) {
        guard beginsEntry(match.range, statement.text),
          !labelled.isEmpty || isInLineOfPlaces(match.range, statement.text)
        else { continue }
        found.append(match.meaning)
      }
      if found.count > count { quotes.append(Quote(statement)) }
    }
    return found.isEmpty ? nil : Finding(found, quotes: quotes)
  }

  private func isOfDays(_ statement: ReadStatement) -> Bool {
    [.selection, .selectionDay, .examDate].contains(statement.topic)
  }

  /// A name inside another word (東京見本会館) counts only at its beginning; 及び ends an entry.
  private func beginsEntry(_ city: Range<Int>, _ text: FoldedText) -> Bool {
    guard city.lowerBound > 0, text.scalars[city.lowerBound - 1].isJapanese else { return true }
    return ["及び", "および", "並びに", "又は", "または", "と", "・", "は", "が"].contains {
      text.hasWord($0, before: city.lowerBound)
    }
  }

  /// `札幌、東京、福岡の各会場`, `東京(幻国際会館)`: a line beside the day that begins with a city and names a hall.
  private func isInLineOfPlaces(_ city: Range<Int>, _ text: FoldedText) -> Bool {
    let line = text.stretch(around: city) { "。\n".unicodeScalars.contains($0) }
    let words = text.string(in: line)
    return ["会場", "会館", "ホール", "プラザ", "センター"].contains(where: words.contains)
      && DateReader().dates(in: text, range: line).isEmpty
  }
}
