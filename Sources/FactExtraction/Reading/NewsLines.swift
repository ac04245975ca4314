import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads the lines of news that stand beside a page's matter: `2026.09.07 | 医員の募集は9月30日まで`.
///
/// They stand below a heading that says so, or the later days stand above the earlier ones. The day is when something
/// was published, whatever the words are about, and most of them are about other things. Those that name a kind of
/// trainee or an examination, or tell of a change, may be about this page; their day is no more than a heading.
struct NewsLines {
  let lexicon: Lexicon
  /// The year that the page's titles name.
  let year: Int?
  /// Whether they name a kind of trainee or an examination: what news name is this page's matter then.
  let isOfMatter: Bool

  /// Makes a reader of the news of a page with such titles.
  init(lexicon: Lexicon, titles: [String]) {
    self.lexicon = lexicon
    let titles = titles.map { FoldedText($0) }
    year = titles.flatMap { DateReader().years(in: $0).map(\.year) }.max()
    isOfMatter = titles.contains {
      !lexicon.kinds.mentions(in: $0).isEmpty || lexicon.signs.says(.examinationNoun, in: $0)
    }
  }

  /// The statements without news of other matters.
  func settled(_ statements: [Statement]) -> [Statement] {
    let stamps = statements.map(stamp)
    let falling = inFallingOrder(stamps, statements)
    var sections = LastSection<Bool>()
    var isBelowCaption = false
    return statements.indices.compactMap { index in
      let statement = statements[index]
      let isBelowNews = sections.value(of: statement.section) { $0.last.map(isNews) ?? false }
      guard stamps[index] != nil else {
        isBelowCaption = statement.shape == .paragraph && isNews(statement.text)
        // A row whose second cell is read as the label of its day.
        return isBelowNews && isDayAlone(statement.text) ? nil : statement
      }
      return isBelowNews || isBelowCaption || falling.contains(index)
        ? settled(statement, stamps[index]) : statement
    }
  }

  /// The whole day that heads a statement.
  private func stamp(_ statement: Statement) -> CalendarDay? {
    guard statement.shape != .heading else { return nil }
    if let label = statement.labels.last {
      return isDayAlone(label) ? DaysOfNews.leadingDay(FoldedText(label)) : nil
    }
    // Most lines begin with no figure.
    guard statement.text.unicodeScalars.prefix(4).contains(where: \.isDigit) else { return nil }
    return DaysOfNews.leadingDay(FoldedText(String(statement.text.prefix(Self.longestDay))))
  }

  /// The most characters of a day with its weekday and blanks.
  private static let longestDay = 24

  private func isDayAlone(_ words: String) -> Bool {
    words.utf8.count <= 3 * Self.longestDay && words.unicodeScalars.contains(where: \.isDigit)
      && DaysOfNews.isDayAlone(FoldedText(words))
  }

  /// What has days of its own below its heading.
  private static let datedTopics: Set<LabelTopic> = [
    .application, .selection, .selectionDay, .result, .training, .examDate,
  ]

  /// The places of lines one below another with days such as 2026.09.24 as their labels, each no later than the one above
  /// it; below a heading or beside words that announce something they are a schedule.
  private func inFallingOrder(_ stamps: [CalendarDay?], _ all: [Statement]) -> Set<Int> {
    var falling: Set<Int> = []
    var start = 0
    while start < all.count {
      let days = stamps[start...].prefix { $0 != nil }.compactMap(\.self)
      let lines = start..<start + max(days.count, 1)
      if days.count > 1, days.first != days.last,
        zip(days, days.dropFirst()).allSatisfy({ $0 >= $1 }), !isSchedule(all[lines])
      {
        falling.formUnion(lines)
      }
      start = lines.upperBound
    }
    return falling
  }

  private func isSchedule(_ lines: ArraySlice<Statement>) -> Bool {
    let heading = lines.first?.section.last
    return heading.flatMap { lexicon.labels.topic(of: $0) }.map(Self.datedTopics.contains) ?? false
      || lines.contains { line in
        line.labels.last.map { $0.contains("年") } ?? true
          || lexicon.labels.exactTopic(of: line.text) != nil
      }
  }

  /// The most characters of a heading over news.
  private static let longestHeading = 20

  /// Whether a heading or a line above says that news stand below it.
  private func isNews(_ heading: String) -> Bool {
    guard heading.unicodeScalars.count <= Self.longestHeading else { return false }
    let text = FoldedText(heading).withoutBlanks
    return lexicon.signs.says(.newsHeading, asAllOf: text.scalars.indices, in: text)
  }

  private func settled(_ statement: Statement, _ day: CalendarDay?) -> Statement? {
    // What was told two years before is of another round.
    let isOld = year.flatMap { year in day.map { $0.year < year - 1 } } ?? false
    guard !isOld, mayBeOfThisPage(FoldedText(statement.text)) else { return nil }
    var settled = statement
    settled.section = settled.labels.popLast().map { [$0] } ?? []
    return settled
  }

  private func mayBeOfThisPage(_ text: FoldedText) -> Bool {
    !lexicon.signs.says(.newsOfOthers, in: text)
      && (isOfMatter && !lexicon.kinds.mentions(in: text).isEmpty
        || lexicon.concepts.says(.changed, .closed, in: text)
        || lexicon.signs.says(.examinationNoun, in: text))
  }
}
