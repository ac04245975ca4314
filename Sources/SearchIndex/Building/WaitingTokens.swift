/// The tokens of the last documents, until there are so many that it pays to put them in order by their terms.
///
/// Terms are met all over memory. Of many documents together each is met once.
struct WaitingTokens {
  /// Where a token stands; tokens of one term wait in this order.
  struct Place: Equatable {
    private let bits: UInt64

    /// The number of documents, among those that wait, before its own.
    var document: UInt32 { UInt32(truncatingIfNeeded: bits >> 36) }
    var field: Int { Int(bits >> 32 & 0xF) }
    var position: UInt32 { UInt32(truncatingIfNeeded: bits) }

    @inline(__always)
    init(document: Int, field: Int, position: UInt32) {
      bits = UInt64(document) << 36 | UInt64(field) << 32 | UInt64(position)
    }
  }

  /// Tokens of more documents, or more tokens than these, which take 16 MB in all, need not wait.
  private static let (mostDocuments, mostTokens) = (1 << 20, 1 << 19)

  /// The number of documents that wait.
  private(set) var documents = 0
  private var terms: ContiguousArray<UInt32> = []
  private var places: ContiguousArray<Place> = []
  /// For each term the number of its tokens that wait.
  private var counts: ContiguousArray<UInt32> = []
  /// The terms of the tokens that wait.
  private var touched: ContiguousArray<UInt32> = []
  private var ordered: ContiguousArray<Place> = []

  /// Whether there are so many tokens that they need not wait any longer.
  var areMany: Bool { places.count >= Self.mostTokens || documents >= Self.mostDocuments }

  /// Takes the tokens of one field of the next document.
  ///
  /// - Parameters:
  ///   - numbers: The number of the term of each.
  ///   - termCount: How many terms there are.
  ///   - field: The number of the field.
  ///   - position: Where each stands.
  mutating func add(
    _ numbers: ContiguousArray<UInt32>, termCount: Int, field: Int, position: (Int) -> UInt32
  ) {
    while counts.count < termCount { counts.append(0) }
    terms.append(contentsOf: numbers)
    places.reserveCapacity(places.count + numbers.count)
    counts.withUnsafeMutableBufferPointer { counts in
      for (index, number) in numbers.enumerated() {
        let number = Int(number)
        if counts[number] == 0 { touched.append(UInt32(truncatingIfNeeded: number)) }
        counts[number] += 1
        places.append(Place(document: documents, field: field, position: position(index)))
      }
    }
  }

  /// Says that what comes next belongs to another document.
  mutating func finishDocument() { documents += 1 }

  /// Hands over the terms with their places, and has none afterwards.
  mutating func removeAll(
    _ body: (_ term: Int, _ places: UnsafeBufferPointer<Place>) -> Void
  ) {
    if ordered.count < places.count {
      ordered = ContiguousArray(
        repeating: Place(document: 0, field: 0, position: 0), count: 2 * places.count)
    }
    counts.withUnsafeMutableBufferPointer { counts in
      ordered.withUnsafeMutableBufferPointer { ordered in
        // Each count becomes the place of the term's first token, and in the end of the next term's.
        var next: UInt32 = 0
        for term in touched { (counts[Int(term)], next) = (next, next + counts[Int(term)]) }
        for (term, place) in zip(terms, places) {
          ordered[Int(counts[Int(term)])] = place
          counts[Int(term)] += 1
        }
        var start = 0
        for term in touched {
          let end = Int(counts[Int(term)])
          body(Int(term), UnsafeBufferPointer(rebasing: ordered[start..<end]))
          counts[Int(term)] = 0
          start = end
        }
      }
    }
    terms.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    touched.removeAll(keepingCapacity: true)
    documents = 0
  }
}
