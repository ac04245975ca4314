import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads the days of an examination.
struct ExaminationReader {
  let lexicon: Lexicon
  let years: ScheduleYears
  /// The year of the round that the page announces, where it is known.
  var round: Int?

  /// The days of the parts: those beside labels, else those of sentences that say when it is held.
  func days(in statements: [ReadStatement]) -> Finding<[ExaminationDay]>? {
    let own = statements.filter(ExaminationMatter(lexicon: lexicon).isOfThisRound)
    // 試験日及び会場: what stands under both may be told to be of the place.
    let labelled = own.filter {
      !isUnderApplication($0) && !isBooking($0) && !isOfPapers($0)
    }.filter {
      [.selection, .selectionDay, .examDate, .venue].contains($0.topic) || isBesideDayLabel($0)
    }
    let below = labelled.filter { !isDayOfIssue($0) && !isAside($0) }
    let beside = days(
      of: below.isEmpty ? labelled : below, among: own, confidence: Confidence.labelled)
    let told = days(
      of: own.filter {
        $0.statement.shape != .heading && !isBooking($0)
      }, among: own, confidence: Confidence.sentence
    ) { phrase, statement in
      HeldSentence(lexicon: lexicon).says(phrase, statement)
        && (statement.topic != .application || namesTheDay(phrase, statement.text))
    }
    guard let beside, let told else { return beside ?? told }
    return with(otherPartsOf: told, beside)
  }

  /// `試験日は9月13日です`, `筆記は8月30日です` where papers are spoken of: nothing but its name, or a part, stands before the day.
  private func namesTheDay(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let words = text.trimmed(phrase.before)
    guard words.last.map({ text.scalars[$0] }) == "は" else { return false }
    let name = text.string(in: words.dropLast())
    let topic = lexicon.labels.exactTopic(of: name)
    return
      (topic == .examDate || topic == .selectionDay
      || SelectionMethods(lexicon: lexicon).isPart(FoldedText(name)))
      && phrase.span.mentions.contains { $0.day != nil }
  }

  /// `筆記試験の日: 12月6日` in a table and `面接試験は…1月24日に行います` below it: a sentence may tell the day of a part
  /// that no label names.
  private func with(
    otherPartsOf told: Finding<[ExaminationDay]>, _ beside: Finding<[ExaminationDay]>
  ) -> Finding<[ExaminationDay]> {
    let known = beside.value.map(ways)
    guard !known.contains([]) else { return beside }
    let others = told.value.filter { day in
      let own = ways(of: day)
      return !own.isEmpty && isPart(day) && day.starts.year != nil && day.starts.day != nil
        && known.allSatisfy(own.isDisjoint) && !beside.value.contains { $0.starts == day.starts }
    }
    guard !others.isEmpty else { return beside }
    return Finding(
      beside.value + others, quotes: beside.quotes + told.quotes,
      confidence: min(beside.confidence, told.confidence))
  }

  /// Whether a day is named by nothing but the part: not 面接試験の案内, 次回の面接試験 or 検査士の実技試験.
  private func isPart(_ day: ExaminationDay) -> Bool {
    let text = FoldedText(day.part ?? "")
    let all = text.scalars.indices
    let concepts = lexicon.concepts
    return SelectionMethods.all.contains { concepts.says($0.0, atStartOf: all, in: text) }
      && (text.string.hasSuffix("試験")
        || SelectionMethods.all.contains { concepts.says($0.0, atEndOf: all, in: text) })
  }

  private func ways(of day: ExaminationDay) -> Set<Selection.Method> {
    day.part.map { SelectionMethods(lexicon: lexicon).methods(ofLabel: $0) } ?? []
  }

  /// `合格証の交付`, `受験票の発送`: a label that ends in what is done with papers.
  private func isOfPapers(_ statement: ReadStatement) -> Bool {
    endsLabel(of: statement, with: .doneToPapers)
  }

  /// `会場と日時の予約`: when a seat is chosen.
  private func isBooking(_ statement: ReadStatement) -> Bool {
    endsLabel(of: statement, with: .booking)
  }

  private func endsLabel(of statement: ReadStatement, with concept: Concept) -> Bool {
    guard let label = statement.statement.labels.last else { return false }
    let text = FoldedText(label).withoutLetterSpacing
    return lexicon.concepts.says(concept, atEndOf: text.scalars.indices, in: text)
  }

  /// `受験手続 > 第1部試験: 3月1日から3月19日まで`: under such a heading a part is what papers are handed in for.
  private func isUnderApplication(_ statement: ReadStatement) -> Bool {
    guard let heading = statement.statement.section.last, heading.contains("手続"),
      !heading.contains("試験"), statement.statement.column == nil
    else { return false }
    return statement.statement.labels.last?.hasSuffix("日") != true
  }

  /// `日時`, `Written paper`: on the page of an examination these announce when it, or that part of it, is held.
  private func isBesideDayLabel(_ statement: ReadStatement) -> Bool {
    // Part I | Date: the head of the column, where each row is a part.
    if statement.topic == nil, let column = statement.statement.column {
      let head = FoldedText(column).withoutLetterSpacing
      if lexicon.signs.says(.dayLabel, asAllOf: head.scalars.indices, in: head) { return true }
    }
    guard statement.topic == nil, let label = statement.statement.labels.last else { return false }
    let name = FoldedText(Numbering.stripped(label)).withoutLetterSpacing
    return lexicon.signs.says(.dayLabel, asAllOf: name.scalars.indices, in: name)
      || isPart(name, statement)
  }

  /// `Sunday, 30 August 2026`, but not `Registration opens 1 May 2026`.
  private func beginsWithDay(_ text: FoldedText) -> Bool {
    guard let day = DateReader().dates(in: text).first else { return false }
    let lead = text.string(in: 0..<day.range.lowerBound).trimmingBlanks
    return lead.isEmpty || lead.hasSuffix("day,") || lead.hasSuffix("day")
  }

  private func isPart(_ name: FoldedText, _ statement: ReadStatement) -> Bool {
    let methods = SelectionMethods(lexicon: lexicon)
    return methods.isPart(name) && beginsWithDay(statement.text)
      || !methods.methods(ofLabel: name.string).subtracting([.documents]).isEmpty
  }

  /// `(終了の時刻は、2月6日が午後6時の予定です。)`: a line in brackets goes on about days that were named.
  private func isAside(_ statement: ReadStatement) -> Bool {
    let words = statement.text.scalars[statement.text.trimmed(statement.text.scalars.indices)]
    guard statement.statement.shape == .paragraph, words.first == "(", words.last == ")" else {
      return false
    }
    return words.firstIndex(of: ")") == words.indices.last && words.contains("。")
  }

  /// The most characters of a heading that is no title.
  private static let longestHead = 14

  /// The most characters of who signs a notice, behind its day.
  private let longestSignature = 20

  /// A date in a line of its own under nothing but the title: the day of the notice.
  private func isDayOfIssue(_ statement: ReadStatement) -> Bool {
    let text = statement.text
    // `試験の日`, `期日及び会場` above it says what day it is; a title does not.
    let isTold =
      statement.topic != nil
      && statement.statement.section.last.map { $0.count <= Self.longestHead } ?? false
    guard statement.statement.labels.isEmpty, statement.statement.section.count <= 1, !isTold,
      let date = DateReader().dates(in: text).first
    else { return false }
    // 告示第14号（令和8年1月30日）
    if text.hasWord("(", before: date.range.lowerBound),
      lexicon.signs.says(.notHeldThen, in: text, range: 0..<date.range.lowerBound)
    {
      return true
    }
    let rest = text.string(in: date.range.upperBound..<text.scalars.count)
    return date.range.lowerBound <= 1 && rest.count <= longestSignature && !rest.contains("試験")
  }

  private func days(
    of statements: [ReadStatement], among all: [ReadStatement], confidence: Double,
    where isHeld: (DatedPhrase, ReadStatement) -> Bool = { _, _ in true }
  ) -> Finding<[ExaminationDay]>? {
    let names = ExaminationParts(lexicon: lexicon, statements: all)
    var days: [ExaminationDay] = []
    var quotes: [Quote] = []
    var doubt = 0.0
    for statement in statements {
      var context = years.context(of: statement)
      let phrases = DatedPhrase.all(in: statement.text, isLabelled: true)
      let replaced = replacedByNote(phrases, statement)
      for phrase in phrases {
        let change =
          replaced.contains(phrase.span.range)
          ? .old : ChangeReader(lexicon: lexicon).change(of: phrase, in: statement)
        let isDay = change != .old && isDay(phrase, statement) && isHeld(phrase, statement)
        // 令和9年11月10日を11月17日に改めます: the new day is of the old one's year.
        guard let (first, second) = dates(of: phrase, in: context, statement) else { continue }
        guard isDay || change == .old || givesYear(phrase, statement.text) else { continue }
        context = context.following(
          first, isStated: phrase.span.mentions.contains { $0.year != nil })
        guard isDay else { continue }
        // （変更前）10月18日 →（変更後）10月25日
        let own = names.parts(of: phrase, in: statement).filter {
          let part = FoldedText($0)
          return !lexicon.signs.says(.markedOld, .markedNew, in: part)
        }
        // 実技試験 11月14日 ※11月21日に改めました: the new day is of what the old one was.
        let before = phrases.last {
          $0.span.range.upperBound <= phrase.span.range.lowerBound
        }
        let parts =
          own.isEmpty && before.map { replaced.contains($0.span.range) } == true
          ? before.map { names.parts(of: $0, in: statement) } ?? [] : own
        let found = (parts.isEmpty ? [nil] : parts.map { $0 }).map {
          ExaminationDay(part: $0, starts: first, ends: second)
        }
        let new = found.filter { day in !days.contains { Self.repeats(day, $0) } }
        guard !new.isEmpty else { continue }
        days += new
        quotes.append(Quote(statement, around: phrase.span.range))
        if phrase.span.mentions.contains(where: { YearContext.disagrees($0, with: first) }),
          second == nil
        {
          doubt = DateDoubt.wrongWeekday
        }
      }
    }
    days = corrected(days, all)
    return days.isEmpty ? nil : Finding(days, quotes: quotes, confidence: confidence - doubt)
  }

  /// `会期中（2026年10月16日～18日）の10月17日`: what is no day of the examination may give the year of one in its sentence.
  private func givesYear(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let end = phrase.span.range.upperBound
    let rest = text.stretch(around: end..<end) { "。\n".unicodeScalars.contains($0) }
    let next = DateReader().dates(in: text, range: end..<max(end, rest.upperBound)).first
    return phrase.span.mentions.contains { $0.year != nil } && next.map { $0.year == nil } ?? false
  }

  /// `9月13日（日）⏎※会場の都合により9月20日（日）に変更`: the days that a note right behind them replaces.
  private func replacedByNote(
    _ phrases: [DatedPhrase], _ statement: ReadStatement
  ) -> Set<Range<Int>> {
    let changes = ChangeReader(lexicon: lexicon)
    return Set(
      zip(phrases, phrases.dropFirst()).compactMap { old, new in
        let (first, second) = (old.span.range, new.span.range)
        let between = first.upperBound..<max(first.upperBound, second.lowerBound)
        let isNote = statement.text.scalars[between].contains {
          $0 == "※" || $0 == "\n" && phrases.count == 2
        }
        return isNote && changes.change(of: new, in: statement) == .new
          && changes.change(of: old, in: statement) == .none ? first : nil
      })
  }

  /// The days as errata have them; one that names no part goes where another of the same day does.
  private func corrected(_ days: [ExaminationDay], _ all: [ReadStatement]) -> [ExaminationDay] {
    let errata = DayErrata(all, lexicon: lexicon, years: years)
    let starts = days.filter { $0.part != nil }.map(\.starts)
    let parts = days.compactMap(\.part)
    var moved: [PartialDate] = []
    let right = days.compactMap { day -> ExaminationDay? in
      if let new = errata.moved(day.part, among: parts) {
        let starts = new.year == nil ? day.starts.year.flatMap { new.inYear($0) } ?? new : new
        moved.append(new)
        return ExaminationDay(part: day.part, starts: starts)
      }
      return errata.corrected(day.starts, of: .examDate, .selectionDay, among: starts).map {
        first in
        let last = errata.corrected(day.ends, among: [])
        return ExaminationDay(
          part: day.part, starts: first,
          ends: last.flatMap { $0.earliest.map { $0 >= (first.earliest ?? $0) } ?? true ? $0 : nil }
        )
      }
    }
    return right.enumerated().filter { place, day in
      !right[..<place].contains { Self.repeats(day, $0) }
        && (day.part != nil || !right.contains { $0.starts == day.starts && $0.part != nil })
        && !(day.part == nil && moved.contains(day.starts))
        && !right.contains { Self.isMonth(day, of: $0) }
    }.map(\.element)
  }

  /// `2037年2月に実施する` beside `2月7日`: a month that says less than a day of it.
  private static func isMonth(_ month: ExaminationDay, of day: ExaminationDay) -> Bool {
    (month.part == nil || month.part == day.part) && month.ends == nil && month.starts.day == nil
      && day.starts.day != nil
      && month.starts.month == day.starts.month
      && (month.starts.year == nil || month.starts.year == day.starts.year)
  }

  /// Whether a day says no more than one that was read before it.
  private static func repeats(_ day: ExaminationDay, _ other: ExaminationDay) -> Bool {
    day.starts == other.starts && (day.part == other.part || day.part == nil)
  }

  /// Whether a day is that of a part: not of its result, nor until when something is done.
  private func isDay(_ phrase: DatedPhrase, _ statement: ReadStatement) -> Bool {
    let text = statement.text
    let change = ChangeReader(lexicon: lexicon).change(of: phrase, in: statement)
    let words = [phrase.before, phrase.after]
    // 11月16日から18日まで is held on three days; 11月18日まで is a day by which something is done.
    let isStretch = phrase.span.opens != nil && phrase.span.closes != nil
    // 千葉市に変更しました(9月25日): the day of the change.
    let start = phrase.clause.lowerBound
    let ahead = text.stretch(before: start..<start, atMost: 8)
    // 附則（令和7年11月29日）: when the rule was made.
    if text.hasWord("(", before: start),
      lexicon.signs.says(.changeOfPage, in: text, range: ahead)
        || lexicon.signs.says(.notHeldThen, atEndOf: ahead.dropLast(), in: text)
    {
      return false
    }
    // 1月10日：試験地を一部変更しました: news of the page.
    let told =
      phrase.span.range
      .upperBound..<max(
        phrase.span.range.upperBound, phrase.clause.upperBound)
    if text.hasWord(":", at: told.lowerBound), phrase.span.opens?.year == nil,
      lexicon.signs.says(.changeOfPage, in: text, range: told), text.contains("ました", in: told)
    {
      return false
    }
    return change != .old
      && !lexicon.concepts.says(.resultWord, in: text, range: phrase.before)
      && !lexicon.concepts.says(.pastExamination, in: text, range: phrase.before)
      && !isBracketedBehindPast(phrase, text)
      && !isOfLaterRound(phrase, text)
      && !lexicon.concepts.says(.resultWord, in: text, range: phrase.after)
      && (isStretch || !words.contains { saysUntil(text, $0) })
      && !isTold(text, phrase)
      && !lexicon.concepts.says(.toldThen, atStartOf: phrase.after, in: text)
      && ![phrase.before, behind(phrase, statement)].contains {
        lexicon.signs.says(.notHeldThen, in: text, range: $0)
      }
      && !isOfOtherMeeting(text, words)
      && phrase.span.mentions.contains { $0.day != nil || $0.month != nil }
  }

  /// `試験日：11月15日（日）　受付開始 8時30分`: where a label has said what day it is, only what is joined to it.
  private func behind(_ phrase: DatedPhrase, _ statement: ReadStatement) -> Range<Int> {
    let text = statement.text
    guard statement.topic == .examDate, phrase.before.isEmpty,
      let blank = phrase.after.first(where: { text.scalars[$0].isBlank }),
      !TimeReader.times(in: text, range: blank..<phrase.after.upperBound).isEmpty
    else { return phrase.after }
    return phrase.after.lowerBound..<blank
  }

  /// `来年度の試験は9月に行う予定です`, `2027年度の試験は…` on a page about that of 2026.
  private func isOfLaterRound(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let day = phrase.span.mentions.lazy.compactMap(\.year).first
    if lexicon.concepts.says(.laterRound, in: text, range: phrase.before) {
      return day.map { day in round.map { day > $0 } ?? true } ?? true
    }
    guard let round else { return false }
    return DateReader().years(in: text, range: phrase.before).contains {
      $0.isFiscal && $0.year > round && day ?? $0.year > round
    }
  }

  /// `11月18日まで` is a day by which something is done; `3月1日 13時から15時30分まで` has its hours.
  private func saysUntil(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    guard let until = text.range(of: "まで", in: range) else { return false }
    let hours = range.lowerBound..<until.lowerBound
    return
      !(!TimeReader.times(in: text, range: hours).isEmpty
      && ["から", "~", "より"].contains { text.contains($0, in: hours) })
  }

  /// `ちなみに2025年は、第1部が9月13日でした`: a sentence that ends in what was.
  private func isTold(_ text: FoldedText, _ phrase: DatedPhrase) -> Bool {
    let start = phrase.span.range.lowerBound
    let sentence = text.stretch(around: start..<start) { "。\n".unicodeScalars.contains($0) }
    return lexicon.signs.says(.pastEnding, atEndOf: sentence, in: text)
  }

  /// `第41回学術集会 6月5日・6日`: beside the day nothing but a meeting is named.
  private func isOfOtherMeeting(_ text: FoldedText, _ words: [Range<Int>]) -> Bool {
    words.contains { lexicon.concepts.says(.notTheExamination, in: text, range: $0) }
      && !words.contains { lexicon.signs.says(.examinationNoun, in: text, range: $0) }
  }

  private func dates(
    of phrase: DatedPhrase, in context: YearContext, _ statement: ReadStatement
  ) -> (PartialDate, PartialDate?)? {
    let text = statement.text
    let dates = context.dates(of: phrase.span)
    // 期日：10月18日（日）→ 10月25日（日）
    let sign = phrase.span.connection(in: text)
    let behind = text.stretch(behind: phrase.span.range, atMost: 6)
    if let new = dates.closes, ["→", "⇒", "➡"].contains(where: sign.contains),
      !text.contains("間", in: behind), !text.contains("期間", in: phrase.before),
      statement.statement.labels.last?.contains("期間") != true
    {
      return (new, nil)
    }
    guard let first = dates.opens ?? dates.closes else { return nil }
    return (first, dates.opens == nil ? nil : dates.closes)
  }

  /// `昨年（2025年11月16日）`: the words right before the bracket in which a day stands leave it to what is over.
  private func isBracketedBehindPast(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let start = phrase.span.range.lowerBound
    guard start > 0, text.scalars[start - 1] == "(" else { return false }
    let word = max(0, start - 9)..<(start - 1)
    return lexicon.concepts.says(.pastExamination, atEndOf: word, in: text)
  }
}
