import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Last days beside the windows of an examination: those of a paper, an account, a fee.
///
/// Where a page prints from when to when papers are taken, or labels the last day, another last day which a sentence adds is of another
/// matter, unless it is told of a round or a group of its own.
struct WindowAsides {
  let lexicon: Lexicon

  private var signs: SignTable { lexicon.signs }

  /// The windows without such days.
  func removed(from windows: [StatedWindow]) -> [StatedWindow] {
    let whole = windows.filter {
      $0.window.opens?.day != nil && $0.window.closes?.day != nil || isLabelled($0)
    }
    guard !whole.isEmpty else { return windows }
    return windows.filter { window in
      window.window.opens != nil || window.candidate.isCorrection || isOfItsOwn(window, whole)
    }
  }

  /// `申請締切：6月30日`.
  private func isLabelled(_ window: StatedWindow) -> Bool {
    guard window.window.closes?.day != nil,
      let label = window.candidate.statement.statement.labels.last
    else { return false }
    let candidate = window.candidate
    return lexicon.labels.topic(of: Numbering.stripped(label)) == .application
      && candidate.phrase.span.range.lowerBound <= Self.longestLead
  }

  /// The most characters before the day that a label announces.
  private static let longestLead = 12

  /// `第2回：7月31日`, `郵送の場合は7月3日必着`: whether a label or the words before a day set it apart.
  private func isOfItsOwn(_ window: StatedWindow, _ whole: [StatedWindow]) -> Bool {
    let candidate = window.candidate
    // エントリー期間：6月1日～6月30日／書類提出：7月10日必着
    let before = candidate.phrase.before
    if RoundMark(signs: signs).of(candidate) != nil
      || candidate.statement.text.hasWord(":", before: before.upperBound)
        && signs.says(.applicationPaper, in: candidate.statement.text, range: before)
      || signs.says(.oneOfGroups, in: candidate.statement.text, range: candidate.phrase.before)
    {
      return true
    }
    let isFirst = { (other: StatedWindow) in
      other.candidate.statement.order == candidate.statement.order
        && other.candidate.phrase.span.range.lowerBound < candidate.phrase.span.range.lowerBound
    }
    return !candidate.statement.statement.labels.isEmpty && !whole.contains(where: isFirst)
  }
}
