import DocumentParsing
import DomainLexicon
import JapaneseText

/// Reads deadlines without a date: at any time, or so long before something else.
struct OpenDeadlineReader {
  let lexicon: Lexicon
  /// The kind of the program: what is said of another kind is another matter.
  let kind: KindName?

  // MARK: Relative to something else

  /// `修練開始の2月前まで`, `前月10日まで`: the phrase that says it.
  func relativeDeadline(in statement: ReadStatement) -> Range<Int>? {
    guard statement.topic == nil || isOfApplying(statement) else { return nil }
    let text = statement.text
    guard lexicon.signs.says(.countedFrom, in: text) else { return nil }
    for sentence in statement.sentences
    where isOfApplying(statement) || speaksOfApplying(text, sentence) {
      for point in points(in: text, sentence) where isDeadline(point, text, sentence) {
        return phrase(text, point)
      }
    }
    return nil
  }

  /// Whether a label or heading announces applying: `お申し込み` is also whom to write to, `申込先` is no more.
  private func isOfApplying(_ statement: ReadStatement) -> Bool {
    guard statement.topic == .contact else { return statement.topic == .application }
    let label = FoldedText(statement.label).withoutBlanks
    return lexicon.signs.ranges(of: .actOfApplying, in: label).last.map {
      let rest = label.string(in: $0.upperBound..<label.scalars.count)
      return rest.isEmpty || rest == "み"
    } ?? false
  }

  private func speaksOfApplying(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    lexicon.concepts.says(.applicationWord, in: text, range: sentence)
  }

  /// The points in time that another one sets: `2月前`, `前月10日`, `30日前`, `発表の日から14日以内`.
  private func points(in text: FoldedText, _ sentence: Range<Int>) -> [Range<Int>] {
    var points = DurationReader().durations(in: text, range: sentence)
      .filter {
        $0.bound == .before || text.hasWord(["前"], at: $0.range.upperBound)
          || $0.bound == .atMost && isBehindEvent(text, $0.range.lowerBound)
      }
      .map(\.range)
    for range in lexicon.signs.ranges(of: .deadlineMonthBefore, in: text, range: sentence) {
      var reader = ScalarReader(text, in: range.upperBound..<sentence.upperBound)
      _ = reader.take("の" as Unicode.Scalar)
      reader.skipBlanks()
      if DateReader().isNumber(&reader) || reader.sees(any: ["末", "中"]) { points.append(range) }
    }
    let counted = { (range: Range<Int>) in
      range.lowerBound > sentence.lowerBound && isCounted(text, before: range.lowerBound)
    }
    points += lexicon.signs.ranges(of: .daysBefore, in: text, range: sentence).filter(counted)
    // `発表の日から14日以内`: a length behind an event is a deadline.
    points += lexicon.signs.ranges(of: .withinDays, in: text, range: sentence).filter {
      counted($0)
        && lexicon.signs.says(.sinceEvent, in: text, range: sentence.lowerBound..<$0.lowerBound)
    }
    return points.sorted { $0.lowerBound < $1.lowerBound }
  }

  private func isCounted(_ text: FoldedText, before index: Int) -> Bool {
    let last = text.scalars[index - 1]
    return last.isDigit || last == " " || "一二三四五六七八九十".unicodeScalars.contains(last)
  }

  /// `合格後2か月以内`: a length right behind an event.
  private func isBehindEvent(_ text: FoldedText, _ index: Int) -> Bool {
    lexicon.signs.says(.sinceEvent, atEndOf: 0..<index, in: text)
  }

  /// Whether something must be handed in by then: not how old a paper may be, nor what precedes applying.
  private func isDeadline(_ point: Range<Int>, _ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    let clause = text.stretch(around: point) { "。\n、※;()".unicodeScalars.contains($0) }
    // 出願の2月前 is no deadline of applying, 申請は修練開始の2月前 is one.
    let particle = text.scalars[clause.lowerBound..<point.lowerBound].dropLast().lastIndex {
      $0 == "は" || $0 == "を"
    }
    let ending = text.stretch(
      before: point, atMost: 8, from: particle.map { $0 + 1 } ?? clause.lowerBound)
    if lexicon.signs.says(.actOfApplying, in: text, range: ending) { return false }
    // 出願の前に見学を希望される方は…、1週間前までにご連絡ください: by then a visit is asked for.
    let lead = sentence.lowerBound..<clause.lowerBound
    if let visit = lexicon.concepts.ranges(of: .visit, in: text, range: lead).last,
      !lexicon.concepts.says(
        .applicationWord, in: text, range: visit.upperBound..<point.lowerBound)
    {
      return false
    }
    let behind = text.stretch(behind: point, atMost: 8, until: sentence.upperBound)
    if lexicon.signs.says(.ageOfPaper, in: text, range: behind) { return false }
    return !lexicon.signs.ranges(of: .otherDeadline, in: text, range: clause).contains { word in
      // 合格通知を受けた日から: a notice that the candidate has had begins the time.
      !lexicon.signs.says(.noticeHad, atStartOf: word.lowerBound..<clause.upperBound, in: text)
    }
  }

  /// The words from the beginning of the clause to まで.
  private func phrase(_ text: FoldedText, _ range: Range<Int>) -> Range<Int> {
    let clause = text.stretch(around: range) { "。\n、,※;:()".unicodeScalars.contains($0) }
    if let until = text.range(of: "まで", in: range.upperBound..<clause.upperBound) {
      return clause.lowerBound..<until.upperBound
    }
    return clause
  }

  // MARK: At any time

  /// `随時`, unless it is denied, or said of visits; beside windows only where it is another round's.
  func rolling(in statement: ReadStatement, besideWindows: Bool) -> Range<Int>? {
    guard [.accepting, nil].contains(statement.topic) || isOfApplying(statement),
      statement.statement.shape != .heading || statement.topic == .application
    else { return nil }
    let text = statement.text
    guard lexicon.concepts.says(.rolling, in: text),
      !statement.statement.labels.contains(where: isOfAnotherMatter)
    else { return nil }
    for sentence in statement.sentences {
      guard
        let range = lexicon.concepts.ranges(of: .rolling, in: text, range: sentence).first,
        !isDenied(text, range), !isOfAnotherMatter(text, sentence, range),
        isOfApplying(statement) || speaksOfApplying(text, sentence),
        !besideWindows || isRound(text, range)
      else { continue }
      return range
    }
    return nil
  }

  /// `病院見学（学生・医師）：随時`: a row of a table about other matters.
  private func isOfAnotherMatter(_ label: String) -> Bool {
    let label = FoldedText(label).withoutLetterSpacing
    return lexicon.signs.says(.otherMatter, in: label)
      && !lexicon.concepts.says(.applicationWord, in: label)
  }

  private func isOfAnotherMatter(
    _ text: FoldedText, _ sentence: Range<Int>, _ range: Range<Int>
  ) -> Bool {
    let kinds = lexicon.kinds.mentions(in: text, range: sentence)
    if let kind, !kinds.isEmpty, !kinds.contains(where: { $0.name.kind == kind.kind }) {
      return true
    }
    // 他の方は年間を通じて受け付けているのに対し: of others, unlike these.
    if text.string(in: range.upperBound..<sentence.upperBound).contains("のに対し") { return true }
    // Behind 見学については、 the whole sentence is about that; before a comma only its own clause.
    let clause =
      sentence
      .lowerBound..<text.stretch(around: range) {
        "。\n、※()".unicodeScalars.contains($0)
      }.upperBound
    return lexicon.signs.says(.otherRolling, in: text, range: clause)
  }

  /// `随時ではなく`, `随時募集は行っていません`.
  private func isDenied(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    lexicon.signs.says(.rollingDenied, in: text, range: text.stretch(behind: range, atMost: 12))
  }

  /// `2次募集:随時`: said behind the name of a round, in a line without a day or a condition.
  private func isRound(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    let line = text.stretch(around: range) { "。\n、※".unicodeScalars.contains($0) }
    let before = line.lowerBound..<range.lowerBound
    return lexicon.signs.says(.laterRound, in: text, range: before)
      && text.scalars[before].contains { $0 == ":" || $0 == "は" || $0 == " " }
      && DateReader().dates(in: text, range: line).isEmpty
      && !text.contains("場合", in: line)
  }
}
