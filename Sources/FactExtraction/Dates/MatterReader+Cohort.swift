import DomainLexicon
import JapaneseText

/// Days that say for whom something is: `4月開始:12月18日`, `2027年4月に修練を始める方`.
extension MatterReader {
  /// `4月開始:12月18日`, `令和9年1月に修練を始める方`: the group that a day is for.
  func isCohort(_ text: FoldedText, _ phrase: DatedPhrase) -> Bool {
    if let last = text.scalars[phrase.after].last, last == "方" || last == "者",
      lexicon.signs.says(.entry, in: text, range: phrase.after)
    {
      return true
    }
    if beginsTraining(phrase, text) { return true }
    let only = phrase.span.opens ?? phrase.span.closes
    guard phrase.span.mentions.count == 1, only?.day == nil else { return false }
    // `accepting applications for April 2027`.
    let lead = phrase.clause.lowerBound..<phrase.span.range.lowerBound
    if text.hasWord(" for", before: text.trimmed(lead).upperBound) || followsTraining(lead, text) {
      return true
    }
    guard phrase.span.closes == nil else { return false }
    let behind = text.stretch(behind: phrase.span.range, atMost: 8)
    return lexicon.signs.says(.cohort, atStartOf: behind, in: text)
      && !lexicon.signs.says(.beginningAsVerb, atStartOf: behind, in: text)
  }

  /// `practical training starting in` before a month.
  private func followsTraining(_ lead: Range<Int>, _ text: FoldedText) -> Bool {
    let end = text.trimmed(lead).upperBound
    let verb = lexicon.signs.ranges(of: .startingIn, in: text, range: lead).last
    guard let verb, verb.upperBound == end else { return false }
    return lexicon.signs.says(
      .trainingOrIntake, atEndOf: lead.lowerBound..<verb.lowerBound, in: text)
  }

  /// `4月1日から修練を始める方を募集`: the training is what begins then.
  private func beginsTraining(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let rest = phrase.after.prefix(20)
    guard phrase.span.closes == nil,
      ["から", "より", "に"].contains(where: { text.hasWord($0, at: rest.lowerBound) }),
      let training = lexicon.concepts.ranges(of: .trainingWord, in: text, range: rest).first
    else { return false }
    // 4月1日から1年間の実地修練に取り組む方を募集
    let length = DurationReader().durations(in: text, range: rest).first?.range
    if let length, length.lowerBound - rest.lowerBound <= 2,
      lexicon.signs.says(
        .lengthOfTraining, in: text, range: length.upperBound - 1..<training.upperBound)
    {
      return true
    }
    return training.lowerBound - rest.lowerBound <= 4
      && lexicon.signs.says(.toBegin, in: text, range: training.upperBound..<rest.upperBound)
  }
}
