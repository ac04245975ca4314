/// What each document of a window is worth at most by some clauses, added up from the rarest term of each of
/// their phrases: the few that may be among the best are told without moving a clause.
struct WindowSums {
  /// For each clause the rarest term of each phrase.
  private var leaders: [[PostingsCursor]]
  private let untouched: [[PostingsCursor]]
  private let rarities: [Double]
  private var sums: [Float] = []
  /// The documents that were found last, ascending.
  private(set) var found: [Int] = []

  /// So few documents are looked at sooner than a further clause is added up.
  private static let fewDocuments = 4

  /// Whether there are no clauses.
  var isEmpty: Bool { leaders.isEmpty }

  /// Takes clauses that have not moved yet.
  init(_ clauses: some Sequence<ClauseWalk>) {
    untouched = clauses.map(\.leaders)
    rarities = clauses.map(\.rarity)
    leaders = untouched
  }

  /// Goes back to the first document.
  mutating func restart() { leaders = untouched }

  /// Finds the documents of a window, behind those asked for before, that may be worth so much.
  ///
  /// - Parameters:
  ///   - documents: The window.
  ///   - order: The clauses, those worth most last.
  ///   - limits: For each place in the order what the clauses up to it are worth together at most.
  ///   - least: What is asked for.
  ///   - scoring: Tells what a term weighs.
  mutating func find(
    in documents: Range<Int>, _ order: [Int], _ limits: [Double], worth least: Double,
    by scoring: borrowing FieldScoring
  ) {
    sums.removeAll(keepingCapacity: true)
    sums.append(contentsOf: repeatElement(0, count: documents.count))
    for rank in order.indices.reversed() {
      add(order[rank], in: documents, by: scoring)
      let others = rank > 0 ? limits[rank - 1] : 0
      // While the others alone may be enough, any document may be.
      guard others < least else { continue }
      // A little less, so that rounding never makes it too much.
      let missing = Float((least - others) * (1 - 1e-5))
      if rank == 0 || sums.count(where: { $0 >= missing }) <= Self.fewDocuments {
        found.removeAll(keepingCapacity: true)
        for place in sums.indices where sums[place] >= missing {
          found.append(documents.lowerBound + place)
        }
        return
      }
    }
  }

  /// Adds what a clause is worth at most.
  private mutating func add(
    _ clause: Int, in documents: Range<Int>, by scoring: borrowing FieldScoring
  ) {
    let (rarity, first) = (rarities[clause], documents.lowerBound)
    sums.withUnsafeMutableBufferPointer { sums in
      for place in leaders[clause].indices {
        leaders[clause][place].seek(to: DocumentNumber(UInt32(first)))
        leaders[clause][place].forEachWeight(before: documents.upperBound, by: scoring) {
          document, weight in
          let place = document - first
          guard sums.indices.contains(place) else { return }
          sums[place] += Float(rarity * scoring.saturated(weight))
        }
      }
    }
  }
}
