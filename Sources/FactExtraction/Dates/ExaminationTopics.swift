import DocumentParsing
import DomainLexicon
import JapaneseText

/// Tells of labels that announce something else on the page of an examination than on other pages.
struct ExaminationTopics {
  let lexicon: Lexicon

  /// A statement with the matter that its label has there: `Registration: 1 September to 15 October 2026`.
  func told(_ statement: ReadStatement) -> ReadStatement {
    // 期間 is that of the training elsewhere.
    guard [nil, .documents, .training].contains(statement.topic),
      statement.statement.shape != .heading,
      let label = statement.statement.labels.last ?? statement.statement.column
    else { return statement }
    let name = FoldedText(Numbering.stripped(label)).withoutLetterSpacing
    guard
      lexicon.concepts.says(.windowLabel, asAllOf: name.scalars.indices, in: name)
        || isOfPapers(name, statement),
      isStretch(statement.text)
    else { return statement }
    return ReadStatement(
      statement: statement.statement, text: statement.text, topic: .application, label: label,
      kinds: statement.kinds, order: statement.order)
  }

  /// `受験手続 > 提出期間`: of other papers than those that one applies with it may be said elsewhere.
  private func isOfPapers(_ name: FoldedText, _ statement: ReadStatement) -> Bool {
    guard lexicon.concepts.says(.handingInLabel, asAllOf: name.scalars.indices, in: name),
      let heading = statement.statement.labels.dropLast().last ?? statement.statement.section.last
    else { return false }
    let head = FoldedText(heading)
    return lexicon.concepts.says(.takingPart, atEndOf: head.scalars.indices, in: head)
  }

  /// Whether days with an end stand there: at the desk one registers on the day of the examination.
  private func isStretch(_ text: FoldedText) -> Bool {
    let spans = DateReader().spans(in: text)
    return spans.contains { $0.opens != nil && $0.closes != nil }
      || !spans.isEmpty && lexicon.concepts.says(.closing, in: text)
  }
}
