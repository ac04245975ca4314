/// What each document of a window is worth at most by some clauses, added up from the rarest term of each of
/// their phrases: the few that may be among the best are told without moving a clause.
struct WindowSums {
  /// The rarest term of each phrase, those of a clause together.
  private var leaders: [PostingsCursor]
  private let untouched: [PostingsCursor]
  /// For each clause where its phrases are, and how rare it is.
  private let clauses: [(leaders: Range<Int>, rarity: Double)]
  private var sums: [Float] = []
  /// The documents that were found last, ascending.
  private(set) var found: [Int] = []

  /// So few documents are looked at sooner than a further clause is added up.
  private static let fewDocuments = 4

  /// Whether there are no clauses.
  var isEmpty: Bool { leaders.isEmpty }

  /// Takes clauses that have not moved yet.
  init(_ clauses: some Sequence<ClauseWalk>) {
    var leaders: [PostingsCursor] = []
    self.clauses = clauses.map { clause in
      let first = leaders.count
      leaders += clause.leaders
      return (first..<leaders.count, clause.rarity)
    }
    (self.leaders, untouched) = (leaders, leaders)
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
    let length = Self.lanes * ((documents.count + Self.lanes - 1) / Self.lanes)
    sums.append(contentsOf: repeatElement(0, count: length))
    for rank in order.indices.reversed() {
      add(order[rank], in: documents, by: scoring)
      let others = rank > 0 ? limits[rank - 1] : 0
      // While the others alone may be enough, any document may be.
      guard others < least else { continue }
      // A little less, so that rounding never makes it too much.
      let missing = Float((least - others) * (1 - 1e-5))
      let most = rank == 0 ? documents.count : Self.fewDocuments
      if collect(worth: missing, from: documents.lowerBound, most: most) { return }
    }
  }

  /// So many sums are compared at once.
  private static let lanes = 16

  /// Collects the documents whose sums are so great, which is more than nothing; false where there are too many.
  private mutating func collect(worth least: Float, from first: Int, most: Int) -> Bool {
    found.removeAll(keepingCapacity: true)
    let bound = SIMD16<Float>(repeating: least)
    sums.withUnsafeBytes { sums in
      for lane in stride(from: 0, to: sums.count, by: MemoryLayout<SIMD16<Float>>.size) {
        let row = sums.loadUnaligned(fromByteOffset: lane, as: SIMD16<Float>.self)
        guard any(row .>= bound) else { continue }
        for place in 0..<Self.lanes where row[place] >= least {
          found.append(first + lane / MemoryLayout<Float>.size + place)
        }
        if found.count > most { break }
      }
    }
    return found.count <= most
  }

  /// Adds what a clause is worth at most.
  private mutating func add(
    _ clause: Int, in documents: Range<Int>, by scoring: borrowing FieldScoring
  ) {
    let (range, rarity) = clauses[clause]
    let (factor, first) = (Float(rarity), documents.lowerBound)
    sums.withUnsafeMutableBufferPointer { sums in
      for place in range {
        leaders[place].seek(to: DocumentNumber(UInt32(first)))
        leaders[place].forEachShape(before: documents.upperBound) { document, shape, shapes in
          let place = document.index - first
          guard sums.indices.contains(place) else { return }
          sums[place] += factor * scoring.roughly(ofShape: shape, shapes, of: document)
        }
      }
    }
  }
}
