import JapaneseText
import TestKit
import Testing

/// A text with its spans marked, and each span in short: `opens/closes`, or `one|other` in a list.
struct SpanCase: Sendable, CustomTestStringConvertible {
  let marked: String
  let spans: [String]
  var testDescription: String { marked }

  init(_ marked: String, _ spans: String...) {
    self.marked = marked
    self.spans = spans
  }
}

@Suite("A stretch of time")
struct DateSpanTests {
  @Test(
    "has the ends that the words give it",
    arguments: [
      SpanCase("⟦1⟧令和8年11月2日から11月13日⟦/1⟧まで", "2026-11-02/XXXX-11-13"),
      SpanCase("⟦1⟧2026年11月2日(月)〜13日(金)⟦/1⟧17時必着", "2026-11-02/XXXX-XX-13"),
      SpanCase("⟦1⟧11月4日 9:00 ～ 11月28日⟦/1⟧ 17:00", "XXXX-11-04/XXXX-11-28"),
      SpanCase("⟦1⟧11月4日正午~11月28日⟦/1⟧正午", "XXXX-11-04/XXXX-11-28"),
      SpanCase("⟦1⟧11月1日(金)\n~\n11月29日(金)⟦/1⟧\n必着", "XXXX-11-01/XXXX-11-29"),
      SpanCase("⟦1⟧1 to 30 October 2026⟦/1⟧", "XXXX-10-01/2026-10-30"),
      SpanCase("⟦1⟧October 1, 2026 (Thu) to October 30, 2026 (Fri)⟦/1⟧", "2026-10-01/2026-10-30"),
      SpanCase("⟦1⟧October 1-30, 2026⟦/1⟧", "XXXX-10-01/2026-10-30"),
      SpanCase("⟦1⟧11月5日(水)又は6日(木)⟦/1⟧", "XXXX-11-05|XXXX-XX-06"),
      SpanCase("⟦1⟧2025年4月1日⟦/1⟧より2年間(⟦2⟧2027年3月31日⟦/2⟧まで)", "2025-04-01/", "/2027-03-31"),
    ])
  func hasEnds(example: SpanCase) throws { try expectSpans(example) }

  @Test(
    "has only an end where a word for one stands at the date",
    arguments: [
      "⟦1⟧11月28日⟦/1⟧まで", "⟦1⟧11月28日(金)⟦/1⟧必着", "⟦1⟧11月28日⟦/1⟧17時必着", "⟦1⟧11月28日⟦/1⟧(消印有効)",
      "⟦1⟧11月28日⟦/1⟧【必着】", "⟦1⟧11月28日⟦/1⟧を期限とする", "締切:⟦1⟧11月28日⟦/1⟧", "by ⟦1⟧28 November⟦/1⟧",
      "⟦1⟧11月28日⟦/1⟧午後5時までに", "⟦1⟧11月28日⟦/1⟧(17:00必着)", "⟦1⟧11月28日⟦/1⟧迄",
    ])
  func hasOnlyAnEnd(marked: String) throws {
    try expectSpans(SpanCase(marked, "/XXXX-11-28"))
  }

  @Test(
    "has only a beginning where none does",
    arguments: ["⟦1⟧11月28日⟦/1⟧", "⟦1⟧11月28日⟦/1⟧から", "⟦1⟧11月28日⟦/1⟧に面接を行う"])
  func hasOnlyABeginning(marked: String) throws {
    try expectSpans(SpanCase(marked, "XXXX-11-28/"))
  }

  private func expectSpans(_ example: SpanCase) throws {
    let text = FoldedText(try MarkedText(example.marked).text)
    let spans = DateReader().spans(in: text)
    #expect(text.marking(spans.map(\.range)) == example.marked)
    let found = spans.map { span in
      (span.opens?.summary ?? "") + (span.isList ? "|" : "/") + (span.closes?.summary ?? "")
    }
    #expect(found == example.spans)
  }
}
