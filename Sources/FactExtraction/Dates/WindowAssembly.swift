import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// A window with the places that state it.
struct StatedWindow: Sendable {
  var window: ApplicationWindow
  /// The place of the last day, or of the first where no last one is stated.
  var candidate: WindowCandidate
  /// The place of a first day that is stated apart.
  var opening: WindowCandidate?
  /// Other places that state the same last day; they may add the rule.
  var repetitions: [WindowCandidate] = []
  /// The place of a last day that was a mistake or has been moved: its hour and its rule hold on where nothing else is said.
  var superseded: WindowCandidate?
}

/// Joins first and last days to windows, and puts corrections in their places.
struct WindowAssembly {
  let signs: SignTable

  /// The windows that candidates make, in reading order.
  func windows(of candidates: [WindowCandidate]) -> [StatedWindow] {
    let plain = candidates.filter { !$0.isCorrection }
    let strongest = plain.map(\.strength).max()
    var columns: [String] = []
    for candidate in plain where !columns.contains(candidate.column) {
      columns.append(candidate.column)
    }
    var windows = columns.flatMap { column in
      joined(plain.filter { $0.strength == strongest && $0.column == column })
    }
    windows = withoutRepetitions(windows)
    addRepetitions(
      in: plain.filter { $0.strength == .said && $0.strength != strongest }, to: &windows)
    for correction in candidates where correction.isCorrection {
      correct(&windows, with: correction)
    }
    windows = withoutRepetitions(windows)
    let isApart = windows.map(isOfRound)
    return windows.indices.filter { one in
      isApart[one]
        || !windows.indices.contains { !isApart[$0] && windows[one].contradicts(windows[$0]) }
    }.map { windows[$0] }
  }

  /// Whether a column, a label, a heading or the words before a day set it apart as that of one group.
  private func isOfRound(_ window: StatedWindow) -> Bool {
    let candidate = window.candidate
    let source = candidate.statement.statement
    let heads =
      (source.labels + source.section.suffix(1)).map { FoldedText($0) }.map {
        ($0, $0.scalars.indices)
      } + [(candidate.statement.text, candidate.phrase.before)]
    return !candidate.column.isEmpty || RoundMark(signs: signs).of(candidate) != nil
      || heads.contains { text, range in
        text.scalars[range].contains {
          "次回月生部春秋枠①②③".unicodeScalars.contains($0) || $0.isDigit
        } || signs.says(.oneOfGroups, in: text, range: range)
      }
  }

  /// First days and last days that are stated apart, joined in pairs.
  private func joined(_ candidates: [WindowCandidate]) -> [StatedWindow] {
    let opens = candidates.filter { $0.closes == nil }
    let closes = candidates.filter { $0.opens == nil }
    var used: Set<Int> = []
    var windows: [StatedWindow] = candidates.compactMap { candidate in
      guard candidate.closes != nil else { return nil }
      guard candidate.opens == nil else { return stated(candidate) }
      let place = closes.firstIndex { $0.isAtSamePlace(as: candidate) } ?? 0
      guard let index = opening(for: candidate, place, opens, closes) else {
        return stated(candidate)
      }
      used.insert(index)
      var window = stated(candidate)
      window.window.opens = opens[index].opening(before: candidate.closes)
      window.opening = opens[index]
      return window
    }
    if windows.isEmpty { windows = opens.map { stated($0) } }
    return windows
  }

  private func stated(_ candidate: WindowCandidate) -> StatedWindow {
    StatedWindow(
      window: ApplicationWindow(
        opens: candidate.opens, closes: candidate.closes, part: candidate.part),
      candidate: candidate)
  }

  /// The first day that belongs to a last one: the one of the same place in its row, or the only one.
  private func opening(
    for candidate: WindowCandidate, _ place: Int, _ opens: [WindowCandidate],
    _ closes: [WindowCandidate]
  ) -> Int? {
    let index: Int? =
      opens.count == closes.count
      ? place
      : opens.count == 1
        ? 0
        : opens.isEmpty
          ? nil : opens.lastIndex { $0.isBefore(candidate) }
    guard let index, let last = candidate.closes,
      let first = opens[index].opening(before: last), !first.isSurelyAfter(last)
    else { return nil }
    return index
  }

  /// Each window once; a day within another window repeats or bounds it.
  private func withoutRepetitions(_ windows: [StatedWindow]) -> [StatedWindow] {
    var kept: [StatedWindow] = []
    for window in windows {
      if let index = kept.firstIndex(where: { $0.window.covers(window.window) }) {
        kept[index].window.opens = kept[index].window.opens ?? window.window.opens
        if kept[index].window.closes == window.window.closes || window.window.closes?.year == nil {
          kept[index].repetitions.append(window.candidate)
        }
      } else if let index = kept.firstIndex(where: { window.window.covers($0.window) }) {
        var wider = window
        wider.repetitions.append(kept[index].candidate)
        kept[index] = wider
      } else {
        kept.append(window)
      }
    }
    return kept
  }

  /// A sentence that states the last day of a labelled window again may add its rule.
  private func addRepetitions(
    in candidates: [WindowCandidate], to windows: inout [StatedWindow]
  ) {
    for candidate in candidates {
      let index = windows.firstIndex { $0.window.closes?.isSameDay(as: candidate.closes) == true }
      if let index { windows[index].repetitions.append(candidate) }
    }
  }

  // MARK: Corrections

  private func correct(_ windows: inout [StatedWindow], with correction: WindowCandidate) {
    guard !windows.isEmpty else {
      windows = [stated(correction)]
      return
    }
    let marks = RoundMark(signs: signs)
    let round = marks.of(correction)
    let index =
      windows.firstIndex { round != nil && marks.of($0.candidate) == round }
      ?? windows.lastIndex { $0.candidate.isBefore(correction) } ?? 0
    var corrected = windows[index]
    if let closes = correction.closes {
      let year = corrected.window.closes?.year
      let dated = closes.year == nil ? year.flatMap { closes.inYear($0) } ?? closes : closes
      corrected.window.closes = dated.notBefore(
        corrected.window.opens, isStated: closes.year != nil)
      corrected.window.part = correction.part
      corrected.superseded = corrected.candidate
      corrected.candidate = correction
    }
    if let opens = correction.opens {
      corrected.window.opens =
        opens.year == nil ? corrected.window.closes.map { opens.inYearBefore($0) } ?? opens : opens
    }
    windows[index] = corrected
  }
}

extension StatedWindow {
  /// Whether another part of the page gives the same round another last day: then nothing decides
  /// between both, except that a whole stretch goes before a last day alone.
  fileprivate func contradicts(_ other: StatedWindow) -> Bool {
    guard let last = window.closes, let second = other.window.closes, last != second,
      !candidate.isCorrection, !other.candidate.isCorrection,
      candidate.statement.statement.section != other.candidate.statement.statement.section
    else { return false }
    if window.opens == nil { return true }
    return window.opens == other.window.opens
  }
}

/// The round that a day is for, where its words or labels count rounds: 第2回, 二次, 後期.
struct RoundMark {
  let signs: SignTable

  /// The sign of the only round that is named: beside the day, at the head of its row or column, before it, or in
  /// the nearest heading.
  func of(_ candidate: WindowCandidate) -> Sign? {
    let text = candidate.statement.text
    let words = candidate.statement.statement
    let heads = (words.labels + [words.column].compactMap { $0 }).joined(separator: " ")
    let places: [(FoldedText, Range<Int>)] =
      [(text, candidate.phrase.before), whole(heads)]
      // 後期の申込締切を延ばしました。8月31日→9月7日
      + (candidate.isCorrection ? [(text, 0..<candidate.phrase.clause.lowerBound)] : [])
      + words.section.reversed().map(whole)
    for (text, range) in places {
      let named = [Sign.firstRound, .secondRound, .thirdRound].filter {
        signs.says($0, in: text, range: range)
      }
      if named.count == 1 { return named.first }
    }
    return nil
  }

  private func whole(_ words: String) -> (FoldedText, Range<Int>) {
    let text = FoldedText(words)
    return (text, text.scalars.indices)
  }
}

extension WindowCandidate {
  fileprivate func isAtSamePlace(as other: WindowCandidate) -> Bool {
    statement.order == other.statement.order && phrase.span.range == other.phrase.span.range
  }

  fileprivate func isBefore(_ other: WindowCandidate) -> Bool {
    (statement.order, phrase.span.range.lowerBound)
      < (other.statement.order, other.phrase.span.range.lowerBound)
  }
}

extension WindowCandidate {
  /// The first day, in the year that puts it before a last one where its own was only taken over.
  fileprivate func opening(before last: PartialDate?) -> PartialDate? {
    guard let opens, let last else { return opens }
    guard hasInheritedYear || opens.year == nil else { return opens }
    return PartialDate(month: opens.month, day: opens.day)?.inYearBefore(last) ?? opens
  }
}

extension ApplicationWindow {
  /// Whether another window says no more than this one: the same last day, or a day within it.
  fileprivate func covers(_ other: ApplicationWindow) -> Bool {
    guard let closes, let last = other.closes else {
      return self == other || (other.closes == nil && opens == other.opens && closes != nil)
    }
    if closes.isSameDay(as: last) {
      return other.opens == nil || opens == nil
        || opens.map { $0.isSameDay(as: other.opens) } == true
    }
    guard other.opens == nil, let opens, let first = opens.earliest, let end = closes.latest,
      let day = last.inYear(last.year ?? (last.month == closes.month ? end.year : first.year))?
        .calendarDay
    else { return false }
    return first <= day && day <= end
  }
}

extension PartialDate {
  /// Whether both are one day as far as they are stated.
  fileprivate func isSameDay(as other: PartialDate?) -> Bool {
    guard let other else { return false }
    return month == other.month && day == other.day
      && (year == other.year || year == nil || other.year == nil)
  }

  /// The date in the year that puts it before another one, where its own is not stated.
  fileprivate func inYearBefore(_ other: PartialDate) -> PartialDate {
    guard year == nil, let last = other.year else { return self }
    let isLater = (month ?? 1, day ?? 1) > (other.month ?? 12, other.day ?? 31)
    return inYear(isLater ? last - 1 : last) ?? self
  }

  /// The date a year later, where its year was only taken over and it would lie before the first day.
  fileprivate func notBefore(_ first: PartialDate?, isStated: Bool) -> PartialDate {
    guard !isStated, let first = first?.earliest, let day = latest, day < first, let year else {
      return self
    }
    return inYear(year + 1) ?? self
  }
}

extension Application {
  /// The last day of the first window, where the years of all are known and they lie in one round of the year.
  var lastDay: PartialDate? {
    let ends = windows.compactMap(\.closes)
    let months = ends.compactMap { end in end.year.map { $0 * 12 + (end.month ?? 0) } }
    guard ends.count == windows.count, months.count == ends.count, let first = months.min(),
      let last = months.max(), last - first <= Self.monthsOfRound
    else { return nil }
    return ends[months.firstIndex(of: first) ?? 0]
  }

  /// The most months between the last days of the windows of one round.
  private static var monthsOfRound: Int { 9 }
}
