import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads whether trainees are taken at all; only a sentence that says so outright counts.
struct AcceptanceReader {
  let lexicon: Lexicon
  let kind: ProgramKind

  /// What the statements of a program say of it; a refusal goes before an offer.
  func acceptance(in statements: [ReadStatement]) -> Finding<Acceptance>? {
    var offer: Finding<Acceptance>?
    for statement in statements where statement.statement.shape != .heading || isTitle(statement) {
      for sentence in statement.text.pieces(separatedBy: { $0 == "。" || $0 == "\n" }) {
        guard isAboutThis(statement, sentence), let value = value(statement, sentence) else {
          continue
        }
        let finding = Finding(
          value, quotes: [Quote(statement, around: sentence)], confidence: Confidence.sentence)
        if value == .no { return finding }
        if offer == nil || value == .byEnquiry { offer = finding }
      }
    }
    return offer
  }

  private func isTitle(_ statement: ReadStatement) -> Bool { statement.order < 0 }

  private func value(_ statement: ReadStatement, _ sentence: Range<Int>) -> Acceptance? {
    let text = statement.text
    if lexicon.concepts.says(.notAccepting, in: text, range: sentence) {
      return lexicon.concepts.says(.maybeNeed, in: text, range: sentence) ? nil : .no
    }
    if isByEnquiry(text, sentence) { return .byEnquiry }
    if lexicon.concepts.says(.closed, in: text, range: sentence), !isConditional(text, sentence),
      ["募集", "受け入れ", "受入"].contains(where: { text.string(in: sentence).contains($0) })
    {
      return .no
    }
    if lexicon.concepts.says(.accepting, in: text, range: sentence) { return .yes }
    return statement.topic == .accepting ? labelled(text, sentence) : nil
  }

  /// Whether somebody is taken depends on asking; other matters that are talked over say nothing of it.
  private func isByEnquiry(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    guard lexicon.concepts.says(.byEnquiry, in: text, range: sentence) else { return false }
    let words = text.string(in: sentence)
    let speaksOfTaking = ["受け入れ", "受入", "募集", "応募", "採用"].contains(where: words.contains)
    return speaksOfTaking || !["進路", "費用", "宿舎", "日程", "期間", "推薦"].contains(where: words.contains)
  }

  /// `定員に達し次第、募集を終了します`: what will close it has not closed it.
  private func isConditional(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    let words = text.string(in: sentence)
    return ["次第", "場合", "予定", "ことがあ", "終了後", "once "].contains(where: words.contains)
  }

  /// `受け入れ：あり`.
  private func labelled(_ text: FoldedText, _ sentence: Range<Int>) -> Acceptance? {
    let words = text.string(in: sentence).filter { !$0.isWhitespace }
    if ["なし", "無", "無し", "不可", "しない", "停止中", "休止中", "停止", "休止"].contains(words) { return .no }
    return ["あり", "有", "有り", "可", "可能", "受入可", "募集あり"].contains(words) ? .yes : nil
  }

  /// A sentence that speaks of another kind, and not of this one, says nothing of this one.
  private func isAboutThis(_ statement: ReadStatement, _ sentence: Range<Int>) -> Bool {
    let mentions = lexicon.kinds.mentions(in: statement.text, range: sentence)
    let words = statement.text.string(in: sentence)
    if ["見学", "説明会", "再開", "二次募集", "掲載予定", "患者", "救急", "寄附"].contains(where: { words.contains($0) }
    ),
      !mentions.contains(where: { $0.name.kind == kind })
    {
      return false
    }
    return mentions.isEmpty || mentions.contains { $0.name.kind == kind }
  }
}
