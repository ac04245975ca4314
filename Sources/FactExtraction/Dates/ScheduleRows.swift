import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Gives the readers of dates a schedule in one shape: what a day is of as the label, the day as the words.
///
/// Pages also write it the other way round, the day first (`12月11日 | 出願書類の受付`), with the matter at
/// the head of a column, or as the answer to a question.
struct ScheduleRows {
  let lexicon: Lexicon

  /// The statements, those of such schedules rewritten.
  func rewritten(_ statements: [ReadStatement]) -> [ReadStatement] {
    var rewritten: [ReadStatement] = []
    var index = 0
    var head: RowHead?
    while index < statements.count {
      let statement = statements[index]
      if head.map({ !$0.reaches(statement) }) ?? false { head = nil }
      head = rowHead(statement) ?? head
      if let label = statement.statement.labels.last, isDay(FoldedText(label)),
        !isDay(statement.text)
      {
        rewritten.append(event(day: label, matter: statement.statement.text, of: statement))
      } else if index + 1 < statements.count, let pair = pair(statement, statements[index + 1]) {
        rewritten.append(pair)
        index += 1
      } else if let head, head.statement.order != statement.order, isRowOfGroups(statement) {
        rewritten.append(head.over(statement))
      } else {
        rewritten.append(withTopic(statement, behind: rewritten.last))
      }
      index += 1
    }
    return rewritten
  }

  // MARK: Heads in the first row

  /// The first row of a table of two columns, read as label and value: 開始時期 | 募集期間.
  private struct RowHead {
    let statement: ReadStatement
    let topic: LabelTopic

    /// A row with the head of its column as its inner label.
    func over(_ row: ReadStatement) -> ReadStatement {
      var words = row.statement
      words.labels.append(statement.statement.text)
      return ReadStatement(
        statement: words, text: row.text, topic: topic, label: statement.statement.text,
        kinds: row.kinds, order: row.order)
    }

    /// Whether a statement stands in the same table.
    func reaches(_ other: ReadStatement) -> Bool {
      other.statement.shape == .tableCell && other.statement.section == statement.statement.section
    }
  }

  private func rowHead(_ statement: ReadStatement) -> RowHead? {
    guard statement.statement.shape == .tableCell, statement.statement.column == nil,
      statement.statement.labels.count == 1, let label = statement.statement.labels.first,
      let topic = lexicon.labels.exactTopic(of: statement.statement.text),
      [.application, .training, .result, .selectionDay].contains(topic)
    else { return nil }
    let words = FoldedText(label).withoutBlanks
    return lexicon.signs.says(.groupHead, in: words)
      ? RowHead(statement: statement, topic: topic) : nil
  }

  /// Whether a row is headed by a group, not by a matter of its own.
  private func isRowOfGroups(_ statement: ReadStatement) -> Bool {
    statement.statement.labels.count == 1 && statement.statement.column == nil
      && statement.statement.labels.allSatisfy { lexicon.labels.exactTopic(of: $0) == nil }
  }

  // MARK: The day first

  /// Whether a text is a day or a stretch of days and nothing else.
  private func isDay(_ text: FoldedText) -> Bool {
    let spans = DateReader().spans(in: text)
    guard let first = spans.first, spans.count == 1,
      first.mentions.allSatisfy({ $0.day != nil || $0.part != nil })
    else {
      return false
    }
    return [0..<first.range.lowerBound, first.range.upperBound..<text.scalars.count].allSatisfy {
      !lexicon.signs.rest(of: $0, in: text, without: .besideDay).contains {
        $0.isJapanese || $0.isLatin
      }
    }
  }

  /// Two cells of one row, the day under 月日 and the matter in the next column.
  private func pair(_ one: ReadStatement, _ other: ReadStatement) -> ReadStatement? {
    guard let head = one.statement.column, let next = other.statement.column, head != next,
      one.statement.labels == other.statement.labels,
      one.statement.section == other.statement.section,
      isDayHead(head), isDay(one.text), !isDay(other.text), mayHeadMatters(next),
      one.statement.labels.last.map({ matter(of: FoldedText($0)) == nil }) ?? true
    else { return nil }
    return event(day: one.statement.text, matter: other.statement.text, of: one)
  }

  /// Whether a column may hold matters (内容, 事項), not values of a matter of its own (会場, 受験料).
  private func mayHeadMatters(_ head: String) -> Bool {
    [nil, .unrelated].contains(lexicon.labels.topic(of: head))
  }

  private func isDayHead(_ head: String) -> Bool {
    let words = FoldedText(head).withoutBlanks
    return lexicon.signs.says(.dayHead, atEndOf: words.scalars.indices, in: words)
  }

  /// A statement that has the matter as its topic, and both cells as its words.
  private func event(day: String, matter text: String, of statement: ReadStatement) -> ReadStatement
  {
    let label = FoldedText(text)
    var words = statement.statement
    words.labels = statement.statement.labels.filter { $0 != day } + [text]
    words.column = nil
    words.text = day + "　" + text
    return ReadStatement(
      statement: words, text: FoldedText(words.text).withoutLetterSpacing.withEnglishFullStops,
      topic: matter(of: label) ?? .unrelated, label: text,
      kinds: statement.kinds + NamedKind.all(in: label, lexicon.kinds), order: statement.order)
  }

  /// What the words beside a day announce.
  private func matter(of words: FoldedText) -> LabelTopic? {
    var end = 0
    while end < words.scalars.count, !"([〔【\n。".unicodeScalars.contains(words.scalars[end]) {
      end += 1
    }
    let head = 0..<end
    let topic = lexicon.labels.topic(of: words.string(in: head))
    if let topic, [.result, .selection, .selectionDay, .training].contains(topic) { return topic }
    let others = lexicon.concepts.ranges(of: .notTheWindow, in: words, range: head)
    let own = lexicon.concepts.ranges(of: .applicationWord, in: words, range: head)
    if SelectionMethods.all.contains(where: {
      $0.method != .documents && lexicon.concepts.says($0.concept, in: words, range: head)
    }) {
      return .selection
    }
    if let other = others.last, own.last.map({ other.upperBound >= $0.lowerBound }) ?? true {
      return .unrelated
    }
    return own.isEmpty || !others.isEmpty ? topic : .application
  }

  // MARK: Topics from columns and questions

  /// A statement whose own labels announce nothing, with what its column or its question announces.
  private func withTopic(
    _ statement: ReadStatement, behind last: ReadStatement?
  ) -> ReadStatement {
    guard statement.statement.shape != .heading else { return statement }
    if let label = statement.statement.labels.last, statement.topic == nil, isDayHead(label),
      last?.topic == .selection, last?.statement.section == statement.statement.section
    {
      // 選考方法 | 面接, 日時 | 12月5日: a row that only says when belongs to the one above.
      return ReadStatement(
        statement: statement.statement, text: statement.text, topic: .selectionDay, label: label,
        kinds: statement.kinds, order: statement.order)
    }
    let isFromAbove = !statement.statement.labels.contains(statement.label)
    if let topic = topicOfCell(statement, isFromAbove: isFromAbove) {
      return statement.with(topic: topic)
    }
    if isFromAbove, let column = statement.statement.column,
      let topic = lexicon.labels.topic(of: column)
    {
      return ReadStatement(
        statement: statement.statement, text: statement.text, topic: topic, label: column,
        kinds: statement.kinds, order: statement.order)
    }
    guard statement.topic == nil || (statement.topic == .documents && isFromAbove),
      let question = statement.statement.section.last, let topic = topic(ofQuestion: question)
    else { return statement }
    return ReadStatement(
      statement: statement.statement, text: statement.text, topic: topic, label: question,
      kinds: statement.kinds, order: statement.order)
  }

  /// What the row or the column of a cell announces against the heading above both: a schedule of the
  /// application also has rows of other matters (受験票の発送), and parts of an examination (第一部試験) have
  /// columns for when papers are taken.
  private func topicOfCell(_ statement: ReadStatement, isFromAbove: Bool) -> LabelTopic? {
    if isFromAbove, statement.topic == .application, let label = statement.statement.labels.last,
      statement.statement.shape != .paragraph,
      let matter = matter(of: FoldedText(label)),
      [.unrelated, .result, .selection].contains(matter)
    {
      return matter
    }
    if [.selection, .selectionDay].contains(statement.topic),
      let column = statement.statement.column
    {
      if lexicon.labels.exactTopic(of: column) == .venue { return .venue }
      // 第1次募集 over a column is a round, not a matter.
      if !["次", "回", "第"].contains(where: column.contains),
        let matter = matter(of: FoldedText(column)), [.application, .result].contains(matter)
      {
        return matter
      }
    }
    // 合格者の発表 > 第一部試験: a part of the examination under the heading of its result.
    if statement.topic == .selection, let heading = statement.statement.section.last,
      lexicon.labels.topic(of: Numbering.stripped(heading)) == .result
        || matter(of: FoldedText(heading)) == .result
    {
      return .result
    }
    return nil
  }

  /// `願書はいつ出せばよいですか`, `期間はどのくらいですか`: what a question asks for.
  private func topic(ofQuestion heading: String) -> LabelTopic? {
    let question = FoldedText(heading)
    guard let last = question.scalars[question.trimmed(question.scalars.indices)].last,
      last == "か" || last == "?" || question.contains("か。")
    else { return nil }
    if lexicon.signs.says(.askingWhen, in: question),
      lexicon.concepts.says(.applicationWord, in: question),
      !lexicon.concepts.says(.notTheWindow, in: question)
    {
      return .application
    }
    let subject = question.string.split { "はがを".contains($0) }.first.map(String.init) ?? ""
    let topic = lexicon.labels.topic(of: subject)
    return [.training, .result, .selection, .selectionDay].contains(topic) ? topic : nil
  }
}
