/// A set of documents of which each may be a member: one bit for each document of the index.
struct DocumentBits {
  private var words: [UInt64]
  private let documents: Int

  /// The empty set of so many documents.
  init(documents: Int) {
    self.documents = documents
    words = [UInt64](repeating: 0, count: (documents + 63) / 64)
  }

  /// Whether so many documents are written down sooner than so many others are looked for one by one.
  static func isWorthWriting(_ cost: Int, for members: Int) -> Bool { cost < 32 * members }

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

  /// Adds the members of another set of as many documents.
  mutating func formUnion(_ other: DocumentBits) {
    for place in words.indices { words[place] |= other.words[place] }
  }

  /// Leaves the members that another set of as many documents has too.
  mutating func formIntersection(_ other: DocumentBits) {
    for place in words.indices { words[place] &= other.words[place] }
  }

  /// Takes the members of another set of as many documents away.
  mutating func subtract(_ other: DocumentBits) {
    for place in words.indices { words[place] &= ~other.words[place] }
  }

  /// Hands over the members that stand in a stretch, ascending.
  @inline(__always)
  func forEach(in stretch: Range<Int>, _ body: (Int) -> Void) {
    guard !stretch.isEmpty else { return }
    for place in stretch.lowerBound >> 6...(stretch.upperBound - 1) >> 6 {
      var word = words[place]
      if place << 6 < stretch.lowerBound { word &= ~0 &<< UInt64(stretch.lowerBound & 63) }
      let end = stretch.upperBound - place << 6
      if end < 64 { word &= 1 << UInt64(end) - 1 }
      while word != 0 {
        body(place << 6 + word.trailingZeroBitCount)
        word &= word &- 1
      }
    }
  }

  /// Leaves the members that stand in some stretches and pass a test.
  mutating func keep(in stretches: [Range<Int>], where passes: (DocumentNumber) -> Bool) {
    var kept = DocumentBits(documents: documents)
    for stretch in stretches {
      forEach(in: stretch) { document in
        if passes(DocumentNumber(UInt32(truncatingIfNeeded: document))) { kept.insert(document) }
      }
    }
    self = kept
  }
}
