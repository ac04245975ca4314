import Testing

@testable import JapaneseText

@Suite("Weekdays")
struct WeekdayTests {
  @Test(
    "follow from the days since 1970-01-01, a Thursday",
    arguments: [
      (0, Weekday.thursday), (1, .friday), (-1, .wednesday), (20_791, .friday), (-7, .thursday),
    ])
  func follow(days: Int, weekday: Weekday) {
    #expect(Weekday(daysSinceEpoch: days) == weekday)
  }

  @Test(
    "stand behind a date, in brackets or without",
    arguments: [
      ("（金）", .friday), ("〔月〕まで", .monday), ("(月・祝)", .monday), ("（火／文化の日）", .tuesday),
      ("(Fri)", .friday),
      ("月曜日", .monday), ("金曜まで", .friday), (" 月 ～", .monday), (" Fri. ", .friday),
      ("（ 水 ）", .wednesday),
    ] as [(String, Weekday)])
  func stand(words: String, weekday: Weekday) {
    var reader = ScalarReader(FoldedText(words))
    #expect(Weekday.skip(&reader) == weekday)
    #expect(reader.position > 0)
  }

  @Test(
    "are none in rules about days, in other words and in longer names",
    arguments: ["（土・日を除く）", "土産", "月末", "（日本時間）", "Friends", "まで"])
  func none(words: String) {
    var reader = ScalarReader(FoldedText(words))
    #expect(Weekday.skip(&reader) == nil)
    #expect(reader.position == 0)
  }

  @Test("may be left out of the brackets", arguments: ["（）", "（祝）", "(休日)"])
  func emptyBrackets(words: String) {
    var reader = ScalarReader(FoldedText(words))
    #expect(Weekday.skip(&reader) == nil)
    #expect(reader.isAtEnd)
  }
}
