/// A set of documents of which each may be a member: one bit for each document of the index.
struct DocumentBits {
  private var words: [UInt64]
  private let documents: Int

  /// The empty set of so many documents.
  init(documents: Int) {
    self.documents = documents
    words = [UInt64](repeating: 0, count: (documents + 63) / 64)
  }

  /// The number of members.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether a document, by its number, is a member.
  @inline(__always)
  func contains(_ document: Int) -> Bool {
    words[document >> 6] &>> UInt64(document & 63) & 1 != 0
  }

  /// Adds a document; one that is not there is left out.
  @inline(__always)
  mutating func insert(_ document: Int) {
    guard document >= 0, document < documents else { return }
    words[document >> 6] |= 1 &<< UInt64(document & 63)
  }

  /// Adds all documents of a term, by a cursor that has not moved.
  mutating func insert(allOf cursor: PostingsCursor) {
    for block in cursor.blocks { block.forEachDocument { insert($0) } }
  }

  /// Leaves the members that stand in some stretches and pass a test.
  mutating func keep(in stretches: [Range<Int>], where passes: (DocumentNumber) -> Bool) {
    var kept = DocumentBits(documents: documents)
    for stretch in stretches {
      for document in stretch where contains(document) {
        if passes(DocumentNumber(UInt32(truncatingIfNeeded: document))) { kept.insert(document) }
      }
    }
    self = kept
  }
}
