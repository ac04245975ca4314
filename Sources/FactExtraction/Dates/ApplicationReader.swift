import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads when the papers of the application are taken.
struct ApplicationReader {
  let lexicon: Lexicon
  let years: ScheduleYears
  let kind: KindName?
  /// The year of the round of an examination, where it is known.
  var round: Int?

  /// What the statements of a program say of it.
  ///
  /// - Parameters:
  ///   - statements: The statements of the program.
  ///   - end: The last day on which somebody is chosen or examined; what opens behind it and is
  ///     said to be handed in by those who were is left out: 修了証明書, 誓約書.
  /// - Returns: The windows and terms with the words that state them; nil where nothing does.
  func application(
    in statements: [ReadStatement], until end: CalendarDay? = nil
  ) -> Finding<Application>? {
    let finder = WindowFinder(lexicon: lexicon, years: years, kind: kind)
    let matter = ExaminationMatter(lexicon: lexicon)
    let statements =
      kind?.kind == .examination
      ? statements.filter { matter.isOfThisRound($0) && !isHeadedElse($0) } : statements
    let cancelled = CancelledRounds(statements, lexicon: lexicon)
    var windows = WindowAssembly(signs: lexicon.signs).windows(
      of: cancelled.removed(from: statements).flatMap(finder.candidates)
    ).filter {
      (!Self.lies($0.window, behind: end) || !isOfThoseChosen($0)) && !isOfOtherRound($0)
    }
    if kind?.kind == .examination {
      windows = WindowAsides(lexicon: lexicon).removed(from: windows)
    }
    let terms = DeadlineTerms(lexicon: lexicon, statements: statements)
    let errata = DayErrata(statements, lexicon: lexicon, years: years)
    var value = Application(
      windows: Self.joined(
        windows.map(terms.completed).map(Self.inOneYear).map { window in
          var window = window
          window.opens = errata.corrected(window.opens)
          window.closes = errata.corrected(window.closes)
          return window
        }))
    var quotes = windows.flatMap { window in
      [window.candidate, window.opening].compactMap { $0 }.map {
        Quote($0.statement, around: $0.phrase.span.range)
      }
    }
    let other = OpenDeadlineReader(lexicon: lexicon, kind: kind)
    for statement in statements {
      if let note = other.relativeDeadline(in: statement) {
        value.note = value.note ?? statement.text.original(of: note).trimmingBlanks
        quotes.append(Quote(statement, around: note))
      }
      if let range = other.rolling(in: statement, besideWindows: hasClosing(value)) {
        value.rolling = true
        quotes.append(Quote(statement, around: range))
      }
    }
    guard !value.windows.isEmpty || value.rolling || value.note != nil else { return nil }
    return Finding(value, quotes: quotes, confidence: confidence(windows, statements))
  }

  /// `症例登録の受付期間`, `配慮の申請の受付期間、提出先`: the heading right above says that other papers are taken.
  private func isHeadedElse(_ statement: ReadStatement) -> Bool {
    guard statement.statement.shape != .heading, let heading = statement.statement.section.last
    else { return false }
    return lexicon.signs.says(.papersOfElse, in: FoldedText(heading).withoutLetterSpacing)
      || isDayBesideStretch(statement, heading)
  }

  /// `試験の期日、受付期間 > 第1部 | 期日`: where a heading names both, the column of days has those of the examination.
  private func isDayBesideStretch(_ statement: ReadStatement, _ heading: String) -> Bool {
    guard let column = statement.statement.column.map({ FoldedText($0).withoutLetterSpacing }),
      lexicon.signs.says(.dayLabel, asAllOf: column.scalars.indices, in: column)
    else { return false }
    return FoldedText(Numbering.stripped(heading)).string.split { "、・,及び".contains($0) }
      .contains {
        let topic = lexicon.labels.topic(of: String($0))
        return topic == .examDate || topic == .selectionDay
      }
  }

  /// Windows that close on one day, of which one has no first day, as one.
  private static func joined(_ windows: [ApplicationWindow]) -> [ApplicationWindow] {
    windows.reduce(into: []) { joined, window in
      guard let closes = window.closes,
        let place = joined.firstIndex(where: {
          $0.closes == closes && ($0.opens == nil || window.opens == nil)
        })
      else { return joined.append(window) }
      joined[place].opens = joined[place].opens ?? window.opens
      joined[place].time = joined[place].time ?? window.time
      joined[place].rule = joined[place].rule ?? window.rule
    }
  }

  /// `10月30日までに。受付が始まるのは2026年10月1日です`: the last day of a window lies in the year of its first one, or the next.
  private static func inOneYear(_ window: ApplicationWindow) -> ApplicationWindow {
    guard let opens = window.opens, let year = opens.year, let closes = window.closes,
      closes.year == nil, let first = opens.month, let last = closes.month
    else { return window }
    let isLater = (last, closes.day ?? 31) >= (first, opens.day ?? 1)
    guard isLater || last + 12 - first <= 6 else { return window }
    var window = window
    window.closes = closes.inYear(isLater ? year : year + 1) ?? closes
    return window
  }

  /// Whether papers are first taken, or last taken where no more is said, behind a day.
  static func lies(_ window: ApplicationWindow, behind end: CalendarDay?) -> Bool {
    guard let end, let first = (window.opens ?? window.closes)?.earliest else { return false }
    return first > end
  }

  /// `登録料を納め、誓約書を提出します`, `受験した者は修了証明書を`: what those hand in who were chosen or examined.
  private func isOfThoseChosen(_ window: StatedWindow) -> Bool {
    let statement = window.candidate.statement
    return [statement.text, FoldedText(statement.path)].contains { text in
      // 予備試験に合格した者: whoever applies has passed that.
      lexicon.concepts.ranges(of: .afterChoice, in: text).contains {
        !lexicon.concepts.says(
          .preliminaryExamination, in: text, range: text.stretch(before: $0, atMost: 8))
      }
    }
  }

  /// `次年度の出願期間は…`, `2025年度の申請受付は…終了しました`: what a page on the examination of another year says of rounds before or
  /// behind it.
  private func isOfOtherRound(_ window: StatedWindow) -> Bool {
    guard kind?.kind == .examination else { return false }
    return [window.candidate, window.opening].compactMap { $0 }.contains { candidate in
      let text = candidate.statement.text
      let before = candidate.phrase.before
      let label = FoldedText(candidate.statement.statement.labels.last ?? "")
      if lexicon.concepts.says(.laterRound, in: text, range: before)
        || lexicon.concepts.says(.laterRound, in: label)
      {
        return true
      }
      let years = DateReader().years(in: text, range: before) + DateReader().years(in: label)
      let after = candidate.phrase.after
      let isOver =
        lexicon.concepts.says(.pastExamination, in: text, range: after)
        || lexicon.signs.says(.newsOfTaking, in: text, range: after)
      return round.map { round in
        years.contains { $0.isFiscal && ($0.year > round || isOver && $0.year < round) }
      } ?? false
    }
  }

  private func hasClosing(_ value: Application) -> Bool { !value.windows.isEmpty }

  /// How sure the windows are: the least sure of them counts.
  private func confidence(_ windows: [StatedWindow], _ statements: [ReadStatement]) -> Double {
    let least = windows.map { stated -> Double in
      let candidate = stated.candidate
      let base: Double =
        switch candidate.strength {
        case .labelled: Confidence.labelled
        case .said: Confidence.sentence
        case .guessed: Confidence.inferred
        }
      return base - (candidate.hasInheritedYear ? DateDoubt.inheritedYear : 0)
        - (candidate.hasWrongWeekday ? DateDoubt.wrongWeekday : 0)
    }.min()
    if let least { return least }
    let isLabelled = statements.contains {
      $0.topic == .application && $0.statement.shape != .paragraph
    }
    return isLabelled ? Confidence.labelled : Confidence.sentence
  }
}
