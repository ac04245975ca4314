import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Puts cities right that a sentence elsewhere on the page moves: `口述試験の会場は、大阪（見本会館）から京都（例文化センター）に変更になりました`.
extension ExaminationVenues {
  /// A city that another one replaces, and the part of the examination that the sentence names.
  private struct Move {
    let old: String
    let new: String
    let methods: Set<Selection.Method>
    let quote: Quote
  }

  /// The cities that labels name, with those that corrections give instead.
  func corrected(
    _ labelled: Finding<[String]>, in statements: [ReadStatement]
  ) -> Finding<[String]> {
    guard statements.contains(where: { lexicon.signs.says(.movedThere, in: $0.text) }) else {
      return labelled
    }
    let latest = statements.flatMap { DateReader().years(in: $0.text) }.map(\.year).max() ?? 0
    // 2025年度の会場は大阪から京都に変更しました on the page of 2026.
    let moves = statements.flatMap { self.moves(in: $0) { $0.year < latest } }
    var found = labelled
    for move in moves {
      guard let place = found.value.firstIndex(of: move.old) else { continue }
      let others = statements.filter { $0.topic == .venue && isElsewhere($0, than: move) }
      if others.isEmpty { found.value.remove(at: place) }
      if !found.value.contains(move.new) {
        found.value.insert(move.new, at: min(place + (others.isEmpty ? 0 : 1), found.value.count))
      }
      found.quotes.append(move.quote)
    }
    return found
  }

  /// Whether a statement holds the old city for a part that the move leaves where it is.
  private func isElsewhere(_ statement: ReadStatement, than move: Move) -> Bool {
    guard !move.methods.isEmpty,
      CityNames(lexicon: lexicon).names(in: statement.text).contains(where: {
        $0.name == move.old
      })
    else { return false }
    // 筆記試験:東京／面接試験:仙台: the cell may name the part itself.
    let heads =
      statement.statement.labels + statement.statement.section.suffix(1) + [statement.text.string]
    let methods = SelectionMethods(lexicon: lexicon)
    return heads.map(methods.methods(ofLabel:)).allSatisfy { $0.isDisjoint(with: move.methods) }
  }

  private func moves(in statement: ReadStatement, isOver: (YearMention) -> Bool) -> [Move] {
    let text = statement.text
    let cities = CityNames(lexicon: lexicon).names(in: text)
    return zip(cities, cities.dropFirst()).compactMap { old, new in
      let sentence = text.stretch(around: new.range) { "。\n".unicodeScalars.contains($0) }
      let end = endOfHall(behind: old.range.upperBound, text)
      let newEnd = endOfHall(behind: new.range.upperBound, text)
      guard sentence.contains(old.range.lowerBound), end <= new.range.lowerBound,
        newEnd <= sentence.upperBound, old.name != new.name
      else { return nil }
      let gap = end..<new.range.lowerBound
      let lead = sentence.lowerBound..<old.range.lowerBound
      let behind = newEnd..<sentence.upperBound
      let signs = lexicon.signs
      guard
        signs.says(.venueMove, asAllOf: text.trimmed(gap), in: text),
        signs.says(.movedThere, atStartOf: behind, in: text),
        lexicon.concepts.says(.placeNoun, in: text, range: lead),
        !signs.says(.otherEvent, in: text, range: lead),
        !lexicon.concepts.says(.otherEvents, in: text, range: lead),
        !lexicon.concepts.says(.mayChange, in: text, range: behind),
        !lexicon.concepts.says(.pastExamination, .laterRound, in: text, range: lead),
        !signs.says(.changedLastYear, in: text, range: lead),
        !DateReader().years(in: text, range: lead).contains(where: isOver)
      else { return nil }
      return Move(
        old: old.name, new: new.name,
        methods: SelectionMethods(lexicon: lexicon).methods(ofLabel: text.string(in: lead)),
        quote: Quote(statement, around: sentence))
    }
  }
}
