import SearchIndex

/// Finds the programs in which characters stand in a row, and each of some words stands as a word in the
/// same field.
struct WordRowCursor: FieldCursor {
  private var row: PhraseCursor
  private var words: [PostingsCursor]
  private(set) var fieldMask: FieldMask = 0

  /// Joins the characters with the words that the dictionary makes of them.
  init(_ row: PhraseCursor, words: [PostingsCursor]) {
    self.row = row
    self.words = words
    settle()
  }

  var document: DocumentNumber { row.document }
  var cost: Int { row.cost }

  mutating func advance() -> DocumentNumber {
    row.advance()
    return settle()
  }

  mutating func seek(to target: DocumentNumber) -> DocumentNumber {
    guard target > document else { return document }
    row.seek(to: target)
    return settle()
  }

  /// No row of words stands anywhere more often than the rarest of them.
  func frequency(of field: Int) -> UInt32 {
    guard fieldMask & 1 << FieldMask(field) != 0 else { return 0 }
    return words.reduce(row.frequency(of: field)) { min($0, $1.frequency(of: field)) }
  }

  func weightedFrequency(by scoring: BM25F, in index: InvertedIndex) -> Double {
    index.occurrences(at: self).reduce(0) { $0 + scoring.weightedFrequency($1) }
  }

  @discardableResult
  private mutating func settle() -> DocumentNumber {
    while !row.isAtEnd {
      fieldMask = row.fieldMask
      for place in words.indices {
        let isThere = words[place].seek(to: document) == document
        fieldMask = isThere ? fieldMask & words[place].fieldMask : 0
      }
      if fieldMask != 0 { return document }
      row.advance()
    }
    fieldMask = 0
    return .end
  }
}
