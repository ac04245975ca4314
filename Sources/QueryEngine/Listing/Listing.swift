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
  /// The part of the list that was asked for.
  public var answer: SearchAnswer
  /// The numbers in the index of the programs of that part.
  public var documents: [UInt32]
  /// How many programs each choice of a facet would list, the other facets staying as they are.
  public var counts: [Facet: [String: Int]]
  /// Every program of the list.
  let programs: DocumentSet
}

extension SearchEngine {
  /// The list that a query and choices of facets make; a query without a word lists every program.
  ///
  /// What is asked again with other filters, or from another place on, is not worked out again.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - options: The day and the kind; the others do not matter.
  ///   - wanted: The choices of the facets that are narrowed; any of them will do.
  ///   - order: What the list is ordered by among equally sure programs.
  ///   - part: The places of the list that are wanted.
  ///   - table: The facets of this engine's index on that day.
  ///   - hasRecords: Whether each result brings its record; without, it is read by its number.
  /// - Returns: The list.
  /// - Throws: Why the query has no answer.
  public func listing(
    of query: String, _ options: Options, wanted: [Facet: Set<String>], order: ListOrder,
    part: Range<Int>, _ table: FacetTable, hasRecords: Bool = true
  ) throws(Failure) -> Listing {
    let key = ListingMemory.QueryKey(query: query, kind: options.kind)
    let ranked = try rankedQuery(key, options, table)
    let narrowing = FacetNarrowing(table, wanted: wanted)
    let programs = narrowing.programs(of: ranked.programs)
    let total = programs.count
    let places = part.clamped(to: 0..<total)
    let shown = self.places(ranked, key, order, programs, places, table)
    let results = zip(places, shown).map { place, shown in
      result(ranked, ranked.order[shown], rank: place + 1, table, hasRecords: hasRecords)
    }
    let answer = SearchAnswer(
      interpretation: ranked.interpretation, today: options.today, total: total,
      sure: programs.countShared(with: ranked.sure), results: results, coverage: table.coverage,
      age: table.age)
    return Listing(
      answer: answer, documents: shown.map { ranked.order[$0].document.rawValue },
      counts: narrowing.counts(of: ranked.programs, narrowed: programs), programs: programs)
  }

  /// The query with its programs, worked out now or before.
  private func rankedQuery(
    _ key: ListingMemory.QueryKey, _ options: Options, _ table: FacetTable
  ) throws(Failure) -> RankedQuery {
    if let kept = table.memory.queries[key] { return kept }
    let (interpretation, texts) = try understood(key.query, options)
    let ranked =
      interpretation.asksForSomething || key.query.allSatisfy(\.isWhitespace)
      ? rankedQuery(interpretation, texts, options, table)
      : RankedQuery(interpretation, nothingOf: table.count)
    table.memory.queries.keep(ranked, for: key, size: ranked.size + 2 * key.query.utf8.count)
    return ranked
  }

  private func rankedQuery(
    _ interpretation: Interpretation, _ texts: TextScores, _ options: Options, _ table: FacetTable
  ) -> RankedQuery {
    let asker = ConditionAsker(
      evaluator: ConditionEvaluator(columns: columns, today: options.today), table: table)
    let kind = kindWanted(interpretation, options)
    let everybody = asker.programs(of: kind)
    var admitted = everybody
    if texts.narrows {
      var found = DocumentSet(of: table.count)
      for document in texts.documents(of: table.count) { found.insert(document.rawValue) }
      admitted = admitted.intersection(found)
    }
    let verdicts = interpretation.constraints.map {
      asker.verdicts($0, of: admitted, among: everybody, kind)
    }
    return RankedQuery(
      interpretation, admitted: admitted, verdicts: verdicts, texts,
      byWorth: byWorth(everybody, kind, table), table)
  }

  private func byWorth(
    _ programs: DocumentSet, _ kind: ProgramKind?, _ table: FacetTable
  ) -> [ScoredDocument] {
    if let kept = table.memory.byWorth[kind] { return kept }
    let list = table.byWorth(programs)
    table.memory.byWorth.keep(
      list, for: kind, size: list.count * MemoryLayout<ScoredDocument>.stride)
    return list
  }

  /// The places among a query's programs of a part of a list.
  private func places(
    _ ranked: RankedQuery, _ key: ListingMemory.QueryKey, _ order: ListOrder,
    _ programs: DocumentSet, _ part: Range<Int>, _ table: FacetTable
  ) -> [Int] {
    var walk = ListWalk(part: part)
    guard order != .fit else {
      for place in ranked.order.indices {
        if programs.contains(ranked.order[place].document.rawValue), !walk.takes(place) { break }
      }
      return walk.taken
    }
    let orderKey = ListingMemory.OrderKey(query: key, order: order)
    let places: [UInt32]
    if let kept = table.memory.orders[orderKey] {
      places = kept
    } else {
      places = ranked.places(in: order, table)
      table.memory.orders.keep(
        places, for: orderKey, size: 4 * places.count + 2 * key.query.utf8.count + 256)
    }
    for place in places {
      let document = ranked.order[Int(place)].document.rawValue
      if programs.contains(document), !walk.takes(Int(place)) { break }
    }
    return walk.taken
  }

  private func result(
    _ ranked: RankedQuery, _ scored: ScoredDocument, rank: Int, _ table: FacetTable,
    hasRecords: Bool
  ) -> SearchResult {
    let document = scored.document
    return SearchResult(
      rank: rank, id: columns.word(.id, of: document) ?? "",
      record: hasRecords ? index.stored(of: document) : [], score: scored.score,
      status: table.statuses[document.index],
      checks: zip(ranked.interpretation.constraints, ranked.verdicts).map {
        SearchResult.Check(constraint: $0.id, verdict: $1.verdict(of: document.rawValue))
      }, explanation: [])
  }
}

/// Goes along a list and takes the part that is wanted.
private struct ListWalk {
  let part: Range<Int>
  private(set) var taken: [Int] = []
  private var met = 0

  init(part: Range<Int>) { self.part = part }

  /// Meets the next program of the list; false once no more is wanted.
  @inline(__always)
  mutating func takes(_ place: Int) -> Bool {
    guard met < part.upperBound else { return false }
    if met >= part.lowerBound { taken.append(place) }
    met += 1
    return met < part.upperBound
  }
}
