/// A document with its score.
public struct ScoredDocument: Hashable, Sendable {
  /// The document.
  public var document: DocumentNumber
  /// Its score; higher is better.
  public var score: Double

  /// Joins the two.
  @inlinable
  public init(_ document: DocumentNumber, score: Double) {
    self.document = document
    self.score = score
  }

  /// Whether this one stands before `other`: by higher score, then by smaller number.
  @inlinable
  public func isBefore(_ other: Self) -> Bool {
    score != other.score ? score > other.score : document < other.document
  }
}

/// Keeps the best of many documents; the result does not depend on the order of insertion.
public struct TopDocuments: Sendable {
  /// How many documents are kept.
  public let limit: Int
  /// A heap with the worst of the kept documents in front.
  @usableFromInline var heap: [ScoredDocument] = []

  /// Keeps at most `limit` documents; none for a limit below one.
  public init(limit: Int) {
    self.limit = max(limit, 0)
  }

  /// The score below which no further document is kept, nil while there is room.
  @inlinable
  public var threshold: Double? {
    heap.count < limit ? nil : heap.first?.score ?? .infinity
  }

  /// The kept documents, the best first.
  public var sorted: [ScoredDocument] {
    heap.sorted { $0.isBefore($1) }
  }

  /// Offers a document; a score that is no number is refused.
  @inlinable
  public mutating func insert(_ document: DocumentNumber, score: Double) {
    let candidate = ScoredDocument(document, score: score)
    if heap.count == limit {
      guard let worst = heap.first, candidate.isBefore(worst) else { return }
    }
    if !score.isNaN { keep(candidate) }
  }

  @usableFromInline
  mutating func keep(_ candidate: ScoredDocument) {
    guard heap.count == limit else {
      heap.append(candidate)
      return rise(from: heap.count - 1)
    }
    heap[0] = candidate
    sink()
  }

  private mutating func rise(from start: Int) {
    var place = start
    while place > 0 {
      let parent = (place - 1) / 2
      guard heap[parent].isBefore(heap[place]) else { return }
      heap.swapAt(parent, place)
      place = parent
    }
  }

  private mutating func sink() {
    heap.withUnsafeMutableBufferPointer { heap in
      var place = 0
      while true {
        var worst = place
        var child = 2 * place + 1
        while child < min(2 * place + 3, heap.count) {
          if heap[worst].isBefore(heap[child]) { worst = child }
          child += 1
        }
        guard worst != place else { return }
        heap.swapAt(worst, place)
        place = worst
      }
    }
  }
}
