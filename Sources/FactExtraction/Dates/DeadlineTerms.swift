import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads the hour of a last day and the rule by which papers meet it.
struct DeadlineTerms {
  let lexicon: Lexicon
  /// All statements of the program; some stand beside the one with the day.
  let statements: [ReadStatement]

  /// A window with its hour and its rule, from its own words or from those beside it.
  func completed(_ stated: StatedWindow) -> ApplicationWindow {
    var window = stated.window
    let statement = stated.candidate.statement
    let phrase = stated.candidate.phrase
    let own = reach(of: phrase, in: statement.text)
    let general =
      datelessParts(of: statement.text, beside: own)
      + partsOfDay(window.closes, in: statement.text, beside: own)
    let beside = neighbours(of: statement).flatMap { datelessParts(of: $0.text, beside: nil) }
    let label = FoldedText(statement.path)
    let places = [(statement.text, own)] + general + [(label, label.scalars.indices)] + beside
    func words(of other: WindowCandidate) -> Place {
      (other.statement.text, other.phrase.before.lowerBound..<other.phrase.region.upperBound)
    }
    let former = stated.superseded.flatMap { saysOnlyTheDay(stated.candidate) ? $0 : nil }
    let repeated = (stated.repetitions + [former].compactMap { $0 }).map(words)
    window.rule = rule(in: places + repeated)
    // 5月20日に出願サイトを開き、6月30日に閉じます
    if window.rule == nil, let opening = stated.opening.map(words),
      isOnline(opening.text, opening.range)
    {
      window.rule = .online
    }
    if window.closes != nil {
      window.time =
        time(of: phrase, in: statement.text) ?? time(in: general)
        ?? time(in: [(label, label.scalars.indices)]) ?? time(in: beside)
        ?? former.flatMap { time(of: $0.phrase, in: $0.statement.text) }
    }
    return window
  }

  /// Whether a note that moves a day says nothing of how and at which hour papers are taken then.
  private func saysOnlyTheDay(_ note: WindowCandidate) -> Bool {
    let text = note.statement.text
    let start = note.phrase.span.range.lowerBound
    let sentence = text.stretch(around: start..<start) { "。\n※".unicodeScalars.contains($0) }
    let rest = sentence.lowerBound..<text.scalars.count
    return !lexicon.concepts.says(
      .mustArrive, .postmark, .online, .wayOfHandingIn, in: text, range: rest)
      && TimeReader.times(in: text, range: rest).isEmpty
  }

  /// The words that belong to a day: those around it; behind `期日(11月20日)までに…` the rest of the sentence.
  private func reach(of phrase: DatedPhrase, in text: FoldedText) -> Range<Int> {
    var end = max(phrase.region.upperBound, phrase.after.upperBound)
    if text.hasWord(Array(")まで".unicodeScalars), at: phrase.clause.upperBound) {
      while end < text.scalars.count, !"。\n".unicodeScalars.contains(text.scalars[end]) { end += 1 }
    }
    return phrase.before.lowerBound..<end
  }

  private static let endsOfParts = ScalarSet("。\n※;")

  /// A part of some text.
  private typealias Place = (text: FoldedText, range: Range<Int>)

  /// The parts of a text without a day of their own: what they say holds for every day.
  private func datelessParts(of text: FoldedText, beside own: Range<Int>?) -> [Place] {
    let spans = DateReader().spans(in: text).map(\.range)
    var parts: [Place] = []
    for piece in text.pieces(separatedBy: Self.endsOfParts.contains) {
      guard !spans.contains(where: { $0.overlaps(piece) }), own?.overlaps(piece) != true else {
        // `後期 11月27日正午(いずれも必着)`: a bracket behind a day may hold for all.
        if let general = piece.clamped(to: own ?? piece).isEmpty ? nil : shared(text, piece) {
          parts.append((text, general))
        }
        continue
      }
      if lexicon.concepts.says(.resultWord, .interviewMethod, in: text, range: piece) { continue }
      parts.append((text, piece))
    }
    return parts
  }

  /// `5月31日までに到達しないものは受理しない`: the parts that name the last day again, and no other day.
  private func partsOfDay(
    _ last: PartialDate?, in text: FoldedText, beside own: Range<Int>
  ) -> [Place] {
    guard let last else { return [] }
    return text.pieces(separatedBy: Self.endsOfParts.contains).filter { piece in
      let days = DateReader().dates(in: text, range: piece)
      return !own.overlaps(piece) && !days.isEmpty
        && !lexicon.concepts.says(.othersMatter, in: text, range: piece)
        && days.allSatisfy { $0.month == last.month && $0.day == last.day }
    }.map { (text, $0) }
  }

  private func shared(_ text: FoldedText, _ piece: Range<Int>) -> Range<Int>? {
    lexicon.signs.ranges(of: .ofAllDays, in: text, range: piece).first.map {
      $0.lowerBound..<piece.upperBound
    }
  }

  /// The statements beside one that speak of the same: the next few of its heading, or of its outer label, and what
  /// is said below a table of the last day of each round.
  private func neighbours(of statement: ReadStatement) -> [ReadStatement] {
    statements.filter { other in
      guard other.order != statement.order else { return false }
      if isForAllRounds(other) { return true }
      guard other.statement.section == statement.statement.section else { return false }
      if statement.statement.column != nil, other.statement.shape == .paragraph,
        lexicon.concepts.says(.finalDay, in: other.text)
      {
        return true
      }
      return abs(other.order - statement.order) <= 3
        && (other.topic == .application || sharesLabel(other, statement))
    }
  }

  /// `※応募書類はどちらも締切日必着でお願いします`: said below the last of several rounds.
  private func isForAllRounds(_ statement: ReadStatement) -> Bool {
    let text = statement.text
    return statement.statement.shape == .paragraph
      && lexicon.signs.says(.ofAllDays, in: text)
      && !lexicon.concepts.says(.othersMatter, in: text)
      && !lexicon.concepts.says(.othersMatter, in: FoldedText(statement.path))
      && lexicon.concepts.says(.papersOfAll, in: text)
      && lexicon.concepts.says(.finalDay, .mustArrive, .postmark, in: text)
      && DateReader().dates(in: text).isEmpty
  }

  /// Whether two cells stand under one label that spans both (出願 > 受付期間, 出願 > 注意事項), or in one row.
  private func sharesLabel(_ one: ReadStatement, _ other: ReadStatement) -> Bool {
    let isRow = one.statement.column != nil && one.statement.labels == other.statement.labels
    return one.statement.labels.first == other.statement.labels.first
      && (one.statement.labels.count > 1 || isRow)
  }

  // MARK: The rule

  private func rule(in places: [Place]) -> ApplicationWindow.Rule? {
    for place in places {
      if let rule = paperRule(in: place.text, place.range) { return rule }
    }
    return places.contains { isOnline($0.text, $0.range) } ? .online : nil
  }

  /// `arrive` goes before `postmark` where both are said, unless one of them is denied.
  private func paperRule(in text: FoldedText, _ range: Range<Int>) -> ApplicationWindow.Rule? {
    func isSaid(_ concept: Concept) -> Bool {
      lexicon.concepts.ranges(of: concept, in: text, range: range).contains { word in
        let behind = text.stretch(behind: word, atMost: 9, until: range.upperBound)
        let before = text.stretch(before: word, atMost: 24, from: range.lowerBound)
        return !lexicon.signs.says(.ruleDenied, atStartOf: behind, in: text)
          && !lexicon.signs.says(.ruleDeniedBefore, atEndOf: before, in: text)
      }
    }
    if isSaid(.mustArrive) { return .arrive }
    return isSaid(.postmark) ? .postmark : nil
  }

  private func isOnline(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    lexicon.concepts.says(.online, in: text, range: range)
      && !lexicon.concepts.says(.interviewMethod, in: text, range: range)
  }

  // MARK: The hour

  /// The hour beside a day: right behind it, right before it in English, or where its region says 最終日は.
  private func time(of phrase: DatedPhrase, in text: FoldedText) -> String? {
    var reader = ScalarReader(text, in: phrase.span.range.upperBound..<text.scalars.count)
    let start = reader.position
    TimeReader.skip(&reader)
    let behind = TimeReader.times(in: text, range: start..<phrase.region.upperBound)
    // 11月13日 9:00～17:00: between two hours papers are taken on each day.
    if let time = TimeReader.times(in: text, range: start..<reader.position).first?.time,
      !isOneOfTwo(0, behind, text)
    {
      return time
    }
    if let time = timeBefore(phrase, text) { return time }
    // `受付は終了日の15:00まで 期間:…`: the hour of the last day, said before the stretch.
    if lexicon.concepts.says(.finalDay, in: text, range: phrase.before),
      let time = lone(TimeReader.times(in: text, range: phrase.before), in: text, phrase.before)
    {
      return time
    }
    return lone(TimeReader.times(in: text, range: phrase.region), in: text, phrase.region)
  }

  /// `by 12:00 noon (Japan time) on 6 November`.
  private func timeBefore(_ phrase: DatedPhrase, _ text: FoldedText) -> String? {
    guard let last = phrase.span.closes ?? phrase.span.opens else { return nil }
    let start = max(0, last.range.lowerBound - 40)
    let lead = start..<last.range.lowerBound
    guard !text.scalars[lead].contains(where: \.isJapanese),
      let time = TimeReader.times(in: text, range: lead).last
    else { return nil }
    let between = text.string(in: time.range.upperBound..<last.range.lowerBound)
    return between.contains("。") || between.contains("\n") ? nil : time.time
  }

  /// The one hour of a part that is neither an office hour nor one of two (13時~15時).
  private func lone(
    _ times: [(range: Range<Int>, time: String)], in text: FoldedText, _ range: Range<Int>
  ) -> String? {
    let own = times.enumerated().filter { index, time in
      !isOfficeHour(time.range, text, range) && !isOneOfTwo(index, times, text)
        && isOfDeadline(time.range, text, range)
    }
    return own.first?.element.time
  }

  private func time(in places: [Place]) -> String? {
    for place in places
    where lexicon.concepts.says(
      .mustArrive, .finalDay, .closing, in: place.text, range: place.range)
    {
      let times = TimeReader.times(in: place.text, range: place.range)
      if let time = lone(times, in: place.text, place.range) { return time }
    }
    return nil
  }

  /// Whether the words around an hour say that something ends or must arrive then.
  private func isOfDeadline(_ time: Range<Int>, _ text: FoldedText, _ range: Range<Int>) -> Bool {
    let around = text.stretch(around: time) { "。\n※".unicodeScalars.contains($0) }
      .clamped(to: range)
    let other = lexicon.concepts.ranges(of: .notTheWindow, in: text, range: around)
    let lead = around.lowerBound..<max(around.lowerBound, time.lowerBound)
    if lexicon.concepts.says(.finalDay, in: text, range: lead) { return true }
    return lexicon.concepts.says(.closing, .finalDay, .mustArrive, in: text, range: around)
      && !other.contains { abs($0.lowerBound - time.upperBound) < 8 }
  }

  private func isOfficeHour(_ time: Range<Int>, _ text: FoldedText, _ range: Range<Int>) -> Bool {
    let around = text.stretch(around: time) { "。\n※;、".unicodeScalars.contains($0) }
    let before = max(around.lowerBound, range.lowerBound)..<time.lowerBound
    return lexicon.concepts.says(.officeHours, in: text, range: before)
      && !lexicon.concepts.says(.finalDay, in: text, range: before)
  }

  private func isOneOfTwo(
    _ index: Int, _ times: [(range: Range<Int>, time: String)], _ text: FoldedText
  ) -> Bool {
    [(index - 1, index), (index, index + 1)].contains { one, other in
      guard times.indices.contains(one), times.indices.contains(other) else { return false }
      let between = text.string(in: times[one].range.upperBound..<times[other].range.lowerBound)
        .trimmingBlanks
      return ["~", "-", "から", "より", "to", "ー"].contains(between)
    }
  }
}
