/// Walks documents in ascending order; it stands at its first document from the beginning.
public protocol DocumentCursor {
  /// The current document, ``DocumentNumber/end`` behind the last.
  var document: DocumentNumber { get }
  /// At most so many documents are met; the smallest is best to lead an intersection.
  var cost: Int { get }

  /// Moves to the next document and returns it.
  @discardableResult
  mutating func advance() -> DocumentNumber

  /// Moves to the first document that is not before `target` and returns it; never backwards.
  @discardableResult
  mutating func seek(to target: DocumentNumber) -> DocumentNumber
}

/// A cursor that knows how often what it looks for stands in each field of the document.
public protocol FieldCursor: DocumentCursor {
  /// The fields of the current document with at least one occurrence.
  var fieldMask: FieldMask { get }

  /// Returns the number of occurrences in a field of the current document.
  func frequency(of field: Int) -> UInt32

  /// Returns the weighted frequencies of the current document, summed over its fields.
  func weightedFrequency(by scoring: BM25F, in index: InvertedIndex) -> Double
}

extension DocumentCursor {
  /// Whether no document is left.
  @inlinable
  public var isAtEnd: Bool { document == .end }
}
