import DomainLexicon
import JapaneseText

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
    if isBracketedWithOther(phrase, text) { return .other }
    let before = matterBefore(phrase, text)
    let after = matterBehind(phrase, text)
    if before == .other || after == .other { return .other }
    if before == .application || after == .application { return .application }
    if before == .unsaid, after == .unsaid, speaksOfHandingIn(phrase, text) { return .application }
    return before == .unknownTopic || after == .unknownTopic ? .unknownTopic : .unsaid
  }

  /// The most characters between a kind and the bracket that is about it.
  private static let reachOfBracket = 4

  /// `年末年始（12月27日～1月4日）は受付を行いません`, `事前登録（3月31日まで）`: a day in brackets is that of the word right before them,
  /// and what is said behind them is said of it.
  private func isBracketedWithOther(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let open = phrase.clause.lowerBound - 1
    guard open > 0, "(（".unicodeScalars.contains(text.scalars[open]) else { return false }
    var start = open
    while start > 0, !Self.boundaries.contains(text.scalars[start - 1]) { start -= 1 }
    let others = lexicon.concepts.ranges(of: .notTheWindow, in: text, range: start..<open)
    if others.contains(where: { $0.upperBound == open && !isPaper(text, $0) }) { return true }
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
    let behind = text.string(
      in: end
        + 1..<text.stretch(around: phrase.span.range) { "。\n".unicodeScalars.contains($0) }
        .upperBound)
    return phrase.span.opens != nil && phrase.span.closes != nil
      && behind.hasPrefix("は") && Self.refusals.contains(where: behind.contains)
  }

  /// `12月上旬までに、次の書類を届くように送ってください`: what is done until then stands behind a comma.
  private func speaksOfHandingIn(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let rest = phrase.after.upperBound..<max(phrase.after.upperBound, phrase.region.upperBound)
    guard text.string(in: phrase.after).hasPrefix("まで") else { return false }
    return lexicon.concepts.says(.applicationWord, in: text, range: rest)
      && !lexicon.concepts.says(.notTheWindow, in: text, range: rest)
  }

  /// The marks and particles at which the words of one notion end.
  private static let boundaries = ScalarSet("、。はがをに:()（）「」[]【】 \n※")

  /// The last word before a day that tells, with the words that it is compounded with.
  private func matterBefore(_ phrase: DatedPhrase, _ text: FoldedText) -> DateMatter {
    let range = phrase.before
    if namesAnotherKind(text, range) || isException(phrase, text) { return .other }
    let words = text.string(in: range).trimmingBlanks
    if ["場合", "とき", "以降は", "if "].contains(where: words.contains), !tellsHowToSend(words) {
      return .other
    }
    if Self.addressesApplicants(words), !Self.isOfSomeWish(words) { return .unsaid }
    let own = lexicon.concepts.ranges(of: .applicationWord, in: text, range: range).last
    let others = lexicon.concepts.ranges(of: .notTheWindow, in: text, range: range).filter {
      !isRemark($0, text, range) && !isPaper(text, $0) && !isRoundAlone(text, $0)
    }
    if Self.isOfSomeWish(words) { return .other }
    // 症例登録は、申請に先立ち3月31日までに: what is done before applying.
    if let own,
      ["に先立ち", "に先立って", "の前に", "前に"].contains(where: {
        text.hasWord(Array($0.unicodeScalars), at: own.upperBound)
      })
    {
      return .other
    }
    guard let own else {
      if !others.isEmpty { return .other }
      return standsBehindTopic(text, range) ? .unknownTopic : .unsaid
    }
    if let other = others.last, other.lowerBound >= own.lowerBound { return .other }
    var start = own.lowerBound
    while start > range.lowerBound, !Self.boundaries.contains(text.scalars[start - 1]) {
      start -= 1
    }
    return others.contains { $0.lowerBound >= start } ? .other : .application
  }

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
    ["証書", "証明書", "証の写し", "者証", "通知書", "通知の写し", "書の写し", "書(写", "書及び"].contains {
      text.hasWord($0, at: word.upperBound)
    }
  }

  /// `第1期のみ実施:…`: that a round is the only one does not make it another matter.
  private func isRoundAlone(_ text: FoldedText, _ word: Range<Int>) -> Bool {
    guard text.string(in: word) == "のみ", word.lowerBound > 0 else { return false }
    return "期回次".unicodeScalars.contains(text.scalars[word.lowerBound - 1])
  }

  /// `ただし、北部センターに限り、11月20日`, `一覧だけは紙で頂きますので、6月25日までに`: the day of some, or of one paper.
  private func isException(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let words = text.string(in: phrase.clause.lowerBound..<phrase.span.range.lowerBound)
    if words.contains("だけは") || isOfOnePaper(words) { return true }
    guard let limit = words.firstRange(of: "に限り、") ?? words.firstRange(of: "に限り") else {
      return false
    }
    let subject = words[..<limit.lowerBound].suffix(6)
    return !["郵送", "持参", "書留", "簡易書留", "オンライン", "web"].contains(where: subject.hasSuffix)
  }

  /// `修了証明書は、同年3月12日の正午までに提出`: the day of one paper that may follow.
  private func isOfOnePaper(_ words: String) -> Bool {
    let subject = words.trimmingBlanks
    return ["証明書は、", "証書は、", "診断書は、", "修了証は、", "写しは、", "一覧は、", "証明書については、", "写しについては、"].contains(
      where: subject.hasSuffix)
  }

  /// `郵送の場合は11月20日の消印有効`: a condition on the way of sending, not on the day.
  private func tellsHowToSend(_ words: String) -> Bool {
    ["郵送の場合", "持参の場合", "郵送による場合", "持参する場合", "窓口の場合"].contains { words.contains($0) }
  }

  /// `予備試験に合格した方は12月4日までに…`: words about who applies do not tell what the day is of.
  private static func addressesApplicants(_ words: String) -> Bool {
    ["者は", "方は", "者に", "人は"].contains { words.hasSuffix($0) }
      && (words.contains("予備試験")
        || !["合格者", "内定者", "採用者", "入学者", "決まった", "通過"].contains { words.contains($0) })
  }

  /// `配慮を希望する方は5月29日までに`: those who wish for something beside the application.
  private static func isOfSomeWish(_ words: String) -> Bool {
    ["配慮を", "見学を", "宿舎を", "寮を", "面談を", "返却を", "領収書を", "説明会"].contains(where: words.contains)
      && ["方は", "者は", "方は、", "者は、", "場合は", "場合は、", "ときは", "ときは、"].contains(where: words.hasSuffix)
  }

  /// The first word behind a day that tells; behind a whole stretch only the nearest words do.
  private func matterBehind(_ phrase: DatedPhrase, _ text: FoldedText) -> DateMatter {
    var range = phrase.after
    let isStretch = phrase.span.opens != nil && phrase.span.closes != nil && !phrase.span.isList
    if isStretch { range = range.lowerBound..<min(range.upperBound, range.lowerBound + 16) }
    // `ただし最終日のみ正午まで` is a remark on the stretch, not its matter.
    if ["ただし", "但し", "なお"].contains(where: text.string(in: range).hasPrefix) { return .unsaid }
    let own = lexicon.concepts.ranges(of: .applicationWord, in: text, range: range).first {
      // 募集要項 is a paper about applying.
      !["要項", "案内", "要領"].contains(
        where: text.string(in: $0.upperBound..<range.upperBound).hasPrefix)
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
    guard isStretch else { return false }
    let words = text.string(in: phrase.after)
    return words.contains("は") && Self.refusals.contains(where: words.contains)
  }

  private static let refusals = [
    "受付を行わ", "受付は行わ", "受付を行いません", "受付は行いません", "受付をしない", "受付をしません", "受付けない", "受付けません",
    "受け付けない", "受け付けません", "受理しない", "受理しません", "取り扱わ", "受け取りません",
  ]

  /// `11月2日を過ぎたもの`, `7日でした`: such a day repeats or denies what another place states.
  private func isPassed(_ text: FoldedText, _ after: Range<Int>) -> Bool {
    let words = text.string(in: after)
    // News: `11月20日 願書受付を終了しました`.
    if ["開始しました", "終了しました", "締め切りました", "始まりました"].contains(where: words.contains) { return true }
    if words.hasPrefix("以降"), words.contains("ません") { return true }
    return ["を過ぎ", "過ぎ", "でした", "以前に", "の場合"].contains { words.hasPrefix($0) }
  }

  /// `4月開始:12月18日`, `令和9年1月に修練を始める方`: the group that a day is for.
  private func isCohort(_ text: FoldedText, _ phrase: DatedPhrase) -> Bool {
    let after = text.string(in: phrase.after)
    if Self.cohorts.contains(where: after.contains), after.hasSuffix("方") || after.hasSuffix("者") {
      return true
    }
    guard phrase.span.closes == nil, phrase.span.opens?.day == nil else { return false }
    let behind = text.string(
      in: phrase.span.range.upperBound..<min(phrase.span.range.upperBound + 8, text.scalars.count))
    return ["開始", "入学", "採用", "生", "期", "に修練", "から修練", "に研修", "入職", "修了", "卒業"].contains {
      behind.hasPrefix($0)
    } && !["開始します", "開始し", "開始予定", "開始日"].contains { behind.hasPrefix($0) }
  }

  private static let cohorts = ["開始", "入学", "採用", "入職"]

  /// Whether words stand before a day as its topic: `…は`, `…:`.
  private func standsBehindTopic(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    let words = text.string(in: range).trimmingBlanks
    return words.count > 1 && (words.hasSuffix("は") || words.hasSuffix("の"))
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
    let behind = text.string(in: phrase.after)
    if ["から", "より", "以降", "~"].contains(where: { behind.hasPrefix($0) }) { return .opens }
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
