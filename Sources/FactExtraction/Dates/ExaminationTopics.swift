import DocumentParsing
import DomainLexicon
import JapaneseText

/// Tells of labels that announce something else on the page of an examination than on other pages.
struct ExaminationTopics {
  let lexicon: Lexicon

  /// A statement with the matter that its label has there: `Registration: 1 September to 15 October 2026`.
  func told(_ statement: ReadStatement) -> ReadStatement {
    let statement = isUnderTitleAlone(statement) ? told(statement, of: nil, "") : statement
    if isPartApplied(statement) { return told(statement, of: .application, statement.label) }
    if isOfPlaces(statement) { return told(statement, of: .venue, statement.label) }
    // 期間 is that of the training elsewhere.
    guard [nil, .documents, .training].contains(statement.topic),
      statement.statement.shape != .heading,
      let label = statement.statement.labels.last ?? statement.statement.column
    else { return statement }
    let name = FoldedText(Numbering.stripped(label)).withoutLetterSpacing
    guard
      lexicon.concepts.says(.windowLabel, asAllOf: name.scalars.indices, in: name)
        || isOfPapers(name, statement) || isPaperOfApplying(name) && beginsWithStretch(statement),
      isStretch(statement.text), statement.topic != .documents || beginsWithStretch(statement)
    else { return statement }
    return told(statement, of: .application, label)
  }

  private func told(
    _ statement: ReadStatement, of topic: LabelTopic?, _ label: String
  ) -> ReadStatement {
    ReadStatement(
      statement: statement.statement, text: statement.text, topic: topic, label: label,
      kinds: statement.kinds, order: statement.order)
  }

  /// `2026 Board Examination: how to apply > Written part`: the title of the whole page says nothing of a part with a
  /// label of its own that the tables do not know.
  private func isUnderTitleAlone(_ statement: ReadStatement) -> Bool {
    let words = statement.statement
    let inner = words.labels + words.section.dropFirst()
    guard statement.topic == .application, let title = words.section.first, let own = inner.last,
      Numbering.stripped(title) == statement.label,
      lexicon.signs.says(.examinationNoun, in: FoldedText(title))
    else { return false }
    let label = FoldedText(own)
    return SelectionMethods(lexicon: lexicon).isPart(label)
      || lexicon.signs.says(.examinationNoun, in: label)
  }

  /// `Places: Sendai and Osaka`: elsewhere the word is for how many are taken.
  private func isOfPlaces(_ statement: ReadStatement) -> Bool {
    statement.topic == .capacity && statement.text.scalars.first?.isLatin == true
      && !statement.text.scalars.contains(where: \.isDigit)
      && lexicon.places.latinNames.matches(in: statement.text).first.map {
        beginsEntry($0.range.lowerBound, statement.text)
      } ?? false
  }

  /// `Written part: Sendai`: nothing, or a part of the examination, stands before the first city.
  private func beginsEntry(_ city: Int, _ text: FoldedText) -> Bool {
    let lead = text.string(in: 0..<city).trimmingBlanks
    return lead.isEmpty
      || lead.hasSuffix(":")
        && SelectionMethods(lexicon: lexicon).isPart(FoldedText(String(lead.dropLast())))
  }

  /// `願書の受付 > 第一部試験: 3月2日から同月23日まで`: under such a heading a numbered part is what one applies for.
  private func isPartApplied(_ statement: ReadStatement) -> Bool {
    guard [.selection, .selectionDay, .examDate].contains(statement.topic),
      statement.statement.shape != .heading, statement.statement.column == nil,
      let label = statement.statement.labels.last,
      lexicon.concepts.says(.numberedPart, in: FoldedText(label))
        || SelectionMethods(lexicon: lexicon).isPart(FoldedText(label)),
      let heading = statement.statement.labels.dropLast().last ?? statement.statement.section.last
    else { return false }
    return headsTakingOfPapers(heading) && isStretch(statement.text)
  }

  /// `受験願書の受付期間`, `出願期間、提出先`: a heading that says when papers are taken, whatever else, and nothing of days
  /// of the examination.
  func headsTakingOfPapers(_ heading: String) -> Bool {
    let parts = FoldedText(Numbering.stripped(heading)).string.split {
      "、・,及びと".contains($0)
    }.map(String.init)
    let topics = parts.map(lexicon.labels.topic(of:))
    return !topics.contains { [.examDate, .selectionDay, .venue].contains($0) }
      && zip(parts, topics).contains { part, topic in
        let head = FoldedText(part)
        return topic == .application
          && lexicon.concepts.says(.takingOfPapers, atEndOf: head.scalars.indices, in: head)
      }
  }

  /// `願書の受付の場所、期間`: where papers are taken, and not where one sits.
  func headsPlaceOfPapers(_ heading: String) -> Bool {
    let head = FoldedText(heading)
    return lexicon.concepts.says(.paperOfApplying, in: head)
      && lexicon.concepts.says(.takingOfPapers, in: head)
      && !lexicon.concepts.says(.examinationWord, in: head)
  }

  /// `第1部の願書: 4月1日から4月30日まで`: a label that ends in the paper.
  private func isPaperOfApplying(_ name: FoldedText) -> Bool {
    guard let paper = lexicon.concepts.ranges(of: .paperOfApplying, in: name).last,
      paper.upperBound == name.scalars.count
    else { return false }
    let lead = name.string(in: 0..<paper.lowerBound)
    return lead.isEmpty
      || lead.hasSuffix("の") && lead.count <= 7
        && lexicon.concepts.says(.numberedPart, in: FoldedText(lead))
  }

  /// The most characters before the first day: `From Monday, `.
  private static let longestLead = 16

  private func beginsWithStretch(_ statement: ReadStatement) -> Bool {
    DateReader().spans(in: statement.text).first.map {
      $0.range.lowerBound <= Self.longestLead && $0.opens?.day != nil && $0.closes?.day != nil
    } ?? false
  }

  private func isOfTakingPart(_ heading: FoldedText) -> Bool {
    lexicon.concepts.says(.takingPart, atEndOf: heading.scalars.indices, in: heading)
  }

  /// `受験手続 > 提出期間`: of other papers than those that one applies with it may be said elsewhere.
  private func isOfPapers(_ name: FoldedText, _ statement: ReadStatement) -> Bool {
    guard lexicon.concepts.says(.handingInLabel, asAllOf: name.scalars.indices, in: name),
      let heading = statement.statement.labels.dropLast().last ?? statement.statement.section.last
    else { return false }
    return isOfTakingPart(FoldedText(heading))
  }

  /// Whether days with an end stand there: at the desk one registers on the day of the examination.
  private func isStretch(_ text: FoldedText) -> Bool {
    let spans = DateReader().spans(in: text)
    return spans.contains { $0.opens != nil && $0.closes != nil }
      || !spans.isEmpty && lexicon.concepts.says(.closing, in: text)
        && !Self.beginningsOfHours.contains(where: text.string.contains)
  }

  /// `8時30分から9時まで` on one day.
  private static let beginningsOfHours = ["時から", "分から", "時~", "分~", "時〜", "分〜", "時-", "分-"]
}
