import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Tells the page of an examination by what it is built of, whatever the examination is called.
struct ExaminationPage {
  let page: PageReading

  /// How many matters of an examination must stand on the page.
  private static let leastMatters = 3
  /// What a page on an examination tells of it.
  private static let matters: Set<LabelTopic> = [
    .examDate, .selectionDay, .venue, .fee, .otherMoney, .application, .result, .eligibility,
  ]

  /// Whether a title names an examination of doctors, and the page tells when or where it is held and
  /// what else belongs to it.
  ///
  /// A hospital's own selection has another title, and 採用試験 and 入学試験 are other matters.
  var isOne: Bool {
    guard page.titles.contains(where: isNamed), !page.titles.contains(where: isOfAnotherKind),
      speaksOfDoctors
    else { return false }
    let told = Set(page.statements.compactMap(\.topic)).intersection(Self.matters)
    return told.count >= Self.leastMatters
      && !told.isDisjoint(with: [.examDate, .selectionDay, .venue])
  }

  private func isNamed(_ title: ReadStatement) -> Bool {
    page.lexicon.signs.says(.examinationTitle, in: title.text)
      && !page.lexicon.signs.says(.otherExaminationTitle, in: title.text)
  }

  private func isOfAnotherKind(_ title: ReadStatement) -> Bool {
    title.kinds.contains { $0.name.kind != .examination }
  }

  private var speaksOfDoctors: Bool {
    page.statements.contains { page.lexicon.signs.says(.doctor, in: $0.text) }
  }
}
