/// What a document must keep to be looked at further, told by the rarest term of a clause alone.
struct Promise {
  /// What the rarest term must weigh at least.
  private(set) var least: Float = 0
  /// Which shapes may weigh so much, one bit for each of the commonest ones.
  private(set) var open = UInt64.max
  /// Up to which document it is asked.
  let end: DocumentNumber
  /// What documents must fulfil besides; nil admits all.
  let filter: ((DocumentNumber) -> Bool)?

  /// Asks for nothing yet but what documents must fulfil before an end.
  init(before end: Int, _ filter: ((DocumentNumber) -> Bool)?) {
    self.end = DocumentNumber(UInt32(end))
    self.filter = filter
  }

  /// Asks for a weight, of documents of a window.
  mutating func ask(_ least: Float, in window: Int?, by scoring: borrowing FieldScoring) {
    guard least > 0, least != self.least else { return }
    self.least = least
    open = window.map { scoring.shapes(weighing: least, in: $0) } ?? .max
  }

  /// Whether the weight of occurrences may be enough, told by their shape alone.
  @inline(__always)
  func mayBeKept(by shape: Int, of shapes: OccurrenceShapes) -> Bool {
    shape < FieldScoring.commonShapes && open &>> UInt64(shape) & 1 == 0
      ? false : shapes.greatest(shape) >= least
  }

  /// Moves a cursor from where it stands to the first document that keeps it, or behind the end.
  @inline(__always)
  func pass(
    _ cursor: inout PostingsCursor, by scoring: borrowing FieldScoring
  ) -> DocumentNumber {
    while true {
      if least > 0 { cursor.pass(self, by: scoring) }
      guard cursor.document < end, let filter, !filter(cursor.document) else { break }
      cursor.advance()
    }
    return cursor.document
  }
}
