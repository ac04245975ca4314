import JapaneseText
import TestKit
import Testing

@Suite("A date in English")
struct EnglishDateReaderTests {
  @Test(
    "is read in all its forms",
    arguments: [
      DateCase("⟦1⟧1 October 2026⟦/1⟧", "2026-10-01"),
      DateCase("⟦1⟧October 1, 2026⟦/1⟧", "2026-10-01"),
      DateCase("⟦1⟧Oct. 1, 2026⟦/1⟧", "2026-10-01"), DateCase("⟦1⟧Sept 30 2026⟦/1⟧", "2026-09-30"),
      DateCase("the ⟦1⟧1st of October, 2026⟦/1⟧", "2026-10-01"),
      DateCase("⟦1⟧October 2026⟦/1⟧", "2026-10"),
      DateCase("in ⟦1⟧December⟦/1⟧", "XXXX-12"), DateCase("⟦1⟧May 5⟦/1⟧", "XXXX-05-05"),
      DateCase("Thursday, ⟦1⟧October 1, 2026⟦/1⟧", "2026-10-01"),
      DateCase("⟦1⟧October 1, 2026 (Thu)⟦/1⟧", "2026-10-01"),
      DateCase("⟦1⟧1⟦/1⟧ to ⟦2⟧30 October 2026⟦/2⟧", "XXXX-10-01", "2026-10-30"),
      DateCase("⟦1⟧1⟦/1⟧–⟦2⟧30 October 2026⟦/2⟧", "XXXX-10-01", "2026-10-30"),
      DateCase("⟦1⟧October 1⟦/1⟧-⟦2⟧30, 2026⟦/2⟧", "XXXX-10-01", "2026-10-30"),
      DateCase("⟦1⟧November 4⟦/1⟧ to ⟦2⟧28⟦/2⟧.", "XXXX-11-04", "XXXX-11-28"),
      DateCase("⟦1⟧4 Nov⟦/1⟧ - ⟦2⟧4 Dec 2026⟦/2⟧", "XXXX-11-04", "2026-12-04"),
      DateCase("⟦1⟧November 4⟦/1⟧ to 5 p.m.", "XXXX-11-04"),
      DateCase("on ⟦1⟧April 20⟦/1⟧ and ⟦2⟧21, 2027⟦/2⟧.", "XXXX-04-20", "2027-04-21"),
      DateCase("⟦1⟧April 20⟦/1⟧ and 21 copies", "XXXX-04-20"),
      DateCase(
        "Saturday ⟦1⟧17⟦/1⟧ and Sunday ⟦2⟧18 July 2027⟦/2⟧", "XXXX-07-17", "2027-07-18"),
    ])
  func isRead(example: DateCase) throws { try expectDates(example) }

  @Test(
    "is none in words that only look alike",
    arguments: ["you may apply", "march on", "decide 3", "marching"])
  func isNone(text: String) throws { try expectDates(DateCase(text)) }
}
