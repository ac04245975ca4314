import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Tells by its label, its headings and its shape whether a line may say when the examination is held.
extension ExaminationReader {
  /// `合格証の交付`, `受験票の発送`: a label that ends in what is done with papers.
  func isOfPapers(_ statement: ReadStatement) -> Bool {
    endsLabel(of: statement, with: .doneToPapers)
  }

  /// `会場と日時の予約`: when a seat is chosen.
  func isBooking(_ statement: ReadStatement) -> Bool {
    endsLabel(of: statement, with: .booking)
  }

  private func endsLabel(of statement: ReadStatement, with concept: Concept) -> Bool {
    guard let label = statement.statement.labels.last else { return false }
    let text = FoldedText(label).withoutLetterSpacing
    // 利用者登録（出願の前に各自で）
    let end = text.hasWord(")", before: text.scalars.count) ? text.scalars.lastIndex(of: "(") : nil
    return lexicon.concepts.says(concept, atEndOf: 0..<(end ?? text.scalars.count), in: text)
  }

  /// `受験手続 > 第1部試験: 3月1日から3月19日まで`: under such a heading a part is what papers are handed in for.
  func isUnderApplication(_ statement: ReadStatement) -> Bool {
    guard let name = statement.statement.section.last, case let heading = FoldedText(name),
      lexicon.signs.says(.procedure, in: heading)
        && !lexicon.concepts.says(.examinationWord, in: heading)
        || lexicon.concepts.says(.givingOfPapers, in: heading)
        || ExaminationTopics(lexicon: lexicon).headsTakingOfPapers(name)
        || ExaminationTopics(lexicon: lexicon).headsPlaceOfPapers(name),
      statement.statement.column == nil
    else { return false }
    return statement.statement.labels.last?.hasSuffix("日") != true
  }

  /// `日時`, `Written paper`: on the page of an examination these announce when it, or that part of it, is held.
  func isBesideDayLabel(_ statement: ReadStatement) -> Bool {
    // Part I | Date: the head of the column, where each row is a part.
    if statement.topic == nil, let column = statement.statement.column {
      let head = FoldedText(column).withoutLetterSpacing
      if lexicon.signs.says(.dayLabel, asAllOf: head.scalars.indices, in: head) { return true }
    }
    guard statement.topic == nil else { return false }
    guard let label = statement.statement.labels.last else { return isUnderDayHead(statement) }
    let name = FoldedText(Numbering.stripped(label)).withoutLetterSpacing
    // Part 2 (OSCE) | Examination: the column is the part, and the row says that it is held.
    if statement.statement.column != nil,
      lexicon.signs.says(.examinationNoun, asAllOf: name.scalars.indices, in: name)
    {
      return beginsWithDay(statement.text)
    }
    return lexicon.signs.says(.dayLabel, asAllOf: name.scalars.indices, in: name)
      || isPart(name, statement) || isPart(outsideBracket(name), statement)
  }

  /// `Written part (computer-based)`: a label without the bracket at its end.
  private func outsideBracket(_ name: FoldedText) -> FoldedText {
    guard name.scalars.last == ")", let open = name.scalars.firstIndex(of: "("), open > 1 else {
      return name
    }
    return FoldedText(name.string(in: name.trimmed(0..<open)))
  }

  /// `期日 > 令和9年2月6日（土曜日）`: a line that begins with a day under such a heading; a schedule (日程) has other days.
  private func isUnderDayHead(_ statement: ReadStatement) -> Bool {
    guard statement.statement.column == nil, statement.statement.shape != .heading,
      let heading = statement.statement.section.last, beginsWithDay(statement.text)
    else { return false }
    let name = FoldedText(Numbering.stripped(heading)).withoutLetterSpacing
    let all = name.scalars.indices
    return lexicon.signs.says(.dayLabel, asAllOf: all, in: name)
      && !lexicon.concepts.says(.severalDays, asAllOf: all, in: name)
  }

  /// `Sunday, 30 August 2026`, but not `Registration opens 1 May 2026`.
  private func beginsWithDay(_ text: FoldedText) -> Bool {
    guard let day = DateReader().dates(in: text).first else { return false }
    let lead = text.string(in: 0..<day.range.lowerBound).trimmingBlanks
    return lead.isEmpty || lead.hasSuffix("day,") || lead.hasSuffix("day")
  }

  private func isPart(_ name: FoldedText, _ statement: ReadStatement) -> Bool {
    let methods = SelectionMethods(lexicon: lexicon)
    return methods.isPart(name) && beginsWithDay(statement.text)
      || !methods.methods(ofLabel: name.string).subtracting([.documents]).isEmpty
  }

  /// `(終了の時刻は、2月6日が午後6時の予定です。)`: a line in brackets goes on about days that were named.
  func isAside(_ statement: ReadStatement) -> Bool {
    let words = statement.text.scalars[statement.text.trimmed(statement.text.scalars.indices)]
    guard statement.statement.shape == .paragraph, words.first == "(", words.last == ")" else {
      return false
    }
    return words.firstIndex(of: ")") == words.indices.last && words.contains("。")
  }

  /// The most characters of a heading that is no title.
  private static let longestHead = 14

  /// The most characters of who signs a notice, behind its day.
  private static let longestSignature = 20

  /// `令和8年度認定試験の施行について（公示）`: the title of a notice that stands below others, as behind rules.
  private func isUnderNotice(_ statement: ReadStatement) -> Bool {
    guard let heading = statement.statement.section.last, heading.count > Self.longestHead else {
      return false
    }
    let title = FoldedText(heading)
    let topic = lexicon.labels.topic(of: Numbering.stripped(heading))
    return lexicon.signs.says(.noticeTitle, atEndOf: title.scalars.indices, in: title)
      && ![.examDate, .selectionDay].contains(topic)
  }

  /// `医師国家試験予備試験の施行`: the title of a notice, below which its own day stands alone.
  private func isRightUnderNotice(_ statement: ReadStatement) -> Bool {
    guard statement.statement.section.count == 1, let title = statement.statement.section.last
    else { return false }
    let text = FoldedText(title).withoutBlanks
    return lexicon.signs.says(.noticeEnding, atEndOf: text.scalars.indices, in: text)
  }

  /// A date in a line of its own under nothing but the title: the day of the notice.
  func isDayOfIssue(_ statement: ReadStatement) -> Bool {
    let text = statement.text
    // `試験の日`, `期日及び会場` above it says what day it is; a title does not.
    let isTold =
      (statement.topic != nil || isUnderDayHead(statement))
      && statement.statement.section.last.map { $0.count <= Self.longestHead } ?? false
      && !isRightUnderNotice(statement)
    guard statement.statement.labels.isEmpty, !isTold,
      statement.statement.section.count <= 1 || isUnderNotice(statement),
      let date = DateReader().dates(in: text).first
    else { return false }
    // 告示第14号（令和8年1月30日）
    if text.hasWord("(", before: date.range.lowerBound),
      lexicon.signs.says(.notHeldThen, in: text, range: 0..<date.range.lowerBound)
    {
      return true
    }
    let rest = date.range.upperBound..<text.scalars.count
    return date.range.lowerBound <= 1 && rest.count <= Self.longestSignature
      && !lexicon.concepts.says(.examinationWord, in: text, range: rest)
  }
}
