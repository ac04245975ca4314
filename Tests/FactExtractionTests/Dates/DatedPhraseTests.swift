import DomainLexicon
import JapaneseText
import Testing

@testable import FactExtraction

@Suite("Words around days")
struct DatedPhraseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let words: String
    var isLabelled = false
    /// Each day as `before|day|after`.
    let phrases: [String]
    var testDescription: String { words }
  }

  static let cases: [Case] = [
    .init(words: "面接は12月18日に行います。", phrases: ["面接は|12月18日|に行います"]),
    .init(words: "願書は12月4日まで、面接は12月18日に行います。", phrases: ["願書は|12月4日|まで", "面接は|12月18日|に行います"]),
    .init(words: "締切：12月4日（必着）", phrases: ["締切:|12月4日|必着"]),
    .init(words: "12月4日 面接：12月18日", isLabelled: true, phrases: ["|12月4日|", "面接:|12月18日|"]),
    .init(words: "前期\n令和8年12月4日", isLabelled: true, phrases: ["前期|令和8年12月4日|"]),
    .init(words: "12月4日\n必着", isLabelled: true, phrases: ["|12月4日|必着"]),
    .init(words: "応募締切（昨年度は11月7日）は未定", phrases: ["昨年度は|11月7日|"]),
  ]

  @Test("are cut so that each day has its own", arguments: cases)
  func areCut(one: Case) {
    let text = FoldedText(one.words)
    let found = DatedPhrase.all(in: text, isLabelled: one.isLabelled).map { phrase in
      [phrase.before, phrase.span.range, phrase.after].map { text.string(in: $0) }
        .joined(separator: "|")
    }
    #expect(found == one.phrases)
  }
}

@Suite("Days that were changed")
struct DateChangeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let words: String
    var labels: [String] = []
    let changes: [DateChange]
    var testDescription: String { words }
  }

  static let cases: [Case] = [
    .init(words: "締切は11月20日です。", changes: [.none]),
    .init(words: "当初11月20日", changes: [.old]),
    .init(words: "締切を11月27日に延長しました。", changes: [.new]),
    .init(words: "締切は11月20日としていましたが、11月27日に変更しました。", changes: [.old, .new]),
    .init(words: "2025年の締切は11月7日でした。", changes: [.old]),
    .init(words: "（誤）11月20日 （正）11月27日", changes: [.old, .new]),
    .init(words: "11月20日", labels: ["訂正前"], changes: [.old]),
    .init(words: "11月27日", labels: ["訂正後"], changes: [.new]),
    .init(words: "締切は11月27日に変更することがあります。", changes: [.none]),
    .init(words: "正しくは11月27日です。", changes: [.new]),
  ]

  @Test("are told from those that hold", arguments: cases)
  func areTold(one: Case) throws {
    let statement = try Parts.statement(one.words, topic: .application, labels: one.labels)
    let reader = ChangeReader(lexicon: try Parts.lexicon())
    let found = DatedPhrase.all(in: statement.text, isLabelled: true).map {
      reader.change(of: $0, in: statement)
    }
    #expect(found == one.changes)
  }
}

@Suite("Ends of windows")
struct WindowAssemblyTests {
  static let windows: [PageCase] = [
    .init(
      "both ends in rows of their own", "<p>受付開始日：令和8年11月4日</p><p>応募締切：令和8年12月4日</p>",
      "2026-11-04..2026-12-04"),
    .init("a first day without a last", "<p>受付開始日：令和8年11月4日</p>", "2026-11-04.."),
    .init(
      "rounds in columns",
      """
      <table><tr><th></th><th>前期</th><th>後期</th></tr>
      <tr><th>応募開始</th><td>令和8年6月1日</td><td>令和8年11月2日</td></tr>
      <tr><th>応募締切</th><td>令和8年6月30日</td><td>令和8年11月30日</td></tr></table>
      """, "2026-06-01..2026-06-30; 2026-11-02..2026-11-30"),
    .init(
      "a day that is said again adds its rule",
      "<p>応募期間：令和8年11月4日～12月4日</p><p>応募書類は令和8年12月4日必着で郵送してください。</p>",
      "2026-11-04..2026-12-04 arrive"),
    .init(
      "a correction of one round",
      "<p>一次募集締切：令和8年11月20日</p><p>二次募集締切：令和9年1月22日</p><p>※二次募集の締切を令和9年1月29日に変更しました。</p>",
      "..2026-11-20; ..2027-01-29"),
    .init(
      "a year that is taken over puts the first day before the last",
      "<p>応募期間：12月21日～令和9年1月15日</p>", "2026-12-21..2027-01-15"),
  ]

  @Test("are joined, each once, and corrected", arguments: windows)
  func areJoined(one: PageCase) async throws { try await one.check("application") }
}
