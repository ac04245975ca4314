import RecruitmentModel
import Testing

@Suite("A timestamp")
struct TimestampTests {
  @Test(
    "is read from its UTC writing and printed the same",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-11-20T18:00:00Z", 1_795_197_600),
      ("1969-12-31T23:59:59Z", -1), ("2024-02-29T12:34:56Z", 1_709_210_096),
    ])
  func readsAndPrints(text: String, seconds: Int) throws {
    let moment = try #require(Timestamp(text))
    #expect(moment.secondsSinceEpoch == seconds)
    #expect(moment.description == text)
  }

  @Test(
    "is nothing in any other writing",
    arguments: [
      "", "2026-11-20", "2026-11-20T18:00:00", "2026-11-20 18:00:00Z", "2026-11-20T24:00:00Z",
      "2026-11-20T18:60:00Z", "2026-02-30T18:00:00Z", "2026-11-20T18:00:00+09:00",
      "2026-11-20T1:002:03Z", "2026-11-20T+1:02:03Z", "2026-11-20T18:00:00Z ",
      "XXXX-11-20T18:00:00Z",
    ])
  func refuses(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test(
    "falls on the day that Japan has",
    arguments: [
      ("2026-11-20T14:59:59Z", "2026-11-20"), ("2026-11-20T15:00:00Z", "2026-11-21"),
      ("1969-12-31T14:00:00Z", "1969-12-31"),
    ])
  func fallsOnTheJapaneseDay(text: String, day: String) throws {
    #expect(try #require(Timestamp(text)).day() == CalendarDay(day))
  }
}
