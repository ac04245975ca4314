import RecruitmentModel
import TestKit
import Testing

@testable import QueryEngine

@Suite("Facets")
struct FacetTableTests {
  private static let day = CalendarDay(daysSinceEpoch: 20_778)  // 2026-11-21

  struct Deadline: Sendable, CustomTestStringConvertible {
    let closes: String?
    let part: ApplicationWindow.Part?
    let rolling: Bool
    let choice: String
    var testDescription: String { "\(closes ?? "none") \(choice)" }

    init(
      _ closes: String?, _ choice: String, part: ApplicationWindow.Part? = nil,
      rolling: Bool = false
    ) {
      self.closes = closes
      self.part = part
      self.rolling = rolling
      self.choice = choice
    }
  }

  @Test(
    "the next closing day decides, by the earliest day that it can be",
    arguments: [
      Deadline("2026-11-21", "week"), Deadline("2026-11-28", "week"),
      Deadline("2026-11-29", "month"),
      Deadline("2026-12-22", "month"), Deadline("2026-12-23", "quarter"),
      Deadline("2027-03-01", "later"),
      Deadline("2026-11-20", "past"), Deadline("2026-12", "month"), Deadline("2026-11", "unsure"),
      Deadline("XXXX-12-05", "unsure"), Deadline("2026-12", "month", part: .late),
      Deadline(nil, "rolling", rolling: true),
      Deadline(nil, "unknown"),
    ])
  func deadlines(_ each: Deadline) {
    let windows =
      each.closes.map { [ApplicationWindow(closes: PartialDate($0), part: each.part)] } ?? []
    let application = Application(windows: windows, rolling: each.rolling)
    #expect(DeadlineChoice.choice(application, nil, today: Self.day).0.rawValue == each.choice)
    #expect(DeadlineChoice.choice(application, .no, today: Self.day).0.rawValue == "none")
    #expect(DeadlineChoice.choice(nil, nil, today: Self.day).0.rawValue == "unknown")
  }

  @Test("a window whose end is not stated leaves the deadline unknown, not past")
  func endless() {
    let past = ApplicationWindow(
      opens: PartialDate("2026-04-01"), closes: PartialDate("2026-05-01"))
    let endless = ApplicationWindow(opens: PartialDate("2026-12-01"))
    func choice(_ windows: [ApplicationWindow]) -> DeadlineChoice {
      DeadlineChoice.choice(Application(windows: windows), nil, today: Self.day).0
    }
    #expect(choice([past]) == .past)
    #expect(choice([past, endless]) == .unknown)
    #expect(choice([endless]) == .unknown)
  }

  @Test(
    "a fee counts by the most that may have to be paid",
    arguments: [
      (true, 0, 0, "free"), (false, 300_000, 300_000, "up-to-300000"),
      (false, 100_000, 300_001, "up-to-600000"),
      (false, 600_001, 600_001, "over-600000"), (false, 700_000, -1, "over-600000"),
      (false, 100_000, -1, "charged"),
      (false, -1, -1, "charged"),
    ])
  func fees(_ free: Bool, _ least: Int, _ most: Int, _ choice: String) {
    let bounds = Bounds(min: least < 0 ? nil : least, max: most < 0 ? nil : most)
    #expect(FeeChoice(isFree: free, yearly: bounds).rawValue == choice)
    #expect(FeeChoice(isFree: nil, yearly: nil).rawValue == "unknown")
  }

  @Test("a list without words has every program of the kind, and each is counted once a facet")
  func counts() throws {
    let (engine, table) = try Self.sample()
    let listing = try engine.listing(
      of: "", .init(today: Self.day), wanted: [:], order: .fit, part: 0..<2, table)
    #expect(listing.answer.total == 6)
    #expect(listing.answer.results.map(\.rank) == [1, 2])
    for facet in Facet.allCases {
      #expect(listing.counts[facet]?.values.reduce(0, +) == 6, "\(facet)")
    }
    #expect(listing.counts[.fee]?[Facet.unknown] == 3)
  }

  @Test("a choice counts what it would list, whatever is chosen of its own facet")
  func narrowing() throws {
    let (engine, table) = try Self.sample()
    func listing(_ wanted: [Facet: Set<String>]) throws -> Listing {
      try engine.listing(
        of: "", .init(today: Self.day), wanted: wanted, order: .fit, part: 0..<20, table)
    }
    let narrowed = try listing([.fee: ["free"], .place: ["宮城県"]])
    for facet in Facet.allCases {
      for (choice, count) in narrowed.counts[facet] ?? [:] {
        var wanted: [Facet: Set<String>] = [.fee: ["free"], .place: ["宮城県"]]
        wanted[facet] = [choice]
        #expect(try listing(wanted).answer.total == count, "\(facet) \(choice)")
      }
    }
  }

  @Test(
    "lists are ordered, what is not known last",
    arguments: [(ListOrder.fee, "mihon"), (.deadline, "mihon"), (.start, "reiji")])
  func order(_ order: ListOrder, _ first: String) throws {
    let (engine, table) = try Self.sample()
    let listing = try engine.listing(
      of: "", .init(today: Self.day), wanted: [:], order: order, part: 0..<20, table)
    #expect(listing.answer.results.first?.id == first + "/practical-training")
    let keys = listing.documents.map { table.sortKey(order, $0) }
    #expect(keys == keys.sorted())
  }

  private static func sample() throws -> (SearchEngine, FacetTable) {
    let engine = try SampleEngine.engine()
    return (engine, FacetTable(engine, today: day))
  }
}
