extension InvertedIndex {
  /// Proves the file whole: its checksum, and that every part holds what the others say of it.
  ///
  /// Everything is read, to the last position of the last term.
  ///
  /// - Throws: What is damaged.
  public func check() throws(IndexFileError) {
    try verify()
    for (number, column) in integers.enumerated() where !column.isSound() {
      throw .damaged(part: .integerColumn(number))
    }
    for (number, column) in keywords.enumerated() where !column.isSound() {
      throw .damaged(part: .keywordColumn(number))
    }
    guard shapes.areSound() else { throw .damaged(part: .postings) }
    guard stored.isSound() else { throw .damaged(part: .stored) }
    try checkTerms()
  }

  /// The length of the file in bytes.
  public var byteCount: Int { storage.bytes.count }

  private func checkTerms() throws(IndexFileError) {
    var cursor = terms()
    var last: [UInt8] = []
    var count = 0
    var end: UInt64 = 0
    let scoring = FieldScoring(self)
    while let entry = cursor.entry {
      guard count == 0 || last.lexicographicallyPrecedes(entry.bytes), entry.documentFrequency > 0,
        entry.postings.offset == end
      else { throw .damaged(part: .terms) }
      guard areSound(entry, scoring) else { throw .damaged(part: .postings) }
      (last, count, end) = (entry.bytes, count + 1, end + entry.postings.length)
      cursor.advance()
    }
    guard count == termCount, end == UInt64(postings.count) else { throw .damaged(part: .terms) }
  }

  /// Whether a term has as many documents as it says, its places ascend, and no block and no shape is
  /// worth more than its bound.
  private func areSound(_ entry: TermEntry, _ scoring: FieldScoring) -> Bool {
    var cursor = postings(of: entry)
    var found = 0
    while !cursor.isAtEnd {
      guard cursor.fieldMask != 0 else { return false }
      var weight = 0.0
      for field in schema.textFields.indices where cursor.fieldMask & 1 << FieldMask(field) != 0 {
        var last: UInt32?
        for position in cursor.positions(of: field) {
          guard last.map({ $0 < position }) ?? true else { return false }
          last = position
        }
        weight += scoring.weight(
          frequency: cursor.frequency(of: field), in: field, of: cursor.document)
      }
      let bound = Double(cursor.bound(at: cursor.document.index).bound)
      guard scoring.saturated(weight) <= bound, weight <= Double(cursor.weightAtMost) else {
        return false
      }
      found += 1
      cursor.advance()
    }
    return found == entry.documentFrequency
  }
}
