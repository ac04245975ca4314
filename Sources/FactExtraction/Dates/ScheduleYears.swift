import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Tells for every statement of a page in which year its schedule lies, if a heading or caption says so.
struct ScheduleYears: Sendable {
  /// A line of the page that states the year of what stands below it.
  private struct Caption {
    let order: Int
    let section: [String]
    let year: ScheduleYear
  }

  private let lexicon: Lexicon
  private let labels: FoldedLabels
  private let captions: [Caption]
  private let ofTitles: ScheduleYear?
  /// The first day of the training, where the page states it: the schedule lies before it.
  var limit: PartialDate?
  /// The last day of the application, where there is one: selection and result lie behind it.
  var anchor: PartialDate?

  /// The longest line that is taken for a caption.
  private static let longestCaption = 40

  /// Finds the captions of a page.
  init(page: PageReading) {
    lexicon = page.lexicon
    labels = page.labels
    ofTitles =
      page.titles.lazy.compactMap { [lexicon] in
        Self.year(statedIn: $0.text, mayStandAlone: false, lexicon)
      }.first
      ?? page.statements.prefix(Self.lead).lazy.compactMap { [lexicon] in
        Self.season(in: $0, page.titles, lexicon)
      }.first
    captions = page.statements.compactMap { [lexicon] statement in
      let line = statement.statement.line.map { FoldedText($0) } ?? statement.text
      guard line.scalars.count <= Self.longestCaption,
        let year = Self.year(statedIn: line, mayStandAlone: true, lexicon)
      else { return nil }
      return Caption(order: statement.order, section: statement.statement.section, year: year)
    }
  }

  /// The context of a statement: its labels and column first, then captions and headings above it.
  func context(of statement: ReadStatement) -> YearContext {
    let beside =
      statement.statement.labels.reversed() + [statement.statement.column].compactMap { $0 }
    let year =
      Self.yearAhead(in: statement.text, lexicon)
      ?? beside.lazy.compactMap { stated(in: $0) }.first ?? captioned(statement)
      ?? statement.statement.section.reversed().lazy.compactMap { stated(in: $0) }.first
      ?? statement.statement.section.first.flatMap(behindDay) ?? ofTitles
    return YearContext(schedule: year, anchor: year == nil ? anchor : nil, limit: limit)
  }

  /// `本年(令和8年)は11月9日から…`, `2026年:11月9日~…`: a year that words set before the first day.
  ///
  /// A 年度 may be that of the intake alone: it counts where weekdays are printed, and all of them are those of its days.
  private static func yearAhead(in text: FoldedText, _ lexicon: Lexicon) -> ScheduleYear? {
    let years = DateReader().years(in: text)
    let days = DateReader().dates(in: text)
    guard let year = years.first(where: { !$0.isFiscal }) ?? years.first, let day = days.first,
      day.year == nil, year.range.upperBound <= day.range.lowerBound,
      !year.isFiscal || areDays(days, of: ScheduleYear(year: year.year, isFiscal: true))
    else { return nil }
    var reader = ScalarReader(text, in: year.range.upperBound..<day.range.lowerBound)
    _ = reader.take(any: [")", "]", "】", "〕"])
    reader.skipBlanks()
    let isTopic =
      reader.sees(any: ["は", ":"])
      || lexicon.signs.says(.topicOfYear, at: reader.position, in: text)
    return isTopic ? ScheduleYear(year: year.year, isFiscal: year.isFiscal) : nil
  }

  private static func areDays(_ days: [DateMention], of schedule: ScheduleYear) -> Bool {
    let context = YearContext(schedule: schedule)
    return days.contains { $0.weekday != nil }
      && days.filter { $0.weekday != nil }.allSatisfy {
        !YearContext.disagrees($0, with: context.date($0))
      }
  }

  /// 2026.09.07 above a line of news: what it tells lies behind that day.
  private func behindDay(_ heading: String) -> ScheduleYear? {
    let text = labels[heading]
    guard DaysOfNews.isDayAlone(text), let day = DaysOfNews.leadingDay(text) else { return nil }
    return ScheduleYear(year: day.year, isFiscal: day.month >= 4)
  }

  private func stated(in heading: String) -> ScheduleYear? {
    Self.year(statedIn: labels[heading], mayStandAlone: true, lexicon)
  }

  /// The nearest caption above, under the same headings.
  private func captioned(_ statement: ReadStatement) -> ScheduleYear? {
    captions.last {
      $0.order < statement.order && $0.section == statement.statement.section
    }?.year
  }

  // MARK: What a heading states

  /// The year of the schedule that a heading states: `令和8年度日程`, `日程(令和8年度)`, `令和8年`,
  /// `Schedule for 2026`; none in 令和9年度実地修練生, which names the intake.
  private static func year(
    statedIn heading: FoldedText, mayStandAlone: Bool, _ lexicon: Lexicon
  ) -> ScheduleYear? {
    let saysSchedule = lexicon.concepts.says(.scheduleWord, in: heading)
    lazy var namesIntake =
      lexicon.concepts.says(.guideline, .accepting, in: heading)
      || !lexicon.kinds.mentions(in: heading).isEmpty
      || lexicon.concepts.says(.recruitment, in: heading)
      || lexicon.signs.says(.hiring, in: heading)
    for year in DateReader().years(in: heading) {
      let isApart = isBracketed(year.range, heading)
      let isAlone = mayStandAlone && isAlone(year.range, heading, lexicon)
      let isStated =
        leadsToSchedule(year.range, heading, lexicon) || (saysSchedule && isApart)
        || (!year.isFiscal && !namesIntake && (isAlone || isApart))
        // 第23回（2026年度）, 2026年度（第9回）: a round is held in its year.
        || ((isApart || isRound(behind: year.range, heading)) && heading.contains("第")
          && heading.contains("回") && !namesIntake)
      if isStated { return ScheduleYear(year: year.year, isFiscal: year.isFiscal) }
    }
    return bracketedMonths(in: heading) ?? (saysSchedule ? bareYear(in: heading) : nil)
  }

  /// Whether nothing but the number of a round stands behind a year, in brackets.
  private static func isRound(behind year: Range<Int>, _ heading: FoldedText) -> Bool {
    var reader = ScalarReader(heading, in: year.upperBound..<heading.scalars.count)
    reader.skipBlanks()
    guard reader.take(any: ["(第", "[第"]) != nil, NumberReader.number(&reader) != nil else {
      return false
    }
    return reader.take(any: ["回)", "回]"]) != nil && reader.isAtEnd
  }

  /// `選考のながれ（2026年10月〜12月）`: months in brackets with the year of the first.
  private static func bracketedMonths(in heading: FoldedText) -> ScheduleYear? {
    guard heading.scalars.contains(where: openings.contains),
      let span = DateReader().spans(in: heading).first, isBracketed(span.range, heading),
      span.mentions.allSatisfy({ $0.day == nil }), let first = span.mentions.first,
      let year = first.year, let month = first.month
    else { return nil }
    let last = span.mentions.last?.month ?? month
    return ScheduleYear(year: year, isFiscal: last < month && last < 4 && month >= 4)
  }

  /// How many pieces at the head of a page may name its round.
  private static let lead = 8

  /// `2026年秋の募集`: the year of the round itself, where the head of a page names it; not of what was, nor of others.
  private static func season(
    in statement: ReadStatement, _ titles: [ReadStatement], _ lexicon: Lexicon
  ) -> ScheduleYear? {
    let text = statement.text
    guard text.scalars.contains("年"), lexicon.signs.says(.seasonOfRound, in: text) else {
      return nil
    }
    let own = Set(titles.flatMap(\.kinds).map(\.name))
    guard statement.kinds.allSatisfy({ own.contains($0.name) }), !text.contains("ました"),
      !lexicon.concepts.says(.notAccepting, .closed, .lastYear, in: text),
      !lexicon.signs.says(.toCome, in: text)
    else { return nil }
    let found = DateReader().years(in: text).first { year in
      let behind = year.range.upperBound..<text.scalars.count
      return !year.isFiscal && lexicon.signs.says(.seasonOfRound, atStartOf: behind, in: text)
        && !text.contains("から", in: behind.prefix(10))
    }
    guard let found else { return nil }
    let isSpring = text.hasWord("春", at: found.range.upperBound)
    return ScheduleYear(year: found.year, isFiscal: !isSpring)
  }

  /// Whether the words behind a year are those of a schedule: `令和8年度の日程`, `2026年度 選考スケジュール`.
  private static func leadsToSchedule(
    _ year: Range<Int>, _ heading: FoldedText, _ lexicon: Lexicon
  ) -> Bool {
    var reader = ScalarReader(heading, in: year.upperBound..<heading.scalars.count)
    reader.skipBlanks()
    _ = reader.take(any: ["の", ":", ")の", ") "])
    reader.take { $0 == "の" || $0 == " " }
    while let word = lexicon.signs.range(of: .leadingToIt, at: reader.position, in: heading) {
      reader.position = word.upperBound
      reader.take { $0 == "の" || $0 == " " }
    }
    return lexicon.concepts.ranges(of: .scheduleWord, in: heading).contains {
      $0.lowerBound == reader.position
    }
  }

  private static let openings = ScalarSet("([〔【")
  private static let closings = ScalarSet(")]〕】")

  private static func isBracketed(_ range: Range<Int>, _ text: FoldedText) -> Bool {
    guard range.lowerBound > 0, range.upperBound < text.scalars.count else { return false }
    return openings.contains(text.scalars[range.lowerBound - 1])
      && closings.contains(text.scalars[range.upperBound])
  }

  /// Whether nothing but marks stands beside a year.
  ///
  /// `2026年（第22回）`: the number of the round says no more.
  private static func isAlone(
    _ range: Range<Int>, _ text: FoldedText, _ lexicon: Lexicon
  ) -> Bool {
    [0..<range.lowerBound, range.upperBound..<text.scalars.count].allSatisfy { side in
      let hasRound = text.contains("回", in: side)
      return lexicon.concepts.rest(of: side, in: text, without: .besideYear).allSatisfy {
        !($0.isJapanese || $0.isLatin || $0.isDigit && !hasRound)
      }
    }
  }

  /// `Schedule for 2026`: a number alone is a year beside such a word.
  private static func bareYear(in heading: FoldedText) -> ScheduleYear? {
    guard !heading.scalars.contains(where: \.isJapanese) else { return nil }
    var reader = ScalarReader(heading)
    while !reader.isAtEnd {
      if reader.previous?.isDigit != true, let number = NumberReader.digits(&reader, atMost: 4),
        (1990...2199).contains(number)
      {
        let isFiscal = ["academic year", "fiscal year", "school year", "fy"].contains {
          heading.contains($0)
        }
        return ScheduleYear(year: number, isFiscal: isFiscal)
      }
      reader.position += 1
    }
    return nil
  }
}
