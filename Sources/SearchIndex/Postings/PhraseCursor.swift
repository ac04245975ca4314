/// Finds documents in which several terms stand at given distances in one field.
///
/// A phrase stands at *p* in a field if for every *i* term *i* stands at *p* + offset *i* there.
/// The offsets are in the caller's units and need neither be ascending nor distinct.
public struct PhraseCursor: FieldCursor {
  private var terms: Intersection<PostingsCursor>
  private let offsets: [Int]
  private var counts: [UInt32]
  private var starts = PhraseStarts()
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
    return starts.found
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
    while common != 0 {
      let field = common.trailingZeroBitCount
      let count = offsets.count == 1 ? terms.cursors[0].frequency(of: field) : startCount(in: field)
      if count > 0 {
        counts[field] = count
        fieldMask |= 1 << FieldMask(field)
      }
      common &= common - 1
    }
  }

  private mutating func startCount(in field: Int) -> UInt32 {
    findStarts(in: field)
    return UInt32(truncatingIfNeeded: starts.found.count)
  }

  private mutating func findStarts(in field: Int) {
    terms.cursors.withUnsafeMutableBufferPointer { cursors in
      offsets.withUnsafeBufferPointer { offsets in
        if let cursors = cursors.baseAddress, let distances = offsets.baseAddress {
          starts.find(cursors, at: distances, count: offsets.count, in: field)
        }
      }
    }
  }
}
