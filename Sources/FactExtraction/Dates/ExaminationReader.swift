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
      && (concepts.says(.examinationWord, before: all.upperBound, in: text)
        || SelectionMethods.all.contains { concepts.says($0.0, atEndOf: all, in: text) })
  }

  private func ways(of day: ExaminationDay) -> Set<Selection.Method> {
    day.part.map { SelectionMethods(lexicon: lexicon).methods(ofLabel: $0) } ?? []
  }

  private func days(
    of statements: [ReadStatement], among all: [ReadStatement], confidence: Double,
    where isHeld: (DatedPhrase, ReadStatement) -> Bool = { _, _ in true }
  ) -> Finding<[ExaminationDay]>? {
    let names = ExaminationParts(lexicon: lexicon, statements: all)
    var days: [ExaminationDay] = []
    var quotes: [Quote] = []
    var doubt = 0.0
    var passed: Set<PartialDate> = []
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
        if lexicon.signs.says(.heldBefore, atStartOf: phrase.after, in: statement.text) {
          passed.insert(first)
        }
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
    // 7月12日に行った筆記試験の不合格者を対象に、再試験を: beside other days, those that have passed are of an earlier one.
    if !days.allSatisfy({ passed.contains($0.starts) }) {
      days.removeAll { passed.contains($0.starts) }
    }
    days.removeAll { $0.starts.day == nil && passed.contains($0.starts) }
    days = joined(corrected(days, all), countedIn: statements)
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
    (day.starts == other.starts || day.starts == other.starts.inAnyYear)
      && (day.part == other.part || day.part == nil)
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
      !text.contains("間", in: behind),
      !lexicon.concepts.says(.period, in: text, range: phrase.before),
      !lexicon.concepts.says(.period, in: FoldedText(statement.statement.labels.last ?? ""))
    {
      return (new, nil)
    }
    guard let first = dates.opens ?? dates.closes else { return nil }
    return (first, dates.opens == nil ? nil : dates.closes)
  }
}
