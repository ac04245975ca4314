import RecruitmentModel
import TestKit
import Testing

@testable import Presentation

@Suite struct ProgramDatesTests {
  private func dates(_ window: ApplicationWindow) -> ProgramDates {
    ProgramDates(
      SampleRecords.program("a", name: "見本大学病院", prefecture: "東京都", city: "文京区") {
        $0.application = SampleRecords.official(Application(windows: [window]))
      })
  }

  @Test(
    "A day is sure only where it is stated; a month is a span, and a date without a year is on no day",
    arguments: [
      ("2026-12-05", nil, "2026-12-05", "2026-12-05", true),
      ("2026-12", nil, "2026-12-01", "2026-12-31", false),
      ("2026-12", .early, "2026-12-01", "2026-12-10", false),
      ("2028-02", .late, "2028-02-21", "2028-02-29", false),
    ] as [(String, ApplicationWindow.Part?, String, String, Bool)])
  func spans(
    date: String, part: ApplicationWindow.Part?, first: String, last: String, isKnown: Bool
  ) throws {
    let dates = dates(ApplicationWindow(closes: PartialDate(date), part: part))
    let event = try #require(dates.events.first)
    #expect(event.days.lowerBound.description == first)
    #expect(event.days.upperBound.description == last)
    #expect(event.isDayKnown == isKnown)
    #expect(dates.undated.isEmpty)
  }

  @Test(
    "A year alone, a month of no year and a day of no year are on no day",
    arguments: ["2027", "XXXX-12", "XXXX-12-05"])
  func undated(date: String) {
    let dates = dates(ApplicationWindow(closes: PartialDate(date)))
    #expect(dates.events.isEmpty)
    #expect(dates.undated.count == 1)
  }
}
