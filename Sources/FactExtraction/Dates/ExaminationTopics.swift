import DocumentParsing
import DomainLexicon
import JapaneseText

/// Tells of labels that announce something else on the page of an examination than on other pages.
struct ExaminationTopics {
  let lexicon: Lexicon

  /// A statement with the matter that its label has there: `Registration: 1 September to 15 October 2026`.
  func told(_ statement: ReadStatement) -> ReadStatement {
    guard statement.topic == nil, statement.statement.shape != .heading,
      let label = statement.statement.labels.last ?? statement.statement.column
    else { return statement }
    let name = FoldedText(Numbering.stripped(label)).withoutLetterSpacing
    guard lexicon.concepts.says(.windowLabel, asAllOf: name.scalars.indices, in: name),
      isStretch(statement.text)
    else { return statement }
    return ReadStatement(
      statement: statement.statement, text: statement.text, topic: .application, label: label,
      kinds: statement.kinds, order: statement.order)
  }

  /// Whether days with an end stand there: at the desk one registers on the day of the examination.
  private func isStretch(_ text: FoldedText) -> Bool {
    let spans = DateReader().spans(in: text)
    return spans.contains { $0.opens != nil && $0.closes != nil }
      || !spans.isEmpty && lexicon.concepts.says(.closing, in: text)
  }
}
