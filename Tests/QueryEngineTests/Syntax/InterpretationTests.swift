import QueryEngine
import RecruitmentModel
import Testing

/// What queries are taken for, where a neighbour of what is meant would be taken for something else.
@Suite("Interpretation")
struct InterpretationTests {
  /// A query and the conditions that it asks; one that is excluded stands in the second list.
  struct Reading: Sendable, CustomTestStringConvertible {
    let query: String
    let asked: [Constraint.Condition]
    let excluded: [Constraint.Condition]

    init(
      _ query: String, _ asked: [Constraint.Condition], not excluded: [Constraint.Condition] = []
    ) {
      self.query = query
      self.asked = asked
      self.excluded = excluded
    }

    var testDescription: String { query }
  }

  private static let kanto = Constraint.Condition.place(
    prefectures: ["茨城県", "栃木県", "群馬県", "埼玉県", "千葉県", "東京都", "神奈川県"], cities: [])
  private static let tokyo = Constraint.Condition.place(prefectures: ["東京都"], cities: [])

  private static func days(_ first: String, _ last: String) -> Constraint.Condition {
    let first = CalendarDay(first) ?? SampleEngine.today
    return .closesWithin(first...max(first, CalendarDay(last) ?? first))
  }

  private static func start(_ month: Int) -> Constraint.Condition {
    .start(PartialDate(month: month) ?? PartialDate(SampleEngine.today))
  }

  // Today is Saturday, 2026-11-21.
  private static let nearDays: [Reading] = [
    Reading("2週間以内に締切", [days("2026-11-21", "2026-12-05")]),
    Reading("closing within 10 days", [days("2026-11-21", "2026-12-01")]),
    Reading("締切まで10日未満", [days("2026-11-21", "2026-11-30")]),
    Reading("今週締切", [days("2026-11-16", "2026-11-22")]),
    Reading("来週締切", [days("2026-11-23", "2026-11-29")]),
    Reading("締切が来年のところ", [days("2027-01-01", "2027-12-31")]),
    Reading("年度内に締め切る病院", [days("2026-11-21", "2027-03-31")]),
    Reading("来年 締切12月", [.closesInMonth(12, nil)]),
    Reading("締切まで1ヶ月未満", [days("2026-11-21", "2026-12-20")]),
    Reading("締切 0ヶ月未満", [days("2026-11-21", "2026-11-21")]),
    Reading("12ヶ月未満", [.months(Bounds(max: 11))]),
  ]

  private static let ends: [Reading] = [
    Reading("starts in January and ends in December", [start(1)]),
    Reading("starts in April, ends in March", [start(4)]),
    Reading("training ends in March", []),
    Reading(
      "deadline in December and January",
      [
        .anyOf([.closesInMonth(12, nil), .closesInMonth(1, nil)])
      ]),
  ]

  private static let unstated: [Reading] = [
    Reading(
      "推薦不要または不明",
      [
        .anyOf([.recommendation([.notRequired]), .unstated(.recommendation)])
      ]),
    Reading("無料か不明", [.anyOf([.free, .unstated(.feeFree)])]),
    Reading("無料か有料か不明", [.unstated(.feeFree)]),
    Reading("推薦が必要か不明", [.unstated(.recommendation)]),
    Reading("推薦が必要かどうか分からない", [.unstated(.recommendation)]),
    Reading("締切が不明または12月締切", [.anyOf([.unstated(.closes), .closesInMonth(12, nil)])]),
  ]

  private static let denials: [Reading] = [
    Reading("東京は無理", [], not: [tokyo]),
    Reading("東京は無理ですか", []),
    Reading("推薦なしは無理ですか", []),
    Reading("even if far, not in Tokyo", [], not: [tokyo]),
    Reading("たとえ遠くても、東京以外", [], not: [tokyo]),
    Reading(
      "without pediatrics or surgery", [],
      not: [
        .anyOf([
          .department("小児科"), .department("外科"),
        ])
      ]),
    Reading("without pediatrics and surgery", [], not: [.department("小児科"), .department("外科")]),
    Reading("no fee and pediatrics", [.free, .department("小児科")]),
    Reading("300,000 yen, no dormitory", [.fee(Bounds(max: 300_000), isMonthly: false)]),
    Reading("推薦ありか無料", [.recommendation([.letter, .inside]), .free]),
    Reading("推薦とかいらないとこない?", [.recommendation([.notRequired])]),
    Reading("県内に残らなくてよくて", [.obligation([])]),
    Reading("skip closed ones", [], not: [.status([.closed, .notAccepting])]),
  ]

  private static let words: [Reading] = [
    Reading("2 persons", [.capacity(Bounds(exactly: 2))]),
    Reading("3人から10月開始", [.capacity(Bounds(exactly: 3)), start(10)]),
    Reading("無料なら東京", [.free, tokyo]),
    Reading("関東が無理なら東京", [tokyo]),
  ]

  @Test(
    "keeps what is asked and what is excluded apart",
    arguments: nearDays + ends + unstated + denials + words)
  func reads(_ reading: Reading) throws {
    let constraints = try Self.engine.get().answer(
      to: reading.query, SearchEngine.Options(today: SampleEngine.today)
    ).interpretation.constraints
    #expect(constraints.filter { !$0.isExcluded }.map(\.condition) == reading.asked)
    #expect(constraints.filter(\.isExcluded).map(\.condition) == reading.excluded)
  }

  private static let engine = Result { try SampleEngine.engine() }
}
