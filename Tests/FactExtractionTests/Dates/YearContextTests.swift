import JapaneseText
import RecruitmentModel
import Testing

@testable import FactExtraction

@Suite("Years that dates leave out")
struct YearContextTests {
  private func days(_ words: String, scheduleYear: Int? = nil) throws -> [String?] {
    let span = try #require(DateReader().spans(in: FoldedText(words)).first)
    let schedule = scheduleYear.map { ScheduleYear(year: $0, isFiscal: true) }
    let dates = YearContext(schedule: schedule).dates(of: span)
    return [dates.opens?.description, dates.closes?.description]
  }

  @Test("come from the other end of a range")
  func fromTheOtherEnd() throws {
    #expect(try days("令和8年11月2日～13日") == ["2026-11-02", "2026-11-13"])
    #expect(try days("12月23日～2027年1月7日") == ["2026-12-23", "2027-01-07"])
    #expect(try days("2026年12月23日～1月7日") == ["2026-12-23", "2027-01-07"])
  }

  @Test("come from the year of a schedule, whose January is in the next year")
  func fromTheSchedule() throws {
    #expect(try days("11月2日～1月15日", scheduleYear: 2026) == ["2026-11-02", "2027-01-15"])
    #expect(try days("2月1日", scheduleYear: 2026) == ["2027-02-01", nil])
  }

  @Test("stay unstated where nothing states them")
  func stayUnstated() throws {
    #expect(try days("12月4日") == ["XXXX-12-04", nil])
    #expect(try days("毎年4月1日から翌年3月31日") == ["XXXX-04-01", "XXXX-03-31"])
    #expect(try days("12月4日（金）まで") == [nil, "XXXX-12-04"])
  }

  @Test("do not change the last day of a month")
  func monthEnds() throws {
    #expect(try days("令和10年2月末日まで") == [nil, "2028-02-29"])
    #expect(try days("11月末日まで") == [nil, "XXXX-11-30"])
  }
}
