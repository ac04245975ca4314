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
    let before = text.string(in: phrase.before)
    let after = text.string(in: phrase.after)
    if before.contains("国家試験"), !text.string(in: phrase.clause).contains("第") { return false }
    let isHeld = ["行い", "行う", "行われ", "実施", "開催"].contains(where: after.contains)
    let names = ["試験は", "試験を", "試験が", "試問は", "考査は", "面接は"].contains(where: before.contains)
    let ends =
      after.isEmpty
      || ["です", "であ", "とな", "とし", "に", "の", "と", "、"].contains { after.hasPrefix($0) }
    return isHeld && text.string(in: phrase.clause).contains("試験") || names && ends
  }

  // MARK: English

  private static let parts = [
    "examination", "exam", "part", "paper", "test", "interview", "oral", "it takes place",
    "it is held",
  ]
  private static let verbs = [
    "is given", "is held", "takes place", "take place", "will be held", "will be given", "are held",
    "takes the", "take the", "is on", "are on", "will take place", "is conducted",
    "will be conducted",
    "will be on", "is scheduled for", "are given", "held on", "sit the",
  ]
  private static let others = [
    "appl", "regist", "deadline", "result", "until", " by ", "not later", "no later", "before",
    "clos", "was ", "were ", "announce", "publish", "refund", "withdraw",
  ]

  private func saysInEnglish(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    let words = sentence(before: phrase, text).lowercased()
    return Self.verbs.contains(where: words.contains) && Self.parts.contains(where: words.contains)
      && !Self.others.contains(where: words.contains)
  }

  /// The words of the English sentence before a day; a full stop with a blank behind it ends one.
  private func sentence(before phrase: DatedPhrase, _ text: FoldedText) -> String {
    let words = text.string(in: phrase.clause.lowerBound..<phrase.span.range.lowerBound)
    guard let stop = words.ranges(of: ". ").last else { return words }
    return String(words[stop.upperBound...])
  }
}
