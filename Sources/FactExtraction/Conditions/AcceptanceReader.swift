import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads whether trainees are taken at all; only a sentence that says so outright counts.
struct AcceptanceReader {
  let lexicon: Lexicon
  let scope: ClauseScope

  private var signs: SignTable { lexicon.signs }

  /// What the statements of a program say of it; a refusal goes before an offer.
  func acceptance(in statements: [ReadStatement]) -> Finding<Acceptance>? {
    var offer: Finding<Acceptance>?
    for statement in statements
    where (statement.statement.shape != .heading || isTitle(statement)) && mayTell(statement)
      && !statement.statement.labels.contains(where: lexicon.departments.names)
    {
      let sentences = statement.sentences
      for (place, sentence) in sentences.enumerated()
      where !isNoteOfAnotherTime(statement.text, sentence) {
        let next = place + 1 < sentences.count ? sentences[place + 1] : nil
        guard
          let value = value(statement, sentence)
            ?? (offer == nil
              && next.map { dependsOnAsking(statement.text, sentence, $0) } == true
              ? .byEnquiry : nil)
        else { continue }
        let finding = Finding(
          value, quotes: [Quote(statement, around: sentence)], confidence: Confidence.sentence)
        if value == .no { return finding }
        if offer == nil || value == .byEnquiry { offer = finding }
      }
    }
    return offer
  }

  /// Whether a sentence of a statement may say something of it: most statements have none of the words.
  private func mayTell(_ statement: ReadStatement) -> Bool {
    statement.topic == .accepting || statement.text.contains("受")
      || lexicon.concepts.says(
        .notAccepting, .closed, .takingTopic, .accepting, .askingTopic, .byEnquiry,
        in: statement.text)
      || signs.says(.isFull, in: statement.text)
  }

  /// `令和8年度募集要項 ※募集は終了しました`: a note goes on about the year that stands before it.
  private func isNoteOfAnotherTime(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    guard
      text.hasWord("※", before: sentence.lowerBound) || text.hasWord("※", at: sentence.lowerBound)
    else { return false }
    return scope.isOfAnotherTime(text, 0..<sentence.lowerBound)
      && !["本年度", "今年度", "今回"].contains { text.contains($0, in: sentence) }
  }

  private func isTitle(_ statement: ReadStatement) -> Bool { statement.order < 0 }

  /// What a sentence says; of its clauses the one about this program and this intake.
  private func value(_ statement: ReadStatement, _ sentence: Range<Int>) -> Acceptance? {
    let text = statement.text
    if isByEnquiry(text, sentence) { return .byEnquiry }
    var said: Acceptance?
    for clause in scope.partsByKind(text, sentence).flatMap(text.clausesByContrast) {
      guard isAboutThis(text, clause),
        let value = value(statement, clause: withoutBracketOfAnotherTime(text, clause))
      else { continue }
      said = value
    }
    return said
  }

  /// `募集しています（令和8年度の募集は終了しました）`: what stands before a bracket that says of another year that all is over.
  private func withoutBracketOfAnotherTime(
    _ text: FoldedText, _ clause: Range<Int>
  ) -> Range<Int> {
    let bracket = text.brackets(in: clause).first { bracket in
      let inside = bracket.lowerBound + 1..<max(bracket.lowerBound + 1, bracket.upperBound - 1)
      // 令和8年度の募集は, but 令和8年度をもって募集は: which round it was, and not when all ended.
      guard bracket.lowerBound > clause.lowerBound,
        let year = DateReader().years(in: text, range: inside).first,
        year.range.lowerBound == inside.lowerBound
      else { return false }
      let behind = year.range.upperBound..<inside.upperBound
      return signs.says(.roundOfYear, atStartOf: behind, in: text)
        && lexicon.concepts.says(.closed, in: text, range: behind)
        && scope.isOfAnotherTime(text, inside)
    }
    return clause.lowerBound..<(bracket?.lowerBound ?? clause.upperBound)
  }

  private func value(_ statement: ReadStatement, clause: Range<Int>) -> Acceptance? {
    let text = statement.text
    // 定期的な募集をしておりません: a way of recruiting is denied, not that anybody is taken.
    if signs.says(.wayOfRecruiting, in: text, range: clause),
      !lexicon.concepts.says(.accepting, in: text, range: clause)
    {
      return nil
    }
    // お引き受けできない年もあります: in some years it happens.
    if lexicon.concepts.says(.deniedAtTimes, in: text, range: clause) { return nil }
    if lexicon.concepts.says(.notAccepting, in: text, range: clause), isOfTrainees(text, clause),
      !isOfDays(text, clause)
    {
      return TrainingLength(lexicon: lexicon).refused(in: text, clause)
        ? nil : refusal(text, clause)
    }
    if lexicon.concepts.says(.closed, in: text, range: clause), !isConditional(text, clause),
      signs.says(.taking, in: text, range: clause) || endsApplying(text, clause)
    {
      return refusal(text, clause)
    }
    if isFull(statement, clause) { return refusal(text, clause) }
    if let subject = taking(text, clause) {
      let behind = subject.upperBound..<clause.upperBound
      if isDenied(text, behind), !isOfDays(text, clause) {
        return TrainingLength(lexicon: lexicon).refused(in: text, clause)
          ? nil : refusal(text, clause)
      }
      if isAffirmed(text, behind), !lexicon.concepts.says(.maybeNeed, in: text, range: clause),
        !signs.says(.onlyPlanned, in: text, range: clause),
        !isReceived(subject, text) || !signs.says(.receivedForElse, in: text, range: clause)
      {
        return .yes
      }
    }
    if lexicon.concepts.says(.accepting, in: text, range: clause), !isConditional(text, clause) {
      return .yes
    }
    // 応募を随時受け付けています
    if signs.says(.applying, in: text, range: clause),
      signs.says(.beingReceived, in: text, range: clause),
      !signs.says(.receivedForElse, in: text, range: clause)
    {
      return .yes
    }
    return statement.topic == .accepting ? labelled(text, clause) : nil
  }

  /// `今年度は定員に達しました`, `募集は定員に達しました`: nothing else is named that may be full, 病児保育室 or 職員宿舎.
  private func isFull(_ statement: ReadStatement, _ clause: Range<Int>) -> Bool {
    let text = statement.text
    guard let full = signs.ranges(of: .isFull, in: text, range: clause).first,
      !isConditional(text, clause), !signs.says(.receivedForElse, .otherMatter, in: text),
      !signs.says(.receivedForElse, .otherMatter, in: FoldedText(statement.path))
    else { return false }
    let lead = clause.lowerBound..<full.lowerBound
    guard let mark = topicMark(text, lead) else { return true }
    let named = lead.lowerBound..<mark
    return signs.says(.taking, .applying, in: text, range: named)
      || lexicon.kinds.mentions(in: text, range: named).contains { $0.name.kind == scope.kind }
  }

  /// `令和9年度の受付を終了いたしました`, `本年度の応募受付は終了しました`: no more papers are taken, and not for a room or a visit.
  private func endsApplying(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    signs.says(.applying, .thisIntake, in: text, range: clause)
      && !signs.says(.receivedForElse, .otherMatter, in: text, range: clause)
      && lexicon.concepts.ranges(of: .closed, in: text, range: clause).contains { end in
        signs.says(.reception, at: end.lowerBound, in: text)
          || signs.says(
            .reception, in: text, range: text.stretch(before: end, atMost: 3).clamped(to: clause))
      }
  }

  /// `お受けします`, `引き受けます`: what is received may be anything that people ask for.
  private func isReceived(_ subject: Range<Int>, _ text: FoldedText) -> Bool {
    signs.says(.receiving, at: subject.lowerBound, in: text)
  }

  /// What a clause says that refuses: nothing of all where it holds of one round or of one way of applying, under
  /// a condition, or of something else.
  private func refusal(_ text: FoldedText, _ clause: Range<Int>) -> Acceptance? {
    isConditional(text, clause)
      || signs.says(.oneRound, .wayOfApplying, in: text, range: clause)
      // 募集を終了した診療科もあります: some have, and not the hospital.
      || text.contains("もあり", in: clause) || text.contains("もござい", in: clause)
      || isOfElse(text, clause) || isOfOneDepartment(text, clause)
      || scope.isOfHospitalNamed(text, clause) ? nil : .no
  }

  /// `外科では現在受け入れを停止しています`: one department of several says nothing of the others.
  private func isOfOneDepartment(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    lexicon.departments.departments.contains { department in
      text.range(of: department.name, in: clause).map { name in
        Self.atTheDepartment.contains { text.hasWord($0, at: name.upperBound) }
      } ?? false
    }
  }

  /// What joins a department to what is said of it alone.
  private static let atTheDepartment = ["では", "での", "における", "においては", "については", "につきましては", "の受", "は"]

  /// Whether an English clause speaks of taking people, and not of papers, sums or ways of sending.
  private func isOfTrainees(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    text.scalars[clause].contains(where: \.isJapanese)
      || signs.says(.englishTrainees, in: text, range: clause)
        && !signs.says(.wayOfSending, in: text, range: clause)
  }

  /// `電子メールでのご質問はお受けしておりません`, `実地修練の日程の変更はお受けできません`: what is refused, right before its
  /// particle, is something else that people send or ask for.
  private func isOfElse(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    let refusal = lexicon.concepts.ranges(of: .notAccepting, in: text, range: clause).first {
      signs.says(.receives, at: $0.lowerBound, in: text)
    }
    guard let refusal,
      let mark = topicMark(text, clause.lowerBound..<refusal.lowerBound)
    else {
      return signs.says(.receivedForElse, in: text, range: clause)
        && !signs.says(.taking, in: text, range: clause)
        && !lexicon.kinds.mentions(in: text, range: clause).contains { $0.name.kind == scope.kind }
    }
    let before = text.scalars[clause.lowerBound..<mark].lastIndex {
      "、。".unicodeScalars.contains($0)
    }
    let named = (before.map { $0 + 1 } ?? clause.lowerBound)..<mark
    let ends =
      lexicon.kinds.mentions(in: text, range: named).filter { $0.name.kind == scope.kind }
      .map(\.range.upperBound)
      + signs.ranges(of: .taking, in: text, range: named).map(\.upperBound)
      + lexicon.concepts.ranges(of: .takingTopic, in: text, range: named).map(\.upperBound)
    guard let end = ends.max() else { return true }
    let rest = end..<mark
    return !["", "の", "れ"].contains(text.string(in: rest))
      && !signs.says(.behindTaking, asExactly: rest, in: text)
  }

  /// The particle behind what a refusal is of, in its own part of the clause; 当院では and 現在は say where and when.
  private func topicMark(_ text: FoldedText, _ lead: Range<Int>) -> Int? {
    let start = text.scalars[lead].lastIndex(of: "、").map { $0 + 1 } ?? lead.lowerBound
    return (start..<lead.upperBound).last { place in
      "はをも".unicodeScalars.contains(text.scalars[place])
        && !["で", "に"].contains { text.hasWord($0, before: place) }
        && !signs.says(.timeAsTopic, before: place, in: text)
    }
  }

  /// `8月10日～14日は受入れできません`: days on which nobody is taken.
  private func isOfDays(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    DateReader().spans(in: text).contains { span in
      guard clause.contains(span.range.lowerBound),
        span.opens?.day != nil && span.closes?.day != nil
      else { return false }
      return text.contains("は", in: (span.range.upperBound..<clause.upperBound).prefix(8))
    }
  }

  /// The last word for taking trainees in a clause that is no part of a longer noun (募集要項, 受入診療科).
  private func taking(_ text: FoldedText, _ clause: Range<Int>) -> Range<Int>? {
    lexicon.concepts.ranges(of: .takingTopic, in: text, range: clause).last { range in
      guard range.upperBound < clause.upperBound else { return false }
      let next = text.scalars[range.upperBound]
      let behind = (range.upperBound..<clause.upperBound).prefix(2)
      return next.isHiragana || next.isBlank || next == "、" || next == ":"
        || signs.says(.stateOfTaking, atStartOf: behind, in: text)
    }
  }

  /// Whether the words behind a taking deny it; the predicate of a clause stands at its end.
  private func isDenied(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    guard let denial = lexicon.concepts.ranges(of: .deniedTaking, in: text, range: range).last
    else { return false }
    let behind = denial.upperBound..<range.upperBound
    return !isOfAnotherVerb(text, range.lowerBound..<denial.lowerBound, denial)
      && behind.count <= 12 && !signs.says(.limitedDenial, in: text, range: behind)
      && denial.lowerBound - range.lowerBound <= 30
  }

  /// `受け入れる留学生3名を含みません`, `募集に制限はない`: between a taking and a verb that is denied stands what that
  /// verb is of; of the taking itself only how and when it is done.
  private func isOfAnotherVerb(
    _ text: FoldedText, _ gap: Range<Int>, _ denial: Range<Int>
  ) -> Bool {
    guard signs.says(.deniedVerb, asAllOf: denial, in: text) else { return false }
    let rest = signs.rest(of: gap, in: text, without: .howAndWhenTaken)
      .filter { !$0.isDigit && !Self.particles.contains($0) }
    let names = rest.count > 2 || rest.count { $0.isKanji || $0.isKatakana } > 1
    return names && !isNotDone(text, gap)
  }

  /// `受入れは諸般の事情により行いません`: the taking itself is not done, for a reason.
  private func isNotDone(_ text: FoldedText, _ gap: Range<Int>) -> Bool {
    guard let mark = gap.first, "はをも".unicodeScalars.contains(text.scalars[mark]) else {
      return false
    }
    let behind = gap.dropFirst()
    return signs.says(.done, atEndOf: behind, in: text)
      && signs.says(.reason, in: text, range: behind)
      && !text.scalars[behind].contains { "はがを".unicodeScalars.contains($0) }
  }

  /// Particles, endings and marks that may stand between a taking and its denial.
  private static let particles = ScalarSet("、, ():年度月はをもがのにでとしいれる一二三四五六七八九十")

  /// Whether the words right behind a taking say that it happens.
  private func isAffirmed(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    let words = text.string(in: range).trimmingBlanks.filter { $0 != " " }
    // 募集に応募するよう努める: what somebody else does with it.
    if words.hasPrefix("に応") || words.hasPrefix("に申") { return false }
    return lexicon.concepts.words(for: .affirmedTaking).contains { word in
      guard let place = words.firstRange(of: word) else { return false }
      // A verb before a noun (受入れを希望する診療科) says nothing of its own.
      let next = words[place.upperBound...].unicodeScalars.first
      return next?.isKanji != true && next?.isKatakana != true
        && !isDecided(words[..<place.lowerBound])
        && words.distance(from: words.startIndex, to: place.lowerBound) <= 6
    }
  }

  /// `受入れの可否を決定します`, `受入れを許可する`: how it is decided who is taken, and not that anybody is.
  private func isDecided(_ words: Substring) -> Bool {
    let words = FoldedText(String(words))
    return signs.says(.outcomeTold, .consent, in: words)
  }

  /// Whether somebody is taken depends on asking; other matters that are talked over say nothing of it.
  private func isByEnquiry(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    guard lexicon.concepts.says(.askingTopic, .byEnquiry, in: text, range: sentence) else {
      return false
    }
    let speaksOfTaking = signs.says(.takingAskedAbout, in: text, range: sentence)
    if speaksOfTaking, signs.says(.whether, in: text, range: sentence),
      lexicon.concepts.says(.askingTopic, in: text, range: sentence),
      !signs.says(.askedForConsent, in: text, range: sentence)
    {
      return true
    }
    return lexicon.concepts.says(.byEnquiry, in: text, range: sentence)
      && (speaksOfTaking || !signs.says(.askedForElse, in: text, range: sentence))
  }

  /// `お引き受けできるかどうかは、指導体制によって変わります。まず研修管理室へご照会ください。`: one sentence leaves it open, the next one
  /// says whom to ask.
  private func dependsOnAsking(
    _ text: FoldedText, _ sentence: Range<Int>, _ next: Range<Int>
  ) -> Bool {
    signs.says(.takingAskedAbout, in: text, range: sentence)
      && signs.says(.whether, in: text, range: sentence)
      && lexicon.concepts.says(.dependsOnThat, in: text, range: sentence)
      && !signs.says(.askedForConsent, in: text, range: sentence)
      && lexicon.concepts.says(.askingTopic, in: text, range: next)
      && !lexicon.concepts.says(.othersMatter, in: text, range: sentence)
      && !signs.says(.askedForElse, in: text, range: next)
  }

  /// `定員に達し次第、募集を終了します`: what will close it has not closed it.
  private func isConditional(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    lexicon.concepts.says(.maybeNeed, in: text, range: clause)
      || signs.says(.notYetClosed, in: text, range: clause)
  }

  /// `受け入れ：あり`.
  private func labelled(_ text: FoldedText, _ sentence: Range<Int>) -> Acceptance? {
    if signs.says(.answeredNo, asAllOf: sentence, in: text) { return .no }
    return signs.says(.answeredYes, asAllOf: sentence, in: text) ? .yes : nil
  }

  /// A sentence that speaks of others, and not of these trainees, says nothing of them.
  private func isAboutThis(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    guard scope.isAboutThis(text, clause) else { return false }
    let others = lexicon.concepts.ranges(of: .othersTaken, in: text, range: clause)
    // このたび、次のとおり二次募集します: a further round is this program's own.
    if others.allSatisfy({
      signs.says(.furtherRound, asAllOf: $0, in: text)
        && signs.says(.isHeld, atStartOf: $0.upperBound..<clause.upperBound, in: text)
    }) {
      return true
    }
    return lexicon.kinds.mentions(in: text, range: clause).contains {
      $0.name.kind == scope.kind
    }
  }
}
