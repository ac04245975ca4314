import SearchIndex

/// Counts the programs that answer a query and keeps the best: refused ones last, then those with the
/// fewest unknowns, then by score.
struct CandidateRanking {
  /// A program that is kept.
  struct Candidate {
    let document: DocumentNumber
    let score: Double
    let unknowns: Int
    let isRefused: Bool
  }

  /// How many are kept.
  private let limit: Int
  /// The best of each number of unknowns, first of those that are not refused, then of the others.
  private var groups: [TopDocuments]
  private let conditions: Int
  /// How many have been met in each group.
  private var met: [Int]

  init(limit: Int, conditions: Int) {
    self.limit = max(limit, 0)
    self.conditions = conditions
    groups = (0..<2 * (conditions + 1)).map { _ in TopDocuments(limit: limit) }
    met = [Int](repeating: 0, count: groups.count)
  }

  /// How many answer yes or leave something open.
  var total: Int { met.prefix(conditions + 1).reduce(0, +) }

  /// How many answer yes to everything.
  var sure: Int { met[0] }

  /// The best, in their order.
  var best: [Candidate] {
    var best: [Candidate] = []
    for (place, group) in groups.enumerated() where best.count < limit {
      let isRefused = place > conditions
      let unknowns = isRefused ? place - conditions - 1 : place
      best += group.sorted.prefix(limit - best.count).map {
        Candidate(
          document: $0.document, score: $0.score, unknowns: unknowns, isRefused: isRefused)
      }
    }
    return best
  }

  /// Counts a program; false where enough better ones are known, so that its score does not matter.
  mutating func count(isRefused: Bool, unknowns: Int) -> Bool {
    let group = place(isRefused, unknowns)
    met[group] += 1
    return met.prefix(group).reduce(0, +) < limit
  }

  /// Offers a program that was counted.
  mutating func insert(
    _ document: DocumentNumber, score: Double, isRefused: Bool, unknowns: Int
  ) {
    groups[place(isRefused, unknowns)].insert(document, score: score)
  }

  private func place(_ isRefused: Bool, _ unknowns: Int) -> Int {
    (isRefused ? conditions + 1 : 0) + unknowns
  }
}
