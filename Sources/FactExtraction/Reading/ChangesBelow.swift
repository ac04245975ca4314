import DocumentParsing
import DomainLexicon
import JapaneseText

/// Ties a note that only moves a day to the line right above it: `出願期間：5月1日～5月29日` and below it `※6月5日まで延長しました。`.
struct ChangesBelow {
  let lexicon: Lexicon

  /// The matters whose days are moved so.
  private static let topics: Set<LabelTopic> = [
    .application, .examDate, .selectionDay, .selection, .result,
  ]

  /// The statements, each with the note below it that says nothing but its new day.
  func tied(_ statements: [ReadStatement]) -> [ReadStatement] {
    guard let first = statements.first else { return [] }
    return zip(statements, statements.dropFirst()).reduce(into: [first]) { tied, pair in
      if isChange(pair.1, of: pair.0) {
        tied[tied.count - 1] = pair.0.with(note: pair.1)
      } else {
        tied.append(pair.1)
      }
    }
  }

  /// Whether a note begins with the day and goes on with what was done with it.
  private func isChange(_ note: ReadStatement, of line: ReadStatement) -> Bool {
    guard let topic = line.topic, Self.topics.contains(topic), !line.statement.labels.isEmpty,
      note.statement.shape == .paragraph, note.statement.labels.isEmpty,
      note.statement.section == line.statement.section, note.order == line.order + 1,
      DateReader().dates(in: line.text).contains(where: { $0.day != nil })
    else { return false }
    let text = note.text
    let words = text.trimmed(text.scalars.indices)
    guard let mark = words.first, text.scalars[mark] == "※" || text.scalars[mark] == "→",
      let date = DateReader().dates(in: text).first, date.day != nil,
      text.trimmed(mark + 1..<date.range.lowerBound).isEmpty
    else { return false }
    let sentence = text.stretch(around: date.range) { "。\n".unicodeScalars.contains($0) }
    let rest = date.range.upperBound..<sentence.upperBound
    // ※5月15日に会場を変更しました: when something else was changed.
    return lexicon.concepts.ranges(of: .changed, in: text, range: rest).first.map {
      !text.contains("を", in: rest.lowerBound..<$0.lowerBound)
        && !text.hasWord("され", at: $0.upperBound)
    } ?? false
  }
}
