import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Whether a day in the words of a page is one on which the examination is held.
extension ExaminationReader {
  /// `試験 1日目: 2月13日`, `試験 2日目: 2月14日`: the days of one examination, which their labels count, are one stretch.
  func joined(
    _ days: [ExaminationDay], countedIn statements: [ReadStatement]
  ) -> [ExaminationDay] {
    let counted = Set(
      statements.flatMap { statement -> [PartialDate] in
        let label = FoldedText(statement.statement.labels.last ?? "")
        guard
          lexicon.concepts.says(.countedDay, atEndOf: label.scalars.indices, in: label),
          let phrase = DatedPhrase.all(in: statement.text, isLabelled: true).first
        else { return [] }
        let dates = years.context(of: statement).dates(of: phrase.span)
        return [dates.opens ?? dates.closes].compactMap { $0 }
      })
    return days.reduce(into: []) { joined, day in
      guard let last = joined.last, counted.contains(last.starts), counted.contains(day.starts),
        withoutCount(last.part) == withoutCount(day.part), day.ends == nil,
        let one = (last.ends ?? last.starts).calendarDay, let next = day.starts.calendarDay,
        next.daysSinceEpoch == one.daysSinceEpoch + 1
      else {
        joined.append(day)
        return
      }
      joined[joined.count - 1] = ExaminationDay(
        part: withoutCount(last.part), starts: last.starts, ends: day.starts)
    }
  }

  /// The name of a part without the day that it is of: 筆記試験 第1日.
  private func withoutCount(_ part: String?) -> String? {
    guard let text = part.map({ FoldedText($0) }) else { return nil }
    let count = lexicon.concepts.ranges(of: .countedDay, in: text).last
    guard let count, count.upperBound == text.scalars.count else { return part }
    let name = text.original(of: text.trimmed(0..<count.lowerBound))
    return name.isEmpty ? nil : name
  }

  /// Whether a day is that of a part: not of its result, nor until when something is done.
  func isDay(_ phrase: DatedPhrase, _ statement: ReadStatement) -> Bool {
    let text = statement.text
    let change = ChangeReader(lexicon: lexicon).change(of: phrase, in: statement)
    let words = [phrase.before, phrase.after]
    // 11月16日から18日まで is held on three days; 11月18日まで is a day by which something is done.
    let isStretch = phrase.span.opens != nil && phrase.span.closes != nil
    // 千葉市に変更しました(9月25日): the day of the change.
    let start = phrase.clause.lowerBound
    let ahead = text.stretch(before: start..<start, atMost: 8)
    // 附則（令和7年11月29日）: when the rule was made.
    if text.hasWord("(", before: start),
      lexicon.signs.says(.changeOfPage, in: text, range: ahead)
        || lexicon.signs.says(.notHeldThen, atEndOf: ahead.dropLast(), in: text)
    {
      return false
    }
    // 1月10日：試験地を一部変更しました: news of the page.
    let told =
      phrase.span.range
      .upperBound..<max(
        phrase.span.range.upperBound, phrase.clause.upperBound)
    if text.hasWord(":", at: told.lowerBound), phrase.span.opens?.year == nil,
      lexicon.signs.says(.changeOfPage, in: text, range: told), text.contains("ました", in: told)
    {
      return false
    }
    return change != .old
      && !lexicon.concepts.says(.resultWord, in: text, range: phrase.before)
      && !lexicon.concepts.says(.pastExamination, in: text, range: phrase.before)
      && !isBracketedBehindPast(phrase, text)
      && !isOfLaterRound(phrase, text)
      && !lexicon.concepts.says(.resultWord, in: text, range: phrase.after)
      && (isStretch || !words.contains { saysUntil(text, $0) })
      && !isTold(text, phrase)
      && !lexicon.concepts.says(.toldThen, atStartOf: phrase.after, in: text)
      && !lexicon.signs.says(.dayPassed, atStartOf: phrase.after, in: text)
      && ![phrase.before, behind(phrase, statement)].contains { isOfElse(text, $0) }
      && !isOfOtherMeeting(text, words)
      && phrase.span.mentions.contains { $0.day != nil || $0.month != nil }
  }

  /// Whether words say what else is done on a day; 当初お知らせしたとおり is how it was planned.
  private func isOfElse(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    let others = lexicon.signs.ranges(of: .notHeldThen, in: text, range: range)
    guard !others.isEmpty else { return false }
    let planned = lexicon.concepts.ranges(of: .asPlanned, in: text, range: range)
    return others.contains { other in !planned.contains { $0.overlaps(other) } }
  }

  /// `試験日：11月15日（日）　受付開始 8時30分`: where a label has said what day it is, only what is joined to it.
  private func behind(_ phrase: DatedPhrase, _ statement: ReadStatement) -> Range<Int> {
    let text = statement.text
    guard statement.topic == .examDate, phrase.before.isEmpty,
      let blank = phrase.after.first(where: { text.scalars[$0].isBlank }),
      !TimeReader.times(in: text, range: blank..<phrase.after.upperBound).isEmpty
    else { return phrase.after }
    return phrase.after.lowerBound..<blank
  }

  /// `来年度の試験は9月に行う予定です`, `2027年度の試験は…` on a page about that of 2026.
  private func isOfLaterRound(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let day = phrase.span.mentions.lazy.compactMap(\.year).first
    if lexicon.concepts.says(.laterRound, in: text, range: phrase.before) {
      return day.map { day in round.map { day > $0 } ?? true } ?? true
    }
    guard let round else { return false }
    return DateReader().years(in: text, range: phrase.before).contains {
      $0.isFiscal && $0.year > round && day ?? $0.year > round
    }
  }

  /// `11月18日まで` is a day by which something is done; `3月1日 13時から15時30分まで` has its hours.
  private func saysUntil(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    guard let until = text.range(of: "まで", in: range) else { return false }
    let hours = range.lowerBound..<until.lowerBound
    return
      !(!TimeReader.times(in: text, range: hours).isEmpty
      && ["から", "~", "より"].contains { text.contains($0, in: hours) })
  }

  /// `ちなみに2025年は、第1部が9月13日でした`: a sentence that ends in what was.
  private func isTold(_ text: FoldedText, _ phrase: DatedPhrase) -> Bool {
    let start = phrase.span.range.lowerBound
    let sentence = text.stretch(around: start..<start) { "。\n".unicodeScalars.contains($0) }
    return lexicon.signs.says(.pastEnding, atEndOf: sentence, in: text)
  }

  /// `第41回学術集会 6月5日・6日`: beside the day nothing but a meeting is named.
  private func isOfOtherMeeting(_ text: FoldedText, _ words: [Range<Int>]) -> Bool {
    words.contains { lexicon.concepts.says(.notTheExamination, in: text, range: $0) }
      && !words.contains { lexicon.signs.says(.examinationNoun, in: text, range: $0) }
  }

  /// `昨年（2025年11月16日）`: the words right before the bracket in which a day stands leave it to what is over.
  ///
  /// `2025年度（2025年10月26日実施）の案内` on a page about 2026: an earlier year does the same.
  private func isBracketedBehindPast(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let start = phrase.span.range.lowerBound
    guard start > 0, text.scalars[start - 1] == "(" else { return false }
    let word = max(0, start - 9)..<(start - 1)
    let isEarlier = DateReader().years(in: text, range: word).contains { year in
      year.isFiscal && year.range.upperBound == word.upperBound
        && round.map { year.year < $0 } ?? false
    }
    return isEarlier || lexicon.concepts.says(.pastExamination, atEndOf: word, in: text)
  }
}
