/// The sorted terms of an index.
struct TermDictionary: Sendable {
  /// For each block of terms where it starts, see ``TermDictionaryWriter``.
  let blocks: ByteRegion
  let terms: ByteRegion
  /// The number of terms.
  let count: Int

  /// Checks that the parts fit each other.
  init(blocks: ByteRegion, terms: ByteRegion, count: Int) throws(IndexFileError) {
    let length = TermDictionaryWriter.blockLength
    guard blocks.count == (count + length - 1) / length * 16
    else { throw .damaged(part: .terms) }
    (self.blocks, self.terms, self.count) = (blocks, terms, count)
  }

  /// Returns where the terms of a block start, and the offset of its first postings.
  func start(ofBlock block: Int) -> (terms: UnsafeRawPointer, postings: UInt64)? {
    guard block < blockCount,
      let rest = terms.part(from: blocks.uint64(at: block * 2), count: 0)
    else { return nil }
    return (rest.start, blocks.uint64(at: block * 2 + 1))
  }

  /// Returns a cursor at the first term that is not below `key`.
  func cursor(from key: UnsafeRawBufferPointer) -> TermCursor {
    var (low, high) = (0, blockCount)
    // The first block that begins above the key; the key can only stand in the one before it.
    while low < high {
      let middle = (low + high) / 2
      if firstTerm(ofBlock: middle, isAbove: key) { high = middle } else { low = middle + 1 }
    }
    var cursor = TermCursor(self, block: max(low - 1, 0))
    cursor.advance(to: key)
    return cursor
  }

  private var blockCount: Int { blocks.count / 16 }

  private func firstTerm(ofBlock block: Int, isAbove key: UnsafeRawBufferPointer) -> Bool {
    guard let start = start(ofBlock: block) else { return true }
    var pointer = start.terms
    _ = Varint.read(&pointer, end: terms.end)
    let length = Int(Varint.read(&pointer, end: terms.end))
    guard length <= terms.end - pointer else { return true }
    return Platform.order(UnsafeRawBufferPointer(start: pointer, count: length), key) > 0
  }
}
