import ChangeLog
import RecruitmentModel
import TestKit
import Testing

@testable import Presentation

@Suite struct ChangesRendererTests {
  private static let noticed = Timestamp(secondsSinceEpoch: 1_795_284_000)

  private static func program(_ change: (inout Facts) -> Void) -> Program {
    SampleRecords.program("mihon", name: "見本大学病院", prefecture: "宮城県", city: "仙台市", change)
  }

  private static func closing(_ date: String) -> @Sendable (inout Facts) -> Void {
    {
      let window = ApplicationWindow(closes: PartialDate(date))
      $0.application = SampleRecords.official(
        Application(windows: [window]), quote: "締切 \(date)")
    }
  }

  private static func changes(
    _ before: (inout Facts) -> Void, _ after: (inout Facts) -> Void
  ) throws -> [Change] {
    try RecordComparison(noticed: noticed).changes(
      from: [program(before)], to: [program(after)])
  }

  @Test(
    "Two days say once what they share",
    arguments: [
      (
        "2026-12-05", "2026-12-12", "Deadline moved from 5 to 12 December 2026",
        "応募締切が 2026年12月5日から12日に変わりました"
      ),
      (
        "2026-11-28", "2026-12-05", "Deadline moved from 28 November to 5 December 2026",
        "応募締切が 2026年11月28日から12月5日に変わりました"
      ),
      (
        "2026-12-28", "2027-01-08", "Deadline moved from 28 December 2026 to 8 January 2027",
        "応募締切が 2026年12月28日から2027年1月8日に変わりました"
      ),
      (
        "2026-12", "2026-12-08", "Deadline changed from “2026-12” to “2026-12-08”",
        "応募締切が「2026-12」から「2026-12-08」に変わりました"
      ),
    ] as [(String, String, String, String)])
  func moved(_ from: String, _ to: String, _ english: String, _ japanese: String) throws {
    let change = try #require(try Self.changes(Self.closing(from), Self.closing(to)).first)
    #expect(ChangeText(try Wording(.english)).sentence(change) == english)
    #expect(ChangeText(try Wording(.japanese)).sentence(change) == japanese)
  }

  @Test("Every event and every part has words in both languages")
  func words() throws {
    for language in OutputLanguage.allCases {
      let wording = try Wording(language)
      for event in Change.Event.allCases where event != .newIntake {
        #expect(wording("change.\(event.rawValue)") != "change.\(event.rawValue)")
      }
    }
  }

  @Test("A change is shown with both quotations, and hostile words do nothing")
  func text() throws {
    let changes = try Self.changes(
      { $0.eligibility = SampleRecords.official(["医師"], quote: "医師\u{1B}[2J") },
      { $0.eligibility = SampleRecords.official(["誰でも\u{202E}"], quote: "<b>誰でも</b>") })
    let text = ChangesRenderer(try Wording(.japanese), painter: Painter(isColoured: false))
      .text(changes)
    #expect(
      text == """
        2026-11-22  見本大学病院  mihon/practical-training
          応募資格が「医師」から「誰でも」に変わりました
            以前 「医師[2J」 https://mihon.example/shuren
            現在 「<b>誰でも</b>」 https://mihon.example/shuren

        """)
  }

  @Test("A feed holds hostile words as text, and stable names")
  func feed() throws {
    var changes = try Self.changes(
      { _ in },
      { $0.eligibility = SampleRecords.official(["<script>x</script>&\u{0}"], quote: "]]>\"'") })
    changes[0].page = "javascript:alert(1)"
    let feed = ChangeFeed(try Wording(.english)).atom(changes)
    #expect(!feed.contains("<script") && feed.contains("&lt;script&gt;"))
    #expect(!feed.contains("javascript:") && !feed.contains("\u{0}"))
    #expect(feed == ChangeFeed(try Wording(.english)).atom(changes))
    #expect(feed.contains("<updated>2026-11-21T18:00:00Z</updated>"))
  }
}
