import DocumentParsing
import DomainLexicon
import JapaneseText

/// Gives values their labels where both stand in lines of their own, one above the other, or run on in
/// one paragraph; only the table of labels tells the two apart.
struct LabelLines {
  let lexicon: Lexicon

  /// The most characters of a line that may be a label.
  static let longestLabel = 16
  /// The most characters of a label that the table does not know.
  private static let longestUnknownLabel = 10
  /// Labels right under one another, without values, are a table of contents from this number on.
  private static let tableOfContents = 3
  /// How many labels must run on in a paragraph to cut it.
  private static let leastRunOn = 3

  /// The statements with labels put to their values.
  func labelled(_ statements: [Statement]) -> [Statement] {
    let repeated = repeatedPartings(in: statements)
    let pieces = withoutAnswerLetters(statements).flatMap { cutAtLabels($0, repeated) }
    let statements = withoutAnswerMarks(pieces)
    let questions = questions(in: statements)
    let known = statements.indices.map {
      questions[$0]
        || isLabelLine(statements[$0]) && !isAmongItems($0, statements)
          && !isWayOfChoosing($0, statements)
        || isHeadOfStep($0, statements)
    }
    var result: [Statement] = []
    var label: (text: String, section: [String])?
    var hasValue = true
    for (index, statement) in statements.enumerated() {
      if statement.shape == .heading || label?.section != statement.section { label = nil }
      let isLabel =
        questions[index] || known[index] && !isListed(known, index)
        || label != nil && hasValue && isUnknownLabel(index, statements, known)
      if isLabel {
        let words = questions[index] ? statement.text : Self.undecorated(statement.text)
        label = (words, statement.section)
        hasValue = false
        // The words of a label stay, as those of a heading do, for whoever reads titles.
        var heading = statement
        heading.shape = .heading
        result.append(heading)
        continue
      }
      guard let label, takesLabel(statement) else {
        result.append(statement)
        continue
      }
      if hasValue, !isQuestion(label.text), let last = result.last,
        joins(statement, last, label.text)
      {
        result[result.count - 1].text = last.text + "\n" + statement.text
        continue
      }
      hasValue = true
      var value = statement
      value.labels = [label.text] + statement.labels
      result.append(value)
    }
    return result
  }

  /// How many paragraphs must ask for questions to be the labels of what follows them.
  private static let leastQuestions = 3
  /// The most characters of a question.
  private static let longestQuestion = 70

  /// Which paragraphs are questions that the next one answers; a page of answers has several of them.
  private func questions(in statements: [Statement]) -> [Bool] {
    let isMarked = hasMarkedQuestions(statements)
    var asks = statements.map {
      $0.shape == .paragraph && $0.labels.isEmpty
        && (isQuestion($0.text) || isMarked && isMarkedQuestion($0))
    }
    for index in asks.indices where asks[index] {
      let next = index + 1
      if next >= asks.count || asks[next] || statements[next].section != statements[index].section {
        asks[index] = false
      }
    }
    return asks.count(where: { $0 }) >= Self.leastQuestions ? asks : asks.map { _ in false }
  }

  /// Whether a paragraph asks: `費用はどのくらいかかりますか。`, `まだ結果が出ていないのですが。`.
  func isQuestion(_ text: String) -> Bool {
    let text = FoldedText(text)
    let words = text.trimmed(text.scalars.indices)
    return lexicon.signs.says(.questionEnding, atEndOf: words, in: text)
      && !text.hasWord("ほか", before: words.upperBound) && words.count <= Self.longestQuestion
      && !text.scalars[words].dropLast().contains { $0 == "。" || $0 == "\n" }
  }

  /// How many questions must be marked before the mark alone tells one: `Ｑ推薦状を書いてくれる先生がいません。`.
  private static let leastMarked = 2
  /// The most characters of a question that is marked.
  private static let longestMarked = 120

  private func hasMarkedQuestions(_ statements: [Statement]) -> Bool {
    statements.count { isMarkedQuestion($0) && isQuestion($0.text) } >= Self.leastMarked
  }

  func isMarkedQuestion(_ statement: Statement) -> Bool {
    guard statement.shape == .paragraph, statement.text.utf8.count <= 4 * Self.longestMarked else {
      return false
    }
    let text = FoldedText(statement.text)
    let words = text.trimmed(text.scalars.indices)
    guard let first = words.first, text.scalars[first] == "q" else { return false }
    return words.count > 1 && !text.scalars[first + 1].isLatin
  }

  /// The statements without the lines that only mark an answer: `A` between a question and its answer.
  private func withoutAnswerMarks(_ statements: [Statement]) -> [Statement] {
    guard hasMarkedQuestions(statements) else { return statements }
    return statements.filter { statement in
      guard statement.shape == .paragraph, statement.text.utf8.count <= 12 else { return true }
      let text = FoldedText(statement.text)
      return !lexicon.concepts.says(.answerMark, asAllOf: text.scalars.indices, in: text)
    }
  }

  /// The most characters of a line that goes on with the value above it.
  private static let longestPart = 40

  /// Whether a short line goes on with the short value above it: 11月5日(火), ～ 11月22日(金).
  private func joins(_ statement: Statement, _ last: Statement, _ label: String) -> Bool {
    last.labels == [label] && last.section == statement.section && statement.labels.isEmpty
      && statement.shape == .paragraph && last.shape == .paragraph && !statement.isListItem
      && statement.text.characterCount <= Self.longestPart
      && last.text.parts(separatedBy: "\n").last?.characterCount ?? 0 <= Self.longestPart
  }

  /// Whether a piece of a page can be the value of a line above it.
  private func takesLabel(_ statement: Statement) -> Bool {
    switch statement.shape {
    case .paragraph: true
    case .tableCell: statement.labels.isEmpty
    case .labelledLine:
      statement.labels.last.map {
        lexicon.labels.topic(of: $0) == nil
          || ApplicantGroups(signs: lexicon.signs).names($0)
      } ?? true
    default: false
    }
  }

  /// `STEP 4` in a line of its own, and below it what the step is: 一次試験（CBT）.
  private func isHeadOfStep(_ index: Int, _ statements: [Statement]) -> Bool {
    guard index > 0, statements[index].shape == .paragraph, statements[index].labels.isEmpty,
      statements[index - 1].section == statements[index].section,
      isStepMark(statements[index - 1])
    else { return false }
    // 手順1, 診療科長の内諾を得る, 手順2: the line is all that is said of the step.
    guard index + 1 < statements.count, !isStepMark(statements[index + 1]),
      takesLabel(statements[index + 1])
    else { return false }
    let text = FoldedText(statements[index].text)
    let isName = !text.scalars.contains { $0.isDigit || $0 == "。" || $0 == "\n" }
    return isName && text.scalars.count <= Self.longestLabel
      && text.scalars.last?.isHiragana == false
  }

  private func isStepMark(_ statement: Statement) -> Bool {
    guard statement.shape == .paragraph, statement.text.utf8.count <= 30 else { return false }
    let text = FoldedText(statement.text).withoutBlanks
    guard let mark = lexicon.concepts.ranges(of: .stepMark, in: text).first, mark.lowerBound == 0
    else { return false }
    let rest = mark.upperBound..<text.scalars.count
    return !rest.isEmpty && text.scalars[rest].allSatisfy(\.isDigit)
  }

  private func isLabelLine(_ statement: Statement) -> Bool {
    guard statement.shape == .paragraph, statement.labels.isEmpty, !statement.isListItem else {
      return false
    }
    let text = Self.undecorated(Numbering.stripped(statement.text))
    let folded = FoldedText(text).withoutBlanks
    let isEnglish = folded.scalars.first?.isLatin == true
    guard (1...Self.longestLabel * (isEnglish ? 2 : 1)).contains(folded.scalars.count),
      !folded.scalars.contains(where: { "。、,:?()[]".unicodeScalars.contains($0) || $0.isDigit })
    else { return false }
    if lexicon.labels.exactTopic(of: text) != nil { return true }
    // 書類の送付先・お尋ね
    let parts = text.parts(separatedBy: "・")
    if parts.count > 1, parts.allSatisfy({ lexicon.labels.topic(of: $0) != nil }) {
      return true
    }
    guard let last = folded.scalars.last, last.isKanji else { return false }
    return lexicon.labels.places(in: folded).last?.upperBound == folded.scalars.count
  }

  /// Whether a line with a mark before it is an item of a list: its neighbour has the same mark.
  private func isAmongItems(_ index: Int, _ statements: [Statement]) -> Bool {
    guard let mark = statements[index].text.first, "・-*＊○〇◯".contains(mark) else { return false }
    return [index - 1, index + 1].contains {
      statements.indices.contains($0) && statements[$0].text.first == mark
        && statements[$0].section == statements[index].section
    }
  }

  /// 選考, 筆記試験, 面接, one below the other: the ways are values of what heads them.
  private func isWayOfChoosing(_ index: Int, _ statements: [Statement]) -> Bool {
    let ways: [Concept] = [.documentsMethod, .writtenMethod, .interviewMethod, .practicalMethod]
    func isWay(_ index: Int) -> Bool {
      let text = FoldedText(statements[index].text).withoutBlanks
      return ways.contains { way in
        lexicon.concepts.ranges(of: way, in: text, range: text.scalars.indices).contains {
          $0 == text.scalars.indices
        }
      }
    }
    var head = index
    while head > 0, isWay(head) { head -= 1 }
    return head < index && statements[head].section == statements[index].section
      && isLabelLine(statements[head])
      && lexicon.labels.exactTopic(of: Numbering.stripped(statements[head].text)) == .selection
  }

  /// Whether a label line is one of several under one another.
  private func isListed(_ known: [Bool], _ index: Int) -> Bool {
    var first = index
    while first > 0, known[first - 1] { first -= 1 }
    var last = index
    while last + 1 < known.count, known[last + 1] { last += 1 }
    return last - first + 1 >= Self.tableOfContents
  }

  /// A short noun between a value and a longer line, where labels and values take turns.
  private func isUnknownLabel(_ index: Int, _ statements: [Statement], _ known: [Bool]) -> Bool {
    let statement = statements[index]
    guard statement.shape == .paragraph, !statement.isListItem, statement.labels.isEmpty,
      index + 1 < statements.count, !known[index + 1]
    else { return false }
    let next = statements[index + 1]
    let folded = FoldedText(statement.text).withoutBlanks
    guard next.section == statement.section, takesLabel(next),
      (2...Self.longestUnknownLabel).contains(folded.scalars.count),
      FoldedText(next.text).scalars.count > folded.scalars.count,
      folded.scalars.allSatisfy({ $0.isJapanese || $0 == "・" || $0 == "/" }),
      let end = folded.scalars.last, end.isKanji || end.isKatakana || end == "の" || end == "と"
    else { return false }
    return !lexicon.signs.says(.bareValue, asAllOf: folded.scalars.indices, in: folded)
  }

  // MARK: Labels that run on

  /// Cuts a paragraph in which labels and values follow each other without a break.
  private func cutAtLabels(_ statement: Statement, _ repeated: Set<Parting>) -> [Statement] {
    guard statement.shape == .paragraph, statement.labels.isEmpty else { return [statement] }
    if let run = cutBehindLabel(statement, repeated) ?? cutAtFullStop(statement) { return [run] }
    let text = FoldedText(statement.text)
    guard text.scalars.count >= 24 else { return [statement] }
    let starts = lexicon.labels.places(in: text).filter { isRunOnLabel($0, text) }
    guard starts.count >= Self.leastRunOn else { return [statement] }
    var pieces: [Statement] = []
    if let first = starts.first, first.lowerBound > 0 {
      var head = statement
      head.text = text.original(of: 0..<first.lowerBound).trimmingBlanks
      if !head.text.isEmpty { pieces.append(head) }
    }
    for (index, label) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].lowerBound : text.scalars.count
      var start = label.upperBound
      while start < end, text.scalars[start].isBlank || text.scalars[start] == ":" { start += 1 }
      var piece = statement
      piece.labels = [text.original(of: label)]
      piece.text = text.original(of: start..<end).trimmingBlanks
      piece.shape = .labelledLine
      piece.line = text.original(of: label.lowerBound..<end)
      if !piece.text.isEmpty { pieces.append(piece) }
    }
    return pieces
  }

  /// Whether a label stands between the end of one value and the beginning of the next: no particle
  /// joins it to the words around it.
  private func isRunOnLabel(_ label: Range<Int>, _ text: FoldedText) -> Bool {
    guard label.count >= 2, text.scalars[label.lowerBound].isJapanese else { return false }
    if label.lowerBound > 0 {
      let before = text.scalars[label.lowerBound - 1]
      let ends = "。)円名間着効分時可し年日月上り".unicodeScalars
      guard before.isDigit || before.isBlank || before.isLatin || ends.contains(before) else {
        return false
      }
    }
    guard label.upperBound < text.scalars.count else { return false }
    let after = text.scalars[label.upperBound]
    return !"はがをにのでともへや等及並又、。・)".unicodeScalars.contains(after) && !after.isHiragana
  }
}
