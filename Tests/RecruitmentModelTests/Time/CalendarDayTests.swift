import RecruitmentModel
import Testing

@Suite("A calendar day")
struct CalendarDayTests {
  @Test(
    "is read from its ISO writing and printed the same",
    arguments: ["2026-12-05", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func readsAndPrints(text: String) throws {
    #expect(try #require(CalendarDay(text)).description == text)
  }

  @Test(
    "is nothing where the calendar has no such day, or the writing is another",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
      "2026-1-5", "26-01-05", "2026/01/05", "2026-12", "XXXX-12-05", "", "2026-12-05 ",
      "+026-12-05", "２０２６-12-05",
    ])
  func refuses(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test(
    "counts days from 1970-01-01",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("1970-03-01", 59), ("2000-02-29", 11_016),
      ("2026-11-21", 20_778), ("1600-01-01", -135_140),
    ])
  func countsFromTheEpoch(text: String, days: Int) throws {
    let day = try #require(CalendarDay(text))
    #expect(day.daysSinceEpoch == days)
    #expect(CalendarDay(daysSinceEpoch: days) == day)
  }

  @Test("follows the day before it, through four hundred years")
  func followsTheDayBefore() throws {
    let first = try #require(CalendarDay("1899-12-31")).daysSinceEpoch
    var day = CalendarDay(daysSinceEpoch: first)
    for number in (first + 1)...(first + 146_097) {
      let next = CalendarDay(daysSinceEpoch: number)
      #expect(next.daysSinceEpoch == number)
      #expect(day < next)
      day = next
    }
    #expect(day.description == "2299-12-31")
  }

  @Test(
    "knows how long a month is",
    arguments: [
      (2023, 2, 28), (2024, 2, 29), (1900, 2, 28), (2000, 2, 29), (2026, 4, 30), (2026, 12, 31),
    ])
  func knowsTheLengthOfAMonth(year: Int, month: Int, length: Int) {
    #expect(CalendarDay.length(ofMonth: month, year: year) == length)
  }
}
