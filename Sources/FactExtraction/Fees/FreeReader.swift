import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads that the training costs nothing.
///
/// It does only where the program's own charge is said not to be taken, from anybody, at any time, in
/// so many words. What is free for some, at first, or beside the training is not.
struct FreeReader {
  let lexicon: Lexicon
  /// The kind of the program, where the page may speak of several.
  var kind: KindName?
  /// Whether it is an examination that may cost nothing: then what applicants pay is the own charge.
  var isExamination = false

  private var signs: SignTable { lexicon.signs }

  /// The words that say so, if any do.
  func free(in statements: [ReadStatement]) -> Finding<Fee>? {
    var found: Quote?
    for statement in statements {
      for sentence in statement.sentences {
        guard let said = denial(in: statement, sentence), !isRefund(statement.text, sentence) else {
          continue
        }
        guard !isOfAnotherKind(statement.text, sentence, said) else { continue }
        if isForSome(statement, sentence) { return nil }
        if isExamination, isForMembers(statement, sentence) { return nil }
        guard isOwnCharge(statement, sentence, said) || isFreeToSit(statement, sentence, said)
        else {
          continue
        }
        if isExamination, namesOtherCharge(in: statements, besides: sentence, said, of: statement) {
          return nil
        }
        if isLimited(statement.text, sentence) { return nil }
        if takesBack(statement, after: sentence) { return nil }
        found = found ?? Quote(statement, around: sentence)
      }
    }
    return found.map { Finding(Fee(free: true), quotes: [$0]) }
  }

  /// Whether a sentence holds only for a time, or only as a rule.
  private func isLimited(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    lexicon.concepts.says(.lastYear, in: text, range: sentence)
      || signs.says(.limitedFreedom, in: text, range: sentence)
      || isUntilThen(text, sentence)
  }

  /// `無料（令和9年3月まで）` ends; in `無料（昨年度まで月額15,000円）` a sum ended.
  private func isUntilThen(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    guard sentence.contains(where: { saysUntil($0, text) }) else { return false }
    var depth = 0
    let isOutsideBrackets = sentence.contains { place in
      if text.scalars[place] == "(" { depth += 1 }
      if text.scalars[place] == ")" { depth -= 1 }
      return depth <= 0 && saysUntil(place, text)
    }
    return isOutsideBrackets || MoneyReader().sums(in: text, range: sentence).isEmpty
  }

  /// 会場までの交通費 goes to a place, and not on until a day.
  private func saysUntil(_ place: Int, _ text: FoldedText) -> Bool {
    text.hasWord("まで", at: place)
      && !(text.hasWord("の", at: place + 2)
        && lexicon.concepts.says(.excludedCharge, at: place + 3, in: text))
  }

  /// Whether only some are let off: 協定校の者, 成績優秀者; in `全員免除` all are.
  private func isForSome(_ statement: ReadStatement, _ sentence: Range<Int>) -> Bool {
    let text = statement.text
    let free = lexicon.concepts.ranges(of: .notCharged, in: text, range: sentence)
    let some = lexicon.concepts.ranges(of: .someOnly, in: text, range: sentence).contains { some in
      !free.contains { $0.lowerBound <= some.lowerBound && some.upperBound <= $0.upperBound }
    }
    return some || lexicon.concepts.says(.someOnly, in: FoldedText(statement.path))
      || namesSomePeople(text, sentence)
  }

  /// `…大学の出身者は、`, `優秀な者から`: people who are not the trainees as such.
  private func namesSomePeople(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    signs.ranges(of: .peopleNamed, in: text, range: sentence).contains { mark in
      let before = text.scalars[sentence.lowerBound..<mark.lowerBound]
      let start = before.lastIndex { "、。(".unicodeScalars.contains($0) }.map { $0 + 1 }
      let people = (start ?? sentence.lowerBound)..<mark.lowerBound
      return !signs.says(.allTrainees, in: text, range: people)
    }
  }

  /// `研究生：無料` on a page for 実地修練生.
  private func isOfAnotherKind(
    _ text: FoldedText, _ sentence: Range<Int>, _ said: Range<Int>
  ) -> Bool {
    guard let kind else { return false }
    let named = lexicon.kinds.mentions(in: text, range: sentence.lowerBound..<said.lowerBound)
      .last(where: \.isFirm)
    return named.map { $0.name != kind } ?? false
  }

  /// Where a sentence says that something is not charged; `無料ではない` does not.
  func denial(in statement: ReadStatement, _ sentence: Range<Int>) -> Range<Int>? {
    let text = statement.text
    guard !asks(text, sentence) else { return nil }
    let said = lexicon.concepts.ranges(of: .notCharged, in: text, range: sentence).first { said in
      let behind = said.upperBound..<sentence.upperBound
      return !text.hasWord("か", at: said.upperBound) && !text.hasWord("の", at: said.upperBound)
        && !signs.says(.freedomDenied, atStartOf: behind.prefix(5), in: text)
        && !text.hasWord("not ", before: said.lowerBound)
        && !text.hasWord("non-", before: said.lowerBound)
    }
    let zero = MoneyReader().sums(in: text, range: sentence).first { $0.greatest == 0 }
    // ￥0（登録料も不要）: the sum of the label goes before what a bracket adds.
    if let zero, said.map({ zero.range.lowerBound < $0.lowerBound }) ?? true { return zero.range }
    if let said { return said }
    guard statement.topic == .fee else { return nil }
    return signs.says(.nothing, asAllOf: sentence, in: text) ? sentence : nothing(text, sentence)
  }

  /// Whether a sentence only asks: `修練料は無料ですか`.
  private func asks(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    let last = sentence.last { !text.scalars[$0].isBlank && text.scalars[$0] != "。" }
    return last.map { text.scalars[$0] == "か" || text.scalars[$0] == "?" } ?? false
  }

  /// `修練料：なし`, `Training fee: none`: the name of the own charge and a word for nothing.
  private func nothing(_ text: FoldedText, _ sentence: Range<Int>) -> Range<Int>? {
    let pieces = text.pieces { "、,;".unicodeScalars.contains($0) }
    return pieces.lazy.map { text.trimmed($0.clamped(to: sentence)) }.first { piece in
      let isMark = { (place: Int) in text.scalars[place] == ":" || text.scalars[place].isBlank }
      guard let mark = piece.last(where: isMark),
        let end = (piece.lowerBound..<mark).last(where: { !isMark($0) })
      else { return false }
      return signs.says(.nothing, asAllOf: mark + 1..<piece.upperBound, in: text)
        && signs.says(.chargeForTraining, atEndOf: piece.lowerBound..<end + 1, in: text)
    }.map { $0.upperBound - 1..<$0.upperBound }
  }

  private func isRefund(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    signs.says(.refunded, in: text, range: range)
  }

  /// Whether what is not charged is the training itself: its charge is the subject, or nothing is and
  /// the label names it.
  private func isOwnCharge(
    _ statement: ReadStatement, _ sentence: Range<Int>, _ said: Range<Int>
  ) -> Bool {
    let text = statement.text
    let subject = subject(text, sentence, said)
    if lexicon.concepts.says(.excludedCharge, in: text, range: subject) { return false }
    let isOwn = signs.says(.chargeForTraining, in: text, range: subject)
    if subject.lowerBound == sentence.lowerBound, text.contains("とも", in: subject), isOwn {
      return true
    }
    if signs.says(.besideTraining, in: text, range: subject) { return false }
    if isOwn, !text.scalars[said.lowerBound].isLatin { return true }
    if isTrainingItself(text, subject, said) { return true }
    if text.scalars[said.lowerBound].isLatin {
      if freesTraining(text, sentence, said) { return true }
      // Trainees may use the gymnasium free of charge: without a word for the fee something else is free.
      guard
        lexicon.concepts.says(.feeTopic, .ownCharge, in: text, range: sentence)
          || isPlainAnswer(statement, sentence, said)
      else { return false }
      if isOwn { return true }
    }
    if signs.says(.chargeBeside, in: text, range: subject) || namesAnother(text, subject) {
      return false
    }
    if signs.says(.chargeForTraining, in: text, range: sentence) { return true }
    // Without a subject of its own, a later sentence goes on about what the one before it named.
    guard statement.topic == .fee,
      sentence.lowerBound <= (statement.sentences.first?.lowerBound ?? 0)
    else { return false }
    let label = FoldedText(statement.label).withoutBlanks
    return !signs.says(.chargeBeside, in: label) || signs.says(.chargeForTraining, in: label)
  }

  /// `本修練は無償で実施しています`: nothing but the training itself stands before the word.
  private func isTrainingItself(
    _ text: FoldedText, _ subject: Range<Int>, _ said: Range<Int>
  ) -> Bool {
    let name = text.trimmed(subject)
    guard !name.isEmpty, text.hasWord("は", before: name.upperBound),
      signs.says(.gratis, at: said.lowerBound, in: text),
      // 実地修練は無料Wi-Fiを…: of something else.
      said.upperBound == text.scalars.count
        || ["で", "と", "。", "、", "\n"].contains(where: { text.hasWord($0, at: said.upperBound) })
    else { return false }
    return signs.says(.trainingItself, asExactly: name.lowerBound..<name.upperBound - 1, in: text)
  }

  /// `The training is free of charge.`, `We do not charge for practical training.`: whether a statement says so in no
  /// more words than these.
  func saysTrainingIsFree(_ statement: ReadStatement) -> Bool {
    statement.sentences.contains { sentence in
      denial(in: statement, sentence).map { said in
        freesTraining(statement.text, sentence, said)
          || isTrainingItself(
            statement.text, subject(statement.text, sentence, said), said)
      } ?? false
    }
  }

  /// `Fee: free of charge`, `Participants pay nothing.`: hardly a word beside those that say so, under the label of the fee.
  private func isPlainAnswer(
    _ statement: ReadStatement, _ sentence: Range<Int>, _ said: Range<Int>
  ) -> Bool {
    let text = statement.text
    let words = [sentence.lowerBound..<said.lowerBound, said.upperBound..<sentence.upperBound]
      .filter { $0.lowerBound < $0.upperBound }
      .reduce(0) { $0 + text.string(in: $1).split { !$0.isLetter }.count }
    return statement.topic == .fee && words <= Self.fewWords
  }

  private static let fewWords = 2

  /// Words that may stand beside the training in such a sentence; any other one makes it of something else.
  private static let plainWords: Set<String> = [
    "the", "our", "this", "of", "is", "are", "we", "there", "at", "in",
    "hospital", "itself", "for", "practical", "training", "programme", "program", "course",
    "charge", "completely", "entirely", "a", "make", "makes", "offered", "provided", "given",
  ]

  private func freesTraining(
    _ text: FoldedText, _ sentence: Range<Int>, _ said: Range<Int>
  ) -> Bool {
    guard text.scalars[said.lowerBound].isLatin,
      !text.scalars[said.upperBound..<min(text.scalars.count, sentence.upperBound + 1)].contains(
        "?")
    else { return false }
    let start = text.scalars[sentence.lowerBound..<said.lowerBound].lastIndex {
      ",;".unicodeScalars.contains($0)
    }
    let end = text.scalars[said.upperBound..<sentence.upperBound].firstIndex {
      ",;".unicodeScalars.contains($0)
    }
    let clause = (start.map { $0 + 1 } ?? sentence.lowerBound)..<(end ?? sentence.upperBound)
    var words =
      text.string(in: clause.lowerBound..<said.lowerBound)
      + " " + text.string(in: said.upperBound..<clause.upperBound)
    words = words.filter { !"()。.".contains($0) }
    let all = words.split(separator: " ").map(String.init)
    return all.contains { ["training", "programme", "program", "course"].contains($0) }
      && all.allSatisfy(Self.plainWords.contains)
  }

  /// The words of a denial's clause before it; where they only sum up (修練料、登録料とも), all before.
  private func subject(
    _ text: FoldedText, _ sentence: Range<Int>, _ said: Range<Int>
  ) -> Range<Int> {
    let clause = text.stretch(around: said) { "、。\n".unicodeScalars.contains($0) }
    let near = max(sentence.lowerBound, clause.lowerBound)..<said.lowerBound
    let sumsUp = signs.says(.summingUp, in: text, range: near)
    return sumsUp || text.trimmed(near).isEmpty ? sentence.lowerBound..<said.lowerBound : near
  }

  /// Whether a subject is marked as one (見学は, 県内出身者は, 最初の3か月は) and is not everybody.
  private func namesAnother(_ text: FoldedText, _ subject: Range<Int>) -> Bool {
    let marks = "はもが".unicodeScalars
    guard let mark = text.scalars[subject].lastIndex(where: { marks.contains($0) }) else {
      return !text.contains("there ", in: subject)
        && (text.contains(" is ", in: subject) || text.contains(" are ", in: subject))
    }
    let named = text.trimmed(subject.lowerBound..<mark)
    return !named.isEmpty && !signs.says(.everybody, in: text, range: named)
      && text.string(in: named) != kind?.name
  }

  /// Whether a sentence announces a list of things: `ただし、次に掲げるものは本人の負担とする`.
  ///
  /// They are read as charges; where none is one, they are food, lodging and the like. A list of people
  /// (次に掲げる者) is another thing.
  private func announcesList(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    signs.says(.listOfCosts, in: text, range: sentence)
  }

  /// Whether the next sentence takes the freedom back for some (ただし、それ以外の者は).
  private func takesBack(_ statement: ReadStatement, after sentence: Range<Int>) -> Bool {
    let text = statement.text
    guard
      let next = statement.sentences.first(where: { $0.lowerBound >= sentence.upperBound }),
      signs.says(.butOthers, in: text, range: next), !announcesList(text, next),
      !lexicon.concepts.says(.excludedCharge, in: text, range: next)
    else { return false }
    return signs.says(.charging, in: text, range: next)
  }
}
