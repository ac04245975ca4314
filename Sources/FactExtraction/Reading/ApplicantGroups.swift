import DomainLexicon
import JapaneseText

/// Tells labels that part the applicants of several rounds: `一次応募の方`, `後期の出願者`, `10月開始を希望する方`.
///
/// Such a label says for whom its value holds, not of what it speaks.
struct ApplicantGroups {
  let signs: SignTable

  /// Whether a label names those of one round, and nothing else.
  func names(_ label: String) -> Bool {
    let text = FoldedText(label).withoutBlanks
    let count = text.scalars.count
    return count <= 14 && signs.says(.person, atEndOf: text.scalars.indices, in: text)
      && signs.says(.roundOfPeople, in: text, range: 0..<min(6, count))
  }
}
