import DocumentParsing
import DomainLexicon
import JapaneseText

/// Reads prose: sentences without a label that say by themselves what they are about.
///
/// `定員は1名です`, `書類審査の後、2月25日に面接を行います`. What such a sentence states counts only where no
/// labelled piece of the page states the same fact.
struct SentenceTopics {
  let lexicon: Lexicon
  let scope: ClauseScope

  /// The sentences about a matter, each as a statement of its own.
  func statements(about topic: LabelTopic, in statements: [ReadStatement]) -> [ReadStatement] {
    statements.filter(isProse).flatMap { statement in
      statement.sentences.filter {
        speaks(of: topic, statement.text, $0) && scope.isAboutThis(statement.text, $0)
      }.map { statement.part($0, topic: topic) }
    }
  }

  private func isProse(_ statement: ReadStatement) -> Bool {
    guard [.paragraph, .answer, .labelledLine].contains(statement.statement.shape) else {
      return false
    }
    return [nil, .accepting, .intake, .application, .unrelated, .eligibility].contains(
      statement.topic)
  }

  private func speaks(
    of topic: LabelTopic, _ text: FoldedText, _ sentence: Range<Int>
  ) -> Bool {
    switch topic {
    case .capacity:
      return lexicon.concepts.says(.capacitySentence, in: text, range: sentence)
    case .training:
      return lexicon.concepts.says(.trainingTopic, in: text, range: sentence)
        && !lexicon.signs.says(.ofDoctors, in: text, range: sentence)
    case .selection:
      return lexicon.concepts.says(
        .interviewMethod, .writtenMethod, .practicalMethod, .documentsMethod, in: text,
        range: sentence)
        && lexicon.concepts.says(.selectionVerb, in: text, range: sentence)
    case .result:
      return !OwnResults(lexicon: lexicon, kind: scope.kind).words(in: text, sentence).isEmpty
        && !lexicon.concepts.says(.preliminaryExamination, in: text, range: sentence)
        // 検査の結果は1月15日までに提出すること: what is handed in is told by nobody.
        && (!lexicon.signs.says(.handedIn, in: text, range: sentence)
          || lexicon.signs.says(.outcomeTold, in: text, range: sentence))
    default: return false
    }
  }
}

extension ReadStatement {
  /// One sentence of a statement, read for a matter.
  func part(_ range: Range<Int>, topic: LabelTopic) -> ReadStatement {
    ReadStatement(
      statement: statement, text: FoldedText(text.original(of: range)), topic: topic, label: label,
      kinds: kinds, order: order)
  }

  /// The statement with the words of a note behind its own.
  func with(note: ReadStatement) -> ReadStatement {
    ReadStatement(
      statement: statement, text: FoldedText(text.original + "\n" + note.text.original),
      topic: topic, label: label, kinds: kinds, order: order)
  }
}
