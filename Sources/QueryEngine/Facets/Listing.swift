import RecruitmentModel
import SearchIndex

/// By what a list is ordered, after what is sure and what is not.
public enum ListOrder: String, Hashable, Sendable, CaseIterable {
  /// How well the words fit.
  case fit
  /// The next closing day first.
  case deadline
  /// The lowest fee first.
  case fee
  /// The earliest beginning first.
  case start
}

/// A list of programs narrowed by facets, with what each choice would leave.
public struct Listing: Sendable {
  /// The part of the list that was asked for, each program with its record.
  public var answer: SearchAnswer
  /// Every program of the list, the best first, by its number in the index.
  public var documents: [UInt32]
  /// How many programs each choice of a facet would list, the other facets staying as they are.
  public var counts: [Facet: [String: Int]]
}

extension SearchEngine {
  /// The list that a query and choices of facets make; a query without a word lists every program.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - options: The day and the kind; the limit does not matter.
  ///   - wanted: The choices of the facets that are narrowed; any of them will do.
  ///   - order: What the list is ordered by among equally sure programs.
  ///   - part: The places of the list whose records are wanted.
  ///   - table: The facets of this engine's index on that day.
  /// - Returns: The list.
  /// - Throws: Why the query has no answer.
  public func listing(
    of query: String, _ options: Options, wanted: [Facet: Set<String>], order: ListOrder,
    part: Range<Int>, _ table: FacetTable
  ) throws(Failure) -> Listing {
    let (interpretation, texts, ranking) = try ranked(
      query, options, limit: index.documentCount, listsAll: true)
    var narrowing = FacetNarrowing(table, wanted: wanted)
    var kept = ranking.best.filter { !$0.isRefused && narrowing.takes($0.document.rawValue) }
    if order != .fit {
      let keys = kept.map { ($0.unknowns == 0 ? 0 : 1, table.key(order, $0.document.rawValue)) }
      kept = kept.indices.sorted { (keys[$0].0, keys[$0].1, $0) < (keys[$1].0, keys[$1].1, $1) }
        .map { kept[$0] }
    }
    let places = part.clamped(to: kept.indices)
    let answer = SearchAnswer(
      interpretation: interpretation, today: options.today, total: kept.count,
      sure: kept.count { $0.unknowns == 0 },
      results: places.map { result(kept[$0], rank: $0 + 1, interpretation, texts, options) },
      coverage: table.coverage, age: table.age)
    return Listing(
      answer: answer, documents: kept.map(\.document.rawValue), counts: narrowing.counts)
  }
}

/// Takes programs that fit the wanted choices, and counts.
private struct FacetNarrowing {
  private let table: FacetTable
  private let wanted: [Set<UInt16>?]
  private var numbers: [[Int]]

  init(_ table: FacetTable, wanted: [Facet: Set<String>]) {
    self.table = table
    self.wanted = Facet.allCases.map { facet in
      wanted[facet].map { names in
        Set(
          table.choices(of: facet).enumerated().filter { names.contains($0.element) }
            .map { UInt16(clamping: $0.offset) })
      }
    }
    numbers = Facet.allCases.map { [Int](repeating: 0, count: table.choices(of: $0).count) }
  }

  /// A choice counts what it would list if it were made: so a program that misses one facet only counts there.
  mutating func takes(_ document: UInt32) -> Bool {
    var missed: Int?
    for facet in wanted.indices {
      guard let names = wanted[facet], !names.contains(table.code(facet, document)) else {
        continue
      }
      if missed != nil { return false }
      missed = facet
    }
    for facet in missed.map({ $0...$0 }) ?? 0...wanted.count - 1 {
      numbers[facet][Int(table.code(facet, document))] += 1
    }
    return missed == nil
  }

  var counts: [Facet: [String: Int]] {
    Dictionary(
      uniqueKeysWithValues: Facet.allCases.map { facet in
        (
          facet,
          Dictionary(
            zip(table.choices(of: facet), numbers[facet.place]).filter { $0.1 > 0 },
            uniquingKeysWith: { one, _ in one })
        )
      })
  }
}
