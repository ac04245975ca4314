import DocumentParsing
import DomainLexicon
import JapaneseText

/// Whether a printed day has been replaced by another one, or replaces one.
enum DateChange: Hashable, Sendable {
  /// It stands as it is.
  case none
  /// It is no longer true: 当初11月20日.
  case old
  /// It replaces what was printed before: 11月27日に延長しました.
  case new
}

/// Tells from the words beside a day, and from its labels, whether it is an old or a new one.
struct ChangeReader: Sendable {
  let lexicon: Lexicon

  /// Whether a head says that what stands below it holds no longer: 誤, 変更前.
  func isOld(_ head: FoldedText) -> Bool {
    lexicon.signs.says(.oldLabel, asAllOf: head.scalars.indices, in: head)
      || lexicon.signs.says(.markedOld, asAllOf: head.scalars.indices, in: head)
  }

  /// Whether a head says that what stands below it replaces something else: 正, 変更後.
  func isNew(_ head: FoldedText) -> Bool {
    lexicon.signs.says(.newLabel, asAllOf: head.scalars.indices, in: head)
      || lexicon.signs.says(.markedNew, asAllOf: head.scalars.indices, in: head)
  }

  /// `（9月14日訂正）`: the day on which something was changed, alone in a bracket.
  func isDayOfChange(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let open = phrase.clause.lowerBound - 1
    guard open >= 0, text.scalars[open] == "(", text.trimmed(phrase.before).isEmpty else {
      return false
    }
    let rest = phrase.span.range.upperBound..<phrase.clause.upperBound
    return lexicon.signs.says(.changeOfPage, asAllOf: rest, in: text)
  }

  /// Whether a day of a statement is an old or a new one.
  func change(of phrase: DatedPhrase, in statement: ReadStatement) -> DateChange {
    let heads =
      statement.statement.labels + [statement.statement.column].compactMap { $0 }
      + statement.statement.section.suffix(1)
    for head in heads.reversed() {
      let head = FoldedText(head)
      if isOld(head) { return .old }
      if isNew(head) { return .new }
    }
    let text = statement.text
    let moves = movesBetweenItsDays(phrase, text)
    if !moves, isOld(phrase, text) { return .old }
    guard moves || isNew(phrase, text) else { return .none }
    // 昨年度は台風のため、面接日を12月20日に変更しました: neither day is of this year.
    let start = phrase.span.range.lowerBound
    let sentence = text.stretch(around: start..<start) { Self.ends.contains($0) }
    let lead = sentence.lowerBound..<start
    return lexicon.signs.says(.changedLastYear, in: text, range: lead) ? .old : .new
  }

  /// `extended from October 16 to October 30`, `10月30日→訂正→11月6日`: the second day replaces the first.
  func movesBetweenItsDays(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    guard phrase.span.opens != nil, phrase.span.closes != nil else { return false }
    let connection = FoldedText(phrase.span.connection(in: text))
    if lexicon.signs.says(.replacing, in: connection) { return true }
    if isChangedInto(phrase, text) { return true }
    return text.hasWord("from", before: text.trimmed(phrase.before).upperBound)
      && lexicon.concepts.says(.formerly, in: text, range: phrase.before)
  }

  /// `面接日を11月7日から11月14日に変更しました`; where a stretch is named, both days may be its own.
  private func isChangedInto(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    var reader = ScalarReader(text, in: phrase.region)
    TimeReader.skip(&reader)
    guard reader.sees(any: ["に", "へ"]), namesWhatIsChanged(phrase.before, text),
      !lexicon.concepts.says(.period, in: text, range: phrase.before)
    else { return false }
    return isChanged(text, (reader.position..<phrase.region.upperBound).prefix(6))
  }

  /// `面接日を`, `締切を、下表の`: what is changed, and at most where its old day stands.
  private func namesWhatIsChanged(_ words: Range<Int>, _ text: FoldedText) -> Bool {
    if text.hasWord("を", before: words.upperBound) { return true }
    let clause = text.stretch(before: words.upperBound..<words.upperBound, atMost: 12)
    guard let mark = text.scalars[clause].lastIndex(of: "を") else { return false }
    return text.hasWord("の", before: words.upperBound)
      && lexicon.signs.says(.whereItStands, in: text, range: mark..<words.upperBound)
  }

  /// `11月31日は11月30日の誤り`: an error that a later day of the sentence puts right.
  private func isPutRight(_ text: FoldedText, _ rest: Range<Int>) -> Bool {
    guard let error = lexicon.signs.ranges(of: .isError, in: text, range: rest).first else {
      return false
    }
    return !DateReader().dates(in: text, range: rest.lowerBound..<error.lowerBound).isEmpty
  }

  /// `当初11月20日`; in `「11月31日」とあるのは「11月30日」` the words speak of the day before them.
  private func saysFormerly(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let planned = lexicon.concepts.ranges(of: .asPlanned, in: text, range: phrase.before)
    return lexicon.concepts.ranges(of: .formerly, in: text, range: phrase.before).contains { word in
      // 当初の予定どおり、1月24日に: as it was, and is.
      if planned.contains(where: { $0.overlaps(word) }) { return false }
      guard "とはをの".unicodeScalars.contains(text.scalars[word.lowerBound]) else { return true }
      let lead = phrase.clause.lowerBound..<max(phrase.clause.lowerBound, word.lowerBound)
      return DateReader().dates(in: text, range: lead).isEmpty
    }
  }

  private func isOld(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    if saysFormerly(phrase, text) || isMarked(phrase.before, text, .markedOld, .oldLabel) {
      return true
    }
    var reader = ScalarReader(text, in: phrase.span.range.upperBound..<text.scalars.count)
    TimeReader.skip(&reader)
    reader.take { ")」』】".unicodeScalars.contains($0) }
    let rest = reader.position..<sentenceEnd(text, reader.position)
    let behind = lexicon.concepts.ranges(of: .formerly, in: text, range: rest).first
    if behind?.lowerBound == reader.position || isPutRight(text, rest)
      || lexicon.concepts.says(.notButThat, atStartOf: rest, in: text)
      || reader.sees(any: ["でした", "としていました", "の予定でした"])
      || lexicon.concepts.says(.formerly, in: text, range: phrase.after)
    {
      return true
    }
    guard phrase.span.closes == nil || phrase.span.opens == nil || phrase.span.isList,
      reader.sees(any: ["から", "より", "を"])
    else { return false }
    return isChanged(text, rest)
  }

  private func isNew(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    if lexicon.concepts.says(.instead, in: text, range: phrase.before)
      || isMarked(phrase.before, text, .markedNew, .newLabel)
      || lexicon.signs.says(.putRight, in: text, range: phrase.before)
    {
      return true
    }
    if isChanged(text, phrase.after) || isChangedBehindBracket(phrase, text) { return true }
    if standsForAnother(phrase, text) { return true }
    // `締切を繰り上げ、11月20日とします`: nothing but the change stands between its beginning and the day.
    let lead =
      max(phrase.clause.lowerBound, phrase.before.lowerBound - 16)..<phrase.span.range.lowerBound
    return DateReader().dates(in: text, range: phrase.clause.lowerBound..<lead.upperBound).isEmpty
      && isChanged(text, lead)
  }

  /// `9月27日（日）ではなく、1週間後の10月4日（日）に行います`: the second day is the right one.
  private func standsForAnother(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let start = phrase.span.range.lowerBound
    let lead = text.stretch(around: start..<start) { Self.ends.contains($0) }.lowerBound..<start
    guard let word = lexicon.concepts.ranges(of: .notButThat, in: text, range: lead).last
    else { return false }
    return DateReader().dates(in: text, range: lead).contains {
      $0.range.upperBound <= word.lowerBound && word.lowerBound - $0.range.upperBound <= 4
    }
  }

  /// `11月18日正午【必着】に繰り上げました`: the rule of the day stands between.
  private func isChangedBehindBracket(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    var reader = ScalarReader(text, in: phrase.region)
    TimeReader.skip(&reader)
    reader.skipBlanks()
    guard reader.take(any: ["【", "[", "(", "〔"]) != nil else { return false }
    let inside = reader.take(while: { !")]】〕".unicodeScalars.contains($0) })
    guard inside <= 6,
      reader.take(any: ["】に", "]に", ")に", "〕に", "】へ", ")へ", "】まで", "]まで", ")まで"]) != nil
    else { return false }
    let rest = reader.position..<phrase.region.upperBound
    return isChanged(text, rest.prefix(8))
      && ["ました", "します"].contains { text.contains($0, in: rest.prefix(12)) }
      && !lexicon.signs.says(.notYet, in: text, range: rest.prefix(12))
  }

  /// Whether a change is told, not only thought of: 変更することがあります.
  private func isChanged(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    guard let word = lexicon.concepts.ranges(of: .changed, in: text, range: range).first else {
      return false
    }
    let end = sentenceEnd(text, word.upperBound)
    // 延長しました（再延長はありません）: what a bracket adds is no doubt of what was said.
    let bracket = text.scalars[word.upperBound..<end].firstIndex(of: "(") ?? end
    let behind = word.upperBound..<min(bracket, word.upperBound + 14)
    guard let doubt = lexicon.concepts.ranges(of: .mayChange, in: text, range: behind).first else {
      return true
    }
    // `変更しました`: しました is no doubt, しません is.
    return doubt.lowerBound > word.upperBound + 8
  }

  private static let ends = ScalarSet("。\n※")

  private func sentenceEnd(_ text: FoldedText, _ start: Int) -> Int {
    var end = start
    while end < text.scalars.count, !Self.ends.contains(text.scalars[end]) { end += 1 }
    return end
  }

  /// `(誤)`, `【正】`, `誤:`, right before a day.
  private func isMarked(
    _ range: Range<Int>, _ text: FoldedText, _ mark: Sign, _ label: Sign
  ) -> Bool {
    lexicon.signs.says(mark, atEndOf: range, in: text)
      || lexicon.signs.says(label, asAllOf: range, in: text)
  }
}
