/// What a document must keep to be looked at further, told by the rarest term of a clause alone.
struct Promise {
  /// What the rarest term must weigh at least.
  var least: Float
  /// Up to which document it is asked.
  let end: DocumentNumber
  /// What documents must fulfil besides; nil admits all.
  let filter: ((DocumentNumber) -> Bool)?

  /// Moves a cursor from where it stands to the first document that keeps it, or behind the end.
  @inline(__always)
  func pass(
    _ cursor: inout PostingsCursor, by scoring: borrowing FieldScoring
  ) -> DocumentNumber {
    while true {
      if least > 0 { cursor.pass(lighterThan: least, before: end, by: scoring) }
      guard cursor.document < end, let filter, !filter(cursor.document) else { break }
      cursor.advance()
    }
    return cursor.document
  }
}
