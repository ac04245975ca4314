import RecruitmentModel
import TestKit
import Testing

@testable import ChangeLog

@Suite struct RecordComparisonTests {
  private static let noticed = Timestamp(secondsSinceEpoch: 1_795_284_000)

  private static func program(_ change: (inout Facts) -> Void) -> Program {
    SampleRecords.program("mihon", name: "見本大学病院", prefecture: "宮城県", city: "仙台市", change)
  }

  private static func closing(_ date: String, time: String? = nil) -> Fact<Application> {
    let window = ApplicationWindow(closes: PartialDate(date), time: time, rule: .arrive)
    return SampleRecords.official(Application(windows: [window]), quote: "締切 \(date)")
  }

  private func changes(
    _ before: (inout Facts) -> Void, _ after: (inout Facts) -> Void
  ) throws -> [Change] {
    try RecordComparison(noticed: Self.noticed).changes(
      from: [Self.program(before)], to: [Self.program(after)])
  }

  @Test("A deadline that moved is told with its part, both values and both quotations")
  func movedDeadline() throws {
    let found = try changes(
      { $0.application = Self.closing("2026-12-05") },
      { $0.application = Self.closing("2026-12-12") })
    let change = try #require(found.first)
    #expect(found.count == 1)
    #expect(change.change == .moved && change.fact == .application && change.part == "closes")
    let before = try #require(change.before?.facts(.application)?.application?.value)
    let after = try #require(change.after?.facts(.application)?.application?.value)
    #expect(before.windows.first?.closes == PartialDate("2026-12-05"))
    #expect(after.windows.first?.closes == PartialDate("2026-12-12"))
    #expect(change.before?.evidence.first?.quote == "締切 2026-12-05")
    #expect(change.after?.evidence.first?.quote == "締切 2026-12-12")
    #expect(change.after?.evidence.first?.url == "https://mihon.example/shuren")
    #expect(change.noticed == Self.noticed)
  }

  struct Turn: Sendable {
    let name: String
    let before: @Sendable (inout Facts) -> Void
    let after: @Sendable (inout Facts) -> Void
    let expected: [String]

    init(
      _ name: String, _ before: @escaping @Sendable (inout Facts) -> Void,
      _ after: @escaping @Sendable (inout Facts) -> Void, _ expected: [String]
    ) {
      self.name = name
      self.before = before
      self.after = after
      self.expected = expected
    }
  }

  private static let turns: [Turn] = [
    Turn(
      "stated", { _ in }, { $0.fee = SampleRecords.official(Fee(free: true)) }, ["stated fee"]),
    Turn(
      "withdrawn", { $0.fee = SampleRecords.official(Fee(free: true)) }, { _ in },
      ["withdrawn fee"]),
    Turn(
      "stopped", { $0.accepting = SampleRecords.official(.yes) },
      { $0.accepting = SampleRecords.official(.no) }, ["stopped accepting"]),
    Turn(
      "started", { $0.accepting = SampleRecords.official(.no) },
      { $0.accepting = SampleRecords.official(.byEnquiry) }, ["started accepting"]),
    Turn(
      "by enquiry now", { $0.accepting = SampleRecords.official(.yes) },
      { $0.accepting = SampleRecords.official(.byEnquiry) }, ["moved accepting"]),
    Turn(
      "the hour alone", { $0.application = closing("2026-12-05", time: "17:00") },
      { $0.application = closing("2026-12-05", time: "15:00") }, ["moved application.time"]),
    Turn(
      "two parts", { $0.training = SampleRecords.official(Training(months: Bounds(exactly: 12))) },
      {
        $0.training = SampleRecords.official(
          Training(months: Bounds(exactly: 24), starts: PartialDate("2027-04-01")))
      }, ["moved training.months", "moved training.starts"]),
    Turn(
      "a sum for the year",
      {
        $0.fee = SampleRecords.official(
          Fee(
            free: false, yearly: Bounds(exactly: 120_000),
            items: [FeeItem(name: "修練料", amount: Bounds(exactly: 10_000), per: .month)]))
      },
      {
        $0.fee = SampleRecords.official(
          Fee(
            free: false, yearly: Bounds(exactly: 240_000),
            items: [FeeItem(name: "修練料", amount: Bounds(exactly: 20_000), per: .month)]))
      }, ["moved fee.yearly"]),
    Turn(
      "another intake by its year",
      {
        $0.intake = SampleRecords.official(Intake(year: 2026))
        $0.application = closing("2025-12-05")
        $0.fee = SampleRecords.official(Fee(free: true))
      },
      {
        $0.intake = SampleRecords.official(Intake(year: 2027))
        $0.application = closing("2026-12-04")
      }, ["new-intake intake", "stated application"]),
    Turn(
      "another intake by its days", { $0.application = closing("2025-12-05") },
      { $0.application = closing("2026-12-04") }, ["new-intake application"]),
    Turn(
      "a move within the intake", { $0.application = closing("2026-09-01") },
      { $0.application = closing("2026-12-04") }, ["moved application.closes"]),
  ]

  @Test("What happened to a fact", arguments: turns.indices)
  func turn(_ index: Int) throws {
    let turn = Self.turns[index]
    let found = try changes(turn.before, turn.after).map { change in
      "\(change.change.rawValue) \(change.fact?.rawValue ?? "")"
        + (change.part.map { "." + $0 } ?? "")
    }
    #expect(found == turn.expected, "\(turn.name)")
  }

  private static let equals: [Turn] = [
    Turn(
      "another quotation, page, day and confidence",
      { $0.fee = SampleRecords.official(Fee(free: true), quote: "無料です") },
      {
        $0.fee = Fee(free: true).asFact(
          [.page(PageEvidence(page: 0, section: "費用", quote: "費用は徴収しない"))])
      }, []),
    Turn(
      "another order of a list", { $0.departments = SampleRecords.official(["内科", "外科"]) },
      { $0.departments = SampleRecords.official(["外科", "内科"]) }, []),
    Turn(
      "other widths and blanks",
      { $0.eligibility = SampleRecords.official(["医師国家試験予備試験 合格者(1年以内)"]) },
      { $0.eligibility = SampleRecords.official(["医師国家試験予備試験合格者（１年以内）"]) }, []),
    Turn(
      "another order of charges",
      {
        $0.fee = SampleRecords.official(
          Fee(
            free: false,
            items: [
              FeeItem(name: "登録料", amount: Bounds(exactly: 5000), per: .once),
              FeeItem(name: "修練料", amount: Bounds(exactly: 10_000), per: .month),
            ]))
      },
      {
        $0.fee = SampleRecords.official(
          Fee(
            free: false,
            items: [
              FeeItem(name: "修練料", amount: Bounds(exactly: 10_000), per: .month),
              FeeItem(name: "登録料", amount: Bounds(exactly: 5000), per: .once),
            ]))
      }, []),
  ]

  @Test("What is no change", arguments: equals.indices)
  func equal(_ index: Int) throws {
    let turn = Self.equals[index]
    #expect(try changes(turn.before, turn.after).isEmpty, "\(turn.name)")
  }

  @Test("Programs appear, go and reappear")
  func wholePrograms() throws {
    let program = Self.program { _ in }
    let comparison = RecordComparison(noticed: Self.noticed)
    let appeared = try comparison.changes(from: [], to: [program])
    #expect(appeared.map(\.change) == [.appeared])
    let gone = try comparison.changes(from: [program], to: [])
    #expect(gone.map(\.change) == [.gone])
    let log = ChangeLog(appeared + gone)
    #expect(
      try comparison.changes(from: [], to: [program], after: log).map(\.change) == [.reappeared])
  }
}

extension Fee {
  fileprivate func asFact(_ evidence: [Evidence]) -> Fact<Fee> {
    Fact(
      self, basis: .official, asOf: PartialDate("2026-11-22"), confidence: 0.5, evidence: evidence)
  }
}
