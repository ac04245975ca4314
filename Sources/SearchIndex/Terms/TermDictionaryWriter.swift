/// Writes sorted terms in blocks; inside a block each term shares its beginning with the one before.
struct TermDictionaryWriter {
  /// Terms in a block, except the last.
  static let blockLength = 16

  /// For each block the offset of its first term and of that term's postings, 64 bits each.
  private(set) var blocks: [UInt8] = []
  /// The terms: shared bytes, further bytes, the further bytes themselves, document frequency (all
  /// varints), length of the postings (31 bits above a mark bit, then the rest if marked).
  private(set) var terms: [UInt8] = []
  private var count = 0
  private var last: [UInt8] = []
  private var postingsOffset: UInt64 = 0

  /// Appends a term that is greater than all before, with the length of its postings.
  mutating func append(
    _ term: UnsafeRawBufferPointer, documentFrequency: Int, postingsLength: Int
  ) {
    if count % Self.blockLength == 0 {
      blocks.appendFixed(UInt64(terms.count))
      blocks.appendFixed(postingsOffset)
      last.removeAll(keepingCapacity: true)
    }
    let shared = zip(last, term).prefix { $0 == $1 }.count
    terms.appendVarint(UInt32(truncatingIfNeeded: shared))
    terms.appendVarint(UInt32(truncatingIfNeeded: term.count - shared))
    terms.append(contentsOf: term[shared...])
    terms.appendVarint(UInt32(truncatingIfNeeded: documentFrequency))
    terms.appendLength(UInt64(postingsLength))
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: term)
    postingsOffset += UInt64(postingsLength)
    count += 1
  }
}

extension [UInt8] {
  /// Appends a length: below 2³¹ as one varint, else marked by the lowest bit, as two.
  fileprivate mutating func appendLength(_ length: UInt64) {
    let low = UInt32(truncatingIfNeeded: length & 0x7fff_ffff)
    let high = UInt32(truncatingIfNeeded: length >> 31)
    appendVarint(low << 1 | (high == 0 ? 0 : 1))
    if high != 0 { appendVarint(high) }
  }
}
