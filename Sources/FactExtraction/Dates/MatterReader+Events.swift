import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Days of what else may be applied for beside the program: a seminar, a mock examination, a room.
extension MatterReader {
  /// `12月29日から1月3日までに届いたものは、1月4日の受付とします`: how days are counted on which nobody is there.
  func isCountedAsAnotherDay(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let end = phrase.span.range.upperBound
    let behind = text.stretch(behind: phrase.span.range, atMost: Self.reachOfCounting)
    // 1月4日（月）の受付とします
    if lexicon.signs.says(.countedAsDay, in: text, range: max(0, end - 1)..<behind.upperBound),
      !lexicon.signs.says(.comeThen, in: text, range: behind)
    {
      return true
    }
    let sentence = text.stretch(around: phrase.span.range) { "。\n".unicodeScalars.contains($0) }
    return lexicon.signs.says(.comeThen, in: text, range: behind)
      && lexicon.signs.says(.countedAsDay, in: text, range: end..<sentence.upperBound)
  }

  /// The most characters between a day and what is said of papers that come on it.
  private static let reachOfCounting = 14
  /// `細胞診講習会（8月31日、任意）の申込みは8月23日まで`, `講習会は7月25日までにお申し込みください`: what is taken there stands before the day,
  /// and no paper of the application behind it.
  func isTakenForEvent(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let sentence = text.stretch(around: phrase.span.range) { "。\n※;".unicodeScalars.contains($0) }
    let lead = text.withoutBrackets(
      in: sentence.lowerBound..<phrase.span.range.lowerBound)
    let events = lexicon.concepts.ranges(of: .otherEvents, in: lead)
    guard let event = events.last(where: { isTaken($0.upperBound, lead) }) else { return false }
    let rest = event.upperBound..<lead.scalars.count
    guard let mark = lead.scalars[rest].lastIndex(where: { "、,".unicodeScalars.contains($0) })
    else { return true }
    return !lexicon.concepts.says(.applicationWord, in: lead, range: mark..<lead.scalars.count)
  }

  /// `口頭試問のみの方は7月31日まで`, `再受験者は…`: on the page of an examination the day of those who need not sit all of it.
  func isOfSomeApplicants(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    guard kind?.kind == .examination else { return false }
    return lexicon.concepts.says(.someApplicants, in: text, range: lead(phrase, text))
  }

  /// `症例要約の提出は7月31日まで`: on the page of an examination the day of one thing that is not the application.
  func isOfOneThing(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    namesOneThing(text, lead(phrase, text))
  }

  private func namesOneThing(
    _ text: FoldedText, _ range: Range<Int>, by concept: Concept = .handingInOne
  ) -> Bool {
    guard kind?.kind == .examination,
      let verb = lexicon.concepts.ranges(of: concept, in: text, range: range).last
    else { return false }
    let clause = text.stretch(around: verb) { "。、\n※:;".unicodeScalars.contains($0) }
    let name = clause.lowerBound..<verb.lowerBound
    return !name.isEmpty && !lexicon.signs.says(.applicationPaper, in: text, range: name)
      && !lexicon.concepts.says(.applicationWord, .sitting, in: text, range: name)
  }

  /// `申請用紙の配布：4月1日～7月31日`, `手術記録の提出期限：8月31日`: a label of its own says that the days are of another matter.
  func isUnderOtherLabel(_ statement: ReadStatement) -> Bool {
    guard statement.statement.shape != .heading else { return false }
    if let head = statement.statement.labels.last ?? statement.statement.section.dropFirst().last,
      kind?.kind == .examination, lexicon.concepts.says(.beyondApplying, in: FoldedText(head))
    {
      return true
    }
    guard let label = statement.statement.labels.last else { return false }
    let words = FoldedText(Numbering.stripped(label)).withoutLetterSpacing
    return lexicon.concepts.says(.givingOfPapers, atEndOf: words.scalars.indices, in: words)
      || namesOneThing(words, words.scalars.indices, by: .oneHandedIn)
      || isTermOfOther(words)
  }

  /// `認定申請締切`, `事前登録期限`: on the page of an examination the last day of what is no window.
  private func isTermOfOther(_ label: FoldedText) -> Bool {
    kind?.kind == .examination
      && lexicon.concepts.says(.termLabel, atEndOf: label.scalars.indices, in: label)
      && lexicon.concepts.says(.notTheWindow, in: label)
  }

  /// `受験申請（5月1日～5月31日）`: the days in the bracket are those of applying.
  func isBracketedWithApplying(_ phrase: DatedPhrase, _ notion: Range<Int>, _ text: FoldedText)
    -> Bool
  {
    kind?.kind == .examination
      && lexicon.concepts.says(.applicationWord, atEndOf: notion, in: text)
      && !lexicon.concepts.says(.notTheWindow, in: text, range: notion)
      && !lexicon.concepts.says(.otherEvents, in: text, range: notion)
      && !lexicon.concepts.says(.notTheWindow, in: text, range: phrase.clause)
  }

  /// What stands before a day in its clause.
  private func lead(_ phrase: DatedPhrase, _ text: FoldedText) -> Range<Int> {
    phrase.clause.lowerBound..<phrase.span.range.lowerBound
  }

  private func isTaken(_ end: Int, _ text: FoldedText) -> Bool {
    lexicon.concepts.says(.eventTaken, at: end, in: text)
  }

  /// `講習会（7月12日）`, `審査会（8月31日）`: a day in the bracket behind something that is held is that of it; in
  /// `筆記試験（願書は6月30日まで）` the bracket says of what it is.
  func isBracketedWithEvent(
    _ notion: Range<Int>, _ phrase: DatedPhrase, _ text: FoldedText
  ) -> Bool {
    lexicon.concepts.says(.otherEvents, atEndOf: notion, in: text)
      || lexicon.concepts.says(.heldOnDay, atEndOf: notion, in: text)
        && !lexicon.concepts.says(.applicationWord, in: text, range: phrase.clause)
      || isDoneUntilThen(notion, phrase, text)
  }

  /// `施設コードの確認（5月29日まで）を行うこと`: what is done until a day and is not called applying.
  private func isDoneUntilThen(
    _ notion: Range<Int>, _ phrase: DatedPhrase, _ text: FoldedText
  ) -> Bool {
    let end = phrase.clause.upperBound
    guard end < text.scalars.count, text.scalars[end] == ")",
      lexicon.concepts.says(.doneUntilThen, at: end + 1, in: text)
    else { return false }
    let words = notion.lowerBound..<phrase.clause.upperBound
    return !notion.isEmpty && !lexicon.concepts.says(.applicationWord, in: text, range: words)
      && !lexicon.concepts.says(.period, in: text, range: notion)
  }
}
