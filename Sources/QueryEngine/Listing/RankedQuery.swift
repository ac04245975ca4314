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
  ///   - byWorth: All programs of the kind by what they are worth whatever is asked.
  ///   - table: The same by program.
  init(
    _ interpretation: Interpretation, admitted: DocumentSet, verdicts: [ListingMemory.Verdicts],
    _ texts: TextScores, byWorth: [ScoredDocument], _ table: FacetTable
  ) {
    self.interpretation = interpretation
    self.verdicts = verdicts
    let levels = Self.levels(admitted, verdicts, table.count)
    sure = levels[0]
    programs = levels.dropFirst().reduce(levels[0]) { $0.union($1) }
    var order: [ScoredDocument] = []
    for level in levels where !level.isEmpty {
      order += Self.ordered(level, texts, byWorth, table)
    }
    self.order = order
  }

  /// The programs that refuse no condition, by the number of those that they leave open.
  private static func levels(
    _ admitted: DocumentSet, _ verdicts: [ListingMemory.Verdicts], _ count: Int
  ) -> [DocumentSet] {
    var levels = [admitted]
    for each in verdicts {
      let open = levels.map { $0.intersection(each.unknown) }
      levels = levels.map { $0.intersection(each.yes) } + [DocumentSet(of: count)]
      for (level, set) in open.enumerated() where !set.isEmpty {
        levels[level + 1] = levels[level + 1].union(set)
      }
    }
    return levels
  }

  /// The best first: those without a word's worth stand in the order of all programs already.
  private static func ordered(
    _ programs: DocumentSet, _ texts: TextScores, _ byWorth: [ScoredDocument], _ table: FacetTable
  ) -> [ScoredDocument] {
    var reader = TextScores.Reader(texts)
    var worded: [ScoredDocument] = []
    var wordless = DocumentSet(of: table.count)
    programs.forEach { document in
      let number = DocumentNumber(document)
      let text = reader.score(of: number)
      if text == 0 {
        wordless.insert(document)
      } else {
        worded.append(ScoredDocument(number, score: text + table.worth[number.index]))
      }
    }
    worded.sort { $0.isBefore($1) }
    let count = wordless.count
    guard count > 0 else { return worded }
    // A few are sorted sooner than looked for among all.
    let rest =
      count < byWorth.count / 16
      ? table.byWorth(wordless) : byWorth.filter { wordless.contains($0.document.rawValue) }
    return merged(worded, rest)
  }

  private static func merged(
    _ one: [ScoredDocument], _ other: [ScoredDocument]
  ) -> [ScoredDocument] {
    guard !one.isEmpty else { return other }
    var result: [ScoredDocument] = []
    result.reserveCapacity(one.count + other.count)
    var place = 0
    for next in other {
      while place < one.count, one[place].isBefore(next) {
        result.append(one[place])
        place += 1
      }
      result.append(next)
    }
    return result + one[place...]
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
