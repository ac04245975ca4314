/// Finds documents in which several terms stand at given distances in one field.
///
/// A phrase stands at *p* in a field if for every *i* term *i* stands at *p* + offset *i* there.
/// The offsets are in the caller's units and need neither be ascending nor distinct.
public struct PhraseCursor: FieldCursor {
  private var terms: Intersection<PostingsCursor>
  private let offsets: [Int]
  private var counts: [UInt32]
  /// Where the phrase may still begin; kept so that its memory is used again.
  private var starts: [Int] = []
  /// The fields of the current document that have the phrase.
  public private(set) var fieldMask: FieldMask = 0

  /// Joins terms with their offsets; nil without terms.
  public init?(_ terms: [(postings: PostingsCursor, offset: Int)]) {
    guard !terms.isEmpty else { return nil }
    self.terms = Intersection(terms.map(\.postings))
    offsets = terms.map(\.offset)
    counts = [UInt32](repeating: 0, count: IndexSchema.textFieldLimit)
    settle()
  }

  /// The current document.
  public var document: DocumentNumber { terms.document }

  /// The number of documents that have the rarest term.
  public var cost: Int { terms.cost }

  /// Moves to the next document with the phrase and returns it.
  @discardableResult
  public mutating func advance() -> DocumentNumber {
    terms.advance()
    return settle()
  }

  /// Moves to the first document with the phrase that is not before `target` and returns it.
  @discardableResult
  public mutating func seek(to target: DocumentNumber) -> DocumentNumber {
    guard target > document else { return document }
    terms.seek(to: target)
    return settle()
  }

  /// Returns how often the phrase stands in a field of the current document.
  public func frequency(of field: Int) -> UInt32 {
    counts.indices.contains(field) && fieldMask & 1 << FieldMask(field) != 0 ? counts[field] : 0
  }

  /// Returns where the phrase stands in a field of the current document, ascending.
  ///
  /// These are places of offset 0, whether or not a term has that offset.
  public mutating func positions(of field: Int) -> [Int] {
    guard frequency(of: field) > 0 else { return [] }
    findStarts(in: field)
    return starts
  }

  // MARK: In two steps

  /// Moves to the first document that is not before `target` and has all the terms, near each other or not.
  ///
  /// Where several phrases are asked for together, places are compared only in documents that have the
  /// terms of all: `confirm` does it.
  @inline(__always)
  @discardableResult
  mutating func approach(_ target: DocumentNumber) -> DocumentNumber {
    target > terms.document ? terms.seek(to: target) : terms.document
  }

  /// Counts the phrase in the current document; false where its terms do not stand in their distances.
  mutating func confirm() -> Bool {
    fieldMask = 0
    countOccurrences()
    return fieldMask != 0
  }

  /// What no document from `target` to the end of its block can exceed, and the last document of which
  /// that is true; see ``PostingsCursor/bound(at:)``.
  mutating func bound(at target: Int) -> (bound: Float, last: Int) {
    var (bound, last) = (Float.infinity, Int.max)
    for place in terms.cursors.indices {
      let found = terms.cursors[place].bound(at: target)
      bound = min(bound, found.bound)
      last = min(last, found.last)
    }
    return (bound, last)
  }

  /// What no document can exceed.
  var greatestBound: Float { terms.cursors.map(\.greatestBound).min() ?? 0 }

  /// Stands at the first document that has all the terms, without looking at their places.
  init?(unconfirmed cursors: [(postings: PostingsCursor, offset: Int)]) {
    guard !cursors.isEmpty else { return nil }
    terms = Intersection(cursors.map(\.postings))
    offsets = cursors.map(\.offset)
    counts = [UInt32](repeating: 0, count: IndexSchema.textFieldLimit)
  }

  /// Moves on from a document with all the terms to one with the phrase.
  @discardableResult
  private mutating func settle() -> DocumentNumber {
    fieldMask = 0
    while !terms.isAtEnd {
      countOccurrences()
      if fieldMask != 0 { break }
      terms.advance()
    }
    return document
  }

  private mutating func countOccurrences() {
    var common = terms.cursors.indices.reduce(FieldMask.max) { $0 & terms.cursors[$1].fieldMask }
    // A term alone stands wherever it is counted.
    if offsets.count == 1 {
      fieldMask = common
      while common != 0 {
        let field = common.trailingZeroBitCount
        counts[field] = terms.cursors[0].frequency(of: field)
        common &= common - 1
      }
      return
    }
    while common != 0 {
      let field = common.trailingZeroBitCount
      findStarts(in: field)
      if !starts.isEmpty {
        counts[field] = UInt32(truncatingIfNeeded: starts.count)
        fieldMask |= 1 << FieldMask(field)
      }
      common &= common - 1
    }
  }

  /// Puts the places of the phrase in a field into `starts`.
  private mutating func findStarts(in field: Int) {
    starts.removeAll(keepingCapacity: true)
    var first = terms.cursors[0].positionReader(of: field)
    while let position = first.next() { starts.append(Int(position) &- offsets[0]) }
    for index in offsets.indices.dropFirst() where !starts.isEmpty {
      var reader = terms.cursors[index].positionReader(of: field)
      keepStarts(in: &reader, offset: offsets[index])
    }
  }

  /// Keeps the starts from which a term stands at its offset; both sides are ascending.
  private mutating func keepStarts(in reader: inout PositionReader, offset: Int) {
    var kept = 0
    var candidate = 0
    while candidate < starts.count, let position = reader.next() {
      let start = Int(position) &- offset
      while candidate < starts.count, starts[candidate] < start { candidate += 1 }
      if candidate < starts.count, starts[candidate] == start {
        starts[kept] = start
        kept += 1
        candidate += 1
      }
    }
    starts.removeLast(starts.count - kept)
  }
}
