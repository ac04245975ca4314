import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// One or both ends of a window, before ends are joined and corrections made.
struct WindowCandidate: Sendable {
  /// How sure it is that the days are those of the application.
  enum Strength: Int, Comparable, Sendable {
    /// Behind words that no table knows.
    case guessed
    /// In a sentence that says so.
    case said
    /// Beside a label that says so.
    case labelled

    static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  let statement: ReadStatement
  let phrase: DatedPhrase
  var opens: PartialDate?
  var closes: PartialDate?
  var part: ApplicationWindow.Part?
  let strength: Strength
  /// Whether it replaces what was printed before.
  let isCorrection: Bool
  /// Whether a weekday beside it is not that of the day.
  let hasWrongWeekday: Bool
  /// Whether its year comes from elsewhere.
  let hasInheritedYear: Bool
  /// The column that its round stands in; empty where columns part first days from last ones.
  let column: String
}

/// Finds the days on a page that are those of handing in the application.
struct WindowFinder {
  let lexicon: Lexicon
  let years: ScheduleYears
  let kind: KindName?

  /// The candidates of a statement, in reading order.
  func candidates(in statement: ReadStatement) -> [WindowCandidate] {
    let text = statement.text
    let isLabelled = statement.topic == .application
    guard isLabelled || mayTellInPassing(statement) else { return [] }
    let phrases = DatedPhrase.all(in: text, isLabelled: isLabelled)
    let reader = MatterReader(lexicon: lexicon, kind: kind)
    guard !phrases.isEmpty, !reader.isUnderOtherLabel(statement) else { return [] }
    var context = years.context(of: statement)
    var found: [WindowCandidate] = []
    var replacesLastDay = false
    let changes = ChangeReader(lexicon: lexicon)
    for phrase in phrases where !changes.isDayOfChange(phrase, text) {
      var matter = reader.matter(of: phrase, in: text)
      var change = changes.change(of: phrase, in: statement)
      let dates = context.dates(of: phrase.span)
      // 見学の締切日に誤りがありました。正しくは…: what was wrong is of another matter.
      if change == .new, putsRightAnother(phrase, text) { continue }
      // 筆記試験を11月29日に繰り下げます: the examination is moved, not the last day of applying.
      if change == .new,
        lexicon.signs.says(.examinationMoved, before: phrase.span.range.lowerBound, in: text)
      {
        continue
      }
      let isStamp =
        lexicon.concepts.says(.stamp, in: text, range: phrase.after)
        || lexicon.concepts.says(.stamp, in: text, range: phrase.before)
      if !isStamp, phrase.span.mentions.contains(where: { $0.day != nil || $0.part != nil }) {
        let isStated = phrase.span.mentions.contains { $0.year != nil }
        context = context.following(dates.closes ?? dates.opens, isStated: isStated)
      }
      // 出願期間の終わりを「10月30日」と記載しましたが、正しくは「10月23日」です: the new day is of what the old one was of.
      if change == .old { replacesLastDay = matter == .application && !saysFirstDay(phrase, text) }
      if change == .new, replacesLastDay, [.unsaid, .unknownTopic].contains(matter) {
        matter = .application
      }
      if matter == .unknownTopic, isOpeningOfForm(phrase, statement) { matter = .application }
      // 5月20日に出願サイトを開き、6月30日に閉じます: what was opened is closed.
      if matter == .unsaid || matter == .unknownTopic, let opened = found.last,
        opened.opens != nil, opened.closes == nil, isOneSentence(opened.phrase, phrase, text),
        lexicon.concepts.says(.closing, in: text, range: phrase.after)
          || lexicon.concepts.says(.closing, in: text, range: phrase.before)
      {
        matter = .application
      }
      if [.unsaid, .unknownTopic].contains(matter), followsChange(phrase, change, text) {
        (matter, change) = (.application, .new)
      }
      if change == .none, isAside(phrase, behind: found.last, text) { continue }
      if isDayOfExamination(phrase, statement) { continue }
      if reader.isOfLaterPaper(phrase, statement) { continue }
      guard change != .old, matter != .other, !isRelative(phrase, text),
        matter != .unsaid || !LineMatter(lexicon: lexicon).isOther(above: phrase, in: text),
        let candidate = candidate(statement, phrase, matter, change, dates)
      else { continue }
      found.append(candidate)
    }
    return found
  }

  /// `試験日：11月15日　受付開始 午前8時30分`: the day that such a label stands beside; at the desk one comes in on it.
  private func isDayOfExamination(_ phrase: DatedPhrase, _ statement: ReadStatement) -> Bool {
    kind?.kind == .examination && statement.topic == .examDate
      && statement.statement.shape != .heading
      && phrase.before.isEmpty && phrase.span.range.lowerBound <= 1
  }

  /// `申込締切を延ばしました。8月31日（月）→9月7日（月）`, `締切日に誤りがありました。正しくは…`: the sentence before the days says
  /// what was moved.
  private func followsChange(
    _ phrase: DatedPhrase, _ change: DateChange, _ text: FoldedText
  ) -> Bool {
    let sign = phrase.span.connection(in: text)
    guard change == .new || change == .none && ["→", "⇒", "➡"].contains(where: sign.contains),
      let before = sentence(before: phrase, text)
    else { return false }
    return lexicon.concepts.says(.applicationWord, in: text, range: before)
      && lexicon.concepts.says(.closing, in: text, range: before)
      && (lexicon.concepts.says(.changed, in: text, range: before)
        || lexicon.concepts.says(.hasError, in: text, range: before))
  }

  /// Whether the sentence before a day that puts another one right speaks of something else, or of another kind.
  private func putsRightAnother(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    guard let before = sentence(before: phrase, text),
      lexicon.concepts.says(.hasError, in: text, range: before)
    else { return false }
    let isOfOthers = { (mention: KindMention) in
      mention.isFirm && kind.map { mention.name != $0 } ?? false
    }
    return lexicon.concepts.says(.othersMatter, in: text, range: before)
      || lexicon.kinds.mentions(in: text, range: before).contains(where: isOfOthers)
  }

  /// The sentence right before that of a day, on the same line.
  private func sentence(before phrase: DatedPhrase, _ text: FoldedText) -> Range<Int>? {
    let end = phrase.clause.lowerBound - 1
    guard end >= 0, text.scalars[end] == "。" else { return nil }
    return text.stretch(around: end..<end) { "。\n".unicodeScalars.contains($0) }
  }

  /// `申請のしかた > フォームは5月11日に開き`: under such a heading the form is that of applying.
  private func isOpeningOfForm(_ phrase: DatedPhrase, _ statement: ReadStatement) -> Bool {
    let text = statement.text
    return statement.topic == .application
      && lexicon.signs.says(.formAsTopic, asExactly: text.trimmed(phrase.before), in: text)
      && lexicon.concepts.says(.opening, in: text, range: phrase.after)
  }

  private func isOneSentence(
    _ one: DatedPhrase, _ other: DatedPhrase, _ text: FoldedText
  ) -> Bool {
    let between =
      one.span.range.upperBound..<max(one.span.range.upperBound, other.span.range.lowerBound)
    return !text.scalars[between].contains { $0 == "。" || $0 == "\n" }
  }

  private func saysFirstDay(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    lexicon.concepts.says(.opening, in: text, range: phrase.before)
  }

  /// Whether a statement with another topic, or none, may say in a sentence when to apply.
  private func mayTellInPassing(_ statement: ReadStatement) -> Bool {
    switch statement.topic {
    case .unrelated, .otherMoney, .fee, .result, .obligation, .recommendation: false
    default: true
    }
  }

  private func candidate(
    _ statement: ReadStatement, _ phrase: DatedPhrase, _ matter: DateMatter, _ change: DateChange,
    _ dates: (opens: PartialDate?, closes: PartialDate?)
  ) -> WindowCandidate? {
    let isStretch = phrase.span.opens != nil && phrase.span.closes != nil
    guard !phrase.span.isList, !isHalfYear(dates), !isFootStamp(phrase, statement.text),
      dates.opens != nil || dates.closes != nil
    else { return nil }
    let ends = isStretch ? stretch(statement, phrase, change, dates) : end(statement, phrase, dates)
    guard let (opens, closes, last) = ends,
      let strength = strength(statement, phrase, matter, opens: opens, closes: closes)
        ?? (change == .new && matter == .application ? .said : nil)
    else { return nil }
    let isOver = lexicon.signs.says(.overWord, asAllOf: phrase.after, in: statement.text)
    let pairs = zip(phrase.span.mentions, [dates.opens, dates.closes].compactMap { $0 })
    return WindowCandidate(
      statement: statement, phrase: phrase, opens: opens, closes: closes,
      part: closes == nil ? nil : last?.part.map(Self.part),
      strength: isOver && isStretch ? .guessed : strength,
      isCorrection: change == .new,
      hasWrongWeekday: pairs.contains { YearContext.disagrees($0, with: $1) },
      hasInheritedYear: phrase.span.mentions.allSatisfy { $0.year == nil }
        && (closes ?? opens)?.year != nil,
      column: round(of: statement, isStretch: isStretch))
  }

  /// The column as far as it parts rounds: 受付の開始 | 受付の締切 part first days from last ones.
  private func round(of statement: ReadStatement, isStretch: Bool) -> String {
    guard let column = statement.statement.column else { return "" }
    let partsEnds = lexicon.concepts.says(.opening, .closing, in: FoldedText(column))
    return partsEnds && !isStretch ? "" : column
  }

  /// `12月1日消印有効(12月4日必着)`, `(11月20日まで延長しません)`: a day alone in the bracket behind a last day.
  private func isAside(
    _ phrase: DatedPhrase, behind last: WindowCandidate?, _ text: FoldedText
  ) -> Bool {
    guard let last, last.closes != nil, phrase.span.mentions.count == 1,
      phrase.clause.lowerBound > last.phrase.span.range.upperBound,
      phrase.clause.lowerBound <= last.phrase.region.upperBound,
      "([〔【".unicodeScalars.contains(text.scalars[phrase.clause.lowerBound - 1])
    else { return false }
    let end = MatterReader(lexicon: lexicon, kind: kind).end(of: phrase, in: text, labels: "")
    return end != .opens
  }

  /// `2027年4月~2028年3月`: months far apart are those of the training.
  private func isHalfYear(_ dates: (opens: PartialDate?, closes: PartialDate?)) -> Bool {
    guard let opens = dates.opens, let closes = dates.closes, opens.day == nil, closes.day == nil,
      let first = opens.month, let last = closes.month, let year = opens.year,
      let end = closes.year
    else { return false }
    return (end - year) * 12 + last - first >= 6
  }

  /// `(R8.11)`: a month in numbers, alone in its bracket, says when the page was made.
  private func isFootStamp(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    phrase.clause == phrase.span.range && phrase.clause.lowerBound > 0
      && phrase.span.mentions.allSatisfy { $0.day == nil }
      && !text.scalars[phrase.clause].contains("月")
  }

  private typealias Ends = (opens: PartialDate?, closes: PartialDate?, last: DateMention?)

  /// The ends that two days with a sign between them make.
  private func stretch(
    _ statement: ReadStatement, _ phrase: DatedPhrase, _ change: DateChange,
    _ dates: (opens: PartialDate?, closes: PartialDate?)
  ) -> Ends? {
    let sign = phrase.span.connection(in: statement.text)
    let isOfDeadline = isDeadline(statement, phrase) || followsChange(phrase, .none, statement.text)
    let replaces = ["→", "⇒", "➡"].contains { sign.contains($0) } || change == .new
    if ChangeReader(lexicon: lexicon).movesBetweenItsDays(phrase, statement.text) {
      // 受付開始日を11月2日から11月9日に変更しました
      if lexicon.concepts.says(.opening, in: statement.text, range: phrase.before),
        !lexicon.concepts.says(.closing, in: statement.text, range: phrase.before)
      {
        return (dates.closes, nil, nil)
      }
      return (nil, dates.closes, phrase.span.closes)
    }
    // `11月13日→11月6日`, `締切を11月13日から11月20日に`: the second day in place of the first.
    if (replaces && isOfDeadline) || isLater(dates.opens, than: dates.closes) {
      return (nil, dates.closes, phrase.span.closes)
    }
    return (dates.opens, dates.closes, phrase.span.closes)
  }

  private func isDeadline(_ statement: ReadStatement, _ phrase: DatedPhrase) -> Bool {
    let label = FoldedText(statement.statement.labels.last ?? statement.label)
    return lexicon.signs.says(.deadlineWord, in: label)
      || lexicon.signs.says(.deadlineWord, in: statement.text, range: phrase.before)
  }

  private func isLater(_ one: PartialDate?, than other: PartialDate?) -> Bool {
    guard let one = one?.calendarDay, let other = other?.calendarDay else { return false }
    return one > other
  }

  /// The end that one day makes.
  private func end(
    _ statement: ReadStatement, _ phrase: DatedPhrase,
    _ dates: (opens: PartialDate?, closes: PartialDate?)
  ) -> Ends? {
    let path = (statement.statement.labels + [statement.statement.column ?? ""]).joined(
      separator: " ")
    let reader = MatterReader(lexicon: lexicon, kind: kind)
    let end = reader.end(of: phrase, in: statement.text, labels: path)
    let day = dates.closes ?? dates.opens
    if phrase.span.closes == nil, end == .opens { return (day, nil, nil) }
    return (nil, day, phrase.span.closes ?? phrase.span.opens)
  }

  private func strength(
    _ statement: ReadStatement, _ phrase: DatedPhrase, _ matter: DateMatter, opens: PartialDate?,
    closes: PartialDate?
  ) -> WindowCandidate.Strength? {
    if matter == .unknownTopic { return statement.topic == .application ? .guessed : nil }
    if statement.topic == .application { return .labelled }
    guard matter == .application else { return nil }
    let text = statement.text
    if closes == nil, opens?.day == nil { return nil }
    let words = phrase.before.lowerBound..<max(phrase.before.upperBound, phrase.after.upperBound)
    let isStretch = opens != nil && closes != nil
    guard
      isStretch || lexicon.concepts.says(.closing, .opening, .changed, in: text, range: words)
        || text.string(in: phrase.after).hasPrefix("から")
    else { return nil }
    return .said
  }

  /// `前月10日`: a day that another day sets.
  private func isRelative(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    lexicon.signs.says(.monthBefore, atEndOf: 0..<phrase.span.range.lowerBound, in: text)
  }

  private static func part(_ part: DateMention.Part) -> ApplicationWindow.Part {
    switch part {
    case .early: .early
    case .mid: .mid
    case .late: .late
    }
  }
}
