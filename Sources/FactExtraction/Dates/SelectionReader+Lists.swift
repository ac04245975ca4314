import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Ways of choosing that stand as a list beside one day.
extension SelectionReader {
  /// `…an interview and a practical test. Both are held on 16 December`: the ways of the sentence before.
  func namedBefore(_ phrase: DatedPhrase, _ text: FoldedText) -> Set<Selection.Method>? {
    let signs = lexicon.signs
    guard signs.says(.allOfThem, atStartOf: phrase.clause, in: text),
      signs.says(.held, in: text, range: phrase.clause)
    else { return nil }
    let end = text.scalars[..<phrase.clause.lowerBound].lastIndex {
      !"。 ".unicodeScalars.contains($0)
    }
    guard let end, end > 0 else { return nil }
    let sentence = text.stretch(around: end..<end + 1) { "。\n".unicodeScalars.contains($0) }
    let named = SelectionMethods(lexicon: lexicon).methods(in: text, sentence).named
      .subtracting([.documents])
    return named.isEmpty ? nil : named
  }

  /// `筆記試験、面接及び実技試験 2月15日`: all of a list before a day, not its last item only.
  func listed(before phrase: DatedPhrase, _ text: FoldedText) -> Set<Selection.Method> {
    let start = phrase.clause.lowerBound
    guard start < phrase.before.lowerBound else { return [] }
    let lead = start..<phrase.before.lowerBound
    let isList =
      DateReader().dates(in: text, range: lead).isEmpty
      && !text.scalars[lead].contains { "はをに".unicodeScalars.contains($0) }
    return isList ? SelectionMethods(lexicon: lexicon).methods(in: text, lead).named : []
  }

  /// `11月18日に筆記試験(文章の要約)と面接を行い`: all of a list behind a day, up to its verb.
  func listed(behind phrase: DatedPhrase, _ text: FoldedText) -> Set<Selection.Method> {
    if let all = listedAlone(behind: phrase, text) { return all }
    let rest = phrase.after.lowerBound..<max(phrase.after.lowerBound, phrase.clause.upperBound)
    guard
      let verb = lexicon.signs.ranges(of: .held, in: text, range: rest).first
    else { return [] }
    return methods(in: items(text, rest.lowerBound..<verb.lowerBound), of: text)
  }

  /// `11月25日(水) 学科試験(60分)、面接、適性検査`, `選抜試験 11月25日 筆記(英語を含む)及び面接`: nothing but a list stands
  /// behind the only day of a line, and before it nothing or the name of the whole.
  private func listedAlone(
    behind phrase: DatedPhrase, _ text: FoldedText
  ) -> Set<Selection.Method>? {
    let day = phrase.span.range
    let line = withLinesOfHours(
      text.stretch(around: day) { "\n※".unicodeScalars.contains($0) }, text)
    let start = text.stretch(around: day) { "。\n※".unicodeScalars.contains($0) }.lowerBound
    let behind = day.upperBound..<max(day.upperBound, line.upperBound)
    let brackets = text.brackets(in: behind)
    // A stop ends the line; one in a bracket does not.
    let end = behind.first { index in
      text.scalars[index] == "。" && !brackets.contains { $0.contains(index) }
    }
    let items = items(text, behind.lowerBound..<(end ?? behind.upperBound))
    guard isHead(text, start..<day.lowerBound),
      DateReader().spans(in: text, range: start..<(end ?? behind.upperBound)).count == 1,
      !items.contains(where: { text.scalars[$0].contains(where: Self.particles.contains) })
    else { return nil }
    return methods(in: items, of: text)
  }

  /// `3月19日 筆記試験 9時30分～⏎面接 13時～`: a line with the lines below it that name a way and its hour.
  private func withLinesOfHours(_ line: Range<Int>, _ text: FoldedText) -> Range<Int> {
    var end = line.upperBound
    while end < text.scalars.count, text.scalars[end] == "\n" {
      let next = text.stretch(around: end + 1..<end + 1) { "\n※".unicodeScalars.contains($0) }
      guard SelectionMethods(lexicon: lexicon).methods(in: text, next).named.count == 1,
        next.contains(where: { "時:".unicodeScalars.contains(text.scalars[$0]) }),
        !text.scalars[next].contains(where: {
          Self.particles.contains($0) || "。翌後別".unicodeScalars.contains($0)
        }),
        DateReader().dates(in: text, range: next).isEmpty
      else { break }
      end = next.upperBound
    }
    return line.lowerBound..<end
  }

  private static let particles = ScalarSet("はをにでが")
  private static let longestHead = 10

  /// `選抜試験`, `選考日`: a short name of the whole, or nothing.
  private func isHead(_ text: FoldedText, _ lead: Range<Int>) -> Bool {
    let words = text.trimmed(lead)
    if words.isEmpty { return true }
    return words.count <= Self.longestHead
      && lexicon.signs.says(.choosing, in: text, range: words)
      && !text.scalars[words].contains { Self.particles.contains($0) || $0 == "、" }
      && SelectionMethods(lexicon: lexicon).methods(in: text, words).named.isEmpty
  }

  /// What stands outside the brackets of a range, and the brackets that hold no more than names: `試験(筆記、面接)`,
  /// not `筆記試験(合格者には面接を行う)`.
  private func items(_ text: FoldedText, _ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for bracket in text.brackets(in: range) {
      parts.append(start..<bracket.lowerBound)
      if !text.scalars[bracket].contains(where: Self.particles.contains) { parts.append(bracket) }
      start = bracket.upperBound
    }
    parts.append(start..<range.upperBound)
    return parts
  }

  private func methods(in items: [Range<Int>], of text: FoldedText) -> Set<Selection.Method> {
    let methods = SelectionMethods(lexicon: lexicon)
    let named = items.flatMap { methods.methods(in: text, $0).named }
    return Set(named).subtracting([.documents])
  }
}

/// Tells lines and cells that are nothing but a way of choosing.
extension SelectionReader {
  /// `・書類審査`, `・面接（日時は追って知らせる）`: an item that ends with the way, up to its bracket.
  func isStepOfList(_ statement: ReadStatement, _ sentence: Range<Int>) -> Bool {
    guard statement.statement.isListItem else { return false }
    let text = statement.text
    let end = text.scalars[sentence].firstIndex { "(:。、".unicodeScalars.contains($0) }
    let item = sentence.lowerBound..<(end ?? sentence.upperBound)
    return endsInWay(text, item)
  }

  func endsInWay(_ text: FoldedText, _ item: Range<Int>) -> Bool {
    if lexicon.signs.says(.notOfChoosing, in: text, range: item) { return false }
    let end = text.trimmed(item).upperBound
    return SelectionMethods.all.contains { concept, _ in
      lexicon.concepts.ranges(of: concept, in: text, range: item).contains { $0.upperBound == end }
    }
  }

  /// `12月5日(土) 面接試験`, `二次：口頭試問 12月8日`: a line or cell that is nothing but a way of choosing and its day.
  func isWayAndDay(_ statement: ReadStatement, _ sentence: Range<Int>) -> Bool {
    let text = statement.text
    guard
      statement.statement.isListItem || statement.statement.shape == .tableCell
        || !text.scalars[sentence].contains(where: \.isHiragana)
    else { return false }
    return text.pieces { "。、※\n".unicodeScalars.contains($0) }.contains { piece in
      let item = piece.clamped(to: sentence)
      let days = DateReader().spans(in: text, range: item)
      guard !item.isEmpty, let day = days.first?.range, days.count == 1 else { return false }
      return endsInWay(text, item.lowerBound..<day.lowerBound)
        || endsInWay(text, day.upperBound..<item.upperBound)
    }
  }

  /// `選考日 | 場所 | 内容`: a cell that is nothing but ways of choosing, beside one that tells their day.
  func isWayBesideDay(_ statement: ReadStatement, _ all: [ReadStatement]) -> Bool {
    let text = statement.text
    guard statement.statement.shape == .tableCell, [nil, .unrelated].contains(statement.topic),
      !text.scalars.isEmpty
    else { return false }
    let words = SelectionMethods.all.flatMap {
      lexicon.concepts.ranges(of: $0.concept, in: text)
    }
    let known = words + lexicon.signs.ranges(of: .choosing, in: text)
    let isBare = text.scalars.indices.allSatisfy { place in
      known.contains { $0.contains(place) }
        || "・、,/及びと ".unicodeScalars.contains(text.scalars[place])
    }
    return !words.isEmpty && isBare
      && all.contains {
        $0.topic == .selectionDay && $0.statement.shape == .tableCell
          && $0.statement.section == statement.statement.section
          && abs($0.order - statement.order) <= 3
      }
  }
}
