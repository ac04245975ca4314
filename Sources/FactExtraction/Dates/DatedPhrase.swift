import DocumentParsing
import DomainLexicon
import JapaneseText

/// A day or a stretch of days with the words around it that say what it is the day of.
struct DatedPhrase: Sendable {
  /// The days.
  let span: DateSpan
  /// The sentence, line or bracket that they stand in.
  let clause: Range<Int>
  /// The words before them that speak of them: 面接は, 締切:.
  let before: Range<Int>
  /// The words right behind them: から, 必着, に面接を行います.
  let after: Range<Int>
  /// What stands between them and the next day: hours and rules.
  let region: Range<Int>

  /// All phrases of a text, in reading order.
  static func all(in text: FoldedText, isLabelled: Bool) -> [DatedPhrase] {
    PhraseCutter(text: text, isLabelled: isLabelled).phrases().filter {
      // 12月12日の翌日に: another day is counted from it.
      !text.hasWord("の翌", at: $0.span.range.upperBound)
    }
  }
}

/// Cuts a text into the days that it names and the words that belong to each.
private struct PhraseCutter {
  let text: FoldedText
  /// Whether a label says what the text is about, so that words behind a day are not its only ones.
  let isLabelled: Bool

  func phrases() -> [DatedPhrase] {
    let spans = DateReader().spans(in: text)
    guard !spans.isEmpty else { return [] }
    var phrases: [DatedPhrase] = []
    for (index, span) in spans.enumerated() {
      let clause = clause(around: span, spans)
      let previous = phrases.last.map { max($0.span.range.upperBound, $0.after.upperBound) } ?? 0
      let next = index + 1 < spans.count ? spans[index + 1].range.lowerBound : text.scalars.count
      let before = before(span, clause, from: previous)
      let regionEnd = max(span.range.upperBound, min(next, clause.upperBound))
      let hasLabel = isLabelled || !isBlank(before)
      let after = after(
        span, regionEnd, isNextInReach: next < clause.upperBound, hasLabel: hasLabel)
      phrases.append(
        DatedPhrase(
          span: span, clause: clause, before: before, after: after,
          region: span.range.upperBound..<regionEnd))
    }
    return phrases
  }

  private func isBlank(_ range: Range<Int>) -> Bool { text.scalars[range].allSatisfy(\.isBlank) }

  // MARK: The clause

  private static let clauseEnds = ScalarSet("。\n※;")
  private static let openings = ScalarSet("(〔[【")
  private static let closings = ScalarSet(")〕]】")

  /// Up to the marks that end a sentence; a line end inside a stretch, or before 必着, ends none.
  private func clause(around span: DateSpan, _ spans: [DateSpan]) -> Range<Int> {
    var start = span.range.lowerBound
    while start > 0, !endsClause(start - 1, spans) { start -= 1 }
    var end = span.range.upperBound
    while end < text.scalars.count, !endsClause(end, spans) { end += 1 }
    return bracket(around: span.range, in: start..<end) ?? start..<end
  }

  private func endsClause(_ index: Int, _ spans: [DateSpan]) -> Bool {
    guard Self.clauseEnds.contains(text.scalars[index]) else { return false }
    guard text.scalars[index] == "\n" else { return true }
    return !spans.contains { $0.range.contains(index) } && !goesOn(behind: index)
  }

  /// Whether the line behind a line end begins with what belongs to the day before: `⏎必着`, `⏎まで`.
  private func goesOn(behind lineEnd: Int) -> Bool {
    var reader = ScalarReader(text, in: lineEnd..<text.scalars.count)
    reader.skipBlanks(lineEnds: true)
    _ = reader.take(any: ["[", "(", "【", "〔"])
    return reader.sees(any: ["必着", "まで", "迄", "消印", "当日消印", "締切", "から"])
  }

  /// The inside of the bracket that opens before a range and is not closed before it.
  private func bracket(around range: Range<Int>, in clause: Range<Int>) -> Range<Int>? {
    var open: [Int] = []
    for index in clause.lowerBound..<range.lowerBound {
      if Self.openings.contains(text.scalars[index]) { open.append(index) }
      if Self.closings.contains(text.scalars[index]), !open.isEmpty { open.removeLast() }
    }
    guard let start = open.last else { return nil }
    var end = range.upperBound
    while end < clause.upperBound, !Self.closings.contains(text.scalars[end]) { end += 1 }
    return start + 1..<end
  }

  // MARK: The words before

  private static let commas = ScalarSet("、／/,")

  private func before(_ span: DateSpan, _ clause: Range<Int>, from previous: Int) -> Range<Int> {
    let end = span.range.lowerBound
    let isFirst = previous <= clause.lowerBound
    var start = min(end, max(clause.lowerBound, previous))
    for index in (start..<end).reversed()
    where Self.commas.contains(text.scalars[index]) && !isBetweenDigits(index)
      && !isEnglishComma(index)
    {
      // With nothing behind the comma, the words before it speak of the first day of a clause only.
      if !isBlank(index + 1..<end) || !isFirst { start = index + 1 }
      break
    }
    if isBlank(start..<end), isFirst, let line = labelLine(above: clause.lowerBound) { return line }
    return start..<end
  }

  /// `an interview, in Japanese, on 2 December`: in English a comma does not end a notion.
  private func isEnglishComma(_ index: Int) -> Bool {
    text.scalars[index] == "," && index > 0 && text.scalars[index - 1].isLatin
  }

  private func isBetweenDigits(_ index: Int) -> Bool {
    index > 0 && index + 1 < text.scalars.count && text.scalars[index - 1].isDigit
      && text.scalars[index + 1].isDigit
  }

  /// The most characters of a line that is a label of the line below it.
  private static let longestLabel = 16

  /// `前期⏎令和8年…`: a short line without a day, right above, is a label.
  private func labelLine(above start: Int) -> Range<Int>? {
    guard start > 0, text.scalars[start - 1] == "\n" else { return nil }
    var first = start - 1
    while first > 0, text.scalars[first - 1] != "\n" { first -= 1 }
    let line = first..<(start - 1)
    guard !line.isEmpty, line.count <= Self.longestLabel,
      !text.scalars[line].contains(where: { $0.isDigit || "。、".unicodeScalars.contains($0) })
    else { return nil }
    return line
  }

  // MARK: The words behind

  private func after(
    _ span: DateSpan, _ regionEnd: Int, isNextInReach: Bool, hasLabel: Bool
  ) -> Range<Int> {
    var reader = ScalarReader(text, in: span.range.upperBound..<regionEnd)
    reader.skipBlanks(lineEnds: true)
    let isApart = reader.position > span.range.upperBound
    TimeReader.skip(&reader)
    if let bracketed = shortBracket(&reader) { return bracketed }
    var end = reader.position
    while end < regionEnd, !Self.stops.contains(text.scalars[end]) { end += 1 }
    let none = reader.position..<reader.position
    // `12月4日 面接:12月18日`: a label of what follows, not words about what precedes.
    if end < regionEnd, text.scalars[end] == ":" {
      // `4月1日修練開始の方:12月18日`: words about the group that the first day tells apart.
      let words = text.string(in: reader.position..<end)
      return !isApart && (words.hasSuffix("方") || words.hasSuffix("者"))
        ? reader.position..<end : none
    }
    if isNextInReach, isApart, hasLabel, isBlank(end..<regionEnd) { return none }
    // `1月24日(金)結果は同月31日`: a topic right before the next day is what that one is of.
    if isNextInReach, end == regionEnd, text.hasWord("は", before: end), let first = reader.next,
      !first.isHiragana
    {
      return none
    }
    return reader.position..<end
  }

  private static let stops = ScalarSet("、。\n※;,|/()[]【】〔〕「」: ")

  /// `(必着)`, `【必着】`, `(当日消印有効)`: a short bracket without a day right behind the day.
  private func shortBracket(_ reader: inout ScalarReader) -> Range<Int>? {
    reader.attempt { reader in
      guard let open = reader.next, "([【〔".unicodeScalars.contains(open) else { return nil }
      reader.position += 1
      let start = reader.position
      reader.take { !")]】〕".unicodeScalars.contains($0) }
      guard !reader.isAtEnd, reader.position - start <= 14 else { return nil }
      let inside = start..<reader.position
      // `【締切】2026/10/30`: a bracket right before the next day is a label of that one.
      reader.position += 1
      reader.skipBlanks()
      return reader.isAtEnd && reader.end < text.scalars.count ? nil : inside
    }
  }
}
