import DocumentParsing
import DomainLexicon
import JapaneseText

/// Tells what a society's page says of the round that it announces from what it says of earlier rounds,
/// of renewal, and of seminars and meetings.
struct ExaminationMatter {
  let lexicon: Lexicon

  /// Whether all headings and labels of a statement leave it to the examination announced.
  func isOfThisRound(_ statement: ReadStatement) -> Bool {
    let words = statement.statement
    return words.section.allSatisfy(leavesToThisRound)
      && words.labels.allSatisfy(leavesToThisRound)
      && words.column.map(leavesToThisRound) ?? true
  }

  /// Whether no heading above a statement says that it is of earlier rounds or of what others hold: これまでの試験.
  func isNoEarlierRound(_ statement: ReadStatement) -> Bool {
    statement.statement.section.allSatisfy {
      let text = FoldedText($0).withoutLetterSpacing
      return !lexicon.concepts.says(.examinationOfOthers, in: text)
        && (!lexicon.concepts.says(.pastExamination, in: text)
          || lexicon.concepts.says(.compared, in: text))
    }
  }

  /// Whether a heading or label names neither another matter nor an earlier round.
  func leavesToThisRound(_ heading: String) -> Bool {
    let text = FoldedText(heading).withoutLetterSpacing
    // 試験の概要（前回との比較）: both rounds stand below.
    // 会場は昨年と同じですか: the question is of this round.
    if lexicon.concepts.says(.pastExamination, in: text),
      !lexicon.concepts.says(.compared, in: text), !lexicon.signs.says(.asBefore, in: text)
    {
      return false
    }
    if lexicon.concepts.says(.examinationOfOthers, in: text) { return false }
    let others = lexicon.concepts.ranges(of: .notTheExamination, in: text)
    guard let first = others.first else { return true }
    // 試験対策セミナー is a seminar; 認定試験・更新 and 新規受験と更新 head both.
    let examinations = lexicon.concepts.ranges(of: .examinationWord, in: text)
    guard let own = examinations.first ?? lexicon.concepts.ranges(of: .sitting, in: text).first
    else { return false }
    let between = own.upperBound..<max(own.upperBound, first.lowerBound)
    return text.scalars[between].contains { "・、と及/ ".unicodeScalars.contains($0) }
      || own.lowerBound > first.lowerBound
  }
}
