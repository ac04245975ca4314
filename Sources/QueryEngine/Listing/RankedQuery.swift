import SearchIndex

/// A query as it was understood on a day, with the programs that it lets through.
struct RankedQuery: Sendable {
  let interpretation: Interpretation
  /// For each condition who fulfils it and who leaves it open.
  let verdicts: [ListingMemory.Verdicts]
  /// All programs, and those among them that are sure of every condition.
  let programs: DocumentSet
  let sure: DocumentSet
  /// All programs: first those with the fewest unknowns, then by score.
  let order: [ScoredDocument]

  /// About the bytes that it takes.
  var size: Int {
    order.count * MemoryLayout<ScoredDocument>.stride + (2 + 2 * verdicts.count) * programs.size
      + 2048
  }

  /// A query that asks nothing.
  init(_ interpretation: Interpretation, nothingOf count: Int) {
    self.interpretation = interpretation
    verdicts = []
    programs = DocumentSet(of: count)
    sure = programs
    order = []
  }

  /// Puts the programs in their order.
  ///
  /// - Parameters:
  ///   - interpretation: The query.
  ///   - admitted: The programs of the kind that have the words.
  ///   - verdicts: What they answer to each condition.
  ///   - texts: What the words are worth.
  ///   - table: What the programs are worth whatever is asked.
  init(
    _ interpretation: Interpretation, admitted: DocumentSet, verdicts: [ListingMemory.Verdicts],
    _ texts: TextScores, _ table: FacetTable
  ) {
    self.interpretation = interpretation
    self.verdicts = verdicts
    // By the number of conditions that are left open.
    var levels = [admitted]
    for each in verdicts {
      let open = levels.map { $0.intersection(each.unknown) }
      levels = levels.map { $0.intersection(each.yes) } + [DocumentSet(of: table.count)]
      for (level, set) in open.enumerated() where !set.isEmpty {
        levels[level + 1] = levels[level + 1].union(set)
      }
    }
    sure = levels[0]
    programs = levels.dropFirst().reduce(levels[0]) { $0.union($1) }
    order = levels.flatMap { Self.ordered($0, texts, table) }
  }

  /// The best first: those without a word's worth stand in the order of all programs already.
  private static func ordered(
    _ programs: DocumentSet, _ texts: TextScores, _ table: FacetTable
  ) -> [ScoredDocument] {
    guard !programs.isEmpty else { return [] }
    var reader = TextScores.Reader(texts)
    var worded: [ScoredDocument] = []
    var wordless = DocumentSet(of: table.count)
    var wordlessCount = 0
    programs.forEach { document in
      let number = DocumentNumber(document)
      let text = reader.score(of: number)
      if text == 0 {
        wordless.insert(document)
        wordlessCount += 1
      } else {
        worded.append(ScoredDocument(number, score: text + table.worth[number.index]))
      }
    }
    worded.sort { $0.isBefore($1) }
    guard wordlessCount > 0 else { return worded }
    var result: [ScoredDocument] = []
    result.reserveCapacity(worded.count + wordlessCount)
    var place = 0
    for document in table.byWorth where wordless.contains(document) {
      let next = ScoredDocument(
        DocumentNumber(document), score: table.worth[Int(document)])
      while place < worded.count, worded[place].isBefore(next) {
        result.append(worded[place])
        place += 1
      }
      result.append(next)
      wordlessCount -= 1
      if wordlessCount == 0 { break }
    }
    return result + worded[place...]
  }

  /// The places of all programs in an order of their own: what is sure first, then by a key, then as they stand.
  func places(in order: ListOrder, _ table: FacetTable) -> [UInt32] {
    // One number each: sure or not, the key, the place.
    var keys: [UInt64] = []
    keys.reserveCapacity(self.order.count)
    for (place, each) in self.order.enumerated() {
      let document = each.document.rawValue
      let key = UInt64(UInt32(bitPattern: table.key(order, document)) ^ 0x8000_0000)
      let openness: UInt64 = sure.contains(document) ? 0 : 1
      keys.append(openness << 63 | key << 31 | UInt64(place))
    }
    keys.sort()
    return keys.map { UInt32($0 & 0x7FFF_FFFF) }
  }
}
