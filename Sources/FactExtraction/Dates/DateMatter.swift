import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// What a day is the day of, as far as the words beside it say.
enum DateMatter: Hashable, Sendable {
  /// Of handing in the application.
  case application
  /// Of something else: a visit, a result, a payment, a certificate.
  case other
  /// The words beside it do not say; its label does.
  case unsaid
  /// It stands behind a topic that no table knows: `証明書は9月1日…`.
  case unknownTopic
}

/// Tells what the words beside a day say of it.
struct MatterReader: Sendable {
  let lexicon: Lexicon
  /// The kind of the program: a day of another kind is another matter.
  let kind: KindName?

  /// What a day in a text is the day of.
  func matter(of phrase: DatedPhrase, in text: FoldedText) -> DateMatter {
    if announcesApplications(phrase, text) { return .application }
    if isBracketedWithOther(phrase, text) || isOfLaterPaper(phrase, text)
      || isTakenForEvent(phrase, text) || isOfSomeApplicants(phrase, text)
      || isOfOneThing(phrase, text) || isCountedAsAnotherDay(phrase, text)
      || isOfExaminationItself(phrase, text)
    {
      return .other
    }
    // 2027年1月に始まる修練への応募: when the training begins, whatever is taken for it.
    if isCohort(text, phrase) { return .other }
    let before = matterBefore(phrase, text)
    let after = matterBehind(phrase, text)
    if before == .other || after == .other { return .other }
    if before == .application || after == .application { return .application }
    if before == .unsaid, after == .unsaid, speaksOfHandingIn(phrase, text) { return .application }
    return before == .unknownTopic || after == .unknownTopic ? .unknownTopic : .unsaid
  }

  /// `試験 2026年9月13日～9月15日` beside a line `受付 …`: nothing but the word for the examination stands before it.
  private func isOfExaminationItself(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    guard kind?.kind == .examination else { return false }
    let start = phrase.span.range.lowerBound
    let line = text.stretch(around: start..<start) { "。\n".unicodeScalars.contains($0) }
    let words = text.trimmed(line.lowerBound..<start)
    let lead = text.hasWord(":", before: words.upperBound) ? words.dropLast() : words
    return lexicon.signs.says(.wholeExamination, asAllOf: text.trimmed(lead), in: text)
  }

  /// The most characters between a kind and the bracket that is about it.
  private static let reachOfBracket = 4

  /// The words of one notion right before the bracket that a day stands in.
  private func notionBeforeBracket(_ phrase: DatedPhrase, _ text: FoldedText) -> Range<Int>? {
    let open = phrase.clause.lowerBound - 1
    guard open > 0, text.scalars[open] == "(" else { return nil }
    var start = open
    while start > 0, !Self.boundaries.contains(text.scalars[start - 1]) { start -= 1 }
    return start..<open
  }

  /// `年末年始（12月27日～1月4日）は受付を行いません`, `事前登録（3月31日まで）`: a day in brackets is that of the word right before them,
  /// and what is said behind them is said of it.
  private func isBracketedWithOther(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    guard let notion = notionBeforeBracket(phrase, text) else { return false }
    let open = notion.upperBound
    let others = lexicon.concepts.ranges(of: .notTheWindow, in: text, range: notion)
    if isBracketedWithEvent(notion, phrase, text)
      || others.contains(where: { $0.upperBound == open && !isPaper(text, $0) })
    {
      return true
    }
    // 奨学金募集（12月25日締切）
    if lexicon.signs.says(.otherMatter, in: text, range: notion) { return true }
    // 健康診断書は入職時（3月末日まで）に提出: when one paper is due.
    if phrase.span.mentions.count == 1, lexicon.signs.says(.pointOfTime, atEndOf: notion, in: text),
      !lexicon.concepts.says(.applicationWord, in: text, range: notion)
    {
      return true
    }
    // 初期臨床研修医（応募締切8月14日）は別のちらしへ: the bracket is about whom it stands behind.
    if let kind {
      let sentence = text.stretch(around: open..<open) { "。\n".unicodeScalars.contains($0) }
      let named = lexicon.kinds.mentions(in: text, range: sentence.lowerBound..<open).last
      if let named, named.isFirm, named.name != kind, named.name.kind != kind.kind,
        open - named.range.upperBound <= Self.reachOfBracket
      {
        return true
      }
    }
    let end = phrase.clause.upperBound
    guard end < text.scalars.count, text.scalars[end] == ")" else { return false }
    guard phrase.span.opens != nil, phrase.span.closes != nil, text.hasWord("は", at: end + 1)
    else { return false }
    let sentence = text.stretch(around: phrase.span.range) { "。\n".unicodeScalars.contains($0) }
    return lexicon.signs.says(
      .papersRefused, in: text, range: end + 1..<max(end + 1, sentence.upperBound))
  }

  /// `出願受付のお知らせ（10月1日～10月31日）`: that something is announced does not make it another matter.
  private func announcesApplications(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    guard phrase.span.opens != nil, phrase.span.closes != nil,
      let notion = notionBeforeBracket(phrase, text)
    else { return false }
    if isBracketedWithApplying(phrase, notion, text) { return true }
    // 受付期間（11月2日から11月13日）内にお願いします
    if lexicon.concepts.says(.takingOfPapers, atEndOf: notion, in: text),
      lexicon.concepts.says(.period, in: text, range: notion),
      !lexicon.signs.says(.otherMatter, in: text, range: notion),
      !namesAnotherKind(text, notion)
    {
      return true
    }
    return lexicon.signs.says(.announcement, atEndOf: notion, in: text)
      && !lexicon.signs.says(.otherMatter, in: text, range: notion)
      && !namesAnotherKind(text, notion)
      && lexicon.concepts.ranges(of: .applicationWord, in: text, range: notion).contains {
        !lexicon.signs.says(.guidelineNoun, atStartOf: $0.upperBound..<notion.upperBound, in: text)
      }
  }

  /// `見込みで受験した者は、3月10日までに修練証明書を提出`: one paper that some of the applicants hand in later.
  private func isOfLaterPaper(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let lead = phrase.clause.lowerBound..<phrase.span.range.lowerBound
    return lexicon.signs.says(.expectedLater, in: text, range: lead)
      && namesCertificateAlone(phrase, text) || isTermOfPaperThatFollows(phrase, text)
  }

  /// The most characters of `その提出期限は`.
  private static let longestTerm = 10

  /// `症例報告は後から送付することができ、その期限は5月29日とする`: nothing but the word for a last day stands before it, and the
  /// sentence says that one paper may follow.
  private func isTermOfPaperThatFollows(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let words = text.trimmed(phrase.before)
    let start = phrase.span.range.lowerBound
    let sentence = text.stretch(around: start..<start) { "。\n".unicodeScalars.contains($0) }
    return words.count <= Self.longestTerm && text.hasWord("は", before: words.upperBound)
      && lexicon.signs.says(.deadlineWord, in: text, range: words)
      && lexicon.concepts.says(.laterPaper, in: text, range: sentence.lowerBound..<words.lowerBound)
  }

  /// `見込みで出願した方 | 修了を証する書類を3月9日までに`: as well where a label says whose paper it is.
  func isOfLaterPaper(_ phrase: DatedPhrase, _ statement: ReadStatement) -> Bool {
    guard let label = statement.statement.labels.last else { return false }
    return lexicon.signs.says(.expectedLater, in: FoldedText(label))
      && namesCertificateAlone(phrase, statement.text)
  }

  private func namesCertificateAlone(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    // 見込みで願書を出した者は、証明書を: what was handed in before says only whose paper it is.
    let people = lexicon.signs.ranges(of: .thosePeople, in: text, range: phrase.clause).last
    let words = (people?.upperBound ?? phrase.clause.lowerBound)..<phrase.clause.upperBound
    let own = lexicon.signs.ranges(of: .certificate, in: text, range: words)
    return !own.isEmpty && !lexicon.signs.says(.enclosed, in: text, range: words)
      && lexicon.signs.ranges(of: .applicationPaper, in: text, range: words)
        .allSatisfy { paper in own.contains { $0.overlaps(paper) } }
  }

  /// `12月上旬までに、次の書類を届くように送ってください`: what is done until then stands behind a comma.
  private func speaksOfHandingIn(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    var rest = phrase.after.upperBound..<max(phrase.after.upperBound, phrase.region.upperBound)
    guard text.hasWord("まで", at: phrase.after.lowerBound) else { return false }
    // 4月からの方は12月18日まで、10月からの方は6月18日までに申し込むこと: what is done stands once, at the end.
    if text.string(in: phrase.after) == "まで", text.hasWord("、", at: rest.lowerBound),
      !lexicon.concepts.says(.notTheWindow, in: text, range: phrase.before)
    {
      rest = rest.lowerBound..<max(rest.lowerBound, phrase.clause.upperBound)
    }
    return lexicon.concepts.says(.applicationWord, in: text, range: rest)
      && !lexicon.concepts.says(.notTheWindow, in: text, range: rest)
  }

  /// The marks and particles at which the words of one notion end.
  private static let boundaries = ScalarSet("、。はがをに:()（）「」[]【】 \n※")

  /// The last word before a day that tells, with the words that it is compounded with.
  private func matterBefore(_ phrase: DatedPhrase, _ text: FoldedText) -> DateMatter {
    let range = phrase.before
    let signs = lexicon.signs
    if namesAnotherKind(text, range) || isException(phrase, text) { return .other }
    if signs.says(.inCase, in: text, range: range),
      !signs.says(.caseOfSending, in: text, range: range)
    {
      return .other
    }
    let isOfWish = isOfSomeWish(text, range)
    if addressesApplicants(text, range), !isOfWish {
      // 見学会に参加される方は10月9日までに
      return signs.says(.otherMatter, in: text, range: range) ? .other : .unsaid
    }
    if isOfWish { return .other }
    let own = lexicon.concepts.ranges(of: .applicationWord, in: text, range: range).last
    let others = lexicon.concepts.ranges(of: .notTheWindow, in: text, range: range).filter {
      !isRemark($0, text, range) && !isPaper(text, $0) && !isRoundAlone(text, $0)
    }
    // 症例登録は、申請に先立ち3月31日までに: what is done before applying.
    if let own, signs.says(.precedingStep, atStartOf: own.upperBound..<text.scalars.count, in: text)
    {
      return .other
    }
    guard let own else {
      if !others.isEmpty { return .other }
      return standsBehindTopic(text, range) ? .unknownTopic : .unsaid
    }
    if let other = others.last, other.lowerBound >= own.lowerBound { return .other }
    // 配慮についての申請は: the word stands inside that for another matter.
    if others.contains(where: { $0.upperBound >= own.upperBound }) { return .other }
    if isEnglishSubject(others.last, before: own, text, range) { return .other }
    var start = own.lowerBound
    while start > range.lowerBound, !Self.boundaries.contains(text.scalars[start - 1]) {
      start -= 1
    }
    return others.contains { $0.lowerBound >= start } ? .other : .application
  }

  /// `Requests for special arrangements must be received by`, `Renewal applications are due on`: what is received, or whose
  /// applications they are.
  private func isEnglishSubject(
    _ other: Range<Int>?, before own: Range<Int>, _ text: FoldedText, _ range: Range<Int>
  ) -> Bool {
    guard let other, !text.scalars[range].contains(where: \.isJapanese) else { return false }
    return other.upperBound + 1 == own.lowerBound
      || !lexicon.concepts.ranges(of: .applicationWord, in: text, range: range).contains {
        Self.papers.contains(where: text.string(in: $0).hasPrefix)
      }
  }

  /// How the words for what applicants hand in begin.
  private static let papers = ["appl", "paper", "entr", "form", "your", "document"]

  /// `(写真は6か月以内に撮影したもの)と…を、10月30日までに`: a bracket that is closed before the day, and not right
  /// before it, says nothing of the day.
  private func isRemark(_ word: Range<Int>, _ text: FoldedText, _ range: Range<Int>) -> Bool {
    let behind = text.scalars[word.upperBound..<range.upperBound]
    guard let close = behind.firstIndex(of: ")"), behind[..<close].firstIndex(of: "(") == nil,
      text.scalars[range.lowerBound..<word.lowerBound].contains("(")
    else { return false }
    return text.scalars[close + 1..<range.upperBound].contains { !$0.isBlank && $0 != ":" }
  }

  /// 合格証書, 合格証明書: a paper that is handed in.
  private func isPaper(_ text: FoldedText, _ word: Range<Int>) -> Bool {
    lexicon.signs.says(.paperEnding, atStartOf: word.upperBound..<text.scalars.count, in: text)
  }

  /// `第1期のみ実施:…`: that a round is the only one does not make it another matter.
  private func isRoundAlone(_ text: FoldedText, _ word: Range<Int>) -> Bool {
    guard word.count == 2, text.hasWord("のみ", at: word.lowerBound), word.lowerBound > 0 else {
      return false
    }
    // フォームからのみとし、12月7日をもって締め切る: the only way of sending says nothing of the day.
    if text.hasWord("から", before: word.lowerBound) || text.hasWord("で", before: word.lowerBound)
      || lexicon.signs.says(.meansOfSending, atEndOf: 0..<word.lowerBound, in: text)
    {
      return true
    }
    return "期回次".unicodeScalars.contains(text.scalars[word.lowerBound - 1])
  }

  /// `ただし、北部センターに限り、11月20日`, `一覧だけは紙で頂きますので、6月25日までに`: the day of some, or of one paper.
  private func isException(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let lead = phrase.clause.lowerBound..<phrase.span.range.lowerBound
    // `修了証明書は、同年3月12日の正午までに提出`: the day of one paper that may follow.
    if text.contains("だけは", in: lead)
      || lexicon.signs.says(.onePaper, atEndOf: lead, in: text)
        && !lexicon.signs.says(.applicationPaper, in: text, range: lead)
    {
      return true
    }
    guard let limit = text.range(of: "に限り", in: lead) else { return false }
    return !lexicon.signs.says(
      .meansOfSending, atEndOf: lead.lowerBound..<limit.lowerBound, in: text)
  }

  /// `予備試験に合格した方は12月4日までに…`: words about who applies do not tell what the day is of.
  private func addressesApplicants(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    lexicon.signs.says(.thosePeople, atEndOf: range, in: text)
      && (lexicon.concepts.says(.preliminaryExamination, in: text, range: range)
        || !lexicon.signs.says(.chosenPeople, in: text, range: range))
  }

  /// `配慮を希望する方は5月29日までに`: those who wish for something beside the application.
  private func isOfSomeWish(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    lexicon.signs.says(.wishBeside, in: text, range: range)
      && lexicon.signs.says(.whoWishes, atEndOf: range, in: text)
  }

  /// The first word behind a day that tells; behind a whole stretch only the nearest words do.
  private func matterBehind(_ phrase: DatedPhrase, _ text: FoldedText) -> DateMatter {
    var range = phrase.after
    let isStretch = phrase.span.opens != nil && phrase.span.closes != nil && !phrase.span.isList
    if isStretch { range = range.lowerBound..<min(range.upperBound, range.lowerBound + 16) }
    // `ただし最終日のみ正午まで` is a remark on the stretch, not its matter.
    if lexicon.signs.says(.proviso, atStartOf: range, in: text) { return .unsaid }
    let own = lexicon.concepts.ranges(of: .applicationWord, in: text, range: range).first {
      // 募集要項 is a paper about applying.
      !lexicon.signs.says(.guidelineNoun, atStartOf: $0.upperBound..<range.upperBound, in: text)
    }
    let other = lexicon.concepts.ranges(of: .notTheWindow, in: text, range: range).first
    if let other, own.map({ other.lowerBound <= $0.lowerBound }) ?? true { return .other }
    if isClosedDays(text, phrase, isStretch) { return .other }
    if isPassed(text, phrase.after) { return .unknownTopic }
    if own != nil { return .application }
    return isCohort(text, phrase) ? .other : .unsaid
  }

  /// `12月29日から1月3日までは受付を行わない`: days on which no papers are taken.
  private func isClosedDays(_ text: FoldedText, _ phrase: DatedPhrase, _ isStretch: Bool) -> Bool {
    isStretch && text.scalars[phrase.after].contains("は")
      && lexicon.signs.says(.papersRefused, in: text, range: phrase.after)
  }

  /// `11月2日を過ぎたもの`, `7日でした`: such a day repeats or denies what another place states.
  private func isPassed(_ text: FoldedText, _ after: Range<Int>) -> Bool {
    // News: `11月20日 願書受付を終了しました`.
    lexicon.signs.says(.newsOfTaking, in: text, range: after)
      || lexicon.signs.says(.dayPassed, atStartOf: after, in: text)
      || text.hasWord("以降", at: after.lowerBound)
        && (text.contains("ません", in: after)
          || lexicon.signs.says(.papersRefused, in: text, range: after))
  }

  /// Whether words stand before a day as its topic: `…は`, `…の`.
  private func standsBehindTopic(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    let words = text.scalars[text.trimmed(range)]
    return words.count > 1 && (words.last == "は" || words.last == "の")
  }

  /// `科目等履修生は3月5日`: the day of another kind.
  private func namesAnotherKind(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    guard let kind, !range.isEmpty else { return false }
    let kinds = lexicon.kinds.mentions(in: text, range: range)
    return !kinds.isEmpty && !kinds.contains { $0.name == kind || $0.name.kind == kind.kind }
  }

  // MARK: First or last day

  /// Which end of a window a single day is.
  enum End {
    case opens
    case closes
  }

  /// Which end the words beside a day make it, those behind it before those in front of it.
  func end(of phrase: DatedPhrase, in text: FoldedText, labels: String) -> End? {
    if lexicon.signs.says(.from, atStartOf: phrase.after, in: text) { return .opens }
    if let end = firstEnd(text, phrase.after) { return end }
    if let end = lastEnd(text, phrase.before) { return end }
    let label = FoldedText(labels)
    return lastEnd(label, label.scalars.indices)
  }

  private func firstEnd(_ text: FoldedText, _ range: Range<Int>) -> End? {
    let opening = lexicon.concepts.ranges(of: .opening, in: text, range: range).first
    let closing = lexicon.concepts.ranges(of: .closing, in: text, range: range).first
    guard let opening else { return closing == nil ? nil : .closes }
    guard let closing else { return .opens }
    return opening.lowerBound < closing.lowerBound ? .opens : .closes
  }

  private func lastEnd(_ text: FoldedText, _ range: Range<Int>) -> End? {
    let opening = lexicon.concepts.ranges(of: .opening, in: text, range: range).last
    let closing = lexicon.concepts.ranges(of: .closing, in: text, range: range).last
    guard let opening else { return closing == nil ? nil : .closes }
    guard let closing else { return .opens }
    return opening.upperBound > closing.upperBound ? .opens : .closes
  }
}
