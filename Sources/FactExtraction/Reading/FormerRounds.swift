import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Leaves out what a page tells of rounds that are over: what stands for reference (`【参考】前回の内容`), and what
/// stands under an older year than another part with the same head (`2026年（第22回）`, `2025年（第21回）`).
struct FormerRounds {
  let lexicon: Lexicon

  /// The statements of this round; whom to ask is kept wherever it stands.
  func removed(from statements: [ReadStatement]) -> [ReadStatement] {
    let former = ofOlderYears(statements).union(ofLowerNumbers(statements))
    var isOfSection = LastSection<Bool>()
    return statements.filter { statement in
      guard statement.topic != .contact else { return true }
      if former.contains(statement.order) { return false }
      let words = statement.statement
      let isFormer = isOfSection.value(of: words.section) { section in
        // Below 前回, the first line says of what it is.
        section.contains(where: isOfFormer)
          || section.last.map(isAside) ?? false && captionsFormer(statement)
      }
      if isFormer { return false }
      let isAlone =
        words.labels.contains(where: isAside) || words.section.last.map(isAside) ?? false
      return !isAlone || !tellsOfFormer(statement)
    }
  }

  /// Whether a head says that what follows is for reference only.
  private func isAside(_ head: String) -> Bool {
    let text = FoldedText(head).withoutLetterSpacing
    return lexicon.concepts.says(.forReference, asAllOf: text.scalars.indices, in: text)
  }

  /// `過去の募集要項`, `Past examinations`: nothing below it is of this round.
  private func isOfFormer(_ head: String) -> Bool {
    let text = FoldedText(head).withoutLetterSpacing
    return text.scalars.count <= Self.longestHead
      && lexicon.signs.says(.headOfFormer, asAllOf: text.scalars.indices, in: text)
  }

  /// `前回（令和8年度）の内容`: a line that says of what all below it is.
  private func captionsFormer(_ statement: ReadStatement) -> Bool {
    let text = statement.text
    return text.scalars.count <= Self.longestHead && !text.scalars.contains("。")
      && lexicon.concepts.says(.lastYear, atStartOf: text.scalars.indices, in: text)
      && tellsOfFormer(statement)
  }

  /// Whether the words are of an earlier round, or tell what was; `前回と同じく` is of this one.
  private func tellsOfFormer(_ statement: ReadStatement) -> Bool {
    let text = statement.text
    if lexicon.signs.says(.asBefore, in: text) || lexicon.concepts.says(.asFormerly, in: text) {
      return false
    }
    // 願書受付は11月1日からです。昨年度から方法が変わりました: the first sentence says what it is of.
    let first = statement.sentences.first ?? text.scalars.indices
    return lexicon.concepts.says(.lastYear, in: text, range: first)
      || lexicon.concepts.says(.pastExamination, in: text, range: first)
      || statement.sentences.contains { lexicon.signs.says(.pastEnding, atEndOf: $0, in: text) }
  }

  // MARK: News of rounds

  /// A heading of news: the day on which it was published, and the number of the round that it is about.
  private struct News: Hashable {
    let day: CalendarDay
    let number: Int
  }

  /// The places of the statements under news of a round before that of later news: `2026.5.20 第7回…を行います` above
  /// `2026.1.9 第6回試験の合格者が決まりました`.
  private func ofLowerNumbers(_ statements: [ReadStatement]) -> Set<Int> {
    var sections = LastSection<News?>()
    let published = DaysOfNews.published(in: statements)
    let articles: [News?] = statements.map { statement in
      sections.value(of: statement.statement.section) { section in
        section.reversed().lazy.compactMap { news(in: $0, published[$0]) }.first
      }
    }
    let days = DaysOfNews.places(in: statements)
    // A round that is only announced has no day yet, and the one before it is this one.
    let dated = zip(statements, articles).filter { statement, article in
      article != nil && statement.statement.shape != .heading && !days.contains(statement.order)
        && DateReader().dates(in: statement.text).contains { $0.day != nil }
    }
    guard let last = dated.compactMap(\.1).max(by: { $0.number < $1.number }) else { return [] }
    return Set(
      zip(statements, articles).compactMap { statement, article in
        guard let article else { return nil }
        let isOver = article.number < last.number && article.day < last.day
        return isOver || article.number > last.number ? statement.order : nil
      })
  }

  /// `2026.1.9 第6回試験の合格者`: news of an examination, and of no meeting; its day may stand beside it.
  private func news(in head: String, _ published: CalendarDay?) -> News? {
    guard head.unicodeScalars.contains("第") else { return nil }
    let text = FoldedText(head).withoutBlanks
    guard let start = text.range(of: "第")?.lowerBound,
      let number = Self.greatNumber(text, at: start)?.number,
      let published = published ?? Self.leadingDay(text, start),
      lexicon.signs.says(.examinationNoun, in: text),
      !lexicon.concepts.says(.notTheExamination, in: text)
    else { return nil }
    return News(day: published, number: number)
  }

  private static func leadingDay(_ text: FoldedText, _ end: Int) -> CalendarDay? {
    guard let date = DateReader().dates(in: text, range: 0..<end).first,
      date.range.lowerBound == 0, let year = date.year, let month = date.month, let day = date.day
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  // MARK: The same head with another year

  /// A heading or a caption with a year.
  private struct Head: Hashable {
    /// What stands above it, and its words without the numbers.
    let key: [String]
    let year: Int
    /// Whether it says that its round is over: `（参考）第44回（令和8年度）専門医試験 ※終了しました`.
    var isOver = false
  }

  /// The longest line that heads a round.
  private static let longestHead = 40

  /// The places of the statements under heads that differ from another one with a later year in their numbers
  /// alone, and tell of the same matters.
  private func ofOlderYears(_ statements: [ReadStatement]) -> Set<Int> {
    let heads = heads(of: statements)
    guard Set(heads.compactMap { $0 }).count > 1 else { return [] }
    var topics: [Head: Set<LabelTopic>] = [:]
    for case (let statement, let head?) in zip(statements, heads)
    where statement.statement.shape != .heading {
      if let topic = statement.topic { topics[head, default: []].insert(topic) }
    }
    let former = topics.keys.filter { old in
      topics.contains { new, matters in
        (new.key == old.key || old.isOver && !new.isOver) && new.year > old.year
          && matters.intersection(topics[old] ?? []).count >= Self.leastShared
      }
    }
    return Set(
      zip(statements, heads).compactMap { statement, head in
        head.map(former.contains) == true ? statement.order : nil
      })
  }

  /// How many matters two rounds share at least: under 2026年 and 2027年 a schedule has different ones.
  private static let leastShared = 2

  /// For each statement the head of its round: a heading above it, or a caption right above its table or list.
  private func heads(of statements: [ReadStatement]) -> [Head?] {
    var caption: (head: Head, section: [String], shape: Statement.Shape?)?
    var sections = LastSection<Head?>()
    return statements.map { statement in
      let words = statement.statement
      // 第21回（2025年・終了） | 第22回（2026年）: a column for each round.
      if let column = words.column, let head = head(column, below: words.section) {
        return Head(key: ["|"] + head.key, year: head.year)
      }
      if words.shape == .paragraph, words.labels.isEmpty, !statement.text.scalars.contains("。"),
        let head = head(words.text, below: words.section)
      {
        caption = (head, words.section, nil)
        return head
      }
      if let known = caption, known.section == words.section, words.shape != .paragraph,
        known.shape ?? words.shape == words.shape
      {
        caption?.shape = words.shape
        return known.head
      }
      caption = nil
      return sections.value(of: words.section) { section in
        section.indices.reversed().lazy.compactMap { place in
          head(section[place], below: Array(section[..<place]))
        }.first
      }
    }
  }

  private func head(_ line: String, below section: [String]) -> Head? {
    guard
      line.utf8.count <= Self.longestHead || line.unicodeScalars.count <= Self.longestHead
    else { return nil }
    let text = FoldedText(line).withoutBlanks
    let years = DateReader().years(in: text)
    guard let year = years.first, years.count == 1, DateReader().dates(in: text).isEmpty else {
      return nil
    }
    // 第22回 and 第21回 are years of one thing; 第1回 and 第2回, 第1部 and 第2部 are not.
    let number = text.range(of: "第").flatMap { Self.greatNumber(text, at: $0.lowerBound)?.range }
    var depth = 0
    let rest = text.scalars.indices.filter { place in
      if text.scalars[place] == "(" { depth += 1 }
      defer { if text.scalars[place] == ")" { depth -= 1 } }
      return depth == 0 && !year.range.contains(place) && number?.contains(place) != true
    }
    let words = String(of: rest.map { text.scalars[$0] })
    return Head(key: section + [words], year: year.year, isOver: saysOver(text))
  }

  /// `（参考）…`, `… ※終了しました`: words of a head that leave all below it to a round that is over.
  private func saysOver(_ text: FoldedText) -> Bool {
    let end = text.scalars.firstIndex(of: ")") ?? 0
    return text.scalars.first == "("
      && lexicon.concepts.says(.forReference, asAllOf: 1..<max(1, end), in: text)
      // 2026年度試験 ※出願受付は終了しました: the round itself is still to come.
      || lexicon.concepts.says(.pastExamination, atEndOf: text.scalars.indices, in: text)
        && !lexicon.signs.says(.applying, .reception, in: text)
        && !lexicon.concepts.says(.recruitment, in: text)
  }

  /// The least number of a round that counts the years in which it was held.
  private static let leastOfYears = 4

  /// `第22回`, where the number is one of years.
  private static func greatNumber(
    _ text: FoldedText, at start: Int
  ) -> (number: Int, range: Range<Int>)? {
    var reader = ScalarReader(text, in: start..<text.scalars.count)
    guard reader.take("第" as Unicode.Scalar), let number = NumberReader.number(&reader),
      number >= leastOfYears, reader.take("回" as Unicode.Scalar)
    else { return nil }
    return (number, start..<reader.position)
  }
}
