import SearchIndex

/// A query as it was understood on a day, with the programs that it lets through.
struct RankedQuery: Sendable {
  let interpretation: Interpretation
  /// For each condition who fulfils it and who leaves it open.
  let verdicts: [ListingMemory.Verdicts]
  /// All programs, and those among them that are sure of every condition.
  let programs: DocumentSet
  var sure: DocumentSet { levels[0] }
  /// The programs by the number of conditions that they leave open.
  private let levels: [DocumentSet]
  /// The programs in whose texts something of the query stands, with their scores; all others have what they are worth.
  private var worded: [ScoredDocument] = []
  private var hasWords: DocumentSet

  /// About the bytes that it takes.
  var size: Int {
    worded.count * MemoryLayout<ScoredDocument>.stride
      + (2 + levels.count + 2 * verdicts.count) * programs.size + 2048
  }

  /// A query that asks nothing.
  init(_ interpretation: Interpretation, nothingOf count: Int) {
    self.interpretation = interpretation
    verdicts = []
    programs = DocumentSet(of: count)
    levels = [programs]
    hasWords = programs
  }

  /// Takes what was found.
  ///
  /// - Parameters:
  ///   - interpretation: The query.
  ///   - admitted: The programs of the kind that have the words.
  ///   - verdicts: What they answer to each condition.
  ///   - table: What programs are worth whatever is asked.
  init(
    _ interpretation: Interpretation, admitted: DocumentSet, verdicts: [ListingMemory.Verdicts],
    _ table: FacetTable
  ) {
    self.interpretation = interpretation
    self.verdicts = verdicts
    levels = DocumentSet.levels(of: admitted, by: verdicts.map { ($0.yes, $0.unknown) })
    programs = levels.dropFirst().reduce(levels[0]) { $0.union($1) }
    hasWords = DocumentSet(of: table.count)
  }

  /// Adds what the words are worth, which are asked of the programs in the order of their numbers.
  mutating func weigh(_ texts: TextScores, _ numbers: DocumentSet, _ table: FacetTable) {
    var reader = TextScores.Reader(texts)
    numbers.forEach { number in
      let document = DocumentNumber(number)
      let text = reader.score(of: document)
      guard text != 0 else { return }
      let standing = table.standing(of: document)
      worded.append(ScoredDocument(document, score: text + table.worth(of: standing)))
      hasWords.insert(standing)
    }
  }

  // MARK: Parts of lists

  /// A part of the list that some of the programs make.
  ///
  /// - Parameters:
  ///   - part: The places of the list.
  ///   - members: The programs of the list.
  ///   - order: What the list goes by.
  ///   - table: The facets that the programs stand in.
  /// - Returns: The programs at those places.
  func part(
    _ part: Range<Int>, of members: DocumentSet, _ order: ListOrder, _ table: FacetTable
  ) -> ArraySlice<ScoredDocument> {
    guard !part.isEmpty else { return [] }
    var list = ListHead(limit: part.upperBound)
    for (unknowns, level) in levels.enumerated() where !list.isFull || order != .fit {
      let own = level.intersection(members)
      // What is sure comes first; what is not is ordered by the key before it is by how much is open.
      let openness = order == .fit ? unknowns : min(unknowns, 1)
      func group(_ standing: UInt32) -> ListHead.Group {
        ListHead.Group(openness, key: table.key(order, standing), unknowns)
      }
      for each in worded {
        let standing = table.standing(of: each.document)
        if own.contains(standing) { list.insert(each, group(standing)) }
      }
      let wordless = worded.isEmpty ? own : own.subtracting(hasWords)
      func insert(_ standing: UInt32) {
        let group = group(standing)
        guard list.takes(group) else { return }
        list.insert(
          ScoredDocument(table.document(at: standing), score: table.worth(of: standing)), group)
      }
      // In the order of what they are worth those that stand first are the best.
      if order == .fit {
        wordless.first(list.limit).forEach(insert)
      } else {
        wordless.forEach(insert)
      }
    }
    return list.sorted[part]
  }
}
