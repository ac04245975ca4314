import DomainLexicon
import JapaneseText

/// Tells a sentence that says when an examination, or a part of it, is held:
/// `筆記試験は11月20日(土)、口頭試験は21日(日)です`, `The written part is given on March 9, 2027`.
struct HeldSentence {
  let lexicon: Lexicon

  /// Whether the words around a day say that the examination is held on it.
  func says(_ phrase: DatedPhrase, _ statement: ReadStatement) -> Bool {
    let text = statement.text
    return text.scalars[phrase.clause].contains(where: \.isJapanese)
      ? saysInJapanese(phrase, text) : saysInEnglish(phrase, text)
  }

  // MARK: Japanese

  private func saysInJapanese(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let (clause, before, after) = (phrase.clause, phrase.before, phrase.after)
    if lexicon.signs.says(.ofTheState, in: text, range: before),
      !text.scalars[clause].contains("第")
    {
      return false
    }
    if lexicon.signs.says(.heldAsExamination, in: text, range: after),
      lexicon.signs.says(.examinationNoun, in: text, range: clause)
    {
      return true
    }
    if isBesideLabel(before, text) { return true }
    let ends =
      text.scalars[after].first.map { "にのと、".unicodeScalars.contains($0) } ?? true
      || text.hasWord("です", at: after.lowerBound) || text.hasWord("であ", at: after.lowerBound)
    return ends && lexicon.signs.says(.examinationTopic, in: text, range: before)
  }

  /// `受験料 20,000円 試験日 2026年9月27日`: a label inside a line that holds several.
  private func isBesideLabel(_ before: Range<Int>, _ text: FoldedText) -> Bool {
    let words = text.trimmed(before)
    var end = words.upperBound
    while end > words.lowerBound, ":】]".unicodeScalars.contains(text.scalars[end - 1]) { end -= 1 }
    var start = end
    while start > words.lowerBound,
      text.scalars[start - 1].isKanji || text.scalars[start - 1].isKatakana
    {
      start -= 1
    }
    guard end - start > 1 else { return false }
    let topic = lexicon.labels.exactTopic(of: text.string(in: start..<end))
    return topic == .examDate || topic == .selectionDay
  }

  // MARK: English

  private func saysInEnglish(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let sentence = sentence(before: phrase, text)
    return lexicon.signs.says(.englishHeld, in: text, range: sentence)
      && lexicon.signs.says(.englishPart, in: text, range: sentence)
      && !lexicon.signs.says(.englishOther, in: text, range: sentence)
  }

  /// The English sentence before a day; a full stop with a blank behind it ends one.
  private func sentence(before phrase: DatedPhrase, _ text: FoldedText) -> Range<Int> {
    var lead = phrase.clause.lowerBound..<phrase.span.range.lowerBound
    while let stop = text.range(of: ". ", in: lead) { lead = stop.upperBound..<lead.upperBound }
    return lead
  }
}
