import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads how and when applicants are chosen.
struct SelectionReader {
  let lexicon: Lexicon
  let years: ScheduleYears
  let kind: KindName?

  /// What has been gathered so far.
  private struct Gathered {
    var named: Set<Selection.Method> = []
    var denied: Set<Selection.Method> = []
    var dates: [Selection.Method: PartialDate] = [:]
    /// Where the labelled statements stand that gave them.
    var places: [Selection.Method: String] = [:]
    /// Ways whose day is one of several.
    var open: Set<Selection.Method> = []
    /// A day that no way is named beside.
    var loose: PartialDate?
    var hasOpenDay = false
    var result: (day: PartialDate, isLabelled: Bool)?
    var quotes: [Quote] = []
    var doubt = 0.0
    /// What the statement that is being read has said of the year so far.
    var context = YearContext()
    /// The last day that was given for a way, to which 同日 refers.
    var lastDay: PartialDate?
    /// The days that it has given so far; nil stands for a day beside which no way is named.
    var statementDates: [Selection.Method?: PartialDate] = [:]

    /// A day, whose year may come from one before it in the same statement.
    mutating func date(_ mention: DateMention) -> PartialDate? {
      let day = context.date(mention)
      context = context.following(day, isStated: mention.year != nil)
      return day
    }
  }

  /// What the statements of one round say of it.
  func selectionOfOne(
    in statements: [ReadStatement], isRound: Bool = false
  ) -> Finding<Selection>? {
    var gathered = Gathered()
    let labelled = statements.filter(isLabelled)
    for statement in labelled { read(statement, &gathered) }
    for statement in statements where isWayBesideDay(statement, labelled) {
      read(statement, &gathered)
    }
    let isLabelledFinding = !gathered.named.isEmpty
    for statement in statements where isProse(statement) || saysHowToChoose(statement) {
      readSentences(of: statement, mayName: !isLabelledFinding, &gathered)
    }
    if hasRounds(labelled, isRound: isRound) {
      gathered.dates = [:]
      gathered.loose = nil
      gathered.result = nil
    }
    let found = gathered.named.subtracting(gathered.denied)
    let errata = DayErrata(statements, lexicon: lexicon, years: years)
    let methods = Selection.Method.allCases.filter(found.contains)
    let days = methods.compactMap { day(of: $0, gathered) }
    let value = Selection(
      steps: methods.map {
        Selection.Step(
          method: $0,
          date: errata.corrected(day(of: $0, gathered), of: .selectionDay, among: days))
      }, result: errata.corrected(gathered.result?.day, of: .result, among: []))
    guard !value.steps.isEmpty || value.result != nil else { return nil }
    let base = isLabelledFinding ? Confidence.labelled : Confidence.sentence
    return Finding(value, quotes: gathered.quotes, confidence: base - gathered.doubt)
  }

  private func day(of method: Selection.Method, _ gathered: Gathered) -> PartialDate? {
    guard method != .documents, !gathered.open.contains(method) else { return nil }
    return gathered.dates[method] ?? (gathered.hasOpenDay ? nil : gathered.loose)
  }

  func isLabelled(_ statement: ReadStatement) -> Bool {
    [.selection, .selectionDay, .result].contains(statement.topic)
  }

  private func isProse(_ statement: ReadStatement) -> Bool {
    statement.topic == nil && statement.statement.shape != .heading
  }

  /// `書類審査及び面接により選考し、…許可する`: a rule says it under another heading.
  private func saysHowToChoose(_ statement: ReadStatement) -> Bool {
    if statement.topic == .application {
      if statement.sentences.contains(where: {
        isStepOfList(statement, $0) || beginsWithResult(statement, $0)
      }) {
        return true
      }
      // (3) 口頭試問と実技試験を受けていただきます: a step of applying.
      let methods = SelectionMethods(lexicon: lexicon)
      return lexicon.signs.says(.choosingNamed, in: statement.text)
        || statement.sentences.contains { sentence in
          let named = methods.methods(in: statement.text, sentence).named
          return !named.subtracting([.documents]).isEmpty
            && isHeld(statement.text, sentence, named)
        }
    }
    return statement.topic == .unrelated && lexicon.signs.says(.choosingRule, in: statement.text)
  }

  // MARK: One statement

  private func read(_ statement: ReadStatement, _ gathered: inout Gathered) {
    let methods = SelectionMethods(lexicon: lexicon)
    let text = statement.text
    let isDenied = methods.isDenied(beside: statement.label, by: text)
    if isDenied { gathered.denied.formUnion(methods.methods(ofLabel: statement.label)) }
    var named = isDenied ? [] : methods.methods(ofLabel: statement.label)
    if statement.topic != .result || named.isEmpty {
      let said = methods.methods(in: text, text.scalars.indices)
      gathered.denied.formUnion(said.denied)
      named.formUnion(said.named)
    }
    if !named.isEmpty || !DateReader().dates(in: text).isEmpty {
      gathered.quotes.append(Quote(statement))
    }
    // 書類審査結果通知 names a step, though its day is that of a result.
    gathered.named.formUnion(named)
    let ofLabel = isDenied ? [] : methods.methods(ofLabel: statement.label)
    gathered.context = years.context(of: statement)
    gathered.statementDates = [:]
    for phrase in DatedPhrase.all(in: text, isLabelled: true) {
      read(phrase, of: statement, ofLabel, &gathered)
    }
    if let day = gathered.lastDay {
      for method in heldOnSameDay(statement, ofLabel) where gathered.dates[method] == nil {
        gathered.dates[method] = day
      }
    }
  }

  private func read(
    _ phrase: DatedPhrase, of statement: ReadStatement, _ ofLabel: Set<Selection.Method>,
    _ gathered: inout Gathered
  ) {
    let text = statement.text
    let changes = ChangeReader(lexicon: lexicon)
    let change = changes.change(of: phrase, in: statement)
    guard change != .old, !namesAnotherKind(phrase, text), !changes.isDayOfChange(phrase, text)
    else { return }
    var named = namedBeside(phrase, text)
    if isResult(phrase, statement, named) {
      return takeResult(phrase, statement, change, &gathered)
    }
    guard statement.topic != .result,
      !saysResult(phrase, text) || !named.isEmpty && !isToldFirst(phrase, text),
      !isAside(phrase, text)
    else { return }
    if named.isEmpty { named = ofLabel }
    named.remove(.documents)
    // 面接日を11月7日から11月14日に変更しました: the second day is the only one.
    let isMoved =
      change == .new && ChangeReader(lexicon: lexicon).movesBetweenItsDays(phrase, text)
    let mention = isMoved ? phrase.span.closes : phrase.span.opens ?? phrase.span.closes
    guard phrase.span.mentions.count == 1 || isMoved, let mention, mention.day != nil,
      var day = gathered.date(mention)
    else {
      if phrase.span.mentions.count > 1 {
        if let first = phrase.span.mentions.first { _ = gathered.date(first) }
        gathered.open.formUnion(named)
        gathered.hasOpenDay = gathered.hasOpenDay || named.isEmpty
      }
      return
    }
    if change == .new, day.year == nil, let year = yearReplaced(named, gathered) {
      day = day.inYear(year) ?? day
    }
    if YearContext.disagrees(mention, with: day) { gathered.doubt = DateDoubt.wrongWeekday }
    if change == .none, isSecondRound(day, named, &gathered) { return }
    // 面接 11月12日⏎※11月19日に変更します: the new day is of what the statement gave the old one.
    if named.isEmpty, change == .new { named = Set(gathered.statementDates.keys.compactMap { $0 }) }
    // 面接は第1次の方が10月9日、第2次の方が12月10日: what has a day a round has no one day.
    if named.isEmpty, change == .none, isOfRound(phrase, text), gathered.statementDates.count > 0 {
      gathered.open.formUnion(gathered.statementDates.keys.compactMap { $0 })
      return
    }
    if named.isEmpty {
      gathered.loose = change == .new ? day : gathered.loose ?? day
    } else {
      for method in named {
        if change == .none, gathered.dates[method] != nil,
          isElsewhere(method, day, statement, gathered)
        {
          gathered.open.insert(method)
        } else if change == .new || gathered.dates[method] == nil {
          gathered.dates[method] = day
          gathered.places[method] = statement.path
        }
      }
      gathered.lastDay = day
      let isOneDay = statement.topic == .selectionDay && named.count == 1
      if isOneDay || change == .new { gathered.loose = gathered.loose ?? day }
    }
  }

  /// `A日程 > 面接 10月17日`, `B日程 > 面接 2月6日`: what has another day under another heading or label has no one day.
  private func isElsewhere(
    _ method: Selection.Method, _ day: PartialDate, _ statement: ReadStatement,
    _ gathered: Gathered
  ) -> Bool {
    guard isLabelled(statement), let first = gathered.dates[method],
      let place = gathered.places[method]
    else { return false }
    return place != statement.path && (first.month != day.month || first.day != day.day)
  }

  /// What a sentence holds on the day that was named before: `同日、面接に引き続いて`; not `面接と同日ではなく`, nor
  /// `結果は同日中に通知します`.
  private func heldOnSameDay(
    _ statement: ReadStatement, _ ofLabel: Set<Selection.Method>
  ) -> Set<Selection.Method> {
    let text = statement.text
    let methods = SelectionMethods(lexicon: lexicon)
    let hasOneDay = DateReader().dates(in: text).count == 1
    return statement.sentences.reduce(into: []) { held, sentence in
      // 11月25日（水）　学科試験　9時30分から ⏎ 面　接　14時から: an hour alone is one of the day above.
      if hasOneDay, DateReader().dates(in: text, range: sentence).isEmpty,
        !TimeReader.times(in: text, range: sentence).isEmpty
      {
        let line = FoldedText(text.string(in: sentence)).withoutBlanks
        return held.formUnion(methods.methods(in: line, line.scalars.indices).named)
      }
      let isSaid = lexicon.concepts.ranges(of: .sameDay, in: text, range: sentence).contains {
        same in
        !["では", "じゃ", "と別", "でな"].contains { text.hasWord($0, at: same.upperBound) }
      }
      guard isSaid, !lexicon.concepts.says(.resultWord, in: text, range: sentence) else { return }
      held.formUnion(methods.methods(in: text, sentence).named.union(ofLabel))
    }
  }

  private func isOfRound(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    lexicon.signs.says(.secondRound, in: text, range: phrase.before)
      || lexicon.signs.says(.thirdRound, in: text, range: phrase.before)
  }

  /// The year of the day that a correction replaces.
  private func yearReplaced(_ named: Set<Selection.Method>, _ gathered: Gathered) -> Int? {
    named.compactMap { gathered.dates[$0]?.year }.first ?? gathered.loose?.year
  }

  /// Whether the same statement has given another day for the same: then there is no one day.
  private func isSecondRound(
    _ day: PartialDate, _ named: Set<Selection.Method>, _ gathered: inout Gathered
  ) -> Bool {
    let keys: [Selection.Method?] = named.isEmpty ? [nil] : named.map { $0 }
    var isSecond = false
    for key in keys {
      if let first = gathered.statementDates[key], first != day {
        isSecond = true
        if let key { gathered.open.insert(key) } else { gathered.hasOpenDay = true }
      }
      gathered.statementDates[key] = day
    }
    return isSecond
  }

  /// The ways named right beside a day, else those of its clause where it is the only day there.
  private func namedBeside(_ phrase: DatedPhrase, _ text: FoldedText) -> Set<Selection.Method> {
    let methods = SelectionMethods(lexicon: lexicon)
    var before = methods.methods(in: text, phrase.before).named
    // ②筆記試験(12月12日): alone in its bracket, a day is that of the word right before it.
    if before.isEmpty, text.trimmed(phrase.before).isEmpty,
      text.hasWord("(", before: phrase.clause.lowerBound)
    {
      let open = phrase.clause.lowerBound - 1
      let word = text.stretch(before: open..<open, atMost: 8)
      if endsInWay(text, word) { before = methods.methods(in: text, word).named }
    }
    let near = before.union(methods.methods(in: text, phrase.after).named)
      .union(before.isEmpty ? [] : listed(before: phrase, text))
    let isFirstStage = near == [.documents]
    let isOnly = DateReader().spans(in: text, range: phrase.clause).count == 1
    if near.isEmpty, let all = namedBefore(phrase, text) { return all }
    guard near.isEmpty || isFirstStage else {
      return isOnly && before.isEmpty ? near.union(listed(behind: phrase, text)) : near
    }
    return isOnly && !isFirstStage ? methods.methods(in: text, phrase.clause).named : near
  }

  /// Days beside the selection: until when somebody is told, when a visit is held.
  private func isAside(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    text.hasWord("by ", before: phrase.before.upperBound)
      || lexicon.signs.says(.besideChoosing, in: text, range: phrase.before)
      || lexicon.signs.says(.besideChoosing, in: text, range: phrase.after)
      || lexicon.concepts.says(.stamp, in: text, range: phrase.after)
  }

  private func namesAnotherKind(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    guard let kind else { return false }
    let kinds = lexicon.kinds.mentions(in: text, range: phrase.before)
    return !kinds.isEmpty && !kinds.contains { $0.name == kind }
  }

  // MARK: The result

  private func isResult(
    _ phrase: DatedPhrase, _ statement: ReadStatement, _ named: Set<Selection.Method>
  ) -> Bool {
    if statement.topic == .result { return !isFirstStage(phrase, statement) }
    return saysResult(phrase, statement.text) && !isFirstStage(phrase, statement)
  }

  private func takeResult(
    _ phrase: DatedPhrase, _ statement: ReadStatement, _ change: DateChange,
    _ gathered: inout Gathered
  ) {
    let isLabelled = statement.topic == .result
    guard let mention = phrase.span.opens ?? phrase.span.closes, phrase.span.mentions.count == 1,
      mention.day != nil || mention.part != nil || mention.isMonthEnd || isLabelled,
      let day = gathered.date(mention)
    else { return }
    let isFirst = gathered.result == nil
    guard isFirst || isLabelled || (change == .new && gathered.result?.isLabelled == false) else {
      return
    }
    if YearContext.disagrees(mention, with: day) { gathered.doubt = DateDoubt.wrongWeekday }
    gathered.result = (day, isLabelled)
    gathered.quotes.append(Quote(statement, around: phrase.span.range))
  }

  // MARK: In sentences

  /// The sentences of a statement without a topic that tell of choosing applicants.
  private func readSentences(
    of statement: ReadStatement, mayName: Bool, _ gathered: inout Gathered
  ) {
    let text = statement.text
    let methods = SelectionMethods(lexicon: lexicon)
    let isAboutChoosing = lexicon.signs.says(.choosing, in: text)
    for sentence in statement.sentences {
      let said = methods.methods(in: text, sentence)
      gathered.denied.formUnion(said.denied)
      let named = said.named.filter { $0 != .documents || isAboutChoosing }
      guard
        isHeld(text, sentence, named) || isStepOfList(statement, sentence)
          || isWayAndDay(statement, sentence)
      else { continue }
      // A schedule names the days; that papers are looked at first is often said beside it only.
      let added =
        mayName
        ? named
        : lexicon.signs.says(.firstStep, in: text, range: sentence)
          ? named.intersection([.documents]) : []
      if !added.isEmpty {
        gathered.named.formUnion(added)
        gathered.quotes.append(Quote(statement, around: sentence))
      }
    }
    gathered.context = years.context(of: statement)
    gathered.statementDates = [:]
    for phrase in DatedPhrase.all(in: text, isLabelled: false) {
      let change = ChangeReader(lexicon: lexicon).change(of: phrase, in: statement)
      let sentence = text.stretch(around: phrase.span.range) { "。\n※".unicodeScalars.contains($0) }
      let near =
        change == .new
        ? methods.methods(in: text, sentence).named : namedBeside(phrase, text)
      let isNearResult = saysResult(phrase, text)
      // 面接日は12月16日です: a note may add the day of a way that is named elsewhere.
      let addsDay =
        !near.isEmpty && near.isSubset(of: gathered.named)
        && near.allSatisfy { gathered.dates[$0] == nil } && gathered.loose == nil
        && lexicon.signs.says(.dayAsTopic, atEndOf: phrase.before, in: text)
      let adds = addsDay || change == .new || mayName || (isNearResult && gathered.result == nil)
      let isOwn = gathered.named.isEmpty || !near.isDisjoint(with: gathered.named) || isNearResult
      guard adds, isOwn, !near.isEmpty || isNearResult, !isOfExamination(text, phrase) else {
        continue
      }
      read(phrase, of: statement, [], &gathered)
    }
  }

  /// Whether a sentence says that somebody is chosen in this way, not only names it.
  private func isHeld(
    _ text: FoldedText, _ sentence: Range<Int>, _ named: Set<Selection.Method>
  ) -> Bool {
    !named.isEmpty && !lexicon.signs.says(.notOfChoosing, in: text, range: sentence)
      && lexicon.signs.says(.chosenSo, in: text, range: sentence)
  }

  /// `予備試験の合格発表は11月20日`: the result of another examination.
  private func isOfExamination(_ text: FoldedText, _ phrase: DatedPhrase) -> Bool {
    lexicon.signs.says(.dayOfOtherMatter, in: text, range: phrase.clause)
  }
}
