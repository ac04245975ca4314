import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Tells the page of an examination by what it is built of, whatever the examination is called.
struct ExaminationPage {
  let page: PageReading

  /// How many matters of an examination must stand on the page.
  private static let leastMatters = 3
  /// How many an article among others must tell.
  private static let leastOfArticle = 2
  /// What a page on an examination tells of it.
  private static let matters: Set<LabelTopic> = [
    .examDate, .selectionDay, .venue, .fee, .otherMoney, .application, .result, .eligibility,
  ]

  /// Whether a title names an examination of doctors, and the page tells when or where it is held and
  /// what else belongs to it.
  ///
  /// A hospital's own selection has another title, and 採用試験 and 入学試験 are other matters.
  var isOne: Bool {
    let isNamed = page.titles.contains(where: isNamed)
    guard
      isNamed || page.titles.contains(where: namesAnExamination) || isCalledSo
        || page.statements.prefix(Self.lead).contains(where: isHeadOfNotice),
      !page.titles.contains(where: isOfAnotherKind), isNamed ? speaksOfDoctors : isForDoctors
    else { return false }
    let told = Set(page.statements.compactMap(\.topic)).intersection(Self.matters)
    return told.count >= Self.leastMatters + (isNamed ? 0 : 1)
      && (isCalledSo || saysWhenItIsHeld || isNamed && saysWhenSomebodyIsChosen
        || !told.isDisjoint(with: [.examDate, .selectionDay, .venue]))
  }

  /// `Days: Saturday, 6 February 2027`, `学説試験第2部: 9月25日（金）`: a label that elsewhere may head any day, or that names a
  /// part of the examination.
  private func isBesideDay(_ statement: ReadStatement) -> Bool {
    guard [nil, .selection].contains(statement.topic), let label = statement.statement.labels.last
    else { return false }
    let words = FoldedText(label).withoutLetterSpacing
    return
      (page.lexicon.signs.says(.dayLabel, asAllOf: words.scalars.indices, in: words)
      || page.lexicon.signs.says(.examinationNoun, in: words))
      && DateReader().dates(in: statement.text).contains {
        $0.day != nil && $0.range.lowerBound <= Self.longestLead
      }
  }

  /// `第2次審査 | 令和8年8月29日`, `審査の日程 > 筆記 8月29日`: a board that examines may call it otherwise.
  private var saysWhenSomebodyIsChosen: Bool {
    page.statements.contains { statement in
      statement.topic == .selection
        && DateReader().dates(in: statement.text).contains { $0.day != nil }
    }
  }

  /// The most characters before a day that is what its label announces.
  private static let longestLead = 12

  /// `Candidates sit a paper on 2 October 2027`: a sentence says when, where nothing is labelled so.
  private var saysWhenItIsHeld: Bool {
    page.statements.contains(where: isBesideDay)
      || page.statements.contains { statement in
        let text = statement.text
        return statement.sentences.contains { sentence in
          (page.lexicon.signs.says(.englishHeld, in: text, range: sentence)
            || page.lexicon.signs.says(.heldAsExamination, in: text, range: sentence))
            && page.lexicon.signs.says(.examinationNoun, in: text, range: sentence)
            && DateReader().dates(in: text, range: sentence).contains { $0.day != nil }
        }
      }
  }

  /// Whether a title or the heading of an article names an examination.
  func isNamedBy(_ title: ReadStatement) -> Bool { isNamed(title) || namesAnExamination(title) }

  /// Whether an article tells when or where an examination is held and what else belongs to it.
  func tells(_ article: [ReadStatement]) -> Bool {
    Set(article.compactMap(\.topic)).intersection(Self.matters).count >= Self.leastOfArticle
      && (article.contains { [.examDate, .selectionDay, .venue].contains($0.topic) }
        || article.contains(where: isBesideDay))
  }

  private func isNamed(_ title: ReadStatement) -> Bool {
    page.lexicon.signs.says(.examinationTitle, in: title.text)
      && !page.lexicon.signs.says(.otherExaminationTitle, in: title.text)
  }

  /// `第3条　専門医試験（以下「試験」という。）は`: a rule that is about an examination.
  private var isCalledSo: Bool {
    page.statements.contains {
      page.lexicon.concepts.says(.calledExamination, in: $0.text)
        && page.lexicon.concepts.says(.namedExamination, in: $0.text)
    }
  }

  /// How many pieces may stand before the line that says what a notice is about.
  private static let lead = 8
  /// The longest such line.
  private static let longestHead = 40

  /// `令 和 ８ 年 度　指 導 医 試 験 に つ い て （ 公 示 ）` below whom a letter goes to.
  private func isHeadOfNotice(_ line: ReadStatement) -> Bool {
    guard [.heading, .paragraph].contains(line.statement.shape), line.statement.labels.isEmpty,
      line.text.scalars.count <= Self.longestHead, !line.text.scalars.contains("。"),
      !page.lexicon.concepts.says(.renewal, in: line.text)
    else { return false }
    let isHead =
      page.lexicon.concepts.says(.tidings, in: line.text)
      || page.lexicon.signs.says(.examinationTitle, in: line.text)
    return isHead && namesAnExamination(line)
  }

  /// `Final Examination 2027`, `指導医試験について`: an examination that the tables have no name for.
  private func namesAnExamination(_ title: ReadStatement) -> Bool {
    page.lexicon.signs.says(.examinationNoun, in: title.text)
      && page.lexicon.concepts.says(.namedExamination, in: title.text.withoutLetterSpacing)
      && !page.lexicon.signs.says(.otherExaminationTitle, in: title.text)
  }

  private func isOfAnotherKind(_ title: ReadStatement) -> Bool {
    title.kinds.contains { $0.name.kind != .examination }
  }

  /// Whether a title, or what it says of who may sit, names doctors and nobody else.
  private var isForDoctors: Bool {
    let told = page.titles + page.statements.prefix(Self.lead).filter(isHeadOfNotice)
    let eligible = page.statements.filter { $0.topic == .eligibility }
    return !told.contains { page.lexicon.concepts.says(.otherProfession, in: $0.text) }
      && (told + eligible).contains { page.lexicon.signs.says(.doctor, in: $0.text) }
  }

  private var speaksOfDoctors: Bool {
    page.statements.contains { page.lexicon.signs.says(.doctor, in: $0.text) }
  }
}
