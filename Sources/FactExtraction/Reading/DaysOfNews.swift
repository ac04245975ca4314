import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Finds days in lines of their own right above or below the headings of news: when each was published.
enum DaysOfNews {
  /// How many headings must have a day above them.
  private static let leastNews = 2
  /// The most characters of a day that stands alone.
  static let longestDay = 16

  /// The days by the headings that they stand above or below.
  static func published(in statements: [ReadStatement]) -> [String: CalendarDay] {
    let places = places(in: statements)
    var found: [String: CalendarDay] = [:]
    for (index, statement) in statements.enumerated() where places.contains(statement.order) {
      let isAbove =
        index + 1 < statements.count && statements[index + 1].statement.shape == .heading
      let head = isAbove ? statements[index + 1].statement.text : statement.statement.section.last
      guard let head, let date = DateReader().dates(in: statement.text).first,
        let year = date.year, let month = date.month, let day = date.day
      else { continue }
      found[head] = CalendarDay(year: year, month: month, day: day)
    }
    return found
  }

  /// The places of such days among the statements of a page.
  static func places(in statements: [ReadStatement]) -> Set<Int> {
    let days = zip(statements.indices, statements).filter {
      $0.1.statement.shape == .paragraph && $0.1.statement.labels.isEmpty && isDayAlone($0.1.text)
    }
    let above = days.filter { index, statement in
      index + 1 < statements.count && statements[index + 1].statement.shape == .heading
        && !(index > 0 && isHeaded(statement, by: statements[index - 1]))
        // 応募締切⏎必着⏎2026年9月11日: a short heading is the label of the day.
        && statement.statement.section.last.map { $0.count >= leastHead } ?? true
    }
    let below = days.filter { index, statement in
      index > 0 && isHeaded(statement, by: statements[index - 1])
        // 2026.03.02 is a stamp; 2026年3月2日 may be what the heading is about.
        && isNews(statements[index - 1].text) && !statement.text.contains("年")
        && index + 1 < statements.count && statements[index + 1].statement.shape != .heading
    }
    return Set([above, below].filter { $0.count >= leastNews }.joined().map(\.1.order))
  }

  /// `第23回試験（2026年度）の申請要領`, `会場の変更について`: a heading that tells something of a round.
  private static func isNews(_ heading: FoldedText) -> Bool {
    heading.scalars.count >= leastHead
      && ["回", "について", "お知らせ", "ました"].contains { heading.contains($0) }
  }

  /// The fewest characters of a heading of news; shorter ones are labels: 試験日.
  private static let leastHead = 9

  /// `締切⏎11月20日⏎面接`: a day right below a heading is what the heading announces.
  private static func isHeaded(_ day: ReadStatement, by statement: ReadStatement) -> Bool {
    statement.statement.shape == .heading
      && day.statement.section.last == statement.statement.text
  }

  /// The whole day that a line begins with: `2026.09.07 医員の募集は9月30日まで`.
  static func leadingDay(_ text: FoldedText) -> CalendarDay? {
    guard let date = DateReader().dates(in: text).first, date.range.lowerBound <= 1,
      let year = date.year, let month = date.month, let day = date.day
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// Whether a line is nothing but a whole day and marks.
  static func isDayAlone(_ text: FoldedText) -> Bool {
    guard text.scalars.count <= longestDay, let date = DateReader().dates(in: text).first,
      date.year != nil, date.day != nil
    else { return false }
    return text.scalars.indices.allSatisfy {
      date.range.contains($0)
        || !text.scalars[$0].isJapanese && !text.scalars[$0].isLatin && !text.scalars[$0].isDigit
    }
  }
}
