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
    let narrowed = narrowed(ranked, key, wanted, table)
    let places = part.clamped(to: 0..<narrowed.total)
    let shown = ranked.part(places, of: narrowed.programs, order, table)
    let results = zip(places, shown).map { place, shown in
      result(ranked, shown, rank: place + 1, table, hasRecords: hasRecords)
    }
    let answer = SearchAnswer(
      interpretation: ranked.interpretation, today: options.today, total: narrowed.total,
      sure: narrowed.sure, results: results, coverage: table.coverage, age: table.age)
    return Listing(
      answer: answer, documents: shown.map(\.document.rawValue),
      counts: narrowed.counts, programs: narrowed.programs)
  }

  private func narrowed(
    _ ranked: RankedQuery, _ query: ListingMemory.QueryKey, _ wanted: [Facet: Set<String>],
    _ table: FacetTable
  ) -> ListingMemory.Narrowed {
    let key = ListingMemory.NarrowedKey(query: query, wanted: wanted)
    if let kept = table.memory.narrowed[key] { return kept }
    let narrowing = FacetNarrowing(table, wanted: wanted)
    let programs = narrowing.programs(of: ranked.programs)
    let narrowed = ListingMemory.Narrowed(
      programs: programs, counts: narrowing.counts(of: ranked.programs, narrowed: programs),
      total: programs.count, sure: programs.countShared(with: ranked.sure))
    let words = wanted.values.reduce(query.query.utf8.count) { size, choices in
      choices.reduce(size) { $0 + $1.utf8.count + 64 }
    }
    // Counts are some ninety choices.
    table.memory.narrowed.keep(narrowed, for: key, size: programs.size + 2 * words + 8192)
    return narrowed
  }

  /// The query with its programs, worked out now or before.
  private func rankedQuery(
    _ key: ListingMemory.QueryKey, _ options: Options, _ table: FacetTable
  ) throws(Failure) -> RankedQuery {
    if let kept = table.memory.queries[key] { return kept }
    let (interpretation, texts) = try understood(key.query, options)
    let ranked =
      interpretation.asksForSomething || key.query.allSatisfy(\.isWhitespace)
      ? try rankedQuery(interpretation, texts, options, table)
      : RankedQuery(interpretation, nothingOf: table.count)
    table.memory.queries.keep(ranked, for: key, size: ranked.size + 2 * key.query.utf8.count)
    return ranked
  }

  private func rankedQuery(
    _ interpretation: Interpretation, _ texts: TextScores, _ options: Options, _ table: FacetTable
  ) throws(Failure) -> RankedQuery {
    let asker = ConditionAsker(
      evaluator: ConditionEvaluator(columns: columns, today: options.today), table: table)
    let kind = kindWanted(interpretation, options)
    let everybody = asker.programs(of: kind)
    var admitted = everybody
    if texts.narrows {
      var found = DocumentSet(of: table.count)
      for document in texts.documents(of: table.count) {
        found.insert(table.standing(of: document))
      }
      admitted = admitted.intersection(found)
    }
    let verdicts = interpretation.constraints.map {
      asker.verdicts($0, of: admitted, among: everybody, kind)
    }
    var ranked = RankedQuery(interpretation, admitted: admitted, verdicts: verdicts, table)
    guard texts.adds || interpretation.hasHints else { return ranked }
    let numbers = table.numbers(of: ranked.programs)
    var texts = texts
    try addHints(to: &texts, interpretation, table.memory)
    ranked.weigh(texts, numbers, table)
    return ranked
  }

  private func result(
    _ ranked: RankedQuery, _ scored: ScoredDocument, rank: Int, _ table: FacetTable,
    hasRecords: Bool
  ) -> SearchResult {
    let document = scored.document
    let standing = table.standing(of: document)
    return SearchResult(
      rank: rank, id: columns.word(.id, of: document) ?? "",
      record: hasRecords ? index.stored(of: document) : [], score: scored.score,
      status: table.status(of: standing),
      checks: zip(ranked.interpretation.constraints, ranked.verdicts).map {
        SearchResult.Check(constraint: $0.id, verdict: $1.verdict(of: standing))
      }, explanation: [])
  }
}
