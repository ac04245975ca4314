import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads the first and the last day of the training.
struct TrainingDays {
  /// What a part of a statement says of them.
  struct Days {
    /// The first day; absent where several are possible.
    var starts: PartialDate?
    /// The last day; absent where several are possible.
    var ends: PartialDate?
    /// Two days of one stretch, from which a length can be computed.
    var first: PartialDate?
    var last: PartialDate?
    var range: Range<Int>
    var hasWrongWeekday = false
  }

  let lexicon: Lexicon
  let years: ScheduleYears

  /// The days that a part of a statement states.
  func days(of statement: ReadStatement, _ range: Range<Int>) -> Days? {
    let text = statement.text
    let context = years.context(of: statement)
    var found: Days?
    var starts: Set<PartialDate> = []
    for phrase in DatedPhrase.all(in: text, isLabelled: true)
    where range.contains(phrase.span.range.lowerBound) && isOfTraining(phrase, text) {
      guard !phrase.span.isList else {
        guard isBeginning(phrase, text) else { continue }
        // `4月又は10月`: several possible beginnings are none.
        starts.formUnion([PartialDate(month: 1), PartialDate(month: 2)].compactMap { $0 })
        continue
      }
      if let found, isPart(phrase, of: found, text, context) { continue }
      var days = found ?? Days(range: phrase.span.range)
      read(phrase, statement, context, &days)
      if let first = days.first { starts.insert(first) }
      found = days
    }
    if starts.count > 1 {
      found?.starts = nil
      found?.ends = nil
    }
    return found
  }

  /// Whether days lie within the stretch that was read and are those of a part of it.
  ///
  /// `1月下旬から2月上旬は自習` is a part, and so is a bare month (`小児科は二月`); `10月1日からも可` is another beginning.
  private func isPart(
    _ phrase: DatedPhrase, of days: Days, _ text: FoldedText, _ context: YearContext
  ) -> Bool {
    let span = phrase.span
    let isStretch = span.opens != nil && span.closes != nil
    let isBareMonth =
      span.mentions.allSatisfy { $0.day == nil }
      && !lexicon.signs.says(.beginningBehind, atStartOf: phrase.after, in: text)
      && !["の", "に", "も", "又は", "または"].contains {
        text.hasWord($0, at: phrase.after.lowerBound)
      }
    guard isStretch || isBareMonth, let first = days.first?.earliest,
      let last = days.last?.latest
    else { return false }
    let dates = context.following(days.first, isStated: true).dates(of: span)
    let both = [dates.opens, dates.closes].compactMap(\.self)
    return !both.isEmpty
      && both.allSatisfy { date in
        guard let day = date.year == nil ? date.inYear(last.year) : date,
          let earliest = day.earliest,
          let latest = day.latest
        else { return false }
        return first < earliest && latest < last
      }
  }

  /// Whether a choice of days is one of beginnings, not of days on which something else is held.
  private func isBeginning(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    text.trimmed(phrase.before).isEmpty
      || lexicon.concepts.says(.trainingWord, .opening, in: text, range: phrase.before)
  }

  private func read(
    _ phrase: DatedPhrase, _ statement: ReadStatement, _ context: YearContext, _ days: inout Days
  ) {
    let isStretch = phrase.span.opens != nil && phrase.span.closes != nil
    var dates = context.dates(of: phrase.span)
    if !isStretch, let mention = phrase.span.opens ?? phrase.span.closes {
      let day = context.date(mention, after: days.starts)
      let isEnd = phrase.span.opens == nil || endsByWords(phrase, statement)
      dates = isEnd ? (nil, day) : (day, nil)
    }
    days.first = dates.opens ?? (isStretch ? nil : days.first)
    days.last = dates.closes ?? days.last
    days.starts = days.starts ?? dates.opens
    days.ends = days.ends ?? dates.closes
    days.hasWrongWeekday =
      days.hasWrongWeekday
      || zip(phrase.span.mentions, [dates.opens, dates.closes].compactMap { $0 }).contains {
        YearContext.disagrees($0, with: $1)
      }
  }

  /// `3月30日に終わる`, `Training ends: …`.
  private func endsByWords(_ phrase: DatedPhrase, _ statement: ReadStatement) -> Bool {
    let (text, signs) = (statement.text, lexicon.signs)
    if signs.says(.beginsThen, atStartOf: phrase.after, in: text) { return false }
    if signs.says(.endsThen, atStartOf: phrase.after, in: text) { return true }
    if signs.says(.endOfTraining, in: text, range: phrase.before) { return true }
    let label = FoldedText(statement.statement.labels.last ?? statement.label)
    return signs.says(.endOfTraining, in: label) && !signs.says(.startOfTraining, in: label)
  }

  /// Whether a day is one of the training: not a stamp, an extension, a holiday or an application.
  private func isOfTraining(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let around = [phrase.before, phrase.after]
    if around.contains(where: {
      lexicon.concepts.says(.stamp, .notTheTraining, .lastYear, .madePublic, in: text, range: $0)
    }) {
      return false
    }
    // 年末年始(12月28日~1月4日)は除きます: days on which nothing is done.
    var end = phrase.span.range.lowerBound
    while end > 0, text.scalars[end - 1] == "(" || text.scalars[end - 1].isBlank { end -= 1 }
    if lexicon.concepts.says(.notTheWindow, atEndOf: max(0, end - 12)..<end, in: text) {
      return false
    }
    let own = lexicon.concepts.ranges(of: .trainingWord, in: text, range: phrase.before).last
    let other = [Concept.applicationWord, .resultWord, .interviewMethod].compactMap {
      lexicon.concepts.ranges(of: $0, in: text, range: phrase.before).last?.lowerBound
    }.max()
    return other.map { other in own.map { $0.lowerBound > other } ?? false } ?? true
  }
}
