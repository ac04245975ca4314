import RecruitmentModel
import Testing

@Suite("A partial date")
struct PartialDateTests {
  @Test(
    "is read from EDTF and printed the same",
    arguments: ["2026", "2026-12", "2026-12-05", "XXXX-12", "XXXX-12-05", "XXXX-02-29"])
  func readsAndPrints(text: String) throws {
    #expect(try #require(PartialDate(text)).description == text)
  }

  @Test(
    "is nothing where it is no date, or is written otherwise",
    arguments: [
      "", "XXXX", "26", "2026-", "2026-13", "2026-1", "2026-12-32", "XXXX-02-30", "2026-02-29",
      "2026-12-05-01", "XXXX-XX-05", "2026-XX", "0000", "xxxx-12", "12月", "-2026",
    ])
  func refuses(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test(
    "spans the days that it can mean, where its year is stated",
    arguments: [
      ("2026", "2026-01-01", "2026-12-31"), ("2026-02", "2026-02-01", "2026-02-28"),
      ("2024-02", "2024-02-01", "2024-02-29"), ("2026-12-05", "2026-12-05", "2026-12-05"),
    ])
  func spansDays(text: String, first: String, last: String) throws {
    let date = try #require(PartialDate(text))
    #expect(date.earliest == CalendarDay(first))
    #expect(date.latest == CalendarDay(last))
  }

  @Test("has no days while its year is unstated")
  func hasNoDaysWithoutYear() throws {
    let date = try #require(PartialDate("XXXX-12-05"))
    #expect(date.earliest == nil)
    #expect(date.latest == nil)
    #expect(date.calendarDay == nil)
  }

  @Test(
    "is moved into a year that has such a day",
    arguments: [
      ("XXXX-12-05", 2026, "2026-12-05"), ("XXXX-12", 2026, "2026-12"),
      ("XXXX-02-29", 2024, "2024-02-29"),
    ])
  func movesIntoAYear(text: String, year: Int, expected: String) throws {
    #expect(try #require(PartialDate(text)).inYear(year) == PartialDate(expected))
  }

  @Test("cannot be moved into a year that has no such day")
  func staysOutOfOtherYears() throws {
    #expect(try #require(PartialDate("XXXX-02-29")).inYear(2026) == nil)
  }
}
