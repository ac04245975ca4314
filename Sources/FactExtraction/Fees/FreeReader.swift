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

  private static let ownCharges = [
    "修練料", "修練費", "研修料", "研修費", "授業料", "受講料", "実習料", "実習費", "費用", "受入料", "受入れ料", "納付金", "学費", "料金",
    "経費", "tuition", "fee", "fees", "cost", "費用等", "修練生の負担", "金銭", "charge for the training",
    "the training ", "trainees ",
  ]
  private static let sideCharges = [
    "手数料", "審査料", "受験料", "登録料", "入学料", "入学金", "入会金", "検定料", "選考料", "施設費", "教材費", "registration",
    "enrolment", "実費", "諸費用",
  ]
  /// What may cost nothing beside the training.
  private static let besides = [
    "申請", "応募", "選考", "出願", "受験", "見学", "説明会", "発行", "手続", "相談", "研修医", "専攻医", "検診", "公衆衛生", "保健所",
  ]
  /// Whose freedom is that of everybody: the trainees themselves, or the hospital that takes nothing.
  private static let everybody = [
    "修練生", "研修生", "当院", "本院", "本学", "当センター", "当病院", "実地修練", "一切", "全て", "すべて", "いずれ",
  ]
  /// Words that make a sentence hold only for a time, or only as a rule.
  private static let limits = [
    "まで", "以降", "初年度", "年目", "当面", "当分", "原則", "有料", "でした", "最初", "期間に限", "場合", "こともあ", "ことがあ",
    "検討",
    "予定", "in principle", "first ", "until",
  ]

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
        guard isOwnCharge(statement, sentence, said) else { continue }
        let words = statement.text.string(in: sentence)
        if Self.limits.contains(where: outsideBrackets(words).contains)
          || Self.limits.contains(where: { isLimit($0, inBracketsOf: words) })
          || lexicon.concepts.says(.lastYear, in: statement.text, range: sentence)
        {
          return nil
        }
        if takesBack(statement, after: sentence) { return nil }
        found = found ?? Quote(statement, around: sentence)
      }
    }
    return found.map { Finding(Fee(free: true), quotes: [$0]) }
  }

  /// `無料（令和9年3月まで）` ends; in `無料（昨年度まで月額15,000円）` a sum ended.
  private func isLimit(_ limit: String, inBracketsOf words: String) -> Bool {
    words.contains(limit) && (limit != "まで" || MoneyReader().sums(in: FoldedText(words)).isEmpty)
  }

  /// A sentence without its brackets: what was paid until last year may stand in them.
  private func outsideBrackets(_ words: String) -> String {
    var depth = 0
    return words.filter { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return depth <= 0
    }
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
    let words = text.string(in: sentence)
    let marks = ["者は", "者から", "者に", "方は", "方から", "方に", "人は", "人から", "生は", "生から", "生に"]
    return marks.contains { mark in
      guard let range = words.firstRange(of: mark) else { return false }
      let people = words[..<range.lowerBound].split { "、。(".contains($0) }.last ?? ""
      return !["修練", "研修", "受講", "全", "すべて", "どなた", "皆", "いずれ"].contains(where: people.contains)
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
  private func denial(in statement: ReadStatement, _ sentence: Range<Int>) -> Range<Int>? {
    let text = statement.text
    let said = lexicon.concepts.ranges(of: .notCharged, in: text, range: sentence).first { said in
      let behind = text.string(
        in: said.upperBound..<min(said.upperBound + 5, sentence.upperBound))
      let before = text.string(in: max(sentence.lowerBound, said.lowerBound - 4)..<said.lowerBound)
      return !["では", "とは", "にはなら", "になら", "でな", "かどうか", "か", "の", "で利用", "で使"].contains(
        where: behind.hasPrefix)
        && !["not ", "non-"].contains(where: before.hasSuffix)
    }
    let zero = MoneyReader().sums(in: text, range: sentence).first { $0.greatest == 0 }
    // ￥0（登録料も不要）: the sum of the label goes before what a bracket adds.
    if let zero, said.map({ zero.range.lowerBound < $0.lowerBound }) ?? true { return zero.range }
    if let said { return said }
    guard statement.topic == .fee else { return nil }
    let words = text.string(in: sentence).filter { !$0.isWhitespace }
    return Self.nothing.contains(words) ? sentence : nothing(text, sentence)
  }

  private static let nothing: Set<String> = [
    "なし", "無", "無し", "特になし", "ありません", "none", "nothing", "nil",
  ]

  /// `修練料：なし`, `Training fee: none`: the name of the own charge and a word for nothing.
  private func nothing(_ text: FoldedText, _ sentence: Range<Int>) -> Range<Int>? {
    text.pieces { "、,;".unicodeScalars.contains($0) }.lazy.map { $0.clamped(to: sentence) }.first {
      let words = text.string(in: $0).split { $0 == ":" || $0.isWhitespace }
      guard words.count > 1, let last = words.last, Self.nothing.contains(String(last)) else {
        return false
      }
      return Self.ownCharges.contains(words.dropLast().joined(separator: " "))
        || Self.ownCharges.contains(where: words[words.count - 2].hasSuffix)
    }.map { $0.upperBound - 1..<$0.upperBound }
  }

  private func isRefund(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    let words = text.string(in: range)
    return ["返還", "返納", "還付", "返却", "返付", "払い戻"].contains(where: words.contains)
  }

  /// Whether what is not charged is the training itself: its charge is the subject, or nothing is and
  /// the label names it.
  private func isOwnCharge(
    _ statement: ReadStatement, _ sentence: Range<Int>, _ said: Range<Int>
  ) -> Bool {
    let text = statement.text
    let subject = subject(text, sentence, said)
    if lexicon.concepts.says(.excludedCharge, in: text, range: subject) { return false }
    let words = text.string(in: subject)
    if subject.lowerBound == sentence.lowerBound, words.contains("とも"),
      Self.ownCharges.contains(where: words.contains)
    {
      return true
    }
    if Self.besides.contains(where: words.contains) { return false }
    if Self.ownCharges.contains(where: words.contains) { return true }
    if Self.sideCharges.contains(where: words.contains) { return false }
    let whole = text.string(in: sentence)
    if namesAnother(words) { return false }
    if Self.ownCharges.contains(where: whole.contains) { return true }
    // Without a subject of its own, a later sentence goes on about what the one before it named.
    guard statement.topic == .fee,
      sentence.lowerBound <= (statement.sentences.first?.lowerBound ?? 0)
    else { return false }
    let label = FoldedText(statement.label).withoutBlanks.string
    return !Self.sideCharges.contains(where: label.contains)
      || Self.ownCharges.contains(where: label.contains)
  }

  /// The words of a denial's clause before it; where they only sum up (修練料、登録料とも), all before.
  private func subject(
    _ text: FoldedText, _ sentence: Range<Int>, _ said: Range<Int>
  ) -> Range<Int> {
    let clause = text.stretch(around: said) { "、。\n".unicodeScalars.contains($0) }
    let near = max(sentence.lowerBound, clause.lowerBound)..<said.lowerBound
    let words = text.string(in: near)
    let sumsUp = ["とも", "いずれも", "その他", "問わず", "一切", "neither", "nor "].contains(
      where: words.contains)
    let isBlank = words.allSatisfy { $0.isWhitespace }
    return sumsUp || isBlank ? sentence.lowerBound..<said.lowerBound : near
  }

  /// Whether a subject is marked as one (見学は, 県内出身者は, 最初の3か月は) and is not everybody.
  private func namesAnother(_ subject: String) -> Bool {
    guard let mark = subject.lastIndex(where: { "はもが".contains($0) }) else {
      return !subject.contains("there ") && (subject.contains(" is ") || subject.contains(" are "))
    }
    let named = subject[..<mark].filter { !$0.isWhitespace }
    return !named.isEmpty && !Self.everybody.contains(where: named.contains)
  }

  /// Whether a sentence announces a list of things: `ただし、次に掲げるものは本人の負担とする`.
  ///
  /// They are read as charges; where none is one, they are food, lodging and the like. A list of people
  /// (次に掲げる者) is another thing.
  private func announcesList(_ words: String) -> Bool {
    ["次に掲げるもの", "次に掲げる費用", "次に掲げる経費", "次のもの", "次の費用", "次の経費", "下記の費用", "以下の費用"].contains(
      where: words.contains)
  }

  /// Whether the next sentence takes the freedom back for some (ただし、それ以外の者は).
  private func takesBack(_ statement: ReadStatement, after sentence: Range<Int>) -> Bool {
    let text = statement.text
    guard
      let next = statement.sentences.first(where: { $0.lowerBound >= sentence.upperBound }),
      ["ただし", "但し", "それ以外", "その他の者", "however"].contains(where: text.string(in: next).contains),
      !announcesList(text.string(in: next)),
      !lexicon.concepts.says(.excludedCharge, in: text, range: next)
    else { return false }
    return ["徴収", "円", "納付", "負担", "実費", "有料", "pay"].contains(
      where: text.string(in: next).contains)
  }
}
