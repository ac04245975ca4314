import RecruitmentModel
import SearchIndex
import TestKit
import Testing

@testable import QueryEngine

/// Lists are worked out in sets of bits and remembered; here they are compared with what looking at one
/// program after the other gives.
@Suite("Listings")
struct ListingTests {
  private static let day = SampleEngine.today

  private static let queries = [
    "", "無料", "無料 宮城", "50万円以下 推薦不要", "小児科", "department:小児科", "募集中", "-東京", "\"訪問診療\"", "公衆衛生 救急",
    "12ヶ月 4月開始 若干名", "研究生", "年内締切 無料 義務なし", "不存在の語xyz",
  ]
  private static let choices: [[Facet: Set<String>]] = [
    [:], [.fee: [Facet.unknown]], [.fee: ["free", "charged"], .place: ["宮城県", Facet.unknown]],
    [.status: ["open"], .recommendation: ["letter", Facet.unknown], .obligation: ["none"]],
    [.start: ["4"], .deadline: ["month", "unsure"]], [.place: ["nowhere"]],
  ]

  /// A list without sets and without memory.
  private struct PlainList {
    var kept: [CandidateRanking.Candidate] = []
    var counts: [Facet: [String: Int]] = Dictionary(
      uniqueKeysWithValues: Facet.allCases.map { ($0, [:]) })

    init(
      _ engine: SearchEngine, _ query: String, _ options: SearchEngine.Options,
      _ wanted: [Facet: Set<String>], _ order: ListOrder, _ table: FacetTable
    ) throws {
      var options = options
      options.listsAll = true
      let best = try engine.ranked(query, options, limit: engine.index.documentCount).2.best
      for candidate in best where !candidate.isRefused {
        let document = candidate.document.rawValue
        let missed = Facet.allCases.filter { facet in
          wanted[facet].map { !$0.contains(table.choice(of: facet, at: document)) } ?? false
        }
        if missed.isEmpty { kept.append(candidate) }
        for facet in Facet.allCases where missed.isEmpty || missed == [facet] {
          counts[facet]?[table.choice(of: facet, at: document), default: 0] += 1
        }
      }
      guard order != .fit else { return }
      kept = kept.enumerated().sorted { one, other in
        func key(_ each: (offset: Int, element: CandidateRanking.Candidate)) -> (Int, Int32, Int) {
          (
            each.element.unknowns == 0 ? 0 : 1,
            table.sortKey(order, each.element.document.rawValue), each.offset
          )
        }
        return key(one) < key(other)
      }.map(\.element)
    }
  }

  /// A hundred programs whose facts are drawn from those of the samples, each known or not.
  private static func programs(_ seed: UInt64) -> [Program] {
    var random = SeededGenerator(seed: seed)
    let samples = SampleRecords.programs
    let places = ["宮城県", "秋田県", "東京都", "京都府", "大阪府"]
    let texts = samples.map(\.text) + ["公衆衛生と救急を学びます。", "小児科の訪問診療。小児科。", ""]
    func drawn<Value>(_ values: [Value?], _ random: inout SeededGenerator) -> Value? {
      Bool.random(using: &random) ? nil : values.randomElement(using: &random) ?? nil
    }
    return (0..<120).map { number in
      var program = samples[Int.random(in: samples.indices, using: &random)]
      program.id = "mihon\(number)/practical-training"
      program.institution.id = "mihon\(number)"
      program.institution.prefecture = drawn(places, &random)
      program.text = texts.randomElement(using: &random) ?? ""
      program.facts.fee = drawn(samples.map(\.facts.fee), &random)
      program.facts.application = drawn(samples.map(\.facts.application), &random)
      program.facts.training = drawn(samples.map(\.facts.training), &random)
      program.facts.recommendation = drawn(samples.map(\.facts.recommendation), &random)
      program.facts.obligation = drawn(samples.map(\.facts.obligation), &random)
      program.facts.capacity = drawn(samples.map(\.facts.capacity), &random)
      program.facts.departments = drawn(samples.map(\.facts.departments), &random)
      return program
    }
  }

  @Test("counts, order, answers and scores are those of looking at every program", arguments: 1...2)
  func equality(_ seed: UInt64) throws {
    let engine = try SampleEngine.engine(Self.programs(seed))
    let table = FacetTable(engine, today: Self.day)
    // The second round answers from memory.
    for round in 0..<2 {
      for query in Self.queries {
        for (place, wanted) in Self.choices.enumerated() {
          let order = ListOrder.allCases[(place + query.count) % ListOrder.allCases.count]
          let options = SearchEngine.Options(today: Self.day, kind: place == 1 ? .other : nil)
          let plain = try PlainList(engine, query, options, wanted, order, table)
          let part = round == 0 ? 0..<1000 : 7..<19
          let list = try engine.listing(
            of: query, options, wanted: wanted, order: order, part: part, table)
          Self.expect(list, plain, part)
          if wanted.isEmpty, round == 0 { try Self.expectAnswers(list, engine) }
        }
      }
    }
  }

  private static func expect(
    _ list: Listing, _ plain: PlainList, _ part: Range<Int>
  ) {
    let name = "\(list.answer.interpretation.text) \(part)"
    let kept = plain.kept[part.clamped(to: plain.kept.indices)]
    #expect(list.answer.total == plain.kept.count, "\(name)")
    #expect(list.answer.sure == plain.kept.count { $0.unknowns == 0 }, "\(name)")
    #expect(list.counts == plain.counts, "\(name)")
    #expect(list.documents == kept.map(\.document.rawValue), "\(name)")
    #expect(list.answer.results.map(\.score) == kept.map(\.score), "\(name)")
    #expect(list.answer.results.map(\.rank) == kept.indices.map { $0 + 1 }, "\(name)")
    #expect(list.answer.results.map(\.unknowns) == kept.map(\.unknowns), "\(name)")
  }

  private static func expectAnswers(_ list: Listing, _ engine: SearchEngine) throws {
    let text = list.answer.interpretation.text
    let all = try engine.answer(to: text, .init(today: day, limit: engine.index.documentCount))
    let others = Dictionary(all.results.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    for result in list.answer.results {
      guard let other = others[result.id] else { continue }
      #expect(result.checks == other.checks && result.status == other.status, "\(text)")
    }
  }

  @Test("a list without records says which programs they are")
  func numbers() throws {
    let engine = try SampleEngine.engine()
    let table = FacetTable(engine, today: Self.day)
    let list = try engine.listing(
      of: "無料", .init(today: Self.day), wanted: [:], order: .fit, part: 0..<20, table,
      hasRecords: false)
    #expect(list.answer.results.allSatisfy { $0.record.isEmpty })
    let ids = try list.documents.map { try engine.brief(number: $0, facts: [.fee])?.id }
    #expect(ids == list.answer.results.map(\.id))
    #expect(!ids.isEmpty)
  }

  @Test("two facets together count what each counts alone")
  func pairs() throws {
    let engine = try SampleEngine.engine(Self.programs(4))
    let table = FacetTable(engine, today: Self.day)
    let list = try engine.listing(
      of: "", .init(today: Self.day), wanted: [:], order: .fit, part: 0..<0, table)
    let pairs = table.counts(of: list, .place, by: .status)
    #expect(pairs.mapValues { $0.values.reduce(0, +) } == list.counts[.place])
  }
}
