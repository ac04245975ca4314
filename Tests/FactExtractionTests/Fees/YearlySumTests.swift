import RecruitmentModel
import Testing

@testable import FactExtraction

@Suite("The sum of a year")
struct YearlySumTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let items: [FeeItem]
    let months: Int?
    let yearly: Bounds?
    let testDescription: String
  }

  static func item(
    _ yen: Int, _ per: FeeItem.Period, tax: FeeItem.Tax? = nil
  ) -> FeeItem {
    FeeItem(name: "修練料", amount: Bounds(exactly: yen), per: per, tax: tax)
  }

  static let cases: [Case] = [
    .init(
      items: [item(10_000, .once), item(28_000, .month)], months: 12,
      yearly: Bounds(exactly: 346_000), testDescription: "once and twelve months"),
    .init(
      items: [item(20_000, .month)], months: 6, yearly: Bounds(exactly: 120_000),
      testDescription: "six months at most"),
    .init(
      items: [item(20_000, .month)], months: 24, yearly: Bounds(exactly: 240_000),
      testDescription: "the first of two years"),
    .init(
      items: [item(60_000, .semester)], months: nil, yearly: Bounds(exactly: 120_000),
      testDescription: "two semesters"),
    .init(
      items: [item(60_000, .semester)], months: 6, yearly: Bounds(exactly: 60_000),
      testDescription: "one semester"),
    .init(
      items: [item(300_000, .program)], months: 12, yearly: Bounds(exactly: 300_000),
      testDescription: "a course of one year"),
    .init(
      items: [item(300_000, .program)], months: 24, yearly: nil,
      testDescription: "a course of two years"),
    .init(
      items: [item(30_000, .month, tax: .excluded)], months: 12, yearly: nil,
      testDescription: "tax on top"),
    .init(items: [], months: 12, yearly: nil, testDescription: "nothing"),
  ]

  @Test("follows period and stay", arguments: cases)
  func followsPeriodAndStay(one: Case) {
    #expect(YearlySum.of(one.items, months: one.months) == one.yearly)
  }
}
