extension BM25F {
  /// Scores documents of `index` with the weights of its schema.
  public init(_ index: InvertedIndex, k1: Double = Self.standardK1) {
    self.init(
      fields: index.schema.textFields.map { Field(weight: $0.weight, b: $0.b) },
      statistics: index.statistics, k1: k1)
  }
}

extension FieldCursor {
  /// Returns the score of the current document, allocating nothing.
  @inlinable
  public func score(
    by scoring: BM25F, in index: InvertedIndex, inverseDocumentFrequency: Double
  ) -> Double {
    scoring.score(
      weightedFrequency: weightedFrequency(by: scoring, in: index),
      inverseDocumentFrequency: inverseDocumentFrequency)
  }

  /// Sums over the fields; each cursor calls it for itself, so that it is compiled for that cursor.
  @inline(__always)
  func summedFrequency(by scoring: BM25F, in index: InvertedIndex) -> Double {
    var sum = 0.0
    var mask = fieldMask
    while mask != 0 {
      let field = mask.trailingZeroBitCount
      sum += scoring.weightedFrequency(
        BM25F.Occurrences(
          field: field, frequency: frequency(of: field),
          length: index.fieldLength(field, of: document)))
      mask &= mask - 1
    }
    return sum
  }
}

extension PostingsCursor {
  /// Returns the weighted frequencies of the current document, summed over its fields.
  public func weightedFrequency(by scoring: BM25F, in index: InvertedIndex) -> Double {
    summedFrequency(by: scoring, in: index)
  }
}

extension PhraseCursor {
  /// Returns the weighted frequencies of the current document, summed over its fields.
  public func weightedFrequency(by scoring: BM25F, in index: InvertedIndex) -> Double {
    summedFrequency(by: scoring, in: index)
  }
}

extension InvertedIndex {
  /// Returns what a cursor stands at, field by field, for an explanation.
  public func occurrences(at cursor: some FieldCursor) -> [BM25F.Occurrences] {
    schema.textFields.indices
      .filter { cursor.fieldMask & 1 << FieldMask($0) != 0 }
      .map { field in
        BM25F.Occurrences(
          field: field, frequency: cursor.frequency(of: field),
          length: fieldLength(field, of: cursor.document))
      }
  }
}
