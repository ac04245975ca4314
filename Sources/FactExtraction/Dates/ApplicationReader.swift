import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads when the papers of the application are taken.
struct ApplicationReader {
  let lexicon: Lexicon
  let years: YearContext

  /// What the statements of a program say of it.
  func application(in statements: [ReadStatement]) -> Finding<Application>? {
    let own = statements.filter { $0.topic == .application || speaksOfApplying($0) }
    var windows: [(window: ApplicationWindow, statement: ReadStatement, span: Range<Int>)] = []
    var value = Application()
    var quotes: [Quote] = []
    for statement in own {
      for clause in windowClauses(of: statement) {
        for (window, range) in self.windows(in: statement, clause) {
          if isCorrection(statement.text, range), let last = windows.indices.last {
            windows[last].window = window.correcting(windows[last].window)
          } else {
            windows.append((window, statement, range))
          }
        }
      }
      if let note = relativeDeadline(in: statement) {
        value.note = value.note ?? statement.text.original(of: note).trimmingBlanks
        quotes.append(Quote(statement, around: note))
      }
      if let range = rolling(in: statement) {
        value.rolling = true
        quotes.append(Quote(statement, around: range))
      }
    }
    var seen: Set<ApplicationWindow> = []
    for (window, statement, range) in windows where seen.insert(window).inserted {
      value.windows.append(completed(window, statement, range, statements))
      quotes.insert(Quote(statement, around: range), at: quotes.isEmpty ? 0 : seen.count - 1)
    }
    if !value.windows.isEmpty { value.rolling = false }
    guard !value.windows.isEmpty || value.rolling || value.note != nil else { return nil }
    let labelled = own.contains { $0.topic == .application && $0.statement.shape != .paragraph }
    return Finding(
      value, quotes: quotes, confidence: labelled ? Confidence.labelled : Confidence.sentence)
  }

  /// Whether a statement without a topic of its own speaks of handing in the application.
  private func speaksOfApplying(_ statement: ReadStatement) -> Bool {
    guard statement.topic == nil, statement.statement.shape != .heading else { return false }
    return statement.sentences.contains { range in
      let words = ["出願", "応募", "申請", "申込", "申し込", "願書", "apply", "application"]
      return words.contains { statement.text.range(of: Array($0.unicodeScalars), in: range) != nil }
        && !lexicon.concepts.says(.notTheWindow, .notAccepting, in: statement.text, range: range)
    }
  }

  /// The parts of a statement that are read for windows one by one.
  private func windowClauses(of statement: ReadStatement) -> [Range<Int>] {
    statement.text.pieces { "。\n※;".unicodeScalars.contains($0) }
  }

  /// Whether a day or a stretch of days is something else's: a visit's, a result's, a payment's.
  ///
  /// The words from the day before it up to the next comma tell. Behind a stretch only the nearest count.
  private func isAnothers(
    _ span: DateSpan, _ previous: DateSpan?, _ text: FoldedText, _ clause: Range<Int>
  ) -> Bool {
    let start = max(clause.lowerBound, previous?.range.upperBound ?? 0)
    var end = span.range.upperBound
    while end < clause.upperBound, text.scalars[end] != "、" { end += 1 }
    if span.opens != nil, span.closes != nil, !span.isList {
      var last = span.range.upperBound
      while last < min(end, span.range.upperBound + 6), text.scalars[last] != " " { last += 1 }
      let behind = span.range.upperBound..<last
      let isBracket = text.string(in: behind).trimmingBlanks.hasPrefix("(")
      return lexicon.concepts.says(.notTheWindow, in: text, range: start..<span.range.lowerBound)
        || (!isBracket && lexicon.concepts.says(.notTheWindow, in: text, range: behind))
    }
    let behind = text.string(in: span.range.upperBound..<min(end, span.range.upperBound + 14))
      .prefix { $0 != "(" }
    if ["場合", "過ぎ", "でした", "開始"].contains(where: behind.contains) { return true }
    let before = text.string(in: start..<span.range.lowerBound)
    if ["開始", "採用日", "着任", "昨年", "前年", "延長の"].contains(where: before.contains) { return true }
    return lexicon.concepts.says(.notTheWindow, in: text, range: start..<end)
  }

  /// `10月30日から変更しました`: the day that is no longer true.
  private func isCorrected(_ span: DateSpan, _ text: FoldedText) -> Bool {
    let behind = text.string(
      in: span.range.upperBound..<min(span.range.upperBound + 8, text.scalars.count))
    return ["から", "より", "を"].contains { behind.hasPrefix($0) }
      && ["変更", "短縮", "延長", "繰り上げ", "繰上げ", "訂正"].contains { behind.contains($0) }
  }

  /// `※10月24日に変更しました`: the day replaces the one that was printed before it.
  private func isCorrection(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    let behind = text.string(in: range.upperBound..<min(range.upperBound + 14, text.scalars.count))
      .prefix { !"。\n".contains($0) }
    return ["変更し", "に変更", "へ変更", "延長し", "に延長", "短縮", "繰り上げ", "繰上げ", "訂正", "に改め"]
      .contains { behind.contains($0) } && !behind.contains("場合") && !behind.contains("ことがあ")
  }

  private func windows(
    in statement: ReadStatement, _ clause: Range<Int>
  ) -> [(ApplicationWindow, Range<Int>)] {
    let spans = DateReader().spans(in: statement.text, range: clause)
    return spans.enumerated().compactMap { index, span in
      let previous = index > 0 ? spans[index - 1] : nil
      guard !isRelative(span, statement), !isAnothers(span, previous, statement.text, clause),
        !isCorrected(span, statement.text)
      else { return nil }
      var dates = years.dates(of: span)
      var last = span.closes
      if span.closes == nil, isDeadline(statement, span) {
        dates = (nil, dates.opens)
        last = span.opens
      }
      guard dates.opens != nil || dates.closes != nil else { return nil }
      if span.isList { return nil }
      // `11月13日→11月6日`: an arrow from a later day to an earlier one corrects it.
      if let opens = dates.opens, let closes = dates.closes, opens.isLater(than: closes) {
        dates.opens = nil
      }
      let window = ApplicationWindow(
        opens: dates.opens, closes: dates.closes, part: last?.part.map(Self.part))
      return (window, span.range)
    }
  }

  /// A date alone is the end of the window unless から, より or a sign behind it opens one.
  private func isDeadline(_ statement: ReadStatement, _ span: DateSpan) -> Bool {
    var reader = ScalarReader(
      statement.text, in: span.range.upperBound..<statement.text.scalars.count)
    _ = reader.attempt { reader -> Bool? in
      reader.skipBlanks()
      return TimeReader.time(&reader) != nil ? true : nil
    }
    reader.skipBlanks()
    return !reader.sees(any: ["から", "より", "~", "以降", "開始", "に開始"])
      && !["from ", "after "].contains { word in
        statement.text.hasWord(
          Array(word.unicodeScalars), at: span.range.lowerBound - word.unicodeScalars.count)
      }
  }

  /// `1次登録期間の最終日`, `前月10日`: days that another day or body sets.
  private func isRelative(_ span: DateSpan, _ statement: ReadStatement) -> Bool {
    let before = span.range.lowerBound
    return ["前月", "前々月", "毎月", "各月"].contains { word in
      statement.text.hasWord(Array(word.unicodeScalars), at: before - word.unicodeScalars.count)
    }
  }

  static func part(_ part: DateMention.Part) -> ApplicationWindow.Part {
    switch part {
    case .early: .early
    case .mid: .mid
    case .late: .late
    }
  }

  // MARK: Hour and rule

  /// The window with its hour and its rule, from its own words or from those beside it.
  private func completed(
    _ window: ApplicationWindow, _ statement: ReadStatement, _ range: Range<Int>,
    _ statements: [ReadStatement]
  ) -> ApplicationWindow {
    var window = window
    var places = [statement]
    places += statements.filter { other in
      other.order != statement.order && abs(other.order - statement.order) <= 3
        && other.statement.section == statement.statement.section
        && (other.topic == .application || sharesOuterLabel(other, statement))
    }
    for place in places {
      for clause in place.text.pieces(separatedBy: { "。\n※;".unicodeScalars.contains($0) })
      where place.order != statement.order || clause.upperBound >= range.upperBound {
        let hasDate = place.order != statement.order
        let own = hasDate ? clause : upToNextDate(statement.text, clause, behind: range)
        window.rule = window.rule ?? rule(in: place.text, own)
        if window.time == nil,
          !hasDate || lexicon.concepts.says(.mustArrive, .postmark, in: place.text, range: clause)
        {
          window.time = time(
            in: place, clause, after: hasDate ? clause.lowerBound : range.upperBound)
        }
      }
      if window.rule != nil { break }
    }
    return window
  }

  /// A clause up to the day that follows a window's: what stands behind that day speaks of it.
  private func upToNextDate(
    _ text: FoldedText, _ clause: Range<Int>, behind window: Range<Int>
  ) -> Range<Int> {
    let next = DateReader().dates(in: text, range: clause).first {
      $0.range.lowerBound >= window.upperBound
    }
    return clause.lowerBound..<max(clause.lowerBound, next?.range.lowerBound ?? clause.upperBound)
  }

  /// Whether two cells stand under one label that spans both (出願 > 受付期間, 出願 > 注意事項).
  private func sharesOuterLabel(_ one: ReadStatement, _ other: ReadStatement) -> Bool {
    one.statement.labels.count > 1 && one.statement.labels.first == other.statement.labels.first
  }

  private func rule(in text: FoldedText, _ range: Range<Int>) -> ApplicationWindow.Rule? {
    if lexicon.concepts.says(.mustArrive, in: text, range: range) { return .arrive }
    if lexicon.concepts.says(.postmark, in: text, range: range) { return .postmark }
    return lexicon.concepts.says(.online, in: text, range: range) ? .online : nil
  }

  private func time(in statement: ReadStatement, _ clause: Range<Int>, after start: Int) -> String?
  {
    guard start <= clause.upperBound else { return nil }
    let range = max(start, clause.lowerBound)..<clause.upperBound
    let times = TimeReader.times(in: statement.text, range: range).filter { time in
      let around = statement.text.stretch(around: time.range) {
        "。\n※;、".unicodeScalars.contains($0)
      }
      let before = max(around.lowerBound, range.lowerBound)..<time.range.lowerBound
      return !lexicon.concepts.says(.officeHours, in: statement.text, range: before)
    }
    return times.last?.time
  }

  // MARK: Without a date

  private func relativeDeadline(in statement: ReadStatement) -> Range<Int>? {
    let text = statement.text
    if let length = DurationReader().durations(in: text).first(where: { $0.bound == .before }) {
      return deadlinePhrase(text, length.range)
    }
    for words in ["前月", "前々月"] {
      guard let range = text.range(of: Array(words.unicodeScalars)) else { continue }
      var reader = ScalarReader(text, in: range.upperBound..<text.scalars.count)
      reader.skipBlanks()
      if NumberReader.digits(&reader, atMost: 2) != nil || reader.sees("末") {
        return deadlinePhrase(text, range)
      }
    }
    return daysBefore(text).map { deadlinePhrase(text, $0) }
  }

  /// `30日前`, `40日前`, `2週間前`.
  private func daysBefore(_ text: FoldedText) -> Range<Int>? {
    for word in ["日前", "週間前", "days before", "weeks before", "months before"] {
      if let range = text.range(of: Array(word.unicodeScalars)), range.lowerBound > 0,
        text.scalars[range.lowerBound - 1].isDigit || text.scalars[range.lowerBound - 1] == " "
      {
        return range
      }
    }
    return nil
  }

  /// The words from the beginning of the clause to まで.
  private func deadlinePhrase(_ text: FoldedText, _ range: Range<Int>) -> Range<Int> {
    let clause = text.stretch(around: range) { "。\n、※;:()".unicodeScalars.contains($0) }
    if let until = text.range(
      of: Array("まで".unicodeScalars), in: range.upperBound..<clause.upperBound)
    {
      return clause.lowerBound..<until.upperBound
    }
    return clause
  }

  /// `随時ではなく`, `随時募集は行っていません`.
  private func isDenied(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    let behind = text.string(in: range.upperBound..<min(range.upperBound + 10, text.scalars.count))
    return ["ではな", "ではあり", "は行って", "を行って", "は行わ", "しておりません"].contains(where: behind.contains)
  }

  private func rolling(in statement: ReadStatement) -> Range<Int>? {
    for sentence in statement.sentences {
      guard
        let range = lexicon.concepts.ranges(of: .rolling, in: statement.text, range: sentence)
          .first,
        !isDenied(statement.text, range),
        !["見学", "相談", "問い合わせ", "問合せ", "説明会", "更新", "開催"].contains(where: {
          statement.text.range(of: Array($0.unicodeScalars), in: sentence) != nil
        })
      else { continue }
      return range
    }
    return nil
  }
}

extension ApplicationWindow {
  /// This window as a correction of another one, whose beginning and year it keeps.
  fileprivate func correcting(_ other: ApplicationWindow) -> ApplicationWindow {
    var corrected = other
    let closes = closes ?? opens
    corrected.part = part
    corrected.closes =
      closes?.year == nil
      ? other.closes?.year.flatMap { closes?.inYear($0) } ?? closes : closes
    return corrected
  }
}

extension PartialDate {
  /// Whether both dates are complete and this one is the later.
  fileprivate func isLater(than other: PartialDate) -> Bool {
    guard let own = calendarDay, let day = other.calendarDay else { return false }
    return own > day
  }
}
